// SPDX-License-Identifier: MIT
#include "ui/pages/reportpage.h"

#include "ui/widgets/roundbutton.h"
#include "ui/window/theme.h"

#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QGridLayout>
#include <QGuiApplication>
#include <QSaveFile>
#include <QTextBrowser>

using namespace Qt::StringLiterals;

namespace todoku {

static QString fileSuffix(ReportFormat format)
{
    switch (format) {
    case ReportFormat::Letter:
    case ReportFormat::Text:
        return u"txt"_s;
    case ReportFormat::Markdown:
        return u"md"_s;
    case ReportFormat::Html:
        return u"html"_s;
    case ReportFormat::Json:
        return u"json"_s;
    }
    return {};
}

ReportPage::ReportPage(CaseDesk &desk, ReportWriter writer, QWidget *parent)
    : Page(desk, parent)
    , m_writer(std::move(writer))
    , m_format(new QComboBox)
    , m_language(new QComboBox)
    , m_redaction(new QComboBox)
    , m_copy(new RoundButton(RoundButton::Kind::Primary))
    , m_save(new RoundButton)
    , m_preview(new QTextBrowser)
{
    for (int i = 0; i < 5; ++i) // as many as there are formats
        m_format->addItem(QString());
    m_language->addItems({QString(), QString()});
    m_redaction->addItems({QString(), QString(), QString()});
    m_redaction->setCurrentIndex(static_cast<int>(Redaction::Provider));

    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(em(0.8));
    grid->setVerticalSpacing(em(0.4));
    const std::array<QComboBox *, 3> boxes{m_format, m_language, m_redaction};
    grid->setColumnStretch(1, 1);
    for (int row = 0; row < 3; ++row) {
        const auto index = static_cast<size_t>(row);
        m_labels[index] = new QLabel;
        m_labels[index]->setBuddy(boxes[index]);
        grid->addWidget(m_labels[index], row, 0);
        grid->addWidget(boxes[index], row, 1);
        boxes[index]->setMinimumHeight(em(2));
        boxes[index]->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        connect(boxes[index], &QComboBox::activated, this, &ReportPage::showPreview);
    }
    body()->addLayout(grid);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_copy);
    buttons->addWidget(m_save);
    buttons->addStretch();
    body()->addLayout(buttons);
    m_preview->setOpenLinks(false);
    m_preview->setTabChangesFocus(true);
    m_preview->setMinimumHeight(em(24));
    body()->addWidget(m_preview, 1);

    connect(m_copy, &RoundButton::clicked, this, &ReportPage::copy);
    connect(m_save, &RoundButton::clicked, this, &ReportPage::save);
}

void ReportPage::setWords()
{
    heading()->setText(tr("The report"));
    lead()->setText(tr("This is what the people who can help ask for. Passwords never stand in "
                       "it. Please read it before you send it."));
    m_labels[0]->setText(tr("&Kind"));
    m_labels[1]->setText(tr("&Language"));
    m_labels[2]->setText(tr("&Who reads it"));
    m_copy->setText(tr("Cop&y"));
    m_save->setText(tr("&Save as…"));
    m_preview->setAccessibleName(tr("Preview"));

    const QStringList formats{tr("Letter to the mail provider"), tr("Whole report, plain text"),
                              tr("Whole report, Markdown"), tr("Whole report, HTML"),
                              tr("Data (JSON)")};
    for (int i = 0; i < formats.size(); ++i)
        m_format->setItemText(i, formats[i]);
    m_language->setItemText(0, u"日本語"_s);
    m_language->setItemText(1, u"English"_s);
    m_redaction->setItemText(0, tr("Only we: nothing is taken out"));
    m_redaction->setItemText(1, tr("My mail provider: addresses stay"));
    m_redaction->setItemText(2, tr("Anyone: names and addresses are hidden"));
}

void ReportPage::refresh()
{
    setWords();
    if (m_windowLanguage != wording().language()) { // until the user picks another one
        m_windowLanguage = wording().language();
        m_language->setCurrentIndex(static_cast<int>(wording().language()));
    }
    showPreview();
}

QString ReportPage::text() const
{
    return m_writer(investigation(), choice());
}

ReportChoice ReportPage::choice() const
{
    return {.format = static_cast<ReportFormat>(m_format->currentIndex()),
            .language = static_cast<Language>(m_language->currentIndex()),
            .redaction = static_cast<Redaction>(m_redaction->currentIndex())};
}

void ReportPage::showPreview()
{
    const ReportChoice chosen = choice();
    if (chosen.format == ReportFormat::Html)
        m_preview->setHtml(text());
    else
        m_preview->setPlainText(text());
}

void ReportPage::copy()
{
    QGuiApplication::clipboard()->setText(text());
    Q_EMIT announced(tr("Copied"));
}

void ReportPage::save()
{
    const ReportChoice chosen = choice();
    const QString suffix = fileSuffix(chosen.format);
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Save the report"), u"todoku-report."_s + suffix, u"*."_s + suffix);
    if (path.isEmpty())
        return;
    QSaveFile file(path);
    const QByteArray bytes = text().toUtf8();
    const bool isSaved
        = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    Q_EMIT announced(isSaved ? tr("Saved: %1").arg(path)
                             : tr("Could not save %1: %2").arg(path, file.errorString()));
}

QString ReportPage::hint() const
{
    return tr("Nothing is sent from here: copy or save it.");
}

} // namespace todoku

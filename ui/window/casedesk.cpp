// SPDX-License-Identifier: MIT
#include "ui/window/casedesk.h"

#include "core/evidence/casefile.h"

#include <QDateTime>
#include <QDir>
#include <QUuid>

#include <utility>

using namespace Qt::StringLiterals;

namespace todoku {

static constexpr int saveDelayMs = 500;

CaseDesk::CaseDesk(Investigation &investigation, QString directory, QObject *parent)
    : QObject(parent)
    , m_investigation(investigation)
    , m_wording(investigation.knowledge(), Language::English)
    , m_directory(std::move(directory))
{
    m_history.start(investigation.subject());
    m_saveTimer.setSingleShot(true);
    m_saveTimer.setInterval(saveDelayMs);
    connect(&m_saveTimer, &QTimer::timeout, this, &CaseDesk::saveNow);
    connect(&investigation, &Investigation::changed, this, &CaseDesk::onChanged);
}

void CaseDesk::setLanguage(Language language)
{
    m_wording = WindowWords(m_investigation.knowledge(), language);
}

void CaseDesk::onChanged()
{
    if (!m_isRestoring)
        m_history.note(m_investigation.subject());
    m_saveTimer.start();
    Q_EMIT changed();
}

void CaseDesk::replace(const Case &subject, const QString &path)
{
    saveNow();
    m_investigation.cancelProbes();
    m_isRestoring = true;
    m_investigation.setCase(subject);
    m_isRestoring = false;
    m_saveTimer.stop();
    m_history.start(m_investigation.subject());
    m_path = path;
    Q_EMIT replaced();
    Q_EMIT changed();
}

void CaseDesk::startAnew()
{
    replace({}, {});
}

Result<> CaseDesk::openCase(const QString &path)
{
    const auto subject = loadCase(path);
    if (!subject)
        return tl::unexpected(subject.error());
    replace(*subject, path);
    return {};
}

Result<> CaseDesk::saveCaseAs(const QString &path)
{
    const auto result = saveCase(m_investigation.subject(), path);
    if (result) {
        m_path = path;
        m_saveTimer.stop();
    }
    return result;
}

static bool looksLikeCase(const QByteArray &bytes)
{
    constexpr qsizetype head = 200;
    return bytes.trimmed().startsWith('{') && bytes.left(head).contains("todoku-case");
}

Result<> CaseDesk::takeIn(const Document &document)
{
    if (!looksLikeCase(document.bytes))
        return m_investigation.add(document);
    const auto subject = readCase(document.bytes, document.name);
    if (!subject)
        return tl::unexpected(subject.error());
    replace(*subject, {});
    return {};
}

// While checks run, the case is theirs to add to; going back in time would lose what they find.
bool CaseDesk::canUndo() const
{
    return m_history.canUndo() && !m_investigation.isProbing();
}

bool CaseDesk::canRedo() const
{
    return m_history.canRedo() && !m_investigation.isProbing();
}

void CaseDesk::restore(const std::optional<Case> &subject)
{
    if (!subject)
        return;
    m_isRestoring = true;
    m_investigation.setCase(*subject);
    m_isRestoring = false;
}

void CaseDesk::undo()
{
    if (canUndo())
        restore(m_history.undo());
}

void CaseDesk::redo()
{
    if (canRedo())
        restore(m_history.redo());
}

void CaseDesk::saveNow()
{
    if (!m_saveTimer.isActive() || m_directory.isEmpty())
        return;
    m_saveTimer.stop();
    if (m_path.isEmpty()) {
        QDir().mkpath(m_directory);
        const QString day = QDateTime::currentDateTime().toString(u"yyyyMMdd-HHmmss"_s);
        const QString mark = QUuid::createUuid().toString(QUuid::Id128).left(4);
        m_path = m_directory + u'/' + day + u'-' + mark + u".json"_s;
    }
    const auto result = saveCase(m_investigation.subject(), m_path);
    if (result)
        Q_EMIT saved();
    else
        Q_EMIT saveFailed(result.error().detail);
}

} // namespace todoku

// SPDX-License-Identifier: MIT
#include "core/dsn/notificationtext.h"

#include "core/dsn/recipientline.h"
#include "core/dsn/replytext.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace todoku {

namespace {

constexpr qsizetype mostLines = 20'000;
constexpr std::size_t mostRecipients = 2'000;
constexpr qsizetype longestWords = 8'000;

class TextReader
{
public:
    std::vector<TextRecipient> read(const QString &text)
    {
        qsizetype count = 0;
        for (const QStringView line : QStringView(text).tokenize(u'\n')) {
            if (++count > mostLines)
                break;
            take(line.first(std::min<qsizetype>(line.size(), 4'000)));
        }
        shareWords();
        return std::move(m_recipients);
    }

private:
    void take(QStringView line)
    {
        const QStringView plain = line.trimmed();
        if (plain.isEmpty()) {
            m_afterBlank = true;
            return;
        }
        if (isDialogue(plain)) {
            takeDialogue(plain);
        } else if (continuesWords(line)) {
            addWords(plain);
        } else if (const auto recipient
                   = readRecipientLine(m_isOpen ? joined(plain) : line.toString())) {
            m_isOpen = false;
            takeRecipient(*recipient, plain);
            m_indentation = indentationOf(line);
        } else {
            takeWords(line, plain);
        }
        m_afterBlank = false;
    }

    static qsizetype indentationOf(QStringView line)
    {
        const auto *const begin = std::ranges::find_if(line, [](QChar c) { return !c.isSpace(); });
        return begin - line.begin();
    }

    /** A line that is indented more than its recipient's, with no empty line between. */
    [[nodiscard]] bool continuesWords(QStringView line) const
    {
        return m_current >= 0 && !m_afterBlank && !m_isOpen && indentationOf(line) > m_indentation;
    }

    /** "<a@b> (expanded from" goes on in the next line. */
    [[nodiscard]] QString joined(QStringView line) const { return m_open + u' ' + line.toString(); }

    /** Lines of an SMTP dialogue, as sendmail and its kin quote it. */
    static bool isDialogue(QStringView line)
    {
        return line.startsWith(u"<<< ") || (line.startsWith(u">>> ") && !readRecipientLine(line))
               || line.startsWith(u"... while talking to", Qt::CaseInsensitive)
               || line.startsWith(u"While talking to", Qt::CaseInsensitive);
    }

    void takeDialogue(QStringView line)
    {
        if (!line.startsWith(u"<<<") && !line.startsWith(u">>>"))
            m_dialogue.clear();
        else if (line.startsWith(u">>>"))
            m_dialogue = m_dialogue.section(u'\n', 0, 0);
        if (m_dialogue.size() < longestWords)
            m_dialogue += line.toString() + u'\n';
        m_current = -1;
    }

    void takeRecipient(const RecipientLine &line, QStringView plain)
    {
        const QString key = line.address.toLower();
        auto found = m_index.constFind(key);
        if (found == m_index.constEnd()) {
            if (m_recipients.size() >= mostRecipients)
                return;
            found = m_index.insert(key, static_cast<int>(m_recipients.size()));
            m_recipients.push_back({.address = line.address, .original = line.original});
        }
        m_current = *found;
        TextRecipient &recipient = m_recipients[static_cast<std::size_t>(m_current)];
        if (recipient.original.isEmpty())
            recipient.original = line.original;
        if (startsWithCode(plain) && !m_dialogue.isEmpty())
            addWords(m_dialogue);
        // The codes before the address belong to the words.
        const bool hasCodes = startsWithCode(plain);
        if (hasCodes || !line.rest.isEmpty())
            addWords(hasCodes ? plain : QStringView(line.rest));
        if (!line.rest.isEmpty() && line.rest.startsWith(u"(expanded")
            && !line.rest.contains(u')')) {
            m_isOpen = true;
            m_open = plain.toString();
        }
        if (hasCodes)
            m_current = -1;
    }

    static bool startsWithCode(QStringView line)
    {
        const bool isReply
            = line.size() > 3 && isReplyCode(line.first(3)) && (line[3] == u' ' || line[3] == u'-');
        return isReply || isEnhancedStatus(line.first(std::max<qsizetype>(0, line.indexOf(u' '))));
    }

    void takeWords(QStringView line, QStringView plain)
    {
        if (m_isOpen) {
            m_open += u' ' + plain.toString();
            m_isOpen = m_open.size() < 600 && !plain.contains(u')');
            if (const auto recipient = readRecipientLine(m_open); !m_isOpen && recipient) {
                takeRecipient(*recipient, m_open);
                return;
            }
        }
        if (m_current < 0)
            return;
        const bool isIndented = line.front().isSpace();
        const bool hasWords = !m_recipients[static_cast<std::size_t>(m_current)].words.isEmpty();
        if (m_afterBlank && hasWords && !isIndented) {
            m_current = -1;
            return;
        }
        addWords(plain);
    }

    void addWords(QStringView words)
    {
        QString &to = m_recipients[static_cast<std::size_t>(m_current)].words;
        if (to.size() >= longestWords)
            return;
        if (!to.isEmpty())
            to += u'\n';
        to += words;
    }

    /** Addresses in a list above one explanation share it. */
    void shareWords()
    {
        for (std::size_t i = m_recipients.size(); i-- > 1;) {
            if (m_recipients[i - 1].words.isEmpty())
                m_recipients[i - 1].words = m_recipients[i].words;
        }
    }

    std::vector<TextRecipient> m_recipients;
    QHash<QString, int> m_index;
    QString m_dialogue;
    QString m_open;
    int m_current = -1;
    qsizetype m_indentation = 0;
    bool m_isOpen = false;
    bool m_afterBlank = false;
};

} // namespace

std::vector<TextRecipient> readTextRecipients(const QString &text)
{
    return TextReader().read(text);
}

QStringList readNamedRecipients(const QString &text, const PatternTable &patterns)
{
    constexpr qsizetype farthest = 200;
    const DiagnosticText words = DiagnosticText::verbatim(text);
    QStringList addresses;
    for (const PatternMatch &match :
         patterns.all(patternfact::recipientFollows, {.text = &words})) {
        const QString ahead = QString::fromUtf8(words.shown.mid(match.end, farthest + 300));
        const auto found = findAddress(ahead);
        if (found && found->begin <= farthest
            && !addresses.contains(found->address, Qt::CaseInsensitive))
            addresses.append(found->address);
    }
    return addresses;
}

} // namespace todoku

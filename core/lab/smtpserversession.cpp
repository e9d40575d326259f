// SPDX-License-Identifier: MIT
#include "core/lab/smtpserversession.h"

#include <algorithm>

namespace todoku {

namespace {

constexpr qsizetype maxPath = 256;        // RFC 5321 section 4.5.3.1.3
constexpr qint64 overrun = 1024LL * 1024; // how far over the limit a message is still read

struct Path
{
    QByteArray address; // empty for the null path
    QByteArray parameters;
};

// The ">" that ends the path: not one within a quoted local-part (RFC 5321 section 4.1.2).
qsizetype endOfPath(const QByteArray &text)
{
    bool isQuoted = false;
    for (qsizetype i = 1; i < text.size(); ++i) {
        if (isQuoted && text[i] == '\\')
            ++i;
        else if (text[i] == '"')
            isQuoted = !isQuoted;
        else if (text[i] == '>' && !isQuoted)
            return i;
    }
    return -1;
}

// "FROM:<path> parameters"; the space that many clients put after the colon is let pass.
std::optional<Path> takePath(const QByteArray &rest, const QByteArray &keyword)
{
    if (!rest.first(std::min(keyword.size(), rest.size())).toUpper().startsWith(keyword))
        return std::nullopt;
    const QByteArray text = rest.mid(keyword.size()).trimmed();
    const qsizetype end = text.startsWith('<') ? endOfPath(text) : -1;
    if (end < 0 || end > maxPath)
        return std::nullopt;
    QByteArray address = text.mid(1, end - 1);
    if (address.startsWith('@')) // RFC 5321 appendix C: a source route is ignored
        address = address.mid(address.indexOf(':') + 1);
    const QByteArray parameters = text.mid(end + 1);
    if (!parameters.isEmpty() && !parameters.startsWith(' '))
        return std::nullopt;
    return Path{.address = address, .parameters = parameters.trimmed()};
}

bool isMailbox(const QByteArray &address)
{
    const qsizetype at = address.lastIndexOf('@');
    return at > 0 && at < address.size() - 1;
}

} // namespace

SmtpServerSession::SmtpServerSession(const LabServer &server,
                                     const QHostAddress &client,
                                     std::optional<LabClientRule> refusal)
    : m_server(server)
    , m_client(client)
    , m_refusal(std::move(refusal))
{
    for (const QByteArray &line : server.extensions) {
        const QByteArrayList words = line.split(' ');
        if (words.front().toUpper() == "SIZE" && words.last().toLongLong() > 0)
            m_maxSize = words.last().toLongLong();
    }
}

QByteArray SmtpServerSession::greeting()
{
    if (m_refusal && m_refusal->stage == LabClientRule::Stage::Greeting) {
        m_state = State::TurnedAway; // RFC 5321 section 3.1: wait for QUIT
        return filled(m_refusal->reply);
    }
    return filled("220 {host} ESMTP");
}

QByteArray SmtpServerSession::receive(const QByteArray &bytes)
{
    QByteArray replies;
    m_buffer += bytes;
    qsizetype start = 0;
    while (!m_isOver) {
        const qsizetype end = m_buffer.indexOf("\r\n", start);
        if (end < 0)
            break;
        replies += takeLine(m_buffer.sliced(start, end - start));
        start = end + 2;
    }
    m_buffer.remove(0, m_isOver ? m_buffer.size() : start);
    const qsizetype limit = m_state == State::Text ? maxTextLine : maxCommandLine;
    if (m_buffer.size() > limit) {
        m_textSize += m_buffer.size() - 1;
        m_buffer = m_buffer.last(1); // may be half of a line end
        m_isSkipping = true;
    }
    return replies;
}

QByteArray SmtpServerSession::takeLine(const QByteArray &line)
{
    const bool isWhole = !m_isSkipping;
    m_isSkipping = false;
    if (m_state == State::Text) {
        m_isTextBroken = m_isTextBroken || !isWhole || line.size() > maxTextLine;
        return takeText(isWhole ? line : "-" + line);
    }
    if (!isWhole || line.size() > maxCommandLine)
        return mistake("500 5.5.2 Line too long");
    if (++m_commands > maxCommands) {
        m_isOver = true;
        return filled("421 4.7.0 {host} Too many commands");
    }
    const qsizetype space = line.indexOf(' ');
    const QByteArray verb = (space < 0 ? line : line.first(space)).toUpper();
    return command(verb, space < 0 ? QByteArray() : line.sliced(space + 1).trimmed());
}

QByteArray SmtpServerSession::command(const QByteArray &verb, const QByteArray &rest)
{
    if (verb == "QUIT") {
        m_isOver = true;
        return filled("221 2.0.0 {host} closing");
    }
    if (m_state == State::TurnedAway)
        return mistake("503 5.5.1 Bad sequence of commands");
    if (verb == "EHLO" || verb == "HELO")
        return ehlo(verb, rest);
    if (verb == "MAIL")
        return mail(rest);
    if (verb == "RCPT")
        return rcpt(rest);
    if (verb == "DATA")
        return data(rest);
    if (verb == "NOOP")
        return filled("250 2.0.0 Ok");
    if (verb == "VRFY") // RFC 5321 section 7.3: does not say who is here
        return filled("252 2.5.2 Send mail and see");
    if (verb == "RSET") {
        resetTransaction();
        return filled("250 2.0.0 Ok");
    }
    return mistake("500 5.5.2 Command not recognized");
}

QByteArray SmtpServerSession::ehlo(const QByteArray &verb, const QByteArray &name)
{
    if (name.isEmpty())
        return mistake("501 5.5.4 Say your name");
    resetTransaction();
    m_state = State::Greeted;
    if (verb == "HELO" || m_server.extensions.isEmpty())
        return filled("250 {host}");
    QByteArray reply = filled("250-{host}");
    for (qsizetype i = 0; i < m_server.extensions.size(); ++i) {
        const bool isLast = i == m_server.extensions.size() - 1;
        reply += (isLast ? "250 " : "250-") + m_server.extensions[i] + "\r\n";
    }
    return reply;
}

bool SmtpServerSession::offers(const QByteArray &keyword) const
{
    return std::ranges::any_of(m_server.extensions, [&](const QByteArray &line) {
        return line.split(' ').first().toUpper() == keyword;
    });
}

// RFC 1870 section 6.1
QByteArray SmtpServerSession::declaredSize(const QByteArray &value) const
{
    bool isNumber = false;
    const qint64 size = value.toLongLong(&isNumber);
    if (!isNumber || size < 0)
        return "501 5.5.4 Bad SIZE";
    return size > m_maxSize ? "552 5.3.4 Message size exceeds fixed limit" : QByteArray();
}

// A reply if a parameter is not taken; empty if all are.
QByteArray SmtpServerSession::mailParameters(const QByteArray &text) const
{
    for (const QByteArray &parameter : text.simplified().split(' ')) {
        const QByteArray keyword = parameter.split('=').front().toUpper();
        if (keyword == "SIZE" && offers("SIZE")) {
            const QByteArray reply = declaredSize(parameter.mid(keyword.size() + 1));
            if (!reply.isEmpty())
                return reply;
            continue;
        }
        const bool isTaken = parameter.isEmpty() || (keyword == "BODY" && offers("8BITMIME"))
                             || (keyword == "SMTPUTF8" && offers("SMTPUTF8"));
        if (!isTaken)
            return "555 5.5.4 Parameter not recognized";
    }
    return {};
}

QByteArray SmtpServerSession::mail(const QByteArray &rest)
{
    if (m_state != State::Greeted)
        return mistake("503 5.5.1 Bad sequence of commands");
    const auto path = takePath(rest, "FROM:");
    if (!path || (!path->address.isEmpty() && !isMailbox(path->address)))
        return mistake("501 5.1.7 Bad sender address");
    if (const QByteArray reply = mailParameters(path->parameters); !reply.isEmpty())
        return filled(reply);
    if (m_refusal && m_refusal->stage == LabClientRule::Stage::Mail)
        return filled(m_refusal->reply);
    m_state = State::HasSender;
    return filled("250 2.1.0 Ok");
}

QByteArray SmtpServerSession::rcpt(const QByteArray &rest)
{
    if (m_state != State::HasSender && m_state != State::HasRecipient)
        return mistake("503 5.5.1 Bad sequence of commands");
    const auto path = takePath(rest, "TO:");
    const bool isPostmaster = path && path->address.toLower() == "postmaster";
    if (!path || (!isMailbox(path->address) && !isPostmaster))
        return mistake("501 5.1.3 Bad recipient address");
    if (!path->parameters.isEmpty())
        return mistake("555 5.5.4 Parameter not recognized");
    if (m_recipients == maxRecipients)
        return filled("452 4.5.3 Too many recipients");
    const bool isRefused = m_refusal && m_refusal->stage == LabClientRule::Stage::Recipient;
    const QByteArray rule = isRefused ? m_refusal->reply : ruleFor(path->address);
    if (rule.startsWith('2')) {
        ++m_recipients;
        m_state = State::HasRecipient;
    }
    return filled(rule, path->address);
}

QByteArray SmtpServerSession::ruleFor(const QByteArray &recipient) const
{
    // Local-parts are compared without case too, as nearly all hosts do (RFC 5321 section 2.4).
    const QString address = QString::fromUtf8(recipient);
    const auto isThis = [&](const LabRecipientRule &rule) {
        return rule.address.compare(address, Qt::CaseInsensitive) == 0;
    };
    const auto rule = std::ranges::find_if(m_server.recipients, isThis);
    return rule == m_server.recipients.end() ? m_server.otherRecipients : rule->reply;
}

QByteArray SmtpServerSession::data(const QByteArray &rest)
{
    if (!rest.isEmpty())
        return mistake("501 5.5.4 DATA takes no parameter");
    if (m_state != State::HasRecipient)
        return mistake("503 5.5.1 Bad sequence of commands");
    m_state = State::Text;
    m_textSize = 0;
    m_isTextBroken = false;
    return filled("354 End with a line that holds one dot");
}

QByteArray SmtpServerSession::takeText(const QByteArray &line)
{
    if (line == ".")
        return endOfText();
    m_textSize += line.size() + 2;
    if (m_textSize <= m_maxSize + overrun)
        return {};
    m_isOver = true;
    return filled("421 4.3.4 {host} Message far over the limit");
}

QByteArray SmtpServerSession::endOfText()
{
    resetTransaction();
    if (m_textSize > m_maxSize)
        return filled("552 5.3.4 Message size exceeds fixed limit");
    if (m_isTextBroken)
        return filled("554 5.6.0 Line too long");
    return filled("250 2.0.0 Ok: taken and thrown away, this is a practice network");
}

QByteArray SmtpServerSession::mistake(const QByteArray &reply)
{
    if (++m_mistakes <= maxMistakes)
        return filled(reply);
    m_isOver = true;
    return filled("421 4.7.0 {host} Too many errors");
}

QByteArray SmtpServerSession::filled(QByteArray reply, const QByteArray &recipient) const
{
    // The recipient last: its text comes from outside and is not filled in again.
    reply.replace("{client}", m_client.toString().toLatin1());
    reply.replace("{host}", m_server.name.toLatin1());
    reply.replace("{recipient}", recipient);
    return reply + "\r\n";
}

void SmtpServerSession::resetTransaction()
{
    m_recipients = 0;
    if (m_state != State::Connected)
        m_state = State::Greeted;
}

} // namespace todoku

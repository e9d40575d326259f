// SPDX-License-Identifier: MIT
#include "core/probe/rcptdialogue.h"

#include "core/probe/couldnottest.h"
#include "core/smtp/session.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;

namespace todoku {

namespace {

constexpr quint16 smtpPort = 25;

QString shown(const SmtpReply &reply)
{
    QStringList lines;
    for (const QByteArray &line : reply.lines)
        lines.append(QString::number(reply.code) + u' ' + QString::fromUtf8(line));
    return lines.join(u'\n');
}

QByteArray path(const std::optional<MailAddress> &address)
{
    if (!address)
        return "<>";
    const MailAddress onTheWire{.localPart = address->localPart,
                                .domain = aceDomain(address->domain)};
    return "<" + onTheWire.toString().toUtf8() + ">";
}

// RFC 5321 section 4.1.3: a host without a name of its own says its address.
QByteArray heloName(const Connection &connection, const Network &network)
{
    const QHostAddress address
        = network.ownAddress.isNull() ? connection.localAddress() : network.ownAddress;
    const bool isIpv6 = address.protocol() == QAbstractSocket::IPv6Protocol;
    return (isIpv6 ? "[IPv6:" : "[") + address.toString().toLatin1() + "]";
}

class Dialogue
{
public:
    Dialogue(Connection &connection, const MailHost &host, const Budget &budget)
        : m_session(connection, budget)
        , m_host(host)
    {}

    // Each step runs only if the one before was accepted; the last reply settles it.
    Result<SmtpReply> run(const Envelope &envelope, const QByteArray &name)
    {
        Result<SmtpReply> reply = m_session.awaitGreeting();
        if (isAccepted(reply))
            reply = m_session.ehlo(name);
        if (isAccepted(reply) && m_session.extensions().offersStartTls())
            reply = encrypt(reply);
        if (isAccepted(reply))
            reply = m_session.send("MAIL FROM:" + path(envelope.reversePath));
        if (isAccepted(reply)) {
            m_wasAsked = true;
            reply = m_session.send("RCPT TO:" + path(envelope.forwardPath));
            if (isAccepted(reply))
                static_cast<void>(m_session.send("RSET"));
        }
        m_session.quit();
        return reply;
    }

    [[nodiscard]] bool wasAsked() const { return m_wasAsked; }
    [[nodiscard]] const SmtpSession &session() const { return m_session; }

private:
    static bool isAccepted(const Result<SmtpReply> &reply) { return reply && reply->isPositive(); }

    // A server that offers TLS and then says no to it is still asked, in plaintext as mail would be.
    Result<SmtpReply> encrypt(const Result<SmtpReply> &before)
    {
        const auto reply = m_session.startTls(m_host.name);
        if (!reply)
            return reply;
        return reply->isPositive() ? reply : before;
    }

    SmtpSession m_session;
    const MailHost &m_host;
    bool m_wasAsked = false;
};

std::vector<TranscriptLine> linesOf(const SmtpTranscript &transcript, const QString &peer)
{
    std::vector<TranscriptLine> lines;
    for (const SmtpTranscript::Entry &entry : transcript.entries) {
        const auto direction = entry.direction == SmtpTranscript::Direction::Client
                                   ? TranscriptLine::Direction::Client
                               : entry.direction == SmtpTranscript::Direction::Server
                                   ? TranscriptLine::Direction::Server
                                   : TranscriptLine::Direction::Note;
        lines.push_back({.atMs = static_cast<int>(entry.at.count()),
                         .direction = direction,
                         .peer = peer,
                         .text = QString::fromUtf8(entry.text)});
    }
    return lines;
}

void judge(const SmtpReply &reply, RcptDialogue &dialogue)
{
    CheckDetail &detail = dialogue.detail;
    detail.excerpt = shown(reply);
    const QString sentence = u"recipient_smtp/"_s;
    if (reply.isPositive()) {
        detail.state = CheckState::Ok;
        detail.found = {.id = sentence + u"accepted"_s, .arguments = {}};
    } else if (reply.isTransientFailure()) {
        // Greylisting and load say "later" too: nothing has been refused for good.
        detail.state = CheckState::Warning;
        detail.found = {.id = sentence + u"deferred"_s, .arguments = {detail.excerpt}};
    } else {
        detail.state = CheckState::Problem;
        detail.found
            = {.id = sentence
                     + (dialogue.wasAskedForRecipient ? u"rejected"_s : u"greeting_rejected"_s),
               .arguments = {detail.excerpt}};
    }
}

} // namespace

RcptDialogue askRcpt(const MailHost &host,
                     const Envelope &envelope,
                     const Network &network,
                     const Budget &budget)
{
    QElapsedTimer timer;
    timer.start();
    RcptDialogue result;
    result.detail.target = host.toString() + u":25"_s;
    const auto fail = [&](const Error &error) {
        result.error = error;
        result.detail.state = CheckState::CouldNotTest;
        result.detail.found = couldNotTest(error);
    };
    const auto connection = network.connector.open(host.address, smtpPort, budget);
    if (connection) {
        Dialogue dialogue(**connection, host, budget);
        const auto reply = dialogue.run(envelope, heloName(**connection, network));
        result.wasAskedForRecipient = dialogue.wasAsked();
        result.transcript = linesOf(dialogue.session().transcript(), result.detail.target);
        if (reply) {
            result.reply = *reply;
            judge(*reply, result);
        } else {
            fail(reply.error());
        }
    } else {
        fail(connection.error());
        result.transcript.push_back({.atMs = static_cast<int>(timer.elapsed()),
                                     .direction = TranscriptLine::Direction::Note,
                                     .peer = result.detail.target,
                                     .text = connection.error().detail});
    }
    result.detail.elapsedMs = static_cast<int>(timer.elapsed());
    return result;
}

} // namespace todoku

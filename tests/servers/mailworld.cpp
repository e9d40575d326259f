// SPDX-License-Identifier: MIT
#include "servers/mailworld.h"

#include "core/dns/caresresolver.h"
#include "servers/postfix.h"
#include "support/paths.h"

#include <QDir>
#include <QTcpSocket>
#include <QTest>

#include <gtest/gtest.h>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace todoku::test {

namespace {

constexpr int patienceMs = 10000;

constexpr const char *nsdConf = R"(server:
  ip-address: ADDRESS@53
  do-ip6: no
  server-count: 1
  username: ""
  zonesdir: "FOLDER"
  database: ""
  logfile: "FOLDER/nsd.log"
  pidfile: "FOLDER/nsd.pid"
  xfrdfile: "FOLDER/nsd.xfrd"
  zonelistfile: "FOLDER/nsd.zones"
  xfrdir: "FOLDER"
remote-control:
  control-enable: no
zone:
  name: recipient.example
  zonefile: recipient.zone
zone:
  name: sender.example
  zonefile: sender.zone
)";

constexpr const char *soa = "$TTL 60\n"
                            "@ SOA ns.lab.example. hostmaster.lab.example. 1 7200 600 86400 60\n"
                            "@ NS ns.lab.example.\n";

bool isUser(const char *name)
{
    return QProcess::execute(u"getent"_s, {u"-s"_s, u"files"_s, u"passwd"_s, QLatin1String(name)})
           == 0;
}

bool answers(const QString &server, const QString &name)
{
    const auto resolver = CaresResolver::forServers({server});
    const Budget budget(200ms, Budget::Clock::now() + 1s); // not listening yet: ask again soon
    CaresResolver asking = *resolver;
    const auto answer = asking.query(name, DnsType::A, budget);
    return answer && answer->rcode == DnsRcode::NoError && !answer->records.empty();
}

QByteArray readReply(QTcpSocket &socket)
{
    const auto isWhole
        = [&] { return socket.canReadLine() || socket.waitForReadyRead(patienceMs); };
    QByteArray line;
    while (isWhole()) {
        if (!socket.canReadLine())
            continue;
        line = socket.readLine();
        if (line.size() > 3 && line[3] == ' ')
            break;
    }
    return line;
}

} // namespace

QString MailWorld::obstacle()
{
    if (::geteuid() != 0)
        return u"not root: Postfix and port 53 need it"_s;
    for (const QString &program : {u"nsd"_s, u"rbldnsd"_s, u"master"_s, u"unshare"_s, u"mount"_s}) {
        if (installed(program).isEmpty())
            return program + u" is not installed"_s;
    }
    for (const char *user : {"postfix", "rbldns", "nobody"}) {
        if (!isUser(user))
            return u"there is no user %1"_s.arg(QLatin1StringView(user));
    }
    if (QProcess::execute(u"unshare"_s, {u"--mount"_s, u"true"_s}) != 0)
        return u"no mount namespaces here"_s;
    return {};
}

MailWorld::MailWorld()
    : m_folder(QDir::tempPath() + u"/todoku-servers-XXXXXX"_s)
{
    // The daemons run as users of their own, and all must get to their files.
    QFile::setPermissions(m_folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner
                                               | QFile::ReadOther | QFile::ExeOther
                                               | QFile::ReadGroup | QFile::ExeGroup);
    // An address of 127.0.0.0/8 for this process alone: name servers are always asked on port 53.
    const auto process = ::getpid();
    const QString network
        = u"127.%1.%2."_s.arg(53 + ((process / 250) % 200)).arg((process % 250) + 1);
    m_names = network + u"53"_s;
    m_blocklists = network + u"54"_s;
    startNameServers();
    startRecipient();
    startSender();
}

void MailWorld::startNameServers()
{
    writeFile(path(u"recipient.zone"_s), soa + QByteArray("@ MX 10 mx\nmx A 198.51.100.25\n"));
    writeFile(path(u"sender.zone"_s),
              soa + QByteArray("@ MX 10 mail\nmail A 203.0.113.25\nmail A 203.0.113.26\n"));
    QByteArray configuration = nsdConf;
    configuration.replace("FOLDER", m_folder.path().toUtf8());
    configuration.replace("ADDRESS", m_names.toLatin1());
    writeFile(path(u"nsd.conf"_s), configuration);
    m_daemons.push_back(std::make_unique<Daemon>(
        installed(u"nsd"_s), QStringList{u"-d"_s, u"-c"_s, path(u"nsd.conf"_s)}));

    const QByteArray testPoint = ":127.0.0.2:test entry\n127.0.0.2\n"; // RFC 5782 section 5
    writeFile(path(u"quiet.list"_s), testPoint);
    writeFile(path(u"listed.list"_s), testPoint + "203.0.113.25 :127.0.0.4:$ sent spam\n");
    writeFile(path(u"domains.list"_s), ":127.0.1.2:test entry\ntest\n");
    m_daemons.push_back(std::make_unique<Daemon>(
        installed(u"rbldnsd"_s),
        QStringList{u"-n"_s, u"-w"_s, m_folder.path(), u"-b"_s, m_blocklists + u"/53"_s,
                    u"zen.spamhaus.org:ip4set:listed.list"_s, u"bl.spamcop.net:ip4set:quiet.list"_s,
                    u"psbl.surriel.com:ip4set:quiet.list"_s,
                    u"dbl.spamhaus.org:dnset:domains.list"_s}));
    writeFile(path(u"resolv.conf"_s),
              u"nameserver %1\nnameserver %2\n"_s.arg(m_names, m_blocklists).toLatin1());
    EXPECT_TRUE(QTest::qWaitFor(
        [this] { return answers(m_names + u":53"_s, u"mx.recipient.example"_s); }, patienceMs))
        << m_daemons[0]->output();
    EXPECT_TRUE(QTest::qWaitFor(
        [this] { return answers(m_blocklists + u":53"_s, u"2.0.0.127.zen.spamhaus.org"_s); },
        patienceMs))
        << m_daemons[1]->output();
}

void MailWorld::startRecipient()
{
    m_senderPort = freePort();
    m_recipientPort = freePort();
    m_fromListed
        = std::make_unique<ProxyForwarder>(QHostAddress(u"203.0.113.25"_s), m_recipientPort);
    m_fromClean
        = std::make_unique<ProxyForwarder>(QHostAddress(u"203.0.113.26"_s), m_recipientPort);
    const QString folder = path(u"recipient"_s);
    QDir().mkpath(folder + u"/mail"_s);
    const QByteArray limit = QByteArray::number(largestForRecipient);
    // Tanaka's mailbox holds more than it may already.
    const QString full = folder + u"/mail/tanaka"_s;
    writeFile(full, "From keiri\n" + QByteArray(largestForRecipient, 'x') + '\n');
    EXPECT_EQ(::chown(full.toUtf8().constData(), 65534, 65534), 0);
    m_daemons.push_back(startPostfix(
        {.folder = folder,
         .resolvConf = path(u"resolv.conf"_s),
         .port = m_recipientPort,
         .expectsProxyHeader = true,
         .settings = "myhostname = mx.recipient.example\n"
                     "virtual_mailbox_domains = recipient.example\n"
                     "message_size_limit = "
                     + limit + "\nvirtual_mailbox_limit = " + limit
                     + "\nsmtpd_recipient_restrictions = reject_unauth_destination,"
                       " reject_rbl_client zen.spamhaus.org\n",
         .mailboxes = "suzuki@recipient.example suzuki/\ntanaka@recipient.example tanaka\n",
         .transports
         = "sender.example smtp:[127.0.0.1]:" + QByteArray::number(m_senderPort) + '\n'}));
    EXPECT_TRUE(comesUp(m_recipientPort)) << m_daemons.back()->output();
}

void MailWorld::startSender()
{
    const auto by = [](const ProxyForwarder &forwarder) {
        return " smtp:[127.0.0.1]:" + QByteArray::number(forwarder.port()) + '\n';
    };
    m_daemons.push_back(startPostfix({.folder = path(u"sender"_s),
                                      .resolvConf = path(u"resolv.conf"_s),
                                      .port = m_senderPort,
                                      .settings = "myhostname = mail.sender.example\n"
                                                  "virtual_mailbox_domains = sender.example\n",
                                      .mailboxes = "keiri@sender.example keiri/\n",
                                      .transports = "suzuki@recipient.example" + by(*m_fromListed)
                                                    + "recipient.example" + by(*m_fromClean)}));
    EXPECT_TRUE(comesUp(m_senderPort)) << m_daemons.back()->output();
}

void MailWorld::submit(const QString &recipient, qsizetype size) const
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_senderPort);
    const QByteArray to = recipient.toLatin1();
    const QByteArray line = QByteArray(70, 'x') + "\r\n";
    const QByteArray message = "From: keiri@sender.example\r\nTo: " + to
                               + "\r\nSubject: Invoice\r\nDate: Tue, 17 Nov 2026 09:12:03 +0900\r\n"
                                 "\r\n"
                               + line.repeated((size / line.size()) + 1) + ".";
    const QByteArrayList commands{"EHLO keiri-pc.sender.example",
                                  "MAIL FROM:<keiri@sender.example>", "RCPT TO:<" + to + ">",
                                  "DATA", message};
    QByteArray reply = readReply(socket);
    for (const QByteArray &command : commands) {
        ASSERT_TRUE(reply.startsWith('2') || reply.startsWith('3')) << reply.toStdString();
        socket.write(command + "\r\n");
        reply = readReply(socket);
    }
    ASSERT_TRUE(reply.startsWith("250")) << reply.toStdString();
}

QByteArray MailWorld::awaitBounce(const QString &recipient) const
{
    const QDir inbox(path(u"sender/mail/keiri/new"_s));
    QByteArray bounce;
    const auto hasCome = [&] {
        for (const QString &name : inbox.entryList(QDir::Files)) {
            const QByteArray mail = readFile(inbox.filePath(name));
            if (mail.contains("Final-Recipient: rfc822; " + recipient.toLatin1()))
                bounce = mail;
        }
        return !bounce.isEmpty();
    };
    EXPECT_TRUE(QTest::qWaitFor(hasCome, patienceMs))
        << readFile(path(u"sender/maillog"_s)).toStdString()
        << readFile(path(u"recipient/maillog"_s)).toStdString();
    return bounce;
}

NetworkFile MailWorld::networkFor(const QString &ownAddress) const
{
    const bool isListed = ownAddress == "203.0.113.25"_L1;
    const ProxyForwarder &way = isListed ? *m_fromListed : *m_fromClean;
    NetworkFile file{.resolvers = {m_names + u":53"_s, m_blocklists + u":53"_s},
                     .ownAddress = QHostAddress(ownAddress)};
    file.connect.insert({.address = QHostAddress(u"198.51.100.25"_s), .port = 25},
                        {.address = QHostAddress(QHostAddress::LocalHost), .port = way.port()});
    return file;
}

} // namespace todoku::test

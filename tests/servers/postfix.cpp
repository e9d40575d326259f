// SPDX-License-Identifier: MIT
#include "servers/postfix.h"

#include "support/paths.h"

#include <QDir>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace todoku::test {

namespace {

constexpr const char *mainCf = R"(compatibility_level = 3.6
queue_directory = FOLDER/spool
data_directory = FOLDER/data
maillog_file = FOLDER/maillog
maillog_file_prefixes = FOLDER
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mydestination =
local_recipient_maps =
alias_maps =
mynetworks = 127.0.0.1/32
virtual_mailbox_base = FOLDER/mail
virtual_mailbox_maps = texthash:FOLDER/mailboxes
virtual_uid_maps = static:65534
virtual_gid_maps = static:65534
transport_maps = texthash:FOLDER/transports
)";

constexpr const char *masterCf = R"(127.0.0.1:PORT inet n - n - - smtpd PROXY
cleanup  unix n - n - 0 cleanup
qmgr     unix n - n 300 1 qmgr
rewrite  unix - - n - - trivial-rewrite
bounce   unix - - n - 0 bounce
defer    unix - - n - 0 bounce
trace    unix - - n - 0 bounce
proxymap unix - - n - - proxymap
smtp     unix - - n - - smtp
relay    unix - - n - - smtp
error    unix - - n - - error
retry    unix - - n - - error
virtual  unix - n n - - virtual
anvil    unix - - n - 1 anvil
postlog  unix-dgram n - n - 1 postlogd
)";

void giveTo(const char *user, const QString &path)
{
    const QString owner = QLatin1StringView(user) + u":"_s; // and the user's group
    EXPECT_EQ(QProcess::execute(u"chown"_s, {owner, path}), 0) << user;
}

void makeFolders(const QDir &folder)
{
    folder.mkpath(u"spool/pid"_s); // stays root's, as Postfix wants it
    for (const QString &queue :
         {u"active"_s, u"bounce"_s, u"corrupt"_s, u"defer"_s, u"deferred"_s, u"flush"_s, u"hold"_s,
          u"incoming"_s, u"private"_s, u"public"_s, u"saved"_s, u"trace"_s}) {
        folder.mkpath(u"spool/"_s + queue);
        giveTo("postfix", folder.filePath(u"spool/"_s + queue));
    }
    folder.mkpath(u"data"_s);
    giveTo("postfix", folder.filePath(u"data"_s));
    folder.mkpath(u"mail"_s);
    giveTo("nobody", folder.filePath(u"mail"_s));
}

} // namespace

std::unique_ptr<Daemon> startPostfix(const PostfixRole &role)
{
    const QDir folder(role.folder);
    makeFolders(folder);
    QByteArray master = masterCf;
    master.replace("PORT", QByteArray::number(role.port));
    master.replace("PROXY",
                   role.expectsProxyHeader ? "-o smtpd_upstream_proxy_protocol=haproxy" : "");
    writeFile(folder.filePath(u"master.cf"_s), master);
    QByteArray settings = mainCf;
    settings.replace("FOLDER", role.folder.toUtf8());
    writeFile(folder.filePath(u"main.cf"_s), settings + role.settings);
    writeFile(folder.filePath(u"mailboxes"_s), role.mailboxes);
    writeFile(folder.filePath(u"transports"_s), role.transports);

    // Postfix asks the system's name servers; in a mount namespace of its own these are others.
    const QString script = u"mount --bind \"$1\" /etc/resolv.conf && exec \"$2\" -c \"$3\""_s;
    return std::make_unique<Daemon>(u"unshare"_s,
                                    QStringList{u"--mount"_s, u"--propagation"_s, u"private"_s,
                                                u"sh"_s, u"-c"_s, script, u"sh"_s, role.resolvConf,
                                                u"/usr/lib/postfix/sbin/master"_s, role.folder});
}

} // namespace todoku::test

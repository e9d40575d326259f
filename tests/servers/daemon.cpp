// SPDX-License-Identifier: MIT
#include "servers/daemon.h"

#include <QFile>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <gtest/gtest.h>
#include <sys/prctl.h>

#include <csignal>

using namespace Qt::StringLiterals;

namespace todoku::test {

constexpr int patienceMs = 5000;

Daemon::Daemon(const QString &program, const QStringList &arguments)
{
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    // A test program that crashes must not leave daemons behind.
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
    m_process.start(program, arguments);
    EXPECT_TRUE(m_process.waitForStarted(patienceMs)) << program.toStdString();
}

Daemon::~Daemon()
{
    m_process.terminate();
    if (!m_process.waitForFinished(patienceMs)) {
        m_process.kill();
        m_process.waitForFinished(patienceMs);
    }
}

QString installed(const QString &program)
{
    const QString found = QStandardPaths::findExecutable(program);
    return found.isEmpty()
               ? QStandardPaths::findExecutable(
                     program, {u"/usr/sbin"_s, u"/usr/local/sbin"_s, u"/usr/lib/postfix/sbin"_s})
               : found;
}

quint16 freePort()
{
    QTcpServer server;
    EXPECT_TRUE(server.listen(QHostAddress::LocalHost, 0));
    return server.serverPort();
}

bool comesUp(quint16 port)
{
    const auto isUp = [port] {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
        return socket.waitForConnected(patienceMs);
    };
    return QTest::qWaitFor(isUp, patienceMs);
}

} // namespace todoku::test

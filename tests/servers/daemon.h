// SPDX-License-Identifier: MIT
#pragma once

#include <QProcess>
#include <QString>

namespace todoku::test {

/** A server program in the foreground: stopped with this object, or with this process. */
class Daemon
{
public:
    Daemon(const QString &program, const QStringList &arguments);
    ~Daemon();
    Q_DISABLE_COPY_MOVE(Daemon)

    [[nodiscard]] bool isRunning() const { return m_process.state() == QProcess::Running; }
    [[nodiscard]] std::string output() { return m_process.readAll().toStdString(); }

private:
    QProcess m_process;
};

/** Where @p program is, also beside a user's PATH; empty if it is not installed. */
[[nodiscard]] QString installed(const QString &program);

/** A TCP port of loopback that was free a moment ago. */
[[nodiscard]] quint16 freePort();

/** Whether @p port of 127.0.0.1 takes connections within some seconds. */
[[nodiscard]] bool comesUp(quint16 port);

} // namespace todoku::test

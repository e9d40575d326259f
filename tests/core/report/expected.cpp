// SPDX-License-Identifier: MIT
#include "expected.h"

#include "support/paths.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryFile>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace todoku::test {

static std::string difference(const QString &file, const QByteArray &actual)
{
    QTemporaryFile other;
    if (!other.open() || other.write(actual) != actual.size() || !other.flush())
        return actual.toStdString();
    QProcess diff;
    diff.start(u"diff"_s, {u"-u"_s, file, other.fileName()});
    diff.waitForFinished();
    return diff.readAllStandardOutput().toStdString();
}

void expectFile(const QString &path, const QString &actual)
{
    const QString file = dataPath(path);
    const QByteArray bytes = actual.toUtf8();
    if (qEnvironmentVariableIsSet("UPDATE_EXPECTED")) {
        QFile out(file);
        ASSERT_TRUE(out.open(QIODevice::WriteOnly)) << file.toStdString();
        ASSERT_EQ(out.write(bytes), bytes.size());
        return;
    }
    ASSERT_TRUE(QFile::exists(file)) << file.toStdString() << " is missing";
    EXPECT_TRUE(readFile(file) == bytes) << difference(file, bytes);
}

} // namespace todoku::test

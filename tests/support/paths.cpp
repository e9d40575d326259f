// SPDX-License-Identifier: MIT
#include "support/paths.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace todoku::test {

QString sourcePath(const QString &relative)
{
    return QDir(QStringLiteral(TODOKU_SOURCE_DIR)).filePath(relative);
}

QString dataPath(const QString &relative)
{
    return sourcePath(u"tests/data/"_s + relative);
}

QString corporaPath(const QString &relative)
{
    QString root = qEnvironmentVariable("TODOKU_CORPORA");
    if (root.isEmpty())
        root = sourcePath(u"../shared/corpora"_s);
    const QString path = QDir(root).filePath(relative);
    return QFileInfo::exists(path) ? QDir::cleanPath(path) : QString();
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        ADD_FAILURE() << "cannot read " << path.toStdString();
    return file.readAll();
}

} // namespace todoku::test

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

static QString outsidePath(const char *variable, const QString &fallback, const QString &relative)
{
    QString root = qEnvironmentVariable(variable);
    if (root.isEmpty())
        root = sourcePath(fallback);
    const QString path = QDir(root).filePath(relative);
    return QFileInfo::exists(path) ? QDir::cleanPath(path) : QString();
}

QString corporaPath(const QString &relative)
{
    return outsidePath("TODOKU_CORPORA", u"../shared/corpora"_s, relative);
}

QString referencePath(const QString &relative)
{
    return outsidePath("TODOKU_REFERENCE", u"../shared/reference"_s, relative);
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        ADD_FAILURE() << "cannot read " << path.toStdString();
    return file.readAll();
}

QString writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        ADD_FAILURE() << "cannot write " << path.toStdString();
    return path;
}

} // namespace todoku::test

// SPDX-License-Identifier: MIT
#include "core/dsn/bouncejson.h"
#include "core/dsn/readbounces.h"
#include "tables.h"

#include <QDir>
#include <QFile>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;

namespace todoku::test {

namespace {

std::string readAsJson(const QString &path)
{
    nlohmann::json json = nlohmann::json::array();
    for (const Bounce &bounce : readBounces(readFile(path), bounceTables())) {
        auto object = toJson(bounce, QFileInfo(path).fileName(), bounceTables().reasons);
        // The words are another table's business.
        for (auto &recipient : object["recipients"]) {
            recipient.erase("title");
            recipient.erase("advice");
        }
        json.push_back(std::move(object));
    }
    return json.dump(1) + "\n";
}

void writeFile(const QString &path, const std::string &text)
{
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly)) << path.toStdString();
    file.write(text.data(), static_cast<qint64>(text.size()));
}

} // namespace

TEST(BounceSamples, AreReadAsExpected)
{
    const QDir folder(dataPath(u"bounces"_s));
    const QStringList names = folder.entryList({u"*.eml"_s, u"*.txt"_s}, QDir::Files, QDir::Name);
    ASSERT_GE(names.size(), 15);

    for (const QString &name : names) {
        const QString expectation
            = folder.filePath(QFileInfo(name).completeBaseName() + u".json"_s);
        const std::string got = readAsJson(folder.filePath(name));
        if (qEnvironmentVariableIsSet("UPDATE_EXPECTED"))
            writeFile(expectation, got);
        ASSERT_TRUE(QFile::exists(expectation)) << "no expectation for " << name.toStdString();
        EXPECT_EQ(readFile(expectation).toStdString(), got) << name.toStdString();
    }
}

} // namespace todoku::test

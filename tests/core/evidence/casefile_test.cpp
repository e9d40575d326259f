// SPDX-License-Identifier: MIT
#include "core/evidence/casefile.h"
#include "support/paths.h"

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace todoku {

static QDateTime at(int second)
{
    return {QDate(2026, 11, 22), QTime(10, 15, second, 250), Qt::UTC};
}

static ProbeRecord sampleProbe()
{
    using Direction = TranscriptLine::Direction;
    return {.id = {u"recipient"_s},
            .state = CheckState::CouldNotTest,
            .found = {.id = u"recipient/timeout"_s, .arguments = {u"mx.example.com"_s, u"30"_s}},
            .target = u"example.com"_s,
            .startedAt = at(3),
            .elapsedMs = 30'004,
            .details = {{.target = u"mx.example.com"_s,
                         .state = CheckState::Problem,
                         .found = {.id = u"mx/refused"_s},
                         .excerpt = u"554 5.7.1 no"_s,
                         .elapsedMs = 12}},
            .transcript
            = {{.atMs = 0,
                .direction = Direction::Note,
                .peer = u"mx.example.com[192.0.2.10]:25"_s,
                .text = u"connected"_s},
               {.atMs = 5, .direction = Direction::Server, .text = u"220 \"hello\"\t"_s},
               {.atMs = 6, .direction = Direction::Client, .text = u"EHLO test"_s},
               {.atMs = 7, .direction = Direction::Tls, .text = u"TLSv1.3"_s}}};
}

static Case sampleCase()
{
    Case theCase;
    theCase.incident = {.sender = u"taro@example.jp"_s,
                        .recipient = u"hanako@example.com"_s,
                        .sentAt = u"2026-11-22T10:15:00+09:00"_s,
                        .subject = u"見積書の件 \U0001F4E7"_s,
                        .symptom = u"bounce"_s};
    theCase.documents
        = {{.kind = Document::Kind::Bounce,
            .name = u"戻り.eml"_s,
            .bytes = "Subject: \x82\xa0\r\n\r\n\0x"_ba},
           {.kind = Document::Kind::Text, .name = u"pasted"_s, .bytes = "550 宛先不明\r\n"_ba}};
    theCase.answers = {{{u"web_works"_s}, u"ok"_s}, {{u"onset"_s}, unknownAnswer()}};
    theCase.observations = {{.fact = {u"recipient_smtp"_s},
                             .value = u"ok"_s,
                             .subject = u"mx.example.com"_s,
                             .source = Source::Probe,
                             .excerpt = u"250 OK"_s,
                             .at = at(4),
                             .elapsedMs = 120}};
    theCase.probes = {sampleProbe()};
    theCase.dismissed = {{u"spf"_s}};
    theCase.remedies
        = {{.id = {u"resend_later"_s}, .isFixed = false}, {.id = {u"call"_s}, .isFixed = true}};
    theCase.journal = {{.at = at(5), .text = u"電話した"_s}};
    theCase.note = u"two\nlines"_s;
    return theCase;
}

TEST(CaseFile, ComesBackAsItWasWritten)
{
    const Case written = sampleCase();

    const Result<Case> read = readCase(writeCase(written), u"a.json"_s);

    ASSERT_TRUE(read) << read.error().detail.toStdString();
    EXPECT_EQ(*read, written);
}

TEST(CaseFile, IsTheSameFileWhenWrittenAgain)
{
    const QByteArray first = writeCase(sampleCase());

    const Result<Case> read = readCase(first, u"a.json"_s);

    ASSERT_TRUE(read);
    EXPECT_EQ(writeCase(*read).toStdString(), first.toStdString());
}

TEST(CaseFile, AnEmptyCaseComesBackEmpty)
{
    const Result<Case> read = readCase(writeCase({}), u"a.json"_s);

    ASSERT_TRUE(read);
    EXPECT_EQ(*read, Case());
}

TEST(CaseFile, NeedsNoMoreThanFormatAndVersion)
{
    const Result<Case> read = readCase(
        R"({"format":"todoku-case","version":1,"answers":{"onset":"sudden"},
            "observations":[{"fact":"spf","value":"fail"}]})"_ba,
        u"a.json"_s);

    ASSERT_TRUE(read) << read.error().detail.toStdString();
    EXPECT_EQ(read->answers.at({u"onset"_s}), u"sudden"_s);
    ASSERT_EQ(read->observations.size(), 1U);
    EXPECT_EQ(read->observations.front().value, u"fail"_s);
}

TEST(CaseFile, KeepsMembersOfNewerPrograms)
{
    const QByteArray newer
        = R"({"format":"todoku-case","version":1,"$schema":"x","colour":{"b":[1,{"deep":null}]},
              "incident":{"sender":"a@example.jp","mood":"cross","sent_at":""}})"_ba;

    const Result<Case> read = readCase(newer, u"a.json"_s);
    ASSERT_TRUE(read);
    const Result<Case> again = readCase(writeCase(*read), u"a.json"_s);

    ASSERT_TRUE(again);
    EXPECT_EQ(*again, *read);
    EXPECT_EQ(again->unknownMembers.toStdString(),
              R"({"$schema":"x","colour":{"b":[1,{"deep":null}]},"incident":{"mood":"cross"}})");
}

TEST(CaseFile, KeptMembersNeverReplaceKnownOnes)
{
    Case theCase = sampleCase();
    theCase.unknownMembers = R"({"version":7,"note":"other","incident":{"sender":"x"}})"_ba;

    const Result<Case> read = readCase(writeCase(theCase), u"a.json"_s);

    ASSERT_TRUE(read) << read.error().detail.toStdString();
    EXPECT_EQ(read->note, theCase.note);
    EXPECT_EQ(read->incident, theCase.incident);
}

TEST(CaseFile, TakesATimeWithoutOffsetAsUtc)
{
    const Result<Case> read = readCase(
        R"({"format":"todoku-case","version":1,
            "journal":[{"at":"2026-11-22T10:15:05.250","text":"x"},
                       {"at":"2026-11-22T19:15:05.250+09:00","text":"x"}]})"_ba,
        u"a.json"_s);

    ASSERT_TRUE(read);
    EXPECT_EQ(read->journal.at(0).at, at(5));
    EXPECT_EQ(read->journal.at(1).at, at(5));
}

struct Broken
{
    const char *name;
    QByteArray file;
    const char *complaint;
};

class BrokenCaseFile : public testing::TestWithParam<Broken>
{};

TEST_P(BrokenCaseFile, IsRefusedWithFilePlaceAndReason)
{
    const Result<Case> read = readCase(GetParam().file, u"broken.json"_s);

    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().detail.toStdString(), GetParam().complaint);
}

static QByteArray file(const QByteArray &members)
{
    return R"({"format":"todoku-case","version":1,)" + members + '}';
}

INSTANTIATE_TEST_SUITE_P(
    CaseFile,
    BrokenCaseFile,
    testing::Values(
        Broken{"OtherVersion", R"({"format":"todoku-case","version":2,"answers":5})"_ba,
               "broken.json: /version is 2; this program reads version 1"},
        Broken{"OtherFormat", R"({"format":"todo","version":1})"_ba,
               "broken.json: /format must be \"todoku-case\""},
        Broken{"NoFormat", "{}"_ba, "broken.json: /format is missing"},
        Broken{"CutInHalf", writeCase(sampleCase()).left(400),
               "broken.json is not JSON (line 15, byte 401)"},
        Broken{"Empty", ""_ba, "broken.json is not JSON (line 1, byte 1)"},
        Broken{"ListForIncident", file(R"("incident":[])"),
               "broken.json: /incident must be an object"},
        Broken{"NumberForAnswer", file(R"("answers":{"onset":3})"),
               "broken.json: /answers/onset must be a string"},
        Broken{"UnknownState", file(R"("probes":[{"id":"mx","state":"fine"}])"),
               "broken.json: /probes/0/state is not the state of a check"},
        Broken{"UnknownSource",
               file(R"("observations":[{"fact":"a","value":"b","source":"dream"}])"),
               "broken.json: /observations/0/source must be one of: answer, message, bounce, "
               "probe, remedy"},
        Broken{"BadBase64", file(R"("documents":[{"kind":"text","base64":"@@"}])"),
               "broken.json: /documents/0/base64 is not base64"},
        Broken{"NoBytes", file(R"("documents":[{"kind":"text"}])"),
               "broken.json: /documents/0 must have either \"text\" or \"base64\""},
        Broken{"BadTime", file(R"("journal":[{"at":"yesterday","text":""}])"),
               "broken.json: /journal/0/at must be a date and time as in 2026-11-22T10:15:00Z"},
        Broken{"TooManyRows",
               file("\"dismissed\":[" + QByteArray("\"a\",").repeated(20'001) + "\"a\"]"),
               "broken.json: /dismissed has more than 20000 entries"},
        Broken{"TooDeep",
               file("\"x\":" + QByteArray("[").repeated(100) + QByteArray("]").repeated(100)),
               "broken.json is nested more than 64 levels deep"}),
    [](const auto &instance) { return instance.param.name; });

TEST(CaseFile, SavesAndLoadsAFile)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"案件.json"_s);

    const Result<> saved = saveCase(sampleCase(), path);
    const Result<Case> loaded = loadCase(path);

    ASSERT_TRUE(saved) << saved.error().detail.toStdString();
    ASSERT_TRUE(loaded) << loaded.error().detail.toStdString();
    EXPECT_EQ(*loaded, sampleCase());
}

TEST(CaseFile, LeavesTheOldFileWhenItCannotWriteTheNewOne)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"case.json"_s);
    ASSERT_TRUE(saveCase(sampleCase(), path));
    Case tooLarge = sampleCase();
    tooLarge.documents.front().bytes = QByteArray(60 * 1024 * 1024, '\xff');

    const Result<> saved = saveCase(tooLarge, path);

    ASSERT_FALSE(saved);
    EXPECT_EQ(saved.error().kind, Error::Kind::TooLarge);
    EXPECT_EQ(test::readFile(path).toStdString(), writeCase(sampleCase()).toStdString());
}

TEST(CaseFile, SaysWhichFileCannotBeWritten)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"missing/case.json"_s);

    const Result<> saved = saveCase({}, path);

    ASSERT_FALSE(saved);
    EXPECT_TRUE(saved.error().detail.startsWith(path + u": cannot be written"_s))
        << saved.error().detail.toStdString();
}

TEST(CaseFile, SaysWhichFileCannotBeRead)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"none.json"_s);

    const Result<Case> loaded = loadCase(path);

    ASSERT_FALSE(loaded);
    EXPECT_TRUE(loaded.error().detail.startsWith(path)) << loaded.error().detail.toStdString();
}

} // namespace todoku

// SPDX-License-Identifier: MIT
#include "core/evidence/casefile.h"

#include "core/base/jsonplace.h"
#include "core/evidence/casenames.h"

#include <nlohmann/json.hpp>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace todoku {

// The index of the name at @p place among @p names.
template<size_t count>
static size_t readName(const JsonPlace &place, const std::array<std::string_view, count> &names)
{
    const std::string name = place.string().toStdString();
    const auto found = std::ranges::find(names, name);
    if (found != names.end())
        return static_cast<size_t>(found - names.begin());
    QStringList known;
    for (const std::string_view each : names)
        known.append(QString::fromUtf8(each.data(), static_cast<qsizetype>(each.size())));
    place.complain(u"must be one of: %1"_s.arg(known.join(u", "_s)));
    return 0;
}

static CheckState readState(const JsonPlace &place)
{
    const auto state = checkStateFromId(place.string());
    if (!state)
        place.complain(u"is not the state of a check"_s);
    return state.value_or(CheckState::NotRun);
}

// A time without an offset is taken as UTC: it must not depend on the machine that reads it.
static QDateTime readTime(const JsonPlace &parent, const QString &key)
{
    const auto place = parent.find(key);
    if (!place)
        return {};
    QDateTime time = QDateTime::fromString(place->string(), Qt::ISODateWithMs);
    if (!time.isValid())
        place->complain(u"must be a date and time as in 2026-11-22T10:15:00Z"_s);
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC);
    return time.toUTC();
}

static int readNumber(const JsonPlace &parent, const QString &key)
{
    const auto place = parent.find(key);
    return place ? place->integer() : 0;
}

static Message readMessage(const JsonPlace &parent, const QString &key)
{
    const auto place = parent.find(key);
    if (!place)
        return {};
    return {.id = place->at(u"id"_s).string(), .arguments = place->stringsOr(u"arguments"_s)};
}

template<typename Row>
static std::vector<Row> readRows(const JsonPlace &parent,
                                 const QString &key,
                                 Row (*readRow)(const JsonPlace &))
{
    std::vector<Row> rows;
    const auto place = parent.find(key);
    if (!place)
        return rows;
    if (place->json().size() > casenames::maxRows) {
        place->complain(u"has more than %1 entries"_s.arg(casenames::maxRows));
        return rows;
    }
    for (const JsonPlace &item : place->items())
        rows.push_back(readRow(item));
    return rows;
}

static Incident readIncident(const JsonPlace &place)
{
    return {.sender = place.stringOr(u"sender"_s),
            .recipient = place.stringOr(u"recipient"_s),
            .sentAt = place.stringOr(u"sent_at"_s),
            .subject = place.stringOr(u"subject"_s),
            .symptom = place.stringOr(u"symptom"_s)};
}

static QByteArray readBytes(const JsonPlace &place)
{
    const auto text = place.find(u"text"_s);
    const auto base64 = place.find(u"base64"_s);
    if (text.has_value() == base64.has_value()) {
        place.complain(u"must have either \"text\" or \"base64\""_s);
        return {};
    }
    if (text)
        return text->isString()
                   ? QByteArray::fromStdString(text->json().get_ref<const std::string &>())
                   : text->string().toUtf8();
    const auto decoded = QByteArray::fromBase64Encoding(base64->string().toLatin1(),
                                                        QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        base64->complain(u"is not base64"_s);
    return *decoded;
}

static Document readDocument(const JsonPlace &place)
{
    return {.kind
            = static_cast<Document::Kind>(readName(place.at(u"kind"_s), casenames::documentKinds)),
            .name = place.stringOr(u"name"_s),
            .bytes = readBytes(place)};
}

static Observation readObservation(const JsonPlace &place)
{
    const auto source = place.find(u"source"_s);
    return {.fact = {place.at(u"fact"_s).string()},
            .value = place.at(u"value"_s).string(),
            .subject = place.stringOr(u"subject"_s),
            .source
            = source ? static_cast<Source>(readName(*source, casenames::sources)) : Source::Answer,
            .excerpt = place.stringOr(u"excerpt"_s),
            .at = readTime(place, u"at"_s),
            .elapsedMs = readNumber(place, u"elapsed_ms"_s)};
}

static CheckDetail readDetail(const JsonPlace &place)
{
    return {.target = place.stringOr(u"target"_s),
            .state = readState(place.at(u"state"_s)),
            .found = readMessage(place, u"found"_s),
            .excerpt = place.stringOr(u"excerpt"_s),
            .elapsedMs = readNumber(place, u"elapsed_ms"_s)};
}

static TranscriptLine readLine(const JsonPlace &place)
{
    return {.atMs = readNumber(place, u"t_ms"_s),
            .direction = static_cast<TranscriptLine::Direction>(
                readName(place.at(u"dir"_s), casenames::directions)),
            .peer = place.stringOr(u"peer"_s),
            .text = place.stringOr(u"text"_s)};
}

static std::vector<FactId> readFactIds(const JsonPlace &place)
{
    std::vector<FactId> facts;
    for (const QString &fact : place.stringsOr(u"observed"_s))
        facts.push_back({fact});
    return facts;
}

static ProbeRecord readProbe(const JsonPlace &place)
{
    return {.id = {place.at(u"id"_s).string()},
            .state = readState(place.at(u"state"_s)),
            .found = place.find(u"found"_s)
                         ? readMessage(place, u"found"_s)
                         : Message{.id = place.stringOr(u"reason"_s), .arguments = {}},
            .target = place.stringOr(u"target"_s),
            .startedAt = readTime(place, u"started_at"_s),
            .elapsedMs = readNumber(place, u"elapsed_ms"_s),
            .observed = readFactIds(place),
            .details = readRows(place, u"details"_s, readDetail),
            .transcript = readRows(place, u"transcript"_s, readLine)};
}

static RemedyOutcome readRemedy(const JsonPlace &place)
{
    return {.id = {place.at(u"id"_s).string()},
            .isFixed = readName(place.at(u"outcome"_s), casenames::outcomes) != 0};
}

static JournalEntry readEntry(const JsonPlace &place)
{
    return {.at = readTime(place, u"at"_s), .text = place.at(u"text"_s).string()};
}

static FactId readFact(const JsonPlace &place)
{
    return {place.string()};
}

static std::map<FactId, QString> readAnswers(const JsonPlace &file)
{
    std::map<FactId, QString> answers;
    const auto place = file.find(u"answers"_s);
    if (!place)
        return answers;
    if (place->json().size() > casenames::maxRows) {
        place->complain(u"has more than %1 entries"_s.arg(casenames::maxRows));
        return answers;
    }
    for (const auto &[fact, value] : place->members())
        answers.insert_or_assign(FactId{fact}, value.string());
    return answers;
}

template<size_t count>
static nlohmann::json without(const JsonPlace &object,
                              const std::array<std::string_view, count> &names)
{
    nlohmann::json rest = nlohmann::json::object();
    if (!object.isObject()) {
        object.complain(u"must be an object"_s);
        return rest;
    }
    for (const auto &[key, value] : object.json().items()) {
        if (std::ranges::find(names, key) == names.end())
            rest[key] = value;
    }
    return rest;
}

static QByteArray readUnknown(const JsonPlace &file)
{
    nlohmann::json unknown = without(file, casenames::members);
    if (const auto incident = file.find(u"incident"_s)) {
        nlohmann::json inside = without(*incident, casenames::incidentMembers);
        if (!inside.empty())
            unknown["incident"] = std::move(inside);
    }
    return unknown.empty() ? QByteArray() : QByteArray::fromStdString(unknown.dump());
}

static Case readMembers(const JsonPlace &file)
{
    Case theCase;
    if (const auto incident = file.find(u"incident"_s))
        theCase.incident = readIncident(*incident);
    theCase.documents = readRows(file, u"documents"_s, readDocument);
    theCase.answers = readAnswers(file);
    theCase.observations = readRows(file, u"observations"_s, readObservation);
    theCase.probes = readRows(file, u"probes"_s, readProbe);
    for (const FactId &fact : readRows(file, u"dismissed"_s, readFact))
        theCase.dismissed.insert(fact);
    theCase.remedies = readRows(file, u"remedies"_s, readRemedy);
    theCase.journal = readRows(file, u"journal"_s, readEntry);
    theCase.note = file.stringOr(u"note"_s);
    theCase.unknownMembers = readUnknown(file);
    return theCase;
}

static Result<Case> readFrom(const JsonPlace &file)
{
    // First what the file is: of a stranger's file, nothing else is worth complaining about.
    if (file.at(u"format"_s).string().toStdString() != casenames::format)
        file.at(u"format"_s).complain(u"must be \"todoku-case\""_s);
    else if (const int found = file.at(u"version"_s).integer(); found != casenames::version)
        file.at(u"version"_s)
            .complain(u"is %1; this program reads version %2"_s.arg(found).arg(casenames::version));
    if (const auto problem = file.problem())
        return tl::unexpected(*problem);

    Case theCase = readMembers(file);
    if (const auto problem = file.problem())
        return tl::unexpected(*problem);
    return theCase;
}

Result<Case> readCase(const QByteArray &bytes, const QString &file)
{
    if (bytes.size() > casenames::maxFileSize)
        return failure(Error::Kind::TooLarge,
                       u"%1 is larger than %2 bytes"_s.arg(file).arg(casenames::maxFileSize));
    return readFrom(JsonPlace::parse(bytes, file));
}

Result<Case> loadCase(const QString &path)
{
    return readFrom(JsonPlace::readFile(path, casenames::maxFileSize));
}

} // namespace todoku

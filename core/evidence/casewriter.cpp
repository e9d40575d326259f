// SPDX-License-Identifier: MIT
#include "core/evidence/casefile.h"
#include "core/evidence/casenames.h"

#include <QSaveFile>
#include <QStringDecoder>

#include <nlohmann/json.hpp>

#include <set>

using namespace Qt::StringLiterals;

namespace todoku {

// Keeps members in the order of the contract, so that a person can read the file.
using Json = nlohmann::ordered_json;

static std::string utf8(const QString &text)
{
    return text.toUtf8().toStdString();
}

static void addText(Json &object, const char *key, const QString &text)
{
    if (!text.isEmpty())
        object[key] = utf8(text);
}

static void addTime(Json &object, const char *key, const QDateTime &time)
{
    if (time.isValid())
        object[key] = utf8(time.toUTC().toString(Qt::ISODateWithMs));
}

static void addNumber(Json &object, const char *key, int number)
{
    if (number != 0)
        object[key] = number;
}

static void addMessage(Json &object, const char *key, const Message &message)
{
    if (message.isEmpty())
        return;
    Json arguments = Json::array();
    for (const QString &argument : message.arguments)
        arguments.push_back(utf8(argument));
    object[key] = {{"id", utf8(message.id)}, {"arguments", std::move(arguments)}};
}

static bool isUtf8(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringConverter::Flag::Stateless);
    const QString text = decoder.decode(bytes);
    return !decoder.hasError() && !text.contains(QChar::Null);
}

static Json toJson(const Incident &incident)
{
    return {{"sender", utf8(incident.sender)},
            {"recipient", utf8(incident.recipient)},
            {"sent_at", utf8(incident.sentAt)},
            {"subject", utf8(incident.subject)},
            {"symptom", utf8(incident.symptom)}};
}

static Json toJson(const Document &document)
{
    Json json{{"kind", casenames::documentKinds.at(static_cast<size_t>(document.kind))},
              {"name", utf8(document.name)}};
    if (isUtf8(document.bytes))
        json["text"] = document.bytes.toStdString();
    else
        json["base64"] = document.bytes.toBase64().toStdString();
    return json;
}

static Json toJson(const Observation &observation)
{
    Json json{{"fact", utf8(observation.fact.value)}, {"value", utf8(observation.value)}};
    addText(json, "subject", observation.subject);
    json["source"] = casenames::sources.at(static_cast<size_t>(observation.source));
    addText(json, "excerpt", observation.excerpt);
    addTime(json, "at", observation.at);
    addNumber(json, "elapsed_ms", observation.elapsedMs);
    return json;
}

static Json toJson(const CheckDetail &detail)
{
    Json json{{"target", utf8(detail.target)}, {"state", utf8(checkStateId(detail.state))}};
    addMessage(json, "found", detail.found);
    addText(json, "excerpt", detail.excerpt);
    addNumber(json, "elapsed_ms", detail.elapsedMs);
    return json;
}

static Json toJson(const TranscriptLine &line)
{
    Json json{{"t_ms", line.atMs},
              {"dir", casenames::directions.at(static_cast<size_t>(line.direction))}};
    addText(json, "peer", line.peer);
    json["text"] = utf8(line.text);
    return json;
}

template<typename Row>
static Json toArray(const std::vector<Row> &rows)
{
    Json array = Json::array();
    for (const Row &row : rows)
        array.push_back(toJson(row));
    return array;
}

static Json toJson(const ProbeRecord &probe)
{
    Json json{{"id", utf8(probe.id.value)}, {"state", utf8(checkStateId(probe.state))}};
    addText(json, "reason", probe.found.id);
    addMessage(json, "found", probe.found);
    addText(json, "target", probe.target);
    addTime(json, "started_at", probe.startedAt);
    addNumber(json, "elapsed_ms", probe.elapsedMs);
    for (const FactId &fact : probe.observed)
        json["observed"].push_back(utf8(fact.value));
    if (!probe.details.empty())
        json["details"] = toArray(probe.details);
    json["transcript"] = toArray(probe.transcript);
    return json;
}

static Json toJson(const RemedyOutcome &remedy)
{
    return {{"id", utf8(remedy.id.value)},
            {"outcome", casenames::outcomes.at(static_cast<size_t>(remedy.isFixed))}};
}

static Json toJson(const JournalEntry &entry)
{
    Json json = Json::object();
    addTime(json, "at", entry.at);
    json["text"] = utf8(entry.text);
    return json;
}

// The file is put together from the texts of its members, a row of an array on a line. Unknown
// members are copied as sorted objects: in an ordered one, each member is looked for one by one,
// which a stranger's file could make to last for hours.

static std::string textOf(const auto &json)
{
    return json.dump(-1, ' ', false, std::decay_t<decltype(json)>::error_handler_t::replace);
}

static std::string textOfRows(const Json &rows)
{
    std::string text;
    for (const Json &row : rows)
        text += (text.empty() ? "\n  " : ",\n  ") + textOf(row);
    return text.empty() ? "[]" : '[' + text + "\n ]";
}

using Members = std::vector<std::pair<std::string, std::string>>; // name and JSON text

static void addUnknown(Members &members, const nlohmann::json &unknown)
{
    if (!unknown.is_object())
        return;
    const std::set<std::string> known = [&] {
        std::set<std::string> names;
        for (const auto &[name, text] : members)
            names.insert(name);
        return names;
    }();
    for (const auto &[name, value] : unknown.items()) {
        if (!known.contains(name)) // never over what this program knows
            members.emplace_back(name, textOf(value));
    }
}

static std::string textOfMembers(const Members &members, const std::string &indent)
{
    std::string text;
    for (const auto &[name, value] : members)
        text += (text.empty() ? "\n" : ",\n") + indent + ' ' + textOf(Json(name)) + ": " + value;
    return '{' + text + '\n' + indent + '}';
}

static std::string textOfIncident(const Incident &incident, const nlohmann::json &unknown)
{
    Members members;
    const Json known = toJson(incident);
    for (const auto &[name, value] : known.items())
        members.emplace_back(name, textOf(value));
    addUnknown(members, unknown);
    return textOfMembers(members, " ");
}

QByteArray writeCase(const Case &theCase)
{
    nlohmann::json answers = nlohmann::json::object();
    for (const auto &[fact, value] : theCase.answers)
        answers[utf8(fact.value)] = utf8(value);
    Json dismissed = Json::array();
    for (const FactId &fact : theCase.dismissed)
        dismissed.push_back(utf8(fact.value));
    const auto unknown = nlohmann::json::parse(theCase.unknownMembers.begin(),
                                               theCase.unknownMembers.end(), nullptr, false);
    const nlohmann::json inIncident
        = unknown.is_object() ? unknown.value("incident", nlohmann::json()) : nlohmann::json();

    Members members{{"format", textOf(Json(casenames::format))},
                    {"version", textOf(Json(casenames::version))},
                    {"incident", textOfIncident(theCase.incident, inIncident)},
                    {"documents", textOfRows(toArray(theCase.documents))},
                    {"answers", textOf(answers)},
                    {"observations", textOfRows(toArray(theCase.observations))},
                    {"probes", textOfRows(toArray(theCase.probes))},
                    {"dismissed", textOf(dismissed)},
                    {"remedies", textOfRows(toArray(theCase.remedies))},
                    {"journal", textOfRows(toArray(theCase.journal))},
                    {"note", textOf(Json(utf8(theCase.note)))}};
    addUnknown(members, unknown);
    return QByteArray::fromStdString(textOfMembers(members, {}) + '\n');
}

Result<> saveCase(const Case &theCase, const QString &path)
{
    const QByteArray bytes = writeCase(theCase);
    if (bytes.size() > casenames::maxFileSize) // it could never be opened again
        return failure(Error::Kind::TooLarge, u"%1: would be larger than %2 bytes"_s.arg(path).arg(
                                                  casenames::maxFileSize));
    QSaveFile file(path);
    const bool isWritten
        = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    if (!isWritten)
        return failure(Error::Kind::Malformed,
                       u"%1: cannot be written: %2"_s.arg(path, file.errorString()));
    return {};
}

} // namespace todoku

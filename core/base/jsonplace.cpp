// SPDX-License-Identifier: MIT
#include "core/base/jsonplace.h"

#include <QFile>

#include <nlohmann/json.hpp>

#include <limits>

using namespace Qt::StringLiterals;

namespace todoku {

struct JsonPlace::Document
{
    QString file;
    nlohmann::json root;
    std::optional<Error> problem;
};

namespace {

constexpr int maxDepth = 64;
const nlohmann::json nothing;

// nlohmann parses deep nesting without recursion, but destroys and walks it recursively.
bool isTooDeep(const QByteArray &bytes)
{
    int depth = 0;
    bool isInString = false;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const char c = bytes.at(i);
        if (isInString && c == '\\')
            ++i;
        else if (c == '"')
            isInString = !isInString;
        else if (!isInString && (c == '{' || c == '['))
            ++depth;
        else if (!isInString && (c == '}' || c == ']'))
            --depth;
        if (depth > maxDepth)
            return true;
    }
    return false;
}

// A parser that notes where it stopped instead of throwing.
class PlaceOfError final : public nlohmann::json_sax<nlohmann::json>
{
public:
    size_t position = 0;

    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t &) override { return true; }
    bool string(string_t &) override { return true; }
    bool binary(binary_t &) override { return true; }
    bool start_object(std::size_t) override { return true; }
    bool key(string_t &) override { return true; }
    bool end_object() override { return true; }
    bool start_array(std::size_t) override { return true; }
    bool end_array() override { return true; }
    bool parse_error(std::size_t at,
                     const std::string &,
                     const nlohmann::detail::exception &) override
    {
        position = at;
        return false;
    }
};

QString placeOfError(const QByteArray &bytes)
{
    PlaceOfError sax;
    nlohmann::json::sax_parse(bytes.begin(), bytes.end(), &sax);
    const auto before = bytes.left(static_cast<qsizetype>(sax.position));
    return u"line %1, byte %2"_s.arg(before.count('\n') + 1).arg(sax.position);
}

} // namespace

JsonPlace::JsonPlace(std::shared_ptr<Document> document, const nlohmann::json *value, QString path)
    : m_document(std::move(document))
    , m_value(value)
    , m_path(std::move(path))
{}

JsonPlace JsonPlace::parse(const QByteArray &bytes, const QString &file)
{
    auto document = std::make_shared<Document>();
    document->file = file;
    JsonPlace root(document, &document->root, {});
    if (isTooDeep(bytes)) {
        root.complain(u"is nested more than %1 levels deep"_s.arg(maxDepth));
        return root;
    }
    document->root = nlohmann::json::parse(bytes.begin(), bytes.end(), nullptr, false);
    if (document->root.is_discarded()) {
        document->root = nullptr;
        root.complain(u"is not JSON (%1)"_s.arg(placeOfError(bytes)));
    }
    return root;
}

JsonPlace JsonPlace::readFile(const QString &path, qint64 limit)
{
    const auto unreadable = [&](const QString &reason) {
        auto document = std::make_shared<Document>();
        document->file = path;
        JsonPlace root(document, &document->root, {});
        root.complain(reason);
        return root;
    };
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(u"cannot be read: %1"_s.arg(file.errorString()));
    const QByteArray bytes = file.read(limit + 1);
    if (bytes.size() > limit)
        return unreadable(u"is larger than %1 bytes"_s.arg(limit));
    return parse(bytes, path);
}

JsonPlace JsonPlace::child(const nlohmann::json *value, const QString &step) const
{
    return {m_document, value, m_path + u'/' + step};
}

JsonPlace JsonPlace::at(const QString &key) const
{
    const JsonPlace place = child(&nothing, key);
    if (!m_value->is_object()) {
        complain(u"must be an object"_s);
        return place;
    }
    const auto found = m_value->find(key.toStdString());
    if (found == m_value->end()) {
        place.complain(u"is missing"_s);
        return place;
    }
    return child(&*found, key);
}

std::optional<JsonPlace> JsonPlace::find(const QString &key) const
{
    if (!m_value->is_object())
        return std::nullopt;
    const auto found = m_value->find(key.toStdString());
    if (found == m_value->end() || found->is_null())
        return std::nullopt;
    return child(&*found, key);
}

QString JsonPlace::string() const
{
    if (!m_value->is_string()) {
        complain(u"must be a string"_s);
        return {};
    }
    return QString::fromStdString(m_value->get_ref<const std::string &>());
}

double JsonPlace::number() const
{
    if (!m_value->is_number()) {
        complain(u"must be a number"_s);
        return 0;
    }
    return m_value->get<double>();
}

int JsonPlace::integer() const
{
    const double value = number();
    constexpr double low = std::numeric_limits<int>::min();
    constexpr double high = std::numeric_limits<int>::max();
    if (value < low || value > high || value != static_cast<int>(value)) {
        complain(u"must be a whole number"_s);
        return 0;
    }
    return static_cast<int>(value);
}

bool JsonPlace::boolean() const
{
    if (!m_value->is_boolean()) {
        complain(u"must be true or false"_s);
        return false;
    }
    return m_value->get<bool>();
}

std::vector<JsonPlace> JsonPlace::items() const
{
    std::vector<JsonPlace> places;
    if (!m_value->is_array()) {
        complain(u"must be an array"_s);
        return places;
    }
    for (size_t i = 0; i < m_value->size(); ++i)
        places.push_back(child(&(*m_value)[i], QString::number(i)));
    return places;
}

std::vector<std::pair<QString, JsonPlace>> JsonPlace::members() const
{
    std::vector<std::pair<QString, JsonPlace>> places;
    if (!m_value->is_object()) {
        complain(u"must be an object"_s);
        return places;
    }
    for (const auto &[key, value] : m_value->items()) {
        const QString name = QString::fromStdString(key);
        places.emplace_back(name, child(&value, name));
    }
    return places;
}

QStringList JsonPlace::strings() const
{
    QStringList values;
    for (const JsonPlace &item : items())
        values.append(item.string());
    return values;
}

QString JsonPlace::stringOr(const QString &key, const QString &fallback) const
{
    const auto place = find(key);
    return place ? place->string() : fallback;
}

double JsonPlace::numberOr(const QString &key, double fallback) const
{
    const auto place = find(key);
    return place ? place->number() : fallback;
}

bool JsonPlace::booleanOr(const QString &key, bool fallback) const
{
    const auto place = find(key);
    return place ? place->boolean() : fallback;
}

QStringList JsonPlace::stringsOr(const QString &key) const
{
    const auto place = find(key);
    return place ? place->strings() : QStringList();
}

bool JsonPlace::isObject() const
{
    return m_value->is_object();
}

bool JsonPlace::isArray() const
{
    return m_value->is_array();
}

bool JsonPlace::isString() const
{
    return m_value->is_string();
}

const nlohmann::json &JsonPlace::json() const
{
    return *m_value;
}

void JsonPlace::complain(const QString &reason) const
{
    if (m_document->problem)
        return;
    const QString where = m_path.isEmpty() ? m_document->file : m_document->file + u": "_s + m_path;
    m_document->problem = Error{.kind = Error::Kind::Malformed, .detail = where + u' ' + reason};
}

void JsonPlace::expectSchema(const QString &schema) const
{
    const JsonPlace place = at(u"schema"_s);
    if (place.string() != schema)
        place.complain(u"must be \"%1\""_s.arg(schema));
}

std::optional<Error> JsonPlace::problem() const
{
    return m_document->problem;
}

} // namespace todoku

// SPDX-License-Identifier: MIT
#include "core/dnsbl/blocklist.h"

#include <QDir>
#include <QFile>
#include <QSet>

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;

namespace todoku {

namespace {

using Json = nlohmann::json;

/** An object of the table at a place; keeps the first thing wrong for all of them. */
class Node
{
public:
    Node(const Json &json, QString place, std::optional<QString> &problem)
        : m_json(json)
        , m_place(std::move(place))
        , m_problem(problem)
    {
        if (!m_json.is_object())
            fail({}, u"expected an object"_s);
    }

    void fail(const QString &member, const QString &reason) const
    {
        if (!m_problem)
            m_problem
                = u"at %1: %2"_s.arg(member.isEmpty() ? m_place : m_place + u'/' + member, reason);
    }

    [[nodiscard]] bool has(const char *member) const { return find(member) != nullptr; }

    QString text(const char *member, bool isRequired = true) const
    {
        const Json *value = find(member);
        if (value && value->is_string() && !value->get_ref<const std::string &>().empty())
            return QString::fromStdString(value->get_ref<const std::string &>());
        if (value || isRequired)
            fail(QString::fromLatin1(member), u"expected a string that is not empty"_s);
        return {};
    }

    int number(const char *member, int first, int last) const
    {
        const Json *value = find(member);
        if (value && value->is_number_integer()) {
            const auto number = value->get<std::int64_t>();
            if (first <= number && number <= last)
                return static_cast<int>(number);
        }
        fail(QString::fromLatin1(member),
             u"expected a number from %1 to %2"_s.arg(first).arg(last));
        return first;
    }

    bool flag(const char *member, bool byDefault) const
    {
        const Json *value = find(member);
        if (value && !value->is_boolean())
            fail(QString::fromLatin1(member), u"expected true or false"_s);
        return value && value->is_boolean() ? value->get<bool>() : byDefault;
    }

    /** Each element of an array; none if it is absent and not required. */
    template<typename Take>
    void each(const char *member, bool isRequired, const Take &take) const
    {
        const Json *value = find(member);
        if (!value && !isRequired)
            return;
        if (!value || !value->is_array())
            fail(QString::fromLatin1(member), u"expected an array"_s);
        else
            eachOf(*value, member, take);
    }

    template<typename Take>
    void eachOf(const Json &array, const char *member, const Take &take) const
    {
        for (size_t i = 0; i < array.size(); ++i)
            take(array[i], u"%1/%2/%3"_s.arg(m_place, QLatin1StringView(member)).arg(i));
    }

    [[nodiscard]] Node child(const char *member) const
    {
        static const Json none = Json::object();
        const Json *value = find(member);
        return {value ? *value : none, m_place + u'/' + QLatin1StringView(member), m_problem};
    }

    void allowOnly(std::initializer_list<const char *> members) const
    {
        if (!m_json.is_object())
            return;
        for (const auto &[key, value] : m_json.items()) {
            if (std::ranges::find(members, key) == members.end())
                fail(QString::fromStdString(key), u"unknown member"_s);
        }
    }

    [[nodiscard]] LocalizedText localized() const { return {.ja = text("ja"), .en = text("en")}; }

private:
    [[nodiscard]] const Json *find(const char *member) const
    {
        if (!m_json.is_object())
            return nullptr;
        const auto it = m_json.find(member);
        return it == m_json.end() || it->is_null() ? nullptr : &*it;
    }

    const Json &m_json;
    QString m_place;
    std::optional<QString> &m_problem;
};

LocalizedText optionalText(const Node &node, const char *member)
{
    return node.has(member) ? node.child(member).localized() : LocalizedText{};
}

std::optional<BlocklistTarget::Kind> kindNamed(const QString &text)
{
    if (text == u"ip4"_s)
        return BlocklistTarget::Kind::Ip4;
    if (text == u"ip6"_s)
        return BlocklistTarget::Kind::Ip6;
    if (text == u"domain"_s)
        return BlocklistTarget::Kind::Domain;
    return std::nullopt;
}

BlocklistCode readCode(const Node &node, bool isBitMask)
{
    constexpr int highestBit = 128;
    node.allowOnly({"code", "bit", "ja", "en", "speaks"});
    BlocklistCode code{.meaning = node.localized()};
    if (isBitMask && node.has("bit")) {
        code.bit = node.number("bit", 1, highestBit);
    } else {
        const auto pattern = CodePattern::parse(node.text("code"));
        if (!pattern)
            node.fail(u"code"_s, u"expected four octets, like \"127.0.0.4-7\""_s);
        code.pattern = pattern.value_or(CodePattern{});
    }
    const QString speaks = node.text("speaks", false);
    if (speaks == u"for"_s)
        code.speaks = BlocklistCode::Speaks::For;
    else if (speaks == u"against-line"_s)
        code.speaks = BlocklistCode::Speaks::AgainstLine;
    else if (speaks == u"neither"_s)
        code.speaks = BlocklistCode::Speaks::Neither;
    else if (!speaks.isEmpty() && speaks != u"against"_s)
        node.fail(u"speaks"_s, u"expected \"against\", \"against-line\", \"for\" or \"neither\""_s);
    return code;
}

std::optional<BlocklistTarget> readTestPoint(const Node &node,
                                             const char *member,
                                             BlocklistTarget::Kind kind)
{
    const QString text = node.text(member, false);
    if (text.isEmpty())
        return std::nullopt;
    if (kind == BlocklistTarget::Kind::Domain)
        return BlocklistTarget{.kind = kind, .domain = text};
    // Not BlocklistTarget::of(): RFC 5782's IPv6 test points are IPv4-mapped addresses.
    const QHostAddress address(text);
    const auto protocol = kind == BlocklistTarget::Kind::Ip4 ? QAbstractSocket::IPv4Protocol
                                                             : QAbstractSocket::IPv6Protocol;
    if (address.protocol() != protocol)
        node.fail(QString::fromLatin1(member), u"expected an address of this kind"_s);
    return BlocklistTarget{.kind = kind, .address = address};
}

BlocklistTestPoints readTests(const Node &tests, const char *member, BlocklistTarget::Kind kind)
{
    const Node node = tests.child(member);
    node.allowOnly({"listed", "unlisted"});
    return {.listed = readTestPoint(node, "listed", kind),
            .unlisted = readTestPoint(node, "unlisted", kind)};
}

QUrl readUrl(const Node &node, const char *member)
{
    const QUrl url(node.text(member, false));
    if (!url.isEmpty() && url.scheme() != u"https"_s && url.scheme() != u"http"_s)
        node.fail(QString::fromLatin1(member), u"expected a web address"_s);
    return url;
}

void readLists(const Node &node, Blocklist &list, std::optional<QString> &problem)
{
    node.each("takes", true, [&](const Json &json, const QString &place) {
        const auto kind = json.is_string()
                              ? kindNamed(QString::fromStdString(json.get<std::string>()))
                              : std::nullopt;
        if (!kind && !problem)
            problem = u"at %1: expected \"ip4\", \"ip6\" or \"domain\""_s.arg(place);
        if (kind)
            list.takes.append(*kind);
    });
    node.each("codes", true, [&](const Json &json, const QString &place) {
        list.codes.push_back(readCode(Node(json, place, problem), list.isBitMask));
    });
    node.each("refusals", false, [&](const Json &json, const QString &place) {
        list.refusals.push_back(readCode(Node(json, place, problem), false));
    });
    const Node tests = node.child("tests");
    tests.allowOnly({"ip4", "ip6", "domain"});
    list.ip4Tests = readTests(tests, "ip4", BlocklistTarget::Kind::Ip4);
    list.ip6Tests = readTests(tests, "ip6", BlocklistTarget::Kind::Ip6);
    list.domainTests = readTests(tests, "domain", BlocklistTarget::Kind::Domain);
    for (const auto kind : std::as_const(list.takes)) {
        if (!list.testsFor(kind).listed && !list.testsFor(kind).unlisted)
            node.fail(u"tests"_s, u"a kind that the list takes has no test point"_s);
    }
}

Blocklist readBlocklist(const Node &node, std::optional<QString> &problem)
{
    constexpr int heaviest = 5;
    node.allowOnly({"zone", "name", "operator", "takes", "weight", "enabled", "bitmask", "purpose",
                    "codes", "refusals", "tests", "lookup", "delist", "delisting", "access"});
    Blocklist list{.zone = node.text("zone"),
                   .name = node.text("name"),
                   .operatedBy = node.text("operator", false),
                   .weight = node.number("weight", 0, heaviest),
                   .isEnabled = node.flag("enabled", false),
                   .isBitMask = node.flag("bitmask", false),
                   .purpose = node.child("purpose").localized()};
    list.lookup = readUrl(node, "lookup");
    list.delist = readUrl(node, "delist");
    list.delisting = optionalText(node, "delisting");
    list.access = optionalText(node, "access");
    readLists(node, list, problem);
    return list;
}

} // namespace

Result<std::vector<Blocklist>> Blocklist::parse(const QByteArray &json, const QString &file)
{
    const auto bad = [&](const QString &problem) {
        return failure(Error::Kind::Malformed, u"%1: %2"_s.arg(file, problem));
    };
    const Json document = Json::parse(json.begin(), json.end(), nullptr, false);
    if (document.is_discarded())
        return bad(u"not JSON"_s);

    std::optional<QString> problem;
    const Node root(document, {}, problem);
    root.allowOnly({"format", "version", "as_of", "lists"});
    if (root.text("format") != u"todoku-blocklists"_s)
        root.fail(u"format"_s, u"expected \"todoku-blocklists\""_s);
    root.number("version", 1, 1);
    std::vector<Blocklist> lists;
    QSet<QString> zones;
    root.each("lists", true, [&](const Json &entry, const QString &place) {
        const Node node(entry, place, problem);
        lists.push_back(readBlocklist(node, problem));
        if (zones.contains(lists.back().zone))
            node.fail(u"zone"_s, u"stands here twice"_s);
        zones.insert(lists.back().zone);
    });
    if (problem)
        return bad(*problem);
    return lists;
}

Result<std::vector<Blocklist>> Blocklist::load(const QString &directory)
{
    const QString path = QDir(directory).filePath(u"blocklists.json"_s);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::Malformed, u"%1: %2"_s.arg(path, file.errorString()));
    return parse(file.readAll(), path);
}

} // namespace todoku

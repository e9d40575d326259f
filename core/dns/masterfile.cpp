// SPDX-License-Identifier: MIT
#include "core/dns/masterfile.h"

#include "core/base/endpoint.h"
#include "core/dns/name.h"

#include <array>
#include <limits>
#include <optional>

using namespace Qt::StringLiterals;

namespace todoku {

namespace {

constexpr quint32 defaultTtl = 3600;

struct Token
{
    QByteArray text;
    bool isQuoted = false;
};

/** An entry: the tokens up to a line end outside of parentheses. */
struct Entry
{
    int line = 0;
    bool hasOwner = false; // its first line does not begin with white space
    std::vector<Token> tokens;
};

/** Splits text into entries; an entry without tokens is the end. */
class Scanner
{
public:
    explicit Scanner(const QByteArray &text)
        : m_text(text)
    {}

    Entry next()
    {
        static constexpr QByteArrayView separators = " \t\r;()";
        Entry entry;
        m_depth = 0;
        m_isLineStart = true;
        while (m_at < m_text.size()) {
            const char c = m_text.at(m_at);
            if (c == '\n') {
                if (endLine() && !entry.tokens.empty())
                    break;
            } else if (separators.contains(c)) {
                skip(c);
            } else {
                if (entry.tokens.empty()) {
                    entry.line = m_line;
                    entry.hasOwner = m_isLineStart;
                }
                entry.tokens.push_back(token());
            }
        }
        return entry;
    }

private:
    /** Past a line end; whether it stands outside of parentheses. */
    bool endLine()
    {
        ++m_at;
        ++m_line;
        m_isLineStart = true;
        return m_depth <= 0;
    }

    void skip(char c)
    {
        if (c == ';') {
            const qsizetype end = m_text.indexOf('\n', m_at);
            m_at = end < 0 ? m_text.size() : end;
            return;
        }
        if (c == '(')
            ++m_depth;
        else if (c == ')')
            --m_depth;
        m_isLineStart = false;
        ++m_at;
    }

    Token token()
    {
        static constexpr QByteArrayView ends = " \t\r\n;()";
        Token token{.isQuoted = m_text.at(m_at) == '"'};
        if (token.isQuoted)
            ++m_at;
        for (; m_at < m_text.size(); ++m_at) {
            const char c = m_text.at(m_at);
            if (token.isQuoted ? c == '"' : ends.contains(c))
                break;
            token.text += c;
            if (c == '\\' && m_at + 1 < m_text.size())
                token.text += m_text.at(++m_at);
        }
        if (token.isQuoted && m_at < m_text.size())
            ++m_at;
        return token;
    }

    const QByteArray &m_text;
    qsizetype m_at = 0;
    int m_line = 1;
    int m_depth = 0;
    bool m_isLineStart = true;
};

std::optional<DnsType> typeNamed(const QByteArray &text)
{
    static constexpr std::array<std::pair<const char *, DnsType>, 10> names{
        {{"A", DnsType::A},
         {"AAAA", DnsType::AAAA},
         {"CNAME", DnsType::CNAME},
         {"MX", DnsType::MX},
         {"NS", DnsType::NS},
         {"PTR", DnsType::PTR},
         {"SOA", DnsType::SOA},
         {"SRV", DnsType::SRV},
         {"TLSA", DnsType::TLSA},
         {"TXT", DnsType::TXT}}};
    for (const auto &[name, type] : names) {
        if (text.compare(name, Qt::CaseInsensitive) == 0)
            return type;
    }
    return std::nullopt;
}

/** The octets of a character-string, its escapes undone. */
QByteArray unescaped(const QByteArray &text)
{
    QByteArray octets;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) != '\\' || i + 1 >= text.size()) {
            octets += text.at(i);
            continue;
        }
        bool isNumber = false;
        const int value = text.mid(i + 1, 3).toInt(&isNumber);
        const bool isOctet
            = isNumber && i + 3 < text.size() && value <= std::numeric_limits<quint8>::max();
        octets += isOctet ? static_cast<char>(value) : text.at(i + 1);
        i += isOctet ? 3 : 1;
    }
    return octets;
}

class Reader
{
public:
    explicit Reader(const QByteArray &text)
        : m_scanner(text)
    {}

    Result<std::vector<DnsRecord>> read()
    {
        while (true) {
            m_entry = m_scanner.next();
            m_at = 0;
            if (m_entry.tokens.empty())
                return std::move(m_records);
            const auto done = m_entry.tokens.front().text.startsWith('$') ? directive() : record();
            if (!done)
                return tl::unexpected(done.error());
        }
    }

private:
    [[nodiscard]] tl::unexpected<Error> bad(const QString &reason) const
    {
        return failure(Error::Kind::Malformed,
                       u"master file, line %1: %2"_s.arg(m_entry.line).arg(reason));
    }

    [[nodiscard]] bool hasMore() const { return m_at < m_entry.tokens.size(); }
    QByteArray take() { return hasMore() ? m_entry.tokens.at(m_at++).text : QByteArray(); }

    template<typename Integer>
    Integer number()
    {
        bool isNumber = false;
        const quint64 value = take().toULongLong(&isNumber);
        if (!isNumber || value > std::numeric_limits<Integer>::max())
            m_isGood = false;
        return static_cast<Integer>(value);
    }

    QString name()
    {
        const QByteArray text = take();
        QString name = QString::fromUtf8(text).toLower();
        if (name == u"@"_s)
            name = m_origin;
        else if (name.size() > 1 && name.endsWith(u'.'))
            name.chop(1);
        else if (name != u"."_s && m_origin != u"."_s)
            name += u'.' + m_origin;
        m_isGood = m_isGood && isDomainName(name);
        return name;
    }

    Result<> directive()
    {
        const QByteArray keyword = take().toUpper();
        if (keyword == "$ORIGIN")
            m_origin = name();
        else if (keyword == "$TTL")
            m_ttl = number<quint32>();
        else
            return bad(u"unknown directive"_s);
        if (!m_isGood)
            return bad(u"this directive's value cannot be read"_s);
        return {};
    }

    Result<> record()
    {
        if (m_entry.hasOwner)
            m_owner = name();
        DnsRecord record{.owner = m_owner, .ttl = m_ttl};
        const auto type = ttlClassAndType(record);
        if (!type || !m_isGood || m_owner.isEmpty())
            return bad(u"expected an owner, a TTL, a class and a type that is known"_s);
        record.type = *type;
        record.data = data(*type);
        if (!m_isGood || hasMore())
            return bad(u"the data does not fit its type"_s);
        m_records.push_back(std::move(record));
        return {};
    }

    std::optional<DnsType> ttlClassAndType(DnsRecord &record)
    {
        while (hasMore()) {
            const QByteArray &text = m_entry.tokens.at(m_at).text;
            bool isNumber = false;
            const quint32 ttl = text.toUInt(&isNumber);
            if (isNumber)
                record.ttl = ttl;
            else if (text.compare("IN", Qt::CaseInsensitive) != 0)
                return typeNamed(take());
            ++m_at;
        }
        return std::nullopt;
    }

    DnsData data(DnsType type)
    {
        switch (type) {
        case DnsType::A:
        case DnsType::AAAA:
            return address(type);
        case DnsType::MX:
            return MxRecord{.preference = number<quint16>(), .exchange = name()};
        case DnsType::SRV:
            return SrvRecord{.priority = number<quint16>(),
                             .weight = number<quint16>(),
                             .port = number<quint16>(),
                             .target = name()};
        case DnsType::TLSA:
            return tlsa();
        case DnsType::SOA:
            return soa();
        case DnsType::TXT:
            return txt();
        case DnsType::NS:
        case DnsType::CNAME:
        case DnsType::PTR:
            break;
        }
        return DomainName{name()};
    }

    QHostAddress address(DnsType type)
    {
        const QHostAddress address
            = parseAddress(QString::fromLatin1(take())).value_or(QHostAddress());
        const auto wanted
            = type == DnsType::A ? QAbstractSocket::IPv4Protocol : QAbstractSocket::IPv6Protocol;
        m_isGood = m_isGood && address.protocol() == wanted;
        return address;
    }

    TlsaRecord tlsa()
    {
        TlsaRecord tlsa{.usage = number<quint8>(),
                        .selector = number<quint8>(),
                        .matchingType = number<quint8>()};
        QByteArray hex;
        while (hasMore())
            hex += take();
        tlsa.data = QByteArray::fromHex(hex);
        m_isGood = m_isGood && tlsa.data.size() * 2 == hex.size();
        return tlsa;
    }

    SoaRecord soa()
    {
        SoaRecord soa{.primary = name(), .mailbox = name(), .serial = number<quint32>()};
        for (int i = 0; i < 3; ++i) // refresh, retry, expire: between name servers only
            number<quint32>();
        soa.minimum = number<quint32>();
        return soa;
    }

    TxtRecord txt()
    {
        constexpr qsizetype maxString = 255;
        TxtRecord txt;
        while (hasMore()) {
            txt.strings.append(unescaped(take()));
            m_isGood = m_isGood && txt.strings.constLast().size() <= maxString;
        }
        m_isGood = m_isGood && !txt.strings.isEmpty();
        return txt;
    }

    Scanner m_scanner;
    Entry m_entry;
    size_t m_at = 0;
    bool m_isGood = true;
    QString m_origin = u"."_s;
    QString m_owner;
    quint32 m_ttl = defaultTtl;
    std::vector<DnsRecord> m_records;
};

} // namespace

Result<std::vector<DnsRecord>> readMasterFile(const QByteArray &text)
{
    return Reader(text).read();
}

} // namespace todoku

// SPDX-License-Identifier: MIT
#include "core/smtp/networkfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <nlohmann/json.hpp>

#include <functional>

using namespace Qt::StringLiterals;

namespace todoku {

namespace {

using Json = nlohmann::json;

/** Reads members of one JSON document; the first thing wrong is kept, with its place. */
class Reader
{
public:
    Reader(const Json &root, QString path)
        : m_root(root)
        , m_path(std::move(path))
    {}

    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

    void fail(const QString &place, const QString &reason)
    {
        if (!m_error)
            m_error = Error{.kind = Error::Kind::Malformed,
                            .detail = u"%1: at %2: %3"_s.arg(m_path, place, reason)};
    }

    void text(const char *member, const std::function<void(const QString &)> &take)
    {
        if (const Json *value = find(member))
            string(*value, u'/' + QLatin1StringView(member), take);
    }

    void texts(const char *member,
               const std::function<void(const QString &, const QString &)> &take)
    {
        const Json *value = find(member);
        const QString place = u'/' + QString::fromLatin1(member);
        if (value && !value->is_array())
            fail(place, u"expected an array"_s);
        for (size_t i = 0; value && value->is_array() && i < value->size(); ++i) {
            const QString at = u"%1/%2"_s.arg(place).arg(i);
            string((*value)[i], at, [&](const QString &text) { take(text, at); });
        }
    }

    using TakePair
        = std::function<void(const QString &key, const QString &value, const QString &at)>;
    void pairs(const char *member, const TakePair &take)
    {
        const Json *object = find(member);
        const QString place = u'/' + QString::fromLatin1(member);
        if (object && !object->is_object())
            fail(place, u"expected an object"_s);
        if (!object || !object->is_object())
            return;
        for (const auto &[key, value] : object->items()) {
            const QString name = QString::fromStdString(key);
            const QString at = place + u'/' + name;
            string(value, at, [&](const QString &text) { take(name, text, at); });
        }
    }

private:
    [[nodiscard]] const Json *find(const char *member) const
    {
        const auto it = m_root.find(member);
        return it == m_root.end() ? nullptr : &*it;
    }

    void string(const Json &value,
                const QString &place,
                const std::function<void(const QString &)> &take)
    {
        if (value.is_string())
            take(QString::fromStdString(value.get_ref<const std::string &>()));
        else
            fail(place, u"expected a string"_s);
    }

    const Json &m_root;
    QString m_path;
    std::optional<Error> m_error;
};

void readEndpointMap(Reader &reader, NetworkFile &file)
{
    reader.pairs("connect", [&](const QString &from, const QString &to, const QString &at) {
        const auto seen = Endpoint::parse(from);
        const auto real = Endpoint::parse(to);
        if (!seen || !real)
            reader.fail(at, u"expected \"address:port\" on both sides"_s);
        else
            file.connect.insert(*seen, *real);
    });
    reader.pairs("http", [&](const QString &host, const QString &to, const QString &at) {
        if (!Endpoint::parse(to))
            reader.fail(at, u"expected \"address:port\""_s);
        file.http.insert(host.toLower(), to);
    });
}

void readPlaces(Reader &reader, NetworkFile &file)
{
    constexpr quint16 dnsPort = 53;
    reader.texts("resolvers", [&](const QString &text, const QString &at) {
        if (!Endpoint::parse(text, dnsPort))
            reader.fail(at, u"expected \"address\" or \"address:port\""_s);
        file.resolvers << text;
    });
    reader.texts("unreachable", [&](const QString &text, const QString &at) {
        const auto subnet = QHostAddress::parseSubnet(text);
        if (subnet.second < 0)
            reader.fail(at, u"expected a subnet like \"198.51.100.0/24\""_s);
        file.unreachable.append(subnet);
    });
    reader.texts("reachability", [&](const QString &text, const QString &at) {
        const qsizetype colon = text.lastIndexOf(u':');
        if (colon <= 0 || text.mid(colon + 1).toUShort() == 0)
            reader.fail(at, u"expected \"host:port\""_s);
        file.reachability << text;
    });
}

void readSettings(Reader &reader, NetworkFile &file, const QString &path)
{
    reader.text("default", [&](const QString &text) {
        if (text != u"refuse"_s && text != u"direct"_s)
            reader.fail(u"/default"_s, u"expected \"refuse\" or \"direct\""_s);
        file.byDefault
            = text == u"direct"_s ? NetworkFile::Default::Direct : NetworkFile::Default::Refuse;
    });
    reader.text("trust", [&](const QString &text) {
        file.trustFile = QFileInfo(path).dir().filePath(text);
    });
    reader.text("own_address", [&](const QString &text) {
        file.ownAddress = parseAddress(text);
        if (!file.ownAddress)
            reader.fail(u"/own_address"_s, u"expected an address"_s);
    });
}

Result<QByteArray> readBounded(const QString &path)
{
    constexpr qint64 maxSize = qint64(1024) * 1024;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::Malformed, u"%1: %2"_s.arg(path, file.errorString()));
    QByteArray bytes = file.read(maxSize + 1);
    if (bytes.size() > maxSize)
        return failure(Error::Kind::TooLarge, u"%1: over %2 octets"_s.arg(path).arg(maxSize));
    return bytes;
}

} // namespace

Result<NetworkFile> parseNetworkFile(const QByteArray &json, const QString &path)
{
    const Json root = Json::parse(json.begin(), json.end(), nullptr, false);
    if (!root.is_object())
        return failure(Error::Kind::Malformed, u"%1: at /: expected a JSON object"_s.arg(path));
    NetworkFile file;
    Reader reader(root, path);
    readEndpointMap(reader, file);
    readPlaces(reader, file);
    readSettings(reader, file, path);
    if (const std::optional<Error> &error = reader.error())
        return tl::unexpected(*error);
    return file;
}

Result<NetworkFile> readNetworkFile(const QString &path)
{
    return readBounded(path).and_then(
        [&](const QByteArray &json) { return parseNetworkFile(json, path); });
}

Result<QList<QSslCertificate>> readTrustFile(const QString &path)
{
    if (path.isEmpty())
        return QList<QSslCertificate>();
    const auto pem = readBounded(path);
    if (!pem)
        return tl::unexpected(pem.error());
    QList<QSslCertificate> certificates = QSslCertificate::fromData(*pem, QSsl::Pem);
    if (certificates.isEmpty())
        return failure(Error::Kind::Malformed, u"%1: holds no certificate in PEM form"_s.arg(path));
    return certificates;
}

} // namespace todoku

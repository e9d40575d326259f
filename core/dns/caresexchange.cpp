// SPDX-License-Identifier: MIT
#include "core/dns/caresexchange.h"

#define CARES_NO_DEPRECATED // ares_send is marked so from 1.28 on; what replaces it is newer than 1.18
#include <algorithm>
#include <ares.h>
#include <limits>

using namespace Qt::StringLiterals;

namespace todoku {

namespace {

#ifdef ARES_OPT_QUERY_CACHE
constexpr int optQueryCache = ARES_OPT_QUERY_CACHE;
#else
constexpr int optQueryCache = 0;
#endif

/** ares_library_init once in the process, whichever thread comes first. */
bool isLibraryReady()
{
    static const int status = ares_library_init(ARES_LIB_INIT_ALL);
    return status == ARES_SUCCESS;
}

Error errorFor(int status, const Endpoint &server)
{
    using Kind = Error::Kind;
    const QString who = server.toString();
    switch (status) {
    case ARES_ETIMEOUT:
        return {.kind = Kind::TimedOut, .detail = u"name server %1 did not answer"_s.arg(who)};
    case ARES_ECONNREFUSED:
        return {.kind = Kind::Unreachable,
                .detail = u"name server %1 cannot be reached"_s.arg(who)};
    case ARES_EBADRESP:
        return {.kind = Kind::Malformed,
                .detail = u"name server %1 sent what cannot be read"_s.arg(who)};
    default:
        return {.kind = Kind::Unreachable,
                .detail
                = u"name server %1: %2"_s.arg(who, QString::fromUtf8(ares_strerror(status)))};
    }
}

ares_addr_port_node nodeFor(const Endpoint &server)
{
    ares_addr_port_node node{};
    node.udp_port = node.tcp_port = server.port;
    if (server.address.protocol() == QAbstractSocket::IPv4Protocol) {
        node.family = AF_INET;
        node.addr.addr4.s_addr = htonl(server.address.toIPv4Address());
    } else {
        node.family = AF_INET6;
        const Q_IPV6ADDR octets = server.address.toIPv6Address();
        std::ranges::copy(octets.c, reinterpret_cast<quint8 *>(&node.addr.addr6));
    }
    return node;
}

} // namespace

struct CaresExchange::Callbacks
{
    static void onSocketState(void *data, ares_socket_t socket, int read, int write)
    {
        auto *self = static_cast<CaresExchange *>(data);
        const auto key = static_cast<Socket>(socket);
        if (!read && !write)
            self->m_sockets.erase(key);
        else
            self->m_sockets[key] = {.read = read != 0, .write = write != 0};
    }

    static void onResponse(void *data, int status, int, unsigned char *bytes, int size)
    {
        auto *self = static_cast<CaresExchange *>(data);
        if (status == ARES_SUCCESS && bytes && size > 0)
            self->finish(QByteArray(reinterpret_cast<const char *>(bytes), size));
        else
            self->finish(tl::unexpected(errorFor(status, self->m_server)));
    }
};

CaresExchange::CaresExchange(const Endpoint &server, Transport transport, const QByteArray &query)
    : m_server(server)
    , m_transport(transport)
{
    constexpr int largestUdpPacket = 4096; // more than we advertise: some servers overdo it
    ares_options options{};
    options.flags = ARES_FLAG_NOCHECKRESP | ARES_FLAG_IGNTC | ARES_FLAG_EDNS | ARES_FLAG_NOSEARCH
                    | ARES_FLAG_NOALIASES;
    if (transport == Transport::Tcp)
        options.flags |= ARES_FLAG_USEVC;
    options.timeout = std::numeric_limits<int>::max() / 4; // milliseconds: never by itself
    options.tries = 1;
    options.ednspsz = largestUdpPacket;
    options.sock_state_cb = Callbacks::onSocketState;
    options.sock_state_cb_data = this;
    constexpr int mask = ARES_OPT_FLAGS | ARES_OPT_TIMEOUTMS | ARES_OPT_TRIES | ARES_OPT_EDNSPSZ
                         | ARES_OPT_SOCK_STATE_CB | optQueryCache;
    // qcache_max_ttl stays zero: from 1.31 on answers would be kept for an hour otherwise.

    ares_addr_port_node node = nodeFor(server);
    int status
        = isLibraryReady() ? ares_init_options(&m_channel, &options, mask) : ARES_ENOTINITIALIZED;
    if (status == ARES_SUCCESS)
        status = ares_set_servers_ports(m_channel, &node);
    if (status != ARES_SUCCESS) {
        finish(tl::unexpected(errorFor(status, server)));
        return;
    }
    ares_send(m_channel, reinterpret_cast<const unsigned char *>(query.constData()),
              static_cast<int>(query.size()), Callbacks::onResponse, this);
}

CaresExchange::~CaresExchange()
{
    if (m_channel)
        ares_destroy(m_channel);
}

void CaresExchange::process(Socket socket, bool canRead, bool canWrite)
{
    const auto native = static_cast<ares_socket_t>(socket);
    ares_process_fd(m_channel, canRead ? native : ARES_SOCKET_BAD,
                    canWrite ? native : ARES_SOCKET_BAD);
}

void CaresExchange::finish(Result<QByteArray> outcome)
{
    if (!m_outcome)
        m_outcome = std::move(outcome);
}

QList<Endpoint> systemNameServers()
{
    QList<Endpoint> servers;
    ares_channel channel = nullptr;
    if (!isLibraryReady() || ares_init(&channel) != ARES_SUCCESS)
        return servers;

    constexpr quint16 dnsPort = 53;
    ares_addr_port_node *first = nullptr;
    if (ares_get_servers_ports(channel, &first) == ARES_SUCCESS) {
        for (const auto *node = first; node; node = node->next) {
            const quint16 port
                = node->udp_port > 0 ? static_cast<quint16>(node->udp_port) : dnsPort;
            const QHostAddress address
                = node->family == AF_INET
                      ? QHostAddress(ntohl(node->addr.addr4.s_addr))
                      : QHostAddress(reinterpret_cast<const quint8 *>(&node->addr.addr6));
            servers.append({.address = address, .port = port});
        }
    }
    ares_free_data(first);
    ares_destroy(channel);
    return servers;
}

} // namespace todoku

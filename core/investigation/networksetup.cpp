// SPDX-License-Identifier: MIT
#include "core/investigation/networksetup.h"

#include "core/dns/caresresolver.h"
#include "core/dnsbl/blocklist.h"
#include "core/probe/blocklistsprobe.h"
#include "core/probe/localnetworkprobe.h"
#include "core/probe/recipientdnsprobe.h"
#include "core/probe/recipientsmtpprobe.h"
#include "core/smtp/mappedconnector.h"
#include "core/smtp/socketconnector.h"

using namespace Qt::StringLiterals;

namespace todoku {

static Result<std::vector<Landmark>> landmarksOf(const QStringList &texts)
{
    std::vector<Landmark> landmarks;
    for (const QString &text : texts) {
        bool isNumber = false;
        const quint16 port = text.section(u':', -1).toUShort(&isNumber);
        const QString host = text.section(u':', 0, -2);
        if (!isNumber || port == 0 || host.isEmpty())
            return failure(
                Error::Kind::Malformed,
                u"the network file's \"reachability\" holds \"%1\", which is not host:port"_s.arg(
                    text));
        landmarks.push_back({.host = host, .port = port});
    }
    return landmarks;
}

std::unique_ptr<NetworkSetup> NetworkSetup::real(std::vector<Landmark> landmarks)
{
    std::unique_ptr<NetworkSetup> setup(new NetworkSetup);
    setup->m_resolver = std::make_unique<CaresResolver>();
    setup->m_connector = std::make_unique<SocketConnector>();
    setup->m_landmarks = std::move(landmarks);
    return setup;
}

Result<std::unique_ptr<NetworkSetup>> NetworkSetup::fromFile(const NetworkFile &file)
{
    auto resolver = CaresResolver::forServers(file.resolvers);
    if (!resolver)
        return tl::unexpected(resolver.error());
    auto trusted = readTrustFile(file.trustFile);
    if (!trusted)
        return tl::unexpected(trusted.error());
    auto landmarks = landmarksOf(file.reachability);
    if (!landmarks)
        return tl::unexpected(landmarks.error());

    std::unique_ptr<NetworkSetup> setup(new NetworkSetup);
    setup->m_resolver = std::make_unique<CaresResolver>(*std::move(resolver));
    setup->m_sockets = std::make_unique<SocketConnector>(*std::move(trusted));
    setup->m_connector = std::make_unique<MappedConnector>(*setup->m_sockets, file);
    setup->m_landmarks = *std::move(landmarks);
    setup->m_ownAddress = file.ownAddress.value_or(QHostAddress());
    return setup;
}

Network NetworkSetup::network() const
{
    return {.resolver = *m_resolver,
            .connector = *m_connector,
            .landmarks = m_landmarks,
            .ownAddress = m_ownAddress};
}

Result<ProbeList> allProbes(const QString &knowledgeDirectory)
{
    auto lists = Blocklist::load(knowledgeDirectory);
    if (!lists)
        return tl::unexpected(lists.error());
    ProbeList probes;
    probes.push_back(std::make_unique<LocalNetworkProbe>());
    probes.push_back(std::make_unique<RecipientDnsProbe>());
    probes.push_back(std::make_unique<RecipientSmtpProbe>());
    probes.push_back(std::make_unique<BlocklistsProbe>(*std::move(lists)));
    return probes;
}

} // namespace todoku

// SPDX-License-Identifier: MIT
#include "core/lab/lab.h"

#include "core/lab/listener.h"
#include "core/lab/nameserver.h"

#include <QThread>

#include <future>

using namespace Qt::StringLiterals;

namespace todoku {

namespace {

Result<Zone> worldOf(const Scenario &scenario)
{
    QByteArray text;
    for (const LabZone &zone : scenario.zones) {
        text += zone.toMasterFile();
        if (const auto alone = Zone::parse(zone.toMasterFile()); !alone)
            return failure(alone.error().kind,
                           u"zone %1: %2"_s.arg(zone.origin, alone.error().detail));
    }
    return Zone::parse(text);
}

NetworkFile waysInto(const Scenario &scenario)
{
    NetworkFile file{.byDefault = NetworkFile::Default::Refuse,
                     .reachability = scenario.reachability};
    if (!scenario.ownAddress.isNull())
        file.ownAddress = scenario.ownAddress;
    for (const QString &subnet : scenario.unreachable)
        file.unreachable.append(QHostAddress::parseSubnet(subnet));
    return file;
}

} // namespace

class Lab::Thread final : public QThread
{
public:
    Thread(Scenario scenario, Zone world)
        : m_scenario(std::move(scenario))
        , m_world(std::move(world))
    {}
    ~Thread() override
    {
        quit();
        wait();
    }
    Q_DISABLE_COPY_MOVE(Thread)

    Result<NetworkFile> startListening()
    {
        std::future<Result<NetworkFile>> network = m_network.get_future();
        start();
        return network.get();
    }

protected:
    void run() override
    {
        QObject hosts; // made and destroyed in this thread, like the sockets under it
        const Result<NetworkFile> network = listen(hosts);
        m_network.set_value(network);
        if (network)
            exec();
    }

private:
    Result<NetworkFile> listen(QObject &hosts) const
    {
        NetworkFile file = waysInto(m_scenario);
        const auto names = (new NameServer(m_world, &hosts))->listen();
        if (!names)
            return tl::unexpected(names.error());
        file.resolvers = {names->toString()};
        for (const LabServer &server : m_scenario.servers) {
            const auto refusal = refusalOf(server, m_scenario.ownAddress, m_world);
            const auto real
                = (new Listener(server, m_scenario.ownAddress, refusal, &hosts))->listen();
            if (!real)
                return tl::unexpected(real.error());
            file.connect.insert(server.seenAt, *real);
        }
        return file;
    }

    Scenario m_scenario;
    Zone m_world;
    std::promise<Result<NetworkFile>> m_network;
};

Result<std::unique_ptr<Lab>> Lab::start(const Scenario &scenario)
{
    auto world = worldOf(scenario);
    if (!world)
        return failure(world.error().kind,
                       u"scenario %1: %2"_s.arg(scenario.id, world.error().detail));
    auto thread = std::make_unique<Thread>(scenario, *std::move(world));
    auto network = thread->startListening();
    if (!network)
        return tl::unexpected(network.error());
    return std::unique_ptr<Lab>(new Lab(std::move(thread), *std::move(network)));
}

Lab::Lab(std::unique_ptr<Thread> thread, NetworkFile network)
    : m_thread(std::move(thread))
    , m_network(std::move(network))
{}

Lab::~Lab() = default;

} // namespace todoku

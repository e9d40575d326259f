// SPDX-License-Identifier: MIT
#include "core/probe/landmarks.h"

#include "core/base/jsonplace.h"
#include "core/probe/couldnottest.h"

#include <QElapsedTimer>

#include <algorithm>
#include <limits>
#include <thread>

using namespace Qt::StringLiterals;

namespace todoku {

namespace {

constexpr size_t maxLandmarks = 16;

struct Attempt
{
    Result<> result;
    bool hadName = false;
    int elapsedMs = 0;
};

// Every address of the landmark, in the order of the answers.
Result<std::vector<QHostAddress>> addressesOf(const QString &host,
                                              const Network &network,
                                              const Budget &budget)
{
    const QHostAddress literal(host);
    if (!literal.isNull())
        return std::vector{literal};
    const std::array questions{DnsQuestion{.name = host, .type = DnsType::A},
                               DnsQuestion{.name = host, .type = DnsType::AAAA}};
    std::vector<QHostAddress> addresses;
    std::optional<Error> error;
    for (const auto &answer : network.resolver.queryAll(questions, budget)) {
        if (!answer) {
            error = answer.error();
            continue;
        }
        for (const DnsType type : {DnsType::A, DnsType::AAAA}) {
            const auto found = answer->of<QHostAddress>(type);
            addresses.insert(addresses.end(), found.begin(), found.end());
        }
    }
    if (addresses.empty() && error)
        return tl::unexpected(*error);
    return addresses;
}

Attempt tryOne(const Landmark &landmark, const Network &network, const Budget &budget)
{
    QElapsedTimer timer;
    timer.start();
    Attempt attempt;
    const auto addresses = addressesOf(landmark.host, network, budget);
    attempt.hadName = addresses && !addresses->empty();
    attempt.result = failure(Error::Kind::Unreachable, u"%1 has no address"_s.arg(landmark.host));
    if (!addresses)
        attempt.result = tl::unexpected(addresses.error());
    for (const QHostAddress &address : addresses.value_or(std::vector<QHostAddress>{})) {
        const auto connection = network.connector.open(address, landmark.port, budget);
        attempt.result = connection ? Result<>{} : tl::unexpected(connection.error());
        if (connection)
            break;
    }
    attempt.elapsedMs = static_cast<int>(timer.elapsed());
    return attempt;
}

// Whether a failure tells of the way rather than of the asking.
bool isClosed(const Attempt &attempt)
{
    if (attempt.result || !attempt.hadName)
        return false;
    const Error::Kind kind = attempt.result.error().kind;
    return kind == Error::Kind::TimedOut || kind == Error::Kind::Refused
           || kind == Error::Kind::Unreachable || kind == Error::Kind::ConnectionLost;
}

CheckDetail detailOf(const Landmark &landmark, const Attempt &attempt)
{
    const QString port = QString::number(landmark.port);
    CheckDetail detail{.target = landmark.host + u':' + port,
                       .state = CheckState::Ok,
                       .found = {.id = u"local_network/port_open"_s, .arguments = {port}},
                       .excerpt = {},
                       .elapsedMs = attempt.elapsedMs};
    if (attempt.result)
        return detail;
    if (isClosed(attempt)) {
        detail.state = CheckState::Problem;
        detail.found = {.id = u"local_network/port_closed"_s,
                        .arguments = {port, attempt.result.error().detail}};
    } else {
        detail.state = CheckState::CouldNotTest;
        detail.found = couldNotTest(attempt.result.error());
    }
    return detail;
}

} // namespace

LandmarkReach tryLandmarks(const std::vector<Landmark> &landmarks,
                           const Network &network,
                           const Budget &budget)
{
    const size_t count = std::min(landmarks.size(), maxLandmarks);
    std::vector<Attempt> attempts(count);
    {
        std::vector<std::jthread> threads;
        threads.reserve(count);
        for (size_t i = 0; i < count; ++i)
            threads.emplace_back([&, i] { attempts[i] = tryOne(landmarks[i], network, budget); });
    }
    LandmarkReach reach;
    for (size_t i = 0; i < count; ++i) {
        const Attempt &attempt = attempts[i];
        PortReach &port = reach.ports[landmarks[i].port];
        const bool isFirst = port.details.empty();
        port.isOpen = port.isOpen || attempt.result.has_value();
        port.isClosed = (isFirst || port.isClosed) && isClosed(attempt);
        port.details.push_back(detailOf(landmarks[i], attempt));
        reach.hasDns = reach.hasDns || attempt.hadName;
        if (!attempt.result && !isClosed(attempt))
            reach.unclear = attempt.result.error();
    }
    return reach;
}

std::vector<Landmark> landmarksFor(const Network &network, quint16 port)
{
    std::vector<Landmark> found;
    std::ranges::copy_if(network.landmarks, std::back_inserter(found),
                         [port](const Landmark &landmark) { return landmark.port == port; });
    return found;
}

Contact contactFor(const Landmark &landmark)
{
    const QString port = QString::number(landmark.port);
    return {.host = landmark.host + u':' + port,
            .purpose = {.id = u"contact/landmark"_s, .arguments = {port}},
            .isThirdParty = true};
}

Result<std::vector<Landmark>> loadLandmarks(const QString &directory)
{
    const JsonPlace root = JsonPlace::readFile(directory + u"/landmarks.json"_s);
    root.expectSchema(u"todoku-landmarks/1"_s);
    std::vector<Landmark> landmarks;
    for (const JsonPlace &place : root.at(u"landmarks"_s).items()) {
        const int port = place.at(u"port"_s).integer();
        if (port < 1 || port > std::numeric_limits<quint16>::max())
            place.at(u"port"_s).complain(u"is not a port"_s);
        landmarks.push_back(
            {.host = place.at(u"host"_s).string(), .port = static_cast<quint16>(port)});
    }
    if (const auto problem = root.problem())
        return tl::unexpected(*problem);
    return landmarks;
}

} // namespace todoku

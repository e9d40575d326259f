// SPDX-License-Identifier: MIT
#pragma once

#include "core/probe/probe.h"
#include "core/probe/proberunner.h"
#include "core/smtp/networkfile.h"

#include <memory>

namespace todoku {

/** The ways out that a program was started with: the real ones, or where a network file leads. */
class NetworkSetup
{
public:
    /** The real network. @p landmarks are what is tried to see what this line lets out. */
    [[nodiscard]] static std::unique_ptr<NetworkSetup> real(std::vector<Landmark> landmarks);

    /** Where @p file leads; it names its own landmarks, if any. */
    [[nodiscard]] static Result<std::unique_ptr<NetworkSetup>> fromFile(const NetworkFile &file);

    /** Refers to this object, which must outlive it. */
    [[nodiscard]] Network network() const;

private:
    NetworkSetup() = default;

    std::unique_ptr<Resolver> m_resolver;
    std::unique_ptr<Connector> m_sockets;
    std::unique_ptr<Connector> m_connector; // leads to m_sockets, if there is a network file
    std::vector<Landmark> m_landmarks;
    QHostAddress m_ownAddress;
};

/** All live checks there are. */
[[nodiscard]] Result<ProbeList> allProbes(const QString &knowledgeDirectory);

} // namespace todoku

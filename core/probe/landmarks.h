// SPDX-License-Identifier: MIT
#pragma once

#include "core/probe/probe.h"

#include <map>

namespace todoku {

/** What trying the landmarks showed of one port. */
struct PortReach
{
    bool isOpen = false;   // at least one landmark answered on it
    bool isClosed = false; // all were tried and none did; false with isOpen false: not clear
    std::vector<CheckDetail> details;
};

struct LandmarkReach
{
    std::map<quint16, PortReach> ports;
    bool hasDns = false;          // at least one landmark's name was answered for
    std::optional<Error> unclear; // why a landmark could not be tried
};

/**
 * Tries all @p landmarks at once, each in a thread of its own: on a line that swallows packets
 * every one takes the whole step time.
 */
[[nodiscard]] LandmarkReach tryLandmarks(const std::vector<Landmark> &landmarks,
                                         const Network &network,
                                         const Budget &budget);

/** Those of the landmarks that are for @p port. */
[[nodiscard]] std::vector<Landmark> landmarksFor(const Network &network, quint16 port);

/** The line of the plan that shows @p landmark. */
[[nodiscard]] Contact contactFor(const Landmark &landmark);

/** Reads landmarks.json; one Error names file, JSON path and reason. */
[[nodiscard]] Result<std::vector<Landmark>> loadLandmarks(const QString &directory);

} // namespace todoku

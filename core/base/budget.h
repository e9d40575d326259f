// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <chrono>
#include <stop_token>
#include <utility>

namespace todoku {

/** How long work may take, and who may call it off. Handed down by value to every blocking call. */
class Budget
{
public:
    using Clock = std::chrono::steady_clock;

    Budget(std::chrono::milliseconds perStep, Clock::time_point deadline, std::stop_token stop = {})
        : m_perStep(perStep)
        , m_deadline(deadline)
        , m_stop(std::move(stop))
    {}

    /** Time the next step may take: the step limit, or what is left until the deadline. */
    [[nodiscard]] std::chrono::milliseconds forNextStep() const
    {
        using std::chrono::milliseconds;
        const auto left = std::chrono::duration_cast<milliseconds>(m_deadline - Clock::now());
        return std::clamp(left, milliseconds::zero(), m_perStep);
    }

    [[nodiscard]] bool isCancelled() const { return m_stop.stop_requested(); }
    [[nodiscard]] const std::stop_token &stopToken() const { return m_stop; }

    [[nodiscard]] Budget withStop(std::stop_token stop) const
    {
        return {m_perStep, m_deadline, std::move(stop)};
    }

private:
    std::chrono::milliseconds m_perStep;
    Clock::time_point m_deadline;
    std::stop_token m_stop;
};

} // namespace todoku

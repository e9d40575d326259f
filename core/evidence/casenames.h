// SPDX-License-Identifier: MIT
#pragma once

#include "core/evidence/case.h"

#include <array>
#include <string_view>

// The names that case files use for values of enumerations, in the order of the enumerations.
namespace todoku::casenames {

inline constexpr std::string_view format = "todoku-case";
inline constexpr int version = 1;
inline constexpr long long maxFileSize = 64LL * 1024 * 1024;
inline constexpr size_t maxRows = 20'000; // of one array; more is no case that a person has

inline constexpr std::array<std::string_view, 4> documentKinds{"bounce", "message", "log", "text"};
inline constexpr std::array<std::string_view, 5> sources{"answer", "message", "bounce", "probe",
                                                         "remedy"};
inline constexpr std::array<std::string_view, 4> directions{"C", "S", "tls", "note"};
inline constexpr std::array<std::string_view, 2> outcomes{"not_fixed", "fixed"};

/** The members of the file itself, and of "incident"; every other one is kept as it is. */
inline constexpr std::array<std::string_view, 11> members{
    "format", "version",   "incident", "documents", "answers", "observations",
    "probes", "dismissed", "remedies", "journal",   "note"};
inline constexpr std::array<std::string_view, 5> incidentMembers{"sender", "recipient", "sent_at",
                                                                 "subject", "symptom"};

} // namespace todoku::casenames

// SPDX-License-Identifier: MIT
#pragma once

#include "core/dns/resolver.h"

namespace todoku {

/** The records of master-file text, in order; what is understood is said at Zone. */
[[nodiscard]] Result<std::vector<DnsRecord>> readMasterFile(const QByteArray &text);

} // namespace todoku

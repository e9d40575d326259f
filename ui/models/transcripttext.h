// SPDX-License-Identifier: MIT
#pragma once

#include "ui/window/windowwords.h"

namespace todoku {

/** What a check saw, part by part, and the conversation with the server: to read and to copy. */
[[nodiscard]] QString detailsOf(const ProbeRecord &record, const WindowWords &wording);

} // namespace todoku

// SPDX-License-Identifier: MIT
#pragma once

namespace todoku {

/** Makes the seven hops of a PathPicture known to screen readers; once, before any is made. */
void installPathAccess();

} // namespace todoku

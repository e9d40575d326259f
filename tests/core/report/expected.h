// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace todoku::test {

/**
 * Compares @p actual with the file of tests/data at @p path; a missing file is a failure, and
 * UPDATE_EXPECTED=1 writes it.
 */
void expectFile(const QString &path, const QString &actual);

} // namespace todoku::test

// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/evidence/case.h"

namespace todoku {

/** The case file "todoku-case", version 1 (the command line's contract). */
[[nodiscard]] QByteArray writeCase(const Case &theCase);

/**
 * Reads a case file. @p file is named in errors. Members that this version does not know are kept
 * and written again; a file of another version is an Error.
 */
[[nodiscard]] Result<Case> readCase(const QByteArray &bytes, const QString &file);

/** Reads the file at @p path; at most 64 MiB. */
[[nodiscard]] Result<Case> loadCase(const QString &path);

/** Writes the whole file or nothing: what was there stays until the new one is on the disk. */
[[nodiscard]] Result<> saveCase(const Case &theCase, const QString &path);

} // namespace todoku

// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

namespace todoku::test {

/** A file or folder of the project, by its path from the top. */
[[nodiscard]] QString sourcePath(const QString &relative);

/** A file under tests/data. */
[[nodiscard]] QString dataPath(const QString &relative);

/**
 * The public corpora, in place: $TODOKU_CORPORA, or ../shared/corpora beside the project.
 * Empty where there are none; the test that wanted them then skips and says so.
 */
[[nodiscard]] QString corporaPath(const QString &relative);

/** The reference numbers, in place: $TODOKU_REFERENCE, or ../shared/reference; empty likewise. */
[[nodiscard]] QString referencePath(const QString &relative);

/** The whole file; fails the running test if it cannot be read. */
[[nodiscard]] QByteArray readFile(const QString &path);

/** Writes @p bytes to @p path; fails the running test if it cannot. Returns @p path. */
QString writeFile(const QString &path, const QByteArray &bytes);

} // namespace todoku::test

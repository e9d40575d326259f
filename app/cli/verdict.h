// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/session.h"
#include "core/engine/diagnose.h"
#include "core/investigation/investigation.h"

namespace todoku::cli {

/** The diagnosis in words: the likeliest three with their reasons, who acts, what to do next. */
void printDiagnosis(const Session &session, const Diagnosis &diagnosis);

/** 1 if a cause stands out, 2 if nothing can be said yet. */
[[nodiscard]] int statusOf(const Diagnosis &diagnosis);

/** Writes what --format or the file's name asks for; a status other than 0, said why, if not. */
[[nodiscard]] int writeReportFile(const Session &session,
                                  const Investigation &investigation,
                                  const QString &format,
                                  const QString &path);

/** The format that a file's name stands for: "letter" for .txt, "html", "md", "json", "csv". */
[[nodiscard]] QString formatOf(const QString &path);

} // namespace todoku::cli

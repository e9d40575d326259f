// SPDX-License-Identifier: MIT
#include "core/dsn/readbounces.h"
#include "support/paths.h"

#include <QDirIterator>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace todoku::test {

namespace {

QByteArrayList corpusMails()
{
    QByteArrayList mails;
    const QString folder = corporaPath(u"bounces/mails"_s);
    if (folder.isEmpty())
        return mails;
    for (QDirIterator it(folder, {u"*.eml"_s}, QDir::Files, QDirIterator::Subdirectories);
         it.hasNext();)
        mails.append(readFile(it.next()));
    return mails;
}

qsizetype sizeOf(const QByteArrayList &mails)
{
    return std::accumulate(mails.begin(), mails.end(), qsizetype(0),
                           [](qsizetype sum, const QByteArray &mail) { return sum + mail.size(); });
}

void readCorpus(benchmark::State &state)
{
    const auto tables = BounceTables::load(sourcePath(u"resources/knowledge"_s));
    const QByteArrayList mails = corpusMails();
    if (!tables || mails.isEmpty()) {
        state.SkipWithError("no tables, or no corpora/bounces");
        return;
    }
    for ([[maybe_unused]] auto iteration : state) {
        for (const QByteArray &mail : mails)
            benchmark::DoNotOptimize(readBounces(mail, *tables));
    }
    state.SetItemsProcessed(state.iterations() * mails.size());
    state.SetBytesProcessed(state.iterations() * sizeOf(mails));
}

/** The floor: touching every octet of the same mails once. */
void countLines(benchmark::State &state)
{
    const QByteArrayList mails = corpusMails();
    if (mails.isEmpty()) {
        state.SkipWithError("no corpora/bounces");
        return;
    }
    for ([[maybe_unused]] auto iteration : state) {
        for (const QByteArray &mail : mails)
            benchmark::DoNotOptimize(std::ranges::count(mail, '\n'));
    }
    state.SetItemsProcessed(state.iterations() * mails.size());
    state.SetBytesProcessed(state.iterations() * sizeOf(mails));
}

void loadTables(benchmark::State &state)
{
    for ([[maybe_unused]] auto iteration : state)
        benchmark::DoNotOptimize(BounceTables::load(sourcePath(u"resources/knowledge"_s)));
}

} // namespace

BENCHMARK(readCorpus)->Unit(benchmark::kMillisecond);
BENCHMARK(countLines)->Unit(benchmark::kMillisecond);
BENCHMARK(loadTables)->Unit(benchmark::kMillisecond);

} // namespace todoku::test

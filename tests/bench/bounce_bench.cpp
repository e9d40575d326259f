// SPDX-License-Identifier: MIT
#include "core/dsn/readbounces.h"
#include "support/paths.h"

#include <QDirIterator>

#include <benchmark/benchmark.h>

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

void readCorpus(benchmark::State &state)
{
    const auto tables = BounceTables::load(sourcePath(u"resources/knowledge"_s));
    const QByteArrayList mails = corpusMails();
    if (!tables || mails.isEmpty()) {
        state.SkipWithError("no tables, or no corpora/bounces");
        return;
    }
    for (auto _ : state) {
        for (const QByteArray &mail : mails)
            benchmark::DoNotOptimize(readBounces(mail, *tables));
    }
    state.SetItemsProcessed(state.iterations() * mails.size());
}

void loadTables(benchmark::State &state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(BounceTables::load(sourcePath(u"resources/knowledge"_s)));
}

} // namespace

BENCHMARK(readCorpus)->Unit(benchmark::kMillisecond);
BENCHMARK(loadTables)->Unit(benchmark::kMillisecond);

} // namespace todoku::test

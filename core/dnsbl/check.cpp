// SPDX-License-Identifier: MIT
#include "core/dnsbl/check.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace todoku {

namespace {

using State = ListingResult::State;
using Reason = ListingResult::Reason;
using Speaks = BlocklistCode::Speaks;

/** One answer of a list, by itself: a listing or none (Reason::None), or why it is neither. */
struct Reading
{
    Reason reason = Reason::None;
    std::vector<ListingResult::Code> codes; // empty: no such entry
    QString detail;
};

Reason reasonFor(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Cancelled:
        return Reason::Cancelled;
    case Error::Kind::TimedOut:
        return Reason::TimedOut;
    default:
        return Reason::NoAnswer;
    }
}

/** RFC 5782 section 2.3: a listing is within 127.0.0.0/8, and 127.0.0.1 is none by itself. */
bool isListingCode(const Blocklist &list, quint32 code)
{
    constexpr int topShift = 24;
    constexpr quint32 loopback = 127;
    constexpr quint32 localhost = 0x7f000001;
    return (code >> topShift) == loopback && (code != localhost || !list.meaningsOf(code).empty());
}

void readCode(const Blocklist &list, const QHostAddress &address, Reading &reading)
{
    const quint32 code = address.toIPv4Address();
    if (const auto refusal = list.refusalOf(code)) {
        reading.reason = Reason::Refused;
        reading.detail = u"%1: %2"_s.arg(address.toString(), refusal->meaning.en);
        return;
    }
    if (!isListingCode(list, code)) {
        if (reading.reason == Reason::None)
            reading.reason = Reason::Rewritten;
        return;
    }
    const std::vector<BlocklistCode> meanings = list.meaningsOf(code);
    for (const BlocklistCode &meaning : meanings)
        reading.codes.push_back(
            {.address = address, .meaning = meaning.meaning, .speaks = meaning.speaks});
    if (meanings.empty())
        reading.codes.push_back({.address = address});
}

Reading read(const Blocklist &list, const Result<DnsAnswer> &answer)
{
    if (!answer)
        return {.reason = reasonFor(answer.error()), .detail = answer.error().detail};
    const bool isAnswered
        = answer->rcode == DnsRcode::NoError || answer->rcode == DnsRcode::NXDomain;
    if (!isAnswered)
        return {.reason = Reason::ServerFailed,
                .detail
                = u"response code %1 from %2"_s.arg(int(answer->rcode)).arg(answer->server)};

    const auto addresses = answer->of<QHostAddress>(DnsType::A);
    QStringList shown;
    for (const QHostAddress &address : addresses)
        shown << address.toString();
    Reading reading{.detail = shown.isEmpty() ? u"no such name"_s : shown.join(u", "_s)};
    for (const QHostAddress &address : addresses)
        readCode(list, address, reading);
    return reading;
}

/** The questions of the sweep; the same one is asked once. */
class Sweep
{
public:
    void ask(const QString &name)
    {
        if (m_index.contains(name))
            return;
        m_index.insert(name, m_questions.size());
        m_questions.push_back({.name = name, .type = DnsType::A});
    }

    void run(Resolver &resolver, const Budget &budget)
    {
        m_answers = resolver.queryAll(m_questions, budget);
    }

    [[nodiscard]] const Result<DnsAnswer> &answer(const QString &name) const
    {
        return m_answers[m_index.value(name)];
    }

private:
    QHash<QString, size_t> m_index;
    std::vector<DnsQuestion> m_questions;
    std::vector<Result<DnsAnswer>> m_answers;
};

/** Whether @p list works, by its test points; a reason other than None says why not. */
Reading health(const Blocklist &list, BlocklistTarget::Kind kind, const Sweep &sweep)
{
    const BlocklistTestPoints &tests = list.testsFor(kind);
    if (tests.unlisted) {
        Reading never = read(list, sweep.answer(tests.unlisted->queryName(list.zone)));
        if (never.reason == Reason::None && !never.codes.empty())
            never.reason = Reason::ListsTheWorld;
        if (never.reason != Reason::None)
            return never;
    }
    if (tests.listed) {
        Reading always = read(list, sweep.answer(tests.listed->queryName(list.zone)));
        if (always.reason == Reason::None && always.codes.empty())
            always.reason = Reason::TestPointMissing;
        return always;
    }
    return {};
}

ListingResult judge(const Blocklist &list, const BlocklistTarget &target, const Sweep &sweep)
{
    ListingResult result{.zone = list.zone, .target = target};
    Reading reading = read(list, sweep.answer(target.queryName(list.zone)));
    const Reading works = health(list, target.kind, sweep);
    if (reading.reason == Reason::None && works.reason != Reason::None) {
        result.reason = works.reason;
        result.detail = u"test point: "_s + works.detail;
        return result;
    }
    result.reason = reading.reason;
    result.detail = reading.detail;
    if (reading.reason != Reason::None)
        return result;

    result.codes = std::move(reading.codes);
    const bool isAgainst = std::ranges::any_of(result.codes, [](const auto &code) {
        return code.speaks == Speaks::Against || code.speaks == Speaks::AgainstLine;
    });
    if (isAgainst)
        result.state = State::Listed;
    else
        result.state = result.codes.empty() ? State::NotListed : State::Noted;
    return result;
}

void askFor(const Blocklist &list, const BlocklistTarget &target, Sweep &sweep)
{
    const BlocklistTestPoints &tests = list.testsFor(target.kind);
    for (const auto &point : {tests.listed, tests.unlisted}) {
        if (point)
            sweep.ask(point->queryName(list.zone));
    }
    sweep.ask(target.queryName(list.zone));
}

void addTexts(std::span<ListingResult> results, Resolver &resolver, const Budget &budget)
{
    constexpr qsizetype enough = 1000; // foreign text, shown to people
    std::vector<DnsQuestion> questions;
    std::vector<ListingResult *> asked;
    for (ListingResult &result : results) {
        if (result.codes.empty())
            continue;
        questions.push_back({.name = result.target.queryName(result.zone), .type = DnsType::TXT});
        asked.push_back(&result);
    }
    if (questions.empty())
        return;
    const auto answers = resolver.queryAll(questions, budget);
    for (size_t i = 0; i < answers.size(); ++i) {
        if (!answers[i])
            continue;
        for (const TxtRecord &txt : answers[i]->of<TxtRecord>(DnsType::TXT))
            asked[i]->texts << QString::fromUtf8(txt.joined().left(enough));
    }
}

} // namespace

std::vector<ListingResult> checkBlocklists(std::span<const Blocklist> lists,
                                           std::span<const BlocklistTarget> targets,
                                           Resolver &resolver,
                                           const Budget &budget)
{
    std::vector<std::pair<const Blocklist *, const BlocklistTarget *>> pairs;
    Sweep sweep;
    for (const Blocklist &list : lists) {
        for (const BlocklistTarget &target : targets) {
            if (!list.takes.contains(target.kind))
                continue;
            pairs.emplace_back(&list, &target);
            askFor(list, target, sweep);
        }
    }
    sweep.run(resolver, budget);

    std::vector<ListingResult> results;
    results.reserve(pairs.size());
    for (const auto &[list, target] : pairs)
        results.push_back(judge(*list, *target, sweep));
    addTexts(results, resolver, budget);
    return results;
}

} // namespace todoku

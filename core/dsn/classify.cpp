// SPDX-License-Identifier: MIT
#include "core/dsn/classify.h"

#include "core/dsn/recipientline.h"
#include "core/dsn/replytext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace todoku {

namespace {

constexpr double sureByOwnWords = 0.95;
constexpr double sureByContext = 0.8;
constexpr double sureByStatus = 0.6;
constexpr double sureByReply = 0.35;

bool isHostName(QStringView word)
{
    const auto isHostChar = [](QChar c) { return c.isLetterOrNumber() || c == u'.' || c == u'-'; };
    return word.contains(u'.') && word.size() < 256 && std::ranges::all_of(word, isHostChar)
           && word.front().isLetterOrNumber() && word.back().isLetterOrNumber();
}

QStringView bare(QStringView word)
{
    static constexpr QStringView around = u"'\"()[]<>{},;:.!";
    while (!word.isEmpty() && around.contains(word.front()))
        word = word.sliced(1);
    while (!word.isEmpty() && around.contains(word.back()))
        word.chop(1);
    return word;
}

/** The next word that is a domain or holds a mail address, up to @p most words on. */
QString nextDomain(QStringView text, const QString &except, int most)
{
    for (const QStringView word : text.tokenize(u' ', Qt::SkipEmptyParts)) {
        if (most-- == 0)
            break;
        if (const auto address = findAddress(word))
            return address->address.section(u'@', -1);
        const QStringView host = bare(word);
        if (!host.isEmpty() && isHostName(host) && readIpAddresses(host).isEmpty()
            && host.compare(except, Qt::CaseInsensitive) != 0)
            return host.toString();
    }
    return {};
}

class Classifier
{
public:
    Classifier(RecipientReport &report, const ReplyWords &words, const BounceTables &tables)
        : m_report(report)
        , m_tables(tables)
        , m_own(DiagnosticText::of(words.own))
        , m_context(DiagnosticText::of(words.context))
        , m_plain((words.own.isEmpty() ? words.context : words.own).simplified())
    {}

    void classify()
    {
        findSendingIp();
        findReason();
        findSignature();
        findBlocklist();
        settleByBlocklist();
    }

private:
    [[nodiscard]] PatternQuery query(const DiagnosticText &text) const
    {
        return {.text = &text,
                .status = m_report.status,
                .reply = m_report.replyCode ? QString::number(*m_report.replyCode) : QString(),
                .command = m_report.command};
    }

    void findSendingIp()
    {
        for (const QString &ip : readIpAddresses(m_plain)) {
            if (ip != m_report.remoteIp && ip != m_report.remoteMta && !ip.startsWith(u"127."_s)) {
                m_report.sendingIp = ip;
                return;
            }
        }
    }

    void findReason()
    {
        auto match = m_tables.patterns.best(patternfact::reason, query(m_own));
        double confidence = sureByOwnWords;
        if (!match || match->row->pieces.isEmpty() || match->row->isGeneral) {
            const auto wider = m_tables.patterns.best(patternfact::reason, query(m_context));
            if (wider && (!match || wider->row->weight() > match->row->weight())) {
                match = wider;
                confidence = sureByContext;
            }
        }
        if (!match) {
            m_report.reason = u"unknown"_s;
            return;
        }
        m_report.reason = match->row->value;
        m_report.reasonExcerpt = match->excerpt;
        if (match->row->pieces.isEmpty()) {
            const bool byStatus = !match->row->status.isEmpty();
            confidence = byStatus ? sureByStatus : sureByReply;
            m_report.reasonExcerpt
                = byStatus ? m_report.status : QString::number(m_report.replyCode.value_or(0));
        }
        m_report.confidence = confidence;
    }

    void findSignature()
    {
        const auto match = m_tables.patterns.best(patternfact::signature,
                                                  query(m_own.shown.isEmpty() ? m_context : m_own));
        if (!match)
            return;
        m_report.signature = match->row->value;
        m_report.signatureExcerpt = match->row->pieces.isEmpty() ? m_report.status : match->excerpt;
    }

    void findBlocklist()
    {
        const DiagnosticText &text = m_own.shown.isEmpty() ? m_context : m_own;
        if (const auto match = m_tables.patterns.best(patternfact::blocklist, query(text))) {
            const ReplyList *list = m_tables.blocklists.find(match->row->value);
            if (list != nullptr) {
                m_report.blocklist = NamedBlocklist{.name = list->name,
                                                    .zone = list->zone,
                                                    .object = list->object,
                                                    .state = list->state,
                                                    .excerpt = match->excerpt};
            }
        } else if (const auto introduced = introducedZone(text)) {
            m_report.blocklist = introduced;
        }
        if (!m_report.blocklist)
            return;
        findListedObject(text);
        if (const auto refusal = m_tables.patterns.best(patternfact::listRefusal, query(text))) {
            m_report.blocklist->isResolverFault = true;
            m_report.blocklist->object = ListedObject::None;
            m_report.blocklist->value.clear();
            m_report.blocklist->excerpt = refusal->excerpt;
        }
    }

    /** A zone that no table knows, behind words such as "blocked using". */
    [[nodiscard]] std::optional<NamedBlocklist> introducedZone(const DiagnosticText &text) const
    {
        const auto match = m_tables.patterns.best(patternfact::listIntroduction, query(text));
        if (!match)
            return std::nullopt;
        const QString ahead = QString::fromUtf8(text.shown.mid(match->end, 300));
        const QString zone = nextDomain(ahead, m_report.remoteMta, 1);
        if (zone.isEmpty())
            return std::nullopt;
        if (const ReplyList *list = m_tables.blocklists.findZone(zone))
            return NamedBlocklist{.name = list->name,
                                  .zone = list->zone,
                                  .object = list->object,
                                  .state = list->state,
                                  .excerpt = match->excerpt + u' ' + zone};
        return NamedBlocklist{.name = zone,
                              .zone = zone,
                              .object = ListedObject::Ip,
                              .excerpt = match->excerpt + u' ' + zone};
    }

    void findListedObject(const DiagnosticText &text)
    {
        NamedBlocklist &list = *m_report.blocklist;
        const auto match = m_tables.patterns.best(patternfact::listedObject, query(text));
        if (match)
            list.object = *parseListedObject(match->row->value);
        if (list.object == ListedObject::Ip) {
            list.value = m_report.sendingIp;
        } else if (match && list.object != ListedObject::None) {
            constexpr int near = 6;
            const qsizetype at = m_plain.indexOf(match->excerpt, 0, Qt::CaseInsensitive);
            const qsizetype from = at < 0 ? m_plain.size() : at + match->excerpt.size();
            list.value = nextDomain(QStringView(m_plain).sliced(from), list.zone, near);
        }
    }

    /** What a named list says about the reason beats the generic words around it. */
    void settleByBlocklist()
    {
        if (!m_report.blocklist)
            return;
        const NamedBlocklist &list = *m_report.blocklist;
        if (list.isResolverFault)
            m_report.reason = u"recipient_server.misconfigured"_s;
        else if (list.object == ListedObject::Url)
            m_report.reason = u"message.spam"_s;
        else
            m_report.reason = u"sender.blocklisted"_s;
        m_report.reasonExcerpt = list.excerpt;
        m_report.confidence = sureByOwnWords;
    }

    RecipientReport &m_report;
    const BounceTables &m_tables;
    DiagnosticText m_own;
    DiagnosticText m_context;
    QString m_plain;
};

} // namespace

void classify(RecipientReport &report, const ReplyWords &words, const BounceTables &tables)
{
    Classifier(report, words, tables).classify();
}

} // namespace todoku

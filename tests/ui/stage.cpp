// SPDX-License-Identifier: MIT
#include "ui/stage.h"

#include "core/investigation/reportsource.h"
#include "core/report/reportwords.h"
#include "resources/resources.h"

#include <QApplication>
#include <QTest>

#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <mutex>

using namespace Qt::StringLiterals;

namespace todoku::test {

namespace {

template<typename T>
T loaded(Result<T> result)
{
    if (!result) {
        std::fputs(result.error().detail.toUtf8().constData(), stderr);
        std::abort();
    }
    return *std::move(result);
}

// The checks here have their outcomes ready: whoever goes out to a network fails.
class NoResolver final : public Resolver
{
public:
    std::vector<Result<DnsAnswer>> queryAll(std::span<const DnsQuestion> questions,
                                            const Budget &) override
    {
        std::vector<Result<DnsAnswer>> results;
        for (size_t i = 0; i < questions.size(); ++i)
            results.emplace_back(failure(Error::Kind::NotPermitted));
        return results;
    }
};

class NoConnector final : public Connector
{
public:
    Result<std::unique_ptr<Connection>> open(const QHostAddress &, quint16, const Budget &) override
    {
        return failure(Error::Kind::NotPermitted);
    }
};

QString writeTestReport(const Investigation &investigation, const ReportChoice &choice)
{
    static const ReportWords words = loaded(ReportWords::load(reportWordsDirectory()));
    const QDateTime now(QDate(2026, 11, 22), QTime(2, 0), Qt::UTC);
    return toText(
        writeLetter(reportSource(investigation, words, now), choice.language, choice.redaction));
}

} // namespace

const KnowledgeBase &knowledge()
{
    static const KnowledgeBase tables = loaded(KnowledgeBase::load(knowledgeDirectory()));
    return tables;
}

const BounceTables &bounceTables()
{
    static const BounceTables tables = loaded(BounceTables::load(knowledgeDirectory()));
    return tables;
}

std::vector<Contact> ReadyProbe::contacts(const Evidence &, const Network &) const
{
    return {{.host = m_outcome.record.target, .purpose = {}, .isThirdParty = false}};
}

ProbeOutcome ReadyProbe::run(const Evidence &, const Network &, const Budget &) const
{
    return m_outcome;
}

ProbeOutcome EndlessProbe::run(const Evidence &, const Network &, const Budget &budget) const
{
    std::mutex mutex;
    std::condition_variable_any wake;
    std::unique_lock lock(mutex);
    wake.wait(lock, budget.stopToken(), [] { return false; });
    return {.record = {.id = id(), .state = CheckState::CouldNotTest}};
}

static std::unique_ptr<const Probe> ready(const QString &id,
                                          CheckState state,
                                          const QString &target)
{
    const QDateTime start(QDate(2026, 11, 22), QTime(1, 15), Qt::UTC);
    ProbeOutcome outcome{.record = {.id = {id},
                                    .state = state,
                                    .found = {},
                                    .target = target,
                                    .startedAt = start,
                                    .elapsedMs = 84}};
    if (state == CheckState::Problem)
        outcome.observations = {{.fact = {u"blocklists"_s},
                                 .value = u"ip_listed"_s,
                                 .subject = u"203.0.113.25"_s,
                                 .source = Source::Probe,
                                 .excerpt = u"127.0.0.2"_s,
                                 .at = start}};
    outcome.record.details = {{.target = target, .state = state, .excerpt = u"127.0.0.2"_s}};
    outcome.record.transcript = {{.direction = TranscriptLine::Direction::Server,
                                  .peer = target,
                                  .text = u"220 mx.example.com ESMTP"_s},
                                 {.atMs = 12,
                                  .direction = TranscriptLine::Direction::Client,
                                  .peer = target,
                                  .text = u"EHLO pc.example.jp"_s}};
    return std::make_unique<ReadyProbe>(std::move(outcome));
}

ProbeList sixProbes()
{
    ProbeList probes;
    probes.push_back(ready(u"local_network"_s, CheckState::Ok, u"198.51.100.1:587"_s));
    probes.push_back(ready(u"recipient_dns"_s, CheckState::Information, u"example.com"_s));
    probes.push_back(ready(u"recipient_smtp"_s, CheckState::CouldNotTest, u"mx1.example.com:25"_s));
    probes.push_back(ready(u"blocklists"_s, CheckState::Problem, u"203.0.113.25"_s));
    probes.push_back(ready(u"dmarc"_s, CheckState::Warning, u"example.jp"_s));
    probes.push_back(ready(u"submission"_s, CheckState::NotRun, u"smtp.example.jp:587"_s));
    return probes;
}

QByteArray blocklistBounce()
{
    return "From: MAILER-DAEMON@mail.example.jp (Mail Delivery System)\r\n"
           "To: keiri@example.jp\r\n"
           "Subject: Undelivered Mail Returned to Sender\r\n"
           "Date: Sun, 22 Nov 2026 10:15:30 +0900\r\n"
           "Auto-Submitted: auto-replied\r\n"
           "MIME-Version: 1.0\r\n"
           "Content-Type: multipart/report; report-type=delivery-status; boundary=\"b\"\r\n"
           "\r\n"
           "--b\r\n"
           "Content-Type: text/plain\r\n"
           "\r\n"
           "This is the mail system at host mail.example.jp.\r\n"
           "\r\n"
           "<suzuki@example.com>: host mx1.example.com[192.0.2.25] said: 554 5.7.1\r\n"
           "    Service unavailable; Client host [203.0.113.25] blocked using\r\n"
           "    zen.spamhaus.org (in reply to RCPT TO command)\r\n"
           "\r\n"
           "--b\r\n"
           "Content-Type: message/delivery-status\r\n"
           "\r\n"
           "Reporting-MTA: dns; mail.example.jp\r\n"
           "\r\n"
           "Final-Recipient: rfc822; suzuki@example.com\r\n"
           "Action: failed\r\n"
           "Status: 5.7.1\r\n"
           "Remote-MTA: dns; mx1.example.com\r\n"
           "Diagnostic-Code: smtp; 554 5.7.1 Service unavailable; Client host\r\n"
           "    [203.0.113.25] blocked using zen.spamhaus.org\r\n"
           "\r\n"
           "--b\r\n"
           "Content-Type: message/rfc822\r\n"
           "\r\n"
           "From: keiri@example.jp\r\n"
           "To: suzuki@example.com\r\n"
           "Subject: November invoice\r\n"
           "Date: Sun, 22 Nov 2026 10:15:00 +0900\r\n"
           "Message-ID: <1@example.jp>\r\n"
           "\r\n"
           "Hello\r\n"
           "--b--\r\n";
}

Stage::Stage(ProbeList probes)
    : m_resolver(std::make_unique<NoResolver>())
    , m_connector(std::make_unique<NoConnector>())
    , m_investigation(std::make_unique<Investigation>(
          knowledge(),
          bounceTables(),
          std::move(probes),
          Network{.resolver = *m_resolver, .connector = *m_connector}))
    , m_desk(std::make_unique<CaseDesk>(*m_investigation, QString()))
    , m_window(std::make_unique<MainWindow>(*m_desk, writeTestReport))
{}

Stage::Stage(const Scenario &scenario)
    : m_lab(loaded(Lab::start(scenario)))
    , m_network(loaded(NetworkSetup::fromFile(m_lab->network())))
    , m_investigation(std::make_unique<Investigation>(knowledge(),
                                                      bounceTables(),
                                                      loaded(allProbes(knowledgeDirectory())),
                                                      m_network->network()))
    , m_desk(std::make_unique<CaseDesk>(*m_investigation, QString()))
    , m_window(std::make_unique<MainWindow>(*m_desk, writeTestReport))
{}

void Stage::show(Language language, Appearance appearance)
{
    m_translators.show(language);
    applyAppearance(appearance, QApplication::palette());
    m_window->setAppearance(appearance);
    m_window->setLanguageShown(language);
    m_window->show();
    m_window->goTo(Step::Start);
    QApplication::processEvents();
}

bool Stage::finishProbes()
{
    return QTest::qWaitFor([this] { return !m_investigation->isProbing(); });
}

} // namespace todoku::test

// SPDX-License-Identifier: MIT
#include "core/lab/smtpserversession.h"

#include <cstdint>
#include <cstdlib>

using namespace Qt::StringLiterals;

// The first octet says in what pieces the rest arrives: the replies must not depend on it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace todoku;
    static const LabServer server{
        .name = u"mx.recipient.example"_s,
        .extensions = {"SIZE 1000", "8BITMIME"},
        .recipients = {{.address = u"suzuki@recipient.example"_s, .reply = "250 2.1.5 Ok"}},
        .otherRecipients = "550 5.1.1 <{recipient}>: User unknown"};
    if (size < 2)
        return 0;
    const QByteArray input(reinterpret_cast<const char *>(data) + 1,
                           static_cast<qsizetype>(size) - 1);
    // Lines over the limit are cut where a piece happens to end, so only shorter ones compare.
    if (input.size() > SmtpServerSession::maxCommandLine)
        return 0;
    const QHostAddress client(u"203.0.113.25"_s);
    SmtpServerSession whole(server, client, {});
    SmtpServerSession pieces(server, client, {});
    const QByteArray expected = whole.receive(input);
    QByteArray replies;
    const qsizetype piece = data[0] + 1;
    for (qsizetype i = 0; i < input.size(); i += piece)
        replies += pieces.receive(input.mid(i, piece));
    if (replies != expected || whole.isOver() != pieces.isOver())
        std::abort();
    return 0;
}

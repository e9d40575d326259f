// SPDX-License-Identifier: MIT
#pragma once

#include "core/dns/resolver.h"
#include "core/dns/zone.h"

#include <QHash>

namespace todoku::test {

/** Answers from master-file text, at once; names can be made to fail. Records what was asked. */
class ZoneResolver final : public Resolver
{
public:
    /** Fails the running test if @p masterFile cannot be read. */
    explicit ZoneResolver(const QByteArray &masterFile = {});

    /** From now on there is no answer for @p name, of whatever type, but @p error. */
    ZoneResolver &failing(const QString &name, Error error);
    /** From now on the answer for @p name, of whatever type, has no records and this code. */
    ZoneResolver &answering(const QString &name, DnsRcode rcode);
    /** Every answer carries the AD bit, as from a validator. */
    ZoneResolver &authentic();

    std::vector<Result<DnsAnswer>> queryAll(std::span<const DnsQuestion> questions,
                                            const Budget &budget) override;

    [[nodiscard]] const std::vector<DnsQuestion> &asked() const { return m_asked; }
    [[nodiscard]] int sweeps() const { return m_sweeps; }

private:
    [[nodiscard]] Result<DnsAnswer> answer(const DnsQuestion &question) const;

    Zone m_zone;
    QHash<QString, Error> m_failures;
    QHash<QString, DnsRcode> m_rcodes;
    std::vector<DnsQuestion> m_asked;
    int m_sweeps = 0;
    bool m_isAuthentic = false;
};

} // namespace todoku::test

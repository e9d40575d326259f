// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

namespace todoku {

/**
 * Takes out of foreign text what points to persons and machines, and leaves codes and domains.
 *
 * The same token always gets the same pseudonym. Tokens are learned from what is masked, so texts
 * are to be masked twice where one may name bare what another shows as an address.
 */
class Masker
{
public:
    /** A name or a subject: wherever it stands, it is taken out whole. */
    void learnSecret(const QString &secret);
    void learnHost(const QString &host);

    [[nodiscard]] QString mask(const QString &text);

private:
    [[nodiscard]] QString maskHeaderFields(const QString &text);
    [[nodiscard]] QString maskSecrets(const QString &text) const;
    [[nodiscard]] QString maskQuotedLocalParts(const QString &text);
    [[nodiscard]] QString maskIpv6(const QString &text);
    [[nodiscard]] QString maskRun(const QString &run);
    [[nodiscard]] QString maskAddress(const QString &run, qsizetype at);
    [[nodiscard]] QString maskWords(const QString &run);
    [[nodiscard]] QString maskWord(const QString &word);
    [[nodiscard]] QString person(const QString &localPart);
    [[nodiscard]] QString numbered(QHash<QString, QString> &known,
                                   const QString &token,
                                   const QString &name) const;
    void learnGreetings(const QString &text);

    QHash<QString, QString> m_people; // local part in lower case, pseudonym
    QHash<QString, QString> m_hosts;
    QHash<QString, QString> m_addresses;
    QStringList m_secrets;
};

} // namespace todoku

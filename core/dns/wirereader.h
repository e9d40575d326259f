// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

namespace todoku {

/**
 * Reads a DNS message front to back, never past its end.
 *
 * Once something could not be read, isGood() is false and every read gives zero or nothing, so
 * that callers may check once after several reads.
 */
class WireReader
{
public:
    explicit WireReader(const QByteArray &bytes)
        : m_bytes(bytes)
    {}

    [[nodiscard]] bool isGood() const { return m_reason.isEmpty(); }
    [[nodiscard]] const QString &reason() const { return m_reason; }
    [[nodiscard]] qsizetype position() const { return m_position; }
    [[nodiscard]] qsizetype size() const { return m_bytes.size(); }

    quint8 u8();
    quint16 u16();
    quint32 u32();
    QByteArray octets(qsizetype count);
    void skip(qsizetype count);

    /** A name, its compression undone (RFC 1035 section 4.1.4), as labelToText() writes it. */
    QString name();

private:
    bool take(qsizetype count);
    qsizetype pointerTarget(int highOctet, qsizetype pieceStart);
    QString label(int length, qsizetype octetsOfName);
    void fail(const QString &reason);

    const QByteArray &m_bytes;
    qsizetype m_position = 0;
    QString m_reason;
};

} // namespace todoku

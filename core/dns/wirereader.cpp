// SPDX-License-Identifier: MIT
#include "core/dns/wirereader.h"

#include "core/dns/name.h"

#include <QtEndian>

using namespace Qt::StringLiterals;

namespace todoku {

bool WireReader::take(qsizetype count)
{
    if (!isGood())
        return false;
    if (count < 0 || count > m_bytes.size() - m_position) {
        fail(u"ends early"_s);
        return false;
    }
    m_position += count;
    return true;
}

void WireReader::fail(const QString &reason)
{
    if (m_reason.isEmpty())
        m_reason = u"%1 at octet %2"_s.arg(reason).arg(m_position);
}

quint8 WireReader::u8()
{
    return take(1) ? static_cast<quint8>(m_bytes.at(m_position - 1)) : quint8(0);
}

quint16 WireReader::u16()
{
    return take(2) ? qFromBigEndian<quint16>(m_bytes.constData() + m_position - 2) : quint16(0);
}

quint32 WireReader::u32()
{
    return take(4) ? qFromBigEndian<quint32>(m_bytes.constData() + m_position - 4) : 0;
}

QByteArray WireReader::octets(qsizetype count)
{
    return take(count) ? m_bytes.mid(m_position - count, count) : QByteArray();
}

void WireReader::skip(qsizetype count)
{
    take(count);
}

QString WireReader::name()
{
    constexpr int pointerBits = 0xc0;
    QString text;
    qsizetype octetsOfName = 1;
    qsizetype resumeAt = -1;
    // A pointer must lead to before the piece it stands in: so a name can never loop.
    qsizetype pieceStart = m_position;
    while (true) {
        const int length = u8();
        if (!isGood() || length == 0)
            break;
        if (length >= pointerBits) {
            const qsizetype target = (length - pointerBits) * 256 + u8();
            if (isGood() && target >= pieceStart)
                fail(u"a compression pointer that does not lead back"_s);
            if (!isGood())
                break;
            if (resumeAt < 0)
                resumeAt = m_position;
            m_position = pieceStart = target;
            continue;
        }
        octetsOfName += length + 1;
        if (length > maxLabelOctets)
            fail(u"a label of an unknown kind"_s);
        else if (octetsOfName > maxNameOctets)
            fail(u"a name longer than 255 octets"_s);
        const QByteArray label = octets(length);
        if (!isGood())
            break;
        if (!text.isEmpty())
            text += u'.';
        text += labelToText(label);
    }
    if (isGood() && resumeAt >= 0)
        m_position = resumeAt;
    return text.isEmpty() ? u"."_s : text;
}

} // namespace todoku

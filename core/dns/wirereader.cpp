// SPDX-License-Identifier: MIT
#include "core/dns/wirereader.h"

#include "core/dns/name.h"

#include <QStringList>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace todoku {

static constexpr int pointerBits = 0xc0;

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

qsizetype WireReader::pointerTarget(int highOctet, qsizetype pieceStart)
{
    constexpr int octetValues = 256;
    const qsizetype target = ((highOctet & ~pointerBits) * octetValues) + u8();
    if (isGood() && target >= pieceStart)
        fail(u"a compression pointer that does not lead back"_s);
    return isGood() ? target : pieceStart;
}

QString WireReader::label(int length, qsizetype octetsOfName)
{
    if (length > maxLabelOctets)
        fail(u"a label of an unknown kind"_s);
    else if (octetsOfName > maxNameOctets)
        fail(u"a name longer than 255 octets"_s);
    return labelToText(octets(length));
}

QString WireReader::name()
{
    QStringList labels;
    qsizetype octetsOfName = 1;
    qsizetype resumeAt = -1;
    // A pointer must lead to before the piece it stands in: so a name can never loop.
    qsizetype pieceStart = m_position;
    for (int length = u8(); isGood() && length != 0; length = u8()) {
        if (length < pointerBits) {
            octetsOfName += length + 1;
            labels << label(length, octetsOfName);
            continue;
        }
        pieceStart = pointerTarget(length, pieceStart);
        if (resumeAt < 0)
            resumeAt = m_position;
        m_position = pieceStart;
    }
    if (isGood() && resumeAt >= 0)
        m_position = resumeAt;
    return labels.isEmpty() ? u"."_s : labels.join(u'.');
}

} // namespace todoku

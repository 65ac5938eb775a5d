// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/zvt/ZvtStatus.h"

#include "core/base/Clock.h"
#include "hardware/zvt/ZvtBcd.h"
#include "hardware/zvt/ZvtBmp.h"
#include "hardware/zvt/ZvtText.h"
#include "hardware/zvt/ZvtTlv.h"

#include <algorithm>

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestCents = largestAmount.cents();

std::unexpected<Error> brokenStatus(const QString &what)
{
    return failure(ErrorCode::DeviceAnswerInvalid, u"zvt: not a "_s + what);
}

std::optional<quint8> firstByte(QByteArrayView value)
{
    return value.isEmpty() ? std::nullopt : std::optional{static_cast<quint8>(value.front())};
}

std::optional<Money> moneyFrom(QByteArrayView value)
{
    const auto cents = zvtNumberFrom(value);
    return cents && *cents <= largestCents ? std::optional{Money::fromCents(*cents)} : std::nullopt;
}

QTime timeFrom(QByteArrayView value)
{
    return QTime::fromString(zvtDigits(value), u"HHmmss"_s);
}

/// Digits but the last four, and what follows a separator, are not for us to keep.
QString maskedPanFrom(QByteArrayView value)
{
    QString digits = zvtDigits(value).section(u'D', 0, 0);
    while (digits.endsWith(u'F'))
        digits.chop(1);
    for (qsizetype at = 0; at < digits.size(); ++at)
        if (at < digits.size() - 4 || !digits[at].isDigit())
            digits[at] = u'*';
    return digits;
}

QString asciiFrom(QByteArrayView value)
{
    const qsizetype end = value.indexOf('\0');
    return zvtDecode(end < 0 ? value : value.first(end)).trimmed();
}

/// Reads the fields one after another; what a field cannot hold makes the whole message invalid.
class StatusReader
{
public:
    Result<ZvtStatus> read(const ZvtFields &fields)
    {
        m_status.isWhole = fields.unread.isEmpty();
        for (const ZvtField &field : fields.all)
            TRY(take(field));
        return m_status;
    }

private:
    Result<> take(const ZvtField &field)
    {
        switch (field.number) {
        case 0x04:
        case 0x27:
        case 0x49:
        case 0x87: return takeDeciding(field);
        case 0x06: return takeContainer(field.value);
        case 0x0B: return takeNumber(m_status.trace, field);
        case 0x37: return takeNumber(m_status.originalTrace, field);
        case 0x88: return takeNumber(m_status.turnover, field);
        default: takeDetail(field); return {};
        }
    }

    Result<> takeDeciding(const ZvtField &field)
    {
        const bool isAgain = (field.number == 0x04 && m_status.amount) || (field.number == 0x27 && m_status.result) ||
                             (field.number == 0x49 && !m_status.currency.isEmpty()) || (field.number == 0x87 && m_status.receipt);
        if (isAgain)
            return brokenStatus(u"single field: "_s + QString::number(field.number, 16));
        switch (field.number) {
        case 0x04: m_status.amount = moneyFrom(field.value); return m_status.amount ? Result<>{} : brokenStatus(u"amount"_s);
        case 0x27: m_status.result = firstByte(field.value); return {};
        case 0x49: m_status.currency = zvtDigits(field.value); return {};
        default: return takeReceipt(field.value);
        }
    }

    /// Zero: it has none.
    Result<> takeReceipt(QByteArrayView value)
    {
        const auto number = zvtNumberFrom(value);
        if (!number)
            return brokenStatus(u"receipt number"_s);
        if (*number > 0)
            m_status.receipt = static_cast<int>(*number);
        return {};
    }

    static Result<> takeNumber(std::optional<qint64> &into, const ZvtField &field)
    {
        into = zvtNumberFrom(field.value);
        return into ? Result<>{} : brokenStatus(u"number: "_s + QString::number(field.number, 16));
    }

    /// Nothing depends on these; what cannot be read stays empty.
    void takeDetail(const ZvtField &field)
    {
        switch (field.number) {
        case 0x0C: m_status.time = timeFrom(field.value); break;
        case 0x0D: m_status.monthAndDay = zvtDigits(field.value); break;
        case 0x0E: m_status.expiry = zvtDigits(field.value); break;
        case 0x17: m_status.cardSequence = static_cast<quint8>(zvtNumberFrom(field.value.sliced(1)).value_or(0)); break;
        case 0x19: m_status.paymentType = firstByte(field.value); break;
        case 0x22: m_status.maskedPan = maskedPanFrom(field.value); break;
        case 0x29: m_status.terminalId = zvtDigits(field.value); break;
        case 0x2A: m_status.merchantId = asciiFrom(field.value); break;
        case 0x3B: m_status.approval = asciiFrom(field.value); break;
        case 0x3C: m_status.text = asciiFrom(field.value); break;
        default: takeMore(field); break;
        }
    }

    void takeMore(const ZvtField &field)
    {
        switch (field.number) {
        case 0x60: m_status.totals = field.value.toByteArray(); break;
        case 0x8A: m_status.cardType = firstByte(field.value); break;
        case 0x8B: m_status.cardName = asciiFrom(field.value); break;
        case 0x8C: m_status.networkCardType = firstByte(field.value); break;
        case 0xA0: m_status.hostResult = firstByte(field.value); break;
        case 0xAA: m_status.date = QDate::fromString(u"20"_s + zvtDigits(field.value), u"yyyyMMdd"_s); break;
        default: break;
        }
    }

    Result<> takeContainer(QByteArrayView value)
    {
        TRY_LET(objects, zvtTlvFrom(value));
        const auto byte = [&objects](quint32 tag) {
            const ZvtTlv *const object = zvtFind(objects, tag);
            return object ? firstByte(object->value) : std::nullopt;
        };
        m_status.authentication = byte(0x1F10);
        m_status.onlineFlag = byte(0x1F11);
        m_status.technology = byte(0x1F12);
        m_status.charset = byte(0x14);
        if (const ZvtTlv *const tip = zvtFind(objects, 0x1F36))
            m_status.tip = moneyFrom(tip->value);
        if (const ZvtTlv *const trace = zvtFind(objects, 0x1F2B))
            m_status.trace = zvtNumberFrom(trace->value);
        if (const ZvtTlv *const application = zvtFind(objects, 0x43))
            m_status.applicationId = zvtDigits(application->value);
        if (const ZvtTlv *const text = zvtFind(objects, 0x1F17))
            m_status.errorText = asciiFrom(text->value);
        if (m_status.text.isEmpty())
            m_status.text = zvtDisplayText(value);
        return {};
    }

    ZvtStatus m_status;
};

/// The one of last year, this year and next year that is nearest.
QDateTime nearestYear(const QString &monthAndDay, QTime time, const QDateTime &about)
{
    QDateTime nearest;
    for (int year = about.date().year() - 1; year <= about.date().year() + 1; ++year) {
        const QDateTime candidate{QDate::fromString(QString::number(year) + monthAndDay, u"yyyyMMdd"_s), time, brussels()};
        if (candidate.isValid() && (nearest.isNull() || std::abs(candidate.secsTo(about)) < std::abs(nearest.secsTo(about))))
            nearest = candidate;
    }
    return nearest;
}

QDateTime nearestDay(QTime time, const QDateTime &about)
{
    QDateTime nearest{about.date(), time, brussels()};
    for (const qint64 days : {-1, 1})
        if (const QDateTime other = nearest.addDays(days); std::abs(other.secsTo(about)) < std::abs(nearest.secsTo(about)))
            nearest = other;
    return nearest;
}

} // namespace

QDateTime ZvtStatus::at(const QDateTime &about) const
{
    if (!time.isValid())
        return {};
    const QDateTime local = about.toTimeZone(brussels());
    if (date.isValid())
        return QDateTime{date, time, brussels()};
    if (monthAndDay.size() == 4)
        return nearestYear(monthAndDay, time, local);
    return nearestDay(time, local);
}

bool ZvtStatus::needsSignature() const
{
    return authentication == 0x01 || authentication == 0x05 || authentication == 0x06 || authentication == 0x07;
}

Result<ZvtStatus> zvtStatusFrom(QByteArrayView data)
{
    TRY_LET(fields, zvtFieldsFrom(data));
    return StatusReader{}.read(fields);
}

QString zvtDisplayText(QByteArrayView container)
{
    const auto objects = zvtTlvFrom(container);
    const ZvtTlv *const display = objects ? zvtFind(*objects, 0x24) : nullptr;
    QStringList lines;
    for (const ZvtTlv &object : display ? display->in : std::vector<ZvtTlv>{})
        if (object.tag == 0x07)
            lines << zvtDecode(object.value).trimmed();
    return lines.join(u' ').simplified();
}

} // namespace guichet

// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/zvt/ZvtLogText.h"

#include "hardware/zvt/ZvtBmp.h"
#include "hardware/zvt/ZvtTlv.h"

#include <QBitArray>
#include <QStringList>
#include <algorithm>
#include <array>
#include <span>

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype passwordBytes = 3;
constexpr qsizetype leastCardDigits = 13;
constexpr qsizetype shownDigits = 4;
constexpr quint8 cardNumber = 0x22;
/// Track and chip data, CVV, PIN data.
constexpr std::array<quint8, 9> secretFields{0x23, 0x24, 0x2D, 0x2E, 0x3A, 0x9A, 0xA7, 0xAF, 0xD1};
/// Track data, card numbers, what the card holder is called.
constexpr std::array<quint32, 7> secretTags{0x4C, 0x4D, 0x1F08, 0x1F09, 0x1F0A, 0x1F1A, 0x1F3E};

bool beginsWithPassword(ZvtCommand command)
{
    switch (command) {
    case ZvtCommand::StatusEnquiry:
    case ZvtCommand::Registration:
    case ZvtCommand::TurnoverTotals:
    case ZvtCommand::RepeatReceipt:
    case ZvtCommand::Reversal:
    case ZvtCommand::Refund:
    case ZvtCommand::EndOfDay:
    case ZvtCommand::Initialisation: return true;
    default: return false;
    }
}

/// Where fields begin; none: it has none.
std::optional<qsizetype> fieldsBegin(const ZvtApdu &apdu)
{
    switch (apdu.command) {
    case ZvtCommand::Authorisation:
    case ZvtCommand::StatusInformation:
    case ZvtCommand::PrintTextBlock: return 0;
    case ZvtCommand::Refund:
    case ZvtCommand::Reversal: return std::min(passwordBytes, apdu.data.size());
    default: return std::nullopt;
    }
}

/// Which bytes of the data must not be read by anybody.
class Mask
{
public:
    explicit Mask(QByteArrayView data) : m_data{data}, m_hidden(data.size()) {}

    void hide(QByteArrayView part)
    {
        const qsizetype from = part.data() - m_data.data();
        m_hidden.fill(true, from, from + part.size());
    }
    void hideFields(QByteArrayView bytes);
    void hideLongNumbers();
    bool isHidden(qsizetype at) const { return m_hidden.testBit(at); }

private:
    void hideField(const ZvtField &field);
    void hideObjects(const std::vector<ZvtTlv> &objects);

    QByteArrayView m_data;
    QBitArray m_hidden;
};

void Mask::hideFields(QByteArrayView bytes)
{
    const auto fields = zvtFieldsFrom(bytes);
    if (!fields)
        return hide(bytes);
    hide(fields->unread);
    for (const ZvtField &field : fields->all)
        hideField(field);
}

void Mask::hideField(const ZvtField &field)
{
    if (field.number == cardNumber)
        return hide(field.value.first(std::max<qsizetype>(0, field.value.size() - shownDigits / 2)));
    if (std::ranges::count(secretFields, field.number) > 0)
        return hide(field.value);
    if (field.number != 0x06)
        return;
    const auto objects = zvtTlvFrom(field.value);
    if (!objects)
        return hide(field.value);
    hideObjects(*objects);
}

void Mask::hideObjects(const std::vector<ZvtTlv> &objects)
{
    for (const ZvtTlv &object : objects) {
        if (std::ranges::count(secretTags, object.tag) > 0)
            hide(object.value);
        hideObjects(object.in);
    }
}

/// A card number may stand in any text; spaces and dashes may stand in it.
void Mask::hideLongNumbers()
{
    const auto isDigit = [this](qsizetype at) { return m_data[at] >= '0' && m_data[at] <= '9'; };
    const auto isWithin = [&](qsizetype at) { return at < m_data.size() && (isDigit(at) || m_data[at] == ' ' || m_data[at] == '-'); };
    for (qsizetype at = 0; at < m_data.size(); ++at) {
        std::vector<qsizetype> digits;
        for (; isWithin(at); ++at)
            if (isDigit(at))
                digits.push_back(at);
        if (std::ssize(digits) >= leastCardDigits)
            for (const qsizetype digit : std::span{digits}.first(digits.size() - shownDigits))
                m_hidden.setBit(digit);
    }
}

} // namespace

QString zvtLogText(const ZvtApdu &apdu)
{
    Mask mask{apdu.data};
    if (beginsWithPassword(apdu.command))
        mask.hide(QByteArrayView{apdu.data}.first(std::min(passwordBytes, apdu.data.size())));
    if (const auto begin = fieldsBegin(apdu))
        mask.hideFields(QByteArrayView{apdu.data}.sliced(*begin));
    mask.hideLongNumbers();
    const QByteArray bytes = toBytes(apdu);
    const qsizetype header = bytes.size() - apdu.data.size();
    QString text;
    text.reserve(bytes.size() * 3);
    for (qsizetype at = 0; at < bytes.size(); ++at)
        text += (at >= header && mask.isHidden(at - header) ? u"**"_s : QString::fromLatin1(bytes.sliced(at, 1).toHex().toUpper())) + u' ';
    text.chop(1);
    return text;
}

} // namespace guichet

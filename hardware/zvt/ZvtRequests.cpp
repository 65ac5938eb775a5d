// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/zvt/ZvtRequests.h"

#include "hardware/zvt/ZvtBcd.h"
#include "hardware/zvt/ZvtBmp.h"
#include "hardware/zvt/ZvtTlv.h"

namespace guichet {

namespace {

constexpr qsizetype largestApdu = 4096; ///< That we ask for; we take larger ones.
constexpr char utf8 = '\xFE';
constexpr char terminalChooses = 0x40; ///< The card application.
constexpr char withStatus = 0x01;
constexpr char withoutPrint = 0x02;

QByteArray amountField(Money amount)
{
    return zvtField(0x04, zvtBcd(amount.cents(), 6));
}

QByteArray euros()
{
    return zvtBcd(978, 2);
}

QByteArray oneByte(char value)
{
    return QByteArray(1, value);
}

} // namespace

QByteArray ZvtRequests::password() const
{
    return zvtBcd(m_profile.password.toInt(), 3);
}

QByteArray ZvtRequests::partialApprovals() const
{
    return m_profile.takesPartialApprovals ? zvtField(0x06, zvtTlv(0x1F70, oneByte(0x01))) : QByteArray{};
}

ZvtApdu ZvtRequests::registration() const
{
    QByteArray data = password() + static_cast<char>(m_profile.configByte) + euros();
    if (m_profile.usesContainers) {
        const QByteArray textBlocks = zvtTlv(0x26, zvtTlv(0x0A, QByteArray{"\x06\xD3"}));
        const QByteArray size = oneByte(static_cast<char>(largestApdu >> 8)) + static_cast<char>(largestApdu & 0xFF);
        data += zvtField(0x03, oneByte(0)) + zvtField(0x06, textBlocks + zvtTlv(0x14, oneByte(utf8)) +
                                                                zvtTlv(0x12, zvtBcd(m_profile.lineWidth, 1)) + zvtTlv(0x1A, size));
    }
    return {.command = ZvtCommand::Registration, .data = data};
}

ZvtApdu ZvtRequests::authorisation(Money amount) const
{
    return {.command = ZvtCommand::Authorisation,
            .data = amountField(amount) + zvtField(0x49, euros()) + zvtField(0x19, oneByte(terminalChooses)) + partialApprovals()};
}

ZvtApdu ZvtRequests::refund(Money amount) const
{
    return {.command = ZvtCommand::Refund, .data = password() + amountField(amount) + zvtField(0x49, euros())};
}

ZvtApdu ZvtRequests::reversal(int receipt, Money amount) const
{
    QByteArray data = password() + zvtField(0x87, zvtBcd(receipt, 2));
    if (m_profile.namesAmountOfReversal)
        data += amountField(amount) + zvtField(0x49, euros());
    return {.command = ZvtCommand::Reversal, .data = data};
}

ZvtApdu ZvtRequests::repeatReceipt(bool prints) const
{
    const char service = prints ? withStatus : static_cast<char>(withStatus | withoutPrint);
    return {.command = ZvtCommand::RepeatReceipt, .data = password() + zvtField(0x03, oneByte(service))};
}

ZvtApdu ZvtRequests::statusEnquiry() const
{
    return {.command = ZvtCommand::StatusEnquiry, .data = password()};
}

ZvtApdu ZvtRequests::turnoverTotals() const
{
    return {.command = ZvtCommand::TurnoverTotals, .data = password()};
}

ZvtApdu ZvtRequests::endOfDay() const
{
    return {.command = ZvtCommand::EndOfDay, .data = password()};
}

ZvtApdu ZvtRequests::initialisation() const
{
    return {.command = ZvtCommand::Initialisation, .data = password()};
}

} // namespace guichet

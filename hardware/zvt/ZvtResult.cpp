// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/zvt/ZvtResult.h"

#include <algorithm>
#include <array>

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

struct Words
{
    quint8 code = 0;
    QLatin1String text;
};

constexpr std::array results{
    Words{0x00, "no error"_L1},
    Words{0x64, "card not readable"_L1},
    Words{0x65, "no card data"_L1},
    Words{0x66, "processing error"_L1},
    Words{0x67, "not allowed for this debit card"_L1},
    Words{0x68, "not allowed for this credit card"_L1},
    Words{0x6A, "turnover storage full"_L1},
    Words{0x6B, "not registered"_L1},
    Words{0x6C, "aborted or timed out at the terminal"_L1},
    Words{0x6F, "wrong currency"_L1},
    Words{0x71, "credit not sufficient"_L1},
    Words{0x72, "chip error"_L1},
    Words{0x73, "wrong card data"_L1},
    Words{0x77, "end of day impossible"_L1},
    Words{0x78, "card expired"_L1},
    Words{0x79, "card not yet valid"_L1},
    Words{0x7A, "card unknown"_L1},
    Words{0x7D, "communication error"_L1},
    Words{0x83, "function impossible"_L1},
    Words{0x85, "key missing"_L1},
    Words{0x89, "PIN pad defective"_L1},
    Words{0x9A, "protocol error"_L1},
    Words{0x9B, "dial-up error"_L1},
    Words{0x9C, "busy"_L1},
    Words{0xA0, "receiver not ready"_L1},
    Words{0xA1, "remote station does not answer"_L1},
    Words{0xA3, "no connection"_L1},
    Words{0xB1, "memory full"_L1},
    Words{0xB2, "merchant journal full"_L1},
    Words{0xB4, "already reversed"_L1},
    Words{0xB5, "reversal impossible"_L1},
    Words{0xC2, "diagnosis required"_L1},
    Words{0xC3, "amount too large"_L1},
    Words{0xC5, "payment method not supported"_L1},
    Words{0xC6, "currency not applicable"_L1},
    Words{0xC8, "amount too small"_L1},
    Words{0xC9, "amount too small for the terminal"_L1},
    Words{0xCC, "printer not ready"_L1},
    Words{0xDC, "card inserted"_L1},
    Words{0xE0, "remote maintenance"_L1},
    Words{0xF0, "end of day required"_L1},
    Words{0xFF, "system error"_L1},
};
static_assert(std::ranges::is_sorted(results, {}, &Words::code));

/// The terminal says these before it asks for a card.
constexpr std::array<quint8, 12> notTried{0x6A, 0x6B, 0x6F, 0x83, 0x85, 0x9A, 0xB1, 0xB2, 0xC2, 0xE0, 0xE4, 0xF0};

/// Names of steps (PaymentTerminal::Progress).
constexpr std::array steps{
    Words{0x00, "CONFIRM_AMOUNT"_L1},
    Words{0x01, "WAIT_FOR_PIN"_L1},
    Words{0x02, "WAIT_FOR_PIN"_L1},
    Words{0x03, "CARD_REFUSED"_L1},
    Words{0x04, "WAIT_FOR_HOST"_L1},
    Words{0x05, "REVERSING"_L1},
    Words{0x06, "SENDING_LATER"_L1},
    Words{0x07, "CARD_REFUSED"_L1},
    Words{0x08, "CARD_REFUSED"_L1},
    Words{0x09, "CARD_EXPIRED"_L1},
    Words{0x0A, "PROVIDE_CARD_DETAILS"_L1},
    Words{0x0B, "REMOVE_CARD"_L1},
    Words{0x0C, "CARD_UNREADABLE"_L1},
    Words{0x0D, "FAULT"_L1},
    Words{0x0E, "WAIT"_L1},
    Words{0x0F, "ENDING_DAY"_L1},
    Words{0x10, "CARD_REFUSED"_L1},
    Words{0x12, "FAULT"_L1},
    Words{0x13, "DECLINED"_L1},
    Words{0x14, "NO_CREDIT"_L1},
    Words{0x15, "WRONG_PIN"_L1},
    Words{0x16, "NO_CREDIT"_L1},
    Words{0x17, "WAIT"_L1},
    Words{0x18, "WRONG_PIN"_L1},
    Words{0x19, "CARD_UNREADABLE"_L1},
    Words{0x1A, "FAULT"_L1},
    Words{0x1B, "APPROVED"_L1},
    Words{0x1C, "APPROVED"_L1},
    Words{0x1D, "DECLINED"_L1},
};
static_assert(std::ranges::is_sorted(steps, {}, &Words::code));
constexpr quint8 removeCard = 0x40; ///< Added to the first ones.
constexpr quint8 lastWithCard = 0x67;

template <size_t count>
QString wordsOf(const std::array<Words, count> &list, quint8 code)
{
    const auto found = std::ranges::lower_bound(list, code, {}, &Words::code);
    return found != list.end() && found->code == code ? QString{found->text} : QString{};
}

/// Three bytes `Fx`: a text of that length comes before the state.
std::optional<qsizetype> softwareLength(QByteArrayView completion)
{
    if (completion.size() < 4)
        return std::nullopt;
    qsizetype length = 0;
    for (const char byte : completion.first(3)) {
        if ((static_cast<quint8>(byte) & 0xF0) != 0xF0 || (byte & 0x0F) > 9)
            return std::nullopt;
        length = length * 10 + (byte & 0x0F);
    }
    return 3 + length < completion.size() ? std::optional{length} : std::nullopt;
}

} // namespace

ZvtResult zvtResultOf(quint8 code)
{
    if (code == 0x00)
        return ZvtResult::Approved;
    if (code == 0x9C)
        return ZvtResult::Busy;
    if (code == 0xFF)
        return ZvtResult::Unclear;
    return std::ranges::count(notTried, code) > 0 ? ZvtResult::NotTried : ZvtResult::Declined;
}

QString zvtResultWords(quint8 code)
{
    const QString known = wordsOf(results, code);
    const QString words = !known.isEmpty() ? known : code < 0x64 ? u"refused by the host"_s : u"refused"_s;
    return QString::number(code, 16).toUpper().rightJustified(2, u'0') + u": "_s + words;
}

QString zvtIntermediateSteps(quint8 code)
{
    const bool wantsCardOut = code > removeCard && code <= lastWithCard;
    const QString step = wordsOf(steps, wantsCardOut ? static_cast<quint8>(code - removeCard) : code);
    return wantsCardOut ? (step + u" REMOVE_CARD"_s).trimmed() : step;
}

ZvtState zvtStateFrom(QByteArrayView completion)
{
    const qsizetype length = softwareLength(completion).value_or(-1);
    const qsizetype at = length < 0 ? 0 : 3 + length;
    if (at >= completion.size())
        return {};
    ZvtState state{.code = static_cast<quint8>(completion[at]), .software = {}};
    if (length > 0)
        state.software = QString::fromLatin1(completion.sliced(3, length)).trimmed();
    return state;
}

QString zvtStateWords(const ZvtState &state)
{
    QString words = u"ready"_s;
    if (state.code == 0x51)
        words = u"51: initialisation required"_s;
    else if (state.code == 0xDF)
        words = u"DF: out of order"_s;
    else if (state.code == 0x62)
        words = u"62: wrong date or time"_s;
    else if (state.code != 0x00)
        words = zvtResultWords(state.code);
    return state.software.isEmpty() ? words : u"%1, software %2"_s.arg(words, state.software);
}

} // namespace guichet

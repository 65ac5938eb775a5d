// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/opi/OpiDeviceMessages.h"
#include "hardware/opi/OpiFraming.h"
#include "hardware/opi/OpiOutcome.h"
#include "hardware/opi/OpiTotals.h"

#include <algorithm>
#include <cstdlib>

namespace {

/// Both questions that could be asked of an answer. An approval has an amount, in the direction that was asked for, and no card number.
void judge(const guichet::OpiElement &root)
{
    const auto answer = guichet::opiAnswerFrom(root);
    if (!answer)
        return;
    std::ignore = guichet::opiTotalsFrom(*answer);
    const guichet::Money price = guichet::Money::fromCents(2400);
    for (const auto &[type, amount] :
         {std::pair{QStringLiteral("CardPayment"), price}, std::pair{QStringLiteral("PaymentReversal"), -price}}) {
        const guichet::Charge charge = guichet::opiChargeFrom(*answer, {.requestId = 1, .type = type, .amount = amount});
        const bool approved = charge.state == guichet::ChargeState::Approved;
        if (approved && (charge.authorised.isZero() || charge.authorised.isNegative() != amount.isNegative()))
            std::abort();
        if (!approved && !charge.authorised.isZero())
            std::abort();
        if (std::ranges::count_if(charge.card.maskedPan, [](QChar c) { return c.isDigit(); }) > 4)
            std::abort();
    }
}

void use(const QByteArray &xml)
{
    const auto root = guichet::readOpiXml(xml);
    if (!root)
        return;
    judge(*root);
    if (const auto request = guichet::opiDeviceRequestFrom(*root))
        if (!guichet::readOpiXml(guichet::toXml(guichet::OpiDeviceResponse{}, *request)))
            std::abort(); // what we answer can be read
}

} // namespace

/// What comes over both channels: as frames, and as the XML of one. The first byte chooses.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    if (size == 0)
        return 0;
    const QByteArray bytes{reinterpret_cast<const char *>(data) + 1, static_cast<qsizetype>(size - 1)};
    if (data[0] % 2 == 0) {
        use(bytes);
        return 0;
    }
    guichet::OpiFrameReader reader;
    for (qsizetype at = 0; at < bytes.size(); at += 7) {
        reader.feed(bytes.mid(at, 7));
        while (const auto xml = reader.take())
            use(*xml);
    }
    return 0;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Text.h"
#include "hardware/plugin/PluginLines.h"
#include "hardware/plugin/PluginOutcome.h"

#include <algorithm>
#include <cstdlib>

namespace {

/// An approval has an amount, in the direction that was asked for, never more back than asked, and no card number.
void judge(const QJsonObject &result, guichet::Money asked)
{
    const auto intent = *guichet::Id<guichet::PaymentIntent>::fromString(QStringLiteral("6f1d3a52-7c0e-5b1e-9a0e-3f5b8c2d4e61"));
    const guichet::Charge charge = guichet::pluginAnswerFrom(result, {.intent = intent, .amount = asked}).charge;
    const bool approved = charge.state == guichet::ChargeState::Approved;
    if (approved == charge.authorised.isZero())
        std::abort();
    if (approved && (charge.authorised.isNegative() != asked.isNegative() || (asked.isNegative() && charge.authorised < asked)))
        std::abort();
    if (std::ranges::count_if(charge.card.maskedPan, [](QChar c) { return c.isDigit(); }) > 4)
        std::abort();
    if (guichet::hasForbiddenCharacters(charge.reference + charge.card.brand + charge.transaction))
        std::abort();
}

} // namespace

/// What the process with a vendor's library says, cut into pieces of seven bytes.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QByteArray bytes{reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)};
    guichet::PluginLines lines;
    for (qsizetype at = 0; at < bytes.size(); at += 7) {
        lines.feed(bytes.mid(at, 7));
        auto line = lines.next();
        for (; line && *line; line = lines.next()) {
            judge((**line)[QStringLiteral("result")].toObject(), guichet::Money::fromCents(1250));
            judge((**line)[QStringLiteral("result")].toObject(), guichet::Money::fromCents(-1250));
            std::ignore = guichet::pluginTotalsFrom(**line);
        }
        if (!line)
            return 0; // the process is ended then
    }
    return 0;
}

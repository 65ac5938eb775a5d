// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/nexo/NexoHttp.h"
#include "hardware/nexo/NexoNotices.h"
#include "hardware/nexo/NexoRequests.h"
#include "hardware/nexo/NexoStatus.h"

#include <cstdlib>

namespace {

using namespace guichet;

const NexoKeys &keys()
{
    static const NexoKeys derived = deriveNexoKeys(QStringLiteral("p@ssw0rd123456"));
    return derived;
}

NexoAsked asked(const QString &category)
{
    NexoAsked asked{.request = {}, .reference = QStringLiteral("0190a000-0000-7000-8000-000000000001"), .amount = Money::fromCents(1295)};
    asked.request.category = category;
    asked.request.serviceId = nexoServiceId(asked.reference);
    asked.request.saleId = QStringLiteral("TILL1");
    asked.request.poiId = QStringLiteral("V400m-123456789");
    return asked;
}

/// An approval is of a positive amount that a till can hold; slips have an end.
void checkCharge(const Charge &charge)
{
    const bool sane = charge.state != ChargeState::Approved || (charge.authorised.isPositive() && charge.authorised <= largestAmount);
    if (!sane || charge.merchantSlip.size() > 400 || charge.customerSlip.size() > 400 || charge.text.size() > 300)
        std::abort();
}

void readMessage(const QByteArray &json)
{
    const auto message = nexoMessageFromJson(json);
    if (!message)
        return;
    checkCharge(nexoChargeFrom(message->body, asked(QStringLiteral("Payment")), false));
    checkCharge(nexoChargeFrom(message->body, asked(QStringLiteral("Reversal")), true));
    checkCharge(nexoStatusFrom(message->body, asked(QStringLiteral("Payment"))).charge);
    std::ignore = nexoHealthFrom(message->body);
    std::ignore = nexoTotalsFrom(message->body);
    std::ignore = nexoNoticeFrom(*message);
}

void readHttp(const QByteArray &bytes)
{
    for (const auto kind : {NexoHttp::Kind::Answer, NexoHttp::Kind::Request}) {
        NexoHttp whole{kind, 4096};
        whole.feed(bytes);
        NexoHttp halves{kind, 4096};
        halves.feed(bytes.left(bytes.size() / 2));
        halves.feed(bytes.mid(bytes.size() / 2));
        if (whole.state() != halves.state() || whole.body() != halves.body() || whole.body().size() > 4096)
            std::abort();
    }
}

} // namespace

/// What comes from a terminal, at each depth: HTTP, envelope, message. The first byte chooses.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    if (size < 1)
        return 0;
    const QByteArray bytes{reinterpret_cast<const char *>(data) + 1, static_cast<qsizetype>(size - 1)};
    switch (data[0] % 3) {
    case 0: readHttp(bytes); break;
    case 1: std::ignore = openNexo(bytes, keys()); break;
    default: readMessage(bytes); break;
    }
    return 0;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Clock.h"
#include "hardware/zvt/ZvtLogText.h"
#include "hardware/zvt/ZvtOutcome.h"
#include "hardware/zvt/ZvtResult.h"
#include "hardware/zvt/ZvtSerialFraming.h"
#include "hardware/zvt/ZvtTlv.h"
#include "hardware/zvt/ZvtTotals.h"

#include <cstdlib>

namespace {
using namespace guichet;

const QDateTime about{QDate{2026, 11, 24}, QTime{14, 0}, brussels()};

/// Whatever it says, what is read of it fits what was asked.
void judge(const ZvtStatus &status)
{
    const ZvtRecord record{.intent = {}, .kind = ZvtRecord::Kind::Payment, .amount = Money::fromCents(1250), .at = about};
    const Charge charge = zvtChargeFrom({.end = ZvtAnswer::End::Completed, .status = status}, record, false);
    const bool fits = charge.authorised == record.amount || (status.tip && charge.authorised - *status.tip == record.amount);
    if (charge.state == ChargeState::Approved && !fits)
        std::abort();
    if (charge.card.maskedPan.count(QChar{u'*'}) + 4 < charge.card.maskedPan.size())
        std::abort();
    std::ignore = zvtRelate(status, {.record = record});
}

void read(const ZvtApdu &apdu, ZvtSlipCollector &slips)
{
    if (zvtApduFrom(toBytes(apdu)) != apdu)
        std::abort();
    std::ignore = zvtLogText(apdu);
    std::ignore = zvtStateFrom(apdu.data);
    std::ignore = zvtDisplayText(apdu.data);
    slips.add(apdu);
    const auto status = zvtStatusFrom(apdu.data);
    if (!status)
        return;
    std::ignore = zvtTotalsFrom(*status);
    judge(*status);
}

} // namespace

/// Whatever a terminal sends, over TCP or a serial line, is read or refused.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QByteArray bytes{reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)};
    ZvtSlipCollector slips{42};
    ZvtApduReader reader;
    reader.feed(bytes);
    while (const auto apdu = reader.take())
        read(*apdu, slips);
    ZvtSerialReader serial;
    serial.feed(bytes);
    while (const auto event = serial.take())
        if (event->kind == ZvtSerialReader::Kind::Message)
            read(*zvtApduFrom(event->apdu), slips);
    if (slips.slips().customer.size() > ZvtSlipCollector::mostLines)
        std::abort();
    return 0;
}

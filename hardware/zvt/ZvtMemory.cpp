// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/zvt/ZvtMemory.h"

#include "core/base/Clock.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

QJsonObject toJson(const ZvtRecord &record)
{
    QJsonObject json{{u"intent"_s, record.intent.toString()},
                     {u"kind"_s, static_cast<int>(record.kind)},
                     {u"amount"_s, record.amount.cents()},
                     {u"at"_s, toRfc3339(record.at)}};
    if (record.before.isKnown)
        json.insert(u"before"_s, record.before.receipt);
    if (record.before.trace)
        json.insert(u"beforeTrace"_s, *record.before.trace);
    if (record.answer)
        json.insert(u"answer"_s, QJsonObject{{u"receipt"_s, record.answer->receipt},
                                             {u"amount"_s, record.answer->amount.cents()},
                                             {u"approval"_s, record.answer->isApproval}});
    return json;
}

std::optional<ZvtRecord> recordFrom(const QJsonObject &json)
{
    const auto intent = Id<PaymentIntent>::fromString(json.value(u"intent"_s).toString());
    const int kind = json.value(u"kind"_s).toInt(-1);
    if (!intent || kind < 0 || kind > static_cast<int>(ZvtRecord::Kind::Reversal))
        return std::nullopt;
    ZvtRecord record{.intent = *intent,
                     .kind = static_cast<ZvtRecord::Kind>(kind),
                     .amount = Money::fromCents(json.value(u"amount"_s).toInteger()),
                     .before = {.isKnown = json.contains(u"before"_s), .receipt = json.value(u"before"_s).toInt()},
                     .at = fromRfc3339(json.value(u"at"_s).toString())};
    if (json.contains(u"beforeTrace"_s))
        record.before.trace = json.value(u"beforeTrace"_s).toInteger();
    const QJsonObject answer = json.value(u"answer"_s).toObject();
    if (!answer.isEmpty())
        record.answer = ZvtRecord::Answer{.receipt = answer.value(u"receipt"_s).toInt(),
                                          .amount = Money::fromCents(answer.value(u"amount"_s).toInteger()),
                                          .isApproval = answer.value(u"approval"_s).toBool()};
    return record;
}

} // namespace

ZvtBaseline ZvtBaseline::of(const std::optional<ZvtStatus> &last)
{
    ZvtBaseline baseline{.isKnown = true};
    if (!last || !last->receipt)
        return baseline;
    baseline.receipt = *last->receipt;
    baseline.trace = last->trace;
    return baseline;
}

bool ZvtBaseline::isStill(const std::optional<ZvtStatus> &last) const
{
    const ZvtBaseline now = of(last);
    return isKnown && receipt == now.receipt && (!trace || !now.trace || trace == now.trace);
}

std::vector<ZvtRecord> ZvtMemory::records() const
{
    std::vector<ZvtRecord> records;
    for (const QJsonValue &value : QJsonDocument::fromJson(m_memory.recall(u"zvt.commands"_s).toUtf8()).array())
        if (auto record = recordFrom(value.toObject()))
            records.push_back(std::move(*record));
    return records;
}

Result<> ZvtMemory::keep(const std::vector<ZvtRecord> &records)
{
    QJsonArray array;
    for (const ZvtRecord &record : records)
        array.append(toJson(record));
    return m_memory.remember(u"zvt.commands"_s, QString::fromUtf8(QJsonDocument{array}.toJson(QJsonDocument::Compact)));
}

Result<> ZvtMemory::begin(const ZvtRecord &record)
{
    std::vector<ZvtRecord> all = records();
    std::erase_if(all, [&record](const ZvtRecord &other) { return other.intent == record.intent; });
    if (std::ssize(all) >= kept)
        all.erase(all.begin());
    all.push_back(record);
    return keep(all);
}

void ZvtMemory::keepAnswer(const Id<PaymentIntent> &intent, const ZvtStatus &status)
{
    if (status.receipt && status.amount)
        replaceAnswer(intent,
                      ZvtRecord::Answer{.receipt = *status.receipt, .amount = *status.amount, .isApproval = status.result == quint8{0}});
}

void ZvtMemory::dropAnswer(const Id<PaymentIntent> &intent)
{
    replaceAnswer(intent, std::nullopt);
}

void ZvtMemory::replaceAnswer(const Id<PaymentIntent> &intent, const std::optional<ZvtRecord::Answer> &answer)
{
    std::vector<ZvtRecord> all = records();
    const auto record = std::ranges::find(all, intent, &ZvtRecord::intent);
    if (record == all.end() || record->answer == answer)
        return;
    record->answer = answer;
    noteUnlessDone(keep(all));
}

void ZvtMemory::noteUnlessDone(const Result<> &done) const
{
    if (!done)
        m_log.write(u"terminal"_s, DeviceLog::Direction::Note, u"zvt: not remembered: "_s + done.error().detail);
}

std::optional<ZvtRecord> ZvtMemory::find(const Id<PaymentIntent> &intent) const
{
    const std::vector<ZvtRecord> all = records();
    const auto record = std::ranges::find(all, intent, &ZvtRecord::intent);
    return record == all.end() ? std::nullopt : std::optional{*record};
}

bool ZvtMemory::isOfAnother(const Id<PaymentIntent> &intent, int receipt) const
{
    return std::ranges::any_of(records(), [&](const ZvtRecord &record) {
        return record.intent != intent && record.answer && record.answer->isApproval && record.answer->receipt == receipt;
    });
}

bool ZvtMemory::isKnownNeverSent(const Id<PaymentIntent> &intent) const
{
    return !find(intent) && std::ranges::any_of(records(), [&](const ZvtRecord &record) { return record.intent < intent; });
}

void ZvtMemory::keepClock(std::chrono::seconds ahead)
{
    if (ahead == clock())
        return;
    noteUnlessDone(m_memory.remember(u"zvt.clock"_s, QString::number(ahead.count())));
}

std::chrono::seconds ZvtMemory::clock() const
{
    return std::chrono::seconds{m_memory.recall(u"zvt.clock"_s).toLongLong()};
}

} // namespace guichet

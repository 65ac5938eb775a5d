// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/opi/OpiMemory.h"

#include <QJsonDocument>

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

/// A number that grows from ticket to ticket, and what it counts: only those of one kind can be compared.
struct TicketNumber
{
    QString kind;
    qint64 number = -1;
};

TicketNumber numberOf(const OpiAnswer &answer)
{
    const QString receipt = answer.authorisation ? answer.authorisation->receiptNumber : QString{};
    for (const auto &[kind, text] : {std::pair{u"receipt"_s, receipt}, std::pair{u"stan"_s, answer.stan}}) {
        bool isNumber = false;
        const qint64 number = text.toLongLong(&isNumber);
        if (isNumber && number >= 0)
            return {.kind = kind, .number = number};
    }
    return {};
}

} // namespace

void OpiMemory::remember(const QString &key, const QJsonObject &value)
{
    const std::lock_guard lock{m_mutex};
    const auto done = m_memory.remember(key, QString::fromUtf8(QJsonDocument{value}.toJson(QJsonDocument::Compact)));
    if (!done)
        m_log.write(u"terminal"_s, DeviceLog::Direction::Note, u"opi: not remembered: "_s + done.error().detail);
}

QJsonObject OpiMemory::recall(const QString &key) const
{
    const std::lock_guard lock{m_mutex};
    return QJsonDocument::fromJson(m_memory.recall(key).toUtf8()).object();
}

void OpiMemory::begin(qint64 requestId)
{
    QJsonObject last = recall(u"opi.ticket"_s);
    const qint64 open = last.value(u"open"_s).toInteger(-1);
    if (open >= 0 && open != requestId)
        last = {};
    last.insert(u"open"_s, requestId);
    remember(u"opi.ticket"_s, last);
}

void OpiMemory::settle(qint64 requestId)
{
    QJsonObject last = recall(u"opi.ticket"_s);
    if (last.value(u"open"_s).toInteger(-1) != requestId)
        return;
    last.remove(u"open"_s);
    remember(u"opi.ticket"_s, last);
}

void OpiMemory::settle(qint64 requestId, const OpiAnswer &approval)
{
    const TicketNumber ticket = numberOf(approval);
    if (recall(u"opi.ticket"_s).value(u"open"_s).toInteger(-1) == requestId)
        remember(u"opi.ticket"_s, {{u"of"_s, requestId}, {u"kind"_s, ticket.kind}, {u"number"_s, ticket.number}});
}

bool OpiMemory::isNewTicket(qint64 requestId, const OpiAnswer &answer) const
{
    const TicketNumber ticket = numberOf(answer);
    const QJsonObject last = recall(u"opi.ticket"_s);
    const qint64 number = last.value(u"number"_s).toInteger(-1);
    if (ticket.number < 0 || number < 0 || last.value(u"kind"_s).toString() != ticket.kind)
        return false;
    if (last.value(u"open"_s).toInteger(-1) == requestId)
        return ticket.number > number;
    return !last.contains(u"open"_s) && last.value(u"of"_s).toInteger(-1) == requestId &&
           ticket.number == number; // a restart lost the rest
}

void OpiMemory::rememberJournal(const OpiJournal &journal)
{
    if (recall(u"opi.ticket"_s).value(u"open"_s).toInteger(-1) == journal.requestId)
        remember(u"opi.journal"_s, journal.toJson());
}

std::optional<OpiJournal> OpiMemory::journalOf(qint64 requestId) const
{
    const OpiJournal journal = OpiJournal::fromJson(recall(u"opi.journal"_s));
    return journal.requestId == requestId ? std::optional{journal} : std::nullopt;
}

} // namespace guichet

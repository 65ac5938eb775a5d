// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/simulated/zvt/SimulatedZvtDesk.h"

namespace guichet {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto deskTurn = 10ms;
constexpr quint8 busy = 0x9C;
constexpr quint8 unknown = 0x83;
constexpr quint8 aborted = 0x6C;
constexpr quint8 protocolError = 0x9A;
constexpr quint8 loggedOff = 0x86;
constexpr quint8 sendsProgress = 0x08;
constexpr quint8 tillPrints = 0x02;

bool movesMoney(ZvtCommand command)
{
    return command == ZvtCommand::Authorisation || command == ZvtCommand::Reversal || command == ZvtCommand::Refund;
}

/// The service byte of a repetition: bit 0 wants the status information, bit 1 no print.
int serviceByte(const ZvtApdu &command)
{
    return command.data.size() == 5 ? command.data[4] : 0;
}

} // namespace

void SimulatedZvtDesk::serve(SimulatedZvtLine &line)
{
    m_line = &line;
    while (!line.hasEnded() && !m_controls.isOff() && m_outage == 0ms) {
        if (const auto command = line.nextCommand(deskTurn))
            handle(*command);
        finishLater();
    }
    m_line = nullptr;
}

void SimulatedZvtDesk::handle(const ZvtApdu &command)
{
    finishLater();
    const bool isBusy = m_later && command.command != ZvtCommand::Registration && command.command != ZvtCommand::StatusEnquiry;
    if (isBusy)
        return m_line->answer(zvtRefusal(busy));
    if (movesMoney(command.command))
        return pay(command);
    administer(command);
}

void SimulatedZvtDesk::administer(const ZvtApdu &command)
{
    switch (command.command) {
    case ZvtCommand::Registration: return registerTill(command);
    case ZvtCommand::StatusEnquiry:
        accept();
        m_line->tell(m_messages.state(m_later ? busy : m_controls.state()));
        return;
    case ZvtCommand::RepeatReceipt: return repeatReceipt(command);
    case ZvtCommand::TurnoverTotals: return tellTotals(false);
    case ZvtCommand::EndOfDay: return tellTotals(true);
    case ZvtCommand::Diagnosis:
    case ZvtCommand::Initialisation: return remedy();
    case ZvtCommand::LogOff: m_configByte = loggedOff; return accept();
    case ZvtCommand::Abort: return m_line->answerAbort(true);
    default: return m_line->answer(zvtRefusal(unknown));
    }
}

void SimulatedZvtDesk::registerTill(const ZvtApdu &command)
{
    const bool hasPassword = command.data.startsWith(QByteArray::fromHex(m_settings.password.toLatin1()));
    if (!hasPassword || command.data.size() < 4)
        return m_line->answer(zvtRefusal(unknown));
    m_configByte = static_cast<quint8>(command.data[3]);
    m_takesBlocks = command.data.contains(QByteArray{"\x26\x04\x0A\x02\x06\xD3"});
    accept();
    m_line->tell(m_messages.registered());
}

void SimulatedZvtDesk::repeatReceipt(const ZvtApdu &command)
{
    accept();
    const auto &last = m_book.last();
    if (last && (serviceByte(command) & 0x01) != 0)
        m_line->tell(m_messages.status(*last));
    if (last && (serviceByte(command) & 0x02) == 0)
        m_line->tellAll(m_messages.slips(*last, m_takesBlocks));
    complete();
}

void SimulatedZvtDesk::tellTotals(bool endOfDay)
{
    accept();
    m_line->tell({.command = ZvtCommand::StatusInformation, .data = QByteArray{"\x27\x00", 2} + m_book.totals()});
    if (endOfDay)
        m_line->tellAll(m_messages.report(u"Clôture"_s, m_takesBlocks));
    if (endOfDay)
        m_book.close();
    complete();
}

void SimulatedZvtDesk::remedy()
{
    accept();
    m_line->tell(SimulatedZvtMessages::clock(m_book.now()));
    m_controls.setState(0);
    complete();
}

void SimulatedZvtDesk::pay(const ZvtApdu &command)
{
    const ZvtScript script = m_controls.takeScript();
    if (script.fault == ZvtFault::CutBeforeRead)
        return m_line->cut();
    m_book.countArrival();
    const auto request = SimulatedZvtBook::requestFrom(command);
    if (!request)
        return m_line->answer(zvtRefusal(protocolError));
    if (script.fault == ZvtFault::Busy)
        return m_line->answer(zvtRefusal(busy));
    accept();
    if (script.fault == ZvtFault::CutAfterRead)
        return m_line->cut();
    if (script.fault == ZvtFault::RebootForgetting)
        return reboot(script.outage);
    m_controls.setServing(true);
    perform(*request, script);
    m_controls.setServing(m_later.has_value());
}

void SimulatedZvtDesk::perform(const Request &request, const ZvtScript &script)
{
    showProgress(0x0A, u"Présentez la carte"_s);
    if (script.fault == ZvtFault::InProgress) {
        m_later = Later{.request = request, .script = script, .due = QDeadlineTimer{script.customer}};
        return m_line->cut();
    }
    if (waitForCard(script)) {
        showProgress(0x04, {});
        return deliver(m_book.decide(request, script), script);
    }
    m_line->tell(m_messages.aborted());
    m_line->tell(SimulatedZvtMessages::failure(aborted));
}

void SimulatedZvtDesk::showProgress(quint8 code, const QString &shown)
{
    if ((m_configByte & sendsProgress) != 0)
        m_line->tell(m_messages.intermediate(code, m_settings.showsWords ? shown : QString{}));
}

/// False: it was aborted. Without a line the customer goes on.
bool SimulatedZvtDesk::waitForCard(const ZvtScript &script)
{
    for (const QDeadlineTimer customer{script.customer}; !m_controls.isOff();) {
        if (isAborted(script))
            return false;
        if (script.waitsForCard ? m_controls.takeCard() : customer.hasExpired())
            return true;
        if (m_line->hasEnded())
            m_controls.sleep(1ms);
        else
            std::ignore = m_line->nextCommand(1ms);
    }
    return false;
}

bool SimulatedZvtDesk::isAborted(const ZvtScript &script)
{
    if (!m_line->isAbortAsked())
        return false;
    const bool isInTime = script.fault != ZvtFault::AbortTooLate;
    m_line->answerAbort(isInTime);
    if (!isInTime && script.waitsForCard)
        m_controls.presentCard();
    return isInTime;
}

void SimulatedZvtDesk::deliver(const Decision &decision, const ZvtScript &script)
{
    if (breaksBefore(decision, script))
        return conclude(decision, false, script);
    bool isAcknowledged = tellResult(decision, script);
    if (isAcknowledged && (m_configByte & tillPrints) != 0)
        isAcknowledged = m_line->tellAll(m_messages.slips(decision, m_takesBlocks));
    conclude(decision, isAcknowledged, script);
}

/// Whether the till never sees the result.
bool SimulatedZvtDesk::breaksBefore(const Decision &decision, const ZvtScript &script)
{
    switch (script.fault) {
    case ZvtFault::CutAfterApproval: m_line->cut(); return true;
    case ZvtFault::NotAcknowledged:
        m_line->shout(m_messages.status(decision));
        m_line->cut();
        return true;
    case ZvtFault::Garbage:
        m_line->shoutGarbage();
        m_line->cut();
        return true;
    case ZvtFault::RebootRemembering: reboot(script.outage); return true;
    default: return false;
    }
}

bool SimulatedZvtDesk::tellResult(const Decision &decision, const ZvtScript &script)
{
    Decision told = decision;
    if (script.fault == ZvtFault::OtherPayment && m_book.last())
        told = *m_book.last();
    else if (script.fault == ZvtFault::OtherAmount || script.fault == ZvtFault::OtherPayment)
        told.amount += Money::fromCents(100);
    const ZvtApdu status = m_messages.status(told);
    if (script.fault == ZvtFault::DuplicateAnswer && !m_line->tell(status))
        return false;
    return script.fault == ZvtFault::Slow ? m_line->trickle(status, script.outage) : m_line->tell(status);
}

/// What nobody has acknowledged is given back, where the terminal is of that kind (hardware.md §6.5).
void SimulatedZvtDesk::conclude(const Decision &decision, bool isAcknowledged, const ZvtScript &script)
{
    if (!isAcknowledged && m_settings.reversesWhenNotAcknowledged)
        return m_book.undo(decision);
    m_book.store(decision);
    if (script.fault == ZvtFault::CutAfterStore)
        return m_line->cut();
    if (decision.result == 0)
        complete();
    else
        m_line->tell(SimulatedZvtMessages::failure(decision.result));
}

void SimulatedZvtDesk::reboot(std::chrono::milliseconds outage)
{
    m_line->cut();
    m_outage = std::max(outage, 1ms);
}

/// Nobody is there to acknowledge it; a line that has come meanwhile is for what is asked on it.
void SimulatedZvtDesk::finishLater()
{
    if (!m_later || !m_later->due.hasExpired() || (m_later->script.waitsForCard && !m_controls.takeCard()))
        return;
    const Later later = *std::exchange(m_later, std::nullopt);
    const Decision decision = m_book.decide(later.request, later.script);
    if (m_settings.reversesWhenNotAcknowledged)
        m_book.undo(decision);
    else
        m_book.store(decision);
    m_controls.setServing(false);
}

} // namespace guichet

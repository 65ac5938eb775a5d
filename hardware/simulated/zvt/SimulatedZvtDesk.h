// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hardware/simulated/zvt/SimulatedZvtBook.h"
#include "hardware/simulated/zvt/SimulatedZvtLine.h"
#include "hardware/simulated/zvt/SimulatedZvtMessages.h"

#include <QDeadlineTimer>

namespace guichet {

/// Serves the till command by command, with the misfortunes of the script. On the terminal's thread.
class SimulatedZvtDesk
{
public:
    /// All outlive it.
    SimulatedZvtDesk(const SimulatedZvtSettings &settings, SimulatedZvtBook &book, SimulatedZvtControls &controls)
        : m_settings{settings}, m_book{book}, m_controls{controls}, m_messages{settings}
    {}
    /// Until the line has ended or the terminal is switched off.
    void serve(SimulatedZvtLine &line);
    /// How long it is away after a restart; zero: none was due.
    std::chrono::milliseconds takeOutage() { return std::exchange(m_outage, std::chrono::milliseconds{0}); }

private:
    using Decision = SimulatedZvtBook::Decision;
    using Request = SimulatedZvtBook::Request;
    struct Later
    {
        Request request;
        ZvtScript script;
        QDeadlineTimer due;
    };
    void handle(const ZvtApdu &command);
    void administer(const ZvtApdu &command);
    void registerTill(const ZvtApdu &command);
    void repeatReceipt(const ZvtApdu &command);
    void tellTotals(bool endOfDay);
    void remedy();
    void accept() { m_line->answer({}); }
    void complete() { m_line->tell({.command = ZvtCommand::Completion}); }

    void pay(const ZvtApdu &command);
    void perform(const Request &request, const ZvtScript &script);
    bool waitForCard(const ZvtScript &script);
    bool isAborted(const ZvtScript &script);
    void deliver(const Decision &decision, const ZvtScript &script);
    bool tellResult(const Decision &decision, const ZvtScript &script);
    bool breaksBefore(const Decision &decision, const ZvtScript &script);
    void conclude(const Decision &decision, bool isAcknowledged, const ZvtScript &script);
    void reboot(std::chrono::milliseconds outage);
    void finishLater();
    void showProgress(quint8 code, const QString &shown);

    const SimulatedZvtSettings &m_settings;
    SimulatedZvtBook &m_book;
    SimulatedZvtControls &m_controls;
    SimulatedZvtMessages m_messages;
    SimulatedZvtLine *m_line = nullptr;
    quint8 m_configByte = 0x86; ///< Until a till registers.
    bool m_takesBlocks = false;
    std::optional<Later> m_later; ///< What goes on without a line.
    std::chrono::milliseconds m_outage{0};
};

} // namespace guichet

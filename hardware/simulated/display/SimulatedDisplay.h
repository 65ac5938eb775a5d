// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/CustomerDisplay.h"
#include "core/till/DisplaySettings.h"
#include "hardware/simulated/transport/PseudoTerminal.h"

#include <array>
#include <optional>

namespace guichet {

/// What a display shows after the bytes it was sent: 2 × 20, commands of CD5220 or Epson as its switch says (hardware.md §9).
class SimulatedGlass
{
public:
    /// `kind`, `characters`: as in DisplaySettings.
    SimulatedGlass(QString kind, QString characters) : m_kind{std::move(kind)}, m_characters{std::move(characters)} { wipe(); }
    void feed(const QByteArray &bytes);
    /// Without the blanks at the end.
    DisplayText text() const;
    int commandsNotUnderstood() const { return m_notUnderstood; }

private:
    void wipe();
    void put(char byte);
    bool takeCommand();
    bool takeLine();
    bool takePosition();

    QString m_kind;
    QString m_characters;
    QByteArray m_pending;
    std::array<QString, 2> m_rows;
    qsizetype m_row = 0;
    qsizetype m_column = 0;
    int m_notUnderstood = 0;
};

/// A customer display on a serial line of this computer (HW-6): it can be pulled out and put back under the same name.
class SimulatedDisplay
{
public:
    SimulatedDisplay(QString portPath, QString kind, QString characters)
        : m_portPath{std::move(portPath)}, m_kind{std::move(kind)}, m_characters{std::move(characters)}
    {}
    ~SimulatedDisplay() { unplug(); }
    SimulatedDisplay(const SimulatedDisplay &) = delete;
    SimulatedDisplay &operator=(const SimulatedDisplay &) = delete;

    Result<> plugIn();
    void unplug();
    DisplaySettings settings() const;
    /// What is seen after all that has arrived so far; dark when it is not plugged in.
    DisplayText text();
    int commandsNotUnderstood() const { return m_glass ? m_glass->commandsNotUnderstood() : 0; }

private:
    QString m_portPath;
    QString m_kind;
    QString m_characters;
    std::optional<PseudoTerminal> m_line;
    std::optional<SimulatedGlass> m_glass;
};

} // namespace guichet

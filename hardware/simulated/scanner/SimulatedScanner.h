// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hardware/simulated/transport/PseudoTerminal.h"

#include <optional>

namespace guichet {

/// A scanner on a serial line of this computer (HW-6): it can be pulled out and put back under the same name.
class SimulatedScanner
{
public:
    /// How it was set up with the sheets of codes of its maker.
    struct Habits
    {
        QByteArray prefix = {};
        QByteArray suffix = "\r";  ///< Empty: silence ends its codes.
        bool saysSymbology = true; ///< AIM identifiers.
    };

    /// `portPath`: the name under which the till finds it, in a folder that exists.
    explicit SimulatedScanner(QString portPath) : m_portPath{std::move(portPath)} {}
    SimulatedScanner(QString portPath, Habits habits) : m_portPath{std::move(portPath)}, m_habits{std::move(habits)} {}
    ~SimulatedScanner() { unplug(); }
    SimulatedScanner(const SimulatedScanner &) = delete;
    SimulatedScanner &operator=(const SimulatedScanner &) = delete;

    Result<> plugIn();
    void unplug();
    bool isPlugged() const { return m_line && m_line->isOpen(); }
    QString setting() const { return QStringLiteral("serial:") + m_portPath; }
    /// Sends a code as its light has seen it.
    Result<> scan(const QString &code);
    /// Sends bytes that no scanner should.
    Result<> send(const QByteArray &bytes);

private:
    QString m_portPath;
    Habits m_habits;
    std::optional<PseudoTerminal> m_line;
};

/// The AIM identifier of the symbology in which such a code is usually printed: `]E0`, `]E4`, `]Q1`, `]C0`, `]d2`.
QByteArray usualAimIdentifier(const QString &code);

} // namespace guichet

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/TerminalWiring.h"
#include "core/usecases/TerminalThread.h"

#include <QTimer>

namespace guichet {

/// Keeps the card terminal of a till as its settings want it, and asks it again about payments that have no certain answer until it gives
/// one (hardware.md §2.5), and about those that a person has decided (§2.9). GUI thread.
class TerminalDoctor : public QObject
{
    Q_OBJECT

public:
    /// All outlive it. `between`: from one question about doubtful payments to the next.
    TerminalDoctor(TerminalWiring &wiring, TillThread &till, TerminalThread &terminals,
                   std::chrono::milliseconds between = std::chrono::seconds{5});

    /// Takes the settings as they are now, at the end of the call that runs. Settings that do not do leave a terminal that refuses.
    Call<void> reload();

Q_SIGNALS:
    void doubtResolved(); ///< A payment may have got its answer, or a late one.

private:
    void askAgain();

    TerminalWiring &m_wiring;
    TillThread &m_till;
    TerminalThread &m_terminals;
    QTimer m_again;
    std::weak_ptr<void> m_question; ///< Held by the question under way; gone with it, also when a till that closes drops it.
};

} // namespace guichet

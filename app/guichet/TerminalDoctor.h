// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/TerminalWiring.h"
#include "core/ports/TerminalBench.h"
#include "core/usecases/TerminalThread.h"

#include <QTimer>

namespace guichet {

/// Keeps the card terminal of a till as its settings want it, and asks it again about payments that have no certain answer until it gives
/// one (hardware.md §2.5). GUI thread.
class TerminalDoctor : public QObject, public TerminalBench
{
    Q_OBJECT

public:
    /// All outlive it.
    TerminalDoctor(TerminalWiring &wiring, TillThread &till, TerminalThread &terminals);

    std::optional<Error> trouble() const override { return m_trouble; }
    Call<Result<QString>> diagnose() override;
    Call<Result<>> keepSecret(const QString &kind, const QString &secret) override;
    Call<void> reload() override;
    QStringList lastErrors() const override;
    QString log() const override { return m_wiring.log().everything(); }

Q_SIGNALS:
    void doubtResolved(); ///< A payment may have got its answer.

private:
    void askAgain();

    TerminalWiring &m_wiring;
    TillThread &m_till;
    TerminalThread &m_terminals;
    std::optional<Error> m_trouble;
    QTimer m_again;
    bool m_isAsking = false;
};

} // namespace guichet

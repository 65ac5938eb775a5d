// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/usecases/Checkout.h"
#include "core/usecases/Workplace.h"
#include "hardware/terminal/ManualTerminal.h"

#include <QTemporaryDir>

namespace guichet::bench {

/// A demo till in a folder of its own, open, with somebody at it.
class BenchTill
{
public:
    /// `products` more than the demo's own, `days` of sales behind it.
    explicit BenchTill(int products = 0, int days = 0);
    Workplace &workplace() { return *m_workplace; }
    QString file() const;
    QString folder() const;
    /// Closes the till; workplace() is gone.
    void close() { m_workplace.reset(); }
    /// Lays lines in the cart and the cash for them: the next validate() is what is measured.
    void composeSale(int lines = 5);
    SaleOutcome validate();

private:
    QTemporaryDir m_folder;
    SystemClock m_clock;
    ManualTerminal m_terminal;
    std::unique_ptr<Workplace> m_workplace;
    int m_sales = 0;
};

/// The value, or the end of the program.
template <typename T>
T must(Result<T> result);

} // namespace guichet::bench

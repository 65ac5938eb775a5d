// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/PaymentTerminal.h"
#include "ui/more/MoreState.h"
#include "ui/widgets/Sheet.h"

class QLineEdit;

namespace guichet {

/// Payments by card without an answer: a person looks at the terminal and decides (PAY-4, hardware.md §2.8).
class DoubtfulSheet : public Sheet
{
    Q_OBJECT

public:
    explicit DoubtfulSheet(QWidget *host);
    void render(const std::vector<TableRow> &rows);

Q_SIGNALS:
    void decided(const QString &intent, guichet::ChargeState state, const QString &reference);

private:
    void refresh();

    DataTable *m_table;
    QLineEdit *m_reference;
    BigButton *m_approved;
    BigButton *m_declined;
};

} // namespace guichet

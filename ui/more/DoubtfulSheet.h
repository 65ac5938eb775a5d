// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/PaymentTerminal.h"
#include "ui/more/MoreState.h"
#include "ui/widgets/Sheet.h"

class QLineEdit;

namespace guichet {

/// Payments by card without an answer: a person looks at the terminal and decides (PAY-4, hardware.md §2.8). Those that the terminal has
/// accepted after somebody had said that it had not: a person books them or gives them back (§2.9).
class DoubtfulSheet : public Sheet
{
    Q_OBJECT

public:
    explicit DoubtfulSheet(QWidget *host);
    /// `choices`: by the ids of the rows. Keys: F2 approves, F3 rejects, F4 gives back.
    void render(const std::vector<TableRow> &rows, const QMap<QString, DoubtfulChoice> &choices);

Q_SIGNALS:
    void decided(const QString &intent, guichet::ChargeState state, const QString &reference);
    void giveBackWanted(const QString &intent);

private:
    void refresh();

    DataTable *m_table;
    QLineEdit *m_reference;
    BigButton *m_approved;
    BigButton *m_declined;
    BigButton *m_giveBack;
    QMap<QString, DoubtfulChoice> m_choices;
    QString m_chosen;
};

} // namespace guichet

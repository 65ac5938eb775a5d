// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/more/UsersState.h"
#include "ui/widgets/Sheet.h"

namespace guichet {

/// Users of whom another till said more than stands here: an administrator of this till confirms it with a PIN, or does not (decisions 25).
class UsersSheet : public Sheet
{
    Q_OBJECT

public:
    explicit UsersSheet(QWidget *host);
    void render(const UsersSheetState &state);

Q_SIGNALS:
    /// Place among the rows.
    void confirmWanted(int user);
    void refuseWanted(int user);

private:
    void refresh();

    DataTable *m_table;
    QStringList m_fixed;
    BigButton *m_refuse;
    BigButton *m_confirm;
};

} // namespace guichet

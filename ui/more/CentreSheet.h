// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/more/CentreState.h"
#include "ui/widgets/Sheet.h"

namespace guichet {

class TextLabel;
class WordRow;

/// How far the till and its centre have come, and the changes made here or elsewhere that lost: each can be said again, or let be (SYN-1,
/// decisions 24).
class CentreSheet : public Sheet
{
    Q_OBJECT

public:
    explicit CentreSheet(QWidget *host);
    /// The row that is selected, and how far the list is scrolled, stay: somebody may be reading it.
    void render(const CentreSheetState &state);

Q_SIGNALS:
    void enrolmentWanted();
    /// By conflictId().
    void restoreWanted(const QString &conflict);
    void dismissWanted(const QString &conflict);

private:
    static QString hintWords(bool canRestore);
    void refresh();
    void showRows(const std::vector<TableRow> &rows);

    WordRow *m_till;
    WordRow *m_state;
    WordRow *m_contact;
    WordRow *m_waiting;
    WordRow *m_users;
    WordRow *m_found;
    WordRow *m_overuse;
    TextLabel *m_hint;
    DataTable *m_table;
    std::vector<TableRow> m_rows;
    bool m_canRestore = true;
    BigButton *m_enrol;
    BigButton *m_dismiss;
    BigButton *m_restore;
};

} // namespace guichet

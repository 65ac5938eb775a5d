// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dossiers/DossierState.h"

class QComboBox;
class QTimer;

namespace guichet {

class BigButton;
class PageHead;
class SearchField;

/// The list of dossiers with what restricts it (DOS-2). Draws rows, reports what is searched; decides nothing.
class DossierList : public QWidget
{
    Q_OBJECT

public:
    explicit DossierList(QWidget *parent = nullptr);
    void setMethods(const std::vector<PaymentMethod> &methods, Language language);
    /// `more`: text of the button that loads what follows; empty: all is shown.
    void render(const std::vector<TableRow> &rows, const QString &subtitle, const QString &more);
    const DossierFilter &filter() const { return m_filter; }
    void focusSearch();

Q_SIGNALS:
    void filterChanged();
    void dossierTapped(const QString &number);
    void moreWanted();

private:
    QComboBox *makeStates();
    void chooseDays(const QString &days);

    DossierFilter m_filter;
    PageHead *m_head;
    SearchField *m_search;
    ChipRow *m_days;
    QComboBox *m_states;
    QComboBox *m_methods;
    DataTable *m_table;
    BigButton *m_more;
    QTimer *m_typing;
};

} // namespace guichet

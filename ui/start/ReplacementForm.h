// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/start/StartState.h"

#include <QWidget>

namespace guichet {

class BigButton;

/// *Remplacer une caisse*: where the centre is, and the code that it gave (SYN-4). It says what is wanted, the window does it.
class ReplacementForm : public QWidget
{
    Q_OBJECT

public:
    explicit ReplacementForm(QWidget *parent = nullptr);
    void begin();                       ///< The first field has the focus.
    void correct(const Error &refusal); ///< CentreForm::correct().
    QString authority() const;          ///< The file of the certificate that is given; empty: none.

Q_SIGNALS:
    void changed(); ///< Something was typed.
    void replacementWanted(const guichet::ReplacementInput &input);
    void backWanted();

private:
    QWidget *makeForm();
    void connectForm();
    ReplacementInput input() const;
    void refresh();
    void replace();

    CentreForm *m_centre = nullptr;
    NotedField m_administrator;
    NotedField m_pin;
    BigButton *m_replace = nullptr;
};

} // namespace guichet

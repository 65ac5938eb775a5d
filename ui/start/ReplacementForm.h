// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/start/StartState.h"

#include <QWidget>

class QLineEdit;
class QVBoxLayout;

namespace guichet {

class BigButton;
class TextLabel;

/// *Remplacer une caisse*: where the centre is, and the code that it gave (SYN-4). It says what is wanted, the window does it.
class ReplacementForm : public QWidget
{
    Q_OBJECT

public:
    explicit ReplacementForm(QWidget *parent = nullptr);
    void begin(); ///< The first field has the focus.

Q_SIGNALS:
    void replacementWanted(const guichet::ReplacementInput &input);
    void backWanted();

private:
    struct Field
    {
        QLineEdit *edit = nullptr;
        TextLabel *note = nullptr;
    };
    Field addField(QVBoxLayout *layout, const QString &label, const QString &objectName, int longest);
    ReplacementInput input() const;
    void refresh();
    void replace();

    Field m_address;
    Field m_code;
    Field m_authority;
    Field m_administrator;
    Field m_pin;
    BigButton *m_replace = nullptr;
};

} // namespace guichet

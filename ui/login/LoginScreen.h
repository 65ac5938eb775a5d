// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/usecases/Staff.h"
#include "ui/shell/Screen.h"
#include "ui/widgets/ChipRow.h"
#include "ui/widgets/Sheet.h"

namespace guichet {

class PinPad;
class ChipRow;

/// The users as chips: name, role, and whether one is locked out. A pure function.
std::vector<ChipState> presentStaff(const std::vector<StaffTile> &tiles, const QString &chosen, const QDateTime &now);

/// `Code de Marie`, `Code d’Ahmed`.
QString codeOf(const QString &name);

/// Who works at the till: a tile and a PIN (ACC-2). Also the lock.
class LoginScreen : public Screen
{
    Q_OBJECT

public:
    explicit LoginScreen(const ScreenContext &context, QWidget *parent = nullptr);
    void enter(const QString &subject) override;

Q_SIGNALS:
    void loggedIn(const guichet::StaffTile &who);

private:
    void choose(const QString &user);
    void tryPin(const QString &pin);
    void render();

    ScreenContext m_context;
    std::vector<StaffTile> m_tiles;
    QString m_chosen;
    TextLabel *m_greeting;
    ChipRow *m_chips;
    PinPad *m_pinPad;
};

/// A manager approves on the spot: by name, then PIN (decisions 18).
class ApprovalSheet : public Sheet
{
    Q_OBJECT

public:
    ApprovalSheet(const ScreenContext &context, QWidget *host);
    /// Asks those of this role and above; once approved `then` runs. Esc gives up without harm.
    void ask(const QString &sentence, std::function<void()> then, Role from = Role::Manager);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void choose(const QString &user);
    void tryPin(const QString &pin);
    void render();

    ScreenContext m_context;
    std::vector<StaffTile> m_tiles;
    QString m_chosen;
    std::function<void()> m_then;
    ChipRow *m_chips;
    PinPad *m_pinPad;
};

} // namespace guichet

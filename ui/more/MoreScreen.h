// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/usecases/Checkout.h"
#include "ui/more/MoreState.h"
#include "ui/shell/Screen.h"

namespace guichet {

class AboutSheet;
class AmountSheet;
class DoubtfulSheet;
class EnrolmentSheet;
struct CentreAccess;
class HelpSheet;
class PageHead;
class CentreSheet;
class ReasonSheet;
class SettingsSheet;
class UsersSheet;
enum class ChargeState;

/// The page *Plus*: cash movements, drawer, stock, gift value, reports, what waits, training, settings, help (CASH-2, SELL-11, ARO-3).
class MoreScreen : public Screen
{
    Q_OBJECT

public:
    explicit MoreScreen(const ScreenContext &context, QWidget *parent = nullptr);
    /// `subject`: `help`, `settings`, `about` or `doubtful`, `centre` or `users` opens that part.
    void enter(const QString &subject) override;
    /// The QR of a centre that shows where it is, to a till that takes part in none; with its form open, any scan.
    bool takeScan(const QString &code) override;
    bool goBack() override;
    /// Draws the page for these facts: for pictures and tests, and what enter() does.
    void showFacts(const MoreFacts &facts);
    /// The exchange with the centre has gone on: the page, when it is shown, is told again.
    void showCentre();

Q_SIGNALS:
    /// Dark mode, sounds, printer … may have changed.
    void settingsSaved();

private:
    void connectSheets();
    void tap(const QString &id);
    bool goElsewhere(const QString &id);
    void askMovement(CashMovementKind kind);
    void moveCash(Money amount, const QString &reason, const QString &comment);
    void askDrawer();
    void openDrawer(const QString &reason);
    void setTraining(bool on);
    void saveSettings(const TillSettings &settings);
    void renderCentre();
    void openCentre();
    /// The lost value of a row of the sheet *Centrale*; none: the row is gone.
    std::optional<LostValue> lostValue(const QString &conflict) const;
    void restoreValue(const QString &conflict);
    void dismissValue(const QString &conflict);
    enum class UserDecision { Confirm, Refuse };
    /// An administrator gives a PIN each time; a retry decides on what was shown.
    void decideUser(int place, UserDecision decision);
    void decideUser(const UserDesk::Waiting &waiting, UserDecision decision);
    static Error aboutUser(Error error, const UserDesk::Waiting &waiting, UserDecision decision);
    bool canEnrol() const;
    void enrol(const CentreAccess &access);
    void tellEnrolment(const Result<> &done, const CentreAccess &access);
    void resolve(const QString &intent, ChargeState state, const QString &reference);
    void giveBackLate(const QString &intent);
    void tellReturn(const Result<PaymentOutcome> &done);
    /// Toasts the success and asks the page again, or shows the refusal.
    void finish(const Result<> &done, const QString &sentence, std::function<void()> retry);

    ScreenContext m_context;
    MoreFacts m_facts;
    CommandId m_command;
    CashMovementKind m_movement = CashMovementKind::In;
    PageHead *m_head;
    TileGrid *m_grid;
    AmountSheet *m_amountSheet;
    ReasonSheet *m_reasonSheet;
    DoubtfulSheet *m_doubtfulSheet;
    CentreSheet *m_centreSheet;
    EnrolmentSheet *m_enrolmentSheet;
    UsersSheet *m_usersSheet;
    SettingsSheet *m_settingsSheet;
    HelpSheet *m_helpSheet;
    AboutSheet *m_aboutSheet;
};

} // namespace guichet

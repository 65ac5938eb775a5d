// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/payment/PaymentCommands.h"
#include "ui/payment/PaymentState.h"
#include "ui/sale/CartPanel.h"
#include "ui/shell/ShownQuestion.h"

#include <QPointer>

class QStackedWidget;

namespace guichet {

class Banner;
class CardPage;
class ChequeSheet;
class ClientForm;
class DonePage;
class GiftSheet;
class GiveBackSheet;
class LaterForm;
class MethodsSheet;
class ReceiptSheet;
class PaymentFoot;
class PaymentView;
class QuoteSheet;
class ReferenceSheet;
class Sheet;

/// Paying (PAY-1 to PAY-5, PAY-9, PAY-10, SELL-8, SELL-9): covers the shelf side, the cart stays and its foot becomes ours. Subjects of
/// enter(): `client` opens that tab, `last` shows the last sale again.
class PaymentScreen : public Screen
{
    Q_OBJECT

public:
    PaymentScreen(const ScreenContext &context, CartModel &cart, CartPanel &panel, QWidget *parent = nullptr);
    ~PaymentScreen() override;

    void enter(const QString &subject) override;
    bool takeScan(const QString &code) override;
    bool goBack() override;
    DonePage *donePage() const { return m_done; }

Q_SIGNALS:
    void sold(const guichet::SaleOutcome &outcome); ///< Just now.

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Surroundings; ///< What is asked of the till at enter().
    QWidget *buildPayPage();
    void connectView();
    void connectForms();
    void connectCard();
    void connectDone();
    void connectSheets();
    void connectCommands();

    void takeSurroundings(const Surroundings &around);
    void render();
    void renderOpenIntent();
    void showOpenIntent();
    void followIntent();
    void showTab(const QString &tab);
    void leaveClient(const std::function<void()> &then);
    PaymentContext paymentContext() const;
    bool isPaying() const;

    bool keepForLater(const std::function<void()> &next);
    void goOn();
    void payCash(std::optional<Money> tendered);
    void payEntered();
    void chooseMethod(const QString &key);
    void askCheques(const QString &method);
    void takeCheque(Money value);
    void payCheque(const PaymentRequest &request, const CommandId &id);
    void takeChequeBack(const Id<Payment> &payment);
    void renderCheques();
    void payWith(const PaymentMethod &method, const QString &reference, const QString &giftCode);
    void payByGift(const PaymentMethod &method, const QString &code);
    void askGiveBack(const Id<Payment> &payment);
    void validateSale();
    void takeCharge(const PaymentOutcome &outcome);
    void takeApproval();
    void takeBalance(const GiftDesk::Payable &gift);
    void showSold(const SaleOutcome &outcome, bool again);
    void showLast();
    void showPaper();
    void startNext();
    void leaveCard();
    Sheet *openSheet() const; ///< nullptr: none.
    bool closeSheet();

    ScreenContext m_context;
    CartModel &m_cart;
    CartPanel &m_panel;
    PaymentCommands *m_commands;
    QStackedWidget *m_pages;
    QWidget *m_payPage = nullptr;
    TabBar *m_tabs = nullptr;
    Banner *m_pending = nullptr; ///< A card payment that is not settled.
    QStackedWidget *m_forms = nullptr;
    PaymentView *m_view;
    ClientForm *m_client;
    LaterForm *m_later;
    CardPage *m_card;
    DonePage *m_done;
    ReferenceSheet *m_referenceSheet;
    GiftSheet *m_giftSheet;
    ChequeSheet *m_chequeSheet;
    GiveBackSheet *m_giveBackSheet;
    MethodsSheet *m_methodsSheet;
    QuoteSheet *m_quoteSheet;
    ReceiptSheet *m_paperSheet;
    QPointer<PaymentFoot> m_foot; ///< Lives in the cart panel.
    QString m_tab = QStringLiteral("now");
    QString m_till;
    QString m_terminal;
    ChequeEntry m_cheques;
    bool m_askOrigin = true;
    QDate m_today;
    std::function<void()> m_next; ///< The payment that was keyed while the centre was asked about the one before.
    PaymentIntent m_intent;       ///< Of the card page.
    ShownQuestion m_question;     ///< Of the card page.
    DoneState m_doneState;
    bool m_active = false; ///< Between enter() and leaving.
};

} // namespace guichet

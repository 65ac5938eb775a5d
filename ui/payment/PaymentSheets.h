// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/usecases/GiftDesk.h"
#include "ui/payment/PaymentState.h"
#include "ui/widgets/Sheet.h"

class QLineEdit;

namespace guichet {

class DateField;
class FlowGrid;
class PaperView;

/// Asks for the number of a transfer, a cheque, a pass (PAY-2). Object names: `reference.text`, `reference.confirm`.
class ReferenceSheet : public Sheet
{
    Q_OBJECT

public:
    explicit ReferenceSheet(QWidget *host);
    void ask(const QString &method, const QString &title, const QString &amount);
    /// A scan while the sheet is open is the reference.
    void takeScan(const QString &code);

Q_SIGNALS:
    void confirmed(const QString &method, const QString &reference);

private:
    QString m_method;
    QLineEdit *m_text;
    BigButton *m_confirm;
};

/// A gift card or voucher: typed or scanned, its balance, then what it pays (PAY-9). Object names: `gift.code`, `gift.look`, `gift.pay`.
class GiftSheet : public Sheet
{
    Q_OBJECT

public:
    explicit GiftSheet(QWidget *host);
    void ask(const QString &method, const QString &title, Money due, Language language);
    void takeScan(const QString &code);
    void showBalance(const GiftDesk::Payable &payable);
    void showRefusal(const QString &sentence);
    QString method() const { return m_method; }
    /// What the card that is shown pays, where it is less than it could pay with a line.
    std::optional<Money> limited() const { return m_limited; }

Q_SIGNALS:
    void balanceWanted(const QString &code);
    void confirmed(const QString &method, const QString &code);

private:
    void look();
    void forget();
    QString sentenceOn(const GiftBalance &gift, Money pays) const;

    QString m_method;
    std::optional<Money> m_limited;
    QString m_code; ///< Whose balance is shown; empty: none yet.
    Money m_due;
    Language m_language = Language::French;
    QLineEdit *m_text;
    TextLabel *m_balance;
    TextLabel *m_sentence;
    BigButton *m_look;
    BigButton *m_pay;
};

/// All methods of this till, when there are more than fit. Object names: `all.<key>`.
class MethodsSheet : public Sheet
{
    Q_OBJECT

public:
    explicit MethodsSheet(QWidget *host);
    void ask(const std::vector<MethodState> &methods);

Q_SIGNALS:
    void chosen(const QString &method);

private:
    FlowGrid *m_grid;
};

/// *Devis*: until when it holds (PAY-6). Object names: `chip.15` …, `quote.until`, `quote.confirm`.
class QuoteSheet : public Sheet
{
    Q_OBJECT

public:
    explicit QuoteSheet(QWidget *host);
    void ask(QDate today);

Q_SIGNALS:
    void confirmed(QDate until);

private:
    void renderChips();

    QDate m_today;
    ChipRow *m_chips;
    DateField *m_until;
};

/// Asks once more before a certain payment is given back (decisions 3). Object name: `giveBack.confirm`.
class GiveBackSheet : public Sheet
{
    Q_OBJECT

public:
    explicit GiveBackSheet(QWidget *host);
    void ask(const GiveBackState &state);

Q_SIGNALS:
    void confirmed(const guichet::Id<guichet::Payment> &payment, const QString &method);

private:
    GiveBackState m_state;
    TextLabel *m_sentence;
    BigButton *m_confirm;
};

/// The ticket as paper. Object name: `paper`.
class ReceiptSheet : public Sheet
{
    Q_OBJECT

public:
    explicit ReceiptSheet(QWidget *host);
    void present(const QString &title, const QImage &image);

private:
    PaperView *m_paper;
};

/// Days from today as chips: *15 jours*; `chosen` is marked.
std::vector<ChipState> dayChips(const std::vector<int> &days, QDate today, QDate chosen);

} // namespace guichet

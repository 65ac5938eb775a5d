// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pricing/Pricing.h"
#include "ui/widgets/ChipRow.h"
#include "ui/widgets/Sheet.h"

class QLineEdit;
class QPlainTextEdit;
class QVBoxLayout;

namespace guichet {

class AmountField;
class Keypad;
class QuantityStepper;

/// A reason out of a list, as chips show it.
std::vector<ChipState> reasonChips(const std::vector<Reason> &reasons, Reason::Kind kind, const QString &chosen, Language language);

/// *Gratuité*: how many units, and why (SELL-5).
class FreeSheet : public Sheet
{
    Q_OBJECT

public:
    explicit FreeSheet(QWidget *host);
    void ask(const PricedLine &line, int freeUnits, const std::vector<Reason> &reasons, Language language);

Q_SIGNALS:
    void confirmed(const guichet::Id<guichet::CartLine> &line, int units, const QString &reason);

private:
    void renderReasons(const QString &chosen);

    Id<CartLine> m_line;
    std::vector<Reason> m_reasons;
    Language m_language = Language::French;
    QString m_reason;
    QuantityStepper *m_units;
    ChipRow *m_chips;
    BigButton *m_confirm;
};

/// *Prix*: the new unit price, up or down, and why (SELL-5).
class PriceSheet : public Sheet
{
    Q_OBJECT

public:
    explicit PriceSheet(QWidget *host);
    void ask(const PricedLine &line, const std::vector<Reason> &reasons, Language language);

Q_SIGNALS:
    void confirmed(const guichet::Id<guichet::CartLine> &line, guichet::Money price, const QString &reason);

private:
    void renderReasons(const QString &chosen);

    Id<CartLine> m_line;
    std::vector<Reason> m_reasons;
    Language m_language = Language::French;
    QString m_reason;
    AmountField *m_price;
    Keypad *m_keypad;
    ChipRow *m_chips;
    BigButton *m_confirm;
};

/// One line of free text: a comment, the name of a parked cart.
class TextSheet : public Sheet
{
    Q_OBJECT

public:
    TextSheet(QWidget *host, const QString &objectName);
    void ask(const QString &title, const QString &subtitle, const QString &text, const QString &confirmText);

Q_SIGNALS:
    void confirmed(const QString &text);

private:
    QLineEdit *m_text;
    BigButton *m_confirm;
};

/// *Code promo*: typed, scanned or tapped, with the number of the pass where one is asked for (SELL-6). It stays open until the code is
/// taken. Object names: `promo.code`, `promo.reference`, `promo.refusal`, `promo.apply`, `promo.remove`.
class PromoSheet : public Sheet
{
    Q_OBJECT

public:
    explicit PromoSheet(QWidget *host);
    void ask(const std::vector<PromoCode> &codes, const QString &current, Language language);
    /// Why the code was not taken; `asksReference`: its number is missing.
    void showRefusal(const QString &sentence, bool asksReference);
    void takeScan(const QString &code);

Q_SIGNALS:
    void applied(const QString &code, const QString &reference);
    void removed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void connectFields();
    void apply();
    void chooseCode(const QString &key);
    void renderCodes(const QString &chosen);

    std::vector<PromoCode> m_codes;
    Language m_language = Language::French;
    QLineEdit *m_code;
    QLineEdit *m_reference;
    TextLabel *m_refusal;
    ChipRow *m_chips;
    BigButton *m_remove;
    BigButton *m_apply;
};

/// *Vider*: what would be lost, before more is gone at one touch than one made.
class ClearSheet : public Sheet
{
    Q_OBJECT

public:
    explicit ClearSheet(QWidget *host);
    void ask(const QString &units, const QString &total);

Q_SIGNALS:
    void confirmed();
};

} // namespace guichet

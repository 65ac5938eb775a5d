// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payment/LaterForm.h"

#include "ui/payment/PaymentSheets.h"
#include "ui/widgets/AmountField.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/DateField.h"
#include "ui/widgets/Keypad.h"

#include <QHBoxLayout>
#include <QHash>
#include <QVBoxLayout>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

constexpr int usualDays = 30;

/// What somebody who does not pay today pays with.
bool isUsualLater(PaymentType type)
{
    using enum PaymentType;
    return type == Transfer || type == Online || type == Cash || type == CardDebit || type == CardCredit;
}

} // namespace

Money depositAsked(const CartView &view, const Catalogue &catalogue)
{
    QHash<QString, Money> prices;
    for (const PricedLine &line : view.priced.lines)
        prices[line.formula] += line.net;
    Money asked;
    for (const auto &[key, price] : prices.asKeyValueRange()) {
        const Formula *formula = catalogue.formula(key);
        if (formula && formula->collection == CollectionMode::Deposit)
            asked += portionOf(price, formula->deposit);
    }
    return asked;
}

LaterForm::LaterForm(QWidget *parent)
    : QWidget{parent}, m_deposit{new AmountField{tr("ACOMPTE DEMANDÉ"), this}}, m_keypad{new Keypad{Keypad::Corner::Comma, this}},
      m_days{new ChipRow{96, this}}, m_due{new DateField{QDate{}, this}}, m_methods{new ChipRow{140, this}},
      m_total{new MoneyRow{tr("Montant total"), this}}, m_paid{new MoneyRow{tr("Déjà encaissé"), this}},
      m_rest{new MoneyRow{tr("Restera à encaisser"), this}},
      m_sentence{new TextLabel{tr("Le dossier est enregistré avec ce qui reste dû ; il s’encaisse plus tard depuis l’onglet Dossiers."),
                               TextRole::Secondary, Tone::Muted, this}}
{
    setObjectName(u"laterForm"_s);
    auto *layout = new QHBoxLayout{this};
    layout->setContentsMargins(0, 12, 0, 12);
    layout->setSpacing(24);
    layout->addWidget(buildFigures(), 46);
    layout->addWidget(buildTerms(), 54);
    connect(m_keypad, &Keypad::pressed, m_deposit, &AmountField::press);
    connect(m_days, &ChipRow::chosen, this, [this](const QString &id) {
        m_due->setDate(m_today.addDays(id.toInt()));
        renderDays();
    });
    connect(m_due, &QDateEdit::dateChanged, this, &LaterForm::renderDays);
    connect(m_methods, &ChipRow::chosen, this, [this](const QString &id) {
        m_method = m_method == id ? QString{} : id;
        renderMethods();
    });
}

QWidget *LaterForm::buildFigures()
{
    auto *figures = new QWidget{this};
    auto *layout = new QVBoxLayout{figures};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_deposit->setObjectName(u"later.deposit"_s);
    m_keypad->setKeyHeight(60);
    layout->addWidget(m_deposit);
    layout->addWidget(m_keypad);
    layout->addStretch(1);
    return figures;
}

QWidget *LaterForm::buildTerms()
{
    auto *terms = new QWidget{this};
    auto *layout = new QVBoxLayout{terms};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_rest->setStrong(true);
    m_due->setObjectName(u"later.due"_s);
    m_sentence->setWordWrap(true);
    for (MoneyRow *row : {m_total, m_paid, m_rest})
        layout->addWidget(row);
    layout->addSpacing(8);
    layout->addWidget(caption(tr("À PAYER POUR LE"), terms));
    layout->addWidget(m_days);
    layout->addWidget(m_due);
    layout->addSpacing(8);
    layout->addWidget(caption(tr("COMMENT LE CLIENT COMPTE PAYER"), terms));
    layout->addWidget(m_methods);
    layout->addStretch(1);
    layout->addWidget(m_sentence);
    return terms;
}

void LaterForm::reset(QDate today)
{
    m_today = today;
    m_method = u"transfer"_s;
    m_deposit->propose({});
    m_due->setMinimumDate(today);
    m_due->setDate(today.addDays(usualDays));
    renderDays();
}

void LaterForm::render(const CartView &view, const PaymentContext &context)
{
    m_context = context;
    m_total->setAmount(view.balance.total);
    m_paid->setAmount(view.balance.paid);
    m_rest->setAmount(view.balance.due());
    if (!m_deposit->isTyped() && context.catalogue)
        m_deposit->propose(depositAsked(view, *context.catalogue));
    renderMethods();
}

void LaterForm::renderDays()
{
    m_days->render(dayChips({0, 15, 30}, m_today, m_due->date()));
}

void LaterForm::renderMethods()
{
    std::vector<ChipState> chips;
    if (m_context.catalogue)
        for (const PaymentMethod &method : m_context.catalogue->paymentMethods)
            if (isUsualLater(method.type) && (method.tills.isEmpty() || method.tills.contains(m_context.till)))
                chips.push_back({.id = method.key, .text = method.name.in(m_context.language), .selected = method.key == m_method});
    m_methods->render(chips);
}

ValidateRequest LaterForm::request() const
{
    const bool known = m_context.catalogue && m_context.catalogue->paymentMethod(m_method);
    return {.paymentToCome = true, .deposit = m_deposit->amount(), .dueOn = m_due->date(), .expectedMethod = known ? m_method : QString{}};
}

bool LaterForm::handleKey(QKeyEvent *event)
{
    const auto key = padKeyFor(*event);
    if (!key || *key == PadKey::Enter)
        return false;
    m_deposit->press(*key);
    return true;
}

} // namespace guichet

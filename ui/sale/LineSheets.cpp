// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sale/LineSheets.h"

#include "ui/widgets/AmountField.h"
#include "ui/widgets/Keypad.h"
#include "ui/widgets/QuantityStepper.h"
#include "ui/widgets/TextLabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

constexpr int lineSheetWidth = 640;

} // namespace

std::vector<ChipState> reasonChips(const std::vector<Reason> &reasons, Reason::Kind kind, const QString &chosen, Language language)
{
    std::vector<ChipState> chips;
    for (const Reason &reason : reasons)
        if (reason.kind == kind)
            chips.push_back({.id = reason.key, .text = reason.name.in(language), .selected = reason.key == chosen});
    return chips;
}

FreeSheet::FreeSheet(QWidget *host) : Sheet{host}
{
    setObjectName(u"freeSheet"_s);
    setContentWidth(lineSheetWidth);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout{content};
    layout->setSpacing(12);
    m_units = new QuantityStepper{content};
    m_units->setObjectName(u"free.units"_s);
    m_units->setSubject(tr("Unités gratuites"));
    m_chips = new ChipRow{180, content};
    layout->addWidget(caption(tr("Combien d’unités gratuites ?"), content));
    layout->addWidget(m_units, 0, Qt::AlignLeft);
    layout->addWidget(caption(tr("Pour quelle raison ?"), content));
    layout->addWidget(m_chips);
    layout->addStretch(1);
    setContent(content);
    m_confirm = addButton(tr("Donner gratuitement"), BigButton::Kind::Primary, u"free.confirm"_s);
    connect(m_chips, &ChipRow::chosen, this, &FreeSheet::renderReasons);
    connect(m_units, &QuantityStepper::valueChanged, this, [this] { renderReasons(m_reason); });
    connect(m_confirm, &BigButton::clicked, this, [this] {
        close();
        Q_EMIT confirmed(m_line, m_units->value(), m_reason);
    });
}

void FreeSheet::ask(const PricedLine &line, int freeUnits, const std::vector<Reason> &reasons, Language language)
{
    m_line = line.id;
    m_reasons = reasons;
    m_language = language;
    setTitle(tr("Gratuité"));
    setSubtitle(line.title.in(language));
    m_units->setRange(0, line.quantity);
    m_units->setValue(freeUnits > 0 ? freeUnits : line.quantity);
    renderReasons({});
    open();
}

void FreeSheet::renderReasons(const QString &chosen)
{
    m_reason = chosen;
    m_chips->render(reasonChips(m_reasons, Reason::Kind::Complimentary, m_reason, m_language));
    const bool none = m_units->value() == 0;
    m_confirm->setText(none ? tr("Retirer la gratuité") : tr("Donner gratuitement"));
    m_confirm->setEnabled(none || !m_reason.isEmpty());
}

PriceSheet::PriceSheet(QWidget *host) : Sheet{host}
{
    setObjectName(u"priceSheet"_s);
    setContentWidth(lineSheetWidth);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout{content};
    layout->setSpacing(12);
    m_price = new AmountField{tr("NOUVEAU PRIX"), content};
    m_price->setObjectName(u"price.amount"_s);
    m_keypad = new Keypad{Keypad::Corner::Comma, content};
    m_keypad->setKeyHeight(52);
    m_chips = new ChipRow{180, content};
    layout->addWidget(m_price);
    layout->addWidget(m_keypad);
    layout->addWidget(caption(tr("Pour quelle raison ?"), content));
    layout->addWidget(m_chips);
    layout->addStretch(1);
    setContent(content);
    m_confirm = addButton(tr("Changer le prix"), BigButton::Kind::Primary, u"price.confirm"_s);
    connect(m_keypad, &Keypad::pressed, m_price, &AmountField::press);
    connect(m_chips, &ChipRow::chosen, this, &PriceSheet::renderReasons);
    connect(m_confirm, &BigButton::clicked, this, [this] {
        close();
        Q_EMIT confirmed(m_line, m_price->amount(), m_reason);
    });
}

void PriceSheet::ask(const PricedLine &line, const std::vector<Reason> &reasons, Language language)
{
    m_line = line.id;
    m_reasons = reasons;
    m_language = language;
    setTitle(tr("Changer le prix"));
    setSubtitle(line.title.in(language));
    m_price->propose(line.unitPrice);
    renderReasons({});
    open();
    m_price->setFocus();
}

void PriceSheet::renderReasons(const QString &chosen)
{
    m_reason = chosen;
    m_chips->render(reasonChips(m_reasons, Reason::Kind::PriceChange, m_reason, m_language));
    m_confirm->setEnabled(!m_reason.isEmpty());
}

TextSheet::TextSheet(QWidget *host, const QString &objectName) : Sheet{host}, m_text{new QLineEdit}
{
    setObjectName(objectName);
    setContentWidth(lineSheetWidth);
    m_text->setObjectName(objectName + u".text"_s);
    m_text->setMaxLength(200);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout{content};
    layout->addWidget(m_text);
    layout->addStretch(1);
    setContent(content);
    m_confirm = addButton({}, BigButton::Kind::Primary, objectName + u".confirm"_s);
    const auto confirm = [this] {
        close();
        Q_EMIT confirmed(m_text->text().trimmed());
    };
    connect(m_confirm, &BigButton::clicked, this, confirm);
    connect(m_text, &QLineEdit::returnPressed, this, confirm);
}

void TextSheet::ask(const QString &title, const QString &subtitle, const QString &text, const QString &confirmText)
{
    setTitle(title);
    setSubtitle(subtitle);
    m_text->setText(text);
    m_text->setAccessibleName(title);
    m_confirm->setText(confirmText);
    open();
    m_text->setFocus();
    m_text->selectAll();
}

PromoSheet::PromoSheet(QWidget *host) : Sheet{host}, m_code{new QLineEdit}, m_reference{new QLineEdit}
{
    setObjectName(u"promoSheet"_s);
    setContentWidth(lineSheetWidth);
    m_code->setObjectName(u"promo.code"_s);
    m_code->setPlaceholderText(tr("Taper ou scanner le code"));
    m_code->setMaxLength(60);
    m_reference->setObjectName(u"promo.reference"_s);
    m_reference->setPlaceholderText(tr("Numéro du pass ou du bon"));
    m_reference->setMaxLength(60);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout{content};
    layout->setSpacing(12);
    m_refusal = new TextLabel{{}, TextRole::BodyStrong, Tone::Danger, content};
    m_refusal->setObjectName(u"promo.refusal"_s);
    m_refusal->setWordWrap(true);
    m_chips = new ChipRow{180, content};
    layout->addWidget(m_code);
    layout->addWidget(m_reference);
    layout->addWidget(m_refusal);
    layout->addWidget(caption(tr("Les codes de la maison"), content));
    layout->addWidget(m_chips);
    layout->addStretch(1);
    setContent(content);
    m_remove = addButton(tr("Retirer le code"), BigButton::Kind::Normal, u"promo.remove"_s);
    m_apply = addButton(tr("Appliquer"), BigButton::Kind::Primary, u"promo.apply"_s);
    connectFields();
}

void PromoSheet::connectFields()
{
    connect(m_chips, &ChipRow::chosen, this, &PromoSheet::chooseCode);
    connect(m_code, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_refusal->hide();
        m_apply->setEnabled(!text.trimmed().isEmpty());
    });
    connect(m_apply, &BigButton::clicked, this, &PromoSheet::apply);
    connect(m_code, &QLineEdit::returnPressed, this, &PromoSheet::apply);
    connect(m_reference, &QLineEdit::returnPressed, this, &PromoSheet::apply);
    connect(m_remove, &BigButton::clicked, this, [this] {
        close();
        Q_EMIT removed();
    });
}

void PromoSheet::apply()
{
    if (!m_code->text().trimmed().isEmpty())
        Q_EMIT applied(m_code->text().trimmed(), m_reference->text().trimmed());
}

void PromoSheet::showRefusal(const QString &sentence, bool asksReference)
{
    m_refusal->setText(sentence);
    m_refusal->show();
    m_reference->setVisible(asksReference || m_reference->isVisibleTo(this));
    QLineEdit *next = asksReference ? m_reference : m_code;
    next->setFocus();
    next->selectAll();
}

void PromoSheet::takeScan(const QString &code)
{
    QLineEdit *field = m_reference->hasFocus() ? m_reference : m_code;
    field->setText(code);
    apply();
}

/// What is typed with the focus on a key still goes to a field.
void PromoSheet::keyPressEvent(QKeyEvent *event)
{
    const QString text = event->text();
    if (text.isEmpty() || !text.front().isPrint())
        return Sheet::keyPressEvent(event);
    QLineEdit *field = m_reference->isVisible() ? m_reference : m_code;
    field->setFocus();
    field->insert(text);
}

void PromoSheet::ask(const std::vector<PromoCode> &codes, const QString &current, Language language)
{
    m_codes = codes;
    m_language = language;
    setTitle(tr("Code promo"));
    setSubtitle(tr("Un seul code par panier ; la meilleure réduction est gardée."));
    m_code->setText(current);
    m_reference->clear();
    m_reference->hide();
    m_refusal->hide();
    m_remove->setVisible(!current.isEmpty());
    m_apply->setEnabled(!current.isEmpty());
    renderCodes({});
    open();
    m_code->setFocus();
}

void PromoSheet::renderCodes(const QString &chosen)
{
    std::vector<ChipState> chips;
    for (const PromoCode &code : m_codes)
        chips.push_back({.id = code.key, .text = code.name.in(m_language), .note = code.code, .selected = code.key == chosen});
    m_chips->render(chips);
}

void PromoSheet::chooseCode(const QString &key)
{
    const auto code = std::ranges::find(m_codes, key, &PromoCode::key);
    if (code == m_codes.end())
        return;
    m_code->setText(code->code);
    m_reference->setVisible(code->needsReference);
    renderCodes(key);
    if (code->needsReference)
        m_reference->setFocus();
}

ClearSheet::ClearSheet(QWidget *host) : Sheet{host}
{
    setObjectName(u"clearSheet"_s);
    setContentWidth(lineSheetWidth);
    setTitle(tr("Vider le panier ?"));
    auto *confirm = addButton(tr("Vider le panier"), BigButton::Kind::Danger, u"clear.confirm"_s);
    connect(confirm, &BigButton::clicked, this, [this] {
        close();
        Q_EMIT confirmed();
    });
}

void ClearSheet::ask(const QString &units, const QString &total)
{
    setSubtitle(tr("%1, %2 : rien n’en sera gardé.").arg(units, total));
    open();
}

} // namespace guichet

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sale/GoodsSheets.h"

#include "ui/widgets/AmountField.h"
#include "ui/widgets/TextLabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr int goodsSheetWidth = 440;
constexpr int wideSheet = 880;
constexpr int mostDigits = 6; ///< Under a tonne.
constexpr int keyHeight = 60;

} // namespace

WeightSheet::WeightSheet(QWidget *host) : Sheet{host}, m_weight{new TextLabel{{}, TextRole::Total}}
{
    setObjectName(u"weightSheet"_s);
    setContentWidth(goodsSheetWidth);
    setFocusPolicy(Qt::StrongFocus);
    m_weight->setObjectName(u"weight.value"_s);
    m_weight->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *content = new QWidget;
    auto *pad = new Keypad{Keypad::Corner::Backspace, content};
    pad->setKeyHeight(keyHeight);
    auto *layout = new QVBoxLayout{content};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(caption(tr("Poids en grammes"), content));
    layout->addWidget(m_weight);
    layout->addWidget(pad);
    layout->addStretch(1);
    setContent(content);
    m_confirm = addButton({}, BigButton::Kind::Primary, u"weight.confirm"_s);
    connect(pad, &Keypad::pressed, this, &WeightSheet::press);
    connect(m_confirm, &BigButton::clicked, this, &WeightSheet::confirm);
}

void WeightSheet::ask(const Product &product, Language language)
{
    m_product = product;
    m_language = language;
    m_typed.clear();
    render();
    open();
    setFocus();
}

void WeightSheet::keyPressEvent(QKeyEvent *event)
{
    if (const auto key = padKeyFor(*event); key && *key != PadKey::Comma)
        press(*key);
    else
        Sheet::keyPressEvent(event);
}

void WeightSheet::press(PadKey key)
{
    if (key == PadKey::Enter)
        return confirm();
    typeDigit(m_typed, key, mostDigits);
    render();
}

void WeightSheet::render()
{
    const WeightState state = presentWeight(m_product, m_typed.toLongLong(), m_language);
    setTitle(state.title);
    setSubtitle(state.subtitle);
    m_weight->setText(state.weight);
    m_weight->setTone(state.canAdd ? Tone::Normal : Tone::Muted);
    m_confirm->setText(state.addText);
    m_confirm->setEnabled(state.canAdd);
}

void WeightSheet::confirm()
{
    if (!m_confirm->isEnabled() || !isOpen())
        return;
    close();
    Q_EMIT confirmed(m_product.key, m_typed.toLongLong());
}

NewProductSheet::NewProductSheet(QWidget *host) : Sheet{host}
{
    setObjectName(u"newProductSheet"_s);
    setContentWidth(wideSheet);
    auto *content = new QWidget;
    auto *left = new QVBoxLayout;
    auto *right = new QVBoxLayout;
    auto *columns = new QHBoxLayout{content};
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(24);
    columns->addLayout(left, 1);
    columns->addLayout(right, 1);
    buildLeft(left);
    buildRight(right);
    setContent(content);
    setTitle(tr("Créer ce produit"));
    m_create = addButton(tr("Créer et ajouter"), BigButton::Kind::Primary, u"product.create"_s);
    connect(m_create, &BigButton::clicked, this, [this] { Q_EMIT confirmed(m_input); });
}

void NewProductSheet::buildLeft(QVBoxLayout *layout)
{
    m_name = new QLineEdit;
    m_name->setObjectName(u"product.name"_s);
    m_name->setAccessibleName(tr("Nom"));
    m_name->setMaxLength(100);
    m_price = new AmountField{tr("PRIX TVA COMPRISE")};
    m_price->setObjectName(u"product.price"_s);
    m_keypad = new Keypad{Keypad::Corner::Comma};
    m_keypad->setKeyHeight(keyHeight);
    layout->setSpacing(12);
    layout->addWidget(caption(tr("Nom"), nullptr));
    layout->addWidget(m_name);
    layout->addWidget(m_price);
    layout->addWidget(m_keypad);
    layout->addStretch(1);
    connect(m_keypad, &Keypad::pressed, m_price, &AmountField::press);
    connect(m_price, &AmountField::amountChanged, this, [this](Money amount) {
        m_input.price = m_price->isTyped() ? std::optional{amount} : std::nullopt;
        render();
    });
    connect(m_name, &QLineEdit::textChanged, this, [this](const QString &name) {
        m_input.name = name;
        render();
    });
}

void NewProductSheet::buildRight(QVBoxLayout *layout)
{
    m_vat = new ChipRow{96};
    m_groups = new ChipRow{180};
    layout->setSpacing(12);
    layout->addWidget(caption(tr("TVA"), nullptr));
    layout->addWidget(m_vat);
    layout->addWidget(caption(tr("Rayon"), nullptr));
    layout->addWidget(m_groups);
    layout->addStretch(1);
    connect(m_vat, &ChipRow::chosen, this, [this](const QString &letter) {
        m_input.vat = vatCodeFromLetter(letter);
        render();
    });
    connect(m_groups, &ChipRow::chosen, this, [this](const QString &group) {
        m_input.group = group;
        render();
    });
}

void NewProductSheet::ask(const QString &code, const SaleContext &context)
{
    m_input = {.code = code, .name = {}, .price = {}, .vat = {}, .group = {}};
    m_context = context;
    m_name->clear();
    m_price->propose({});
    render();
    open();
    m_name->setFocus();
}

void NewProductSheet::render()
{
    const NewProductState state = presentNewProduct(m_input, m_context);
    setSubtitle(state.subtitle);
    m_vat->render(state.vatChips);
    m_groups->render(state.groups);
    m_create->setEnabled(state.canCreate);
}

} // namespace guichet

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gift/GiftScreen.h"

#include "core/usecases/Checkout.h"
#include "core/usecases/GiftDesk.h"
#include "core/usecases/Staff.h"
#include "ui/pages/PageHead.h"
#include "ui/pages/ReasonSheet.h"
#include "ui/widgets/AmountField.h"
#include "ui/widgets/AmountLabel.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/Keypad.h"
#include "ui/widgets/SearchField.h"

#include <QBoxLayout>
#include <QLineEdit>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestCode = 40;

} // namespace

GiftScreen::GiftScreen(const ScreenContext &context, QWidget *parent)
    : Screen{parent}, m_context{context}, m_reasonSheet{new ReasonSheet{this}}
{
    setObjectName(u"gift"_s);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(16);
    columns->addWidget(makeFound(), 1);
    columns->addWidget(makeSale(), 1);
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(16, 8, 16, 12);
    layout->setSpacing(12);
    layout->addWidget(new PageHead{tr("Cartes et chèques cadeaux"), this});
    layout->addLayout(columns, 1);
    connect(m_reasonSheet, &ReasonSheet::confirmed, this, &GiftScreen::block);
    render();
}

QWidget *GiftScreen::makeFound()
{
    auto *card = new Card{tr("Que reste-t-il dessus ?"), this};
    m_code = new SearchField{tr("Scanner ou taper le code"), card};
    m_code->setObjectName(u"gift.code"_s);
    m_hint =
        new EmptyState{IconName::Gift, tr("Scannez la carte"), tr("Son solde, sa validité et de quoi la recharger s’affichent ici."), card};
    m_found = new QWidget{card};
    m_title = new TextLabel{{}, TextRole::Heading, Tone::Normal, m_found};
    m_title->setObjectName(u"gift.title"_s);
    m_status = new TextLabel{{}, TextRole::Body, Tone::Muted, m_found};
    m_status->setObjectName(u"gift.status"_s);
    m_balance = new AmountLabel{TextRole::Total, m_found};
    m_balance->setObjectName(u"gift.balance"_s);
    m_balance->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_block = new BigButton{tr("Bloquer"), BigButton::Kind::Danger, m_found};
    m_block->setObjectName(u"gift.block"_s);
    m_block->setIconName(IconName::Lock);
    auto *forgetButton = new BigButton{tr("En vendre une autre"), BigButton::Kind::Normal, m_found};
    forgetButton->setObjectName(u"gift.forget"_s);
    auto *inner = new QVBoxLayout{m_found};
    inner->setContentsMargins(0, 16, 0, 0);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_title, m_balance, m_status})
        inner->addWidget(widget);
    inner->addStretch(1);
    inner->addWidget(forgetButton);
    inner->addWidget(m_block);
    card->body()->addWidget(m_code);
    card->body()->addWidget(m_found, 1);
    card->body()->addWidget(m_hint, 1);
    connect(m_code, &SearchField::submitted, this, &GiftScreen::look);
    connect(forgetButton, &BigButton::clicked, this, &GiftScreen::forget);
    connect(m_block, &BigButton::clicked, this, &GiftScreen::askBlock);
    return card;
}

QWidget *GiftScreen::makeSale()
{
    auto *card = new Card{{}, this};
    m_addTitle = caption({}, card);
    m_kinds = new ChipRow{180, card};
    m_amounts = new ChipRow{96, card};
    m_amount = new AmountField{tr("MONTANT"), card};
    m_amount->setObjectName(u"gift.amount"_s);
    auto *pad = new Keypad{Keypad::Corner::Comma, card};
    pad->setKeyHeight(52); // with the field above, the last row still fits at 1024 × 768
    m_add = new BigButton{{}, BigButton::Kind::Primary, card};
    m_add->setObjectName(u"gift.add"_s);
    m_add->setKey(Qt::Key_F12);
    m_newCode = new QLineEdit{card};
    m_newCode->setObjectName(u"gift.newCode"_s);
    m_newCode->setPlaceholderText(tr("Code déjà imprimé sur la carte, s’il y en a un"));
    m_newCode->setAccessibleName(tr("Code déjà imprimé sur la carte"));
    m_newCode->setMaxLength(longestCode);
    connect(m_newCode, &QLineEdit::textChanged, this, [this](const QString &code) { m_input.newCode = code.trimmed(); });
    QVBoxLayout *body = card->body();
    for (QWidget *widget : std::initializer_list<QWidget *>{m_addTitle, m_kinds, m_newCode, m_amount, m_amounts, pad})
        body->addWidget(widget);
    body->addStretch(1);
    body->addWidget(m_add);
    connect(m_kinds, &ChipRow::chosen, this, [this](const QString &kind) {
        m_input.kind = kind == u"card" ? GiftKind::Card : GiftKind::Voucher;
        render();
    });
    connect(m_amounts, &ChipRow::chosen, this, [this](const QString &cents) {
        m_input.amount = Money::fromCents(cents.toInt());
        m_amount->propose(m_input.amount);
        render();
    });
    connect(pad, &Keypad::pressed, m_amount, &AmountField::press);
    connect(m_amount, &AmountField::amountChanged, this, [this](Money amount) {
        m_input.amount = amount;
        render();
    });
    connect(m_amount, &AmountField::entered, this, &GiftScreen::add);
    connect(m_add, &BigButton::clicked, this, &GiftScreen::add);
    return card;
}

void GiftScreen::enter(const QString &subject)
{
    m_code->clear();
    m_code->setFocus();
    forget();
    if (!subject.isEmpty())
        look(subject);
}

bool GiftScreen::takeScan(const QString &code)
{
    look(code);
    return true;
}

bool GiftScreen::goBack()
{
    return closeOpenSheet(*this);
}

void GiftScreen::forget()
{
    m_input = {};
    m_newCode->clear();
    m_command = CommandId::generate();
    m_amount->propose({});
    render();
}

void GiftScreen::look(const QString &code)
{
    m_context.till
        .call([code](Workplace &workplace) -> Result<GiftInput> {
            TRY_LET(gift, GiftDesk{workplace}.balance(code));
            TRY_LET(permission, Staff{workplace}.permissionFor(Right::BlockGift));
            return GiftInput{
                .found = gift, .kind = GiftKind::Card, .newCode = {}, .amount = {}, .mayBlock = permission == Permission::Granted};
        })
        .then(this, [this, code](const Result<GiftInput> &looked) {
            if (!looked)
                return takeUnknown(code, looked.error());
            m_context.sounds.play(Sound::ScanAccepted);
            m_input.found = looked->found;
            m_input.mayBlock = looked->mayBlock;
            m_code->clear();
            render();
        });
}

/// A card that nobody has sold yet: its code may be one printed beforehand, so it waits for the sale.
void GiftScreen::takeUnknown(const QString &code, const Error &error)
{
    m_context.sounds.play(Sound::ScanUnknown);
    m_context.navigator.refuse(error);
    if (error.code != ErrorCode::GiftUnknown)
        return;
    m_input.found.reset();
    m_newCode->setText(code);
    render();
}

void GiftScreen::render()
{
    const GiftState state = presentGift(m_input, m_context.language());
    m_found->setVisible(state.showsFound);
    m_hint->setVisible(!state.showsFound);
    m_title->setText(state.title);
    m_status->setText(state.status);
    m_status->setTone(state.statusTone);
    m_balance->setAmount(state.balance);
    m_block->setVisible(state.offersBlock);
    m_block->setEnabled(state.canBlock);
    m_block->setNote(state.canBlock ? QString{} : tr("demande un utilisateur"));
    m_addTitle->setText(state.addTitle);
    m_kinds->setVisible(!state.kinds.empty());
    m_kinds->render(state.kinds);
    m_newCode->setVisible(state.asksCode);
    m_amounts->render(state.amounts);
    m_add->setText(state.addText);
    m_add->setEnabled(state.canAdd);
}

void GiftScreen::add()
{
    if (!m_add->isEnabled())
        return;
    m_context.till
        .call([id = m_command, input = m_input](Workplace &workplace) {
            Checkout checkout{workplace};
            const bool recharges = input.found && input.found->kind == GiftKind::Card;
            return recharges ? checkout.rechargeGift(id, input.found->code, input.amount)
                             : checkout.sellGift(id, input.kind, input.amount, input.newCode);
        })
        .then(this, [this](const Result<Id<CartLine>> &line) {
            if (!line)
                return m_context.navigator.refuse(line.error(), [this] { add(); });
            m_context.navigator.go(Place::Sale);
        });
}

void GiftScreen::askBlock()
{
    m_reasonSheet->ask({.title = tr("Bloquer %1").arg(m_input.found->code),
                        .subtitle = tr("Plus personne ne peut payer avec. Cela ne se défait pas à la caisse."),
                        .heading = tr("Pour quelle raison ?"),
                        .choices = {{.id = u"lost"_s, .text = tr("Perdue")},
                                    {.id = u"stolen"_s, .text = tr("Volée")},
                                    {.id = u"damaged"_s, .text = tr("Abîmée")},
                                    {.id = u"doubt"_s, .text = tr("Doute sur l’origine")}},
                        .confirm = tr("Bloquer"),
                        .danger = true});
}

void GiftScreen::block(const QString &reason)
{
    m_context.till
        .call([id = m_command, code = m_input.found->code, reason](Workplace &workplace) {
            return GiftDesk{workplace}.block(id, code, reason);
        })
        .then(this, [this, reason, code = m_input.found->code](const Result<> &done) {
            if (!done)
                return m_context.navigator.refuse(done.error(), [this, reason] { block(reason); });
            m_command = CommandId::generate();
            m_context.navigator.toast(tr("Bloqué : %1").arg(code), Tone::Positive);
            look(code);
        });
}

} // namespace guichet

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/widgets/Gallery.h"

#include "tests/support/Amounts.h"
#include "ui/widgets/AmountField.h"
#include "ui/widgets/AmountLabel.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/BarChart.h"
#include "ui/widgets/BigButton.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/ChipRow.h"
#include "ui/widgets/DataTable.h"
#include "ui/widgets/DateField.h"
#include "ui/widgets/DenominationCounter.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/FlowGrid.h"
#include "ui/widgets/Keypad.h"
#include "ui/widgets/PaperView.h"
#include "ui/widgets/PinPad.h"
#include "ui/widgets/QuantityStepper.h"
#include "ui/widgets/SearchField.h"
#include "ui/widgets/Sheet.h"
#include "ui/widgets/StatusDot.h"
#include "ui/widgets/TabBar.h"
#include "ui/widgets/TileGrid.h"
#include "ui/widgets/Toast.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QPainter>
#include <QPlainTextEdit>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

QWidget *topBar()
{
    auto *bar = new Ground{Ground::Level::Raised, Ground::Edge::Bottom};
    bar->setFixedHeight(metric::topBar);
    auto *row = new QHBoxLayout{bar};
    row->setContentsMargins(16, 4, 12, 4);
    row->setSpacing(16);
    row->addWidget(new TextLabel{u"Accueil"_s, TextRole::Heading});
    row->addWidget(new SearchField{u"Chercher ou scanner : offre, produit, dossier…"_s}, 1);
    for (const QString &text : {u"ÉDITER LE X"_s, u"FERMER"_s}) {
        auto *button = new BigButton{text};
        button->setInset(4);
        row->addWidget(button);
    }
    row->addWidget(new StatusDot{u"en ligne"_s, Tone::Positive});
    row->addWidget(new TextLabel{u"14:12"_s, TextRole::Secondary, Tone::Muted});
    return bar;
}

TileState tile(const QString &id, const QString &title, const QString &price, QRgb colour)
{
    return {.id = id, .title = title, .subLine = price, .groupColour = QColor{colour}};
}

TileState withPlaces(TileState state, const QString &slot, const QString &places, int filled, const std::vector<TileKey> &keys,
                     Tone tone = Tone::Muted)
{
    state.places = TilePlaces{slot, places, filled, tone};
    state.keys = keys;
    return state;
}

std::vector<TileSection> shelf()
{
    const std::vector<TileKey> people{{u"adult"_s, u"+ Adulte"_s}, {u"child"_s, u"+ Enfant"_s}};
    const std::vector<TileKey> seats{{u"one"_s, u"+ 1 place"_s}, {u"two"_s, u"+ 2 places"_s}};
    const std::vector<TileKey> compose{{u"compose"_s, u"Composer…"_s}};
    TileState safari = tile(u"safari"_s, u"Safari"_s, u"dès 14,00 €"_s, 0xA87A3F);
    safari.notice = u"complet aujourd’hui"_s;
    safari.noticeTone = Tone::Danger;
    safari.keys = {{u"other"_s, u"Autre date"_s}};
    safari.faded = true;
    TileState museum = tile(u"museum"_s, u"Musée"_s, u"6,00 €"_s, 0x7B3FA0);
    museum.notice = u"libre jusqu’à 17:00"_s;
    museum.keys = {{u"adult"_s, u"+ Adulte"_s}, {u"student"_s, u"+ Étudiant"_s}};
    return {{u"Individuels"_s,
             {withPlaces(tile(u"cave"_s, u"Grotte"_s, u"dès 12,00 €"_s, 0x0B6E5F), u"14:30"_s, u"42 places"_s, 30, people),
              withPlaces(tile(u"both"_s, u"Grotte + Safari"_s, u"dès 21,00 €"_s, 0x0B6E5F), u"15:00"_s, u"18 places"_s, 65, people), safari,
              withPlaces(tile(u"k7"_s, u"Kayak 7 km"_s, u"dès 18,00 €"_s, 0x1857A6), u"15:00"_s, u"16 bateaux"_s, 20, seats),
              withPlaces(tile(u"k12"_s, u"Kayak 12 km"_s, u"dès 24,00 €"_s, 0x1857A6), u"dernier départ 14:15"_s, u"2"_s, 88, seats,
                         Tone::Warning),
              museum}},
            {u"Groupes"_s,
             {withPlaces(tile(u"school"_s, u"Groupe scolaire"_s, u"dès 9,50 € · 1 gratuit sur 15"_s, 0x5B6472), u"15:30"_s, u"54 places"_s,
                         10, compose),
              withPlaces(tile(u"guide"_s, u"Zelfstandig reisgezelschap met begeleiding"_s,
                              u"forfait guide 75,00 € · uitsluitend op reservatie"_s, 0x5B6472),
                         u"15:30"_s, u"54 places"_s, 10, compose),
              tile(u"plain"_s, u"Carte postale"_s, u"1,20 €"_s, 0x5B6472)}}};
}

QWidget *cartLine(const QString &count, const QString &title, const QString &detail, qint64 cents)
{
    auto *line = new QWidget;
    auto *row = new QHBoxLayout{line};
    row->setContentsMargins(0, 4, 0, 4);
    row->setSpacing(12);
    auto *number = new TextLabel{count, TextRole::BodyStrong};
    number->setFixedWidth(34);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(new TextLabel{title});
    texts->addWidget(new TextLabel{detail, TextRole::Secondary, Tone::Muted});
    auto *amount = new AmountLabel{TextRole::BodyStrong};
    amount->setAmount(Money::fromCents(cents));
    row->addWidget(number);
    row->addLayout(texts, 1);
    row->addWidget(amount);
    return line;
}

QWidget *totals(const QString &mainKey, bool active)
{
    auto *part = new Ground{Ground::Level::Raised, Ground::Edge::Top};
    auto *column = new QVBoxLayout{part};
    column->setContentsMargins(20, 12, 20, 16);
    column->setSpacing(0);
    auto *sub = new MoneyRow{u"Sous-total"_s};
    sub->setAmount(cents(7'400));
    auto *off = new MoneyRow{u"Early bird, gratuité"_s};
    off->setAmount(cents(-520));
    auto *row = new QHBoxLayout;
    auto *total = new AmountLabel{TextRole::Total};
    total->setAmount(cents(6'880));
    row->addWidget(new TextLabel{u"MONTANT TOTAL"_s, TextRole::SecondaryStrong}, 0, Qt::AlignBottom);
    row->addWidget(total, 1);
    auto *keys = new QHBoxLayout;
    keys->setSpacing(8);
    for (const QString &text : {u"Garder"_s, u"Code promo"_s, u"Client"_s})
        keys->addWidget(new BigButton{text});
    auto *pay = new BigButton{mainKey, BigButton::Kind::Primary};
    pay->setEnabled(active);
    column->addWidget(sub);
    column->addWidget(off);
    column->addLayout(row);
    column->addSpacing(8);
    column->addLayout(keys);
    column->addSpacing(8);
    column->addWidget(pay);
    return part;
}

QWidget *cart(const QString &mainKey, bool active)
{
    auto *side = new Ground{Ground::Level::Raised, Ground::Edge::Left};
    side->setFixedWidth(metric::cartWidth);
    auto *column = new QVBoxLayout{side};
    column->setContentsMargins(1, 0, 0, 0);
    column->setSpacing(0);
    auto *lines = new QVBoxLayout;
    lines->setContentsMargins(20, 16, 20, 8);
    lines->setSpacing(2);
    lines->addWidget(new TextLabel{u"Panier"_s, TextRole::Heading});
    lines->addWidget(new TextLabel{u"Grotte · aujourd’hui 14:30"_s, TextRole::Secondary, Tone::Muted});
    lines->addWidget(cartLine(u"2 ×"_s, u"Adulte"_s, u"18,00 €"_s, 3'600));
    lines->addWidget(cartLine(u"2 ×"_s, u"Enfant 6–12"_s, u"promo early bird −2,00 €"_s, 2'000));
    auto *keys = new QHBoxLayout;
    keys->setSpacing(8);
    auto *stepper = new QuantityStepper;
    stepper->setValue(2);
    keys->addWidget(stepper);
    keys->addWidget(new BigButton{u"Gratuité"_s});
    keys->addWidget(new BigButton{u"Prix"_s});
    lines->addLayout(keys);
    lines->addStretch();
    column->addLayout(lines, 1);
    column->addWidget(totals(mainKey, active));
    return side;
}

std::unique_ptr<QWidget> pageWith(QWidget *shelfSide, QWidget *cartSide)
{
    auto page = std::make_unique<Ground>(Ground::Level::Surface);
    auto *column = new QVBoxLayout{page.get()};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(topBar());
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(shelfSide, 1);
    row->addWidget(cartSide);
    column->addLayout(row, 1);
    return page;
}

QVBoxLayout *shelfColumn(QWidget *side)
{
    auto *column = new QVBoxLayout{side};
    column->setContentsMargins(16, 0, 16, 16);
    column->setSpacing(8);
    return column;
}

QWidget *amountUnder(const QString &label, qint64 cents, TextRole role, Tone tone)
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout{box};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    const bool right = role == TextRole::Total;
    auto *name = new TextLabel{label, TextRole::SecondaryStrong, Tone::Muted};
    name->setAlignment((right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    auto *amount = new AmountLabel{role};
    amount->setAmount(Money::fromCents(cents));
    amount->setTone(tone);
    amount->setAlignment(name->alignment());
    column->addWidget(name);
    column->addWidget(amount);
    return box;
}

QWidget *padSide()
{
    auto *side = new QWidget;
    auto *column = new QVBoxLayout{side};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto *field = new AmountField{u"PAIEMENT"_s};
    field->setObjectName(u"amount"_s);
    field->propose(cents(1'880));
    auto *pad = new Keypad;
    QObject::connect(pad, &Keypad::pressed, field, &AmountField::press);
    auto *quick = new QHBoxLayout;
    quick->setSpacing(8);
    for (const QString &text : {u"exact"_s, u"20 €"_s, u"50 €"_s, u"100 €"_s}) {
        auto *key = new BigButton{text, BigButton::Kind::Tint};
        key->setKeyHeight(56);
        quick->addWidget(key);
    }
    column->addWidget(field);
    column->addWidget(pad, 1);
    column->addLayout(quick);
    return side;
}

BigButton *method(const QString &text, const QString &note, IconName iconName, int height)
{
    auto *button = new BigButton{text, BigButton::Kind::Key};
    button->setKeyHeight(height);
    button->setNote(note);
    button->setLeftAligned(true);
    button->setIconName(iconName);
    return button;
}

QWidget *methodSide()
{
    auto *side = new QWidget;
    auto *grid = new QGridLayout{side};
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(8);
    auto *cash = method(u"Espèces"_s, u"rendu 1,20 €"_s, IconName::Cash, 72);
    cash->setMarked(true);
    grid->addWidget(cash, 0, 0, 1, 2);
    grid->addWidget(method(u"Bancontact"_s, u"terminal prêt"_s, IconName::Card, 72), 1, 0, 1, 2);
    grid->addWidget(method(u"Visa / Mastercard"_s, u"terminal prêt"_s, IconName::Card, 72), 2, 0, 1, 2);
    const QString others[] = {u"Carte cadeau"_s, u"Chèque cadeau"_s, u"ANCV papier"_s, u"ANCV Connect"_s, u"Virement"_s, u"Autre…"_s};
    for (int i = 0; i < 6; ++i)
        grid->addWidget(method(others[i], {}, IconName::None, 60), 3 + i / 2, i % 2);
    grid->setRowStretch(9, 1);
    return side;
}

void addMethods(DataTable *table)
{
    table->setColumns({{u"Moyen"_s, false, true}, {u"Nb"_s, true}, {u"Attendu"_s, true}, {u"Compté"_s, true}, {u"Écart"_s, true}});
    table->setRows(
        {{u"cash"_s, {u"Espèces"_s, u"61"_s, u"841,30"_s, u"836,30"_s, u"−5,00"_s}, Tone::Normal, {{}, {}, {}, {}, Tone::Warning}},
         {u"bc"_s, {u"Bancontact"_s, u"58"_s, u"1 912,40"_s, u"1 912,40"_s, u"0,00"_s}, Tone::Normal, {{}, {}, {}, {}, Tone::Positive}},
         {u"visa"_s,
          {u"Visa, Mastercard"_s, u"19"_s, u"734,00"_s, u"734,00"_s, u"0,00"_s},
          Tone::Normal,
          {{}, {}, {}, {}, Tone::Positive}}});
}

Card *countCard()
{
    auto *card = new Card{u"Compter le tiroir"_s};
    auto *counter = new DenominationCounter{DenominationCounter::euro(false, cents(5'000))};
    counter->setObjectName(u"counter"_s);
    counter->setCounts({{cents(5'000), 6}, {cents(2'000), 14}, {cents(200), 31}, {cents(5), 8}});
    card->body()->addWidget(counter);
    auto *row = new QHBoxLayout;
    auto *total = new AmountLabel{TextRole::Figure};
    total->setAmount(counter->total());
    row->addWidget(new TextLabel{u"COMPTÉ"_s, TextRole::SecondaryStrong});
    row->addWidget(total, 1);
    card->body()->addLayout(row);
    auto *bank = new MoneyRow{u"Remise en banque"_s};
    bank->setAmount(cents(58'630));
    bank->setStrong(true);
    card->body()->addWidget(bank);
    card->body()->addStretch();
    return card;
}

Card *paymentsCard()
{
    auto *card = new Card{u"Encaissements"_s};
    auto *table = new DataTable;
    addMethods(table);
    table->selectId(u"bc"_s);
    card->body()->addWidget(table, 1);
    card->body()->addWidget(new TextLabel{u"Ventes par heure"_s, TextRole::SecondaryStrong, Tone::Muted});
    auto *chart = new BarChart;
    std::vector<Bar> bars;
    for (int hour = 9; hour < 18; ++hour)
        bars.push_back({QString::number(hour), 2'000 + 1'500 * (hour % 5) - 40 * (hour - 13) * (hour - 13)});
    chart->setBars(bars);
    card->body()->addWidget(chart);
    return card;
}

Card *reportCard()
{
    auto *card = new Card{u"Z n° 412"_s};
    const std::pair<QString, qint64> rows[] = {
        {u"Ventes brutes"_s, 380'390}, {u"Remises et gratuités"_s, -13'620}, {u"TVA 6 % sur 3 120,50"_s, 17'663}};
    for (const auto &[label, cents] : rows) {
        auto *row = new MoneyRow{label};
        row->setAmount(Money::fromCents(cents));
        card->body()->addWidget(row);
    }
    auto *net = new AmountLabel{TextRole::Total};
    net->setAmount(cents(366'770));
    card->body()->addWidget(net);
    auto *comment = new QPlainTextEdit;
    comment->setPlaceholderText(u"Obligatoire quand l’écart n’est pas nul…"_s);
    comment->setMaximumHeight(84);
    card->body()->addWidget(comment);
    card->body()->addStretch();
    card->body()->addWidget(new BigButton{u"Imprimer un X"_s});
    card->body()->addWidget(new BigButton{u"FERMER LA CAISSE"_s, BigButton::Kind::Primary});
    return card;
}

QImage receiptImage()
{
    QImage image{280, 300, QImage::Format_RGB32};
    image.fill(Qt::white);
    QPainter painter{&image};
    painter.setFont(textFont(TextRole::Secondary));
    painter.drawText(image.rect().adjusted(16, 16, -16, -16), Qt::AlignHCenter,
                     u"GROTTE DES LUMIÈRES\nTicket 2026-0412\n\n2 × Adulte   36,00\nTOTAL   36,00 €"_s);
    return image;
}

Card *buttonsCard()
{
    auto *card = new Card{u"Boutons"_s};
    card->body()->addWidget(new BigButton{u"PAYER"_s, BigButton::Kind::Primary});
    auto *danger = new BigButton{u"Vider le panier"_s, BigButton::Kind::Danger};
    danger->setIconName(IconName::Close);
    auto *quiet = new BigButton{u"Retour au panier"_s, BigButton::Kind::Quiet};
    quiet->setIconName(IconName::Back);
    auto *disabled = new BigButton{u"Pas encore"_s};
    disabled->setEnabled(false);
    auto *longText = new BigButton{u"Cadeaubonnen en geschenkkaarten verkopen"_s};
    longText->setObjectName(u"longButton"_s);
    longText->setMaximumWidth(150);
    auto *focused = new BigButton{u"Avec focus"_s};
    focused->setObjectName(u"focused"_s);
    for (BigButton *button : {danger, quiet, disabled, longText, focused})
        card->body()->addWidget(button);
    auto *wide = new TextLabel{u"Een zeer lange Nederlandse arbeidsongeschiktheidsverzekering past niet"_s};
    wide->setMaximumWidth(200);
    card->body()->addWidget(wide);
    card->body()->addStretch();
    return card;
}

Card *inputsCard()
{
    auto *card = new Card{u"Champs"_s};
    auto *name = new QLineEdit;
    name->setPlaceholderText(u"Nom"_s);
    auto *country = new QComboBox;
    country->addItems({u"Belgique"_s, u"Pays-Bas"_s});
    auto *check = new QCheckBox{u"Affichage détaillé"_s};
    check->setChecked(true);
    auto *chips = new ChipRow{88};
    chips->setObjectName(u"slots"_s);
    chips->render({{u"1400"_s, u"14:00"_s, u"complet"_s, Tone::Danger, false, false},
                   {u"1430"_s, u"14:30"_s, u"42 places"_s, Tone::Muted, true},
                   {u"1500"_s, u"15:00"_s, u"18 places"_s},
                   {u"1530"_s, u"15:30"_s, u"2 places"_s, Tone::Warning}});
    auto *days = new ChipRow{104};
    days->render({{u"d0"_s, u"Aujourd’hui"_s, {}, Tone::Muted, true}, {u"d1"_s, u"Demain"_s}, {u"d2"_s, u"mer. 25/11"_s}});
    for (QWidget *part :
         {static_cast<QWidget *>(name), static_cast<QWidget *>(country), static_cast<QWidget *>(new DateField{QDate{2026, 11, 23}}),
          static_cast<QWidget *>(check), static_cast<QWidget *>(days), static_cast<QWidget *>(chips)})
        card->body()->addWidget(part);
    auto *bar = new TabBar;
    bar->setTabs({{u"a"_s, u"CLIENT"_s}, {u"b"_s, u"PAIEMENT"_s, 3}, {u"c"_s, u"Historique"_s}});
    card->body()->addWidget(bar);
    card->body()->addStretch();
    return card;
}

} // namespace

std::unique_ptr<QWidget> salePage()
{
    auto *side = new QWidget;
    auto *column = shelfColumn(side);
    auto *tabs = new TabBar;
    tabs->setTabs({{u"offers"_s, u"Offres du jour"_s},
                   {u"shop"_s, u"Boutique"_s},
                   {u"cafe"_s, u"Cafétéria"_s},
                   {u"files"_s, u"Dossiers"_s},
                   {u"in"_s, u"Arrivées"_s},
                   {u"plan"_s, u"Planning"_s},
                   {u"more"_s, u"Plus"_s}});
    auto *grid = new TileGrid;
    grid->render(shelf());
    column->addWidget(tabs);
    column->addWidget(grid, 1);
    auto page = pageWith(side, cart(u"PAYER"_s, true));
    (new ToastArea{side})->show(u"Ticket imprimé. Rendu : 1,20 €"_s, Tone::Positive);
    return page;
}

std::unique_ptr<QWidget> payPage()
{
    auto *side = new QWidget;
    auto *column = shelfColumn(side);
    auto *tabs = new TabBar;
    tabs->setTabs({{u"client"_s, u"CLIENT"_s}, {u"now"_s, u"PAIEMENT IMMÉDIAT"_s}, {u"later"_s, u"PAIEMENT À VENIR"_s}});
    tabs->setCurrent(u"now"_s);
    column->addWidget(tabs);
    auto *amounts = new QHBoxLayout;
    amounts->setSpacing(28);
    amounts->addWidget(amountUnder(u"MONTANT TOTAL"_s, 6'880, TextRole::Amount, Tone::Normal));
    amounts->addWidget(amountUnder(u"DÉJÀ ENCAISSÉ"_s, 5'000, TextRole::Amount, Tone::Normal));
    amounts->addStretch();
    amounts->addWidget(amountUnder(u"À ENCAISSER"_s, 1'880, TextRole::Total, Tone::Primary));
    column->addLayout(amounts);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(16);
    middle->addWidget(padSide(), 7);
    middle->addWidget(methodSide(), 8);
    column->addLayout(middle, 1);
    column->addWidget(new Hairline);
    column->addWidget(new TextLabel{u"HISTORIQUE DES PAIEMENTS"_s, TextRole::SecondaryStrong, Tone::Muted});
    column->addWidget(new TextLabel{u"14:12 · Carte cadeau GC-7F3K · solde restant 0,00 €"_s});
    return pageWith(side, cart(u"VALIDER LA VENTE"_s, false));
}

std::unique_ptr<QWidget> countPage()
{
    auto page = std::make_unique<Ground>(Ground::Level::Surface);
    auto *row = new QHBoxLayout{page.get()};
    row->setContentsMargins(24, 20, 24, 20);
    row->setSpacing(16);
    row->addWidget(countCard());
    row->addWidget(paymentsCard(), 1);
    row->addWidget(reportCard());
    return page;
}

std::unique_ptr<QWidget> partsPage()
{
    auto page = std::make_unique<Ground>(Ground::Level::Surface);
    auto *column = new QVBoxLayout{page.get()};
    column->setContentsMargins(0, 0, 0, 16);
    auto *banner = new Banner;
    banner->render({u"Imprimante : plus de papier. Les tickets attendent et sortiront ensuite."_s, Tone::Warning, u"Détail"_s});
    auto *refusal = new Banner;
    refusal->render({u"Une anomalie a été trouvée dans le journal de la caisse."_s, Tone::Danger});
    column->addWidget(banner);
    column->addWidget(refusal);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(16);
    row->addWidget(buttonsCard());
    row->addWidget(inputsCard(), 2);
    column->addLayout(row, 1);
    return page;
}

std::unique_ptr<QWidget> loginPage()
{
    auto page = std::make_unique<Ground>(Ground::Level::Surface);
    auto *row = new QHBoxLayout{page.get()};
    row->setContentsMargins(16, 16, 16, 16);
    row->setSpacing(16);
    auto *login = new Card{u"Marie"_s};
    auto *pin = new PinPad;
    pin->setMessage(u"Ce code n’est pas le bon. Réessayez."_s, Tone::Danger);
    pin->press(PadKey::D1);
    pin->press(PadKey::D2);
    login->body()->addWidget(pin);
    row->addWidget(login);
    auto *right = new QVBoxLayout;
    auto *paper = new PaperView;
    paper->setImage(receiptImage());
    paper->setMinimumWidth(200);
    right->addWidget(paper, 1);
    auto *empty = new EmptyState{IconName::Folder, u"Aucun dossier"_s, u"Vendez quelque chose, ou changez de date."_s};
    empty->setAction(u"Aujourd’hui"_s);
    right->addWidget(empty, 1);
    row->addLayout(right, 1);
    return page;
}

std::unique_ptr<QWidget> iconPage()
{
    auto page = std::make_unique<Ground>(Ground::Level::Surface);
    auto *grid = new FlowGrid{150};
    const auto add = [grid](IconName name, const QString &word) {
        auto *button = new BigButton{word, BigButton::Kind::Normal};
        button->setIconName(name);
        button->setLeftAligned(true);
        grid->add(button);
    };
#define GUICHET_ICON(Name, file) add(IconName::Name, u"" #file ""_s);
#include "ui/theme/Icons.def"
#undef GUICHET_ICON
    auto *column = new QVBoxLayout{page.get()};
    column->addWidget(grid);
    column->addStretch();
    return page;
}

std::unique_ptr<QWidget> sheetPage()
{
    auto page = salePage();
    auto *host = page->findChild<TileGrid *>()->parentWidget();
    auto *sheet = new Sheet{host};
    sheet->setTitle(u"Grotte"_s);
    sheet->setSubtitle(u"Visite guidée d’une heure, 11 °C toute l’année"_s);
    auto *body = new QWidget;
    auto *column = new QVBoxLayout{body};
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(inputsCard());
    for (const QString &name : {u"Adulte"_s, u"Enfant 6–12"_s, u"Senior"_s}) {
        auto *row = new QHBoxLayout;
        row->addWidget(new TextLabel{name}, 1);
        auto *stepper = new QuantityStepper;
        stepper->setSubject(name);
        row->addWidget(stepper);
        column->addLayout(row);
    }
    sheet->setContent(body);
    sheet->addButton(u"Ajouter 48,00 €"_s, BigButton::Kind::Primary, u"add"_s);
    sheet->open();
    return page;
}

} // namespace guichet

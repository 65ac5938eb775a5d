// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stock/StockScreen.h"

#include "core/base/WholeFile.h"
#include "core/usecases/Staff.h"
#include "core/usecases/StockDesk.h"
#include "ui/pages/PageHead.h"
#include "ui/stock/QuantitySheet.h"
#include "ui/stock/StockExportSheet.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/SearchField.h"
#include "ui/widgets/TabBar.h"

#include <QBoxLayout>
#include <QDir>
#include <QTimer>

#include <chrono>

namespace guichet {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int productsFound = 200;
constexpr int movementsShown = 100;

/// On the ledger thread.
Result<StockCard> askCard(Workplace &workplace, const QString &keyOrCode)
{
    TRY_LET(hit, BackOffice{workplace}.product(keyOrCode));
    TRY_LET(movements, StockDesk{workplace}.movements(hit.product.key, movementsShown));
    const Staff staff{workplace};
    TRY_LET(permission, staff.permissionFor(Right::MoveStock));
    StockCard card{.hit = hit, .movements = std::move(movements), .mayMove = permission == Permission::Granted, .userNames = {}};
    for (const StockMovement &movement : card.movements)
        if (!card.userNames.contains(movement.user))
            card.userNames.insert(movement.user, staff.displayName(movement.user));
    return card;
}

} // namespace

StockScreen::StockScreen(const ScreenContext &context, QWidget *parent)
    : Screen{parent}, m_context{context}, m_typing{new QTimer{this}},
      m_nothing{new EmptyState{IconName::Box, tr("Choisissez un article"), tr("Scannez-le, ou touchez-le dans la liste."), this}},
      m_quantitySheet{new QuantitySheet{this}}, m_exportSheet{new StockExportSheet{this}}
{
    setObjectName(u"stock"_s);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(16);
    columns->addWidget(makeList(), 1);
    columns->addWidget(makeCard(), 1);
    columns->addWidget(m_nothing, 1);
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(16, 8, 16, 12);
    layout->setSpacing(12);
    auto *head = new PageHead{tr("Stock"), this};
    const BigButton *exports = head->addAction(tr("Exporter"), u"stock.export"_s, IconName::Folder);
    const BigButton *labels = head->addAction(tr("Étiquettes"), u"stock.labels"_s, IconName::Ticket);
    layout->addWidget(head);
    layout->addLayout(columns, 1);
    m_card->hide();
    m_typing->setSingleShot(true);
    m_typing->setInterval(120ms);
    connect(m_typing, &QTimer::timeout, this, &StockScreen::askList);
    connect(labels, &BigButton::clicked, this, &StockScreen::goLabels);
    connect(exports, &BigButton::clicked, this, &StockScreen::askExport);
    connect(m_exportSheet, &StockExportSheet::confirmed, this, &StockScreen::exportStock);
    connect(m_quantitySheet, &QuantitySheet::confirmed, this, &StockScreen::move);
}

QWidget *StockScreen::makeList()
{
    auto *card = new Card{{}, this};
    m_tabs = new TabBar{card};
    m_tabs->setObjectName(u"stock.tabs"_s);
    m_tabs->setTabs({{u"all"_s, tr("Chercher")}, {u"reorder"_s, tr("À commander")}});
    m_search = new SearchField{tr("Nom, référence ou code"), card};
    m_search->setObjectName(u"stock.search"_s);
    m_table = new DataTable{card};
    m_table->setObjectName(u"stock.products"_s);
    m_table->setColumns({{.title = tr("Article"), .stretches = true},
                         {.title = tr("Référence")},
                         {.title = tr("Alerte"), .rightAligned = true},
                         {.title = tr("Stock"), .rightAligned = true}});
    card->body()->addWidget(m_tabs);
    card->body()->addWidget(m_search);
    card->body()->addWidget(m_table, 1);
    connect(m_tabs, &TabBar::currentChanged, this, &StockScreen::askList);
    connect(m_search, &QLineEdit::textChanged, this, [this] { m_typing->start(); });
    connect(m_search, &SearchField::submitted, this, [this](const QString &text) { openProduct(text, true); });
    connect(m_table, &DataTable::rowActivated, this, [this](const QString &key) { openProduct(key, false); });
    return card;
}

QWidget *StockScreen::makeCard()
{
    auto *card = new Card{{}, this};
    m_card = card;
    m_title = new TextLabel{{}, TextRole::Title, Tone::Normal, card};
    m_subtitle = new TextLabel{{}, TextRole::Secondary, Tone::Muted, card};
    m_level = new TextLabel{{}, TextRole::Total, Tone::Normal, card};
    m_level->setObjectName(u"stock.level"_s);
    m_levelNote = new TextLabel{{}, TextRole::Body, Tone::Muted, card};
    m_levelNote->setWordWrap(true);
    m_movements = new DataTable{card};
    m_movements->setObjectName(u"stock.movements"_s);
    m_movements->setColumns({{.title = tr("Quand")},
                             {.title = tr("Mouvement"), .stretches = true},
                             {.title = tr("Qui")},
                             {.title = tr("Quantité"), .rightAligned = true}});
    m_movements->setEmptyText(tr("Aucun mouvement"));
    auto *keys = new QHBoxLayout;
    keys->setSpacing(metric::gap);
    for (const StockMovementKind kind :
         {StockMovementKind::Restock, StockMovementKind::Withdrawal, StockMovementKind::Inventory, StockMovementKind::Breakage}) {
        auto *button = new BigButton{movementWord(kind), BigButton::Kind::Normal, card};
        button->setObjectName(u"stock."_s + stockMovementKindName(kind));
        button->setKeyHeight(56);
        button->setTextRole(TextRole::SecondaryStrong);
        keys->addWidget(button, 1);
        m_keys.push_back(button);
        connect(button, &BigButton::clicked, this, [this, kind] { askQuantity(kind); });
    }
    QVBoxLayout *body = card->body();
    m_rightNote = new TextLabel{tr("Enregistrer un mouvement demande un utilisateur."), TextRole::Secondary, Tone::Warning, card};
    for (QWidget *widget : std::initializer_list<QWidget *>{m_title, m_subtitle, m_level, m_levelNote, m_rightNote})
        body->addWidget(widget);
    body->addLayout(keys);
    body->addWidget(m_movements, 1);
    return card;
}

void StockScreen::enter(const QString &subject)
{
    m_search->setFocus();
    askList();
    if (!subject.isEmpty())
        openProduct(subject, false);
}

bool StockScreen::takeScan(const QString &code)
{
    openProduct(code, true);
    return true;
}

bool StockScreen::goBack()
{
    return closeOpenSheet(*this);
}

void StockScreen::askList()
{
    const int number = ++m_askNumber;
    const bool reorder = m_tabs->current() == u"reorder";
    m_search->setVisible(!reorder);
    const QString text = m_search->text().trimmed();
    m_context.till
        .call([reorder, text](Workplace &workplace) -> Result<std::vector<ProductHit>> {
            if (reorder)
                return StockDesk{workplace}.toReorder();
            if (text.isEmpty())
                return std::vector<ProductHit>{};
            return BackOffice{workplace}.searchProducts(text, productsFound);
        })
        .then(this, [this, number, reorder, text](const Result<std::vector<ProductHit>> &hits) {
            if (number != m_askNumber)
                return;
            if (!hits)
                return m_context.navigator.refuse(hits.error());
            m_table->setEmptyText(stockListWords(reorder, text));
            m_found = *hits;
            m_table->setRows(presentStockRows(m_found, m_context.language()));
        });
}

/// Labels of the product that is shown, else of those that were found.
void StockScreen::goLabels()
{
    QStringList products;
    if (m_card->isVisible())
        products << m_shown.hit.product.key;
    else
        for (const ProductHit &hit : m_found)
            products << hit.product.key;
    m_context.navigator.go(Place::Labels, products.join(u'\n'));
}

void StockScreen::openProduct(const QString &keyOrCode, bool scanned)
{
    m_context.till.call([keyOrCode](Workplace &workplace) { return askCard(workplace, keyOrCode); })
        .then(this, [this, scanned](const Result<StockCard> &card) {
            if (!card) {
                m_context.sounds.play(Sound::ScanUnknown);
                return m_context.navigator.refuse(card.error());
            }
            if (scanned)
                m_context.sounds.play(Sound::ScanAccepted);
            showCard(*card);
        });
}

void StockScreen::showCard(const StockCard &card)
{
    m_shown = card;
    m_command = CommandId::generate();
    const StockCardState state = presentStockCard(card, m_context.language());
    m_title->setText(state.title);
    m_subtitle->setText(state.subtitle);
    m_level->setText(state.level);
    m_level->setTone(state.levelTone);
    m_levelNote->setText(state.levelNote);
    m_levelNote->setTone(state.levelTone == Tone::Normal ? Tone::Muted : state.levelTone);
    m_rightNote->setVisible(!card.mayMove);
    for (BigButton *key : m_keys)
        key->setEnabled(card.mayMove);
    m_movements->setRows(state.movements);
    m_nothing->hide();
    m_card->show();
}

void StockScreen::askQuantity(StockMovementKind kind)
{
    m_kind = kind;
    const bool inventory = kind == StockMovementKind::Inventory;
    m_quantitySheet->ask({.title = movementWord(kind),
                          .subtitle = m_shown.hit.product.name.in(m_context.language()),
                          .label = inventory ? tr("Combien y en a-t-il vraiment ?") : tr("Combien ?"),
                          .unit = m_shown.hit.product.byWeight ? tr("grammes") : tr("pièces"),
                          .zeroAllowed = inventory,
                          .confirm = tr("Enregistrer")});
}

void StockScreen::move(qint64 quantity)
{
    m_context.till
        .call([id = m_command, kind = m_kind, key = m_shown.hit.product.key, quantity](Workplace &workplace) -> Result<StockCard> {
            TRY(StockDesk{workplace}.move(id, key, kind, quantity));
            return askCard(workplace, key);
        })
        .then(this, [this, quantity](const Result<StockCard> &card) {
            if (!card)
                return m_context.navigator.refuse(card.error(), [this, quantity] { move(quantity); });
            m_context.navigator.toast(tr("%1 enregistré").arg(movementWord(m_kind)), Tone::Positive);
            showCard(*card);
            askList();
        });
}

void StockScreen::askExport()
{
    m_context.till.call([](Workplace &workplace) { return workplace.businessToday(); }).then(this, [this](QDate today) {
        m_exportSheet->ask(today);
    });
}

void StockScreen::exportStock(QDate day, const QString &path)
{
    m_context.till.call([day](Workplace &workplace) { return StockDesk{workplace}.csvOn(day); })
        .then(this, [this, day, path](const Result<QByteArray> &csv) {
            const Result<> written = csv ? writeWholeFile(path, *csv) : std::unexpected{csv.error()};
            if (!written)
                return m_context.navigator.refuse(written.error(), [this, day, path] { exportStock(day, path); });
            m_exportSheet->close();
            m_context.navigator.toast(tr("Enregistré : %1").arg(QDir::toNativeSeparators(path)), Tone::Positive);
        });
}

} // namespace guichet

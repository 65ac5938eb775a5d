// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parked/ParkedScreen.h"

#include "core/money/FormatMoney.h"
#include "ui/format/Dates.h"
#include "ui/format/Plural.h"
#include "ui/pages/PageHead.h"

#include <QBoxLayout>
#include <QCoreApplication>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Parked)
};

TileState presentTile(const ParkedCart &cart, QDate today, Language language)
{
    TileState tile{.id = cart.id.toString(), .title = cart.name, .subLine = {}};
    if (tile.title.isEmpty())
        tile.title = Words::tr("Sans nom");
    const QString units = counted(cart.units, Words::tr("article"), Words::tr("articles"), language);
    tile.subLine = u"%1 · %2"_s.arg(units, formatMoney(cart.total, EuroSign::Shown, language));
    const QString when = cart.at.date() == today ? formatTime(cart.at.time()) : formatDateTime(cart.at);
    tile.notice = Words::tr("gardé à %1").arg(when);
    if (!cart.paid.isZero()) {
        tile.notice = Words::tr("déjà payé : %1").arg(formatMoney(cart.paid, EuroSign::Shown, language));
        tile.noticeTone = Tone::Warning;
    }
    return tile;
}

} // namespace

std::vector<TileSection> presentParked(const std::vector<ParkedCart> &carts, QDate today, Language language)
{
    if (carts.empty())
        return {};
    TileSection section{.title = Words::tr("Touchez un panier pour le reprendre"), .tiles = {}};
    for (const ParkedCart &cart : carts)
        section.tiles.push_back(presentTile(cart, today, language));
    return {section};
}

ParkedScreen::ParkedScreen(const ScreenContext &context, QWidget *parent)
    : Screen{parent}, m_context{context}, m_head{new PageHead{tr("Paniers gardés"), this}}, m_grid{new TileGrid{this}}
{
    setObjectName(u"parked"_s);
    m_grid->setObjectName(u"parked.carts"_s);
    m_grid->setMinimumTileWidth(280);
    m_grid->setEmptyText(tr("Aucun panier gardé"), tr("« Garder » met un panier de côté pendant que le client réfléchit."));
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(16, 8, 16, 0);
    layout->setSpacing(12);
    layout->addWidget(m_head);
    layout->addWidget(m_grid, 1);
    connect(m_grid, &TileGrid::activated, this, &ParkedScreen::recall);
}

void ParkedScreen::enter(const QString &)
{
    m_command = CommandId::generate();
    m_context.till.call([](Workplace &workplace) { return Checkout{workplace}.parked(); })
        .then(this, [this](const Result<std::vector<ParkedCart>> &carts) {
            if (!carts)
                return m_context.navigator.refuse(carts.error());
            m_head->setSubtitle(carts->empty()
                                    ? QString{}
                                    : counted(static_cast<qint64>(carts->size()), tr("panier"), tr("paniers"), m_context.language()));
            m_grid->render(presentParked(*carts, m_context.clock.now().date(), m_context.language()));
        });
}

void ParkedScreen::recall(const QString &cart)
{
    const auto id = Id<Cart>::fromString(cart);
    if (!id)
        return;
    m_context.till.call([command = m_command, id = *id](Workplace &workplace) { return Checkout{workplace}.recall(command, id); })
        .then(this, [this, cart](const Result<> &done) {
            if (!done)
                return m_context.navigator.refuse(done.error(), [this, cart] { recall(cart); });
            m_context.navigator.go(Place::Sale);
        });
}

} // namespace guichet

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sale/ShelfQuestion.h"

namespace guichet {
namespace {

constexpr int productsOnShelf = 300;
constexpr int productsFound = 40;

bool belongsTo(const Group &group, const QString &tab)
{
    const bool cafeteria = group.restaurant || group.key.startsWith(u"caf-");
    return group.kind == Group::Kind::Products && cafeteria == (tab == u"cafeteria");
}

Result<> addGroups(const BackOffice &office, const ShelfQuestion &question, Shelf &shelf)
{
    for (const Group &group : question.catalogue->groups) {
        if (!belongsTo(group, question.tab))
            continue;
        TRY_LET(products, office.productsOfGroup(group.key, 0, productsOnShelf));
        shelf.groups.emplace_back(group.key, std::move(products));
    }
    return {};
}

Result<> addGoods(const BackOffice &office, const ShelfQuestion &question, Shelf &shelf)
{
    if (question.text.isEmpty())
        return question.tab == u"offers" ? Result<>{} : addGroups(office, question, shelf);
    TRY_LET(found, office.searchProducts(question.text, productsFound));
    shelf.found = std::move(found);
    return {};
}

} // namespace

Result<Shelf> ShelfQuestion::operator()(Workplace &workplace) const
{
    Shelf shelf;
    shelf.text = text;
    const Checkout checkout{workplace};
    const auto parked = checkout.parked();
    shelf.hasParked = parked && !parked->empty();
    shelf.hasSold = checkout.lastSale().has_value();
    if (tab == u"offers" || !text.isEmpty()) {
        TRY_LET(states, checkout.shelf(today));
        shelf.states = std::move(states);
    }
    TRY(addGoods(BackOffice{workplace}, *this, shelf));
    return shelf;
}

} // namespace guichet

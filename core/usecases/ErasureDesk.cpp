// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/ErasureDesk.h"

#include "core/ledger/DocumentFeed.h"
#include "core/ledger/DossierStore.h"
#include "core/ledger/WorkingStore.h"
#include "core/usecases/Staff.h"
#include "core/usecases/WorkingCart.h"
#include "core/usecases/Workplace.h"

#include <algorithm>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

Result<std::vector<KeptCart>> allCarts(const WorkingStore &working)
{
    TRY_LET(carts, working.parked());
    TRY_LET(current, working.currentCart());
    if (current)
        carts.push_back(*current);
    return carts;
}

Result<> checkNotInCart(const Workplace &workplace, const QString &customer)
{
    TRY_LET(dossiers, DossierStore{workplace.db()}.ofCustomer(customer));
    TRY_LET(carts, allCarts(WorkingStore{workplace.db()}));
    for (const KeptCart &kept : carts) {
        TRY_LET(working, workingCartFromText(kept.body));
        if (std::ranges::any_of(dossiers, [&](const auto &dossier) { return dossier.first == working.cart.dossier; }))
            return failure(ErrorCode::CartNotEmpty, u"a cart of a dossier of theirs"_s, {kept.name});
    }
    return {};
}

Result<> checkKnown(const DocumentStore &documents, const QString &customer)
{
    TRY_LET(standing, documents.get(DocumentKind::Customer, customer));
    if (!standing)
        return failure(ErrorCode::NotFound, u"no such customer"_s, {customer});
    return {};
}

} // namespace

Result<> ErasureDesk::erase(const CommandId &id, DocumentKind kind, const QString &key)
{
    if (kind != DocumentKind::Customer)
        return failure(ErrorCode::InvalidInput, u"kind: only customers are erased"_s, {u"kind"_s, u"no customer"_s});
    return m_workplace.onceDone(id, [&]() -> Result<> {
        TRY_LET(actor, Staff{m_workplace}.authorise(Right::EraseCustomer));
        if (m_workplace.training)
            return failure(ErrorCode::TrainingActive, u"documents are real"_s);
        TRY_LET(isErased, DocumentFeed{m_workplace.db()}.isErased(kind, key));
        if (isErased)
            return {};
        DocumentStore documents{m_workplace.db()};
        TRY(checkKnown(documents, key));
        TRY(checkNotInCart(m_workplace, key));
        TRY(documents.erase(kind, key, {.user = actor.user, .at = m_workplace.now()}));
        TRY(m_workplace.journal().appendTechnical(TechnicalEvent::CustomerErased, {{u"customer"_s, key}}, actor));
        return {};
    });
}

} // namespace guichet

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/LabelDesk.h"

#include "core/base/Crockford.h"
#include "core/catalogue/CatalogueJson.h"
#include "core/labels/InStoreCode.h"
#include "core/ledger/ProductStore.h"
#include "core/ledger/WorkingStore.h"
#include "core/money/FormatMoney.h"
#include "core/usecases/BackOffice.h"
#include "core/usecases/Workplace.h"

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

const QString counterName = u"inStoreCounter"_s; // in WorkingStore: where to look on; that a code is free is asked of the goods

Result<Product> find(const Workplace &workplace, const QString &key)
{
    TRY_LET(product, ProductStore{workplace.db()}.byKey(key));
    if (!product)
        return failure(ErrorCode::NotFound, u"product %1"_s.arg(key), {key});
    return *product;
}

int tillNumber(const Workplace &workplace)
{
    const TillProfile *till = workplace.catalogue->till(workplace.settings.tillKey);
    return static_cast<int>(fromCrockford(till ? till->code : TillProfile{}.code).value_or(0));
}

} // namespace

/// Codes are never used again: those of goods that are no longer sold are taken too.
Result<QString> LabelDesk::freeCode() const
{
    TRY_LET(prefix, inStorePrefix(m_workplace.settings.embeddedCodes));
    WorkingStore working{m_workplace.db()};
    TRY_LET(last, working.value(counterName));
    for (qint64 counter = last.toLongLong() + 1; counter <= mostInStoreCodes; ++counter) {
        TRY_LET(code, inStoreCode(prefix, tillNumber(m_workplace), counter));
        TRY_LET(other, ProductStore{m_workplace.db()}.byBarcode(code));
        if (other)
            continue;
        TRY(working.setValue(counterName, QString::number(counter)));
        return code;
    }
    return failure(ErrorCode::NotFound, u"no in-store code is left"_s, {prefix});
}

/// Told twice, it finds the code that it gave.
Result<QString> LabelDesk::giveBarcode(const CommandId &id, const QString &product)
{
    TRY_LET(known, find(m_workplace, product));
    if (const QString code = labelBarcode(known); !code.isEmpty())
        return code;
    return inTransaction(m_workplace.db(), [&]() -> Result<QString> { // who may not change goods uses up no code
        TRY_LET(code, freeCode());
        known.barcodes << code;
        TRY(BackOffice{m_workplace}.put(id, DocumentKind::Product, toJson(known)));
        return code;
    });
}

Result<Label> LabelDesk::label(const QString &product) const
{
    TRY_LET(known, find(m_workplace, product));
    const QString price = formatMoney(known.price);
    return Label{.title = known.name.french(), .price = known.byWeight ? price + u"/kg"_s : price, .barcode = labelBarcode(known)};
}

} // namespace guichet

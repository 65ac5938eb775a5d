// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sale/GoodsDesk.h"

#include "core/usecases/Staff.h"
#include "ui/format/ErrorText.h"
#include "ui/sale/GoodsSheets.h"

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

bool asksWeight(const Error &error)
{
    return error.code == ErrorCode::InvalidInput && error.values.value(0) == u"grams";
}

bool mayCreate(Workplace &workplace)
{
    const Result<Permission> permission = Staff{workplace}.permissionFor(Right::EditCatalogue);
    return permission && *permission == Permission::Granted;
}

} // namespace

GoodsDesk::GoodsDesk(const ScreenContext &context, CartModel &cart, QWidget *host, std::function<SaleContext()> surroundings)
    : QObject{host}, m_context{context}, m_cart{cart}, m_surroundings{std::move(surroundings)}, m_host{host}
{}

WeightSheet &GoodsDesk::weightSheet()
{
    if (!m_weightSheet) {
        m_weightSheet = new WeightSheet{m_host};
        connect(m_weightSheet, &WeightSheet::confirmed, this, [this](const QString &product, qint64 grams) {
            m_cart.performOnLine([=](Checkout &checkout, const CommandId &id) { return checkout.addProduct(id, product, 1, grams); });
        });
    }
    return *m_weightSheet;
}

NewProductSheet &GoodsDesk::newSheet()
{
    if (!m_newSheet) {
        m_newSheet = new NewProductSheet{m_host};
        connect(m_newSheet, &NewProductSheet::confirmed, this, &GoodsDesk::create);
    }
    return *m_newSheet;
}

void GoodsDesk::add(const QString &product, int quantity)
{
    m_cart.performOnLine([=](Checkout &checkout, const CommandId &id) { return checkout.addProduct(id, product, quantity); },
                         [this, product](const Result<> &answer) {
                             const bool weighs = !answer && asksWeight(answer.error());
                             if (weighs)
                                 askWeight(product);
                             return weighs;
                         });
}

void GoodsDesk::askWeight(const QString &product)
{
    m_context.till.call([product](Workplace &workplace) { return BackOffice{workplace}.product(product); })
        .then(this, [this](const Result<ProductHit> &found) {
            if (found)
                weightSheet().ask(found->product, m_context.language());
            else
                m_context.navigator.refuse(found.error());
        });
}

void GoodsDesk::sayUnknown(const Error &error)
{
    const QString code = error.values.value(0);
    if (!canBeBarcode(code))
        return m_context.navigator.refuse(error);
    m_context.till.call(mayCreate).then(this, [this, error, code](bool may) {
        if (may)
            offerCreation(errorSentence(error, m_context.language()), code);
        else
            m_context.navigator.refuse(error);
    });
}

void GoodsDesk::offerCreation(const QString &sentence, const QString &code)
{
    m_context.navigator.offer(sentence, tr("Créer ce produit"), [this, code] {
        m_createId = CommandId::generate();
        newSheet().ask(code, m_surroundings());
    });
}

/// The sheet stays as it was typed until the product is there; then it is sold as if it had been scanned now.
void GoodsDesk::create(const NewProduct &input)
{
    m_context.till
        .call([id = m_createId, product = productOf(input)](Workplace &workplace) {
            return BackOffice{workplace}.createProduct(id, product);
        })
        .then(this, [this, input](const Result<> &created) {
            if (!created)
                return m_context.navigator.refuse(created.error());
            if (!newSheet().isOpen()) // the second answer of an impatient finger
                return;
            newSheet().close();
            m_cart.scan(input.code, 1);
        });
}

} // namespace guichet

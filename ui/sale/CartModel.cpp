// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sale/CartModel.h"

namespace guichet {

CartModel::CartModel(TillThread &till, QObject *parent) : QObject{parent}, m_till{till}, m_catalogue{std::make_shared<Catalogue>()} {}

/// Runs `work(Checkout &, Asked &)` on the ledger thread, then the view, and takes both back here.
template <typename Work>
void CartModel::run(Work work, std::function<void()> retry, Hearer hearer, Wait wait)
{
    ++m_running;
    const auto ask = [work = std::move(work)](Workplace &workplace) {
        Checkout checkout{workplace};
        Asked asked{.done = {}, .line = {}, .scan = {}, .view = CartView{}, .catalogue = {}};
        work(checkout, asked);
        asked.view = checkout.view();
        asked.catalogue = workplace.catalogue;
        return asked;
    };
    (wait == Wait::ForDisk ? m_till.call(ask) : m_till.callUnsynced(ask))
        .then(this, [this, retry = std::move(retry), hearer = std::move(hearer)](const Asked &asked) { take(asked, retry, hearer); });
}

void CartModel::take(const Asked &asked, const std::function<void()> &retry, const Hearer &hearer)
{
    --m_running;
    if (asked.view) {
        m_view = *asked.view;
        m_catalogue = asked.catalogue;
        m_freshLine = asked.line;
        Q_EMIT changed();
    }
    const Result<> &outcome = asked.done;
    const bool isSaid = hearer && hearer(outcome);
    if (!outcome && !isSaid)
        Q_EMIT refused(outcome.error(), retry);
    else if (!asked.view)
        Q_EMIT refused(asked.view.error(), {});
    if (asked.scan)
        Q_EMIT scanned(*asked.scan);
}

void CartModel::perform(const Command &command, const Hearer &hearer)
{
    run([command, id = CommandId::generate()](Checkout &checkout, Asked &asked) { asked.done = command(checkout, id); },
        [this, command, hearer] { perform(command, hearer); }, hearer);
}

void CartModel::performOnLine(const LineCommand &command, const Hearer &hearer)
{
    const auto work = [command, id = CommandId::generate()](Checkout &checkout, Asked &asked) {
        if (const Result<Id<CartLine>> line = command(checkout, id))
            asked.line = *line;
        else
            asked.done = std::unexpected(line.error());
    };
    run(work, [this, command, hearer] { performOnLine(command, hearer); }, hearer, Wait::ForNothing);
}

void CartModel::scan(const QString &code, int quantity)
{
    const auto work = [code, quantity, id = CommandId::generate()](Checkout &checkout, Asked &asked) {
        const Result<ScanOutcome> outcome = checkout.scan(id, code, quantity);
        if (!outcome) {
            asked.done = std::unexpected(outcome.error());
            return;
        }
        asked.scan = *outcome;
        asked.line = outcome->line;
    };
    run(work, [this, code, quantity] { scan(code, quantity); }, {}, Wait::ForNothing);
}

void CartModel::refresh()
{
    run([](Checkout &, Asked &) {}, {});
}

} // namespace guichet

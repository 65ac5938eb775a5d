// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/usecases/Checkout.h"
#include "core/usecases/TillThread.h"

#include <QObject>
#include <functional>

namespace guichet {

/// The cart in progress as the window knows it: the last CartView, asked again after every command. Shared by the shelf, the cart column
/// and the payment screen. GUI thread; commands run on the ledger thread, in order.
class CartModel : public QObject
{
    Q_OBJECT

public:
    explicit CartModel(TillThread &till, QObject *parent = nullptr);

    const CartView &view() const { return m_view; }
    const std::shared_ptr<const Catalogue> &catalogue() const { return m_catalogue; }
    /// The line that a command has just added or changed; null after a refresh.
    const Id<CartLine> &freshLine() const { return m_freshLine; }
    /// Commands sent and not yet answered.
    bool isBusy() const { return m_running > 0; }

    /// A command of the cart. The view is asked again whatever it answers; a refusal is announced with the command, to run again after an
    /// approval.
    using Command = std::function<Result<>(Checkout &, const CommandId &)>;
    /// Hears the answer of a command once the new view is known; true: its refusal has been said and is not announced.
    using Hearer = std::function<bool(const Result<> &)>;
    void perform(const Command &command, const Hearer &hearer = {});
    /// A command that adds a line, and names it.
    using LineCommand = std::function<Result<Id<CartLine>>(Checkout &, const CommandId &)>;
    void performOnLine(const LineCommand &command, const Hearer &hearer = {});
    /// Any scan that no screen took (SELL-2).
    void scan(const QString &code, int quantity);
    /// Asks the view again.
    void refresh();

Q_SIGNALS:
    void changed();
    void refused(const guichet::Error &error, const std::function<void()> &retry);
    void scanned(const guichet::ScanOutcome &outcome);

private:
    struct Asked
    {
        Result<> done;
        Id<CartLine> line;
        std::optional<ScanOutcome> scan;
        Result<CartView> view;
        std::shared_ptr<const Catalogue> catalogue;
    };
    enum class Wait { ForDisk, ForNothing }; ///< ForNothing: a line is added to the cart (TillThread::callUnsynced()).
    template <typename Work>
    void run(Work work, std::function<void()> retry, Hearer hearer = {}, Wait wait = Wait::ForDisk);
    void take(const Asked &asked, const std::function<void()> &retry, const Hearer &hearer);

    TillThread &m_till;
    CartView m_view;
    std::shared_ptr<const Catalogue> m_catalogue;
    Id<CartLine> m_freshLine;
    int m_running = 0;
};

} // namespace guichet

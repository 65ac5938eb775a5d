// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/Query.h"
#include "core/usecases/Checkout.h"
#include "core/usecases/Staff.h"
#include "core/usecases/TillDesk.h"
#include "core/usecases/Workplace.h"
#include "hardware/terminal/ManualTerminal.h"
#include "tests/support/Amounts.h"
#include "tests/support/Catch.h"

#include <QTemporaryDir>

namespace guichet {

/// The number of the last fact.
inline constexpr Sql selectHeadNumber = R"(SELECT COALESCE(MAX(number), 0) FROM fact)";

/// A till in a temporary folder with a small catalogue, on Monday 23 November 2026 at ten. Users: `seller` 1111, `manager` 2222, `boss`
/// 3333.
class TillFixture
{
public:
    TillFixture();

    /// Opens the folder again, as after a crash: what was only in memory is gone.
    void restart();
    /// Another program may open the folder; workplace() is gone.
    void closeTill() { m_workplace.reset(); }
    /// The folder is emptied, as if it were another machine's.
    void emptyFolder();
    /// The seller logs in; the session opens with a float of 100 €.
    void startDay();

    Workplace &workplace() { return *m_workplace; }
    Checkout checkout() { return Checkout{*m_workplace}; }
    Staff staff() { return Staff{*m_workplace}; }
    TillDesk desk() { return TillDesk{*m_workplace}; }

    Id<CartLine> addAdults(int quantity, QTime slot = {});
    Id<CartLine> addBear(int quantity = 1);
    Result<PaymentOutcome> pay(const QString &method, std::optional<Money> amount = {}, const QString &code = {});
    /// pay() with a terminal, through the charge of the scripted terminal.
    Result<PaymentOutcome> payByCard(std::optional<Money> amount = {});
    Result<SaleOutcome> validate(const ValidateRequest &request = {}) { return checkout().validate(CommandId::generate(), request); }
    void approveBy(const QString &user = QStringLiteral("manager"), const QString &pin = QStringLiteral("2222"));
    /// A reason named by its key, for refunds, cash movements and the like.
    void putReason(const QString &key, Reason::Kind kind);
    /// From now on `method` is taken one cheque at a time, each of 10, 20 or 50 €.
    void takeChequesAs(const QString &method);
    void changeSettings(const std::function<void(TillSettings &)> &change);

    qint64 countFacts(const QString &type);
    /// The sum of cash that PAYMENT facts say came in, rounding included.
    Money cashReceived();

    QTemporaryDir folder;
    SimulatedClock clock;
    ManualTerminal terminal;

private:
    void create();
    std::unique_ptr<Workplace> m_workplace;
};

/// The value of a result that must be one.
template <typename T>
T must(Result<T> result)
{
    if (!result)
        FAIL("refused: " << codeName(result.error().code).latin1() << " " << result.error().detail.toStdString());
    return std::move(*result);
}
inline void must(const Result<> &result)
{
    if (!result)
        FAIL("refused: " << codeName(result.error().code).latin1() << " " << result.error().detail.toStdString());
}

/// The code of a result that must be a refusal.
template <typename T>
ErrorCode refusal(const Result<T> &result)
{
    REQUIRE_FALSE(result);
    return result.error().code;
}

} // namespace guichet

// SPDX-License-Identifier: GPL-3.0-or-later
// Payments at each simulated terminal, half of them with a fault, by a till that is killed at random; the terminal's log is the oracle.
#include "app/simulators/TerminalSoak.h"
#include "tests/support/Catch.h"

#include <QJsonDocument>
#include <QTemporaryDir>

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

constexpr int timesEachFault = 20;
constexpr int fewestPayments = 300;

} // namespace

TEST_CASE("whatever goes wrong at a terminal, no payment is lost and none is taken twice")
{
    const SystemClock clock;
    const QTemporaryDir folder;
    const QStringList protocols = soakProtocols();
    REQUIRE(protocols.size() == 6);
    const QString protocol = protocols[GENERATE(range(0, 6))];
    const SoakPlan plan{
        .protocol = protocol, .payments = fewestPayments, .timesEach = timesEachFault, .tool = QStringLiteral(GUICHET_TOOL)};
    const auto figures = soakTerminal(plan, folder.path(), clock);
    INFO(protocol.toStdString() << (figures ? QJsonDocument{toJson(*figures)}.toJson().toStdString()
                                            : figures.error().detail.toStdString()));
    REQUIRE(figures);
    CHECK(figures->payments >= fewestPayments);
    CHECK(figures->fewestOfAFault >= timesEachFault);
    CHECK(figures->kills > figures->payments / 20);
    CHECK(figures->killedAtWork > 0);
    CHECK(figures->doubtful > figures->payments / 10);
    CHECK(figures->byPerson < figures->payments / 5);
    CHECK(figures->reversed > 0);
    CHECK(figures->lost == 0);
    CHECK(figures->invented == 0);
    CHECK(figures->doubled == 0);
}

TEST_CASE("a soak of no protocol, or of nothing, is refused")
{
    const SystemClock clock;
    const QTemporaryDir folder;
    CHECK(soakTerminal({.protocol = u"carrier pigeon"_s, .payments = 10}, folder.path(), clock).error().code == ErrorCode::InvalidInput);
    CHECK(soakTerminal({.protocol = u"nexo"_s, .payments = 0}, folder.path(), clock).error().code == ErrorCode::InvalidInput);
}

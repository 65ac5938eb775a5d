// SPDX-License-Identifier: GPL-3.0-or-later
// A day at the till on a recorded disk (decisions 31): wherever the power is cut, what was answered is there, whole.
#include "core/ledger/Verifier.h"
#include "core/ledger/WorkingStore.h"
#include "core/usecases/DossierDesk.h"
#include "core/usecases/StockDesk.h"
#include "tests/core/usecases/TillFixture.h"
#include "tests/support/RecordingVfs.h"

#include <QFile>
#include <QFileInfo>
#include <tuple>

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

constexpr int cuts = 500;
constexpr int cutsBetweenVerifications = 10;
constexpr int checkpointPages = 60; // checkpoints are the interesting part: many of them
constexpr int sales = 12;
const QString dayGiftCode = u"ABCD1234"_s;

/// Is there before the till that it records.
struct RecordedDisk
{
    std::unique_ptr<RecordingVfs> vfs = std::make_unique<RecordingVfs>(true);
};

/// Two days of everything that a till does, each command answered for.
class RecordedDay : private RecordedDisk, private TillFixture
{
public:
    explicit RecordedDay(bool waitsForDisk)
    {
        must(workplace().db().pragma(u"PRAGMA wal_autocheckpoint = %1"_s.arg(checkpointPages)));
        m_waitsForDisk = waitsForDisk;
        if (!waitsForDisk)
            must(workplace().db().pragma(u"PRAGMA synchronous = OFF"_s));
        must(staff().logIn(u"boss"_s, u"3333"_s));
        putReason(u"retour"_s, Reason::Kind::Refund);
        vfs->markAnswered(0);
        m_heads.push_back(head());
        m_begin = vfs->steps().size();
        sellDay();
        clock.advance(std::chrono::hours{24});
        sellDay();
        m_record = workplace().ledger->identity();
        closeTill();
        m_steps = vfs->steps();
        vfs.reset(); // what is opened to be looked at is not recorded
    }

    /// Cuts the power at `count` points; the problems that were found.
    QStringList cutPower(int count)
    {
        std::mt19937 dice{20261123};
        PowerCut cut{m_steps};
        QStringList problems;
        const size_t steps = m_steps.size() - m_begin;
        for (int point = 0; point < count; ++point) {
            cut.playTo(m_begin + steps * static_cast<size_t>(point + 1) / static_cast<size_t>(count));
            const QString problem = problemAfter(cut.disk(dice), cut.answered(), point % cutsBetweenVerifications == 0);
            if (!problem.isEmpty())
                problems.append(u"cut %1: %2"_s.arg(point).arg(problem));
        }
        return problems;
    }

private:
    qint64 head() { return must(selectInteger(workplace().db(), selectHeadNumber)); }

    template <typename Run>
    auto answered(Run run)
    {
        const auto id = CommandId::generate();
        auto answer = run(id);
        must(answer);
        m_lately.push_back(id);
        promise();
        return answer;
    }
    /// A command whose answer says nothing more.
    template <typename Run>
    void done(Run run)
    {
        std::ignore = answered(run);
    }
    /// From now on all that was done so far must be there.
    void promise()
    {
        m_commands.push_back(std::exchange(m_lately, {}));
        m_heads.push_back(head());
        vfs->markAnswered(static_cast<qint64>(m_commands.size()));
    }

    void lay(const QString &method, std::optional<Money> amount = {}, const QString &code = {})
    {
        PaymentRequest request;
        request.method = method;
        request.amount = amount;
        request.giftCode = code;
        const auto outcome = *answered([&](const CommandId &id) { return checkout().pay(id, request); });
        if (outcome.state == IntentState::Sent)
            must(checkout().finishCharge(outcome.intent, terminal.charge(outcome.intent, outcome.asked, {})));
    }
    SaleOutcome sell()
    {
        return *answered([&](const CommandId &id) { return checkout().validate(id); });
    }
    void add(const QString &product, int quantity)
    {
        done([&](const CommandId &id) { return checkout().addProduct(id, product, quantity); });
    }
    /// As the window does: no promise before the disk has had its time, or another command has waited (docs/decisions/0030).
    void addUnsynced(const QString &product)
    {
        const UnsyncedCommits unsynced{workplace().db()};
        m_lately.push_back(CommandId::generate());
        must(checkout().addProduct(m_lately.back(), product, 1));
    }
    void sellGiftCard()
    {
        done([&](const CommandId &id) { return checkout().sellGift(id, GiftKind::Card, cents(30'000), dayGiftCode); });
        lay(u"cash"_s);
        sell();
    }
    void parkAndRecall()
    {
        done([&](const CommandId &id) { return checkout().park(id, u"A"_s); });
        const Id<Cart> parked = must(checkout().parked()).front().id;
        done([&](const CommandId &id) { return checkout().recall(id, parked); });
    }
    void sellOne(int number)
    {
        add(u"ours"_s, 1 + number % 3);
        if (m_waitsForDisk)
            addUnsynced(u"ours"_s);
        if (number % 2 == 0) {
            workplace().sync();
            promise();
        }
        if (number % 4 == 1)
            parkAndRecall();
        if (number % 3 == 1)
            lay(u"bancontact"_s);
        else if (number % 3 == 2)
            lay(u"gift_card"_s, cents(1000), dayGiftCode);
        if (number % 3 != 1)
            lay(u"cash"_s, cents(10'000));
        const QString dossier = sell().dossierNumber;
        if (number % 6 == 5)
            done([&](const CommandId &id) {
                return DossierDesk{workplace()}.refund(id, dossier, {.lines = {}, .reason = u"retour"_s, .restock = true},
                                                       {.method = u"cash"_s, .reference = {}, .giftCode = {}});
            });
    }
    void sellDay()
    {
        done([&](const CommandId &id) { return desk().open(id, {.amount = cents(10'000), .clockConfirmed = true}); });
        if (must(checkout().view()).cart.isEmpty() && m_commands.size() == 1)
            sellGiftCard();
        for (int number = 0; number < sales; ++number) {
            clock.advance(std::chrono::minutes{3});
            sellOne(number);
        }
        done([&](const CommandId &id) { return StockDesk{workplace()}.move(id, u"ours"_s, StockMovementKind::Restock, 12); });
        done([&](const CommandId &id) { return desk().xReport(id); });
        done([&](const CommandId &id) { return desk().close(id, {.countedCash = cents(20'000), .nextFloat = cents(10'000)}); });
    }

    /// What a power cut leaves, opened again: empty when all that was answered is there and holds.
    QString problemAfter(const QMap<QString, QByteArray> &disk, qint64 answered, bool verifies)
    {
        const QTemporaryDir place;
        const QString file = place.filePath(u"till.db"_s);
        for (const QString &part : {u"till.db"_s, u"till.db-wal"_s}) {
            QFile written{place.filePath(part)};
            if (!written.open(QFile::WriteOnly) || written.write(disk.value(part)) != disk.value(part).size())
                return u"the disk of the test is full"_s;
        }
        const QString problem = problemIn(file, static_cast<size_t>(answered));
        return problem.isEmpty() && verifies ? problemOfChain(file) : problem;
    }

    QString problemIn(const QString &file, size_t answered)
    {
        // The cut is over: no need to wait for this disk.
        const auto opened = Database::open(file, {.synchronousFull = false});
        if (!opened)
            return opened.error().detail;
        Database &db = **opened;
        const auto check = db.pragma(u"PRAGMA quick_check(1)"_s);
        if (!check || check->toString() != u"ok"_s)
            return u"the file is damaged"_s;
        const qint64 facts = selectInteger(db, selectHeadNumber).value_or(-1);
        if (facts < m_heads[answered] || (answered + 1 < m_heads.size() && facts > m_heads[answered + 1]))
            return u"%1 facts were answered for, %2 are there"_s.arg(m_heads[answered]).arg(facts);
        for (size_t promised = 0; promised < answered; ++promised)
            for (const CommandId &command : m_commands[promised])
                if (const auto kept = WorkingStore{db}.answer(command); !kept || !*kept)
                    return u"an answer of promise %1 is gone"_s.arg(promised);
        return {};
    }

    QString problemOfChain(const QString &file)
    {
        TillProjector replaying;
        VerifyOptions options;
        options.record = m_record;
        options.threads = 1;
        const auto report = verifyLedger(file, options, replaying);
        if (!report)
            return report.error().detail;
        return report->defect ? report->defect->what : QString{};
    }

    std::vector<std::vector<CommandId>> m_commands; ///< What each promise is about.
    std::vector<CommandId> m_lately;                ///< Done since the last promise.
    std::vector<qint64> m_heads;                    ///< The last fact after so many promises.
    std::vector<RecordingVfs::Step> m_steps;
    TillIdentity m_record;
    size_t m_begin = 0;
    bool m_waitsForDisk = true;
};

} // namespace

TEST_CASE("power cuts: at 500 points of two days at the till, every answered command is there, once and whole")
{
    RecordedDay day{true};
    const QStringList problems = day.cutPower(cuts);
    INFO(problems.join(u'\n').left(2000).toStdString());
    CHECK(problems.isEmpty());
}

TEST_CASE("power cuts: a till that does not wait for its disk would lose what it answered for")
{
    RecordedDay day{false};
    CHECK(day.cutPower(30).size() > 10);
}

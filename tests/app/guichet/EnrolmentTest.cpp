// SPDX-License-Identifier: GPL-3.0-or-later
// A till in its window and a real centre: enrolled by a scan of the QR, without a restart.
#include "app/guichet/Composition.h"
#include "app/guichet/TillTakeOver.h"
#include "core/usecases/Staff.h"
#include "sync/central/CentralServer.h"
#include "tests/app/guichet/WaitFor.h"
#include "tests/support/Catch.h"
#include "ui/widgets/Banner.h"

#include <QAbstractButton>
#include <QFile>
#include <QLineEdit>
#include <QTemporaryDir>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

/// A centre with one account that serves on this machine.
struct HouseCentre
{
    HouseCentre()
    {
        REQUIRE(centre->addAccount({u"roches"_s, u"Domaine des Roches-Brunes"_s}));
        port = server->start(QHostAddress::LocalHost, 0).value();
    }
    QString newCode() const { return centre->addTill(u"roches"_s, u"Caisse"_s).value().enrolment; }
    QString invitation(const QString &code) const
    {
        return invitationText({.url = centralUrl(u"http://127.0.0.1:%1"_s.arg(port)).value(), .code = code}).value();
    }
    CentralTill till() const { return centre->accounts().tills(u"roches"_s).value().front(); }

    QTemporaryDir folder;
    SimulatedClock clock{fromRfc3339(u"2026-11-25T14:10:00.000+01:00"_s)};
    std::unique_ptr<Centre> centre = Centre::open(folder.path(), clock).value();
    std::unique_ptr<CentralServer> server = std::make_unique<CentralServer>(*centre);
    quint16 port = 0;
};

/// The demo till in its window, with somebody connected, on the page *Plus*.
class ShownTill
{
public:
    ShownTill(const QString &user, const QString &pin)
    {
        TillCreation creation;
        creation.demo = true;
        creation.secretStore = u"file"_s;
        REQUIRE(createTill(m_folder.path(), creation, m_clock));
        m_composition = std::make_unique<Composition>(*qobject_cast<QApplication *>(QCoreApplication::instance()),
                                                      StartOptions{.dataFolder = m_folder.path(),
                                                                   .language = Language::French,
                                                                   .mode = Mode::Light,
                                                                   .size = {1280, 800},
                                                                   .clock = m_clock.now()});
        m_composition->start();
        REQUIRE(waitFor([this] { return m_composition->window() != nullptr; }));
        REQUIRE(m_composition->till().call([=](Workplace &workplace) { return Staff{workplace}.logIn(user, pin).has_value(); }).result());
        m_composition->window()->start();
        REQUIRE(waitFor([this] { return m_composition->window()->place() == Place::Opening; }));
        m_composition->window()->go(Place::Help, u"centre"_s);
        REQUIRE(waitFor([this] { return button(u"centre.enrol"_s) != nullptr; }));
    }
    QAbstractButton *button(const QString &name) const
    {
        for (auto *found : m_composition->window()->findChildren<QAbstractButton *>(name))
            if (found->isVisible())
                return found;
        return nullptr;
    }
    QString text(const QString &field) const { return m_composition->window()->findChild<QLineEdit *>(field)->text(); }
    QString failure() const { return m_composition->window()->findChild<Banner *>(u"enrol.failure"_s)->text(); }
    CentreState state() const
    {
        return m_composition->till().call([](Workplace &workplace) { return SyncLedger{*workplace.ledger}.state().value(); }).result();
    }
    MainWindow &window() const { return *m_composition->window(); }

private:
    QTemporaryDir m_folder;
    SimulatedClock m_clock{fromRfc3339(u"2026-11-25T14:10:00.000+01:00"_s)};
    std::unique_ptr<Composition> m_composition;
};

} // namespace

TEST_CASE("A certificate that is not there is a wrong entry of its field, and so is a file that cannot be one")
{
    const QTemporaryDir folder;
    CHECK(certificateIn({}) == QByteArray{});
    const QString path = folder.filePath(u"centre.pem"_s);
    CHECK(certificateIn(path).error().code == ErrorCode::InvalidInput);
    CHECK(certificateIn(path).error().values == QStringList{u"authority"_s, u"unreadable"_s});
    QFile file{path};
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(30'000, 'x'));
    file.close();
    CHECK(certificateIn(path).error().values == QStringList{u"authority"_s, u"not a certificate"_s});
}

TEST_CASE("A till is enrolled by a scan of the centre's QR, and exchanges at once without a restart")
{
    const HouseCentre house;
    const ShownTill till{u"Claire"_s, u"5555"_s};
    const QString code = house.newCode();
    till.window().takeScan(house.invitation(code));
    CHECK(till.text(u"enrol.address"_s) == u"http://127.0.0.1:%1"_s.arg(house.port));
    CHECK(till.text(u"enrol.code"_s) == code);
    till.button(u"enrol.enrol"_s)->click();
    CHECK_FALSE(till.button(u"enrol.enrol"_s)->isEnabled()); // once is once
    CHECK(waitFor([&] { return !house.till().uid.isEmpty(); }));
    CHECK(waitFor([&] { return till.button(u"enrol.enrol"_s) == nullptr; }));
    CHECK(waitFor([&] { return till.state().lastContact.isValid() && till.state().waiting == 0; }));
    CHECK(waitFor([&] { return till.button(u"centre.enrol"_s) == nullptr; })); // nothing is to be enrolled any more
}

TEST_CASE("A code that was used, and a centre that is not there, are said at the form; what was typed stays")
{
    HouseCentre house;
    const QString code = house.newCode();
    {
        const ShownTill first{u"Claire"_s, u"5555"_s};
        first.window().takeScan(house.invitation(code));
        first.button(u"enrol.enrol"_s)->click();
        REQUIRE(waitFor([&] { return first.state().enrolled; }));
    }
    const ShownTill till{u"Claire"_s, u"5555"_s};
    till.window().takeScan(house.invitation(code));
    till.button(u"enrol.enrol"_s)->click();
    CHECK(waitFor([&] { return till.failure().contains(u"n’est pas valable"_s); }));
    CHECK(till.text(u"enrol.code"_s) == code);
    house.server.reset();
    till.button(u"enrol.enrol"_s)->click();
    CHECK(waitFor([&] { return till.failure().contains(u"ne répond"_s); }));
    CHECK_FALSE(till.state().enrolled);
    CHECK(till.button(u"enrol.enrol"_s)->isEnabled());
}

TEST_CASE("A QR that only pretends to be that of a centre fills nothing, and the form says so")
{
    const HouseCentre house;
    const ShownTill till{u"Claire"_s, u"5555"_s};
    till.window().takeScan(u"guichet-enrol:http://evil.example#ABCDE12345"_s);
    CHECK(till.text(u"enrol.address"_s).isEmpty());
    REQUIRE(till.button(u"enrol.enrol"_s) != nullptr);
    CHECK_FALSE(till.button(u"enrol.enrol"_s)->isEnabled());
}

} // namespace guichet

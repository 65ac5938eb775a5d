// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/money/FormatMoney.h"
#include "tests/ui/pages/DevicesDesk.h"
#include "ui/devices/DeskState.h"

#include <QLineEdit>

namespace guichet {

TEST_CASE("A card terminal is chosen on its form; its secret is typed once, kept, and never shown again")
{
    DevicesDesk devices;
    devices.desk.pictures(u"devices"_s);
    devices.chooseZvt(u"192.0.2.10"_s);
    devices.desk.type(u"terminal.secret"_s, u"123456"_s);
    CHECK(devices.desk.findChild<QLineEdit *>(u"terminal.secret"_s)->echoMode() == QLineEdit::Password);
    devices.desk.pictures(u"devices-terminal"_s);
    devices.press(u"terminal.save"_s);
    CHECK(devices.terminal().kind == u"zvt-tcp"_s);
    CHECK(devices.terminal().address == u"192.0.2.10"_s);
    CHECK(devices.secret() == "123456");
    REQUIRE(devices.bench.used.size() == 1);
    CHECK(devices.bench.used.front() == devices.terminal());
    devices.press(u"terminal.setUp"_s);
    CHECK(devices.desk.findChild<QLineEdit *>(u"terminal.secret"_s)->text().isEmpty());
    devices.press(u"terminal.save"_s);
    CHECK(devices.secret() == "123456");
}

TEST_CASE("While a keychain asks for the secret of a terminal, the till goes on selling")
{
    DevicesDesk devices;
    devices.bench.asks = true;
    devices.chooseZvt(u"192.0.2.10"_s);
    devices.desk.type(u"terminal.secret"_s, u"123456"_s);
    devices.desk.press(u"terminal.save"_s);
    REQUIRE(devices.bench.asked.tryAcquire(1, FakeDeviceBench::longestAnswer));
    CHECK_FALSE(devices.desk.sell().isEmpty());
    CHECK(devices.terminal().kind == u"manual"_s);
    CHECK(devices.bench.used.empty()); // it has waited all the time
    devices.bench.answered.release();
    devices.settle();
    CHECK(devices.terminal().kind == u"zvt-tcp"_s);
    CHECK(devices.secret() == "123456");
}

TEST_CASE("What a form lacks is said on it; the form of a terminal stays until its settings do")
{
    DevicesDesk devices;
    devices.chooseZvt({});
    devices.press(u"terminal.save"_s);
    CHECK(devices.says(u"device.words"_s).startsWith(u"Adresse\u00A0: il manque"_s));
    CHECK(devices.desk.has(u"terminal.save"_s));
    CHECK(devices.terminal().kind == u"manual"_s); // nothing is stored
    CHECK(devices.bench.used.empty());
    devices.desk.type(u"terminal.port"_s, u"99999"_s);
    devices.press(u"terminal.save"_s);
    CHECK(devices.terminal().port == 0);
    devices.page->goBack();
    devices.press(u"printer.setUp"_s);
    devices.choose(u"printer.way"_s, u"usb:"_s);
    devices.press(u"printer.save"_s);
    CHECK(devices.says(u"device.words"_s) == u"Il manque l’adresse de l’imprimante."_s);
    CHECK(devices.desk.ask([](Workplace &workplace) { return workplace.settings.receiptPrinter; }) == u"screen"_s);
}

TEST_CASE(
    "A password that cannot be one is refused on the form with its name; the terminal in use keeps its own, and nothing says enregistré")
{
    DevicesDesk devices;
    devices.chooseZvt(u"192.0.2.10"_s);
    devices.desk.type(u"terminal.secret"_s, u"000000"_s);
    devices.press(u"terminal.save"_s);
    const TerminalSettings before = devices.terminal();
    const auto toasts = devices.desk.navigator.toasts.size();
    CHECK(toasts == 1);
    devices.press(u"terminal.setUp"_s);
    devices.desk.type(u"terminal.secret"_s, u"1234"_s);
    devices.press(u"terminal.save"_s);
    CHECK(devices.says(u"device.words"_s) == u"Mot de passe\u00A0: il faut six chiffres. Vérifiez ce qui a été encodé."_s);
    CHECK(devices.desk.navigator.toasts.size() == toasts);
    CHECK(devices.desk.has(u"terminal.save"_s));
    CHECK(devices.terminal() == before);
    CHECK(devices.secret() == "000000");
}

TEST_CASE("Settings with which the terminal cannot be made are kept and said to be incomplete, without a word that all is well")
{
    DevicesDesk devices;
    devices.press(u"terminal.setUp"_s);
    devices.choose(u"terminal.kind"_s, u"plugin"_s); // the fake bench wants an address of it, too
    devices.press(u"terminal.save"_s);
    CHECK(devices.says(u"device.words"_s).startsWith(u"Adresse"_s));
    CHECK(devices.desk.has(u"terminal.save"_s));
    CHECK(devices.desk.navigator.toasts.isEmpty());
    CHECK(devices.terminal().kind == u"plugin"_s);
    CHECK(devices.says(u"terminal.state"_s).startsWith(u"Réglages incomplets"_s));
}

TEST_CASE("An address is verified before it is kept")
{
    DevicesDesk devices;
    devices.chooseZvt(u"192.0.2.10"_s);
    devices.desk.type(u"terminal.port"_s, u"8443"_s);
    devices.press(u"device.probe"_s);
    CHECK(devices.says(u"device.words"_s) == u"Quelqu’un répond à cette adresse."_s);
    devices.desk.type(u"terminal.port"_s, u"8444"_s);
    devices.press(u"device.probe"_s);
    CHECK(devices.says(u"device.words"_s).startsWith(u"Rien ne répond"_s));
}

TEST_CASE("A terminal says in words whether it is ready, what it counted and what it is asked about")
{
    TerminalFacts facts;
    facts.settings.kind = u"zvt-serial"_s;
    facts.settings.address = u"/dev/ttyUSB0"_s;
    const std::vector<FoundPort> plugged{{.kind = FoundPort::Kind::Serial, .path = u"/dev/ttyUSB0"_s, .title = {}}};
    CHECK(presentTerminal(facts, {}, {}).state == u"Débranché : /dev/ttyUSB0 n’est pas là"_s);
    CHECK(presentTerminal(facts, plugged, {}).state == u"Pas encore essayé"_s);
    const QDateTime at = fromRfc3339(u"2026-11-25T14:12:00.000+01:00"_s);
    facts.lastTry = DeviceTry{.at = at, .answer = u"OK"_s};
    CHECK(presentTerminal(facts, plugged, {}).tone == Tone::Positive);
    facts.lastTry = DeviceTry{.at = at, .answer = failure(ErrorCode::TerminalBusy)};
    CHECK(presentTerminal(facts, plugged, {}).tone == Tone::Danger);
    CHECK_FALSE(presentTerminal(facts, plugged, {}).actions.contains(u"terminal.ask"_s));
    facts.doubts = 1;
    facts.totals = TerminalTotals{.rows = {{u"Bancontact"_s, 3, Money::fromCents(4'500)}, {u"Visa"_s, 1, Money::fromCents(1'000)}}};
    const DeviceCardState card = presentTerminal(facts, plugged, {});
    CHECK(card.actions.contains(u"terminal.ask"_s));
    REQUIRE(card.totals.size() == 3);
    CHECK(card.totals.back().second == u"4 opérations · "_s + formatMoney(Money::fromCents(5'500)));
    facts.trying = true;
    CHECK(presentTerminal(facts, plugged, {}).actions == QStringList{u"terminal.setUp"_s});
}

TEST_CASE("A nexo terminal says whose root certificate it is believed on; its notices may be read on a port")
{
    TerminalFacts facts;
    facts.settings.kind = u"nexo"_s;
    const auto root = [&] {
        const auto rows = presentTerminal(facts, {}, {}).rows;
        return std::ranges::find(rows, u"Certificat racine"_s, &std::pair<QString, QString>::first)->second;
    };
    CHECK(root() == u"aucun"_s);
    facts.settings.rootPem = u"-----BEGIN CERTIFICATE-----\nQUJD\n-----END CERTIFICATE-----\n"_s;
    CHECK(root().startsWith(u"Attention : aucun des deux d’Adyen (empreinte B5D4045C3F466FA9…)"_s));

    DevicesDesk devices;
    devices.enter();
    devices.press(u"terminal.setUp"_s);
    devices.choose(u"terminal.kind"_s, u"nexo"_s);
    devices.desk.type(u"terminal.address"_s, u"192.0.2.10"_s);
    devices.desk.type(u"terminal.noticePort"_s, u"4103"_s);
    devices.press(u"terminal.save"_s);
    CHECK(devices.terminal().noticePort == 4103);
    devices.press(u"terminal.setUp"_s);
    devices.desk.type(u"terminal.noticePort"_s, {});
    devices.press(u"terminal.save"_s);
    CHECK(devices.terminal().noticePort == 0);
}

TEST_CASE("A vendor’s module is named on the card; an address only where it has one")
{
    TerminalFacts facts;
    facts.settings.kind = u"plugin"_s;
    facts.settings.library = u"/opt/acme/terminal.so"_s;
    const auto titles = [&] {
        QStringList words;
        for (const auto &[title, value] : presentTerminal(facts, {}, {}).rows)
            words << title;
        return words;
    };
    CHECK(titles() == QStringList{u"Sorte"_s, u"Module"_s, u"Secret"_s, u"À la fermeture"_s});
    facts.settings.address = u"192.0.2.10"_s;
    CHECK(titles().contains(u"Adresse"_s));

    DevicesDesk devices;
    devices.enter();
    devices.press(u"terminal.setUp"_s);
    devices.choose(u"terminal.kind"_s, u"plugin"_s);
    for (const QString &field :
         {u"terminal.library"_s, u"terminal.address"_s, u"terminal.port"_s, u"terminal.options"_s, u"terminal.secret"_s})
        CHECK(devices.desk.findChild<QLineEdit *>(field)->isVisible());
    CHECK_FALSE(devices.desk.findChild<QLineEdit *>(u"terminal.poiId"_s)->isVisible());
}

TEST_CASE("A certificate pasted into one line is PEM again")
{
    CHECK(pemOf(u"-----BEGIN CERTIFICATE----- QUJD REVG -----END CERTIFICATE-----"_s) ==
          u"-----BEGIN CERTIFICATE-----\nQUJDREVG\n-----END CERTIFICATE-----\n"_s);
    CHECK(pemOf(u" no certificate "_s) == u"no certificate"_s);
}

} // namespace guichet

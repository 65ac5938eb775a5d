// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Catch.h"
#include "tests/ui/support/Picture.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/KeyHints.h"
#include "ui/widgets/Sheet.h"
#include "ui/widgets/TextLabel.h"
#include "ui/widgets/Toast.h"
#include "ui/widgets/Translation.h"
#include "ui/widgets/WavPlayer.h"

#include <QApplication>
#include <QFile>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

struct HostFixture
{
    QWidget window;
    QWidget *host = new QWidget{&window};
    QLineEdit *search = new QLineEdit{&window};

    HostFixture()
    {
        host->setGeometry(0, 50, 400, 400);
        search->setGeometry(0, 0, 300, 48);
        picture(window, {600, 480}, u"host"_s);
        window.activateWindow();
        search->setFocus();
    }
};

} // namespace

TEST_CASE_METHOD(HostFixture, "a sheet covers its host and nothing else, follows its size, and is no window")
{
    Sheet *sheet = new Sheet{host};
    CHECK_FALSE(sheet->isOpen());
    sheet->open();
    CHECK(sheet->isOpen());
    CHECK_FALSE(sheet->isWindow());
    CHECK(sheet->geometry() == host->rect());
    host->resize(300, 300);
    CHECK(sheet->geometry() == host->rect());
}

TEST_CASE_METHOD(HostFixture, "Esc on a sheet goes back without harm, and the focus returns where it was")
{
    Sheet *sheet = new Sheet{host};
    auto *field = new QLineEdit;
    sheet->setContent(field);
    QSignalSpy closed{sheet, &Sheet::closed};
    sheet->open();
    CHECK(field->hasFocus());
    QTest::keyClick(field, Qt::Key_Escape);
    CHECK_FALSE(sheet->isOpen());
    CHECK(closed.size() == 1);
    CHECK(search->hasFocus());
    sheet->close();
    CHECK(closed.size() == 1);
}

TEST_CASE_METHOD(HostFixture, "a sheet that must ask before it closes stays open on Esc")
{
    Sheet *sheet = new Sheet{host};
    sheet->setClosesOnBack(false);
    QSignalSpy asked{sheet, &Sheet::backRequested};
    sheet->open();
    QTest::keyClick(sheet, Qt::Key_Escape);
    CHECK(asked.size() == 1);
    CHECK(sheet->isOpen());
}

TEST_CASE_METHOD(HostFixture, "the buttons of a sheet are found by name and pressed by their key")
{
    Sheet *sheet = new Sheet{host};
    BigButton *add = sheet->addButton(u"Ajouter"_s, BigButton::Kind::Primary, u"add"_s);
    add->setKey(Qt::Key_F9);
    QSignalSpy pressed{add, &BigButton::clicked};
    sheet->open();
    QTest::keyClick(&window, Qt::Key_F9);
    CHECK(pressed.size() == 1);
    sheet->clearButtons();
    settle();
    CHECK(sheet->findChild<BigButton *>(u"add"_s) == nullptr);
}

TEST_CASE_METHOD(HostFixture, "toasts wait for one another, the same one twice is one, and none takes the focus")
{
    ToastArea *toasts = new ToastArea{host};
    toasts->show(u"un"_s);
    toasts->show(u"un"_s);
    toasts->show(u"deux"_s, Tone::Danger);
    toasts->show(u"deux"_s, Tone::Danger);
    CHECK(toasts->text() == u"un"_s);
    CHECK(toasts->waiting() == 1);
    CHECK(search->hasFocus());
    QTest::mouseClick(toasts, Qt::LeftButton);
    CHECK(toasts->text() == u"deux"_s);
    CHECK(toasts->isVisible());
    CHECK(host->rect().contains(toasts->geometry()));
    toasts->dismiss();
    CHECK_FALSE(toasts->isVisible());
    CHECK(toasts->text().isEmpty());
}

TEST_CASE_METHOD(HostFixture, "a toast never covers the main button of the page")
{
    auto *pay = new BigButton{u"PAYER"_s, BigButton::Kind::Primary, host};
    pay->setGeometry(0, host->height() - 90, host->width(), 72);
    pay->show();
    ToastArea *toasts = new ToastArea{host};
    toasts->show(u"Panier gardé"_s);
    CHECK_FALSE(toasts->geometry().intersects(pay->geometry()));
    CHECK(host->rect().contains(toasts->geometry()));
}

TEST_CASE_METHOD(HostFixture, "a toast gives way to the page that comes under it, and to the words of a row")
{
    ToastArea *toasts = new ToastArea{host};
    toasts->show(u"Paiement accepté"_s);
    const QRect before = toasts->geometry();
    auto *next = new BigButton{u"VENTE SUIVANTE"_s, BigButton::Kind::Primary, host};
    next->setGeometry(60, host->height() - 90, host->width() - 120, 72);
    next->show();
    auto *row = new TextLabel{u"10:12 · Espèces"_s, TextRole::Body, Tone::Normal, host};
    row->setGeometry(16, host->height() - 160, host->width() - 32, 48);
    row->show();
    settle();
    CHECK(toasts->geometry() != before);
    CHECK_FALSE(toasts->geometry().intersects(next->geometry()));
    const QRect words = QFontMetrics{row->font()}.boundingRect(row->geometry(), Qt::AlignLeft | Qt::AlignVCenter, row->text());
    CHECK_FALSE(toasts->geometry().intersects(words));
    CHECK(host->rect().contains(toasts->geometry()));
    toasts->clear();
}

TEST_CASE_METHOD(HostFixture, "Enter presses the button that has the focus")
{
    auto *button = new BigButton{u"Garder"_s, BigButton::Kind::Normal, host};
    button->show();
    QSignalSpy pressed{button, &BigButton::clicked};
    QTest::keyClick(button, Qt::Key_Return);
    QTest::keyClick(button, Qt::Key_Enter);
    CHECK(pressed.size() == 2);
}

TEST_CASE_METHOD(HostFixture, "a toast goes by itself, sooner when another one waits")
{
    ToastArea *toasts = new ToastArea{host};
    toasts->show(ToastState{.text = u"bref"_s, .duration = std::chrono::milliseconds{30}});
    CHECK(QTest::qWaitFor([&] { return !toasts->isVisible(); }, 2'000));
    toasts->show(ToastState{.text = u"sans fin"_s, .duration = std::chrono::milliseconds{0}});
    toasts->show(u"suivant"_s);
    CHECK(QTest::qWaitFor([&] { return toasts->text() == u"suivant"_s; }, 3'000));
}

TEST_CASE_METHOD(HostFixture, "the word of a toast tells which toast it answered")
{
    ToastArea *toasts = new ToastArea{host};
    QSignalSpy answered{toasts, &ToastArea::actionTriggered};
    toasts->show(ToastState{.text = u"Ligne retirée"_s, .action = u"Annuler"_s});
    toasts->findChild<BigButton *>(u"toastAction"_s)->click();
    REQUIRE(answered.size() == 1);
    CHECK(answered[0][0].toString() == u"Ligne retirée"_s);
    CHECK_FALSE(toasts->isVisible());
}

TEST_CASE("a banner is there as long as its cause")
{
    QWidget window;
    Banner *banner = new Banner{&window};
    picture(window, {600, 200}, u"banner"_s);
    CHECK_FALSE(banner->isVisible());
    banner->render({u"Plus de papier"_s, Tone::Warning, u"Détail"_s});
    CHECK(banner->isVisible());
    QSignalSpy action{banner, &Banner::actionTriggered};
    banner->findChild<BigButton *>(u"bannerAction"_s)->click();
    CHECK(action.size() == 1);
    banner->render({});
    CHECK_FALSE(banner->isVisible());
}

TEST_CASE_METHOD(HostFixture, "holding Alt shows the key of each visible button, and any other key hides them")
{
    auto *pay = new BigButton{u"PAYER"_s, BigButton::Kind::Primary, host};
    pay->setGeometry(20, 100, 200, 72);
    pay->setKey(Qt::Key_F12);
    pay->setText(u"PAYER 12,80 €"_s); // a new text must not take the key away
    pay->show();
    auto *hidden = new BigButton{u"caché"_s, BigButton::Kind::Normal, host};
    hidden->setKey(Qt::Key_F2);
    hidden->hide();
    auto *hints = new KeyHints{&window};
    REQUIRE(hints->hints().size() == 1);
    CHECK(hints->hints()[0].key == u"F12"_s);
    CHECK(hints->hints()[0].target == QRect{20, 150, 200, 72});
    QTest::keyPress(search, Qt::Key_Alt);
    CHECK(QTest::qWaitFor([&] { return hints->isVisible(); }, 2'000));
    picture(window, {600, 480}, u"hints"_s);
    QTest::keyRelease(search, Qt::Key_Alt);
    CHECK_FALSE(hints->isVisible());
}

TEST_CASE_METHOD(HostFixture, "under an open sheet the keys of the shelf are not offered")
{
    auto *below = new BigButton{u"dessous"_s, BigButton::Kind::Normal, host};
    below->setGeometry(20, 100, 200, 72);
    below->setKey(Qt::Key_F2);
    below->show();
    auto *hints = new KeyHints{&window};
    Sheet *sheet = new Sheet{host};
    CHECK(hints->hints().size() == 1);
    sheet->open();
    hints->reveal();
    CHECK(hints->hints().empty());
}

TEST_CASE_METHOD(HostFixture, "under an open sheet no key presses the page, nor what stands beside; of two sheets the upper one hears")
{
    const auto make = [](QWidget *parent, Qt::Key key, BigButton::Reach reach = BigButton::Reach::Page) {
        auto *button = new BigButton{u"bouton"_s, BigButton::Kind::Normal, parent};
        button->setKey(key, reach);
        button->show();
        return button;
    };
    BigButton *beside = make(&window, Qt::Key_F12); // as the cart is
    BigButton *lock = make(&window, Qt::Key_F9, BigButton::Reach::Everywhere);
    Sheet lower{host};
    auto *ofLower = lower.addButton(u"relier"_s, BigButton::Kind::Primary, u"lower"_s);
    ofLower->setKey(Qt::Key_F12);
    Sheet upper{host};
    auto *ofUpper = upper.addButton(u"envoyer"_s, BigButton::Kind::Primary, u"upper"_s);
    ofUpper->setKey(Qt::Key_F12);
    QSignalSpy page{beside, &BigButton::clicked};
    QSignalSpy locked{lock, &BigButton::clicked};
    QSignalSpy first{ofLower, &BigButton::clicked};
    QSignalSpy second{ofUpper, &BigButton::clicked};
    const auto press = [&](Qt::Key key) { QTest::keyClick(&window, key); };
    press(Qt::Key_F12);
    CHECK(page.size() == 1);
    lower.open();
    press(Qt::Key_F12);
    press(Qt::Key_F9);
    CHECK(page.size() == 1);
    CHECK(first.size() == 1);
    CHECK(locked.size() == 1);
    upper.open();
    press(Qt::Key_F12);
    CHECK(page.size() == 1);
    CHECK(first.size() == 1);
    CHECK(second.size() == 1);
    upper.close();
    lower.close();
    press(Qt::Key_F12);
    CHECK(page.size() == 2);
}

TEST_CASE("the words of the kit exist in Dutch")
{
    REQUIRE(installTranslation(*qApp, Language::Dutch));
    QWidget host;
    Sheet sheet{&host};
    CHECK(sheet.findChild<BigButton *>(u"sheetBack"_s)->text() == u"Terug"_s);
    CHECK_FALSE(installTranslation(*qApp, Language::German));
}

TEST_CASE("every sound is in the program and is a WAV file")
{
    const WavPlayer player;
    for (const Sound sound : {Sound::ScanAccepted, Sound::ScanUnknown, Sound::PaymentApproved, Sound::PaymentRefused}) {
        QFile file{WavPlayer::resourceOf(sound)};
        REQUIRE(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        CHECK(bytes.startsWith("RIFF"));
        CHECK(bytes.mid(8, 4) == "WAVE");
        CHECK(bytes.size() > 2'000);
    }
}

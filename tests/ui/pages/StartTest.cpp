// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Catch.h"
#include "tests/ui/support/Picture.h"
#include "ui/start/FirstStartScreen.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/TextLabel.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

void fill(const FirstStartScreen &page, const QString &field, const QString &text)
{
    auto *edit = page.findChild<QLineEdit *>(field);
    REQUIRE(edit);
    edit->setText(text);
}

void fillAll(const FirstStartScreen &page)
{
    const std::pair<QString, QString> values[] = {{u"start.name"_s, u"Grottes de Papier SRL"_s},
                                                  {u"start.enterprise"_s, u"BE 0123.456.749"_s},
                                                  {u"start.street"_s, u"Rue du Gouffre 1"_s},
                                                  {u"start.postcode"_s, u"5000"_s},
                                                  {u"start.city"_s, u"Namur"_s},
                                                  {u"start.till"_s, u"Accueil"_s},
                                                  {u"start.iban"_s, u"BE68 5390 0754 7034"_s},
                                                  {u"start.administrator"_s, u"Claire"_s},
                                                  {u"start.pin"_s, u"4821"_s},
                                                  {u"start.pinAgain"_s, u"4821"_s}};
    for (const auto &[field, value] : values)
        fill(page, field, value);
}

} // namespace

TEST_CASE("The demo is one tap away")
{
    FirstStartScreen page;
    QSignalSpy wanted{&page, &FirstStartScreen::creationWanted};
    picture(page, {1280, 800}, u"start-choice"_s);
    page.findChild<QAbstractButton *>(u"start.demo"_s)->click();
    REQUIRE(wanted.count() == 1);
    CHECK(wanted.front().front().value<TillCreation>().demo);
}

TEST_CASE("A till of one's own can be made once everything is right, and says what is missing until then")
{
    FirstStartScreen page;
    QSignalSpy wanted{&page, &FirstStartScreen::creationWanted};
    page.findChild<QAbstractButton *>(u"start.own"_s)->click();
    auto *create = page.findChild<QAbstractButton *>(u"start.create"_s);
    CHECK_FALSE(create->isEnabled());
    fillAll(page);
    CHECK(create->isEnabled());
    applyTheme(*qApp, Mode::Dark);
    picture(page, {1280, 800}, u"start-form-dark"_s);
    applyTheme(*qApp, Mode::Light);
    picture(page, {1024, 768}, u"start-form-1024"_s);
    fill(page, u"start.iban"_s, u"BE68 5390 0754 7035"_s);
    CHECK_FALSE(create->isEnabled());
    fill(page, u"start.iban"_s, {});
    fill(page, u"start.enterprise"_s, u"0123456789"_s);
    CHECK_FALSE(create->isEnabled());
    picture(page, {1280, 800}, u"start-form-wrong"_s);
    fill(page, u"start.enterprise"_s, u"0123456749"_s);
    create->click();
    REQUIRE(wanted.count() == 1);
    const auto creation = wanted.front().front().value<TillCreation>();
    CHECK(creation.attraction[u"enterpriseNumber"_s].toString() == u"0123456749"_s);
    CHECK(creation.tillName == u"Accueil"_s);
    CHECK(creation.pin == u"4821"_s);
}

TEST_CASE("A failure is a sentence, and the form stays as it was typed")
{
    FirstStartScreen page;
    page.findChild<QAbstractButton *>(u"start.own"_s)->click();
    fillAll(page);
    page.setBusy(true);
    CHECK_FALSE(page.findChild<QAbstractButton *>(u"start.create"_s)->isEnabled());
    page.showFailure({.code = ErrorCode::FolderReadOnly});
    picture(page, {1280, 800}, u"start-failure"_s);
    CHECK(page.findChild<QAbstractButton *>(u"start.create"_s)->isEnabled());
    CHECK(page.findChild<QLineEdit *>(u"start.city"_s)->text() == u"Namur"_s);
}

TEST_CASE("a machine that has no till yet is not told to sell on, whatever the centre says")
{
    for (const ErrorCode code : {ErrorCode::CentreUnreachable, ErrorCode::CentreNotTrusted, ErrorCode::CentreRefused,
                                 ErrorCode::CodeRejected, ErrorCode::TillRevoked, ErrorCode::TillReplaced, ErrorCode::ChainBroken}) {
        FirstStartScreen page;
        page.showFailure({.code = code});
        const QString sentence = page.findChild<Banner *>(u"start.failure"_s)->text();
        INFO(sentence.toStdString());
        CHECK_FALSE(sentence.isEmpty());
        CHECK_FALSE(sentence.contains(u"vendre"_s));
        CHECK_FALSE(sentence.contains(u"journée"_s));
    }
}

TEST_CASE("the place of a till is asked for with an address and a code, as they are typed or scanned")
{
    CHECK_FALSE(presentReplacement({}).canReplace);
    ReplacementInput input{.centre = {.address = u"centrale.exemple.be"_s, .code = u"abcde-12345"_s}};
    CHECK(presentReplacement(input).canReplace);
    CHECK(plainReplacement(input).centre.address == u"https://centrale.exemple.be");
    CHECK(plainReplacement(input).centre.code == u"ABCDE12345");
    input.centre.code = u"ABCDE"_s;
    CHECK_FALSE(presentReplacement(input).canReplace);
    input.centre.code = u"ABCDEU2345"_s; // no such sign
    CHECK(presentCentreForm(input.centre).code.tone == Tone::Danger);
    input.centre = {.address = u"http://centrale.exemple.be"_s, .code = u"ABCDE12345"_s};
    CHECK(presentCentreForm(input.centre).address.tone == Tone::Danger); // the token would be read on the way
    input.centre.address = u"http://127.0.0.1:8765"_s;
    CHECK(presentReplacement(input).canReplace);
    input.pin = u"12"_s;
    CHECK_FALSE(presentReplacement(input).canReplace);
}

TEST_CASE("the page of the first start sends what was typed to take a till's place, and comes back")
{
    FirstStartScreen screen;
    QSignalSpy wanted{&screen, &FirstStartScreen::replacementWanted};
    screen.resize(1280, 800);
    screen.show();
    QTest::mouseClick(screen.findChild<QAbstractButton *>(u"start.replace"_s), Qt::LeftButton);
    screen.findChild<QLineEdit *>(u"replace.address"_s)->setText(u"https://centrale.exemple.be"_s);
    auto *code = screen.findChild<QLineEdit *>(u"replace.code"_s);
    QTest::keyClicks(code, u"ABCDE12345"_s);
    QTest::keyClick(code, Qt::Key_Return); // as a scanner does
    REQUIRE(wanted.size() == 1);
    CHECK(wanted.front().front().value<ReplacementInput>().centre.code == u"ABCDE12345");
    QTest::mouseClick(screen.findChild<QAbstractButton *>(u"replace.back"_s), Qt::LeftButton);
    CHECK(screen.findChild<QAbstractButton *>(u"start.own"_s)->isVisible());
}

TEST_CASE("a scan of the centre's QR fills address and code, into whichever of both the scanner types")
{
    for (const QString &field : {u"replace.address"_s, u"replace.code"_s}) {
        FirstStartScreen screen;
        QSignalSpy wanted{&screen, &FirstStartScreen::replacementWanted};
        screen.resize(1280, 800);
        screen.show();
        QTest::mouseClick(screen.findChild<QAbstractButton *>(u"start.replace"_s), Qt::LeftButton);
        auto *edit = screen.findChild<QLineEdit *>(field);
        edit->setFocus();
        QTest::keyClicks(edit, u"guichet-enrol:https://centrale.exemple.be#ABCDE12345"_s);
        CHECK(screen.findChild<QLineEdit *>(u"replace.address"_s)->text() == u"https://centrale.exemple.be");
        CHECK(screen.findChild<QLineEdit *>(u"replace.code"_s)->text() == u"ABCDE12345");
        CHECK(screen.findChild<QAbstractButton *>(u"replace.replace"_s)->isEnabled());
        CHECK(wanted.isEmpty()); // its Enter, or a person, goes on
        QTest::keyClick(screen.findChild<QLineEdit *>(u"replace.code"_s), Qt::Key_Return);
        CHECK(wanted.size() == 1);
    }
}

TEST_CASE("a scan that is none of a centre's fills nothing, and is said; its code alone is taken too")
{
    CentreForm form{u"centre"_s, u"Code"_s};
    for (const QString &scan : {u"5412345678908"_s, u"guichet-enrol:http://centrale.exemple.be#ABCDE12345"_s}) {
        form.takeScan(scan);
        CHECK(form.access() == CentreAccess{});
        CHECK(form.findChild<TextLabel *>(u"centre.code.note"_s)->tone() == Tone::Danger);
        form.setAccess({});
        CHECK(form.findChild<TextLabel *>(u"centre.code.note"_s)->tone() == Tone::Muted);
    }
    form.takeScan(u"abcde12345"_s);
    CHECK(form.access().code == u"ABCDE12345");
    form.takeScan(u"guichet-enrol:https://centrale.exemple.be#ABCDE12345"_s);
    CHECK(presentCentreForm(form.access()).isWhole);
}

TEST_CASE("a code that the centre refuses is typed again where it stands: the error goes with the first change, and with its page")
{
    FirstStartScreen screen;
    QSignalSpy wanted{&screen, &FirstStartScreen::replacementWanted};
    screen.resize(1024, 768);
    screen.show();
    QTest::mouseClick(screen.findChild<QAbstractButton *>(u"start.replace"_s), Qt::LeftButton);
    auto *address = screen.findChild<QLineEdit *>(u"replace.address"_s);
    auto *code = screen.findChild<QLineEdit *>(u"replace.code"_s);
    auto *failure = screen.findChild<Banner *>(u"start.failure"_s);
    QTest::keyClicks(address, u"centrale.exemple.be"_s);
    QTest::keyClick(address, Qt::Key_Return);
    CHECK(screen.focusWidget() == code);
    QTest::keyClicks(code, u"ZZZZZZZZZZ"_s);
    QTest::keyClick(code, Qt::Key_Return);
    REQUIRE(wanted.size() == 1);
    const auto refuse = [&screen] {
        screen.setBusy(true);
        screen.showFailure({.code = ErrorCode::CodeRejected});
    };
    refuse();
    CHECK(failure->text().contains(u"code de remplacement"_s));
    CHECK(screen.focusWidget() == code);
    CHECK(screen.findChild<TextLabel *>(u"replace.code.note"_s)->text().isEmpty());
    QTest::keyClicks(code, u"A"_s);
    CHECK(code->text() == u"A"); // what was refused was selected
    CHECK(failure->isHidden());
    refuse();
    CHECK_FALSE(failure->isHidden());
    QTest::mouseClick(screen.findChild<QAbstractButton *>(u"replace.back"_s), Qt::LeftButton);
    CHECK(failure->isHidden());
}

TEST_CASE("the page that takes a till's place fits an old screen with an error above it, and its lines stand under their fields")
{
    FirstStartScreen screen;
    screen.findChild<QAbstractButton *>(u"start.replace"_s)->click();
    screen.showFailure({.code = ErrorCode::CentreUnreachable});
    picture(screen, {1024, 768}, u"start-replace-1024"_s);
    CHECK(screen.size() == QSize{1024, 768});
    CHECK(screen.minimumSizeHint().height() <= 768);
    for (const QString &field : {u"replace.address"_s, u"replace.code"_s, u"replace.authority"_s, u"replace.administrator"_s}) {
        INFO(field.toStdString());
        const auto *edit = screen.findChild<QLineEdit *>(field);
        const auto *note = screen.findChild<TextLabel *>(field + u".note"_s);
        CHECK((note->isHidden() || note->geometry().top() > edit->geometry().bottom() + 2));
        CHECK((note->isHidden() || note->height() >= note->heightForWidth(note->width())));
    }
}

} // namespace guichet

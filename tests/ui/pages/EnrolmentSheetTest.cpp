// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/pages/CentreDesk.h"
#include "ui/more/MoreScreen.h"
#include "ui/widgets/Banner.h"

#include <QLabel>
#include <QLineEdit>
#include <QTest>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

/// Answers what it is told; remembers what it was asked.
struct ToldEnrolment final : CentreEnrolment
{
    Result<> enrol(const CentreAccess &access) override
    {
        asked.push_back(access);
        return answer;
    }
    std::vector<CentreAccess> asked;
    Result<> answer;
};

/// The page of a till whose window can enrol.
MoreScreen *openWith(PageDesk &desk, CentreEnrolment &enrolment, const QString &subject)
{
    ScreenContext context = desk.context();
    context.centre = &enrolment;
    auto *page = new MoreScreen{context, &desk};
    desk.show(page);
    page->enter(subject);
    desk.settleAll();
    return page;
}

} // namespace

TEST_CASE("A till that is alone says so, and can be enrolled from the page of the centre")
{
    PageDesk desk;
    ToldEnrolment enrolment;
    openWith(desk, enrolment, u"centre"_s);
    desk.pictures(u"more-centre-alone"_s);
    CHECK_FALSE(desk.has(u"centre.table"_s));
    desk.press(u"centre.enrol"_s);
    desk.settleAll();
    CHECK_FALSE(desk.button(u"enrol.enrol"_s)->isEnabled());
    desk.type(u"enrol.address"_s, u"centrale.exemple.be"_s);
    desk.type(u"enrol.code"_s, u"abcde-12345"_s);
    desk.type(u"enrol.authority"_s, u"/etc/centre.pem"_s);
    desk.pictures(u"more-enrolment"_s);
    desk.checkTouch();
    desk.press(u"enrol.enrol"_s);
    desk.settleAside();
    REQUIRE(enrolment.asked.size() == 1);
    CHECK(enrolment.asked.front() ==
          CentreAccess{.address = u"https://centrale.exemple.be"_s, .code = u"ABCDE12345"_s, .authority = u"/etc/centre.pem"_s});
    CHECK(desk.navigator.toasts.contains(u"La caisse est reliée au serveur central"_s));
    CHECK_FALSE(desk.has(u"enrol.enrol"_s));
}

TEST_CASE("Why a till was not enrolled is said at the form; who may not is asked for an approval, and the same is sent again")
{
    PageDesk desk;
    ToldEnrolment enrolment;
    MoreScreen *page = openWith(desk, enrolment, u"centre"_s);
    CHECK(page->takeScan(u"guichet-enrol:https://centrale.exemple.be#ABCDE12345"_s));
    QStringList sentences;
    for (const ErrorCode code : {ErrorCode::CodeRejected, ErrorCode::CentreUnreachable, ErrorCode::CentreNotTrusted}) {
        enrolment.answer = failure(code);
        desk.press(u"enrol.enrol"_s);
        desk.settleAside();
        sentences << desk.findChild<Banner *>(u"enrol.failure"_s)->text();
    }
    CHECK(sentences.removeDuplicates() == 0);
    CHECK(sentences[2].contains(u"certificat"_s));
    CHECK(desk.navigator.refusals.empty());
    enrolment.answer = failure(ErrorCode::NeedsApproval);
    desk.press(u"enrol.enrol"_s);
    desk.settleAside();
    REQUIRE(desk.navigator.refusals == std::vector{ErrorCode::NeedsApproval});
    enrolment.answer = {};
    desk.navigator.lastRetry();
    desk.settleAside();
    CHECK(enrolment.asked.size() == 5);
    CHECK(enrolment.asked.front() == enrolment.asked.back());
}

TEST_CASE("The form of the enrolment is filled by keyboard: Enter goes to what is missing, then sends; a foreign scan is said there")
{
    PageDesk desk;
    ToldEnrolment enrolment;
    MoreScreen *page = openWith(desk, enrolment, u"centre"_s);
    desk.activateWindow();
    QTest::keyClick(&desk, Qt::Key_F12);
    desk.settleAll();
    REQUIRE(desk.has(u"enrol.enrol"_s));
    CHECK(desk.button(u"enrol.enrol"_s)->shortcut() == QKeySequence{Qt::Key_F12});
    desk.type(u"enrol.address"_s, u"centrale.exemple.be"_s);
    auto *code = desk.findChild<QLineEdit *>(u"enrol.code"_s);
    QTest::keyClick(desk.findChild<QLineEdit *>(u"enrol.address"_s), Qt::Key_Return);
    CHECK(desk.focusWidget() == code);
    CHECK(page->takeScan(u"5412345678908"_s));
    CHECK(code->text().isEmpty());
    QTest::keyClicks(code, u"ZZZZZZZZZZ"_s);
    enrolment.answer = failure(ErrorCode::CodeRejected);
    QTest::keyClick(code, Qt::Key_Return);
    desk.settleAside();
    CHECK(enrolment.asked.size() == 1);
    CHECK(desk.focusWidget() == code);
    auto *failed = desk.findChild<Banner *>(u"enrol.failure"_s);
    CHECK_FALSE(failed->isHidden());
    QTest::keyClicks(code, u"ABCDE12345"_s);
    CHECK(failed->isHidden());
    CHECK(code->text() == u"ABCDE12345");
    enrolment.answer = {};
    QTest::keyClick(code, Qt::Key_Return);
    desk.settleAside();
    CHECK(enrolment.asked.size() == 2);
}

TEST_CASE("A till that its centre has revoked can be enrolled again, and one that is enrolled takes no scan for it")
{
    CHECK(presentCentre({.enrolled = true, .trouble = ErrorCode::TillRevoked}, {}).canEnrol);
    CHECK(presentCentre({.enrolled = true, .trouble = ErrorCode::CentreNotTrusted}, {}).canEnrol); // its certificate is another one
    CHECK_FALSE(presentCentre({.enrolled = true, .trouble = ErrorCode::TillReplaced}, {}).canEnrol);
    PageDesk desk;
    ToldEnrolment enrolment;
    overrule(desk);
    MoreScreen *page = openWith(desk, enrolment, u"centre"_s);
    CHECK_FALSE(desk.has(u"centre.enrol"_s));
    CHECK_FALSE(page->takeScan(u"guichet-enrol:https://centrale.exemple.be#ABCDE12345"_s));
}

TEST_CASE("The form that links a till says of which account it is now, and that a file is no certificate")
{
    PageDesk desk;
    ToldEnrolment enrolment;
    desk.ask([](Workplace &workplace) {
        workplace.centre = {.enrolled = true, .account = u"roches"_s, .trouble = ErrorCode::TillRevoked};
        return true;
    });
    MoreScreen *page = openWith(desk, enrolment, u"centre"_s);
    CHECK(page->takeScan(u"guichet-enrol:https://centrale.exemple.be#ABCDE12345"_s));
    QStringList words;
    for (const QLabel *label : desk.findChildren<QLabel *>())
        words << label->text();
    CHECK(words.join(u'\n').contains(u"« roches »"_s));
    auto *file = desk.findChild<QLineEdit *>(u"enrol.authority"_s);
    const auto refused = [&](const Error &why) {
        enrolment.answer = std::unexpected(why);
        desk.findChild<QLineEdit *>(u"enrol.code"_s)->setFocus();
        desk.press(u"enrol.enrol"_s);
        desk.settleAside();
        return desk.findChild<Banner *>(u"enrol.failure"_s)->text();
    };
    CHECK(refused({ErrorCode::CentreNotTrusted}).contains(u"indiquez-en le fichier"_s));
    desk.type(u"enrol.authority"_s, u"/etc/centre.pem"_s);
    for (const auto &[cause, said] : {std::pair{u"not a certificate"_s, u"ce n’est pas un certificat"_s},
                                      std::pair{u"unreadable"_s, u"ce fichier n’est pas là, ou ne peut pas être lu"_s}}) {
        CHECK(refused({ErrorCode::InvalidInput, {}, {u"authority"_s, cause}}).contains(said));
        CHECK(desk.focusWidget() == file);
        CHECK(file->text() == u"/etc/centre.pem");
    }
    CHECK(refused({ErrorCode::CentreNotTrusted}).contains(u"n’est pas celui du fichier indiqué"_s));
    CHECK(desk.focusWidget() == file);
}

} // namespace guichet

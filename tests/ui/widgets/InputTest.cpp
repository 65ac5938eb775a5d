// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Amounts.h"
#include "tests/support/Catch.h"
#include "tests/ui/support/Picture.h"
#include "ui/widgets/AmountField.h"
#include "ui/widgets/AmountLabel.h"
#include "ui/widgets/DenominationCounter.h"
#include "ui/widgets/KeypadPopover.h"
#include "ui/widgets/PinPad.h"
#include "ui/widgets/QuantityStepper.h"
#include "ui/widgets/SearchField.h"
#include "ui/widgets/Translation.h"

#include <QBoxLayout>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTest>

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

void click(QWidget *parent, const QString &name)
{
    auto *target = parent->findChild<QWidget *>(name);
    REQUIRE(target);
    QTest::mouseClick(target, Qt::LeftButton);
}

struct PaymentFixture
{
    QWidget window;
    AmountField *field = new AmountField{u"PAIEMENT"_s};
    Keypad *pad = new Keypad;

    PaymentFixture()
    {
        auto *column = new QVBoxLayout{&window};
        column->addWidget(field);
        column->addWidget(pad);
        QObject::connect(pad, &Keypad::pressed, field, &AmountField::press);
        picture(window, {400, 500}, u"payment-fixture"_s);
    }
};

} // namespace

TEST_CASE("an amount is written as the language of the words beside it writes it")
{
    AmountLabel total;
    total.setAmount(Money::fromCents(162'800));
    CHECK(total.text() == formatMoney(Money::fromCents(162'800)));
    REQUIRE(installTranslation(*qApp, Language::Dutch));
    const auto backToFrench = qScopeGuard([] { installTranslation(*qApp, Language::French); }); // other tests read French
    CHECK(spokenLanguage() == Language::Dutch);
    total.setAmount(Money::fromCents(162'800));
    CHECK(total.text() == u"1.628,00\u202F€"_s);
}

TEST_CASE_METHOD(PaymentFixture, "the first figure replaces the proposed amount, and C brings it back")
{
    field->propose(cents(1'880));
    QSignalSpy changes{field, &AmountField::amountChanged};
    CHECK(field->amount() == cents(1'880));
    for (const QString &key : {u"pad.2"_s, u"pad.0"_s, u"pad.comma"_s, u"pad.5"_s})
        click(pad, key);
    CHECK(field->amount() == cents(2'050));
    CHECK(changes.size() == 4);
    click(pad, u"pad.clear"_s);
    CHECK(field->amount() == cents(1'880));
    CHECK_FALSE(field->isTyped());
}

TEST_CASE_METHOD(PaymentFixture, "the real keyboard types the amount, with a point or a comma, and no third decimal")
{
    field->setFocus();
    QTest::keyClicks(field, u"12.505"_s);
    CHECK(field->amount() == cents(1'250));
    QTest::keyClick(field, Qt::Key_Backspace);
    QTest::keyClick(field, Qt::Key_Backspace);
    QTest::keyClick(field, Qt::Key_Backspace);
    CHECK(field->amount() == cents(1'200));
    QTest::keyClicks(field, u"99999999999"_s);
    CHECK(field->amount() <= largestAmount);
    QSignalSpy entered{field, &AmountField::entered};
    QTest::keyClick(field, Qt::Key_Enter);
    CHECK(entered.size() == 1);
}

TEST_CASE_METHOD(PaymentFixture, "letters and shortcuts do not become figures")
{
    field->propose(cents(500));
    QTest::keyClicks(field, u"abc-"_s);
    QTest::keyClick(field, Qt::Key_5, Qt::ControlModifier);
    CHECK(field->amount() == cents(500));
    CHECK_FALSE(field->isTyped());
}

TEST_CASE("a quantity goes up and down by keys, figures and taps, and stays in its range")
{
    QuantityStepper stepper;
    picture(stepper, stepper.sizeHint(), u"stepper"_s);
    stepper.setRange(0, 12);
    QSignalSpy changes{&stepper, &QuantityStepper::valueChanged};
    click(&stepper, u"plus"_s);
    click(&stepper, u"plus"_s);
    CHECK(stepper.value() == 2);
    click(&stepper, u"minus"_s);
    CHECK(stepper.value() == 1);
    auto *value = stepper.findChild<NumberField *>(u"value"_s);
    QTest::keyClicks(value, u"1"_s);
    QTest::keyClicks(value, u"0"_s);
    CHECK(stepper.value() == 10);
    QTest::keyClicks(value, u"0"_s); // 100 is too much
    CHECK(stepper.value() == 12);
    CHECK_FALSE(stepper.findChild<BigButton *>(u"plus"_s)->isEnabled());
    QTest::keyClick(value, Qt::Key_Down);
    CHECK(stepper.value() == 11);
    CHECK(changes.size() == 6);
    stepper.setValue(3);
    CHECK(changes.size() == 6); // what the program sets is not announced
}

TEST_CASE("a tap on the figure opens a keypad in the same window, Esc closes it and changes nothing")
{
    QWidget window;
    auto *stepper = new QuantityStepper{&window};
    stepper->setRange(0, 50);
    stepper->setValue(7);
    picture(window, {500, 500}, u"popover-closed"_s);
    click(stepper, u"value"_s);
    auto *popover = window.findChild<KeypadPopover *>();
    REQUIRE(popover);
    CHECK_FALSE(popover->isWindow());
    CHECK(window.rect().contains(popover->geometry()));
    picture(window, {500, 500}, u"popover"_s);
    QTest::keyClick(&window, Qt::Key_Escape);
    settle();
    CHECK(window.findChild<KeypadPopover *>() == nullptr);
    CHECK(stepper->value() == 7);
}

TEST_CASE("the keypad of a quantity replaces it, and OK closes it")
{
    QWidget window;
    auto *stepper = new QuantityStepper{&window};
    stepper->setRange(0, 50);
    stepper->setValue(7);
    picture(window, {500, 500}, u"popover-closed"_s);
    click(stepper, u"value"_s);
    auto *popover = window.findChild<KeypadPopover *>();
    REQUIRE(popover);
    click(popover, u"pad.2"_s);
    click(popover, u"pad.4"_s);
    CHECK(stepper->value() == 24);
    click(popover, u"pad.enter"_s);
    settle();
    CHECK(window.findChild<KeypadPopover *>() == nullptr);
}

TEST_CASE("counting the drawer adds up coins and notes")
{
    DenominationCounter counter;
    picture(counter, {420, 700}, u"counter"_s);
    counter.setCounts({{cents(5'000), 6}, {cents(5), 8}, {cents(3), 100}});
    CHECK(counter.total() == cents(30'040));
    QSignalSpy changes{&counter, &DenominationCounter::changed};
    click(counter.findChild<QWidget *>(u"count.2000"_s), u"plus"_s);
    CHECK(counter.total() == cents(32'040));
    REQUIRE(changes.size() == 1);
    Money sum;
    for (const DenominationCount &count : counter.counts())
        sum += count.value * count.count;
    CHECK(sum == counter.total());
}

TEST_CASE("Enter goes on to the next row of a count, also when it closes the keypad")
{
    DenominationCounter counter;
    picture(counter, {420, 800}, u"counter-keypad"_s);
    const auto field = [&counter](const QString &row) { return counter.findChild<QuantityStepper *>(row)->findChild<NumberField *>(); };
    click(counter.findChild<QWidget *>(u"count.10000"_s), u"value"_s);
    QTest::keyClick(field(u"count.10000"_s), Qt::Key_2);
    QTest::keyClick(field(u"count.10000"_s), Qt::Key_Return);
    settle();
    CHECK(counter.findChild<KeypadPopover *>() == nullptr);
    CHECK(field(u"count.5000"_s)->hasFocus());
    QTest::keyClick(field(u"count.5000"_s), Qt::Key_3);
    CHECK(counter.total() == cents(35'000));
}

TEST_CASE("the notes and coins are those of the euro, without the small cents unless asked")
{
    CHECK(DenominationCounter::euro().front() == cents(10'000));
    CHECK(DenominationCounter::euro().back() == cents(50'000));
    CHECK(DenominationCounter::euro(false, cents(10'000)).back() == cents(5));
    CHECK(DenominationCounter::euro(true, cents(50'000)).size() == 15);
}

TEST_CASE("a PIN is sent once per OK, with four to eight figures, and leaves no trace on the pad")
{
    PinPad pad;
    picture(pad, {300, 420}, u"pin"_s);
    QSignalSpy entered{&pad, &PinPad::pinEntered};
    QTest::keyClicks(&pad, u"123"_s);
    QTest::keyClick(&pad, Qt::Key_Return);
    CHECK(entered.isEmpty());
    QTest::keyClicks(&pad, u"4"_s);
    QTest::keyClick(&pad, Qt::Key_Return);
    REQUIRE(entered.size() == 1);
    CHECK(entered[0][0].toString() == u"1234"_s);
    CHECK(pad.length() == 0);
    QTest::keyClick(&pad, Qt::Key_Return); // an impatient second Enter
    CHECK(entered.size() == 1);
    QTest::keyClicks(&pad, u"1234567890"_s);
    CHECK(pad.length() == 8);
}

TEST_CASE("an amount that lacks room is written smaller, never cut")
{
    AmountLabel label{TextRole::Total};
    label.setAmount(cents(123'456'789));
    const QImage image = picture(label, {180, 60}, u"narrow-amount"_s);
    const QColor ground = image.pixelColor(0, 0);
    for (int y = 0; y < image.height(); ++y)
        CHECK(image.pixelColor(0, y) == ground);
}

TEST_CASE("Esc empties the search first, then goes up to the screen")
{
    SearchField field{u"Chercher"_s};
    picture(field, {400, 48}, u"search"_s);
    QSignalSpy cleared{&field, &SearchField::cleared};
    QSignalSpy submitted{&field, &SearchField::submitted};
    QTest::keyClicks(&field, u" loup "_s);
    QTest::keyClick(&field, Qt::Key_Return);
    REQUIRE(submitted.size() == 1);
    CHECK(submitted[0][0].toString() == u"loup"_s);
    QTest::keyClick(&field, Qt::Key_Escape);
    CHECK(field.text().isEmpty());
    CHECK(cleared.size() == 1);
    QTest::keyClick(&field, Qt::Key_Return);
    CHECK(submitted.size() == 1);
    QTest::keyClicks(&field, u"x"_s);
    QTest::mouseClick(&field, Qt::LeftButton, {}, {field.width() - 20, 24});
    CHECK(field.text().isEmpty());
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/PageDesk.h"

#include "core/usecases/DossierDesk.h"
#include "core/usecases/Staff.h"
#include "core/usecases/TillDesk.h"
#include "tests/support/Catch.h"
#include "tests/support/DemoFolder.h"
#include "tests/ui/support/Picture.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/DataTable.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QTest>
#include <QThreadPool>
#include <QVBoxLayout>

#include <algorithm>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr int topBarHeight = 56;

/// What `due` is paid with: exactly (none), or by the next cheque of a stack, the smallest that covers it or the largest there is.
std::optional<Money> nextPart(const PaymentMethod &method, Money due)
{
    const auto &values = method.faceValues;
    if (values.empty())
        return std::nullopt;
    const auto covers = std::ranges::find_if(values, [due](Money value) { return value >= due; });
    return covers == values.end() ? values.back() : *covers;
}

Result<> payWhole(Workplace &workplace, const QString &method)
{
    Checkout checkout{workplace};
    TRY_LET(view, checkout.view());
    for (Money due = view.balance.due(); due.isPositive();) {
        const auto part = nextPart(*workplace.catalogue->paymentMethod(method), due);
        TRY_LET(paid, checkout.pay(CommandId::generate(), {.method = method, .amount = part, .reference = u"A12"_s, .giftCode = {}}));
        due = paid.due;
    }
    return {};
}

Result<QString> sellOnce(Workplace &workplace, const QString &method)
{
    Checkout checkout{workplace};
    TRY(checkout.add(CommandId::generate(), {.formula = u"grotte"_s,
                                             .date = {},
                                             .slot = {},
                                             .units = {{u"adulte"_s, 2}, {u"enfant"_s, 1}},
                                             .supplements = {},
                                             .force = Force::None,
                                             .forceReason = {}}));
    TRY(checkout.addProduct(CommandId::generate(), u"p002"_s, 2));
    TRY(payWhole(workplace, method));
    TRY_LET(outcome, checkout.validate(CommandId::generate()));
    return outcome.dossierNumber;
}

} // namespace

PageDesk::PageDesk(Till state, const QString &user, const QString &pin)
    : clock{fromRfc3339(u"2026-11-25T14:10:00.000+01:00"_s)}, m_layout{new QVBoxLayout{this}}
{
    placeDemoTill(folder.path(), clock);
    REQUIRE(till.open({.dataFolder = folder.path(), .clock = &clock, .terminal = &terminal, .keychain = nullptr}));
    ask([=](Workplace &workplace) {
        REQUIRE(Staff{workplace}.logIn(user, pin));
        OpenRequest request;
        request.amount = Money::fromCents(25'000);
        if (state == Till::Open)
            REQUIRE(TillDesk{workplace}.open(CommandId::generate(), request));
        return true;
    });
    terminals = std::make_unique<TerminalThread>(terminal, till);
    auto *top = new Ground{Ground::Level::Raised, Ground::Edge::Bottom, this};
    top->setFixedHeight(topBarHeight);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_layout->addWidget(top);
    resize(1280, 800);
    applyTheme(*qApp, Mode::Light);
    QWidget::show();
    activateWindow();
}

PageDesk::~PageDesk()
{
    terminal.cancel();
    settleAll();
    delete m_page;
    terminals.reset();
    till.close();
}

ScreenContext PageDesk::context()
{
    return {.till = till,
            .terminals = *terminals,
            .navigator = navigator,
            .sounds = sounds,
            .clock = clock,
            .attendant = terminal,
            .screenLanguage = Language::French};
}

void PageDesk::show(QWidget *page)
{
    delete m_page;
    m_page = page;
    m_layout->addWidget(page, 1);
    page->show();
}

void PageDesk::settleAll()
{
    for (int i = 0; i < 3; ++i) {
        ask([](Workplace &) { return true; });
        settle();
    }
}

void PageDesk::settleAside()
{
    for (int i = 0; i < 3; ++i) {
        settleAll();
        QThreadPool::globalInstance()->waitForDone();
    }
    settleAll();
}

bool PageDesk::waitFor(const std::function<bool()> &done)
{
    QElapsedTimer timer;
    timer.start();
    while (!done() && timer.elapsed() < 3000)
        settleAll();
    return done();
}

QAbstractButton *PageDesk::button(const QString &name) const
{
    for (auto *found : findChildren<QAbstractButton *>(name))
        if (found->isVisible())
            return found;
    return nullptr;
}

bool PageDesk::has(const QString &name) const
{
    return button(name) != nullptr;
}

void PageDesk::press(const QString &name)
{
    QAbstractButton *found = button(name);
    INFO(name);
    REQUIRE(found);
    QTest::mouseClick(found, Qt::LeftButton);
    settleAll();
}

QString PageDesk::text(const QString &name) const
{
    const auto *label = findChild<QLabel *>(name);
    return label ? label->text() : QString{};
}

void PageDesk::pressRow(const QString &table, int row)
{
    auto *found = findChild<DataTable *>(table);
    REQUIRE(found);
    REQUIRE(found->count() > row);
    const QRect cell = found->visualRect(found->model()->index(row, 0));
    QTest::mouseClick(found->viewport(), Qt::LeftButton, {}, cell.center());
    settleAll();
}

void PageDesk::type(const QString &field, const QString &text)
{
    auto *found = findChild<QWidget *>(field);
    INFO(field);
    REQUIRE(found);
    found->setFocus();
    if (auto *edit = qobject_cast<QLineEdit *>(found))
        edit->clear();
    QTest::keyClicks(found, text);
    settleAll();
}

void PageDesk::pictures(const QString &name)
{
    for (const Mode mode : {Mode::Light, Mode::Dark}) {
        applyTheme(*qApp, mode);
        const QString tone = mode == Mode::Dark ? u"dark"_s : u"light"_s;
        picture(*this, {1280, 800}, u"%1-%2-1280"_s.arg(name, tone));
    }
    applyTheme(*qApp, Mode::Light);
    picture(*this, {1920, 1080}, name + u"-light-1920"_s);
    picture(*this, {1024, 768}, name + u"-light-1024"_s);
    checkTouch();
}

void PageDesk::checkTouch()
{
    for (const QAbstractButton *found : findChildren<QAbstractButton *>()) {
        if (!found->isVisible() || found->objectName().startsWith(u"qt_"_s) || found->metaObject()->className() == "QTableCornerButton"_ba)
            continue;
        CAPTURE(found->objectName(), found->text(), found->width(), found->height());
        CHECK(found->height() >= metric::touch);
        CHECK(found->width() >= metric::touch);
        CHECK(found->parentWidget()->rect().contains(QRect{found->mapTo(found->parentWidget(), QPoint{}), found->size()}));
    }
}

QString PageDesk::sell(const QString &method)
{
    return ask([method](Workplace &workplace) {
        const Result<QString> number = sellOnce(workplace, method);
        INFO((number ? QString{} : QString{codeName(number.error().code)} + number.error().detail));
        REQUIRE(number);
        return *number;
    });
}

void PageDesk::sellMorning()
{
    const QDateTime end = clock.now();
    const QStringList methods{u"cash"_s, u"cash"_s, u"transfer"_s, u"ancv"_s, u"cash"_s, u"cheque"_s, u"cash"_s};
    QString last;
    for (int i = 0; i < static_cast<int>(methods.size()); ++i) {
        clock.set(end.addSecs(-3600LL * (methods.size() - i) / 2));
        last = sell(methods[i]);
    }
    clock.set(end);
    ask([last](Workplace &workplace) {
        REQUIRE(DossierDesk{workplace}.refund(CommandId::generate(), last, {.lines = {}, .reason = u"retour"_s, .restock = true},
                                              {.method = u"cash"_s, .reference = {}, .giftCode = {}}));
        return true;
    });
}

} // namespace guichet

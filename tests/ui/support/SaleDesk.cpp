// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/SaleDesk.h"

#include "core/ledger/Query.h"
#include "core/usecases/Staff.h"
#include "core/usecases/TillDesk.h"
#include "tests/support/Catch.h"
#include "tests/support/DemoFolder.h"
#include "tests/ui/support/Picture.h"
#include "ui/widgets/Card.h"

#include <QElapsedTimer>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QTest>
#include <QVBoxLayout>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr int topBarHeight = 56;
constexpr Sql selectFactCount = R"(SELECT COUNT(*) FROM fact WHERE type = :type)";

} // namespace

void RecordingNavigator::go(Place place, const QString &subject)
{
    places.push_back(place);
    if (shower)
        shower(place, subject);
}

void RecordingNavigator::refuse(const Error &error, std::function<void()> retry)
{
    refusals.push_back(error.code);
    lastRetry = std::move(retry);
}

SaleDesk::SaleDesk(Language language, OnlineDecisions *centre, std::chrono::milliseconds patience)
    : clock{fromRfc3339(u"2026-11-25T14:10:00.000+01:00"_s)}, m_pages{new QStackedWidget{this}}
{
    placeDemoTill(folder.path(), clock);
    REQUIRE(till.open({.dataFolder = folder.path(), .clock = &clock, .terminal = &terminal, .keychain = nullptr}));
    ask([](Workplace &workplace) {
        REQUIRE(Staff{workplace}.logIn(u"Marie"_s, u"1111"_s));
        OpenRequest request;
        request.amount = Money::fromCents(25'000);
        REQUIRE(TillDesk{workplace}.open(CommandId::generate(), request));
        return true;
    });
    terminals = std::make_unique<TerminalThread>(terminal, till);
    cart = std::make_unique<CartModel>(till);
    if (centre)
        askCentre(*centre, patience);
    panel = new CartPanel{this};
    panel->setFixedWidth(metric::cartWidth);
    const ScreenContext context{.till = till,
                                .terminals = *terminals,
                                .navigator = navigator,
                                .sounds = sounds,
                                .clock = clock,
                                .attendant = terminal,
                                .screenLanguage = language,
                                .decisions = decisions.get()};
    sale = new SaleScreen{context, *cart, *panel};
    sale->setTill({.key = u"accueil"_s, .phone = false, .businessDate = QDate{2026, 11, 25}});
    payment = new PaymentScreen{context, *cart, *panel};
    payment->donePage()->setQuietTime(std::chrono::milliseconds{0});
    m_pages->addWidget(sale);
    m_pages->addWidget(payment);
    auto *top = new Ground{Ground::Level::Raised, Ground::Edge::Bottom, this};
    top->setFixedHeight(topBarHeight);
    auto *page = new QHBoxLayout;
    page->setSpacing(0);
    page->addWidget(m_pages, 1);
    page->addWidget(panel);
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(top);
    layout->addLayout(page, 1);
    navigator.host = m_pages;
    navigator.shower = [this](Place place, const QString &subject) {
        if (place != Place::Sale && place != Place::Payment)
            return;
        Screen *screen = place == Place::Sale ? static_cast<Screen *>(sale) : payment;
        m_pages->setCurrentWidget(screen);
        screen->enter(subject);
        if (place == Place::Sale)
            screen->setFocus();
    };
    resize(1280, 800);
    applyTheme(*qApp, Mode::Light);
    show();
    activateWindow();
    navigator.go(Place::Sale);
    settleAll();
}

/// As the window joins them.
void SaleDesk::askCentre(OnlineDecisions &centre, std::chrono::milliseconds patience)
{
    ask([](Workplace &workplace) { return workplace.centre.enrolled = true; });
    decisions = std::make_unique<DecisionThread>(centre, till, DecisionPace{.patience = patience, .askEvery = std::chrono::minutes{1}});
    connect(cart.get(), &CartModel::changed, decisions.get(), &DecisionThread::wake);
    connect(decisions.get(), &DecisionThread::answered, cart.get(), &CartModel::refresh);
}

SaleDesk::~SaleDesk()
{
    if (decisions)
        decisions->stop();
    terminal.cancel();
    settleAll();
    delete payment;
    delete sale;
    delete panel;
    cart.reset();
    decisions.reset();
    terminals.reset();
    till.close();
}

void SaleDesk::settleAll()
{
    for (int i = 0; i < 3; ++i) {
        ask([](Workplace &) { return true; });
        settle();
    }
}

QAbstractButton *SaleDesk::button(const QString &name) const
{
    for (auto *found : findChildren<QAbstractButton *>(name))
        if (found->isVisible())
            return found;
    return nullptr;
}

bool SaleDesk::has(const QString &name) const
{
    return button(name) != nullptr;
}

void SaleDesk::press(const QString &name)
{
    QAbstractButton *found = button(name);
    INFO(name);
    REQUIRE(found);
    QTest::mouseClick(found, Qt::LeftButton);
    settleAll();
}

void SaleDesk::pressTwice(const QString &name)
{
    QAbstractButton *found = button(name);
    INFO(name);
    REQUIRE(found);
    QTest::mouseClick(found, Qt::LeftButton);
    QTest::mouseClick(found, Qt::LeftButton);
    settleAll();
}

QString SaleDesk::text(const QString &name) const
{
    const auto *label = findChild<QLabel *>(name);
    return label ? label->text() : QString{};
}

void SaleDesk::type(const QString &keys)
{
    QWidget *focus = QApplication::focusWidget();
    QTest::keyClicks(focus ? focus : payment, keys);
    settleAll();
}

void SaleDesk::key(Qt::Key key)
{
    QWidget *focus = QApplication::focusWidget();
    QTest::keyClick(focus ? focus : payment, key);
    settleAll();
}

bool SaleDesk::waitFor(const std::function<bool()> &done)
{
    QElapsedTimer timer;
    timer.start();
    while (!done() && timer.elapsed() < 2000)
        settleAll();
    return done();
}

qint64 SaleDesk::countFacts(FactType type)
{
    return ask([type](Workplace &workplace) {
        return selectInteger(workplace.db(), selectFactCount, {{":type", factTypeName(type)}}).value_or(-1);
    });
}

void SaleDesk::addAdults(int count)
{
    cart->performOnLine([count](Checkout &checkout, const CommandId &id) -> Result<Id<CartLine>> {
        TRY_LET(lines, checkout.add(id, {.formula = u"grotte"_s,
                                         .date = {},
                                         .slot = {},
                                         .units = {{u"adulte"_s, count}},
                                         .supplements = {},
                                         .force = Force::None,
                                         .forceReason = {}}));
        return lines.back();
    });
    settleAll();
}

void SaleDesk::addProduct(const QString &product, int quantity)
{
    cart->performOnLine([=](Checkout &checkout, const CommandId &id) { return checkout.addProduct(id, product, quantity); });
    settleAll();
}

} // namespace guichet

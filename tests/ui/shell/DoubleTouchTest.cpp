// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Catch.h"
#include "ui/shell/DoubleTouchFilter.h"
#include "ui/widgets/BigButton.h"

#include <QApplication>
#include <QMouseEvent>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

void touch(QWidget &widget, QEvent::Type type, quint64 at)
{
    QMouseEvent event{type, QPointF{5, 5}, widget.mapToGlobal(QPointF{5, 5}), Qt::LeftButton, Qt::LeftButton, Qt::NoModifier};
    event.setTimestamp(at);
    QApplication::sendEvent(&widget, &event);
}

/// Both touches of a double click, on what lies there at their time.
void touchTwice(QWidget &first, QWidget &second, quint64 at)
{
    touch(first, QEvent::MouseButtonPress, at);
    touch(first, QEvent::MouseButtonRelease, at + 40);
    touch(second, QEvent::MouseButtonDblClick, at + 120);
    touch(second, QEvent::MouseButtonRelease, at + 160);
}

struct Counted
{
    explicit Counted(BigButton::Kind kind) : button{u"Ajouter"_s, kind}
    {
        QObject::connect(&button, &BigButton::clicked, [this] { ++clicks; });
        button.resize(100, 50);
        button.show();
    }
    BigButton button;
    int clicks = 0;
};

} // namespace

TEST_CASE("the second touch of a double click is not for what the first one has brought under the finger")
{
    const DoubleTouchFilter filter;
    Counted before{BigButton::Kind::Normal};
    Counted after{BigButton::Kind::Normal};
    touchTwice(before.button, after.button, 1000);
    CHECK(before.clicks == 1);
    CHECK(after.clicks == 0);
}

TEST_CASE("two quick touches of one key count twice, unless the key decides something")
{
    const DoubleTouchFilter filter;
    Counted more{BigButton::Kind::Normal};
    Counted close{BigButton::Kind::Primary};
    touchTwice(more.button, more.button, 1000);
    touchTwice(close.button, close.button, 3000);
    CHECK(more.clicks == 2);
    CHECK(close.clicks == 1);
}

} // namespace guichet

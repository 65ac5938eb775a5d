// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/ShownQuestion.h"
#include "tests/support/Catch.h"
#include "tests/ui/support/DoubleClickTime.h"

#include <QThread>

namespace guichet {

using namespace std::chrono_literals;

TEST_CASE("a question takes no answer within a double click of its drawing, then one")
{
    DoubleClickTime time{1min};
    ShownQuestion shown;
    CHECK(shown.take() == QuestionNumber::None);
    shown.show(QuestionNumber{7});
    CHECK(shown.take() == QuestionNumber::None);
    time.set(0ms); // as if it had passed
    CHECK(shown.take() == QuestionNumber{7});
    CHECK(shown.take() == QuestionNumber::None);
}

TEST_CASE("a question drawn again does not wait once more; the next one does")
{
    DoubleClickTime time{30ms};
    ShownQuestion shown;
    shown.show(QuestionNumber{7});
    QThread::msleep(40);
    shown.show(QuestionNumber{7});
    CHECK(shown.take() == QuestionNumber{7});
    time.set(1min);
    shown.show(QuestionNumber{8});
    CHECK(shown.take() == QuestionNumber::None);
    time.set(0ms);
    shown.show(QuestionNumber::None);
    CHECK(shown.take() == QuestionNumber::None);
}

} // namespace guichet

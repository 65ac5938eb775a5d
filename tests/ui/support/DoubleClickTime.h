// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <chrono>

namespace guichet {

/// How long a double click may take while this lives.
class DoubleClickTime
{
public:
    explicit DoubleClickTime(std::chrono::milliseconds time) { set(time); }
    ~DoubleClickTime() { QApplication::setDoubleClickInterval(m_before); }
    DoubleClickTime(const DoubleClickTime &) = delete;
    DoubleClickTime &operator=(const DoubleClickTime &) = delete;
    void set(std::chrono::milliseconds time) { QApplication::setDoubleClickInterval(static_cast<int>(time.count())); }

private:
    int m_before = QApplication::doubleClickInterval();
};

} // namespace guichet

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

namespace guichet {

/// While Alt is held for 300 ms, shows beside each visible button the key that presses it (QAbstractButton::shortcut(), or the dynamic
/// property `keyHint`). Made once per window.
class KeyHints : public QWidget
{
    Q_OBJECT
public:
    explicit KeyHints(QWidget *window);
    void reveal();
    void conceal();

    struct Hint
    {
        QRect target; ///< In window coordinates.
        QString key;
    };
    std::vector<Hint> hints() const; ///< What would be shown now.

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QTimer m_delay;
};

} // namespace guichet

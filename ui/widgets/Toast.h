// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Theme.h"

#include <QBoxLayout>
#include <QTimer>
#include <QWidget>
#include <deque>
#include <vector>

namespace guichet {

class BigButton;
class TextLabel;
class ToastRoom;

/// A message that asks nothing.
struct ToastState
{
    QString text;
    Tone tone = Tone::Normal;
    QString action = {};                       ///< Word of a button, such as *Annuler*; none when empty.
    std::chrono::milliseconds duration{4'000}; ///< 0: until the next one or a tap.
    friend bool operator==(const ToastState &, const ToastState &) = default;
};

/// Shows toasts one after the other, as near to the bottom left of its host as nothing that one reads or touches is covered, narrower when
/// need be; where all is taken, over what is only read, never over tiles and buttons (ToastRoom). It gives way when the page changes under
/// it. With others waiting, one stays at most 1,5 s. The same text twice in a row is one toast. A tap dismisses. Takes no focus.
class ToastArea : public QWidget
{
    Q_OBJECT
public:
    explicit ToastArea(QWidget *host);
    void show(const ToastState &toast);
    void show(const QString &text, Tone tone = Tone::Normal) { show(ToastState{.text = text, .tone = tone}); }
    void dismiss();       ///< The one shown; the next follows.
    void clear();         ///< All.
    QString text() const; ///< Of the one shown, empty when none.
    int waiting() const { return static_cast<int>(m_queue.size()); }

Q_SIGNALS:
    void actionTriggered(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Shape
    {
        QSize size;
        QBoxLayout::Direction direction = QBoxLayout::LeftToRight; ///< From the text to the button.
    };

    void showNext();
    void place(const ToastRoom &room);
    void giveWay();
    bool isPart(const QWidget &widget) const;
    std::vector<Shape> shapes() const;

    std::deque<ToastState> m_queue;
    ToastState m_shown;
    QBoxLayout *m_layout;
    TextLabel *m_text;
    BigButton *m_action;
    QTimer m_timer;
    QTimer m_pageChanged;
};

} // namespace guichet

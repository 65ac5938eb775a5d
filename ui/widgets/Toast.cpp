// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Toast.h"

#include "ui/theme/Paint.h"
#include "ui/widgets/AmountLabel.h"
#include "ui/widgets/BigButton.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>
#include <QEvent>

#include <algorithm>
#include <functional>

namespace guichet {

using namespace std::chrono_literals;

namespace {

constexpr auto shortStay = 1500ms;
constexpr int widest = 520;

IconName iconOf(Tone tone)
{
    switch (tone) {
    case Tone::Positive: return IconName::Check;
    case Tone::Warning:
    case Tone::Danger: return IconName::Warning;
    case Tone::Normal:
    case Tone::Muted:
    case Tone::Primary: return IconName::Info;
    }
    Q_UNREACHABLE();
}

} // namespace

ToastArea::ToastArea(QWidget *host)
    : QWidget{host}, m_text{new TextLabel{{}, TextRole::Body, Tone::Normal, this}},
      m_action{new BigButton{{}, BigButton::Kind::Quiet, this}}
{
    setObjectName(QStringLiteral("toasts"));
    auto *layout = new QHBoxLayout{this};
    layout->setContentsMargins(56, 10, 16, 12);
    layout->setSpacing(12);
    m_text->setWordWrap(true);
    m_action->setObjectName(QStringLiteral("toastAction"));
    m_action->setKey(QKeySequence{Qt::CTRL | Qt::Key_Return});
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ToastArea::dismiss);
    connect(m_action, &BigButton::clicked, this, [this] {
        const QString text = m_shown.text;
        dismiss();
        Q_EMIT actionTriggered(text);
    });
    host->installEventFilter(this);
    hide();
}

void ToastArea::show(const ToastState &toast)
{
    if (isVisibleTo(parentWidget()) && m_queue.empty() && m_shown == toast) {
        m_timer.start(toast.duration);
        return;
    }
    if (!m_queue.empty() && m_queue.back() == toast)
        return;
    m_queue.push_back(toast);
    if (!isVisibleTo(parentWidget()))
        showNext();
    else if (!m_timer.isActive() || m_timer.remainingTimeAsDuration() > shortStay)
        m_timer.start(shortStay);
}

void ToastArea::showNext()
{
    if (m_queue.empty()) {
        m_timer.stop();
        hide();
        return;
    }
    m_shown = m_queue.front();
    m_queue.pop_front();
    m_text->setText(m_shown.text);
    m_action->setText(m_shown.action);
    m_action->setVisible(!m_shown.action.isEmpty());
    setAccessibleName(m_shown.text);
    QWidget::show();
    place();
    raise();
    update();
    if (m_shown.duration > 0ms)
        m_timer.start(m_queue.empty() ? m_shown.duration : std::min<std::chrono::milliseconds>(m_shown.duration, shortStay));
    else
        m_timer.stop();
}

void ToastArea::place()
{
    const QRect room = parentWidget()->rect().adjusted(metric::margin, metric::margin, -metric::margin, -metric::margin);
    const int extra = 56 + 16 + (m_shown.action.isEmpty() ? 0 : m_action->sizeHint().width() + 12);
    const int line = QFontMetrics{m_text->font()}.horizontalAdvance(m_shown.text) + 4;
    const int wide = std::min({line + extra, widest, room.width()});
    const int text = QFontMetrics{m_text->font()}.boundingRect(QRect{0, 0, wide - extra, 1000}, Qt::TextWordWrap, m_shown.text).height();
    const int high = std::max(text + 28, 60);
    setGeometry(clearOfButtons({room.left(), room.bottom() - high, wide, high}));
}

/// Moves up over the main buttons and amounts that it would cover.
QRect ToastArea::clearOfButtons(QRect box) const
{
    std::vector<QRect> covered;
    const auto add = [&covered, this](const QWidget *widget) {
        if (widget->isVisible())
            covered.emplace_back(widget->mapTo(parentWidget(), QPoint{}), widget->size());
    };
    for (const auto *button : parentWidget()->findChildren<BigButton *>())
        if (button->kind() == BigButton::Kind::Primary || button->kind() == BigButton::Kind::Danger)
            add(button);
    for (const auto *amount : parentWidget()->findChildren<AmountLabel *>())
        add(amount);
    std::ranges::sort(covered, std::greater{}, [](const QRect &rect) { return rect.bottom(); });
    for (const QRect &rect : covered)
        if (rect.intersects(box))
            box.moveBottom(rect.top() - metric::gap);
    return box;
}

void ToastArea::dismiss()
{
    m_shown = {};
    showNext();
}

void ToastArea::clear()
{
    m_queue.clear();
    dismiss();
}

QString ToastArea::text() const
{
    return m_shown.text;
}

void ToastArea::mousePressEvent(QMouseEvent *)
{
    dismiss();
}

bool ToastArea::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisibleTo(parentWidget()))
        place();
    return QWidget::eventFilter(watched, event);
}

void ToastArea::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(this);
    QPainter painter{this};
    const QRectF box = QRectF{rect()}.adjusted(1, 0, -1, -2);
    paintCard(painter, box, tokens);
    const QColor colour = toneFill(tokens, m_shown.tone);
    paintRounded(painter, box, tinted(colour, tokens.raised, m_shown.tone == Tone::Normal ? 0 : 12), tokens.line);
    painter.drawPixmap(QPointF{box.left() + 18, box.center().y() - 12},
                       iconPixmap(iconOf(m_shown.tone), toneInk(tokens, m_shown.tone), 24, devicePixelRatioF()));
}

} // namespace guichet

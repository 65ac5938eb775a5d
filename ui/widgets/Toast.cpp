// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Toast.h"

#include "ui/theme/Paint.h"
#include "ui/widgets/BigButton.h"
#include "ui/widgets/TextLabel.h"
#include "ui/widgets/ToastRoom.h"

#include <QApplication>
#include <QBoxLayout>
#include <QEvent>

#include <algorithm>
#include <iterator>

namespace guichet {

using namespace std::chrono_literals;

namespace {

constexpr auto shortStay = 1500ms;
constexpr int widest = 520;
constexpr int narrowing = 80;       ///< px from one width that is tried to the next.
constexpr int narrowestText = 180;  ///< Beside a button, or without one.
constexpr int narrowestStack = 280; ///< With the button beneath the text.
constexpr int lowest = 60;
constexpr QMargins around{56, 10, 16, 12};
constexpr int between = 12;

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
    : QWidget{host}, m_layout{new QBoxLayout{QBoxLayout::LeftToRight, this}}, m_text{new TextLabel{{}, TextRole::Body, Tone::Normal, this}},
      m_action{new BigButton{{}, BigButton::Kind::Quiet, this}}
{
    setObjectName(QStringLiteral("toasts"));
    m_layout->setContentsMargins(around);
    m_layout->setSpacing(between);
    m_text->setWordWrap(true);
    m_action->setObjectName(QStringLiteral("toastAction"));
    m_action->setKey(QKeySequence{Qt::CTRL | Qt::Key_Return});
    m_layout->addWidget(m_text, 1);
    m_layout->addWidget(m_action);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ToastArea::dismiss);
    connect(m_action, &BigButton::clicked, this, [this] {
        const QString text = m_shown.text;
        dismiss();
        Q_EMIT actionTriggered(text);
    });
    m_pageChanged.setSingleShot(true);
    connect(&m_pageChanged, &QTimer::timeout, this, &ToastArea::giveWay);
    qApp->installEventFilter(this);
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
    place(ToastRoom{*parentWidget(), *this});
    raise();
    update();
    if (m_shown.duration > 0ms)
        m_timer.start(m_queue.empty() ? m_shown.duration : std::min<std::chrono::milliseconds>(m_shown.duration, shortStay));
    else
        m_timer.stop();
}

/// Those in which it can be read, the usual one first: it is narrower where room lacks, at last with its button beneath.
std::vector<ToastArea::Shape> ToastArea::shapes() const
{
    const QFontMetrics metrics{m_text->font()};
    const int sides = around.left() + around.right();
    const int beside = m_shown.action.isEmpty() ? 0 : m_action->sizeHint().width() + between;
    const int line = metrics.horizontalAdvance(m_shown.text) + 4;
    const int usual = std::min({line + sides + beside, widest, parentWidget()->width() - 2 * metric::margin});
    const auto textHeight = [&](int wide) {
        return metrics.boundingRect(QRect{0, 0, wide, 1000}, Qt::TextWordWrap, m_shown.text).height();
    };
    const int ends = around.top() + around.bottom();
    const int button = m_shown.action.isEmpty() ? 0 : m_action->sizeHint().height();
    std::vector<Shape> shapes;
    for (int wide = usual; wide == usual || wide - sides - beside >= narrowestText; wide -= narrowing) {
        const int high = std::max(textHeight(wide - sides - beside) + 6, button) + ends;
        shapes.push_back({QSize{wide, std::max(high, lowest)}, QBoxLayout::LeftToRight});
    }
    for (int wide = usual - narrowing; button > 0 && wide >= narrowestStack; wide -= narrowing)
        shapes.push_back({QSize{wide, textHeight(wide - sides) + 6 + between + button + ends}, QBoxLayout::TopToBottom});
    return shapes;
}

void ToastArea::place(const ToastRoom &room)
{
    const std::vector<Shape> possible = shapes();
    std::vector<QSize> sizes;
    std::ranges::transform(possible, std::back_inserter(sizes), &Shape::size);
    const QRect box = room.place(sizes);
    m_layout->setDirection(std::ranges::find(possible, box.size(), &Shape::size)->direction);
    setGeometry(box);
}

/// The page has changed under it: it moves when it covers something now.
void ToastArea::giveWay()
{
    if (!isVisible())
        return;
    if (const ToastRoom room{*parentWidget(), *this}; room.isTaken(geometry()))
        place(room);
}

bool ToastArea::isPart(const QWidget &widget) const
{
    return &widget == this || isAncestorOf(&widget);
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
    const bool changes = event->type() == QEvent::Show || event->type() == QEvent::LayoutRequest;
    if (!isVisibleTo(parentWidget()) || (!changes && event->type() != QEvent::Resize))
        return QWidget::eventFilter(watched, event);
    const auto *widget = qobject_cast<const QWidget *>(watched);
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        place(ToastRoom{*parentWidget(), *this});
    else if (changes && widget && parentWidget()->isAncestorOf(widget) && !isPart(*widget))
        m_pageChanged.start(0ms); // once the new page is laid out
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

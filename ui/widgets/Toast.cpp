// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Toast.h"

#include "ui/theme/Paint.h"
#include "ui/widgets/AmountLabel.h"
#include "ui/widgets/BigButton.h"
#include "ui/widgets/Sheet.h"
#include "ui/widgets/TextLabel.h"

#include <QApplication>
#include <QBoxLayout>
#include <QEvent>

#include <algorithm>
#include <functional>

namespace guichet {

using namespace std::chrono_literals;

namespace {

constexpr auto shortStay = 1500ms;
constexpr int widest = 520;
constexpr int searchStep = 16; ///< px between places that are tried.

QRect roomIn(const QWidget &host)
{
    return host.rect().adjusted(metric::margin, metric::margin, -metric::margin, -metric::margin);
}

bool hasVisibleParts(const QWidget &widget)
{
    const auto parts = widget.findChildren<QWidget *>(Qt::FindDirectChildrenOnly);
    return std::ranges::any_of(parts, [](const QWidget *part) { return part->isVisible() && !part->isWindow(); });
}

bool isUnderOpenSheet(const QWidget &widget, const std::vector<const Sheet *> &sheets)
{
    const QPoint middle = widget.mapToGlobal(widget.rect().center());
    return std::ranges::any_of(
        sheets, [&](const Sheet *sheet) { return !sheet->isAncestorOf(&widget) && sheet->rect().contains(sheet->mapFromGlobal(middle)); });
}

/// What one sees of a widget without parts: of a label its text, else the whole.
QRect seenOf(const QWidget &widget)
{
    QRect seen = widget.rect();
    if (const auto *label = qobject_cast<const QLabel *>(&widget)) {
        const int flags = static_cast<int>(label->alignment()) | (label->wordWrap() ? Qt::TextWordWrap : 0);
        seen = label->text().isEmpty() ? QRect{} : label->fontMetrics().boundingRect(label->contentsRect(), flags, label->text());
    }
    return seen & widget.visibleRegion().boundingRect();
}

bool coversAny(const QRect &box, const std::vector<QRect> &taken)
{
    return std::ranges::any_of(taken, [&box](const QRect &rect) { return rect.intersects(box); });
}

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
    const QRect room = roomIn(*parentWidget());
    const int extra = 56 + 16 + (m_shown.action.isEmpty() ? 0 : m_action->sizeHint().width() + 12);
    const int line = QFontMetrics{m_text->font()}.horizontalAdvance(m_shown.text) + 4;
    const int wide = std::min({line + extra, widest, room.width()});
    const int text = QFontMetrics{m_text->font()}.boundingRect(QRect{0, 0, wide - extra, 1000}, Qt::TextWordWrap, m_shown.text).height();
    const int high = std::max(text + 28, 60);
    const auto free = freePlace({wide, high});
    setGeometry(free ? *free : clearOfButtons({room.left(), room.bottom() - high, wide, high}));
}

/// The page has changed under it: it moves when it covers something now.
void ToastArea::giveWay()
{
    if (isVisible() && coversAny(geometry(), content()))
        place();
}

bool ToastArea::isPart(const QWidget &widget) const
{
    return &widget == this || isAncestorOf(&widget);
}

/// All that one reads or touches on the page, in the host's coordinates.
std::vector<QRect> ToastArea::content() const
{
    std::vector<const Sheet *> sheets;
    for (const Sheet *sheet : parentWidget()->findChildren<Sheet *>())
        if (sheet->isVisible())
            sheets.push_back(sheet);
    std::vector<QRect> taken = neverCovered();
    for (const QWidget *widget : parentWidget()->findChildren<QWidget *>()) {
        const bool isHere = widget->isVisible() && widget->window() == window() && !isPart(*widget);
        if (!isHere || hasVisibleParts(*widget) || isUnderOpenSheet(*widget, sheets))
            continue;
        if (const QRect seen = seenOf(*widget); !seen.isEmpty())
            taken.emplace_back(widget->mapTo(parentWidget(), seen.topLeft()), seen.size());
    }
    return taken;
}

/// Nearest to the bottom left corner; none: the page is full.
std::optional<QRect> ToastArea::freePlace(const QSize &size) const
{
    const QRect room = roomIn(*parentWidget());
    const std::vector<QRect> taken = content();
    std::optional<QRect> best;
    int shortest = room.width() + room.height();
    for (int up = 0; up + size.height() <= room.height() && up < shortest; up += searchStep)
        for (int along = 0; along + size.width() <= room.width() && up + along < shortest; along += searchStep) {
            const QRect box{QPoint{room.left() + along, room.bottom() - size.height() - up}, size};
            if (coversAny(box, taken))
                continue;
            best = box;
            shortest = up + along;
        }
    return best;
}

/// Main buttons and amounts, with the labels of their rows.
std::vector<QRect> ToastArea::neverCovered() const
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
    for (const auto *row : parentWidget()->findChildren<MoneyRow *>())
        add(row);
    return covered;
}

/// Moves up over what it must never cover.
QRect ToastArea::clearOfButtons(QRect box) const
{
    std::vector<QRect> covered = neverCovered();
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
    const bool changes = event->type() == QEvent::Show || event->type() == QEvent::LayoutRequest;
    if (!isVisibleTo(parentWidget()) || (!changes && event->type() != QEvent::Resize))
        return QWidget::eventFilter(watched, event);
    const auto *widget = qobject_cast<const QWidget *>(watched);
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        place();
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

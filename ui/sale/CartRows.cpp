// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sale/CartRows.h"

#include "ui/theme/Paint.h"
#include "ui/widgets/QuantityStepper.h"
#include "ui/widgets/ToastRoom.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

constexpr int lineHeight = 54;
constexpr int commentHeight = 22;
constexpr int quantityWidth = 52; ///< At least: a weight is wider.
constexpr int quantityGap = 10;
constexpr int sideMargin = 8;
constexpr int upperLine = 24; ///< The title, with something beneath it.
constexpr int lowerLine = 22; ///< That, or the second line of a title.

QFont crossedOut(QFont font)
{
    font.setStrikeOut(true);
    return font;
}

} // namespace

CartLineView::CartLineView(QWidget *parent) : QAbstractButton{parent}
{
    setFocusPolicy(Qt::TabFocus);
    setProperty(rowProperty, true);
    setCursor(Qt::PointingHandCursor);
    QSizePolicy policy{QSizePolicy::Preferred, QSizePolicy::Preferred};
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void CartLineView::render(const CartRow &row)
{
    setObjectName(u"line."_s + row.line.toString());
    setAccessibleName(row.quantity + u' ' + row.title + u", "_s + row.price + (row.warns ? u", "_s + row.subLine : QString{}));
    if (m_row == row)
        return;
    m_row = row;
    updateGeometry();
    update();
}

QSize CartLineView::sizeHint() const
{
    return {240, lineHeight + (m_row.comment.isEmpty() ? 0 : commentHeight)};
}

int CartLineView::quantityRoom() const
{
    return std::max(quantityWidth, QFontMetrics{textFont(TextRole::BodyStrong)}.horizontalAdvance(m_row.quantity) + quantityGap);
}

int CartLineView::priceRoom() const
{
    return QFontMetrics{textFont(TextRole::BodyStrong)}.horizontalAdvance(m_row.price) + 8;
}

/// Two lines of title need more room only where something stands beneath them.
int CartLineView::upperHeight(int width) const
{
    const int room = width - 2 * sideMargin - quantityRoom() - priceRoom();
    const bool wraps = fittedLines(textFont(TextRole::Body), m_row.title, room, 2).size() > 1;
    return wraps ? upperLine + lowerLine : upperLine;
}

int CartLineView::heightForWidth(int width) const
{
    return sizeHint().height() + (hasLower() ? upperHeight(width) - upperLine : 0);
}

void CartLineView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void CartLineView::paintEvent(QPaintEvent *)
{
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &tokens = tokensOf(this);
    if (m_row.fresh || m_row.open)
        paintRounded(painter, QRectF{rect()}.adjusted(0, 1, 0, -1), tinted(tokens.primary, tokens.raised));
    const QRect box = rect().adjusted(sideMargin, 4, -sideMargin, m_row.comment.isEmpty() ? -4 : -4 - commentHeight);
    const QRect upper = hasLower() ? QRect{box.x(), box.y(), box.width(), upperHeight(width())} : box;
    const QRect lower{box.x(), upper.bottom() + 1, box.width(), lowerLine};
    const int priceWidth = priceRoom();
    const int leftWidth = quantityRoom();

    painter.setFont(textFont(TextRole::BodyStrong));
    painter.setPen(tokens.ink);
    painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter, m_row.quantity);
    painter.drawText(m_row.oldPrice.isEmpty() ? box : lower, Qt::AlignRight | Qt::AlignVCenter, m_row.price);

    const QRect titleBox = upper.adjusted(leftWidth, 0, -priceWidth, 0);
    painter.setFont(textFont(TextRole::Body));
    paintFitted(painter, titleBox, Qt::AlignLeft | Qt::AlignVCenter, m_row.title, 2);
    painter.setPen(m_row.warns ? tokens.warningInk : tokens.muted);
    painter.setFont(textFont(TextRole::Secondary));
    const QRect subBox = lower.adjusted(leftWidth, 0, -priceWidth, 0);
    painter.drawText(subBox, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_row.subLine, Qt::ElideRight, subBox.width()));
    painter.setPen(tokens.muted);
    const QRect commentBox{subBox.left(), box.bottom() + 1, box.right() - subBox.left(), commentHeight};
    painter.drawText(commentBox, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_row.comment, Qt::ElideRight, commentBox.width()));
    painter.setFont(crossedOut(textFont(TextRole::Secondary)));
    if (!m_row.oldPrice.isEmpty())
        painter.drawText(upper, Qt::AlignRight | Qt::AlignVCenter, m_row.oldPrice);
    if (hasFocus())
        paintFocusRing(painter, QRectF{rect()}, tokens);
}

CartLineActions::CartLineActions(QWidget *parent) : QWidget{parent}, m_stepper{new QuantityStepper{this}}
{
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 2, 0, 6);
    layout->setSpacing(metric::gap);
    auto *upper = new QHBoxLayout;
    auto *lower = new QHBoxLayout;
    for (QHBoxLayout *row : {upper, lower}) {
        row->setSpacing(metric::gap);
        layout->addLayout(row);
    }
    const auto add = [this](QHBoxLayout *row, int stretch, const QString &text, const QString &name, auto signal) {
        auto *button = new BigButton{text, BigButton::Kind::Normal, this};
        button->setObjectName(name);
        button->setTextRole(TextRole::SecondaryStrong);
        row->addWidget(button, stretch);
        connect(button, &BigButton::clicked, this, signal);
        return button;
    };
    m_stepper->setRange(1, largestLineQuantity);
    m_stepper->findChild<QWidget *>(u"minus"_s)->setObjectName(u"line.minus"_s);
    m_stepper->findChild<QWidget *>(u"value"_s)->setObjectName(u"line.count"_s);
    m_stepper->findChild<QWidget *>(u"plus"_s)->setObjectName(u"line.plus"_s);
    upper->addWidget(m_stepper, 2);
    m_move = add(upper, 1, tr("Séance"), u"line.move"_s, &CartLineActions::moveWanted);
    m_move->setAccessibleName(tr("Autre séance ou autre jour"));
    add(upper, 1, tr("Retirer"), u"line.remove"_s, &CartLineActions::removeWanted)->setAccessibleName(tr("Retirer la ligne"));
    add(lower, 5, tr("Gratuité"), u"line.free"_s, &CartLineActions::freeWanted);
    add(lower, 3, tr("Prix"), u"line.price"_s, &CartLineActions::priceWanted);
    add(lower, 7, tr("Commentaire"), u"line.comment"_s, &CartLineActions::commentWanted);
    connect(m_stepper, &QuantityStepper::valueChanged, this, &CartLineActions::quantityWanted);
}

void CartLineActions::render(const CartRow &row)
{
    m_stepper->setSubject(row.title);
    m_stepper->setValue(row.units);
    m_stepper->setEnabled(!row.byWeight);
    m_move->setVisible(row.ofVisit);
}

CartRows::CartRows(QWidget *parent) : QWidget{parent}, m_layout{new QVBoxLayout{this}}, m_actions{new CartLineActions{this}}
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(2);
    m_actions->hide();
    connect(m_actions, &CartLineActions::quantityWanted, this, [this](int units) { Q_EMIT quantityWanted(m_open, units); });
    connect(m_actions, &CartLineActions::freeWanted, this, [this] { Q_EMIT freeWanted(m_open); });
    connect(m_actions, &CartLineActions::priceWanted, this, [this] { Q_EMIT priceWanted(m_open); });
    connect(m_actions, &CartLineActions::commentWanted, this, [this] { Q_EMIT commentWanted(m_open); });
    connect(m_actions, &CartLineActions::moveWanted, this, [this] { Q_EMIT moveWanted(m_open); });
    connect(m_actions, &CartLineActions::removeWanted, this, [this] { Q_EMIT removeWanted(m_open); });
}

TextLabel *CartRows::headingAt(size_t index)
{
    while (m_headings.size() <= index)
        m_headings.push_back(new TextLabel{{}, TextRole::Secondary, Tone::Muted, this});
    return m_headings[index];
}

CartLineView *CartRows::lineAt(size_t index)
{
    while (m_lines.size() <= index) {
        const size_t position = m_lines.size();
        auto *line = new CartLineView{this};
        connect(line, &CartLineView::clicked, this, [this, position] { Q_EMIT lineTapped(m_ids[position]); });
        m_lines.push_back(line);
    }
    return m_lines[index];
}

QRect CartRows::partInView() const
{
    if (!m_inView)
        return {};
    const QRect line = m_inView->geometry();
    return m_actionsInView ? line.united(m_actions->geometry()) : line;
}

int CartRows::rowTopFrom(int y) const
{
    for (int i = 0; i < m_layout->count(); ++i)
        if (const QWidget *row = m_layout->itemAt(i)->widget(); row && row != m_actions && row->y() >= y)
            return row->y();
    return y;
}

int CartRows::usedHeight() const
{
    int bottom = 0;
    for (int i = 0; i < m_layout->count(); ++i)
        if (const QWidget *row = m_layout->itemAt(i)->widget())
            bottom = std::max(bottom, row->geometry().bottom() + 1);
    return bottom;
}

void CartRows::setRoomBelow(int pixels)
{
    m_layout->setContentsMargins(0, 0, 0, pixels);
}

void CartRows::render(const std::vector<CartRow> &rows)
{
    while (QLayoutItem *item = m_layout->takeAt(0))
        delete item;
    m_ids.clear();
    m_inView = nullptr;
    m_open = {};
    size_t headings = 0;
    for (const CartRow &row : rows) {
        if (row.kind == CartRow::Kind::Heading) {
            TextLabel *heading = headingAt(headings++);
            heading->setText(row.heading);
            heading->setContentsMargins(8, headings > 1 ? 8 : 2, 0, 2);
            m_layout->addWidget(heading);
            heading->show();
            continue;
        }
        CartLineView *line = lineAt(m_ids.size());
        m_ids.push_back(row.line);
        line->render(row);
        m_layout->addWidget(line);
        line->show();
        if (row.fresh || (row.open && !m_inView)) {
            m_inView = line;
            m_actionsInView = row.open;
        }
        if (row.open) {
            m_open = row.line;
            m_actions->render(row);
            m_layout->addWidget(m_actions);
        }
    }
    m_actions->setVisible(!m_open.isNull());
    for (size_t i = headings; i < m_headings.size(); ++i)
        m_headings[i]->hide();
    for (size_t i = m_ids.size(); i < m_lines.size(); ++i)
        m_lines[i]->hide();
    m_layout->addStretch(1);
}

} // namespace guichet

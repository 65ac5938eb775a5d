// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Sheet.h"

#include "ui/theme/Paint.h"
#include "ui/widgets/TextLabel.h"

#include <QApplication>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QScroller>

namespace guichet {

using namespace Qt::StringLiterals;

Sheet::Sheet(QWidget *host)
    : QWidget{host}, m_title{new TextLabel{{}, TextRole::Title}}, m_subtitle{new TextLabel{{}, TextRole::Secondary, Tone::Muted}},
      m_back{new BigButton{tr("Retour"), BigButton::Kind::Normal}}, m_scroll{new QScrollArea}, m_foot{new QWidget},
      m_buttons{new QHBoxLayout{m_foot}}, m_layout{new QVBoxLayout{this}}
{
    m_back->setIconName(IconName::Back);
    m_back->setObjectName(u"sheetBack"_s);
    auto *titles = new QVBoxLayout;
    titles->setSpacing(0);
    titles->addWidget(m_title);
    titles->addWidget(m_subtitle);
    auto *head = new QHBoxLayout;
    head->setSpacing(12);
    head->addLayout(titles, 1);
    head->addWidget(m_back);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QScroller::grabGesture(m_scroll->viewport(), QScroller::TouchGesture);
    m_buttons->setContentsMargins(0, 0, 0, 0);
    m_buttons->setSpacing(metric::gap);
    m_buttons->addStretch(1);
    m_layout->setSpacing(12);
    m_layout->addLayout(head);
    m_layout->addWidget(m_scroll, 1);
    m_layout->addWidget(m_foot);
    m_foot->hide();
    m_subtitle->setWordWrap(true);
    m_subtitle->hide();
    setFocusPolicy(Qt::StrongFocus);
    connect(m_back, &BigButton::clicked, this, &Sheet::back);
    host->installEventFilter(this);
    hide();
    layOut();
}

void Sheet::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void Sheet::setSubtitle(const QString &subtitle)
{
    m_subtitle->setText(subtitle);
    m_subtitle->setVisible(!subtitle.isEmpty());
}

void Sheet::setContent(QWidget *content)
{
    m_scroll->setWidget(content);
}

QWidget *Sheet::content() const
{
    return m_scroll->widget();
}

BigButton *Sheet::addButton(const QString &text, BigButton::Kind kind, const QString &objectName)
{
    auto *button = new BigButton{text, kind, m_foot};
    button->setObjectName(objectName);
    button->setKeyHeight(metric::mainKey);
    const bool main = kind == BigButton::Kind::Primary || kind == BigButton::Kind::Danger;
    button->setMinimumWidth(main ? 240 : 120);
    m_buttons->addWidget(button);
    m_foot->show();
    return button;
}

void Sheet::clearButtons()
{
    const auto buttons = m_foot->findChildren<BigButton *>(QString{}, Qt::FindDirectChildrenOnly);
    for (BigButton *button : buttons) {
        m_buttons->removeWidget(button);
        button->hide();
        button->deleteLater();
    }
    m_foot->hide();
}

void Sheet::setContentWidth(int pixels)
{
    m_contentWidth = pixels;
    layOut();
}

void Sheet::layOut()
{
    setGeometry(parentWidget()->rect());
    const int free = m_contentWidth > 0 ? std::max(0, width() - m_contentWidth - 2 * metric::margin) / 2 : 0;
    m_layout->setContentsMargins(metric::margin + free, 12, metric::margin + free, metric::margin);
}

QWidget *Sheet::firstField() const
{
    QWidget *body = content();
    const auto takesFocus = [this](const QWidget *widget) {
        return widget->focusPolicy() == Qt::StrongFocus && widget->isEnabled() && widget->isVisibleTo(this);
    };
    for (QWidget *widget = body; widget && (widget == body || body->isAncestorOf(widget)); widget = widget->nextInFocusChain())
        if (takesFocus(widget))
            return widget;
    return nullptr;
}

void Sheet::open()
{
    if (isOpen())
        return;
    m_focusBefore = QApplication::focusWidget();
    layOut();
    show();
    raise();
    m_scroll->verticalScrollBar()->setValue(0);
    QWidget *first = firstField();
    (first ? first : this)->setFocus(Qt::OtherFocusReason);
}

void Sheet::reveal(QWidget &field)
{
    m_scroll->ensureWidgetVisible(&field);
}

void Sheet::close()
{
    if (!isOpen())
        return;
    const bool hadFocus = isAncestorOf(QApplication::focusWidget()) || hasFocus();
    hide();
    if (hadFocus && m_focusBefore)
        m_focusBefore->setFocus(Qt::OtherFocusReason);
    Q_EMIT closed();
}

void Sheet::back()
{
    Q_EMIT backRequested();
    if (m_closesOnBack)
        close();
}

void Sheet::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        back();
    else
        QWidget::keyPressEvent(event);
}

bool Sheet::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        layOut();
    return QWidget::eventFilter(watched, event);
}

void Sheet::paintEvent(QPaintEvent *)
{
    QPainter painter{this};
    painter.fillRect(rect(), tokensOf(this).surface);
}

} // namespace guichet

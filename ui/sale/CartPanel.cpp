// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sale/CartPanel.h"

#include "ui/sale/CartRows.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace guichet {

using namespace Qt::StringLiterals;

CartPanel::CartPanel(QWidget *parent)
    : Ground{Level::Raised, Edge::Left, parent}, m_title{new TextLabel{{}, TextRole::BodyStrong, Tone::Normal, this}},
      m_count{new TextLabel{{}, TextRole::Secondary, Tone::Muted, this}}, m_clear{new BigButton{tr("Vider"), BigButton::Kind::Quiet, this}},
      m_hint{new TextLabel{tr("Touchez une offre, scannez un article ou cherchez un nom."), TextRole::Body, Tone::Muted, this}},
      m_scroll{new QScrollArea{this}}, m_rows{new CartRows{this}}, m_totals{new QVBoxLayout},
      m_total{new AmountLabel{TextRole::Total, this}}, m_keys{new QWidget{this}},
      m_park{new BigButton{tr("Garder"), BigButton::Kind::Normal, this}},
      m_promo{new BigButton{tr("Code promo"), BigButton::Kind::Normal, this}},
      m_client{new BigButton{tr("Client"), BigButton::Kind::Normal, this}},
      m_pay{new BigButton{tr("PAYER"), BigButton::Kind::Primary, this}}, m_footPlace{new QVBoxLayout}
{
    setObjectName(u"cart"_s);
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(12, 14, 16, 16);
    layout->setSpacing(6);
    buildHead(layout);
    buildTotals(layout);
    buildKeys(layout);
}

void CartPanel::buildHead(QVBoxLayout *layout)
{
    auto *head = new QHBoxLayout;
    head->setContentsMargins(8, 0, 0, 0);
    head->addWidget(m_title);
    head->addStretch(1);
    head->addWidget(m_count);
    head->addWidget(m_clear);
    m_clear->setObjectName(u"clear"_s);
    m_clear->setTextRole(TextRole::SecondaryStrong);
    connect(m_clear, &BigButton::clicked, this, &CartPanel::clearWanted);
    layout->addLayout(head);
    m_hint->setObjectName(u"cart.hint"_s);
    m_hint->setContentsMargins(8, 8, 8, 0);
    m_hint->setWordWrap(true);
    layout->addWidget(m_hint);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_scroll->setWidget(m_rows);
    m_rows->setAutoFillBackground(false); // setWidget() turns it on
    m_scroll->viewport()->installEventFilter(this);
    m_rows->installEventFilter(this);
    layout->addWidget(m_scroll, 1);
    connect(m_rows, &CartRows::lineTapped, this, [this](const Id<CartLine> &line) {
        if (!m_foot) // while paying the lines are only shown
            Q_EMIT lineTapped(line);
    });
    connect(m_rows, &CartRows::quantityWanted, this, &CartPanel::quantityWanted);
    connect(m_rows, &CartRows::freeWanted, this, &CartPanel::freeWanted);
    connect(m_rows, &CartRows::priceWanted, this, &CartPanel::priceWanted);
    connect(m_rows, &CartRows::commentWanted, this, &CartPanel::commentWanted);
    connect(m_rows, &CartRows::moveWanted, this, &CartPanel::moveWanted);
    connect(m_rows, &CartRows::removeWanted, this, &CartPanel::removeWanted);
}

void CartPanel::buildTotals(QVBoxLayout *layout)
{
    layout->addWidget(new Hairline{this});
    m_totals->setContentsMargins(8, 4, 0, 0);
    m_totals->setSpacing(2);
    layout->addLayout(m_totals);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(8, 0, 0, 0);
    auto *label = new TextLabel{tr("MONTANT TOTAL"), TextRole::SecondaryStrong, Tone::Normal, this};
    row->addWidget(label, 0, Qt::AlignBottom);
    m_total->setObjectName(u"total"_s);
    m_total->setAccessibleName(tr("Montant total"));
    row->addWidget(m_total, 1);
    layout->addLayout(row);
}

void CartPanel::buildKeys(QVBoxLayout *layout)
{
    auto *keys = new QVBoxLayout{m_keys};
    keys->setContentsMargins(8, 4, 0, 0);
    keys->setSpacing(8);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    for (BigButton *button : {m_park, m_promo, m_client})
        row->addWidget(button, 1);
    keys->addLayout(row);
    keys->addWidget(m_pay);
    m_park->setObjectName(u"park"_s);
    m_promo->setObjectName(u"promo"_s);
    m_client->setObjectName(u"client"_s);
    m_pay->setObjectName(u"pay"_s);
    m_park->setKey(QKeySequence{Qt::Key_F6});
    m_promo->setKey(QKeySequence{Qt::Key_F7});
    m_client->setKey(QKeySequence{Qt::Key_F8});
    m_pay->setKey(QKeySequence{Qt::Key_F12});
    connect(m_park, &BigButton::clicked, this, [this] { m_state.collecting ? Q_EMIT clearWanted() : Q_EMIT parkWanted(); });
    connect(m_promo, &BigButton::clicked, this, &CartPanel::promoWanted);
    connect(m_client, &BigButton::clicked, this, [this] { m_state.isEmpty ? Q_EMIT lastSaleWanted() : Q_EMIT clientWanted(); });
    connect(m_pay, &BigButton::clicked, this, &CartPanel::payWanted);
    m_footPlace->setContentsMargins(8, 0, 0, 0);
    layout->addWidget(m_keys);
    layout->addLayout(m_footPlace);
}

void CartPanel::renderTotals(const std::vector<CartTotal> &totals)
{
    while (m_totalRows.size() < totals.size()) {
        m_totalRows.push_back(new MoneyRow{{}, this});
        m_totals->addWidget(m_totalRows.back());
    }
    for (size_t i = 0; i < m_totalRows.size(); ++i) {
        m_totalRows[i]->setVisible(i < totals.size());
        if (i < totals.size()) {
            m_totalRows[i]->setLabel(totals[i].label);
            m_totalRows[i]->setAmount(totals[i].amount);
        }
    }
}

void CartPanel::render(const CartState &state)
{
    m_title->setText(state.title);
    m_count->setText(state.count);
    m_hint->setVisible(state.isEmpty && !m_foot);
    if (state.rows != m_state.rows || m_rows->hasOpenLine()) // whose quantity box shows what was typed, taken or not
        m_rows->render(state.rows);
    renderTotals(m_foot ? state.vat : state.totals);
    m_total->setAmount(state.total);
    m_park->setText(state.collecting ? tr("Abandonner") : state.isEmpty ? tr("Reprendre") : tr("Garder"));
    m_clear->setVisible(!state.isEmpty && !state.collecting && !m_foot);
    m_park->setEnabled(!state.isEmpty || state.canRecall);
    m_client->setEnabled(!state.isEmpty || state.canShowLast);
    m_client->setText(state.isEmpty ? tr("Dernière vente") : tr("Client"));
    m_promo->setText(state.promoCode.isEmpty() ? tr("Code promo") : state.promoCode);
    m_promo->setMarked(!state.promoCode.isEmpty());
    m_promo->setEnabled(!state.collecting);
    m_pay->setText(state.payText);
    m_pay->setEnabled(state.canPay);
    m_state = state;
    QTimer::singleShot(0, this, &CartPanel::keepInView); // once the rows have their places
}

/// The newest line, or the open one with all its keys.
void CartPanel::keepInView()
{
    layOutRows();
    const QRect part = m_rows->partInView();
    const int room = m_scroll->viewport()->height();
    if (m_rows->usedHeight() <= room)
        m_rows->setRoomBelow(0);
    if (part.isEmpty())
        return;
    QScrollBar *bar = m_scroll->verticalScrollBar();
    const int lowest = part.bottom() + 1 - room;
    if (lowest > bar->value())
        scrollTo(std::min(m_rows->rowTopFrom(lowest), part.top()), room);
    else
        bar->setValue(std::min(bar->value(), part.top()));
}

/// Now, not with the next events: what is scrolled to follows from it.
void CartPanel::layOutRows()
{
    QEvent request{QEvent::LayoutRequest};
    m_rows->layout()->activate();
    QCoreApplication::sendEvent(m_scroll, &request);
}

/// To the top of a row: none is cut in half, whatever the last one leaves free.
void CartPanel::scrollTo(int top, int room)
{
    m_rows->setRoomBelow(std::max(0, top + room - m_rows->usedHeight()));
    layOutRows();
    m_scroll->verticalScrollBar()->setValue(top);
}

/// Totals that grow take room from the lines, and a line that opens needs more of it.
bool CartPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        QTimer::singleShot(0, this, &CartPanel::keepInView);
    return Ground::eventFilter(watched, event);
}

void CartPanel::setFoot(QWidget *foot)
{
    if (m_foot && m_foot != foot)
        m_foot->hide();
    m_foot = foot;
    m_keys->setVisible(!foot);
    renderTotals(foot ? m_state.vat : m_state.totals);
    if (foot) {
        m_footPlace->addWidget(foot);
        foot->show();
    }
}

} // namespace guichet

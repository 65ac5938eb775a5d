// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/closing/ClosingView.h"

#include "core/money/FormatMoney.h"
#include "ui/pages/PageHead.h"
#include "ui/widgets/AmountLabel.h"
#include "ui/widgets/BarChart.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/DenominationCounter.h"
#include "ui/widgets/Translation.h"

#include <QBoxLayout>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScroller>

#include <algorithm>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr int gap = 8;
constexpr int commentHeight = 72;
constexpr int tendersWidth = 356;
constexpr int narrowPage = 1160; ///< Below, how many times a method was used stands in the X alone.
constexpr int timesColumn = 1;
constexpr int rowsStretch = 1000; ///< The rows first, then the empty space.

} // namespace

/// As high as its rows while there is room, and they scroll where there is less: what is asked comes before what is known.
class ClosingRows final : public QScrollArea
{
public:
    ClosingRows(QWidget *rows, QWidget *parent) : QScrollArea{parent}
    {
        setObjectName(u"closing.rows"_s);
        setWidgetResizable(true);
        setFrameShape(QFrame::NoFrame);
        setFocusPolicy(Qt::NoFocus);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        QScroller::grabGesture(viewport(), QScroller::TouchGesture);
        setWidget(rows);
        rows->setAutoFillBackground(false); // setWidget() turns it on; the card shows through
        viewport()->setAutoFillBackground(false);
    }
    void fit()
    {
        const QLayout *rows = widget()->layout();
        const int wrapped = rows->hasHeightForWidth() ? rows->heightForWidth(viewport()->width()) : 0;
        setMaximumHeight(std::max(wrapped, rows->sizeHint().height()));
    }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QScrollArea::resizeEvent(event);
        fit();
    }
};

ClosingView::ClosingView(QWidget *parent) : QWidget{parent}, m_head{new PageHead{{}, this}}
{
    auto *columns = new QHBoxLayout;
    columns->setSpacing(gap);
    columns->addWidget(makeDrawer(), 35);
    columns->addWidget(makeTenders(), 44);
    columns->addWidget(makeSummary(), 31);
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(8, 4, 8, 8);
    layout->setSpacing(8);
    auto *headRow = new QHBoxLayout;
    headRow->setContentsMargins(8, 0, 8, 0);
    headRow->addWidget(m_head);
    layout->addLayout(headRow);
    layout->addLayout(columns, 1);
    m_report = m_head->addAction(tr("ÉDITER LE X"), u"closing.report"_s, IconName::Receipt);
    connect(m_report, &BigButton::clicked, this, &ClosingView::reportWanted);
}

QWidget *ClosingView::makeDrawer()
{
    auto *card = new Card{{}, this};
    auto *scroll = new QScrollArea{card};
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QScroller::grabGesture(scroll->viewport(), QScroller::TouchGesture);
    m_counter = new DenominationCounter{DenominationCounter::euro(), scroll};
    scroll->setWidget(m_counter);
    m_counter->setAutoFillBackground(false); // setWidget() turns it on; the card shows through
    scroll->viewport()->setAutoFillBackground(false);
    scroll->setMinimumWidth(m_counter->minimumSizeHint().width());
    m_counted = new AmountLabel{TextRole::Figure, card};
    m_counted->setObjectName(u"closing.counted"_s);
    auto *total = new QHBoxLayout; // above the rows, which need all the height there is
    total->addWidget(caption(tr("Compter le tiroir"), card));
    total->addWidget(m_counted, 1);
    card->body()->addLayout(total);
    card->body()->addWidget(scroll, 1);
    connect(m_counter, &DenominationCounter::rowEntered, scroll, [scroll](QWidget *row) { scroll->ensureWidgetVisible(row, 0, 8); });
    connect(m_counter, &DenominationCounter::finished, this, [this] { m_close->setFocus(Qt::TabFocusReason); });
    connect(m_counter, &DenominationCounter::changed, this, [this] {
        CashCount count;
        for (const DenominationCount &row : m_counter->counts())
            if (row.count > 0)
                count.set(static_cast<int>(row.value.cents()), row.count);
        Q_EMIT countChanged(count);
    });
    return card;
}

QWidget *ClosingView::makeTenders()
{
    auto *card = new Card{tr("Encaissements"), this};
    m_methods = new DataTable{card};
    m_methods->setObjectName(u"closing.methods"_s);
    m_methods->setColumns({{.title = tr("Moyen"), .stretches = true},
                           {.title = tr("Nb"), .rightAligned = true},
                           {.title = tr("Attendu"), .rightAligned = true},
                           {.title = tr("Compté"), .rightAligned = true},
                           {.title = tr("Écart"), .rightAligned = true}});
    m_methods->setMinimumWidth(tendersWidth);
    m_methods->setEmptyText(tr("Aucun encaissement"));
    m_terminal = new TextLabel{{}, TextRole::Secondary, Tone::Muted, card};
    m_terminal->setObjectName(u"closing.terminal"_s);
    m_terminal->setWordWrap(true);
    m_allRight = new BigButton{tr("Le reste est juste"), BigButton::Kind::Normal, card};
    m_allRight->setObjectName(u"closing.allRight"_s);
    m_allRight->setIconName(IconName::Check);
    m_hoursTitle = caption(tr("Ventes par heure"), card);
    m_hours = new BarChart{card};
    m_hours->setMaximumHeight(160);
    m_openTitle = caption(tr("Reste ouvert, et le restera"), card);
    m_openItems = new TextLabel{{}, TextRole::Secondary, Tone::Normal, card};
    m_openItems->setObjectName(u"closing.openItems"_s);
    m_openItems->setWordWrap(true);
    QVBoxLayout *body = card->body();
    body->addWidget(m_methods, 1);
    body->addWidget(m_terminal);
    body->addWidget(m_allRight);
    body->addWidget(m_hoursTitle);
    body->addWidget(m_hours);
    body->addWidget(m_openTitle);
    body->addWidget(m_openItems);
    connect(m_methods, &DataTable::rowActivated, this, &ClosingView::methodTapped);
    connect(m_allRight, &BigButton::clicked, this, &ClosingView::allRightWanted);
    return card;
}

QWidget *ClosingView::makeSummary()
{
    auto *card = new Card{{}, this};
    m_number = caption({}, card);
    auto *rows = new QWidget;
    m_rowsLayout = new QVBoxLayout{rows};
    m_rowsLayout->setContentsMargins(0, 0, 0, 0);
    m_rowsLayout->setSpacing(4);
    m_rowsArea = new ClosingRows{rows, card};
    m_netLine = new QWidget{card};
    m_net = new AmountLabel{TextRole::Total, m_netLine};
    m_net->setObjectName(u"closing.net"_s);
    auto *netRow = new QHBoxLayout{m_netLine};
    netRow->setContentsMargins(0, 0, 0, 0);
    netRow->addWidget(new TextLabel{tr("NET"), TextRole::SecondaryStrong, Tone::Normal, m_netLine});
    netRow->addWidget(m_net, 1);
    m_float = new BigButton{tr("Fond pour demain"), BigButton::Kind::Normal, card};
    m_float->setObjectName(u"closing.float"_s);
    m_bank = new MoneyRow{tr("Remise en banque"), card};
    m_bank->setObjectName(u"closing.bank"_s);
    m_difference = new TextLabel{{}, TextRole::Secondary, Tone::Warning, card};
    m_difference->setObjectName(u"closing.difference"_s);
    m_difference->setWordWrap(true);
    m_comment = new QPlainTextEdit{card};
    m_comment->setObjectName(u"closing.comment"_s);
    m_comment->setAccessibleName(tr("Commentaire sur l’écart"));
    m_comment->setPlaceholderText(tr("Ce qui l’explique, si vous le savez"));
    m_comment->setTabChangesFocus(true);
    m_comment->setFixedHeight(commentHeight);
    m_warning = new TextLabel{{}, TextRole::SecondaryStrong, Tone::Warning, card};
    m_warning->setObjectName(u"closing.warning"_s);
    m_warning->setWordWrap(true);
    m_close = new BigButton{tr("FERMER LA CAISSE"), BigButton::Kind::Primary, card};
    m_close->setObjectName(u"closing.close"_s);
    m_close->setKey(Qt::Key_F12);
    QVBoxLayout *body = card->body();
    body->addWidget(m_number);
    body->addWidget(m_rowsArea, rowsStretch);
    body->addWidget(m_netLine);
    body->addStretch(1);
    body->addWidget(m_difference);
    body->addWidget(m_comment);
    body->addWidget(m_warning);
    body->addWidget(m_float);
    body->addWidget(m_bank);
    body->addWidget(m_close);
    connect(m_float, &BigButton::clicked, this, &ClosingView::floatWanted);
    connect(m_close, &BigButton::clicked, this, &ClosingView::closeWanted);
    connect(m_comment, &QPlainTextEdit::textChanged, this, [this] { Q_EMIT commentChanged(m_comment->toPlainText()); });
    return card;
}

void ClosingView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool narrow = width() < narrowPage;
    m_methods->setFont(textFont(narrow ? TextRole::Secondary : TextRole::Body));
    m_methods->setColumnHidden(timesColumn, narrow);
    m_close->setTextRole(narrow ? TextRole::Title : TextRole::Amount);
}

void ClosingView::startCounting()
{
    m_counter->focusFirst();
}

void ClosingView::reset()
{
    const QSignalBlocker quiet{m_comment};
    m_counter->setCounts({});
    m_comment->clear();
}

void ClosingView::renderSummary(const std::vector<ClosingAmount> &rows)
{
    while (m_rows.size() < rows.size()) {
        m_rows.push_back(new MoneyRow{{}, this});
        m_rowsLayout->addWidget(m_rows.back());
    }
    for (size_t i = 0; i < m_rows.size(); ++i) {
        m_rows[i]->setVisible(i < rows.size());
        if (i >= rows.size())
            continue;
        m_rows[i]->setLabel(rows[i].label);
        m_rows[i]->setAmount(rows[i].amount);
        m_rows[i]->setTone(rows[i].tone);
    }
    m_rowsArea->setVisible(!rows.empty());
    m_rowsArea->fit();
}

void ClosingView::render(const ClosingState &state)
{
    m_report->setVisible(state.offersX);
    m_head->setTexts(state.title, state.subtitle);
    m_counted->setAmount(state.counted);
    m_methods->setRows(state.methods);
    m_terminal->setText(state.terminal);
    m_terminal->setTone(state.terminalTone);
    m_terminal->setVisible(!state.terminal.isEmpty());
    m_allRight->setVisible(state.methodsLeft);
    m_hours->setBars(state.hours);
    m_hours->setVisible(!state.hours.empty() && state.showsNet);
    m_hoursTitle->setVisible(m_hours->isVisibleTo(this));
    m_openTitle->setVisible(!state.openItems.isEmpty());
    m_openItems->setVisible(!state.openItems.isEmpty());
    m_openItems->setText(state.openItems.join(u'\n'));
    m_number->setText(state.number);
    renderSummary(state.summary);
    m_netLine->setVisible(state.showsNet);
    m_net->setAmount(state.net);
    m_float->setNote(state.showsFloat ? formatMoney(state.nextFloat, EuroSign::Shown, spokenLanguage()) : u"—"_s);
    m_bank->setAmount(state.bank);
    m_difference->setText(state.difference);
    m_difference->setVisible(state.asksComment);
    m_comment->setVisible(state.asksComment);
    m_warning->setText(state.warning);
    m_warning->setVisible(!state.warning.isEmpty());
    m_close->setText(state.closeText);
}

} // namespace guichet

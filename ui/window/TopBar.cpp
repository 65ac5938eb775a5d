// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/TopBar.h"

#include "ui/widgets/SearchField.h"
#include "ui/widgets/StatusDot.h"
#include "ui/widgets/TextLabel.h"

#include <QHBoxLayout>

#include <algorithm>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr int narrowestSearch = 184;
constexpr int longestName = 150; ///< Of a till; longer ones are shortened on a narrow screen.

/// A status of many words never takes the room of what is looked for in the bar.
void keepRoom(QWidget *widget, int most = QWIDGETSIZE_MAX)
{
    widget->setMinimumWidth(std::min(widget->sizeHint().width(), most));
}

} // namespace

TopBar::TopBar(QWidget *parent)
    : Ground{Level::Raised, Edge::Bottom, parent}, m_lock{new BigButton{{}, BigButton::Kind::Quiet, this}},
      m_till{new TextLabel{{}, TextRole::BodyStrong, Tone::Normal, this}},
      m_user{new TextLabel{{}, TextRole::Secondary, Tone::Muted, this}}, m_back{new BigButton{{}, BigButton::Kind::Normal, this}},
      m_search{new SearchField{tr("Chercher ou scanner : offre, produit, dossier…"), this}},
      m_report{new BigButton{tr("ÉDITER LE X"), BigButton::Kind::Normal, this}},
      m_closing{new BigButton{tr("FERMER"), BigButton::Kind::Normal, this}}, m_status{new StatusDot{{}, Tone::Positive, this}},
      m_time{new TextLabel{{}, TextRole::Secondary, Tone::Muted, this}}
{
    setFixedHeight(metric::topBar);
    m_lock->setIconName(IconName::Lock);
    m_lock->setAccessibleName(tr("Verrouiller ou changer d’utilisateur"));
    m_lock->setToolTip(tr("Verrouiller ou changer d’utilisateur (F9)"));
    m_lock->setKey(QKeySequence{Qt::Key_F9}, BigButton::Reach::Everywhere);
    m_report->setKey(QKeySequence{Qt::Key_F10});
    m_closing->setKey(QKeySequence{Qt::Key_F11});
    m_lock->setObjectName(u"lock"_s);
    m_back->setObjectName(u"back"_s);
    m_search->setObjectName(u"search"_s);
    m_report->setObjectName(u"x"_s);
    m_closing->setObjectName(u"close"_s);
    m_status->setObjectName(u"status"_s);
    m_till->setObjectName(u"till"_s);
    m_time->setObjectName(u"time"_s);
    m_search->setMinimumWidth(narrowestSearch);
    keepRoom(m_closing);
    auto *layout = new QHBoxLayout{this};
    layout->setContentsMargins(8, 4, 16, 4);
    layout->setSpacing(12);
    layout->addWidget(m_lock);
    layout->addWidget(m_till);
    layout->addWidget(m_user);
    layout->addWidget(m_search, 1);
    layout->addStretch(0);
    for (QWidget *widget : {static_cast<QWidget *>(m_back), static_cast<QWidget *>(m_report), static_cast<QWidget *>(m_closing)})
        layout->addWidget(widget);
    layout->addWidget(m_status);
    layout->addWidget(m_time);
    connect(m_lock, &BigButton::clicked, this, &TopBar::lockWanted);
    connect(m_back, &BigButton::clicked, this, &TopBar::backWanted);
    connect(m_report, &BigButton::clicked, this, &TopBar::reportWanted);
    connect(m_closing, &BigButton::clicked, this, &TopBar::closingWanted);
    connect(m_status, &StatusDot::clicked, this, &TopBar::statusWanted);
    connect(m_search, &QLineEdit::textEdited, this, &TopBar::searchChanged);
    connect(m_search, &SearchField::cleared, this, [this] { Q_EMIT searchChanged({}); });
    connect(m_search, &SearchField::submitted, this, &TopBar::searchSubmitted);
}

void TopBar::render(const TopBarState &state)
{
    m_till->setText(state.till);
    m_user->setText(state.user.isEmpty() ? QString{} : u"· "_s + state.user);
    m_lock->setVisible(state.loggedIn);
    m_search->setVisible(state.selling);
    m_report->setVisible(state.selling);
    m_closing->setVisible(state.selling);
    m_back->setText(state.back);
    m_back->setVisible(!state.back.isEmpty());
    m_status->setStatus(state.status, state.statusTone);
    m_status->setToolTip(state.statusDetail.isEmpty() ? state.status : state.statusDetail);
    m_time->setText(state.time);
    keepRoom(m_till, longestName);
    keepRoom(m_time);
    static_cast<QHBoxLayout *>(layout())->setStretch(4, state.selling ? 0 : 1);
}

} // namespace guichet

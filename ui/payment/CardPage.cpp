// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payment/CardPage.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

constexpr int columnWidth = 720;
constexpr size_t mostSentences = 3;

} // namespace

CardPage::CardPage(QWidget *parent)
    : QWidget{parent}, m_title{new TextLabel{{}, TextRole::Title, Tone::Normal, this}},
      m_amount{new TextLabel{{}, TextRole::Total, Tone::Normal, this}}, m_prompt{new TextLabel{{}, TextRole::Title, Tone::Normal, this}},
      m_code{new QLineEdit{this}}, m_answers{buildAnswers()}, m_reply{buildReply()}, m_resolution{buildResolution()},
      m_cancel{addButton(tr("Annuler"), BigButton::Kind::Normal, u"card.cancel"_s)},
      m_leave{addButton(tr("Retour au paiement"), BigButton::Kind::Quiet, u"card.leave"_s)}
{
    setObjectName(u"cardPage"_s);
    auto *column = new QWidget{this};
    column->setMaximumWidth(columnWidth);
    auto *outer = new QHBoxLayout{this};
    outer->addWidget(column);
    auto *layout = new QVBoxLayout{column};
    layout->setSpacing(8);
    layout->addStretch(2);
    m_amount->setObjectName(u"card.amount"_s);
    m_prompt->setObjectName(u"card.prompt"_s);
    for (TextLabel *label : {m_title, m_amount, m_prompt}) {
        label->setAlignment(Qt::AlignCenter);
        layout->addWidget(label);
    }
    m_prompt->setWordWrap(true);
    for (size_t i = 0; i < mostSentences; ++i) {
        m_sentences.push_back(new TextLabel{{}, TextRole::Body, Tone::Muted, column});
        m_sentences.back()->setWordWrap(true);
        m_sentences.back()->setAlignment(Qt::AlignCenter);
        layout->addWidget(m_sentences.back());
    }
    layout->addSpacing(12);
    layout->addWidget(m_answers);
    layout->addWidget(m_reply);
    layout->addWidget(m_resolution);
    layout->addWidget(m_cancel);
    layout->addWidget(m_leave);
    layout->addStretch(3);
    for (QWidget *part : {m_answers, m_reply, m_resolution, static_cast<QWidget *>(m_cancel), static_cast<QWidget *>(m_leave)})
        part->hide();
    m_cancel->setKey(Qt::Key_F5);
    m_leave->setKey(Qt::Key_F5); // never beside the other
    connect(m_cancel, &BigButton::clicked, this, &CardPage::cancelWanted);
    connect(m_leave, &BigButton::clicked, this, &CardPage::leaveWanted);
}

BigButton *CardPage::addButton(const QString &text, BigButton::Kind kind, const QString &name)
{
    auto *button = new BigButton{text, kind, this};
    button->setObjectName(name);
    button->setKeyHeight(kind == BigButton::Kind::Primary || kind == BigButton::Kind::Key ? metric::mainKey : 56);
    button->setTextRole(TextRole::BodyStrong);
    return button;
}

QWidget *CardPage::buildAnswers()
{
    auto *answers = new QWidget{this};
    auto *layout = new QVBoxLayout{answers};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    auto *accepted = addButton(tr("Accepté"), BigButton::Kind::Primary, u"card.accepted"_s);
    accepted->setIconName(IconName::Check);
    auto *declined = addButton(tr("Refusé"), BigButton::Kind::Key, u"card.declined"_s);
    auto *unknown = addButton(tr("Je ne sais pas"), BigButton::Kind::Key, u"card.unknown"_s);
    accepted->setKey(Qt::Key_F2);
    declined->setKey(Qt::Key_F3);
    unknown->setKey(Qt::Key_F4);
    layout->addWidget(accepted);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(declined, 1);
    row->addWidget(unknown, 1);
    layout->addLayout(row);
    connect(accepted, &BigButton::clicked, this, [this] { Q_EMIT answered(ChargeState::Approved); });
    connect(declined, &BigButton::clicked, this, [this] { Q_EMIT answered(ChargeState::Declined); });
    connect(unknown, &BigButton::clicked, this, [this] { Q_EMIT answered(ChargeState::Unknown); });
    return answers;
}

QWidget *CardPage::buildReply()
{
    auto *reply = new QWidget{this};
    auto *row = new QHBoxLayout{reply};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    auto *yes = addButton(tr("Oui"), BigButton::Kind::Key, u"card.yes"_s);
    auto *no = addButton(tr("Non"), BigButton::Kind::Key, u"card.no"_s);
    yes->setKey(Qt::Key_F2);
    no->setKey(Qt::Key_F3);
    row->addWidget(no, 1);
    row->addWidget(yes, 1);
    connect(yes, &BigButton::clicked, this, [this] { Q_EMIT replied(true); });
    connect(no, &BigButton::clicked, this, [this] { Q_EMIT replied(false); });
    return reply;
}

QWidget *CardPage::buildResolution()
{
    auto *resolution = new QWidget{this};
    auto *layout = new QVBoxLayout{resolution};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    auto *park = addButton(tr("Garder le panier et servir le suivant"), BigButton::Kind::Primary, u"card.park"_s);
    layout->addWidget(park);
    layout->addSpacing(16);
    layout->addWidget(
        new TextLabel{tr("Le terminal ou son ticket le dit clairement :"), TextRole::SecondaryStrong, Tone::Muted, resolution});
    m_code->setObjectName(u"card.code"_s);
    m_code->setPlaceholderText(tr("Code d’autorisation du ticket, s’il y en a un"));
    m_code->setMaxLength(40);
    layout->addWidget(m_code);
    m_approve = addButton({}, BigButton::Kind::Key, u"card.approve"_s);
    m_reject = addButton({}, BigButton::Kind::Key, u"card.reject"_s);
    park->setKey(Qt::Key_F12);
    m_approve->setKey(Qt::Key_F2);
    m_reject->setKey(Qt::Key_F3);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_approve, 1);
    row->addWidget(m_reject, 1);
    layout->addLayout(row);
    connect(park, &BigButton::clicked, this, &CardPage::parkWanted);
    connect(m_approve, &BigButton::clicked, this, [this] { Q_EMIT resolved(ChargeState::Approved, m_code->text().trimmed()); });
    connect(m_reject, &BigButton::clicked, this, [this] { Q_EMIT resolved(ChargeState::Declined, m_code->text().trimmed()); });
    return resolution;
}

void CardPage::render(const CardState &state)
{
    const bool isTyping = state == m_shown && focusWidget() == m_code;
    if (state != m_shown)
        m_code->clear(); // a code is that of one payment
    m_shown = state;
    m_title->setText(state.title);
    m_amount->setText(state.amount);
    m_prompt->setText(state.prompt);
    m_prompt->setTone(state.tone);
    for (size_t i = 0; i < m_sentences.size(); ++i) {
        const bool said = static_cast<qsizetype>(i) < state.sentences.size();
        m_sentences[i]->setVisible(said);
        m_sentences[i]->setText(said ? state.sentences.at(static_cast<qsizetype>(i)) : QString{});
    }
    m_approve->setText(state.decision.approve);
    m_reject->setText(state.decision.reject);
    m_answers->setVisible(state.canAnswer);
    m_reply->setVisible(state.canReply);
    m_resolution->setVisible(state.canResolve);
    m_cancel->setVisible(state.canCancel);
    m_leave->setVisible(state.canLeave);
    if (!isTyping)
        setFocus(Qt::OtherFocusReason);
}

} // namespace guichet

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
      m_code{new QLineEdit{this}}, m_answers{buildAnswers()}, m_resolution{buildResolution()},
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
    layout->addWidget(m_resolution);
    layout->addWidget(m_cancel);
    layout->addWidget(m_leave);
    layout->addStretch(3);
    for (QWidget *part : {m_answers, m_resolution, static_cast<QWidget *>(m_cancel), static_cast<QWidget *>(m_leave)})
        part->hide();
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
    auto *approve = addButton(tr("C’est payé"), BigButton::Kind::Normal, u"card.approve"_s);
    auto *reject = addButton(tr("Ce n’est pas payé"), BigButton::Kind::Normal, u"card.reject"_s);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(approve, 1);
    row->addWidget(reject, 1);
    layout->addLayout(row);
    connect(park, &BigButton::clicked, this, &CardPage::parkWanted);
    connect(approve, &BigButton::clicked, this, [this] { Q_EMIT resolved(ChargeState::Approved, m_code->text().trimmed()); });
    connect(reject, &BigButton::clicked, this, [this] { Q_EMIT resolved(ChargeState::Declined, m_code->text().trimmed()); });
    return resolution;
}

void CardPage::render(const CardState &state)
{
    m_title->setText(state.title);
    m_amount->setText(state.amount);
    m_prompt->setText(state.prompt);
    m_prompt->setTone(state.tone);
    for (size_t i = 0; i < m_sentences.size(); ++i) {
        const bool said = static_cast<qsizetype>(i) < state.sentences.size();
        m_sentences[i]->setVisible(said);
        m_sentences[i]->setText(said ? state.sentences.at(static_cast<qsizetype>(i)) : QString{});
    }
    if (!state.canResolve)
        m_code->clear();
    m_answers->setVisible(state.canAnswer);
    m_resolution->setVisible(state.canResolve);
    m_cancel->setVisible(state.canCancel);
    m_leave->setVisible(state.canLeave);
    setFocus(Qt::OtherFocusReason);
}

} // namespace guichet

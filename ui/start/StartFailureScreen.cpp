// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/StartFailureScreen.h"

#include "ui/widgets/BigButton.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>
#include <QProgressBar>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr int widestCard = 720;

TextLabel *wrapping(TextRole role, Tone tone, const QString &name, QWidget *parent)
{
    auto *label = new TextLabel{{}, role, tone, parent};
    label->setObjectName(name);
    label->setWordWrap(true);
    return label;
}

void say(TextLabel *label, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

void offer(BigButton *button, const QString &text)
{
    button->setText(text);
    button->setVisible(!text.isEmpty());
}

} // namespace

StartFailureScreen::StartFailureScreen(QWidget *parent) : QWidget{parent}
{
    setObjectName(u"startFailure"_s);
    auto *card = new Card{{}, this};
    card->setMaximumWidth(widestCard);
    m_title = wrapping(TextRole::Title, Tone::Normal, u"failure.title"_s, card);
    m_sentence = wrapping(TextRole::Body, Tone::Normal, u"failure.sentence"_s, card);
    m_advice = wrapping(TextRole::Body, Tone::Muted, u"failure.advice"_s, card);
    m_detail = wrapping(TextRole::Secondary, Tone::Muted, u"failure.detail"_s, card);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_progress = new QProgressBar{card};
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_retry = new BigButton{{}, BigButton::Kind::Primary, card};
    m_retry->setObjectName(u"failure.retry"_s);
    m_restore = new BigButton{{}, BigButton::Kind::Normal, card};
    m_restore->setObjectName(u"failure.restore"_s);
    m_restore->setKeyHeight(metric::mainKey);
    card->body()->setSpacing(16);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_title, m_progress, m_sentence, m_advice, m_retry, m_restore, m_detail})
        card->body()->addWidget(widget);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(card, 6);
    row->addStretch(1);
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(24, 12, 24, 16);
    layout->addStretch(2);
    layout->addLayout(row);
    layout->addStretch(3);
    connect(m_retry, &BigButton::clicked, this, &StartFailureScreen::retryWanted);
    connect(m_restore, &BigButton::clicked, this, &StartFailureScreen::restoreWanted);
}

void StartFailureScreen::render(const StartFailureState &state)
{
    m_progress->hide();
    say(m_title, state.title);
    say(m_sentence, state.sentence);
    say(m_advice, state.advice);
    say(m_detail, state.detail);
    offer(m_retry, state.retry);
    offer(m_restore, state.restore);
}

void StartFailureScreen::showOpening()
{
    showBusy(tr("La caisse s’ouvre…"));
}

void StartFailureScreen::showRestoring()
{
    showBusy(tr("La sauvegarde revient…"));
}

void StartFailureScreen::showBusy(const QString &word)
{
    render({.title = word});
    m_progress->show();
}

} // namespace guichet

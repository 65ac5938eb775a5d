// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payment/DonePage.h"

#include "ui/format/Countries.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/Keypad.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

constexpr int doneColumnWidth = 760;
constexpr int postcodeDigits = 4;

/// Lines break between the parts, never in one: `arrondi +0,02` stays whole.
QString joinedWhole(QStringList parts)
{
    for (QString &part : parts)
        part.replace(u' ', QChar::Nbsp);
    return parts.join(u" · "_s);
}

} // namespace

OriginCard::OriginCard(QWidget *parent)
    : QWidget{parent}, m_card{new Card{tr("D’où viennent les visiteurs ?"), this}}, m_chips{new ChipRow{104, this}},
      m_others{new QComboBox{this}}, m_none{new BigButton{tr("Ne pas demander"), BigButton::Kind::Quiet, this}},
      m_postcodeBox{new QWidget{this}}, m_postcodeLabel{new TextLabel{{}, TextRole::Title, Tone::Normal, this}},
      m_keypad{new Keypad{Keypad::Corner::Backspace, this}}, m_thanks{new TextLabel{{}, TextRole::Body, Tone::Positive, this}}
{
    setObjectName(u"origin"_s);
    m_others->setObjectName(u"origin.other"_s);
    m_others->setFocusPolicy(Qt::TabFocus);
    m_none->setObjectName(u"origin.none"_s);
    m_keypad->setKeyHeight(48);
    auto *outer = new QVBoxLayout{this};
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_card);
    auto *postcode = new QHBoxLayout{m_postcodeBox};
    postcode->setContentsMargins(0, 0, 0, 0);
    postcode->setSpacing(16);
    postcode->addWidget(m_postcodeLabel, 1);
    postcode->addWidget(m_keypad, 1);
    auto *rest = new QHBoxLayout;
    rest->setSpacing(8);
    rest->addWidget(m_others, 1);
    rest->addWidget(m_none);
    m_card->body()->addWidget(m_chips);
    m_card->body()->addLayout(rest);
    m_card->body()->addWidget(m_postcodeBox);
    m_card->body()->addWidget(m_thanks);
    m_postcodeBox->hide();
    m_thanks->hide();
    connect(m_chips, &ChipRow::chosen, this, &OriginCard::choose);
    connect(m_others, &QComboBox::activated, this, [this](int index) { choose(m_others->itemData(index).toString()); });
    connect(m_none, &BigButton::clicked, this, &OriginCard::declined);
    connect(m_keypad, &Keypad::pressed, this, [this](PadKey key) { press(static_cast<int>(key)); });
}

void OriginCard::ask(Language language)
{
    m_language = language;
    m_country.clear();
    m_postcode.clear();
    m_chips->render(presentOrigins({}, language));
    m_others->clear();
    m_others->addItem(tr("Autre pays…"), QString{});
    for (const Country &country : countries(language))
        m_others->addItem(country.name, country.code);
    for (QWidget *widget : {static_cast<QWidget *>(m_chips), static_cast<QWidget *>(m_others), static_cast<QWidget *>(m_none)})
        widget->show();
    m_postcodeBox->hide();
    m_thanks->hide();
}

std::optional<Origin> OriginCard::unfinished() const
{
    return m_country == u"BE" && m_thanks->isHidden() ? std::optional{Origin{.country = m_country}} : std::nullopt;
}

bool OriginCard::handleKey(QKeyEvent *event)
{
    const auto key = padKeyFor(*event);
    if (m_postcodeBox->isHidden() || !key || *key == PadKey::Enter)
        return false;
    press(static_cast<int>(*key));
    return true;
}

void OriginCard::choose(const QString &country)
{
    if (country.isEmpty())
        return;
    m_country = country;
    m_postcode.clear();
    m_chips->render(presentOrigins(country, m_language));
    if (country != u"BE") {
        finish({.country = country}, countryName(country, m_language));
        return;
    }
    m_postcodeLabel->setText(tr("Code postal ?"));
    m_others->hide();
    m_none->hide();
    m_postcodeBox->show();
}

void OriginCard::press(int digit)
{
    if (digit == static_cast<int>(PadKey::Backspace))
        m_postcode.chop(1);
    else if (digit == static_cast<int>(PadKey::Clear))
        m_postcode.clear();
    else if (digit <= 9)
        m_postcode += QString::number(digit);
    m_postcodeLabel->setText(m_postcode.isEmpty() ? tr("Code postal ?") : m_postcode);
    if (m_postcode.size() == postcodeDigits)
        finish({.country = u"BE"_s, .postcode = m_postcode}, m_postcode);
}

void OriginCard::finish(const Origin &origin, const QString &thanks)
{
    for (QWidget *widget :
         {static_cast<QWidget *>(m_chips), static_cast<QWidget *>(m_others), static_cast<QWidget *>(m_none), m_postcodeBox})
        widget->hide();
    m_thanks->setText(tr("Noté : %1").arg(thanks));
    m_thanks->show();
    Q_EMIT answered(origin);
}

DonePage::DonePage(QWidget *parent)
    : QWidget{parent}, m_title{new TextLabel{{}, TextRole::Title, Tone::Positive, this}},
      m_label{new TextLabel{{}, TextRole::SecondaryStrong, Tone::Muted, this}},
      m_amount{new TextLabel{{}, TextRole::Total, Tone::Normal, this}}, m_details{new TextLabel{{}, TextRole::Body, Tone::Muted, this}},
      m_document{new TextLabel{{}, TextRole::BodyStrong, Tone::Normal, this}},
      m_warnings{new TextLabel{{}, TextRole::Body, Tone::Warning, this}},
      m_reprint{new BigButton{tr("Réimprimer"), BigButton::Kind::Normal, this}},
      m_paper{new BigButton{tr("Voir le ticket"), BigButton::Kind::Normal, this}},
      m_next{new BigButton{tr("VENTE SUIVANTE"), BigButton::Kind::Primary, this}}, m_origin{new OriginCard{this}}
{
    setObjectName(u"donePage"_s);
    setFocusPolicy(Qt::StrongFocus);
    auto *column = new QWidget{this};
    column->setMaximumWidth(doneColumnWidth);
    auto *outer = new QHBoxLayout{this};
    outer->addWidget(column);
    auto *layout = new QVBoxLayout{column};
    layout->setSpacing(8);
    layout->addStretch(2);
    m_amount->setObjectName(u"done.amount"_s);
    m_details->setObjectName(u"done.details"_s);
    m_document->setObjectName(u"done.document"_s);
    for (TextLabel *label : {m_title, m_label, m_amount, m_details, m_document, m_warnings}) {
        label->setAlignment(Qt::AlignCenter);
        layout->addWidget(label);
    }
    m_details->setWordWrap(true);
    m_warnings->setWordWrap(true);
    layout->addSpacing(8);
    layout->addWidget(buildButtons());
    layout->addSpacing(8);
    layout->addWidget(m_origin);
    layout->addStretch(3);
    layout->addWidget(m_next);
    m_origin->hide();
    connect(m_next, &BigButton::clicked, this, &DonePage::askNext);
    connect(m_reprint, &BigButton::clicked, this, &DonePage::reprintWanted);
    connect(m_paper, &BigButton::clicked, this, &DonePage::paperWanted);
    connect(m_origin, &OriginCard::answered, this, &DonePage::originAnswered);
    connect(m_origin, &OriginCard::declined, m_origin, &QWidget::hide);
}

QWidget *DonePage::buildButtons()
{
    auto *buttons = new QWidget{this};
    auto *row = new QHBoxLayout{buttons};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_reprint->setObjectName(u"done.reprint"_s);
    m_reprint->setIconName(IconName::Printer);
    m_paper->setObjectName(u"done.paper"_s);
    m_paper->setIconName(IconName::Receipt);
    m_next->setObjectName(u"done.next"_s);
    m_next->setKey(QKeySequence{Qt::Key_F12});
    row->addWidget(m_reprint, 1);
    row->addWidget(m_paper, 1);
    return buttons;
}

void DonePage::render(const DoneState &state, Language language)
{
    m_title->setText(state.title);
    m_label->setText(state.label);
    m_label->setVisible(!state.label.isEmpty());
    m_amount->setText(state.amount);
    m_amount->setVisible(!state.amount.isEmpty());
    m_details->setText(joinedWhole(state.details));
    m_document->setText(state.document);
    m_warnings->setText(state.warnings.join(u'\n'));
    m_warnings->setVisible(!state.warnings.isEmpty());
    m_reprint->setVisible(state.canReprint);
    m_origin->setVisible(state.asksOrigin);
    if (state.asksOrigin)
        m_origin->ask(language);
    m_sinceShown.start();
    setFocus(Qt::OtherFocusReason);
}

std::optional<Origin> DonePage::unfinishedOrigin() const
{
    return m_origin->isHidden() ? std::nullopt : m_origin->unfinished();
}

void DonePage::askNext()
{
    if (!isQuiet())
        Q_EMIT nextWanted();
}

/// A key that repeats is taken from the shortcuts: F12, still held from the payment, would begin the next sale.
bool DonePage::event(QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride || !static_cast<QKeyEvent *>(event)->isAutoRepeat())
        return QWidget::event(event);
    event->accept();
    return true;
}

void DonePage::keyPressEvent(QKeyEvent *event)
{
    if (event->isAutoRepeat())
        return;
    if (!m_origin->isHidden() && m_origin->handleKey(event))
        return;
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter)
        askNext();
    else
        QWidget::keyPressEvent(event);
}

} // namespace guichet

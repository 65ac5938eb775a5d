// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/ReplacementForm.h"

#include "ui/pages/PageHead.h"
#include "ui/widgets/Card.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QScroller>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr int replacementWidth = 640;

} // namespace

ReplacementForm::ReplacementForm(QWidget *parent) : QWidget{parent}
{
    auto *head = new PageHead{tr("Remplacer une caisse"), this};
    BigButton *back = head->addAction(tr("Retour"), u"replace.back"_s, IconName::Back);
    connect(back, &BigButton::clicked, this, &ReplacementForm::backWanted);
    auto *scroll = new QScrollArea{this};
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setAlignment(Qt::AlignHCenter);
    QScroller::grabGesture(scroll->viewport(), QScroller::TouchGesture);
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(head);
    layout->addWidget(scroll, 1);
    scroll->setWidget(makeForm());
    refresh();
}

/// As wide as it may be, never wider: the lines under the fields have the height of that width.
QWidget *ReplacementForm::makeForm()
{
    auto *form = new QWidget;
    form->setMaximumWidth(replacementWidth);
    auto *card = new Card{tr("Cette machine prend la place d’une caisse dont la machine n’est plus là"), form};
    QVBoxLayout *fields = card->body();
    fields->setSpacing(4);
    m_centre = new CentreForm{u"replace"_s, tr("Code de remplacement"), card};
    fields->addWidget(m_centre);
    m_administrator = addNotedField(fields, tr("Administrateur"), u"replace.administrator"_s, 60);
    m_pin = addNotedField(fields, tr("Son code PIN"), u"replace.pin"_s, 8);
    m_pin.edit->setEchoMode(QLineEdit::Password);
    m_pin.edit->setInputMethodHints(Qt::ImhDigitsOnly);
    m_replace = new BigButton{tr("Prendre la place de la caisse"), BigButton::Kind::Primary, card};
    m_replace->setObjectName(u"replace.replace"_s);
    m_replace->setKey(Qt::Key_F12);
    fields->addSpacing(12);
    fields->addWidget(m_replace);
    connectForm();
    auto *layout = new QVBoxLayout{form};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(card);
    layout->addStretch(1);
    return form;
}

void ReplacementForm::connectForm()
{
    connect(m_replace, &BigButton::clicked, this, &ReplacementForm::replace);
    connect(m_centre, &CentreForm::submitted, this, &ReplacementForm::replace);
    connect(m_centre, &CentreForm::changed, this, &ReplacementForm::refresh);
    for (QLineEdit *edit : {m_administrator.edit, m_pin.edit})
        connect(edit, &QLineEdit::textChanged, this, &ReplacementForm::refresh);
    connect(m_administrator.edit, &QLineEdit::returnPressed, m_pin.edit, [pin = m_pin.edit] { pin->setFocus(); });
    connect(m_pin.edit, &QLineEdit::returnPressed, this, &ReplacementForm::replace);
}

void ReplacementForm::begin()
{
    m_centre->begin();
}

void ReplacementForm::correct(const Error &refusal)
{
    m_centre->correct(refusal);
}

QString ReplacementForm::authority() const
{
    return plainReplacement(input()).centre.authority;
}

ReplacementInput ReplacementForm::input() const
{
    return {.centre = m_centre->access(), .administrator = m_administrator.edit->text(), .pin = m_pin.edit->text()};
}

void ReplacementForm::refresh()
{
    const ReplacementState state = presentReplacement(input());
    showNote(m_administrator, state.administrator);
    m_replace->setEnabled(state.canReplace);
    Q_EMIT changed();
}

void ReplacementForm::replace()
{
    if (presentReplacement(input()).canReplace)
        Q_EMIT replacementWanted(plainReplacement(input()));
}

} // namespace guichet

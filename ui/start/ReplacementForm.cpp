// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/ReplacementForm.h"

#include "ui/pages/PageHead.h"
#include "ui/widgets/Card.h"

#include <QBoxLayout>
#include <QLineEdit>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr int replacementWidth = 640;

void showNote(TextLabel *label, const FieldNote &note)
{
    label->setText(note.text);
    label->setTone(note.tone);
    label->setVisible(!note.text.isEmpty());
}

} // namespace

ReplacementForm::ReplacementForm(QWidget *parent) : QWidget{parent}
{
    auto *head = new PageHead{tr("Remplacer une caisse"), this};
    BigButton *back = head->addAction(tr("Retour"), u"replace.back"_s, IconName::Back);
    connect(back, &BigButton::clicked, this, &ReplacementForm::backWanted);
    auto *card = new Card{tr("Cette machine prend la place d’une caisse dont la machine n’est plus là"), this};
    card->setMaximumWidth(replacementWidth);
    QVBoxLayout *fields = card->body();
    fields->setSpacing(4);
    m_address = addField(fields, tr("Serveur central"), u"replace.address"_s, 500);
    m_code = addField(fields, tr("Code de remplacement"), u"replace.code"_s, 40);
    m_authority = addField(fields, tr("Certificat propre"), u"replace.authority"_s, 1000);
    m_administrator = addField(fields, tr("Administrateur"), u"replace.administrator"_s, 60);
    m_pin = addField(fields, tr("Son code PIN"), u"replace.pin"_s, 8);
    m_pin.edit->setEchoMode(QLineEdit::Password);
    m_pin.edit->setInputMethodHints(Qt::ImhDigitsOnly);
    m_replace = new BigButton{tr("Prendre la place de la caisse"), BigButton::Kind::Primary, card};
    m_replace->setObjectName(u"replace.replace"_s);
    fields->addSpacing(12);
    fields->addWidget(m_replace);
    connect(m_replace, &BigButton::clicked, this, &ReplacementForm::replace);
    connect(m_code.edit, &QLineEdit::returnPressed, this, &ReplacementForm::replace); // a scanner ends so
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(head);
    layout->addWidget(card, 0, Qt::AlignHCenter);
    layout->addStretch(1);
    refresh();
}

void ReplacementForm::begin()
{
    m_address.edit->setFocus();
}

ReplacementForm::Field ReplacementForm::addField(QVBoxLayout *layout, const QString &label, const QString &objectName, int longest)
{
    QWidget *parent = layout->parentWidget();
    const Field field{.edit = new QLineEdit{parent}, .note = new TextLabel{{}, TextRole::Secondary, Tone::Muted, parent}};
    field.edit->setObjectName(objectName);
    field.edit->setAccessibleName(label);
    field.edit->setMaxLength(longest);
    field.edit->setMinimumWidth(replacementWidth - 80);
    field.note->setObjectName(objectName + u".note"_s);
    field.note->hide();
    layout->addWidget(new TextLabel{label, TextRole::SecondaryStrong, Tone::Normal, parent});
    layout->addWidget(field.edit);
    layout->addWidget(field.note);
    connect(field.edit, &QLineEdit::textChanged, this, &ReplacementForm::refresh);
    return field;
}

ReplacementInput ReplacementForm::input() const
{
    return {.address = m_address.edit->text(),
            .code = m_code.edit->text(),
            .authority = m_authority.edit->text(),
            .administrator = m_administrator.edit->text(),
            .pin = m_pin.edit->text()};
}

void ReplacementForm::refresh()
{
    if (!m_replace)
        return;
    const ReplacementState state = presentReplacement(input());
    showNote(m_address.note, state.address);
    showNote(m_code.note, state.code);
    showNote(m_authority.note, state.authority);
    showNote(m_administrator.note, state.administrator);
    m_replace->setEnabled(state.canReplace);
}

void ReplacementForm::replace()
{
    if (presentReplacement(input()).canReplace)
        Q_EMIT replacementWanted(plainReplacement(input()));
}

} // namespace guichet

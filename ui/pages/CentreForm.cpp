// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/CentreForm.h"

#include "core/scan/CentreInvitation.h"
#include "core/scan/ScanCode.h"
#include "ui/widgets/TextLabel.h"

#include <QBoxLayout>
#include <QLineEdit>

namespace guichet {

using namespace Qt::StringLiterals;

NotedField addNotedField(QVBoxLayout *layout, const QString &label, const QString &objectName, int longest)
{
    QWidget *parent = layout->parentWidget();
    const NotedField field{.edit = new QLineEdit{parent}, .note = new TextLabel{{}, TextRole::Secondary, Tone::Muted, parent}};
    field.edit->setObjectName(objectName);
    field.edit->setAccessibleName(label);
    field.edit->setMaxLength(longest);
    field.note->setObjectName(objectName + u".note"_s);
    field.note->setWordWrap(true);
    field.note->hide();
    if (layout->count() > 0)
        layout->addSpacing(8); // the note belongs to the field above it
    layout->addWidget(new TextLabel{label, TextRole::SecondaryStrong, Tone::Normal, parent});
    layout->addWidget(field.edit);
    layout->addWidget(field.note);
    return field;
}

void showNote(const NotedField &field, const FieldNote &note)
{
    field.note->setText(note.text);
    field.note->setTone(note.tone);
    field.note->setVisible(!note.text.isEmpty());
}

CentreForm::CentreForm(const QString &prefix, const QString &codeLabel, QWidget *parent) : QWidget{parent}
{
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    m_address = addNotedField(layout, tr("Serveur central"), prefix + u".address"_s, 500);
    m_code = addNotedField(layout, codeLabel, prefix + u".code"_s, longestScan); // an invitation may be typed into it
    m_authority = addNotedField(layout, tr("Certificat propre"), prefix + u".authority"_s, 1000);
    for (QLineEdit *edit : {m_address.edit, m_code.edit})
        connect(edit, &QLineEdit::textChanged, this, &CentreForm::takeTyped);
    connect(m_authority.edit, &QLineEdit::textChanged, this, &CentreForm::refresh);
    for (QLineEdit *edit : {m_address.edit, m_code.edit, m_authority.edit})
        connect(edit, &QLineEdit::returnPressed, this, &CentreForm::goOn);
    refresh();
}

void CentreForm::begin()
{
    m_address.edit->setFocus();
}

CentreAccess CentreForm::access() const
{
    return {.address = m_address.edit->text(), .code = m_code.edit->text(), .authority = m_authority.edit->text()};
}

void CentreForm::setAccess(const CentreAccess &access)
{
    m_address.edit->setText(access.address);
    m_code.edit->setText(access.code);
    m_authority.edit->setText(access.authority);
    refresh(); // what was said of a scan goes, even when nothing has changed
}

void CentreForm::takeScan(const QString &text)
{
    const Result<CentreInvitation> invitation = readInvitation(text);
    const QString code = invitation ? invitation->code : plainCentreCode(text);
    if (!isCentreCode(code))
        return showNote(m_code, {tr("Ce code n’est pas celui d’un serveur central"), Tone::Danger});
    if (invitation)
        m_address.edit->setText(invitation->url.toString(QUrl::FullyEncoded));
    m_code.edit->setText(code);
    m_code.edit->setFocus(); // the Enter that follows a typed one is behind the code
}

/// What is typed or scanned next takes the place of what was refused.
void CentreForm::correct(const Error &refusal)
{
    const bool isOfFile = refusal.code == ErrorCode::InvalidInput && refusal.values.value(0) == u"authority";
    if (refusal.code == ErrorCode::CentreNotTrusted || isOfFile)
        return m_authority.edit->setFocus(); // a path is put right, not typed anew
    const NotedField &field = refusal.code == ErrorCode::CentreUnreachable ? m_address : m_code;
    showNote(field, {});
    field.edit->setFocus();
    field.edit->selectAll();
}

/// Enter: to what is still missing.
void CentreForm::goOn()
{
    const CentreAccess plain = plainAccess(access());
    if (presentCentreForm(plain).isWhole)
        Q_EMIT submitted();
    else
        (centralUrl(plain.address) ? m_code : m_address).edit->setFocus();
}

/// Character by character, as a scanner types it: whole with the last digit of its code.
void CentreForm::takeTyped(const QString &text)
{
    if (looksLikeInvitation(text) && readInvitation(text))
        takeScan(text);
    else
        refresh();
}

void CentreForm::refresh()
{
    const CentreFormState state = presentCentreForm(access());
    showNote(m_address, state.address);
    showNote(m_code, state.code);
    showNote(m_authority, state.authority);
    Q_EMIT changed();
}

} // namespace guichet

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/CentreEnrolment.h"
#include "ui/theme/Tokens.h"

#include <QWidget>

class QLineEdit;
class QVBoxLayout;

namespace guichet {

class TextLabel;

/// What stands under a field while it is typed.
struct FieldNote
{
    QString text;
    Tone tone = Tone::Muted;
    friend bool operator==(const FieldNote &, const FieldNote &) = default;
};

/// A line to type in, with its name above and its note below.
struct NotedField
{
    QLineEdit *edit = nullptr;
    TextLabel *note = nullptr;
};
/// At the end of `layout`. `longest`: characters.
NotedField addNotedField(QVBoxLayout *layout, const QString &label, const QString &objectName, int longest);
void showNote(const NotedField &field, const FieldNote &note);

/// What is to be said of where a centre is and of its code, as far as they are typed.
struct CentreFormState
{
    FieldNote address;
    FieldNote code;
    FieldNote authority;
    bool isWhole = false; ///< The centre can be asked.
    friend bool operator==(const CentreFormState &, const CentreFormState &) = default;
};
CentreFormState presentCentreForm(const CentreAccess &typed);
/// CentreNotTrusted, for who stands at the form; `authority`: the file that was given for it.
QString notTrustedSentence(const QString &authority);
/// As it is sent: the address with its scheme, the code in capitals without blanks and dashes.
CentreAccess plainAccess(CentreAccess typed);

/// Where the centre is, and the code that it gave: typed, or both at once from the QR that it shows. A scanner that types into a field of
/// it fills both, wherever the page has no filter for scans.
class CentreForm : public QWidget
{
    Q_OBJECT

public:
    /// Fields are named `prefix.address`, `prefix.code`, `prefix.authority`; `codeLabel`: what the code is for.
    CentreForm(const QString &prefix, const QString &codeLabel, QWidget *parent = nullptr);
    CentreAccess access() const; ///< As typed.
    void setAccess(const CentreAccess &access);
    /// A scan: the invitation of a centre fills both, its code alone the code; anything else is said under the code.
    void takeScan(const QString &text);
    void begin(); ///< The first field has the focus.
    /// The centre was asked and this came of it: the field that it is about has the focus, and nothing under it says that it is in order.
    void correct(const Error &refusal);

Q_SIGNALS:
    void changed();
    void submitted(); ///< Enter in a form that is whole, as a scanner ends too.

private:
    void refresh();
    void goOn();
    void takeTyped(const QString &text);

    NotedField m_address;
    NotedField m_code;
    NotedField m_authority;
};

} // namespace guichet

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/usecases/TillCreation.h"
#include "ui/start/StartState.h"

#include <QPointer>
#include <QWidget>

class QCheckBox;
class QHBoxLayout;
class QLineEdit;
class QProgressBar;
class QStackedLayout;
class QVBoxLayout;

namespace guichet {

class Banner;
class BigButton;
class ReplacementForm;
class TextLabel;

/// The first start: *Démo*, a till of one's own (ACC-8, short form), or the place of one whose machine is gone (SYN-4). There is no till
/// yet: it says what is wanted, the window makes it.
class FirstStartScreen : public QWidget
{
    Q_OBJECT

public:
    explicit FirstStartScreen(QWidget *parent = nullptr);
    /// What the making of the till said, until something is changed; the form stays as it was typed, and is typed on in.
    void showFailure(const Error &error);
    /// While the till is being made: nothing can be pressed.
    void setBusy(bool busy);

Q_SIGNALS:
    void creationWanted(const guichet::TillCreation &creation);
    void replacementWanted(const guichet::ReplacementInput &input);

private:
    struct Field
    {
        QLineEdit *edit;
        TextLabel *note;
    };
    QWidget *makeChoice();
    QWidget *makeForm();
    QWidget *makeReplacement();
    QWidget *makeAttraction(QWidget *form);
    QWidget *makeTill(QWidget *form);
    QHBoxLayout *makeFoot(QWidget *page);
    Field addField(QVBoxLayout *layout, const QString &label, const QString &objectName, int longest);
    StartInput input() const;
    void refresh();
    void forgetFailure();

    QStackedLayout *m_pages;
    Banner *m_failure;
    QProgressBar *m_progress;
    QWidget *m_body;
    QPointer<QWidget> m_focusBefore; ///< The till being made.
    BigButton *m_demo = nullptr;
    BigButton *m_own = nullptr;
    BigButton *m_replace = nullptr;
    ReplacementForm *m_replacement = nullptr;
    Field m_legalName{};
    Field m_enterprise{};
    QCheckBox *m_vatLiable = nullptr;
    Field m_street{};
    Field m_postcode{};
    Field m_city{};
    Field m_iban{};
    Field m_till{};
    Field m_administrator{};
    Field m_email{};
    Field m_pin{};
    Field m_pinAgain{};
    TextLabel *m_missing = nullptr;
    BigButton *m_create = nullptr;
};

} // namespace guichet

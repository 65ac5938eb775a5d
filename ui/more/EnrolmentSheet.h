// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/CentreForm.h"
#include "ui/widgets/Sheet.h"

class QProgressBar;

namespace guichet {

class Banner;

/// *Relier à la centrale*: where it is and the code that it gave (SYN-5). It says what is wanted; while the centre is asked nothing can be
/// pressed but *Retour*, and what was typed stays.
class EnrolmentSheet : public Sheet
{
    Q_OBJECT

public:
    explicit EnrolmentSheet(QWidget *host);
    /// Opens empty. `account`: that the till is of now; empty: of none.
    void ask(const QString &account);
    void takeScan(const QString &code); ///< While the centre is asked nothing is taken.
    void setBusy(bool busy);
    bool isBusy() const { return m_isBusy; }
    /// `refusal`: which field it is about. Said until something is typed.
    void showFailure(const QString &sentence, const Error &refusal);

Q_SIGNALS:
    void enrolmentWanted(const guichet::CentreAccess &access);

private:
    void refresh();
    void submit();

    CentreForm *m_form;
    Banner *m_failure;
    QProgressBar *m_progress;
    BigButton *m_enrol;
    bool m_isBusy = false;
};

} // namespace guichet

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/more/EnrolmentSheet.h"

#include "ui/widgets/Banner.h"

#include <QBoxLayout>
#include <QProgressBar>

namespace guichet {

using namespace Qt::StringLiterals;

EnrolmentSheet::EnrolmentSheet(QWidget *host)
    : Sheet{host}, m_form{new CentreForm{u"enrol"_s, tr("Code d’inscription")}}, m_failure{new Banner}, m_progress{new QProgressBar}
{
    setObjectName(u"enrolmentSheet"_s);
    setContentWidth(640);
    setTitle(tr("Relier à la centrale"));
    m_failure->setObjectName(u"enrol.failure"_s);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout{content};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_failure, m_progress, m_form})
        layout->addWidget(widget);
    layout->addStretch(1);
    setContent(content);
    m_enrol = addButton(tr("Relier la caisse"), BigButton::Kind::Primary, u"enrol.enrol"_s);
    m_enrol->setKey(Qt::Key_F12);
    connect(m_enrol, &BigButton::clicked, this, &EnrolmentSheet::submit);
    connect(m_form, &CentreForm::submitted, this, &EnrolmentSheet::submit);
    connect(m_form, &CentreForm::changed, this, [this] {
        m_failure->render({}); // it was about what stood there
        refresh();
    });
    setBusy(false);
}

void EnrolmentSheet::ask(const QString &account)
{
    const QString usual = tr("Les caisses d’une attraction partagent par le serveur central ce qu’elles vendent. Qui le gère donne un code "
                             "par caisse, ou un code QR à scanner.");
    setSubtitle(account.isEmpty() ? usual : tr("Cette caisse est du compte « %1 » : un code d’un autre compte l’y déplace.").arg(account));
    if (!m_isBusy)
        m_form->setAccess({});
    open();
}

void EnrolmentSheet::takeScan(const QString &code)
{
    if (!m_isBusy)
        m_form->takeScan(code);
}

void EnrolmentSheet::setBusy(bool busy)
{
    m_isBusy = busy;
    if (busy)
        m_failure->render({});
    m_progress->setVisible(busy);
    m_form->setEnabled(!busy);
    refresh();
}

void EnrolmentSheet::showFailure(const QString &sentence, const Error &refusal)
{
    m_failure->render({.text = sentence, .tone = Tone::Danger});
    m_form->correct(refusal);
}

void EnrolmentSheet::refresh()
{
    m_enrol->setEnabled(!m_isBusy && presentCentreForm(m_form->access()).isWhole);
}

void EnrolmentSheet::submit()
{
    if (m_enrol->isEnabled())
        Q_EMIT enrolmentWanted(plainAccess(m_form->access()));
}

} // namespace guichet

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/closing/ClosedPage.h"

#include "core/money/FormatMoney.h"
#include "ui/pages/PageHead.h"
#include "ui/pages/PaperPage.h"
#include "ui/widgets/AmountLabel.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/Translation.h"

#include <QBoxLayout>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr int cardWidth = 400;

} // namespace

ClosedPage::ClosedPage(QWidget *parent) : QWidget{parent}, m_paper{new PaperPane{this}}
{
    auto *card = new Card{{}, this};
    card->setFixedWidth(cardWidth);
    m_title = new TextLabel{{}, TextRole::Title, Tone::Positive, card};
    m_title->setObjectName(u"closed.title"_s);
    m_title->setWordWrap(true);
    m_difference = new TextLabel{{}, TextRole::Body, Tone::Normal, card};
    m_difference->setObjectName(u"closed.difference"_s);
    m_difference->setWordWrap(true);
    m_terminal = new TextLabel{{}, TextRole::Body, Tone::Normal, card};
    m_terminal->setObjectName(u"closed.terminal"_s);
    m_terminal->setWordWrap(true);
    m_net = new AmountLabel{TextRole::Total, card};
    m_bank = new MoneyRow{tr("Remise en banque"), card};
    m_float = new MoneyRow{tr("Fond pour demain"), card};
    auto *print = new BigButton{tr("Imprimer encore"), BigButton::Kind::Normal, card};
    print->setObjectName(u"closed.print"_s);
    print->setIconName(IconName::Printer);
    auto *pdf = new BigButton{tr("Enregistrer en PDF A4"), BigButton::Kind::Normal, card};
    pdf->setObjectName(u"closed.pdf"_s);
    pdf->setIconName(IconName::Folder);
    m_done = new BigButton{tr("Terminé"), BigButton::Kind::Primary, card};
    m_done->setObjectName(u"closed.done"_s);
    m_done->setKey(Qt::Key_F12);
    QVBoxLayout *body = card->body();
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_title, caption(tr("NET"), card), m_net, m_difference, m_terminal, m_bank, m_float})
        body->addWidget(widget);
    body->addStretch(1);
    for (QWidget *widget : {print, pdf, m_done})
        body->addWidget(widget);
    auto *columns = new QHBoxLayout{this};
    columns->setContentsMargins(16, 12, 16, 12);
    columns->setSpacing(16);
    columns->addWidget(m_paper, 1);
    columns->addWidget(card);
    connect(print, &BigButton::clicked, this, &ClosedPage::printWanted);
    connect(pdf, &BigButton::clicked, this, &ClosedPage::pdfWanted);
    connect(m_done, &BigButton::clicked, this, &ClosedPage::doneWanted);
}

void ClosedPage::renderTerminal(const Report &report)
{
    m_terminal->setVisible(!report.terminals.empty());
    if (report.terminals.empty())
        return;
    const TerminalComparison &compared = report.terminals.front();
    const Money difference = compared.difference();
    const bool agrees = compared.answered && difference.isZero();
    m_terminal->setTone(agrees ? Tone::Positive : Tone::Warning);
    if (!compared.answered)
        m_terminal->setText(tr("Le terminal de paiement n’a pas donné ses totaux."));
    else
        m_terminal->setText(
            agrees ? tr("Le terminal de paiement dit comme la caisse.")
                   : tr("Écart avec le terminal de paiement : %1").arg(formatMoney(difference, EuroSign::Shown, spokenLanguage())));
}

void ClosedPage::render(const Report &report, const Paper &paper)
{
    m_paper->setPaper(paper);
    m_title->setText(tr("La caisse est fermée. Z n° %1").arg(report.zNumber().toString()));
    const Money difference = report.cash.difference();
    if (!report.cash.counted)
        m_difference->setText(tr("Le tiroir n’est pas compté : un utilisateur complétera le comptage."));
    else
        m_difference->setText(difference.isZero()
                                  ? tr("Le tiroir est juste.")
                                  : tr("Écart du tiroir : %1").arg(formatMoney(difference, EuroSign::Shown, spokenLanguage())));
    m_difference->setTone(report.cash.counted && difference.isZero() ? Tone::Positive : Tone::Warning);
    renderTerminal(report);
    m_net->setAmount(report.net);
    m_bank->setAmount(report.cash.bankDrop);
    m_float->setAmount(report.cash.nextFloat);
    m_done->setText(report.lateClosing ? tr("OUVRIR LA CAISSE") : tr("Terminé"));
    m_done->setFocus();
}

} // namespace guichet

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/labelling/PrintSheet.h"

#include "ui/pages/PageHead.h"
#include "ui/widgets/ChipRow.h"

#include <QBoxLayout>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr int printSheetWidth = 720;
constexpr int narrowestPrinter = 220;

} // namespace

PrintSheet::PrintSheet(QWidget *host)
    : Sheet{host}, m_chips{new ChipRow{narrowestPrinter}}, m_words{new TextLabel{{}, TextRole::Body, Tone::Muted}}
{
    setObjectName(u"printSheet"_s);
    setContentWidth(printSheetWidth);
    setTitle(tr("Imprimer les planches"));
    m_words->setObjectName(u"print.words"_s);
    m_words->setWordWrap(true);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout{content};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(caption(tr("Sur quelle imprimante ?"), content));
    layout->addWidget(m_chips);
    layout->addWidget(m_words);
    layout->addStretch(1);
    setContent(content);
    m_print = addButton(tr("Imprimer"), BigButton::Kind::Primary, u"print.confirm"_s);
    connect(m_chips, &ChipRow::chosen, this, [this](const QString &printer) {
        m_chosen = printer;
        render();
    });
    connect(m_print, &BigButton::clicked, this, [this] { Q_EMIT confirmed(m_chosen); });
}

void PrintSheet::ask(const QString &what)
{
    m_printers.clear();
    m_chosen.clear();
    setSubtitle(what);
    render();
    m_words->setText(tr("Les imprimantes de cet ordinateur sont cherchées …"));
    open();
    setFocus();
}

void PrintSheet::setPrinters(const QStringList &printers)
{
    m_printers = printers;
    m_chosen = printers.value(0);
    render();
    m_words->setText(printers.isEmpty()
                         ? tr("Aucune imprimante A4 n’est installée sur cet ordinateur. Enregistrez un PDF et imprimez-le ailleurs.")
                         : tr("Mettez la planche dans le bac, face à imprimer comme l’imprimante le veut. Rien n’est réduit."));
    m_print->setFocus();
}

void PrintSheet::render()
{
    std::vector<ChipState> chips;
    for (const QString &printer : m_printers)
        chips.push_back({.id = printer, .text = printer, .selected = printer == m_chosen});
    m_chips->render(chips);
    m_print->setEnabled(!m_chosen.isEmpty());
}

} // namespace guichet

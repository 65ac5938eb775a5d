// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/labelling/LabelsOutput.h"

#include "ui/labelling/SheetPreview.h"
#include "ui/labels/LabelPicture.h"
#include "ui/labels/paintLabelSheets.h"
#include "ui/pages/PageHead.h"
#include "ui/widgets/QuantityStepper.h"
#include "ui/widgets/TabBar.h"

#include <QBoxLayout>

#include <algorithm>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr int narrowestFormat = 104; ///< Four beside each other on the common screen.

} // namespace

LabelsOutput::LabelsOutput(QWidget *parent)
    : Card{{}, parent}, m_tabs{new TabBar{this}}, m_sheetParts{new QWidget{this}}, m_formats{new ChipRow{narrowestFormat, m_sheetParts}},
      m_start{new QuantityStepper{m_sheetParts}}, m_preview{new SheetPreview{this}},
      m_before{new BigButton{tr("Précédente"), BigButton::Kind::Quiet, this}},
      m_pageWords{new TextLabel{{}, TextRole::Secondary, Tone::Muted, this}},
      m_after{new BigButton{tr("Suivante"), BigButton::Kind::Quiet, this}},
      m_summary{new TextLabel{{}, TextRole::BodyStrong, Tone::Normal, this}},
      m_note{new TextLabel{{}, TextRole::Secondary, Tone::Muted, this}},
      m_setUp{new BigButton{tr("La régler"), BigButton::Kind::Normal, this}},
      m_pdf{new BigButton{tr("PDF"), BigButton::Kind::Normal, this}},
      m_print{new BigButton{tr("Imprimer"), BigButton::Kind::Primary, this}},
      m_roll{new BigButton{tr("Imprimer"), BigButton::Kind::Primary, this}}
{
    setObjectName(u"labels.output"_s);
    m_tabs->setObjectName(u"labels.way"_s);
    m_tabs->setTabs({{u"sheets"_s, tr("Planche A4")}, {u"roll"_s, tr("Rouleau d’étiquettes")}});
    m_summary->setObjectName(u"labels.summary"_s);
    m_note->setObjectName(u"labels.note"_s);
    m_note->setWordWrap(true);
    body()->addWidget(m_tabs);
    makeSheetParts();
    body()->addWidget(m_preview, 1);
    makeButtons();
    connect(m_tabs, &TabBar::currentChanged, this,
            [this](const QString &id) { Q_EMIT wayChosen(id == u"roll" ? LabelWay::Roll : LabelWay::Sheets); });
    connect(m_formats, &ChipRow::chosen, this, &LabelsOutput::formatChosen);
    connect(m_start, &QuantityStepper::valueChanged, this, [this](int position) { Q_EMIT startChosen(position - 1); });
    connect(m_preview, &SheetPreview::tapped, this, &LabelsOutput::takeTap);
    connect(m_before, &BigButton::clicked, this, [this] { Q_EMIT pageTurned(-1); });
    connect(m_after, &BigButton::clicked, this, [this] { Q_EMIT pageTurned(1); });
    connect(m_setUp, &BigButton::clicked, this, &LabelsOutput::printerWanted);
    connect(m_pdf, &BigButton::clicked, this, &LabelsOutput::pdfWanted);
    connect(m_print, &BigButton::clicked, this, &LabelsOutput::printWanted);
    connect(m_roll, &BigButton::clicked, this, &LabelsOutput::rollWanted);
}

void LabelsOutput::makeSheetParts()
{
    m_formats->setObjectName(u"labels.formats"_s);
    m_start->setObjectName(u"labels.start"_s);
    m_start->setSubject(tr("Première étiquette libre"));
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(new TextLabel{tr("Première étiquette libre"), TextRole::Body, Tone::Normal, m_sheetParts}, 1);
    row->addWidget(m_start);
    auto *layout = new QVBoxLayout{m_sheetParts};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_formats);
    layout->addLayout(row);
    body()->addWidget(m_sheetParts);
}

void LabelsOutput::makeButtons()
{
    const std::pair<BigButton *, QString> names[] = {{m_before, u"labels.before"_s}, {m_after, u"labels.after"_s},
                                                     {m_setUp, u"labels.setUp"_s},   {m_pdf, u"labels.pdf"_s},
                                                     {m_print, u"labels.print"_s},   {m_roll, u"labels.roll"_s}};
    for (const auto &[button, name] : names) {
        button->setObjectName(name);
        button->setKeyHeight(metric::touch);
        button->setTextRole(TextRole::SecondaryStrong);
    }
    m_pdf->setIconName(IconName::Folder);
    m_print->setIconName(IconName::Printer);
    m_print->setKey(Qt::Key_F12);
    m_roll->setIconName(IconName::Printer);
    m_roll->setKey(Qt::Key_F12);
    auto *pages = new QHBoxLayout;
    pages->addWidget(m_before);
    pages->addWidget(m_pageWords, 1, Qt::AlignCenter);
    pages->addWidget(m_after);
    auto *keys = new QHBoxLayout;
    keys->setSpacing(metric::gap);
    keys->addWidget(m_summary, 1);
    for (BigButton *button : {m_setUp, m_pdf, m_print, m_roll})
        keys->addWidget(button);
    body()->addLayout(pages);
    body()->addWidget(m_note);
    body()->addLayout(keys);
}

void LabelsOutput::render(const LabelsState &state, const LabelsFacts &facts)
{
    const bool isRoll = facts.way == LabelWay::Roll;
    m_tabs->setCurrent(isRoll ? u"roll"_s : u"sheets"_s);
    m_sheetParts->setVisible(!isRoll);
    m_formats->render(state.formats);
    m_start->setRange(1, state.lastStart);
    m_start->setValue(facts.start + 1);
    m_summary->setText(state.summary);
    m_note->setText(state.note);
    m_note->setTone(state.noteTone);
    m_note->setVisible(!state.note.isEmpty());
    m_pageWords->setText(state.page);
    for (QWidget *part : std::initializer_list<QWidget *>{m_before, m_pageWords, m_after})
        part->setVisible(!isRoll && !state.page.isEmpty());
    m_setUp->setVisible(isRoll && facts.printer.printer.isEmpty());
    m_pdf->setVisible(!isRoll);
    m_print->setVisible(!isRoll);
    m_roll->setVisible(isRoll && !facts.printer.printer.isEmpty());
    for (BigButton *button : {m_pdf, m_print, m_roll})
        button->setEnabled(state.canGoOut);
    renderPreview(facts);
}

void LabelsOutput::renderPreview(const LabelsFacts &facts)
{
    m_shown = facts.way == LabelWay::Sheets ? labelSheets(facts) : LabelSheets{};
    m_page = std::clamp(facts.page, 0, std::max(0, sheetCount(m_shown.format, static_cast<int>(m_shown.labels.size()), m_shown.start) - 1));
    if (facts.way == LabelWay::Sheets)
        return m_preview->setPicture(sheetPicture(m_shown, m_page), tr("Aperçu de la planche"));
    const auto roll = formatNamed(rollFormats(), facts.printer.roll);
    const auto line = std::ranges::find(facts.lines, facts.selected, &LabelLine::product);
    const bool isShown = roll && line != facts.lines.end();
    m_preview->setPicture(isShown ? labelPicture(line->label, *roll) : QImage{}, tr("Aperçu de l’étiquette"));
}

/// A label of the first sheet that is tapped is the first one to be free.
void LabelsOutput::takeTap(const QPointF &place)
{
    const LabelFormat &format = m_shown.format;
    const QPointF at{place.x() * a4Width, place.y() * a4Height};
    if (m_page != 0 || m_shown.labels.empty())
        return;
    for (int i = 0; i < format.count(); ++i) {
        const LabelPlace label = placeOf(format, i, 0);
        if (QRectF(label.x, label.y, format.width, format.height).contains(at))
            return Q_EMIT startChosen(i);
    }
}

} // namespace guichet

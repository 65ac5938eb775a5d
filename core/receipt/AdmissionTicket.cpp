// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/receipt/AdmissionTicket.h"

#include "core/receipt/ReceiptParts.h"

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

/// A sheet to print: a unit of a line, a whole line or (line 0) the dossier.
struct Sheet
{
    TicketCode code;
    const PricedLine *line = nullptr;
    int persons = 0;
};

bool isAdmission(const PricedLine &line)
{
    return line.kind == LineKind::Resource || line.kind == LineKind::Supplement;
}

std::vector<Sheet> sheetsOf(const SaleContent &sale)
{
    std::vector<Sheet> sheets;
    for (int position = 1; const SaleLine &line : sale.lines) {
        const PricedLine &priced = line.priced;
        const TicketCode code{.dossierNumber = sale.dossierNumber, .line = position++};
        if (priced.kind == LineKind::Supplement)
            sheets.push_back({.code = code, .line = &priced});
        if (priced.kind != LineKind::Resource)
            continue;
        for (int unit = 1; unit <= priced.quantity; ++unit)
            sheets.push_back({.code = {code.dossierNumber, code.line, unit}, .line = &priced, .persons = priced.persons / priced.quantity});
    }
    return sheets;
}

void writePersons(PaperWriter &paper, int persons)
{
    if (persons > 0)
        paper.centred(paper.say(persons == 1 ? Word::Person : Word::Persons, QString::number(persons)), true);
}

void writeVisit(PaperWriter &paper, const PricedLine &line)
{
    paper.centred(paper.in(line.formulaTitle), true, TextSize::Large);
    paper.centred(printedLongDate(line.visit.date, paper.language()), true, TextSize::Tall);
    const QString time = printedTime(line.visit.slot);
    paper.centred(time.isEmpty() ? paper.say(Word::WholeDay) : time, true, time.isEmpty() ? TextSize::Normal : TextSize::Large);
}

/// `T261123 010C01 001K7`: typed by hand where no scanner reads it.
QString readableCode(const TicketCode &code)
{
    QString text = code.toString();
    for (qsizetype at = (text.size() - 1) / 4 * 4; at > 0; at -= 4)
        text.insert(at, u' ');
    return text;
}

void writeHead(PaperWriter &paper, const ReceiptContext &context, Word title)
{
    paper.logo();
    const Attraction &attraction = context.attraction;
    paper.centred(attraction.commercialName.isEmpty() ? attraction.legalName : attraction.commercialName, true, TextSize::Tall);
    paper.centred(paper.say(title));
    writeLabels(paper, context);
    paper.rule();
}

/// A ticket of training lets nobody in: it carries no code, since its number may be that of a real dossier one day (SELL-11).
void writeFoot(PaperWriter &paper, const ReceiptContext &context, const TicketCode &code)
{
    if (!isTraining(context)) {
        paper.qr(code.toString(), readableCode(code));
        paper.centred(paper.say(Word::ShowAtEntrance));
    }
    paper.centred(u"%1 %2"_s.arg(paper.say(Word::Dossier), code.dossierNumber));
    paper.cut();
}

void writeSheet(PaperWriter &paper, const ReceiptContext &context, const Sheet &sheet, int number, int count)
{
    const PricedLine &line = *sheet.line;
    const bool supplement = line.kind == LineKind::Supplement;
    writeHead(paper, context, supplement ? Word::SupplementTitle : Word::AdmissionTitle);
    writeVisit(paper, line);
    paper.rule();
    paper.centred(supplement ? u"%1 × %2"_s.arg(line.quantity).arg(paper.in(line.title)) : paper.in(line.title), true, TextSize::Large);
    writePersons(paper, sheet.persons);
    paper.centred(word(Word::TicketOf, paper.language()).arg(number).arg(count));
    writeFoot(paper, context, sheet.code);
}

void writeDossierSheet(PaperWriter &paper, const ReceiptContext &context, const SaleContent &sale)
{
    writeHead(paper, context, Word::AdmissionTitle);
    const PricedLine *visited = nullptr;
    int persons = 0;
    for (const SaleLine &line : sale.lines) {
        if (!isAdmission(line.priced))
            continue;
        if (!visited || visited->formula != line.priced.formula || visited->visit != line.priced.visit)
            writeVisit(paper, line.priced);
        visited = &line.priced;
        persons += line.priced.persons;
        paper.pair(paper.in(line.priced.title), u"× %1"_s.arg(line.priced.quantity));
    }
    paper.rule();
    writePersons(paper, persons);
    writeFoot(paper, context, {.dossierNumber = sale.dossierNumber});
}

} // namespace

bool hasAdmissionTickets(const SaleContent &sale)
{
    return std::ranges::any_of(sale.lines, [](const SaleLine &line) { return isAdmission(line.priced); });
}

Paper admissionTickets(const ReceiptContext &context, const SaleContent &sale, TicketSplit split)
{
    PaperWriter paper{context.language, u"%1 %2"_s.arg(word(Word::AdmissionTitle, context.language), sale.dossierNumber)};
    if (!hasAdmissionTickets(sale))
        return paper.take();
    if (split == TicketSplit::OneForAll) {
        writeDossierSheet(paper, context, sale);
        return paper.take();
    }
    const std::vector<Sheet> sheets = sheetsOf(sale);
    for (int number = 1; const Sheet &sheet : sheets)
        writeSheet(paper, context, sheet, number++, static_cast<int>(sheets.size()));
    return paper.take();
}

} // namespace guichet

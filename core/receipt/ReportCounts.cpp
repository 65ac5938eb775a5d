// SPDX-License-Identifier: GPL-3.0-or-later
// The sections of counts: items, visitors, users, hours, controls, what stayed open, grand totals.
#include "core/receipt/ReportSections.h"
#include "core/receipt/VisitorWords.h"

#include <QHash>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

void writeItem(ReportSheet &sheet, const ItemTotal &item)
{
    PaperWriter &paper = sheet.paper;
    if (sheet.format == ReportFormat::A4)
        return paper.row({leftCell({}, 1), leftCell(paper.in(item.title), 21), rightCell(paper.number(item.quantity), 4),
                          rightCell(paper.money(item.gross), 8), rightCell(paper.money(item.discounts), 7),
                          rightCell(paper.money(item.net), 7)});
    paper.row({rightCell(paper.number(item.quantity), 5), leftCell({}, 1), leftCell(paper.in(item.title), 31),
               rightCell(paper.money(item.net), 11)});
    if (!item.discounts.isZero())
        paper.row({leftCell({}, 6), leftCell(u"%1 %2, %3 %4"_s.arg(sheet.say(Word::GrossShort), paper.money(item.gross),
                                                                   sheet.say(Word::Discounts), paper.money(item.discounts)),
                                             42)});
}

/// Items come ordered by group and formula; a heading where either changes, with the group's total.
void writeItemHeading(ReportSheet &sheet, const QString &group)
{
    qint64 quantity = 0;
    Money net;
    QString title;
    for (const ItemTotal &item : sheet.report.items)
        if (item.group == group) {
            quantity += item.quantity;
            net += item.net;
            title = sheet.paper.in(item.groupTitle);
        }
    sheet.paper.strong(u"%1 (%2)"_s.arg(title.isEmpty() ? group : title).arg(quantity), sheet.paper.money(net));
}

/// The formula with what its items of this group come to.
void writeFormulaHeading(ReportSheet &sheet, const ItemTotal &first)
{
    Money net;
    for (const ItemTotal &item : sheet.report.items)
        if (item.group == first.group && item.formula == first.formula)
            net += item.net;
    sheet.paper.pair(sheet.paper.in(first.formulaTitle), sheet.paper.money(net));
}

QString eventWord(const QString &label, Language language)
{
    static const QHash<QString, Word> words{
        {u"N"_s, Word::EventSales},   {u"P"_s, Word::EventProForma}, {u"F"_s, Word::EventFinancial}, {u"S"_s, Word::EventSocial},
        {u"I"_s, Word::EventInvoice}, {u"R"_s, Word::EventReports},  {u"C"_s, Word::EventCopies},    {u"T"_s, Word::EventTraining},
    };
    const auto known = words.constFind(label);
    return known == words.cend() ? label : u"%1 · %2"_s.arg(label, word(*known, language));
}

void writeCounts(ReportSheet &sheet, const std::vector<NamedTotal> &totals, QString (*wordOfKey)(const QString &, Language))
{
    for (const NamedTotal &total : totals) {
        const QString title = sheet.paper.in(total.title);
        sheet.paper.pair(title.isEmpty() ? wordOfKey(total.key, sheet.paper.language()) : title, QString::number(total.count));
    }
}

Word wordOf(OpenItem::Kind kind)
{
    switch (kind) {
    case OpenItem::Kind::Cart: return Word::OpenCart;
    case OpenItem::Kind::ParkedCart: return Word::OpenParkedCart;
    case OpenItem::Kind::Intent: return Word::OpenIntent;
    case OpenItem::Kind::PrintJob: return Word::OpenPrintJob;
    case OpenItem::Kind::UnpaidDossier: return Word::OpenUnpaid;
    }
    Q_UNREACHABLE();
}

} // namespace

void writeItems(ReportSheet &sheet)
{
    if (sheet.report.items.empty())
        return;
    PaperWriter &paper = sheet.paper;
    paper.section(sheet.say(Word::ItemsSection));
    if (sheet.format == ReportFormat::A4)
        paper.row({leftCell({}, 22), rightCell(sheet.say(Word::Quantity), 4), rightCell(sheet.say(Word::GrossShort), 8),
                   rightCell(sheet.say(Word::Discounts), 7), rightCell(sheet.say(Word::Net), 7)});
    const ItemTotal *before = nullptr;
    for (const ItemTotal &item : sheet.report.items) {
        if (!before || before->group != item.group)
            writeItemHeading(sheet, item.group);
        if (!item.formula.isEmpty() && (!before || before->formula != item.formula || before->group != item.group))
            writeFormulaHeading(sheet, item);
        writeItem(sheet, item);
        before = &item;
    }
}

void writeVisitors(ReportSheet &sheet)
{
    if (!sheet.report.visitors.empty()) {
        int persons = 0;
        for (const NamedTotal &total : sheet.report.visitors)
            persons += total.count;
        sheet.paper.section(u"%1 (%2)"_s.arg(sheet.say(Word::VisitorsSection)).arg(persons));
        writeCounts(sheet, sheet.report.visitors, visitorWord);
    }
    if (!sheet.report.origins.empty()) {
        sheet.paper.section(sheet.say(Word::OriginsSection));
        writeCounts(sheet, sheet.report.origins, originWord);
    }
}

void writeUsers(ReportSheet &sheet)
{
    if (sheet.report.users.empty())
        return;
    PaperWriter &paper = sheet.paper;
    paper.section(sheet.say(Word::UsersSection));
    for (const UserTotal &user : sheet.report.users) {
        const QString span =
            user.first.isValid() ? u"%1–%2 · "_s.arg(printedTime(user.first.time()), printedTime(user.last.time())) : QString{};
        paper.pair(u"%1 (%2)"_s.arg(sheet.nameOf(user.user)).arg(user.sales), paper.money(user.total));
        paper.pair(span + sheet.say(Word::Received), paper.money(user.payments), 2);
    }
}

void writeHours(ReportSheet &sheet)
{
    if (sheet.report.hours.empty())
        return;
    sheet.paper.section(sheet.say(Word::HoursSection));
    for (const HourTotal &hour : sheet.report.hours) {
        sheet.paper.row({leftCell(u"%1:00"_s.arg(hour.hour, 2, 10, QChar{u'0'}), 16), rightCell(QString::number(hour.sales), 12),
                         rightCell(sheet.paper.money(hour.total), 20)});
        QStringList persons;
        for (const NamedTotal &category : hour.visitors)
            persons << u"%1 %2"_s.arg(visitorWord(category.key, sheet.paper.language()), sheet.paper.number(category.count));
        if (!persons.isEmpty())
            sheet.paper.note(sheet.paper.say(Word::VisitorsOfHour, persons.join(u", "_s)));
    }
}

/// How many of each kind of event, and what they come to (belgium.md §5.3).
void writeEvents(ReportSheet &sheet)
{
    if (sheet.report.events.empty())
        return;
    sheet.paper.section(sheet.say(Word::EventsSection));
    for (const NamedTotal &event : sheet.report.events)
        sheet.paper.pair(u"%1 (%2)"_s.arg(eventWord(event.key, sheet.paper.language())).arg(event.count),
                         event.amount.isZero() ? QString{} : sheet.paper.money(event.amount));
}

void writeControls(ReportSheet &sheet)
{
    const Report &report = sheet.report;
    PaperWriter &paper = sheet.paper;
    paper.section(sheet.say(Word::ControlsSection));
    int openings = 0;
    for (const NamedTotal &total : report.drawerOpenings)
        openings += total.count;
    paper.pair(Word::DrawerOpenings, QString::number(openings));
    for (const NamedTotal &total : report.drawerOpenings)
        paper.pair(paper.in(total.title), QString::number(total.count), 2);
    paper.pair(Word::Copies, QString::number(report.copies));
    paper.pair(Word::Quotes, QString::number(report.quotes));
    if (report.quotesConverted > 0)
        paper.pair(Word::QuotesConverted, QString::number(report.quotesConverted));
    paper.pair(Word::TrainingTickets, QString::number(report.trainingTickets));
    paper.pair(Word::ManualResolutions, QString::number(report.manualResolutions));
}

void writeOpenItems(ReportSheet &sheet)
{
    if (sheet.report.openItems.empty())
        return;
    sheet.paper.section(sheet.say(Word::OpenItemsSection));
    for (const OpenItem &item : sheet.report.openItems)
        sheet.paper.pair(u"%1 · %2"_s.arg(sheet.say(wordOf(item.kind)), item.title),
                         item.amount.isZero() ? QString{} : sheet.paper.money(item.amount));
}

void writeGrandTotals(ReportSheet &sheet)
{
    const Report &report = sheet.report;
    sheet.paper.section(sheet.say(Word::GrandTotalsSection));
    sheet.paper.amount(Word::MonthToDate, report.monthToDate);
    sheet.paper.amount(Word::YearToDate, report.yearToDate);
    sheet.paper.amount(Word::PerpetualNet, report.grandTotals.net);
    sheet.paper.amount(Word::PerpetualAbsolute, report.grandTotals.absolute);
}

} // namespace guichet

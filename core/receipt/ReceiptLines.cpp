// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/money/FormatMoney.h"
#include "core/receipt/ReceiptParts.h"

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

// Columns in 48ths: quantity, title, unit price, amount, VAT letter.
constexpr int quantityWidth = 5;
constexpr int titleWidth = 22;
constexpr int unitWidth = 9;
constexpr int amountWidth = 9;
constexpr int codeWidth = 3;

/// What a manual price makes of a unit, when it divides evenly; then the old price is struck instead of listing a reduction.
std::optional<Money> changedUnitPrice(const PricedLine &line)
{
    Money manual;
    for (const PriceChange &change : line.changes)
        if (change.kind == PriceChangeKind::Manual)
            manual += change.amount;
    const qint64 whole = (line.gross + manual).cents();
    if (manual.isZero() || line.quantity == 0 || line.grams != 0 || whole % line.quantity != 0)
        return std::nullopt;
    return Money::fromCents(whole / line.quantity);
}

Money manualChanges(const PricedLine &line)
{
    Money sum;
    for (const PriceChange &change : line.changes)
        if (change.kind == PriceChangeKind::Manual)
            sum += change.amount;
    return sum;
}

QString kilograms(qint64 grams, Language language)
{
    const QString minus = grams < 0 ? QString{QChar{0x2212}} : QString{};
    const qint64 positive = grams < 0 ? -grams : grams;
    const QChar point = language == Language::English ? u'.' : u',';
    return minus + QString::number(positive / 1000) + point + u"%1"_s.arg(positive % 1000, 3, 10, QChar{u'0'});
}

/// A blank stands for the VAT letter: the amount keeps under those of the lines.
void writeNote(PaperWriter &paper, const QString &note, const QString &amount = {})
{
    paper.row({leftCell({}, quantityWidth), leftCell(note, titleWidth + unitWidth), rightCell(amount, amountWidth),
               rightCell(u"\u00A0"_s, codeWidth)});
}

QString changeTitle(const PaperWriter &paper, const PriceChange &change)
{
    const QString title = paper.in(change.title);
    const auto named = [&](Word what) { return title.isEmpty() ? paper.say(what) : u"%1 : %2"_s.arg(paper.say(what), title); };
    switch (change.kind) {
    case PriceChangeKind::Promotion:
    case PriceChangeKind::PromoCode: return title;
    case PriceChangeKind::Complimentary:
        return u"%1%2"_s.arg(named(Word::FreeUnits), change.units > 1 ? u" (%1)"_s.arg(change.units) : QString{});
    case PriceChangeKind::Manual: return named(Word::PriceChange);
    }
    Q_UNREACHABLE();
}

void writeChanges(PaperWriter &paper, const PricedLine &line, std::optional<Money> changedUnit)
{
    if (changedUnit)
        writeNote(paper, paper.say(Word::InsteadOf, paper.money(line.unitPrice)));
    for (const PriceChange &change : line.changes)
        if (!(changedUnit && change.kind == PriceChangeKind::Manual))
            writeNote(paper, changeTitle(paper, change), paper.signedMoney(change.amount));
}

void writeLine(PaperWriter &paper, const PricedLine &line)
{
    const auto changedUnit = changedUnitPrice(line);
    const Money amount = changedUnit ? line.gross + manualChanges(line) : line.gross;
    paper.row({leftCell(paper.number(line.quantity), quantityWidth), leftCell(paper.in(line.title), titleWidth),
               rightCell(line.grams != 0 ? QString{} : paper.money(changedUnit.value_or(line.unitPrice)), unitWidth),
               rightCell(paper.money(amount), amountWidth), rightCell(vatCodeLetter(line.vat.code), codeWidth)});
    if (line.grams != 0)
        writeNote(paper,
                  word(Word::PerKilogram, paper.language()).arg(kilograms(line.grams, paper.language()), paper.money(line.unitPrice)));
    if (line.kind == LineKind::GiftValue && !line.giftCode.isEmpty())
        writeNote(paper, paper.say(Word::GiftCodeUsed, line.giftCode.right(4)));
    writeChanges(paper, line, changedUnit);
}

/// `Grotte · 23/11/2026 14:30`; empty for goods.
QString visitHeading(const PaperWriter &paper, const PricedLine &line)
{
    if (line.formula.isEmpty())
        return {};
    const QString time = printedTime(line.visit.slot);
    QString heading = paper.in(line.formulaTitle) + u" · "_s + printedDate(line.visit.date, paper.language());
    return time.isEmpty() ? heading : heading + u' ' + time;
}

bool has(const std::vector<VatAmount> &vat, VatCode code)
{
    return std::ranges::any_of(vat, [code](const VatAmount &row) { return row.rate.code == code; });
}

} // namespace

void writeLines(PaperWriter &paper, const std::vector<SaleLine> &lines)
{
    paper.rule();
    paper.row({leftCell(paper.say(Word::Quantity), quantityWidth), leftCell(paper.say(Word::Description), titleWidth),
               rightCell(paper.say(Word::UnitPrice), unitWidth), rightCell(paper.say(Word::Amount), amountWidth),
               rightCell(paper.say(Word::VatCodeShort), codeWidth)});
    paper.rule();
    QString heading;
    for (const SaleLine &line : lines) {
        const QString visit = visitHeading(paper, line.priced);
        if (visit != heading && !visit.isEmpty())
            paper.text(visit, Align::Left, true);
        heading = visit;
        writeLine(paper, line.priced);
    }
    paper.rule();
}

void writeVat(PaperWriter &paper, const std::vector<VatAmount> &vat)
{
    if (vat.empty())
        return;
    paper.rule();
    paper.row({leftCell(paper.say(Word::VatRate), 17), rightCell(paper.say(Word::VatBase), 10), rightCell(paper.say(Word::Vat), 10),
               rightCell(paper.say(Word::InclVat), 11)});
    for (const VatAmount &row : vat)
        paper.row({leftCell(u"%1 %2"_s.arg(vatCodeLetter(row.rate.code), formatVatRate(row.rate, paper.language())), 17),
                   rightCell(paper.money(row.base), 10), rightCell(paper.money(row.vat), 10), rightCell(paper.money(row.total), 11)});
    if (has(vat, VatCode::E))
        paper.text(paper.say(Word::ExemptMention));
    if (has(vat, VatCode::X))
        paper.text(paper.say(Word::OutOfScopeMention));
}

} // namespace guichet

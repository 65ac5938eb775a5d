// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/receipt/AdmissionTicket.h"
#include "core/receipt/PlainText.h"
#include "core/receipt/Slips.h"
#include "tests/core/receipt/Golden.h"
#include "tests/core/receipt/Samples.h"
#include "tests/support/Catch.h"

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

void checkGolden(const QString &name, const Paper &paper, int columns = 48)
{
    const QString text = plainText(paper, columns);
    for (const QString &line : text.split(u'\n'))
        CHECK(line.size() <= columns);
    CHECK(text == golden(name, text));
}

ReceiptContext dutch()
{
    ReceiptContext context = samples::context();
    context.language = Language::Dutch;
    return context;
}

} // namespace

TEST_CASE("a receipt says in the customer's language that every total is rounded, where it is, on narrow paper too")
{
    SaleContent sale = samples::cashSale();
    CHECK_FALSE(plainText(receiptPaper(samples::context(), sale)).contains(u"toujours arrondi"_s));
    sale.roundsAll = true;
    CHECK(plainText(receiptPaper(samples::context(), sale)).contains(u"Le montant total est toujours arrondi"_s));
    CHECK(plainText(receiptPaper(dutch(), sale)).contains(u"Het totaalbedrag wordt altijd afgerond"_s));
    const QString narrow = plainText(receiptPaper(samples::context(), sale), 32);
    CHECK(QString{narrow}.simplified().contains(u"Le montant total est toujours arrondi"_s));
    for (const QString &line : narrow.split(u'\n'))
        CHECK(line.size() <= 32);
}

TEST_CASE("a cash receipt says total, rounding, to pay, tendered and change as belgium.md §1 asks")
{
    const Paper paper = receiptPaper(samples::context(), samples::cashSale());
    checkGolden(u"cash_48"_s, paper);
    const QString text = plainText(paper);
    QStringList amounts;
    for (const QString &line : text.split(u'\n'))
        for (const QString &label : {u"Total TVAC"_s, u"Arrondi"_s, u"À payer"_s, u"Espèces"_s, u"Rendu"_s})
            if (line.startsWith(label))
                amounts << label + u' ' + line.mid(label.size()).trimmed();
    CHECK(amounts == QStringList{u"Total TVAC 10,03 €"_s, u"Arrondi +0,02"_s, u"À payer 10,05"_s, u"Espèces 50,00"_s, u"Rendu 39,95"_s});
}

TEST_CASE("without rounding there is no rounding line, but still what is to pay")
{
    const QString text = plainText(receiptPaper(samples::context(), samples::mixedSale()));
    CHECK_FALSE(text.contains(u"Arrondi"_s));
    CHECK(text.contains(u"À payer"_s));
}

TEST_CASE("a receipt holds all that belgium.md §2.2 lists")
{
    const QString text = plainText(receiptPaper(samples::context(), samples::mixedSale()));
    for (const QString &part :
         {u"TICKET DE CAISSE"_s, u"Grotte des Trois Lanternes"_s, u"Trois Lanternes ASBL"_s, u"Rue de l’Écho 7"_s, u"TVA BE 0812.345.603"_s,
          u"2.123.456.789"_s, u"N° R123"_s, u"23/11/2026 14:32:05"_s, u"Accueil"_s, u"Marie (u1)"_s, u"Guichet 0.1.0"_s, u"01h7-accueil"_s,
          u"P2611230A08"_s, u"0a1b2c3d4e5f6071"_s, u"au lieu de 14,50"_s, u"Gratuité : Geste commercial"_s, u"se terminant par 7F3K"_s})
        CHECK(text.contains(part));
    CHECK_FALSE(text.contains(u"TICKET DE CAISSE TVA"_s)); // only on a certified SCE
    CHECK_FALSE(text.contains(u"GC4M7F3K"_s));             // whoever holds the code holds the money
}

TEST_CASE("a mixed sale, wide and narrow, in French and in Dutch")
{
    checkGolden(u"mixed_48"_s, receiptPaper(samples::context(), samples::mixedSale()));
    checkGolden(u"mixed_32"_s, receiptPaper(samples::context(), samples::mixedSale()), 32);
    checkGolden(u"mixed_nl_48"_s, receiptPaper(dutch(), samples::mixedSale()));
}

TEST_CASE("exempt lines, goods by weight, gift value out of scope, ANCV beyond what is due")
{
    checkGolden(u"every_code_48"_s, receiptPaper(samples::context(), samples::everyCodeSale()));
    checkGolden(u"every_code_nl_32"_s, receiptPaper(dutch(), samples::everyCodeSale()), 32);
}

TEST_CASE("a copy and a training receipt say so at the top and at the foot, and open no drawer")
{
    ReceiptContext context = samples::context();
    CHECK(receiptPaper(context, samples::cashSale()).openDrawer);
    context.copy = 2;
    const Paper copy = receiptPaper(context, samples::cashSale());
    CHECK(plainText(copy).count(u"DUPLICATA N° 2"_s) == 2);
    CHECK_FALSE(copy.openDrawer);
    context.copy = 0;
    context.body.label = EventLabel::T;
    const Paper training = receiptPaper(context, samples::cashSale());
    CHECK(plainText(training).count(u"*** FORMATION ***"_s) == 2);
    CHECK_FALSE(training.openDrawer);
}

TEST_CASE("an admission ticket of training carries no code that an entrance could read")
{
    ReceiptContext context = samples::context();
    context.body.label = EventLabel::T;
    for (const TicketSplit split : {TicketSplit::OneEach, TicketSplit::OneForAll}) {
        const Paper tickets = admissionTickets(context, samples::mixedSale(), split);
        CHECK(std::ranges::none_of(tickets.items, [](const PaperItem &item) { return std::holds_alternative<PaperQr>(item); }));
        CHECK(plainText(tickets).contains(u"*** FORMATION ***"_s));
    }
}

TEST_CASE("only cash opens the drawer")
{
    CHECK_FALSE(receiptPaper(samples::context(), samples::everyCodeSale()).openDrawer);
    CHECK(refundPaper(samples::context(), samples::refund()).openDrawer);
}

TEST_CASE("a refund mirrors the sale and names it")
{
    ReceiptContext context = samples::context(u"R"_s, 124);
    context.originalReceipt = u"R123"_s;
    context.reason = LocalizedText{u"Erreur de saisie"_s};
    checkGolden(u"refund_48"_s, refundPaper(context, samples::refund()));
}

TEST_CASE("a refund to a gift card names the end of its code, a new card whole")
{
    RefundContent refund = samples::refund();
    refund.payments.front().giftCode = refund.payments.front().reference = u"GC4M7F3K"_s;
    CHECK_FALSE(plainText(refundPaper(samples::context(), refund)).contains(u"GC4M7F3K"_s));
    refund.payments.front().reference = u"GC9QNEWK"_s;
    CHECK(plainText(refundPaper(samples::context(), refund)).contains(u"Réf. GC9QNEWK"_s));
}

TEST_CASE("what a line is reduced by ends under its amount, on every roll")
{
    for (const int columns : {32, 42, 48, 56}) {
        const QString text = plainText(receiptPaper(samples::context(), samples::mixedSale()), columns);
        const qsizetype line = text.indexOf(u"22,00"_s) + 5;
        const qsizetype note = text.indexOf(u"-2,00"_s) + 5;
        CHECK(line - text.lastIndexOf(u'\n', line - 1) == note - text.lastIndexOf(u'\n', note - 1));
    }
}

TEST_CASE("an order is no receipt: deposit, what is left, how to transfer it")
{
    ReceiptContext context = samples::context({}, 0);
    context.customer = {u"École communale du Tilleul"_s, u"Rue des Marronniers 1, 5999 Valbruyère"_s};
    checkGolden(u"order_48"_s, orderPaper(context, samples::order(), {samples::deposit()}));
    const QString unpaid = plainText(orderPaper(context, samples::order(), {}));
    CHECK(unpaid.contains(u"Acompte demandé"_s));
    CHECK(unpaid.contains(u"+++202/6000/04236+++"_s));
    CHECK(unpaid.contains(u"n’est pas un ticket de caisse"_s));
}

TEST_CASE("a deposit says what was paid before and what is left")
{
    DepositStatement statement;
    statement.payments = {samples::deposit()};
    statement.dossierNumber = u"P2611230A10"_s;
    statement.vat = {{.rate = {VatCode::C, BasisPoints{600}},
                      .base = Money::fromCents(1887),
                      .vat = Money::fromCents(113),
                      .total = Money::fromCents(2000)}};
    statement.orderTotal = Money::fromCents(5600);
    statement.paidBefore = Money::fromCents(1000);
    statement.dueOn = QDate{2026, 12, 1};
    statement.structuredCommunication = u"202600004236"_s;
    CHECK(statement.due() == Money::fromCents(2600));
    checkGolden(u"deposit_48"_s, depositPaper(samples::context(), statement));

    statement.payments.front().amount = Money::fromCents(-2000);
    const QString returned = plainText(depositPaper(samples::context(), statement));
    CHECK(returned.contains(u"ACOMPTE RENDU"_s));
    CHECK_FALSE(returned.contains(u"Reste à payer"_s)); // nobody is asked to pay what goes back
    CHECK_FALSE(returned.contains(u"+++202/6000/04236+++"_s));
    statement.payments.front().amount = Money::fromCents(2000);
    statement.purpose = PaymentPurpose::Receivable;
    CHECK(plainText(depositPaper(samples::context(), statement)).contains(u"REÇU DE PAIEMENT"_s)); // it is no deposit any more
}

TEST_CASE("a quote is valid until a date and to be signed")
{
    checkGolden(u"quote_48"_s, quotePaper(samples::context(u"Q"_s, 17), samples::order()));
}

TEST_CASE("slips of a cash movement, of gift value and of the card")
{
    ReceiptContext context = samples::context({}, 0);
    context.reason = LocalizedText{u"Achat de timbres"_s};
    checkGolden(u"cash_out_48"_s,
                cashMovementSlip(context, {.kind = CashMovementKind::Out, .amount = Money::fromCents(1200), .reason = u"stamps"_s}));
    GiftContent gift;
    gift.code = u"GC000000ABCD"_s;
    gift.expiresOn = QDate{2027, 11, 23};
    checkGolden(u"gift_48"_s, giftSlip(context, gift, Money::fromCents(5000)));
    PaymentIntent intent;
    intent.terminal = u"manual"_s;
    intent.asked = intent.authorised = Money::fromCents(2347);
    intent.state = IntentState::Approved;
    intent.reference = u"482913"_s;
    checkGolden(u"card_48"_s, cardSlip(context, intent, LocalizedText{u"Bancontact"_s}, CardSlipCopy::Customer));
}

TEST_CASE("admission tickets: one a visitor, or one for all")
{
    checkGolden(u"tickets_each_48"_s, admissionTickets(samples::context(), samples::mixedSale(), TicketSplit::OneEach));
    checkGolden(u"tickets_all_nl_32"_s, admissionTickets(dutch(), samples::mixedSale(), TicketSplit::OneForAll), 32);
    CHECK_FALSE(hasAdmissionTickets(samples::cashSale()));
    CHECK(admissionTickets(samples::context(), samples::cashSale(), TicketSplit::OneEach).items.empty());
}

TEST_CASE("X and Z hold what CASH-5 lists, on a roll and on A4")
{
    checkGolden(u"z_48"_s, reportPaper(samples::reportContext(), samples::zReport()));
    checkGolden(u"z_32"_s, reportPaper(samples::reportContext(), samples::zReport()), 32);
    checkGolden(u"z_a4_80"_s, reportPaper(samples::reportContext(), samples::zReport(), ReportFormat::A4), 80);
    Report x = samples::zReport();
    x.kind = Report::Kind::X;
    x.cash.counted = false;
    const QString text = plainText(reportPaper(samples::reportContext(), x));
    CHECK(text.contains(u"X N° 412"_s));
    CHECK(text.contains(u"la caisse reste ouverte"_s));
    CHECK_FALSE(text.contains(u"NON COMPTÉ"_s));
}

TEST_CASE("the seal of a Z has the centre's anchor, on a roll and on A4, in the language of the paper; without one it says nothing of it")
{
    ReportContext context = samples::reportContext();
    const auto text = [&context](ReportFormat format, int columns) {
        return plainText(reportPaper(context, samples::zReport(), format), columns);
    };
    CHECK_FALSE(text(ReportFormat::Receipt, 48).contains(u"centrale"_s));
    context.anchor = PrintedAnchor{.number = 4690, .hash = QString(64, u'a'), .signature = QString(128, u'b'), .at = {}};
    const QString roll = text(ReportFormat::Receipt, 48);
    CHECK(roll.contains(u"Ancre de la centrale       4690:"_s + QString(16, u'a') + u'\n'));
    CHECK(roll.contains(u"sa signature"_s));
    CHECK(roll.contains(QString(16, u'b')));
    CHECK_FALSE(roll.contains(QString(17, u'b')));
    context.anchor->at = QDateTime{QDate{2026, 11, 23}, QTime{18, 2, 5}};
    CHECK(text(ReportFormat::A4, 80).contains(u"signée le 23/11/2026 18:02:05"_s));
    CHECK(text(ReportFormat::Receipt, 32).contains(u"4690:"_s + QString(16, u'a'))); // whole, to be typed
    context.language = Language::Dutch;
    CHECK(text(ReportFormat::Receipt, 48).contains(u"Anker van de centrale"_s));
}

TEST_CASE("the sample day of these tests obeys the identity of a day")
{
    const Report report = samples::zReport();
    CHECK(report.identityLeft() == report.identityRight());
}

TEST_CASE("the first float of a till is no difference on its Z; one that differs from what was left is")
{
    Report report = samples::zReport();
    const auto paper = [&report] { return plainText(reportPaper(samples::reportContext(), report)); };
    report.cash.openingDifference = report.cash.openingFloat;
    CHECK(paper().contains(u"Fond d’ouverture"_s));
    CHECK_FALSE(paper().contains(u"Écart à l’ouverture"_s));
    report.cash.openingDifference = Money::fromCents(-50);
    CHECK(paper().contains(u"Écart à l’ouverture"_s));
}

TEST_CASE("a Z that nobody counted says so")
{
    Report report = samples::zReport();
    report.cash.counted = false;
    report.lateClosing = true;
    const QString text = plainText(reportPaper(samples::reportContext(), report));
    CHECK(text.contains(u"NON COMPTÉ"_s));
    CHECK(text.contains(u"CLÔTURE TARDIVE"_s));
}

TEST_CASE("the Z says what the card terminal counted, what the till knows, and the difference")
{
    Report report = samples::zReport();
    TerminalComparison compared{.terminal = u"zvt"_s, .answered = true, .dayEnded = false};
    compared.rows = {{.key = u"Bancontact"_s, .title = LocalizedText{u"Bancontact"_s}, .count = 2, .amount = Money::fromCents(4500)}};
    compared.tillCount = 1;
    compared.tillAmount = Money::fromCents(3000);
    report.terminals = {compared};
    const QString paper = plainText(reportPaper(samples::reportContext(), report), 48);
    CHECK(paper.contains(u"Terminal de paiement zvt"_s));
    CHECK(paper.contains(u"Total du terminal (2)"_s));
    CHECK(paper.contains(u"+15,00"_s));
    CHECK(paper.contains(u"Journée du terminal non clôturée"_s));
    report.terminals.front().answered = false;
    CHECK(plainText(reportPaper(samples::reportContext(), report), 48).contains(u"Le terminal n’a pas donné ses totaux"_s));
}

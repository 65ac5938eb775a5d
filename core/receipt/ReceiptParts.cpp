// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/receipt/ReceiptParts.h"

#include "core/receipt/EpcPayment.h"

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

/// `0123456789` → `0123.456.789`
QString dotted(const QString &digits)
{
    return digits.size() == 10 ? u"%1.%2.%3"_s.arg(digits.left(4), digits.mid(4, 3), digits.mid(7)) : digits;
}

/// Establishment units are grouped `2.123.456.789`.
QString dottedUnit(const QString &typed)
{
    QString digits;
    for (const QChar c : typed)
        if (c.isDigit())
            digits += c;
    return digits.size() == 10 ? u"%1.%2.%3.%4"_s.arg(digits.left(1), digits.mid(1, 3), digits.mid(4, 3), digits.mid(7)) : typed;
}

QString groupedIban(const QString &iban)
{
    QString plain = iban;
    plain.remove(u' ');
    for (qsizetype at = plain.size() - plain.size() % 4; at > 0; at -= 4)
        if (at < plain.size())
            plain.insert(at, QChar{0x00A0});
    return plain;
}

QString numbersLine(const PaperWriter &paper, const Attraction &attraction)
{
    const QString number = dotted(attraction.enterpriseNumber);
    return attraction.vatLiable ? u"%1 BE %2"_s.arg(paper.say(Word::VatNumber), number)
                                : u"%1 %2"_s.arg(paper.say(Word::EnterpriseNumber), number);
}

QString operatorLine(const ReceiptContext &context)
{
    const QString key = context.body.actor.user;
    return context.operatorName.isEmpty() || context.operatorName == key ? key : u"%1 (%2)"_s.arg(context.operatorName, key);
}

} // namespace

bool isTraining(const ReceiptContext &context)
{
    return context.training || context.body.label == EventLabel::T;
}

void writeAttraction(PaperWriter &paper, const Attraction &attraction)
{
    paper.logo();
    const bool twoNames = !attraction.commercialName.isEmpty() && attraction.commercialName != attraction.legalName;
    paper.centred(attraction.commercialName.isEmpty() ? attraction.legalName : attraction.commercialName, true, TextSize::Large);
    if (twoNames)
        paper.centred(attraction.legalName);
    paper.centred(attraction.street);
    paper.centred((attraction.postcode + u' ' + attraction.city).trimmed());
    paper.centred(numbersLine(paper, attraction));
    if (!attraction.establishmentUnit.isEmpty())
        paper.centred(u"%1 %2"_s.arg(paper.say(Word::EstablishmentUnit), dottedUnit(attraction.establishmentUnit)));
    if (!attraction.telephone.isEmpty())
        paper.centred(paper.say(Word::TelephoneShort) + u' ' + attraction.telephone);
    paper.centred(attraction.web);
}

void writeLabels(PaperWriter &paper, const ReceiptContext &context)
{
    if (isTraining(context)) {
        paper.centred(u"*** %1 ***"_s.arg(paper.say(Word::Training)), true, TextSize::Large);
        paper.centred(paper.say(Word::TrainingNotValid), true);
    }
    if (context.copy > 0)
        paper.centred(u"*** %1 ***"_s.arg(paper.say(Word::Duplicate, QString::number(context.copy))), true, TextSize::Tall);
}

void writeHeader(PaperWriter &paper, const ReceiptContext &context, Word title, const QString &dossierNumber)
{
    writeAttraction(paper, context.attraction);
    paper.space();
    paper.centred(paper.say(title), true, TextSize::Tall);
    writeLabels(paper, context);
    paper.space();
    const QString number = documentNumberText(context.body.document);
    paper.strong(number.isEmpty() ? QString{} : paper.say(Word::Number) + u' ' + number,
                 printedDateTime(context.body.at, paper.language()));
    paper.pair(Word::Till, paper.in(context.tillName));
    paper.pair(Word::Operator, operatorLine(context));
    if (!context.approverName.isEmpty())
        paper.pair(paper.say(Word::Approver), u"%1 (%2)"_s.arg(context.approverName, context.body.actor.approver));
    if (!dossierNumber.isEmpty())
        paper.pair(paper.say(Word::Dossier), dossierNumber);
}

void writeDiscounts(PaperWriter &paper, Money gross, const std::vector<NamedDiscount> &discounts)
{
    if (discounts.empty())
        return;
    paper.amount(Word::Gross, gross);
    for (const NamedDiscount &discount : discounts)
        paper.pair(paper.in(discount.title), paper.signedMoney(discount.amount), 2);
}

void writePayment(PaperWriter &paper, const ReceiptContext &context, const Payment &payment, int indent)
{
    const bool handed = payment.type == PaymentType::Cash && payment.tendered.isPositive();
    paper.pair(paper.in(payment.methodTitle), paper.money(handed ? payment.tendered : payment.received()), indent);
    if (!payment.reference.isEmpty() && payment.reference != payment.giftCode) // who holds a code can spend it: only its end is printed
        paper.note(paper.say(Word::Reference, payment.reference));
    if (!payment.giftCode.isEmpty())
        paper.note(paper.say(Word::GiftCodeUsed, payment.giftCode.right(4)));
    if (const auto balance = context.giftBalances.find(payment.giftCode);
        !payment.giftCode.isEmpty() && balance != context.giftBalances.end())
        paper.pair(paper.say(Word::BalanceLeft), paper.money(*balance), 2);
    paper.amountUnlessZero(Word::Excess, payment.excess, 2);
    paper.amountUnlessZero(Word::Tip, payment.tip, 2);
}

void writeCustomer(PaperWriter &paper, const ReceiptContext &context)
{
    if (context.customer.isEmpty())
        return;
    paper.section(paper.say(Word::Customer));
    for (const QString &line : context.customer)
        paper.text(line);
}

void writeTransfer(PaperWriter &paper, const Attraction &attraction, Money amount, const QString &communication)
{
    if (attraction.iban.isEmpty() || communication.isEmpty() || !amount.isPositive())
        return;
    paper.section(paper.say(Word::ByTransfer));
    paper.pair(Word::Beneficiary, attraction.legalName);
    paper.pair(u"IBAN"_s, groupedIban(attraction.iban));
    paper.pair(Word::Communication, printedCommunication(communication));
    const auto payload =
        epcPayload({.beneficiary = attraction.legalName, .iban = attraction.iban, .amount = amount, .communication = communication});
    if (payload)
        paper.qr(*payload, paper.say(Word::ScanToPay));
}

void writeFooter(PaperWriter &paper, const ReceiptContext &context, const QString &dossierNumber)
{
    if (!dossierNumber.isEmpty()) {
        paper.space();
        paper.qr(dossierNumber, dossierNumber);
    }
    if (const QString footer = paper.in(context.attraction.receiptFooter); !footer.isEmpty()) {
        paper.space();
        for (const QString &line : footer.split(u'\n'))
            paper.centred(line);
    }
    writeSeal(paper, context);
}

void writeSeal(PaperWriter &paper, const ReceiptContext &context)
{
    paper.space();
    const FactPosition &position = context.body.position;
    if (!context.hash.isEmpty())
        paper.centred(u"%1 %2-%3 · %4"_s.arg(paper.say(Word::Journal))
                          .arg(position.incarnation)
                          .arg(position.number)
                          .arg(QString::fromLatin1(context.hash.toHex().left(16))));
    if (!position.till.isEmpty())
        paper.centred(paper.say(Word::TillId) + u' ' + position.till);
    if (!context.body.softwareVersion.isEmpty())
        paper.centred(u"%1 Guichet %2"_s.arg(paper.say(Word::Software), context.body.softwareVersion));
    writeLabels(paper, context);
    paper.cut();
}

} // namespace guichet

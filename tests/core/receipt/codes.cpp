// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/receipt/EpcPayment.h"
#include "core/receipt/TicketCode.h"
#include "tests/support/Catch.h"
#include "tests/support/Property.h"

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

const QString base32 = u"0123456789ABCDEFGHJKMNPQRSTVWXYZ"_s;
const TicketCode anyTicket{.dossierNumber = u"P2611230A07"_s, .line = 3, .unit = 17};

} // namespace

TEST_CASE("a ticket code comes back as it was made, typed with blanks, hyphens and look-alikes too")
{
    const QString code = anyTicket.toString();
    CHECK(code.startsWith(u"T2611230A070300H"_s));
    CHECK(TicketCode::fromString(code) == anyTicket);
    CHECK(TicketCode::fromString(code.toLower()) == anyTicket);
    CHECK(TicketCode::fromString(u" "_s + code.left(5) + u"-"_s + code.mid(5) + u"\n"_s) == anyTicket);
    QString lookAlike = code;
    CHECK(TicketCode::fromString(lookAlike.replace(u'0', u'O').replace(u'1', u'l')) == anyTicket);
    property("round trip", [] {
        const TicketCode ticket{.dossierNumber = u"P2611230A"_s + base32.mid(*rc::gen::inRange(0, 28), 4),
                                .line = *rc::gen::inRange(0, 1024),
                                .unit = *rc::gen::inRange(0, 32768)};
        RC_ASSERT(TicketCode::fromString(ticket.toString()) == ticket);
    });
}

TEST_CASE("every wrong character and every swap of neighbours in a ticket code is found")
{
    const QString code = anyTicket.toString();
    for (qsizetype at = 1; at < code.size(); ++at) {
        for (const QChar c : base32) {
            QString wrong = code;
            wrong[at] = c;
            CHECK(TicketCode::fromString(wrong).has_value() == (wrong == code));
        }
        QString swapped = code;
        if (at + 1 < code.size())
            std::swap(swapped[at], swapped[at + 1]);
        CHECK(TicketCode::fromString(swapped).has_value() == (swapped == code));
    }
}

TEST_CASE("a ticket code is no dossier number, and rubbish is no ticket code")
{
    for (const QString &rubbish : {QString{}, u"T"_s, u"P2611230A07"_s, u"5410000000019"_s, u"T2611230A07"_s, u"TÉLÉPHONE DE LA GROTTE"_s,
                                   QString(500, u'T'), u"TUUUUUUUUUUUUUUUUUU"_s})
        CHECK_FALSE(TicketCode::fromString(rubbish));
}

TEST_CASE("the structured communication of belgium.md §7 as it is printed")
{
    CHECK(printedCommunication(u"202600004236"_s) == u"+++202/6000/04236+++"_s);
    CHECK(printedCommunication(u"20260000423A"_s) == u"20260000423A"_s);
}

TEST_CASE("the EPC payload of belgium.md §7, 84 bytes")
{
    const auto payload = epcPayload({.beneficiary = u"Grottes de Test ASBL"_s,
                                     .iban = u"BE68 5390 0754 7034"_s,
                                     .amount = Money::fromCents(5000),
                                     .communication = u"202600004236"_s});
    REQUIRE(payload);
    CHECK(*payload == u"BCD\n002\n1\nSCT\n\nGrottes de Test ASBL\nBE68539007547034\nEUR50.00\n\n\n+++202/6000/04236+++"_s);
    CHECK(payload->toUtf8().size() == 84);
}

TEST_CASE("an EPC payload is refused without amount or IBAN, and a name cannot add lines")
{
    const EpcPayment good{.beneficiary = u"Grottes\nEUR99999.00"_s,
                          .iban = u"BE68539007547034"_s,
                          .amount = Money::fromCents(1),
                          .communication = u"202600004236"_s};
    const auto payload = epcPayload(good);
    REQUIRE(payload);
    CHECK(payload->count(u'\n') == 10);
    CHECK(payload->contains(u"EUR0.01"_s));
    for (const Money amount : {Money{}, Money::fromCents(-1), Money::fromCents(100'000'000'000)}) {
        EpcPayment bad = good;
        bad.amount = amount;
        CHECK_FALSE(epcPayload(bad));
    }
    EpcPayment bad = good;
    bad.iban = u"BE68539007547035"_s;
    CHECK_FALSE(epcPayload(bad));
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/receipt/PrinterTestPage.h"

#include "core/receipt/PaperWriter.h"

namespace guichet {

using namespace Qt::StringLiterals;

Paper printerTestPage(const PrinterTest &test, Language language)
{
    PaperWriter paper{language, word(Word::TestPageTitle, language)};
    paper.logo();
    paper.centred(paper.say(Word::TestPageTitle), true, TextSize::Large);
    paper.centred(printedDateTime(test.at, language));
    paper.rule(true);
    paper.pair(Word::Till, test.till);
    paper.text(test.printer);
    paper.text(test.profile);
    paper.rule();
    paper.text(u"é è ê ë à â ä ç ù û ü ô ö î ï œ ß ñ"_s);
    paper.text(u"É È À Ç Ü Ö € £ § ° ’ « » –"_s, Align::Left, true);
    paper.pair(paper.say(Word::Total), paper.euros(Money::fromCents(123'456)));
    paper.styles(u"ABC 123"_s);
    paper.text(u"123456789 123456789 123456789 123456789 12345678"_s);
    paper.barcode(BarcodeKind::Ean13, u"2900000000001"_s); // of no product: counters of codes begin with 1
    paper.barcode(BarcodeKind::Code128, u"GUICHET-123"_s);
    paper.qr(u"GUICHET-123456789"_s, u"GUICHET-123456789"_s);
    paper.centred(paper.say(Word::TestPageHint));
    paper.cut();
    return paper.take();
}

} // namespace guichet

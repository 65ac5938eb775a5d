// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/receipt/AdmissionTicket.h"
#include "core/receipt/Slips.h"
#include "tests/core/receipt/Samples.h"
#include "tests/support/Catch.h"
#include "tests/support/Zbar.h"
#include "ui/paper/PaperImage.h"
#include "ui/paper/PaperPdf.h"
#include "ui/theme/Theme.h"

#include <QApplication>
#include <QBuffer>
#include <QDir>
#include <QProcess>
#include <QTemporaryDir>

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

/// Pictures for people to look at: build folder, pictures/.
void keep(const QImage &image, const QString &name)
{
    QDir{}.mkpath(QStringLiteral(GUICHET_PICTURES));
    CHECK(image.save(QStringLiteral(GUICHET_PICTURES "/paper-%1.png").arg(name)));
}

QImage pictureOf(const Paper &paper, const QString &name, int width = 420)
{
    applyTheme(*qApp, Mode::Light);
    const QImage image = paperImage(paper, width);
    keep(image, name);
    return image;
}

QString output(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    REQUIRE(process.waitForFinished(30'000));
    REQUIRE(process.exitCode() == 0);
    return QString::fromUtf8(process.readAllStandardOutput());
}

/// The PDF as a poppler sees it.
struct ReadPdf
{
    QTemporaryDir folder;
    QString path = folder.filePath(u"paper.pdf"_s);
    QString text() const { return output(u"pdftotext"_s, {u"-layout"_s, path, u"-"_s}); }
    QString info() const { return output(u"pdfinfo"_s, {path}); }
    int pages() const { return info().section(u"Pages:"_s, 1, 1).section(u'\n', 0, 0).trimmed().toInt(); }
    QImage page(int number) const
    {
        output(u"pdftoppm"_s,
               {u"-png"_s, u"-r"_s, u"120"_s, u"-singlefile"_s, u"-f"_s, QString::number(number), path, folder.filePath(u"page"_s)});
        return QImage{folder.filePath(u"page.png"_s)};
    }
};

ReadPdf *written(const Paper &paper, PdfFormat format)
{
    applyTheme(*qApp, Mode::Light);
    auto *pdf = new ReadPdf;
    REQUIRE(savePdf(paper, format, pdf->path));
    return pdf;
}

} // namespace

TEST_CASE("the picture of a receipt is as wide as asked, and its QR is read by a scanner")
{
    const Paper paper = receiptPaper(samples::context(), samples::mixedSale());
    const QImage image = pictureOf(paper, u"receipt"_s);
    CHECK(image.width() == 420);
    CHECK(image.height() > 700);
    CHECK(readBarcodes(image) == QStringList{u"QR-Code:P2611230A08"_s});
    const QImage twice = paperImage(paper, 420, 2.0);
    CHECK(twice.width() == 840);
    CHECK(twice.devicePixelRatio() == 2.0);
}

TEST_CASE("pictures of tickets, gift card, order and reports")
{
    const QImage tickets = pictureOf(admissionTickets(samples::context(), samples::mixedSale(), TicketSplit::OneEach), u"tickets"_s);
    CHECK(readBarcodes(tickets).size() == 4);
    GiftContent gift;
    gift.code = u"GC000000ABCD"_s;
    gift.expiresOn = QDate{2027, 11, 23};
    CHECK(readBarcodes(pictureOf(giftSlip(samples::context(), gift, Money::fromCents(5000)), u"gift"_s)) ==
          QStringList{u"QR-Code:GC000000ABCD"_s});
    CHECK(readBarcodes(pictureOf(orderPaper(samples::context(), samples::order(), {samples::deposit()}), u"order"_s))
              .join(u'\n')
              .contains(u"EUR36.00"_s));
    ReceiptContext training = samples::context();
    training.training = true;
    training.copy = 1;
    pictureOf(receiptPaper(training, samples::everyCodeSale()), u"every-code"_s);
    pictureOf(reportPaper(samples::reportContext(), samples::zReport()), u"z"_s);
}

TEST_CASE("the PDF of a receipt is 80 mm wide, one page a sheet, and its text can be copied")
{
    const std::unique_ptr<ReadPdf> pdf{written(receiptPaper(samples::context(), samples::cashSale()), PdfFormat::Receipt)};
    CHECK(pdf->pages() == 1);
    CHECK(pdf->info().contains(u"Page size:       22"_s)); // 80 mm = 226.77 points
    const QString text = pdf->text();
    for (const QString &part : {u"TICKET DE CAISSE"_s, u"Grotte des Trois Lanternes"_s, u"À payer"_s, u"10,05"_s, u"39,95"_s})
        CHECK(text.contains(part));
    const std::unique_ptr<ReadPdf> tickets{
        written(admissionTickets(samples::context(), samples::mixedSale(), TicketSplit::OneEach), PdfFormat::Receipt)};
    CHECK(tickets->pages() == 4);
    CHECK(readBarcodes(tickets->page(3)).size() == 1);
}

TEST_CASE("the A4 PDF of a Z has numbered pages and every section")
{
    const std::unique_ptr<ReadPdf> pdf{written(reportPaper(samples::reportContext(), samples::zReport(), ReportFormat::A4), PdfFormat::A4)};
    CHECK(pdf->info().contains(u"A4"_s));
    const QString text = pdf->text();
    for (const QString &part : {u"Z N° 412"_s, u"Encaissements"_s, u"Tiroir-caisse"_s, u"Perpétuel absolu"_s, u"9f8e7d6c5b4a3921"_s})
        CHECK(text.contains(part));
    const int pages = pdf->pages();
    const QString compact = text.simplified().remove(u' ');
    CHECK(pages > 1);
    CHECK(text.count(u"Z N° 412 · 23/11/2026"_s) == pages);
    for (int page = 1; page <= pages; ++page)
        CHECK(compact.contains(u"23/11/2026%1/%2"_s.arg(page).arg(pages)));
    keep(pdf->page(1), u"z-a4-1"_s);
    keep(pdf->page(2), u"z-a4-2"_s);
    const std::unique_ptr<ReadPdf> quote{written(quotePaper(samples::context(u"Q"_s, 17), samples::order()), PdfFormat::A4)};
    keep(quote->page(1), u"quote-a4"_s);
    CHECK(quote->text().contains(u"DEVIS"_s));
}

TEST_CASE("a PDF that cannot be written is an error and leaves nothing behind")
{
    const QTemporaryDir folder;
    CHECK(savePdf(receiptPaper(samples::context(), samples::cashSale()), PdfFormat::A4, folder.filePath(u"no/such/folder.pdf"_s))
              .error()
              .code == ErrorCode::FileFailed);
    CHECK(QDir{folder.path()}.isEmpty());
}

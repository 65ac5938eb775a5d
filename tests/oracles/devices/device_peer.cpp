// SPDX-License-Identifier: GPL-3.0-or-later
// Our side of the device oracles, over standard input and output:
//   device_peer paper PNG    bytes of ESC/POS in, what the simulated printer made of them out: JSON, and its paper as a picture
//   device_peer scan         a code a line in, what the till reads in it out: a JSON object a line
//   device_peer zpl          our ZPL of a label for each roll, a JSON object a line
#include "core/scan/Gs1.h"
#include "hardware/labels/zplLabel.h"
#include "hardware/simulated/escpos/SimulatedEscPos.h"

#include <QFile>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

#include <cstdio>

namespace {

using namespace guichet;
using namespace Qt::StringLiterals;

QByteArray input()
{
    QFile file;
    return file.open(stdin, QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

void say(const QJsonObject &object)
{
    QTextStream{stdout} << QJsonDocument{object}.toJson(QJsonDocument::Compact) << '\n';
}

int printPaper(const QString &picture)
{
    SimulatedEscPos printer{576};
    SimulatedPrinterSwitches switches;
    printer.receive(input());
    while (printer.step(switches) != SimulatedEscPos::Step::Starved)
        continue;
    QString text;
    QImage image = printer.paper().current().image;
    for (const SimulatedSheet &sheet : printer.paper().sheets()) {
        text += sheet.text;
        image = sheet.image;
    }
    text += printer.paper().current().text;
    say({{u"text"_s, text},
         {u"unknown"_s, QString::fromLatin1(printer.unknown().toHex())},
         {u"kicks"_s, printer.kicks()},
         {u"cuts"_s, static_cast<int>(printer.paper().sheets().size())},
         {u"left"_s, static_cast<int>(printer.waiting())}});
    return image.save(picture) ? 0 : 1;
}

QJsonObject read(const QString &code)
{
    const auto content = gs1FromElements(code);
    if (!content)
        return {{u"error"_s, content.error().detail}};
    QJsonObject object{{u"gtin"_s, content->gtin}, {u"lot"_s, content->lot}, {u"serial"_s, content->serial}};
    if (content->expiry.isValid())
        object.insert(u"expiry"_s, content->expiry.toString(Qt::ISODate));
    if (content->grams)
        object.insert(u"grams"_s, *content->grams);
    if (content->price)
        object.insert(u"cents"_s, content->price->cents());
    if (content->pieces)
        object.insert(u"pieces"_s, *content->pieces);
    return object;
}

int readScans()
{
    for (const QByteArray &line : input().split('\n'))
        if (!line.isEmpty())
            say(read(QJsonDocument::fromJson(line)[u"code"_s].toString()));
    return 0;
}

int writeLabels()
{
    const Label label{.title = u"Miel de fleurs des vallées, 500 g ^XZ"_s, .price = u"7,50 €"_s, .barcode = u"2900700000011"_s};
    for (const LabelFormat &roll : rollFormats())
        if (const auto zpl = zplLabel(label, roll, 1))
            say({{u"roll"_s, roll.key},
                 {u"width"_s, roll.width / 10},
                 {u"height"_s, roll.height / 10},
                 {u"zpl"_s, QString::fromUtf8(*zpl)},
                 {u"barcode"_s, label.barcode}});
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application{argc, argv};
    const QStringList words = QCoreApplication::arguments();
    const QString verb = words.value(1);
    if (verb == u"paper")
        return printPaper(words.value(2));
    if (verb == u"scan")
        return readScans();
    return verb == u"zpl" ? writeLabels() : 2;
}

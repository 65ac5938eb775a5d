// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/printer/MakeReceiptPrinter.h"

#include "hardware/printer/EscPosPrinter.h"
#include "hardware/printer/FilePrinter.h"
#include "hardware/printer/NullPrinter.h"

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

Result<PrinterProfile> profileOf(const PrinterChoice &choice)
{
    TRY_LET(profile, printerProfile(choice.profile, choice.profiles));
    if (choice.drawerPin != 0)
        profile.drawerPin = choice.drawerPin == 5 ? 1 : 0;
    return profile;
}

} // namespace

Result<std::unique_ptr<ReceiptPrinter>> makeReceiptPrinter(const PrinterChoice &choice, const QImage &logo)
{
    TRY_LET(profile, profileOf(choice));
    if (choice.line == u"none")
        return std::make_unique<NullPrinter>();
    if (choice.line.startsWith(u"file:") && choice.line.size() > 5)
        return std::make_unique<FilePrinter>(choice.line.mid(5), profile, logo);
    TRY_LET(stream, makePrinterStream(choice.line));
    return std::make_unique<EscPosPrinter>(std::move(stream), profile, logo);
}

Result<> printCodePages(const PrinterChoice &choice)
{
    TRY_LET(profile, profileOf(choice));
    TRY_LET(stream, makePrinterStream(choice.line));
    return EscPosPrinter{std::move(stream), profile}.printCodePages();
}

Result<std::optional<PrinterAnswer>> askReceiptPrinter(const PrinterChoice &choice)
{
    TRY_LET(profile, profileOf(choice));
    if (!profile.repliesToStatus || choice.line == u"none" || choice.line.startsWith(u"file:"))
        return std::nullopt;
    TRY_LET(stream, makePrinterStream(choice.line));
    return EscPosPrinter{std::move(stream), profile}.ask();
}

} // namespace guichet

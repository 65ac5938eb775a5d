// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/receipt/TicketCode.h"
#include "core/scan/ScanCode.h"

#include <cstdlib>

/// Whatever a scanner delivers is refused or understood; a ticket that is understood is written the same again.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    std::ignore = guichet::parseScanCode(text, guichet::TillSettings{}.embeddedCodes);
    const auto ticket = guichet::TicketCode::fromString(text);
    if (ticket && guichet::TicketCode::fromString(ticket->toString()) != ticket)
        std::abort();
    return 0;
}

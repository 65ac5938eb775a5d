// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/receipt/TicketCode.h"
#include "core/scan/CentreInvitation.h"
#include "core/scan/ScanCode.h"

#include <cstdlib>

namespace {

/// One that is read is written as what is read as the same; its address may be longer when it is written in full.
void readsInvitation(const QString &text)
{
    const auto invitation = guichet::readInvitation(text);
    const auto written = invitation ? guichet::invitationText(*invitation) : guichet::Result<QString>{text};
    if (!invitation || !written)
        return;
    const auto again = guichet::readInvitation(*written);
    if (!again || *again != *invitation)
        std::abort();
}

} // namespace

/// Whatever a scanner delivers is refused or understood; a ticket that is understood is written the same again.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    using Layout = guichet::EmbeddedCodeLayout;
    const QList<Layout> layouts{Layout{}, Layout{.prefix = QStringLiteral("26"), .field = Layout::Field::Pieces},
                                Layout{.prefix = QStringLiteral("28"), .verifier = true, .valueDigits = 4, .field = Layout::Field::Weight},
                                Layout{.prefix = QStringLiteral("2"), .itemDigits = 1, .valueDigits = 10, .field = Layout::Field::Pieces}};
    const auto code = guichet::parseScanCode(text, layouts);
    if (code && code->pieces && (*code->pieces < 0 || *code->pieces > 99'999))
        std::abort();
    const auto ticket = guichet::TicketCode::fromString(text);
    if (ticket && guichet::TicketCode::fromString(ticket->toString()) != ticket)
        std::abort();
    readsInvitation(text);
    return 0;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace guichet {

/// What a result of the terminal means for the money (hardware.md §6.4). `Busy` and `NotTried`: the card was not asked.
enum class ZvtResult { Approved, Busy, NotTried, Declined, Unclear };

/// Of `27`, `84 xx` and `06 1E xx`.
ZvtResult zvtResultOf(quint8 code);
/// In English, for the log: `6C: aborted or timed out at the terminal`.
QString zvtResultWords(quint8 code);

/// What the terminal is doing, as names of steps (PaymentTerminal::Progress); empty: not listed. `code` of `04 FF`.
QString zvtIntermediateSteps(quint8 code);

/// The state in the completion of a status enquiry.
struct ZvtState
{
    quint8 code = 0xFF;
    QString software;                                             ///< Empty: not said.
    bool isReady() const { return code == 0x00 || code == 0xDC; } ///< `DC`: with a card in it.
    bool isBusy() const { return code == 0x9C; }
};
/// Unreadable: code FF.
ZvtState zvtStateFrom(QByteArrayView completion);
QString zvtStateWords(const ZvtState &state);

} // namespace guichet

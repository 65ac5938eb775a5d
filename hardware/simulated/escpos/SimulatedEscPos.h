// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hardware/simulated/escpos/SimulatedPaper.h"
#include "hardware/simulated/escpos/SimulatedPrinterState.h"

#include <QByteArray>
#include <QStringDecoder>
#include <optional>

namespace guichet {

/// Reads ESC/POS as a printer does (hardware.md §7.1), in whatever pieces it comes: prints on its paper, gives answers. Written from the
/// command list, without the encoder that it checks. Bytes without end, or lengths without sense, cost bounded memory. On one thread.
class SimulatedEscPos
{
public:
    enum class Step {
        Starved, ///< No whole command is there.
        Read,
        Line ///< A line or a row of a picture came out.
    };
    explicit SimulatedEscPos(int dots) : m_paper{dots} {}

    void receive(const QByteArray &bytes) { m_bytes += bytes; }
    /// Does the next command.
    Step step(SimulatedPrinterSwitches &state);
    /// Questions and orders that do not wait for the rest (`10 04 n`, `10 05 n`, `10 14 …`): whether the bytes are nothing else, which is
    /// how a till sends them. Then they are done.
    bool takeRealTime(const QByteArray &bytes, SimulatedPrinterSwitches &state);
    /// What it wants to say.
    QByteArray takeAnswers() { return std::exchange(m_answers, {}); }
    /// Four bytes, if the till has asked for them and something has changed since.
    void sayChanges(const SimulatedPrinterSwitches &state);
    qsizetype waiting() const { return m_bytes.size(); }
    /// Switched off and on.
    void forget();

    const SimulatedPaper &paper() const { return m_paper; }
    int kicks() const { return m_kicks; }
    const QByteArray &unknown() const { return m_unknown; } ///< Commands that it does not know, the first 100 bytes of them.

private:
    struct Picture
    {
        qsizetype bytesPerRow = 0;
        int rows = 0;
    };

    Step printPictureRow();
    Step execute(const QByteArray &command, SimulatedPrinterSwitches &state);
    Step control(unsigned char byte);
    Step escape(const QByteArray &command, SimulatedPrinterSwitches &state);
    Step group(const QByteArray &command, SimulatedPrinterSwitches &state);
    Step endLine();
    void initialise();
    void character(unsigned char byte);
    void setMode(unsigned char bits);
    void columnImage(const QByteArray &command);
    void qr(const QByteArray &command);
    void printQr();
    void barcode(const QByteArray &command);
    void realTime(const QByteArray &command, SimulatedPrinterSwitches &state);
    void sayId(unsigned char what);
    void kick(SimulatedPrinterSwitches &state);
    void notKnown(const QByteArray &command);

    SimulatedPaper m_paper;
    QByteArray m_bytes;
    QByteArray m_answers;
    QByteArray m_unknown;
    SimulatedStyle m_style;
    Picture m_picture;
    QByteArray m_lastChange;
    QByteArray m_qr;
    int m_qrModule = 3;
    int m_barHeight = 162;
    int m_barModule = 3;
    int m_hri = 0;
    int m_columnRows = 0; ///< Of a picture in columns that waits for the end of its line.
    std::optional<QStringDecoder> m_utf8;
    int m_page = 0;
    int m_spacing = 30;
    int m_kicks = 0;
    bool m_kanji = true; ///< As clones from China start.
    bool m_saysChanges = false;
};

/// The answer to `10 04 n`.
char simulatedStatus(const SimulatedPrinterSwitches &state, int question);
/// The four bytes of an automatic status.
QByteArray simulatedAutomaticStatus(const SimulatedPrinterSwitches &state);

} // namespace guichet

// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/simulated/escpos/SimulatedEscPos.h"

#include "core/barcode/Barcode.h"
#include "hardware/simulated/escpos/SimulatedBarcode.h"
#include "hardware/simulated/escpos/SimulatedCodePage.h"
#include "hardware/simulated/escpos/SimulatedCommand.h"

#include <algorithm>

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostUnknown = 100;

QImage imageOf(const BitMatrix &matrix, int module, int height, int quiet)
{
    const int rows = matrix.height() == 1 ? height : (matrix.height() + 2 * quiet) * module;
    QImage image{(matrix.width() + 2 * quiet) * module, rows, QImage::Format_Grayscale8};
    image.fill(Qt::white);
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            const int column = x / module - quiet;
            const int row = matrix.height() == 1 ? 0 : y / module - quiet;
            const bool isInside = column >= 0 && column < matrix.width() && row >= 0 && row < matrix.height();
            if (isInside && matrix.dark(column, row))
                image.scanLine(y)[x] = 0;
        }
    return image;
}

} // namespace

char simulatedStatus(const SimulatedPrinterSwitches &state, int question)
{
    int answer = 0x12;
    switch (question) {
    case 1: answer |= (state.drawerOpen ? 0x04 : 0) | (state.isStopped() ? 0x08 : 0); break;
    case 2: answer |= (state.coverOpen ? 0x04 : 0) | (state.paperOut ? 0x20 : 0) | (state.cutterBlocked ? 0x40 : 0); break;
    case 3: answer |= state.cutterBlocked ? 0x08 : 0; break;
    case 4: answer |= (state.paperLow ? 0x0C : 0) | (state.paperOut ? 0x60 : 0); break;
    default: break;
    }
    return static_cast<char>(answer);
}

QByteArray simulatedAutomaticStatus(const SimulatedPrinterSwitches &state)
{
    const int first = 0x10 | (state.drawerOpen ? 0x04 : 0) | (state.isStopped() ? 0x08 : 0) | (state.coverOpen ? 0x20 : 0);
    const int paper = (state.paperLow ? 0x03 : 0) | (state.paperOut ? 0x0C : 0);
    return QByteArray{}
        .append(static_cast<char>(first))
        .append(static_cast<char>(state.cutterBlocked ? 0x08 : 0))
        .append(static_cast<char>(paper))
        .append('\x0F');
}

bool SimulatedEscPos::takeRealTime(const QByteArray &bytes, SimulatedPrinterSwitches &state)
{
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype length = simulatedRealTimeLength(bytes, at);
        if (length == 0 || at + length > bytes.size())
            return false;
        at += length;
    }
    for (qsizetype at = 0; at < bytes.size(); at += simulatedRealTimeLength(bytes, at))
        realTime(bytes.mid(at, simulatedRealTimeLength(bytes, at)), state);
    return true;
}

void SimulatedEscPos::realTime(const QByteArray &command, SimulatedPrinterSwitches &state)
{
    switch (byteAt(command, 1)) {
    case 0x04: m_answers += simulatedStatus(state, byteAt(command, 2)); return;
    case 0x05:
        if (byteAt(command, 2) == 2)
            forget();
        return;
    default: kick(state); return;
    }
}

void SimulatedEscPos::sayChanges(const SimulatedPrinterSwitches &state)
{
    const QByteArray now = simulatedAutomaticStatus(state);
    if (m_saysChanges && now != m_lastChange)
        m_answers += now;
    m_lastChange = now;
}

void SimulatedEscPos::forget()
{
    m_bytes.clear();
    m_picture = {};
    initialise();
}

void SimulatedEscPos::initialise()
{
    m_style = {};
    m_page = 0;
    m_spacing = 30;
    m_barHeight = 162;
    m_barModule = 3;
    m_hri = 0;
    m_columnRows = 0;
    m_utf8.reset();
}

SimulatedEscPos::Step SimulatedEscPos::step(SimulatedPrinterSwitches &state)
{
    if (m_picture.rows > 0)
        return printPictureRow();
    if (m_bytes.isEmpty())
        return Step::Starved;
    const qsizetype length = simulatedCommandLength(m_bytes);
    if (length > m_bytes.size())
        return Step::Starved;
    const QByteArray command = m_bytes.left(length);
    m_bytes.remove(0, length);
    return execute(command, state);
}

SimulatedEscPos::Step SimulatedEscPos::printPictureRow()
{
    if (m_bytes.size() < m_picture.bytesPerRow)
        return Step::Starved;
    --m_picture.rows;
    m_paper.printRow(m_bytes.left(m_picture.bytesPerRow), m_style.align);
    m_bytes.remove(0, m_picture.bytesPerRow);
    return Step::Read;
}

SimulatedEscPos::Step SimulatedEscPos::execute(const QByteArray &command, SimulatedPrinterSwitches &state)
{
    switch (byteAt(command, 0)) {
    case 0x10:
        if (byteAt(command, 1) == 0x05)
            initialise(); // in its turn it finds nothing before it to throw away
        else if (command.size() > 1)
            realTime(command, state);
        return Step::Read;
    case 0x1B: return escape(command, state);
    case 0x1D: return group(command, state);
    case 0x1C:
        if (command == "\x1C.")
            m_kanji = false;
        else if (command == "\x1C&")
            m_kanji = true;
        else if (command == QByteArray::fromHex("1c284302003002"))
            m_utf8.emplace(QStringConverter::Utf8);
        else if (command == QByteArray::fromHex("1c284302003001"))
            m_utf8.reset();
        else
            notKnown(command);
        return Step::Read;
    default: return control(byteAt(command, 0));
    }
}

SimulatedEscPos::Step SimulatedEscPos::control(unsigned char byte)
{
    switch (byte) {
    case '\n':
    case '\f': return endLine();
    case '\t': m_paper.tab(); return Step::Read;
    case '\r': return Step::Read;
    default: character(byte); return Step::Read;
    }
}

SimulatedEscPos::Step SimulatedEscPos::endLine()
{
    if (const int rows = std::exchange(m_columnRows, 0); rows > 0 && m_paper.isLineEmpty())
        m_paper.feed(std::max(0, m_spacing - rows)); // the picture is the line
    else
        m_paper.endLine(m_spacing);
    return Step::Line;
}

/// While the Kanji mode is on, bytes ≥ 80h are halves of Chinese characters.
void SimulatedEscPos::character(unsigned char byte)
{
    if (byte < 0x20 || byte == 0x7F)
        return notKnown(QByteArray(1, static_cast<char>(byte)));
    if (m_utf8) {
        for (const QChar one : QString{m_utf8->decode(QByteArray(1, static_cast<char>(byte)))})
            m_paper.write(one, m_style);
        return;
    }
    const QChar character = byte >= 0x80 && m_kanji ? QChar{0x4E2D} : simulatedCharacter(m_page, byte);
    m_paper.write(character, m_style);
}

SimulatedEscPos::Step SimulatedEscPos::escape(const QByteArray &command, SimulatedPrinterSwitches &state)
{
    const unsigned char n = byteAt(command, 2);
    switch (byteAt(command, 1)) {
    case '@': initialise(); break;
    case '!': setMode(n); break;
    case '-': m_style.underline = n % 48 != 0; break;
    case '2': m_spacing = 30; break;
    case '3': m_spacing = n; break;
    case 'E':
    case 'G': m_style.bold = (n & 1) != 0; break;
    case 'M': m_style.small = n % 48 == 1; break;
    case 'a': m_style.align = static_cast<SimulatedStyle::Align>(n % 48 % 3); break;
    case 't': m_page = n; break;
    case 'p': kick(state); break;
    case '*': columnImage(command); break;
    case 'd':
        if (!m_paper.isLineEmpty())
            m_paper.endLine(m_spacing);
        m_paper.feed(n * m_spacing);
        return Step::Line;
    case 'J':
        if (!m_paper.isLineEmpty())
            m_paper.endLine(n);
        else
            m_paper.feed(n);
        return Step::Line;
    case 'i':
    case 'm': m_paper.cut(); break;
    case 'R': break; // the twelve characters that differ from land to land: a till does not use them
    default: notKnown(command); break;
    }
    return Step::Read;
}

void SimulatedEscPos::setMode(unsigned char bits)
{
    m_style.small = (bits & 0x01) != 0;
    m_style.bold = (bits & 0x08) != 0;
    m_style.height = (bits & 0x10) != 0 ? 2 : 1;
    m_style.width = (bits & 0x20) != 0 ? 2 : 1;
    m_style.underline = (bits & 0x80) != 0;
}

SimulatedEscPos::Step SimulatedEscPos::group(const QByteArray &command, SimulatedPrinterSwitches &state)
{
    const unsigned char n = byteAt(command, 2);
    switch (byteAt(command, 1)) {
    case '!':
        m_style.width = (n >> 4) % 8 + 1;
        m_style.height = (n & 0x0F) % 8 + 1;
        break;
    case 'B': m_style.inverse = (n & 1) != 0; break;
    case 'V':
        if (!m_paper.isLineEmpty())
            m_paper.endLine(m_spacing);
        m_paper.feed(byteAt(command, 3));
        m_paper.cut();
        return Step::Line;
    case 'v': m_picture = {.bytesPerRow = std::max(1, wordAt(command, 4)), .rows = wordAt(command, 6)}; break;
    case '(': qr(command); break;
    case 'h': m_barHeight = std::max<int>(1, n); break;
    case 'w': m_barModule = std::clamp<int>(n, 1, 6); break;
    case 'k': barcode(command); break;
    case 'r': m_answers += static_cast<char>(n % 48 == 2 ? (state.drawerOpen ? 1 : 0) : simulatedAutomaticStatus(state)[2]); break;
    case 'a':
        m_saysChanges = n != 0;
        m_lastChange.clear();
        break;
    case 'I': sayId(n); break;
    case 'H': m_hri = n % 48 % 4; break;
    case 'f':
    case 'L':
    case 'W': break; // margins, and the font below a bar code: our paper has one
    default: notKnown(command); break;
    }
    return Step::Read;
}

/// Vertical bars of 8 or 24 dots.
void SimulatedEscPos::columnImage(const QByteArray &command)
{
    const int bytes = byteAt(command, 2) >= 32 ? 3 : 1;
    QImage image{std::max(1, std::min(wordAt(command, 3), m_paper.dots())), bytes * 8, QImage::Format_Grayscale8};
    image.fill(Qt::white);
    for (int x = 0; x < image.width(); ++x)
        for (int y = 0; y < image.height(); ++y)
            if (byteAt(command, 5 + x * bytes + y / 8) & (0x80 >> (y % 8)))
                image.scanLine(y)[x] = 0;
    m_paper.printImage(image, m_style.align);
    m_columnRows = image.height();
}

void SimulatedEscPos::qr(const QByteArray &command)
{
    if (byteAt(command, 2) != 'k' || byteAt(command, 5) != 0x31)
        return notKnown(command.left(8));
    switch (byteAt(command, 6)) {
    case 0x43: m_qrModule = std::clamp<int>(byteAt(command, 7), 1, 16); return;
    case 0x50: m_qr = command.mid(8); return;
    case 0x51: return printQr();
    default: return; // model and correction: any will do
    }
}

void SimulatedEscPos::printQr()
{
    const QString text = QString::fromUtf8(m_qr);
    if (const auto matrix = qrCode(text)) {
        m_paper.printImage(imageOf(*matrix, m_qrModule, 0, qrQuietZone), m_style.align);
        m_paper.note(u"[QR %1]"_s.arg(text));
    }
}

void SimulatedEscPos::barcode(const QByteArray &command)
{
    const int system = byteAt(command, 2);
    const QByteArray data = system >= 65 ? command.mid(4) : command.mid(3, command.size() - 4);
    const auto code = simulatedBarcode(system, data);
    m_paper.note(u"[code %1 %2]"_s.arg(system).arg(code ? code->text : QString::fromLatin1(data)));
    if (code)
        m_paper.printImage(simulatedBarcodeImage(*code, m_barModule, m_barHeight, m_hri), m_style.align);
}

void SimulatedEscPos::sayId(unsigned char what)
{
    if (what == 66)
        m_answers += QByteArray{"_GUICHET"} + '\0';
    else if (what == 67)
        m_answers += QByteArray{"_SIMULATED"} + '\0';
}

void SimulatedEscPos::kick(SimulatedPrinterSwitches &state)
{
    ++m_kicks;
    state.drawerOpen = true;
}

void SimulatedEscPos::notKnown(const QByteArray &command)
{
    m_unknown += command.left(mostUnknown - m_unknown.size());
}

} // namespace guichet

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulators/DeviceDesk.h"

#include <QDeadlineTimer>
#include <QPainter>
#include <QThread>

namespace guichet {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto paperWait = 30s;
constexpr int sheetGap = 16;
constexpr qint64 longestNap = 3600;
constexpr quint16 nexoNoticePort = 4103;
constexpr unsigned long tendEveryMs = 50;

std::unexpected<Error> notUnderstood(const QStringList &words)
{
    return failure(ErrorCode::InvalidInput, u"not understood: "_s + words.join(u' '));
}

/// A number from 0 to `most`.
Result<qint64> number(const QString &text, qint64 most)
{
    bool isNumber = false;
    const qint64 value = text.toLongLong(&isNumber);
    if (!isNumber || value < 0 || value > most)
        return failure(ErrorCode::InvalidInput, u"not a number up to %1: %2"_s.arg(most).arg(text));
    return value;
}

struct Switch
{
    QString what;
    QString how;
    bool SimulatedPrinterSwitches::*which;
    bool value;
};

const std::vector<Switch> &switchWords()
{
    using S = SimulatedPrinterSwitches;
    static const std::vector<Switch> all{{u"paper"_s, u"out"_s, &S::paperOut, true},
                                         {u"paper"_s, u"in"_s, &S::paperOut, false},
                                         {u"paper"_s, u"low"_s, &S::paperLow, true},
                                         {u"paper"_s, u"enough"_s, &S::paperLow, false},
                                         {u"cover"_s, u"open"_s, &S::coverOpen, true},
                                         {u"cover"_s, u"closed"_s, &S::coverOpen, false},
                                         {u"cutter"_s, u"blocked"_s, &S::cutterBlocked, true},
                                         {u"cutter"_s, u"free"_s, &S::cutterBlocked, false},
                                         {u"line"_s, u"off"_s, &S::offline, true},
                                         {u"line"_s, u"on"_s, &S::offline, false},
                                         {u"answers"_s, u"off"_s, &S::isSilent, true},
                                         {u"answers"_s, u"on"_s, &S::isSilent, false},
                                         {u"drawer"_s, u"closed"_s, &S::drawerOpen, false}};
    return all;
}

} // namespace

QImage paperStrip(const std::vector<SimulatedSheet> &sheets)
{
    int height = 0;
    int width = 0;
    for (const SimulatedSheet &sheet : sheets) {
        height += sheet.image.height() + sheetGap;
        width = std::max(width, sheet.image.width());
    }
    if (width == 0)
        return {};
    QImage strip{width, height, QImage::Format_Grayscale8};
    strip.fill(Qt::lightGray);
    QPainter painter{&strip};
    int top = 0;
    for (const SimulatedSheet &sheet : sheets) {
        painter.drawImage(0, top, sheet.image);
        top += sheet.image.height() + sheetGap;
    }
    return strip;
}

TerminalBooth *DeviceDesk::terminal(const QString &kind) const
{
    const auto found = m_terminals.find(kind);
    return found == m_terminals.end() ? nullptr : found->second.get();
}

Result<QJsonObject> DeviceDesk::run(const QString &line)
{
    const QStringList words = line.simplified().split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty() || words[0].startsWith(u'#'))
        return QJsonObject{};
    if (words[0] == u"printer")
        return startPrinter(words);
    if (words[0] == u"wait")
        return nap(words.value(1));
    if (words[0] == u"scanner")
        return m_scanner.run(words.mid(1));
    if (words[0] == u"display")
        return m_display.run(words.mid(1));
    if (terminalBoothKinds().contains(words[0]))
        return runTerminal(words);
    if (!m_printer)
        return failure(ErrorCode::InvalidInput, u"no printer yet, or not understood: "_s + line);
    return words[0] == u"paper" ? paper(words) : turnSwitch(words);
}

Result<QJsonObject> DeviceDesk::nap(const QString &words)
{
    TRY_LET(seconds, number(words, longestNap));
    for (const QDeadlineTimer deadline{std::chrono::seconds{seconds}}; !deadline.hasExpired(); QThread::msleep(tendEveryMs))
        m_display.tend();
    return QJsonObject{};
}

Result<QJsonObject> DeviceDesk::startPrinter(const QStringList &words)
{
    const QString kind = words.value(1);
    if (kind != u"tcp" && kind != u"serial")
        return notUnderstood(words);
    TRY_LET(port, number(words.value(2, u"0"_s), 65535));
    m_printer.reset(); // its port is free again
    const SimulatedPrinterSettings settings{.port = static_cast<quint16>(port)};
    TRY_LET(printer, kind == u"tcp" ? SimulatedPrinter::start(settings) : SimulatedPrinter::startSerial(settings));
    m_printer = std::move(printer);
    return QJsonObject{{u"address"_s, m_printer->address()}};
}

Result<QJsonObject> DeviceDesk::paper(const QStringList &words)
{
    const QString what = words.value(1);
    if (what == u"text")
        return QJsonObject{{u"text"_s, m_printer->text()}, {u"kicks"_s, m_printer->kicks()}};
    if (what == u"until")
        return awaitPaper(words.mid(2).join(u' '));
    if (what == u"save")
        return savePaper(words.mid(2).join(u' '));
    if (what != u"lines")
        return turnSwitch(words);
    TRY_LET(lines, number(words.value(2), 100'000));
    m_printer->change([count = static_cast<int>(lines)](SimulatedPrinterSwitches &switches) { switches.linesOfPaper = count; });
    return QJsonObject{};
}

Result<QJsonObject> DeviceDesk::awaitPaper(const QString &text) const
{
    for (const QDeadlineTimer deadline{paperWait}; !deadline.hasExpired(); QThread::msleep(10))
        if (m_printer->text().contains(text))
            return QJsonObject{};
    return failure(ErrorCode::Timeout, u"not on paper: "_s + text);
}

Result<QJsonObject> DeviceDesk::savePaper(const QString &file) const
{
    const QImage strip = paperStrip(m_printer->sheets());
    if (strip.isNull() || !strip.save(file))
        return failure(ErrorCode::FileFailed, strip.isNull() ? u"no paper yet"_s : file);
    return QJsonObject{{u"file"_s, file}};
}

Result<QJsonObject> DeviceDesk::turnSwitch(const QStringList &words)
{
    for (const Switch &one : switchWords())
        if (words.value(0) == one.what && words.value(1) == one.how) {
            m_printer->change([&](SimulatedPrinterSwitches &switches) { switches.*one.which = one.value; });
            return QJsonObject{};
        }
    if (words.value(0) == u"speed") {
        TRY_LET(perLine, number(words.value(1), 10'000));
        m_printer->change([&](SimulatedPrinterSwitches &switches) { switches.perLine = std::chrono::milliseconds{perLine}; });
        return QJsonObject{};
    }
    if (words.value(0) == u"hangup") {
        const bool isNever = words.value(1) == u"never";
        TRY_LET(bytes, number(isNever ? u"0"_s : words.value(1), 1'000'000'000));
        m_printer->change([&](SimulatedPrinterSwitches &switches) { switches.closesAfter = isNever ? std::optional<qint64>{} : bytes; });
        return QJsonObject{};
    }
    return notUnderstood(words);
}

Result<QJsonObject> DeviceDesk::runTerminal(const QStringList &words)
{
    std::unique_ptr<TerminalBooth> &booth = m_terminals[words[0]];
    if (words.value(1) == u"start") {
        TRY_LET(port, number(words.value(2, u"0"_s), 65535));
        booth.reset(); // its port is free again
        TRY_LET(made, makeTerminalBooth(words[0], {.port = static_cast<quint16>(port), .noticePort = nexoNoticePort}, m_clock));
        booth = std::move(made);
        return booth->settings();
    }
    if (!booth)
        return failure(ErrorCode::InvalidInput, words[0] + u" start comes first"_s);
    return booth->run(words.mid(1));
}

} // namespace guichet

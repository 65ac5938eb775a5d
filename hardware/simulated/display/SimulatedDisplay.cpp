// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/simulated/display/SimulatedDisplay.h"

#include "hardware/display/displayBytes.h"

#include <QFile>

namespace guichet {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

void SimulatedGlass::wipe()
{
    m_rows.fill(QString{displayColumns, u' '});
    m_row = m_column = 0;
}

DisplayText SimulatedGlass::text() const
{
    const auto shown = [](QString row) {
        while (row.endsWith(u' '))
            row.chop(1);
        return row;
    };
    return {.upper = shown(m_rows[0]), .lower = shown(m_rows[1])};
}

/// Overwrites, and goes on in the other line at the end of one.
void SimulatedGlass::put(char byte)
{
    m_rows.at(static_cast<size_t>(m_row))[m_column++] = displayCharacter(m_characters, byte);
    if (m_column == displayColumns) {
        m_column = 0;
        m_row = 1 - m_row;
    }
}

void SimulatedGlass::feed(const QByteArray &bytes)
{
    m_pending += bytes;
    while (!m_pending.isEmpty()) {
        const char first = m_pending[0];
        if (first == 0x1B || first == 0x1F) {
            if (!takeCommand())
                return; // its end is still to come
            continue;
        }
        m_pending.remove(0, 1);
        if (first == 0x0C)
            wipe();
        else if (static_cast<unsigned char>(first) >= 0x20)
            put(first);
        else
            ++m_notUnderstood;
    }
}

/// False: more bytes must come.
bool SimulatedGlass::takeCommand()
{
    if (m_pending.size() < 2)
        return false;
    if (m_pending.startsWith("\x1B\x40")) {
        wipe();
        m_pending.remove(0, 2);
        return true;
    }
    if (m_kind == u"cd5220" && m_pending.startsWith("\x1BQ"))
        return takeLine();
    if (m_kind == u"epson" && m_pending.startsWith("\x1F$"))
        return takePosition();
    const bool selects = m_kind == u"epson" && m_pending.startsWith("\x1Bt");
    if (selects && m_pending.size() < 3)
        return false;
    m_notUnderstood += selects ? 0 : 1;
    m_pending.remove(0, selects ? 3 : 2);
    return true;
}

/// `1B 51 41|42` text `0D`.
bool SimulatedGlass::takeLine()
{
    const qsizetype end = m_pending.indexOf('\r');
    if (end < 0 && m_pending.size() < 100)
        return false;
    const qsizetype row = m_pending.size() > 2 && m_pending[2] == 'B' ? 1 : 0;
    const QByteArray text = m_pending.mid(3, end - 3).left(displayColumns);
    m_pending.remove(0, end < 0 ? m_pending.size() : end + 1);
    QString &shown = m_rows.at(static_cast<size_t>(row));
    shown.fill(u' ');
    for (qsizetype i = 0; i < text.size(); ++i)
        shown[i] = displayCharacter(m_characters, text[i]);
    return true;
}

/// `1F 24 x y`, from 1.
bool SimulatedGlass::takePosition()
{
    if (m_pending.size() < 4)
        return false;
    const int x = static_cast<quint8>(m_pending[2]);
    const int y = static_cast<quint8>(m_pending[3]);
    m_pending.remove(0, 4);
    if (x < 1 || x > displayColumns || y < 1 || y > 2) {
        ++m_notUnderstood;
        return true;
    }
    m_column = x - 1;
    m_row = y - 1;
    return true;
}

Result<> SimulatedDisplay::plugIn()
{
    unplug();
    m_line.emplace();
    TRY(m_line->open(1s));
    m_glass.emplace(m_kind, m_characters);
    if (!QFile::link(m_line->portName(), m_portPath))
        return failure(ErrorCode::DeviceUnavailable, u"no link at "_s + m_portPath, {m_portPath});
    return {};
}

void SimulatedDisplay::unplug()
{
    if (!m_line)
        return;
    QFile::remove(m_portPath);
    m_line.reset();
    m_glass.reset();
}

DisplaySettings SimulatedDisplay::settings() const
{
    return {.kind = m_kind, .line = u"serial:"_s + m_portPath, .characters = m_characters};
}

DisplayText SimulatedDisplay::text()
{
    if (!m_line)
        return {};
    for (auto bytes = m_line->read(0ms); bytes && !bytes->isEmpty(); bytes = m_line->read(0ms))
        m_glass->feed(*bytes);
    return m_glass->text();
}

} // namespace guichet

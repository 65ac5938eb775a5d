// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/display/SerialDisplay.h"

#include "hardware/display/displayBytes.h"

namespace guichet {
using namespace std::chrono_literals;

namespace {

constexpr auto limit = 1s;

} // namespace

Result<> SerialDisplay::openLine()
{
    if (m_line)
        return {};
    TRY_LET(line, makeByteStream(m_settings.line));
    TRY(line->open(limit));
    TRY(line->write(displayStart(m_settings), limit));
    m_line = std::move(line);
    return {};
}

Result<> SerialDisplay::show(const DisplayText &text)
{
    TRY(openLine());
    const auto left = m_line->read(0ms); // it says nothing; whether the line is still there shows here
    const auto shown = left ? m_line->write(displayLines(m_settings, text), limit) : Result<>{std::unexpected{left.error()}};
    if (!shown)
        m_line.reset();
    return shown;
}

} // namespace guichet

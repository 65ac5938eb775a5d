// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/CustomerDisplay.h"
#include "core/till/DisplaySettings.h"
#include "hardware/transport/ByteStream.h"

namespace guichet {

/// A display on a serial line. It never answers: what has left is taken as seen. A line that was lost is opened again by the next text.
class SerialDisplay final : public CustomerDisplay
{
public:
    explicit SerialDisplay(DisplaySettings settings) : m_settings{std::move(settings)} {}
    Result<> show(const DisplayText &text) override;

private:
    Result<> openLine();

    DisplaySettings m_settings;
    std::unique_ptr<ByteStream> m_line;
};

} // namespace guichet

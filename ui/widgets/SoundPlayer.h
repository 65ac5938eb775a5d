// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace guichet {

enum class Sound { ScanAccepted, ScanUnknown, PaymentApproved, PaymentRefused };

/// Where sounds go. Never blocks; GUI thread.
class SoundPlayer
{
public:
    virtual ~SoundPlayer() = default;
    virtual void play(Sound sound) = 0;
};

/// All sounds turned off.
class SilentPlayer final : public SoundPlayer
{
public:
    void play(Sound) override {}
};

} // namespace guichet

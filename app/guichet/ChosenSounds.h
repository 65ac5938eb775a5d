// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/WavPlayer.h"

#include <memory>

namespace guichet {

/// Sounds as the settings want them, from one moment to the next.
class ChosenSounds final : public SoundPlayer
{
public:
    void setOn(bool on)
    {
        if (on != (m_player != nullptr))
            m_player = on ? std::make_unique<WavPlayer>() : nullptr;
    }
    void play(Sound sound) override
    {
        if (m_player)
            m_player->play(sound);
    }

private:
    std::unique_ptr<WavPlayer> m_player; ///< None: silence.
};

} // namespace guichet

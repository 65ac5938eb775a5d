// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/SoundPlayer.h"

#include <QTemporaryDir>

namespace guichet {

/// Plays our WAV files through the sound program of the desktop (pw-play, paplay or aplay, whichever is there); where there is none, or it
/// does not start, the system's beep. Never waits for the sound (docs/decisions/0010-sounds.md).
class WavPlayer final : public SoundPlayer
{
public:
    WavPlayer();
    void play(Sound sound) override;
    /// The file of a sound inside the program: `:/sounds/scan-accepted.wav`.
    static QString resourceOf(Sound sound);
    /// The program that plays; empty when sounds are beeps.
    QString program() const { return m_program; }

private:
    QString fileOf(Sound sound) const;

    QString m_program;
    QTemporaryDir m_folder; ///< Players read files, not resources.
};

} // namespace guichet

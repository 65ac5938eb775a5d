// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/WavPlayer.h"

#include <QApplication>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>

static void initSounds()
{
    Q_INIT_RESOURCE(sounds);
}

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr Sound all[] = {Sound::ScanAccepted, Sound::ScanUnknown, Sound::PaymentApproved, Sound::PaymentRefused};

} // namespace

WavPlayer::WavPlayer()
{
    initSounds();
    for (const Sound sound : all)
        QFile::copy(resourceOf(sound), fileOf(sound));
    for (const QString &name : {u"pw-play"_s, u"paplay"_s, u"aplay"_s})
        if (m_program.isEmpty())
            m_program = QStandardPaths::findExecutable(name);
}

QString WavPlayer::resourceOf(Sound sound)
{
    switch (sound) {
    case Sound::ScanAccepted: return u":/sounds/scan-accepted.wav"_s;
    case Sound::ScanUnknown: return u":/sounds/scan-unknown.wav"_s;
    case Sound::PaymentApproved: return u":/sounds/payment-approved.wav"_s;
    case Sound::PaymentRefused: return u":/sounds/payment-refused.wav"_s;
    }
    Q_UNREACHABLE();
}

QString WavPlayer::fileOf(Sound sound) const
{
    return m_folder.filePath(resourceOf(sound).section(u'/', -1));
}

void WavPlayer::play(Sound sound)
{
    if (m_program.isEmpty() || !QProcess::startDetached(m_program, {fileOf(sound)}))
        QApplication::beep();
}

} // namespace guichet

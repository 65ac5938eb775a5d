// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/simulated/scanner/SimulatedKeyboard.h"

#include <QMap>
#include <QThread>

#include <array>
#include <cstring>

#if __has_include(<linux/uinput.h>)
#include <cerrno>
#include <fcntl.h>
#include <linux/uinput.h>
#include <sys/ioctl.h>
#include <unistd.h>
#endif

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

constexpr int enterKey = 28;
constexpr int shiftKey = 42;
constexpr int functionKey8 = 66; ///< What scanners are set to send for GS.

/// The rows of an American keyboard from their first key on; the numbers of keys follow each other.
struct KeyRow
{
    int first;
    const char *plain;
    const char *shifted;
};
constexpr std::array<KeyRow, 4> keyRows{{{2, "1234567890-=", "!@#$%^&*()_+"},
                                         {16, "qwertyuiop[]", "QWERTYUIOP{}"},
                                         {30, "asdfghjkl;'`", "ASDFGHJKL:\"~"},
                                         {43, "\\zxcvbnm,./", "|ZXCVBNM<>?"}}};

QMap<QChar, KeyStroke> makeKeys()
{
    QMap<QChar, KeyStroke> keys{{u' ', {.key = 57}}, {QChar{0x1D}, {.key = functionKey8}}};
    for (const KeyRow &row : keyRows)
        for (int i = 0; row.plain[i] != '\0'; ++i) {
            keys.insert(QLatin1Char{row.plain[i]}, {.key = row.first + i});
            keys.insert(QLatin1Char{row.shifted[i]}, {.key = row.first + i, .shift = true});
        }
    return keys;
}

std::unexpected<Error> noKeyboard(const QString &why)
{
    return failure(ErrorCode::DeviceUnavailable, u"/dev/uinput: "_s + why, {u"/dev/uinput"_s});
}

} // namespace

Result<std::vector<KeyStroke>> scannerStrokes(const QString &code)
{
    static const QMap<QChar, KeyStroke> keys = makeKeys();
    std::vector<KeyStroke> strokes;
    for (const QChar character : code) {
        const auto found = keys.find(character);
        if (found == keys.end())
            return failure(ErrorCode::InvalidInput, u"no key for "_s + character);
        strokes.push_back(*found);
    }
    strokes.push_back({.key = enterKey});
    return strokes;
}

#if __has_include(<linux/uinput.h>)

namespace {

constexpr unsigned long betweenKeysMs = 2;
constexpr unsigned long settlingMs = 300; ///< Until the desktop has noticed the new keyboard.
constexpr int mostKeys = 120;

void describe(int device)
{
    ::ioctl(device, UI_SET_EVBIT, EV_KEY);
    for (int key = 1; key < mostKeys; ++key)
        ::ioctl(device, UI_SET_KEYBIT, key);
    uinput_setup setup{};
    setup.id.bustype = BUS_USB;
    std::strncpy(setup.name, "Guichet simulated scanner", UINPUT_MAX_NAME_SIZE - 1);
    ::ioctl(device, UI_DEV_SETUP, &setup);
}

} // namespace

Result<> SimulatedKeyboard::plugIn()
{
    if (isPlugged())
        return {};
    m_device = ::open("/dev/uinput", O_WRONLY | O_NONBLOCK | O_CLOEXEC);
    if (m_device < 0)
        return noKeyboard(QString::fromLocal8Bit(std::strerror(errno)));
    describe(m_device);
    if (::ioctl(m_device, UI_DEV_CREATE) != 0) {
        const QString why = QString::fromLocal8Bit(std::strerror(errno));
        unplug();
        return noKeyboard(why);
    }
    QThread::msleep(settlingMs);
    return {};
}

void SimulatedKeyboard::unplug()
{
    if (!isPlugged())
        return;
    ::ioctl(m_device, UI_DEV_DESTROY);
    ::close(std::exchange(m_device, -1));
}

Result<> SimulatedKeyboard::send(int key, bool isDown) const
{
    input_event pressed{};
    pressed.type = EV_KEY;
    pressed.code = static_cast<quint16>(key);
    pressed.value = isDown ? 1 : 0;
    input_event end{};
    end.type = EV_SYN;
    end.code = SYN_REPORT;
    for (const input_event &event : {pressed, end})
        if (::write(m_device, &event, sizeof event) != static_cast<ssize_t>(sizeof event))
            return noKeyboard(QString::fromLocal8Bit(std::strerror(errno)));
    QThread::msleep(betweenKeysMs);
    return {};
}

#else

Result<> SimulatedKeyboard::plugIn()
{
    return noKeyboard(u"not on this system"_s);
}

void SimulatedKeyboard::unplug() {}

Result<> SimulatedKeyboard::send(int, bool) const
{
    return noKeyboard(u"not on this system"_s);
}

#endif

Result<> SimulatedKeyboard::strike(const KeyStroke &stroke) const
{
    if (stroke.shift)
        TRY(send(shiftKey, true));
    TRY(send(stroke.key, true));
    TRY(send(stroke.key, false));
    if (stroke.shift)
        TRY(send(shiftKey, false));
    return {};
}

Result<> SimulatedKeyboard::type(const QString &code)
{
    TRY_LET(strokes, scannerStrokes(code));
    TRY(plugIn());
    for (const KeyStroke &stroke : strokes)
        TRY(strike(stroke));
    return {};
}

} // namespace guichet

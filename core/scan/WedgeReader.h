// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/till/ScannerSettings.h"

#include <optional>

namespace guichet {

/// A key that was pressed, as far as a scan is concerned.
struct Keystroke
{
    enum class Kind {
        Character, ///< It types one character, or a control character that scanners type (STX, GS).
        Function,  ///< `F1` … `F35`, named in `text`.
        End,       ///< Enter, Tab, ETX.
        Modifier,  ///< Shift, AltGr: belongs to the character behind it.
        Other
    };
    Kind kind = Kind::Other;
    QString text = {};
    qint64 atMs = 0; ///< From any start, never backwards.
};

/// What is to be done about a key: first the scan that ended before it or the held keys that were a person's, then the key itself.
struct WedgeStep
{
    std::optional<QString> scan = {}; ///< A code, repaired; the held keys were its.
    bool replaysHeld = false;         ///< The held keys were a person's: they go where they were meant to.
    bool holdsKey = false;            ///< This key may be of a scan: it goes nowhere for now.
    bool swallowsKey = false;         ///< This key ended a scan: it goes nowhere.
    friend bool operator==(const WedgeStep &, const WedgeStep &) = default;
};

/// Tells a scanner that types like a keyboard from a person (HW-2, hardware.md §8.1): with a prefix, everything from it to the end is a
/// scan; without one, characters that follow each other faster than a person types. Pure: the time comes with the keys.
class WedgeReader
{
public:
    explicit WedgeReader(ScannerSettings settings) : m_settings{std::move(settings)} {}

    WedgeStep press(const Keystroke &key);
    /// Nothing was pressed for patienceMs().
    WedgeStep silence();
    /// How long to wait for the next key, milliseconds.
    int patienceMs() const;
    /// Keys are held: what comes now may belong to a scan.
    bool isReading() const { return m_isReading; }

private:
    bool isPrefix(const Keystroke &key) const;
    bool isSeparator(const Keystroke &key) const;
    qsizetype fewest() const { return m_isPrefixed ? 1 : m_settings.fewestCharacters; }
    WedgeStep begin(const Keystroke &key);
    WedgeStep goOn(const Keystroke &key);
    WedgeStep giveUp();
    WedgeStep finish();

    ScannerSettings m_settings;
    bool m_isReading = false;
    bool m_isPrefixed = false;
    QString m_text;
    qint64 m_lastMs = 0;
};

/// What the code held, from what a wedge typed: Belgian AZERTY that an American scanner types on, Caps Lock, a stand-in for GS.
QString repairedWedgeText(const QString &typed, const ScannerSettings &settings);

} // namespace guichet

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scan/WedgeReader.h"

#include "core/scan/Gs1.h"
#include "core/scan/ScanCode.h"

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

constexpr int prefixedPatienceMs = 500;
constexpr int silentEndMs = 100;
constexpr QChar startOfText{0x02};

} // namespace

int WedgeReader::patienceMs() const
{
    if (m_isPrefixed)
        return prefixedPatienceMs;
    return m_settings.endsBySilence ? std::max(silentEndMs, m_settings.longestGapMs) : m_settings.longestGapMs;
}

bool WedgeReader::isPrefix(const Keystroke &key) const
{
    if (m_settings.prefix == u"stx")
        return key.kind == Keystroke::Kind::Character && key.text == startOfText;
    return (key.kind == Keystroke::Kind::Function || key.kind == Keystroke::Kind::Character) && key.text == m_settings.prefix;
}

bool WedgeReader::isSeparator(const Keystroke &key) const
{
    return key.kind == Keystroke::Kind::Function && key.text == m_settings.separator;
}

WedgeStep WedgeReader::press(const Keystroke &key)
{
    if (key.kind == Keystroke::Kind::Modifier)
        return {};
    const qint64 gap = key.atMs - m_lastMs;
    m_lastMs = key.atMs;
    if (!m_isReading)
        return begin(key);
    const bool isLate = gap > (m_isPrefixed ? prefixedPatienceMs : m_settings.longestGapMs);
    if (!isLate)
        return goOn(key);
    WedgeStep step = silence();
    const WedgeStep next = begin(key);
    step.holdsKey = next.holdsKey;
    return step;
}

WedgeStep WedgeReader::begin(const Keystroke &key)
{
    const bool begins = m_settings.prefix.isEmpty()
                            ? key.kind == Keystroke::Kind::Character && !key.text.isEmpty() && key.text.front().isPrint()
                            : isPrefix(key);
    if (!begins)
        return {};
    m_isReading = true;
    m_isPrefixed = !m_settings.prefix.isEmpty();
    if (!m_isPrefixed)
        m_text = key.text;
    return {.holdsKey = true};
}

WedgeStep WedgeReader::goOn(const Keystroke &key)
{
    const bool isText = key.kind == Keystroke::Kind::Character || isSeparator(key);
    if (isText) {
        if (m_text.size() <= longestScan) // longer than a code may be: refused as such at its end
            m_text += isSeparator(key) ? QString{groupSeparator} : key.text;
        return {.holdsKey = true};
    }
    if (key.kind != Keystroke::Kind::End || m_text.size() < fewest())
        return giveUp();
    WedgeStep step = finish();
    step.swallowsKey = true;
    return step;
}

WedgeStep WedgeReader::silence()
{
    if (!m_isReading)
        return {};
    const bool isScan = (m_isPrefixed || m_settings.endsBySilence) && m_text.size() >= m_settings.fewestCharacters;
    return isScan ? finish() : giveUp();
}

WedgeStep WedgeReader::giveUp()
{
    m_isReading = m_isPrefixed = false;
    m_text.clear();
    return {.replaysHeld = true};
}

WedgeStep WedgeReader::finish()
{
    m_isReading = m_isPrefixed = false;
    return {.scan = repairedWedgeText(std::exchange(m_text, {}), m_settings)};
}

} // namespace guichet

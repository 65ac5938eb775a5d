// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <optional>

namespace guichet {

/// Cuts what a scanner sends into codes: each ends with CR, LF, Tab or ETX, a STX begins anew. UTF-8, or Latin-1 where it is none. A code
/// that is too long keeps being too long, for the parser to refuse; it never takes more memory.
class ScanLineReader
{
public:
    void feed(const QByteArray &bytes) { m_arrived += bytes; }
    /// The next whole code; none: more must come.
    std::optional<QString> take();
    /// Nothing came for a while: what is there is a whole code; none: nothing is there.
    std::optional<QString> silence();
    /// A code has begun and not ended.
    bool isReading() const { return !m_code.isEmpty(); }

private:
    std::optional<QString> finished();

    QByteArray m_arrived;
    QByteArray m_code;
};

} // namespace guichet

// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/escpos/EscPosBarcode.h"

#include <algorithm>
#include <set>

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

constexpr int widestBar = 3;
constexpr int barDots = 80; ///< Ten millimetres: hand scanners and counters read it at arm's length.
constexpr qsizetype mostData = 255;

bool isDigits(const QByteArray &data)
{
    return std::ranges::all_of(data, [](char c) { return c >= '0' && c <= '9'; });
}

/// Writes the data of a CODE128, changing the code set where another is shorter or needed.
class Code128
{
public:
    void add(const QByteArray &text)
    {
        if (isDigits(text) && text.size() % 2 == 0 && text.size() >= 4)
            addPairs(text);
        else
            addCharacters(text);
    }
    /// FNC1; at the very start it says that GS1 elements follow.
    void addFunction1()
    {
        if (m_set == 0)
            choose('C');
        m_data += "{1"_ba;
    }
    QByteArray data() const { return m_data; }

private:
    void choose(char set)
    {
        if (m_set != set)
            m_data += QByteArray{"{"} + set;
        m_set = set;
    }
    void addPairs(const QByteArray &digits)
    {
        choose('C');
        for (qsizetype i = 0; i < digits.size(); i += 2)
            m_data += static_cast<char>(digits.mid(i, 2).toInt());
    }
    void addCharacters(const QByteArray &text)
    {
        choose('B');
        m_data += QByteArray{text}.replace("{", "{{");
    }

    QByteArray m_data;
    char m_set = 0;
};

/// Elements of these identifiers have a fixed length and need no end (GS1 General Specifications 7.8).
bool hasFixedLength(const QString &identifier)
{
    static const std::set<QString> fixed{u"00"_s, u"01"_s, u"02"_s, u"03"_s, u"04"_s, u"11"_s, u"12"_s, u"13"_s, u"14"_s, u"15"_s, u"16"_s,
                                         u"17"_s, u"18"_s, u"19"_s, u"20"_s, u"31"_s, u"32"_s, u"33"_s, u"34"_s, u"35"_s, u"36"_s, u"41"_s};
    return fixed.contains(identifier.left(2));
}

struct Symbol
{
    char system; ///< m of `1D 6B m`.
    QByteArray data;
};

Symbol symbolOf(BarcodeKind kind, const QString &text)
{
    switch (kind) {
    case BarcodeKind::Ean13: return {.system = 0x43, .data = text.toLatin1()};
    case BarcodeKind::Ean8: return {.system = 0x44, .data = text.toLatin1()};
    case BarcodeKind::Code128: return {.system = 0x49, .data = code128Data(text)};
    case BarcodeKind::Gs1_128: return {.system = 0x49, .data = gs1Code128Data(text)};
    }
    Q_UNREACHABLE();
}

} // namespace

int barModuleFor(int modules, int dots)
{
    return std::min(widestBar, dots / (modules + 2 * eanQuietZone));
}

QByteArray code128Data(const QString &text)
{
    Code128 code;
    code.add(text.toLatin1());
    return code.data();
}

QByteArray gs1Code128Data(const QString &elements)
{
    Code128 code;
    code.addFunction1();
    const QStringList parts = elements.split(u'(', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const QString identifier = parts[i].section(u')', 0, 0);
        code.add((identifier + parts[i].section(u')', 1)).toLatin1());
        if (!hasFixedLength(identifier) && i + 1 < parts.size())
            code.addFunction1();
    }
    return code.data();
}

QByteArray barcodeCommands(BarcodeKind kind, const QString &text, int dots)
{
    const auto matrix = barcode(kind, text); // printers and clones print a wrong one without complaint
    const int module = matrix ? barModuleFor(matrix->width(), dots) : 0;
    const Symbol symbol = matrix ? symbolOf(kind, text) : Symbol{};
    if (module < 2 || symbol.data.size() > mostData)
        return {};
    return QByteArray::fromHex("1d68").append(static_cast<char>(barDots)) + QByteArray::fromHex("1d77").append(static_cast<char>(module)) +
           QByteArray::fromHex("1d4802") + QByteArray::fromHex("1d6600") + QByteArray::fromHex("1d6b").append(symbol.system) +
           static_cast<char>(symbol.data.size()) + symbol.data;
}

} // namespace guichet

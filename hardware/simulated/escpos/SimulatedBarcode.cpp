// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/simulated/escpos/SimulatedBarcode.h"

#include <QFontDatabase>
#include <QGuiApplication>
#include <QPainter>

#include <array>
#include <vector>

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

constexpr int wordsHeight = 24;
constexpr int startA = 103;
constexpr int stop = 106;
constexpr int function1 = 102;

/// Widths of bars and spaces in turn, by symbol value (ISO/IEC 15417).
constexpr std::array<const char *, 107> patterns{
    "212222", "222122", "222221", "121223", "121322", "131222", "122213", "122312", "132212", "221213", "221312", "231212",
    "112232", "122132", "122231", "113222", "123122", "123221", "223211", "221132", "221231", "213212", "223112", "312131",
    "311222", "321122", "321221", "312212", "322112", "322211", "212123", "212321", "232121", "111323", "131123", "131321",
    "112313", "132113", "132311", "211313", "231113", "231311", "112133", "112331", "132131", "113123", "113321", "133121",
    "313121", "211331", "231131", "213113", "213311", "213131", "311123", "311321", "331121", "312113", "312311", "332111",
    "314111", "221411", "431111", "111224", "111422", "121124", "121421", "141122", "141221", "112214", "112412", "122114",
    "122411", "142112", "142211", "241211", "221114", "413111", "241112", "134111", "111242", "121142", "121241", "114212",
    "124112", "124211", "411212", "421112", "421211", "212141", "214121", "412121", "111143", "111341", "131141", "114113",
    "114311", "411113", "411311", "113141", "114131", "311141", "411131", "211412", "211214", "211232", "2331112"};

/// Reads `{A`, `{B`, `{C`, `{1`, `{{` and characters into symbol values, as a printer does.
class Code128Reader
{
public:
    /// False: the data is none.
    bool read(const QByteArray &data)
    {
        for (qsizetype at = 0; at < data.size(); ++at) {
            if (data[at] == '{' && at + 1 < data.size()) {
                if (!takeOrder(data[++at]))
                    return false;
            } else if (!takeCharacter(static_cast<unsigned char>(data[at]))) {
                return false;
            }
        }
        return m_values.size() > 1;
    }
    const QString &text() const { return m_text; }
    std::vector<int> symbols() const
    {
        int sum = m_values.front();
        for (size_t i = 1; i < m_values.size(); ++i)
            sum += static_cast<int>(i) * m_values[i];
        std::vector<int> all = m_values;
        all.push_back(sum % 103);
        all.push_back(stop);
        return all;
    }

private:
    bool takeOrder(char order)
    {
        if (order >= 'A' && order <= 'C') {
            m_values.push_back(m_set == 0 ? startA + order - 'A' : changeTo(order));
            m_set = order;
            return true;
        }
        if (m_set == 0)
            return false;
        if (order == '1') {
            m_values.push_back(function1);
            return true;
        }
        return order == '{' && takeCharacter('{');
    }
    static int changeTo(char set) { return set == 'C' ? 99 : set == 'B' ? 100 : 101; }
    bool takeCharacter(unsigned char byte)
    {
        if (m_set == 'C' && byte <= 99)
            m_text += u"%1"_s.arg(int{byte}, 2, 10, QChar{u'0'});
        else if ((m_set == 'B' && byte >= 32 && byte < 127) || (m_set == 'A' && byte >= 32 && byte < 96))
            m_text += QChar{char16_t{byte}};
        else
            return false;
        m_values.push_back(m_set == 'C' ? byte : byte - 32);
        return true;
    }

    std::vector<int> m_values;
    QString m_text;
    char m_set = 0;
};

std::optional<SimulatedBarcode> code128(const QByteArray &data)
{
    Code128Reader reader;
    if (!reader.read(data))
        return std::nullopt;
    std::vector<bool> modules;
    for (const int symbol : reader.symbols())
        for (bool isBar = true; const char width : QByteArray{patterns[static_cast<size_t>(symbol)]}) {
            modules.insert(modules.end(), static_cast<size_t>(width - '0'), isBar);
            isBar = !isBar;
        }
    BitMatrix bars{static_cast<int>(modules.size()), 1};
    for (int x = 0; x < bars.width(); ++x)
        if (modules[static_cast<size_t>(x)])
            bars.setDark(x, 0);
    return SimulatedBarcode{.text = reader.text(), .bars = bars};
}

std::optional<SimulatedBarcode> ean(BarcodeKind kind, const QString &digits, const QString &words)
{
    const auto bars = barcode(kind, digits);
    return bars ? std::optional{SimulatedBarcode{.text = words, .bars = *bars}} : std::nullopt;
}

void drawWords(QImage &image, int top, const QString &words)
{
    QPainter painter{&image};
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPixelSize(wordsHeight * 4 / 5);
    font.setStyleStrategy(QFont::NoAntialias);
    painter.setFont(font);
    painter.drawText(QRect{0, top, image.width(), wordsHeight}, Qt::AlignCenter, words);
}

} // namespace

std::optional<SimulatedBarcode> simulatedBarcode(int system, const QByteArray &data)
{
    const QString digits = QString::fromLatin1(data);
    switch (system) {
    case 0:
    case 65: return ean(BarcodeKind::Ean13, u'0' + digits, digits);
    case 2:
    case 67: return ean(BarcodeKind::Ean13, digits, digits);
    case 3:
    case 68: return ean(BarcodeKind::Ean8, digits, digits);
    case 73: return code128(data);
    default: return std::nullopt;
    }
}

QImage simulatedBarcodeImage(const SimulatedBarcode &code, int module, int height, int hri)
{
    const bool hasScreen = qobject_cast<QGuiApplication *>(QCoreApplication::instance()) != nullptr;
    const int above = hasScreen && (hri & 1) != 0 ? wordsHeight : 0;
    const int below = hasScreen && (hri & 2) != 0 ? wordsHeight : 0;
    QImage image{(code.bars.width() + 2 * eanQuietZone) * module, above + height + below, QImage::Format_Grayscale8};
    image.fill(Qt::white);
    for (int y = above; y < above + height; ++y)
        for (int x = 0; x < code.bars.width() * module; ++x)
            if (code.bars.dark(x / module, 0))
                image.scanLine(y)[x + eanQuietZone * module] = 0;
    if (above > 0)
        drawWords(image, 0, code.text);
    if (below > 0)
        drawWords(image, above + height, code.text);
    return image;
}

} // namespace guichet

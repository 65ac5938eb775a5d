// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>
#include <vector>

namespace guichet {

/// How the next characters print.
struct SimulatedStyle
{
    enum class Align { Left, Centre, Right };
    bool bold = false;
    bool underline = false;
    bool inverse = false;
    bool small = false; ///< Font B.
    int width = 1;      ///< Times the normal character, 1–8.
    int height = 1;
    Align align = Align::Left;
    friend bool operator==(const SimulatedStyle &, const SimulatedStyle &) = default;
};

/// What lies between two cuts.
struct SimulatedSheet
{
    QString text; ///< A line each; pictures leave none, codes stand in brackets.
    QImage image; ///< One dot a pixel, black on white. Text is drawn in a program with a screen only.
    bool isCut = false;
};

/// The paper of a simulated printer: lines and pictures come on from above, the cutter makes sheets of it (HW-6). On one thread.
class SimulatedPaper
{
public:
    static constexpr int mostSheets = 20;       ///< Older ones are thrown away.
    static constexpr int longestSheet = 16'000; ///< Dots; two metres. What comes beyond is torn off.

    explicit SimulatedPaper(int dots) : m_dots{dots} {}

    void write(QChar character, const SimulatedStyle &style);
    void tab();
    /// Ends the line, placed as its first character wanted; one without characters feeds. `spacing`: dots from line to line.
    void endLine(int spacing);
    void feed(int dots);
    /// A row of dots, most significant bit left; what is too wide falls off.
    void printRow(const QByteArray &bits, SimulatedStyle::Align align);
    void printImage(const QImage &image, SimulatedStyle::Align align);
    void note(const QString &text); ///< A line of the text alone: a code that was printed as a picture.
    void cut();

    bool isLineEmpty() const { return m_line.empty(); }
    int dots() const { return m_dots; }
    const std::vector<SimulatedSheet> &sheets() const { return m_sheets; } ///< Cut ones.
    SimulatedSheet current() const;                                        ///< What hangs out of the printer.

private:
    struct Glyph
    {
        QChar character;
        SimulatedStyle style;
    };
    static int widthOf(const SimulatedStyle &style);
    int lineWidth() const;
    int left(int width, SimulatedStyle::Align align) const;
    void draw(int top, int left);
    void grow(int rows);

    int m_dots;
    std::vector<Glyph> m_line;
    QString m_text;
    QImage m_image; ///< With room below m_rows.
    int m_rows = 0;
    std::vector<SimulatedSheet> m_sheets;
};

} // namespace guichet

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/money/Vat.h"
#include "core/receipt/Paper.h"
#include "core/receipt/Words.h"

namespace guichet {

/// Puts paper together, in one language, word by word. Amounts are written without euro sign in tables, with it in totals.
class PaperWriter
{
public:
    PaperWriter(Language language, const QString &title) { m_paper = {.title = title, .language = language, .items = {}}; }

    Language language() const { return m_paper.language; }
    QString say(Word what) const { return word(what, language()); }
    QString say(Word what, const QString &argument) const { return word(what, language()).arg(argument); }
    QString in(const LocalizedText &text) const { return text.in(language()); }
    QString money(Money amount) const;       ///< `18,00`
    QString euros(Money amount) const;       ///< `18,00 €`
    QString number(qint64 value) const;      ///< `−2`: with the minus sign of amounts.
    QString signedMoney(Money amount) const; ///< `+0,02`, `−0,02`

    void text(const QString &line, Align align = Align::Left, bool bold = false, TextSize size = TextSize::Normal);
    void centred(const QString &line, bool bold = false, TextSize size = TextSize::Normal) { text(line, Align::Centre, bold, size); }
    void pair(const QString &left, const QString &right, int indent = 0)
    {
        m_paper.items.push_back(PaperPair{.left = left, .right = right, .indent = indent});
    }
    /// An indented line without an amount.
    void note(const QString &line) { pair(line, {}, 2); }
    void pair(Word left, const QString &right, int indent = 0) { pair(say(left), right, indent); }
    void amount(Word left, Money value, int indent = 0) { pair(say(left), money(value), indent); }
    /// Left out when zero.
    void amountUnlessZero(Word left, Money value, int indent = 0);
    void strong(const QString &left, const QString &right, TextSize size = TextSize::Normal);
    void row(std::vector<PaperRow::Cell> cells, bool bold = false)
    {
        m_paper.items.push_back(PaperRow{.cells = std::move(cells), .bold = bold});
    }
    void rule(bool isStrong = false) { m_paper.items.push_back(PaperRule{.strong = isStrong}); }
    void space(int lines = 1) { m_paper.items.push_back(PaperSpace{.lines = lines}); }
    void barcode(BarcodeKind kind, const QString &text) { m_paper.items.push_back(PaperBarcode{.kind = kind, .text = text}); }
    /// The text in each style that a printer has, a line each.
    void styles(const QString &text);
    void qr(const QString &payload, const QString &caption) { m_paper.items.push_back(PaperQr{.payload = payload, .caption = caption}); }
    void logo() { m_paper.items.push_back(PaperLogo{}); }
    void cut() { m_paper.items.push_back(PaperCut{}); }
    /// A title of a section: a rule, then bold text.
    void section(const QString &heading);

    void openDrawer() { m_paper.openDrawer = true; }
    Paper take() { return std::move(m_paper); }

private:
    Paper m_paper;
};

/// A cell of a row of figures.
inline PaperRow::Cell leftCell(const QString &text, int width)
{
    return {.text = text, .width = width, .align = Align::Left};
}
inline PaperRow::Cell rightCell(const QString &text, int width)
{
    return {.text = text, .width = width, .align = Align::Right};
}

} // namespace guichet

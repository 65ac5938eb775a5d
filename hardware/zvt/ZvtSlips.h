// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hardware/zvt/ZvtApdu.h"

#include <QStringList>
#include <optional>
#include <vector>

namespace guichet {

/// What the terminal wants printed, sorted by reader.
struct ZvtSlips
{
    QStringList customer = {};
    QStringList merchant = {};
    QStringList administration = {};
    bool signatureRequired = false;
    friend bool operator==(const ZvtSlips &, const ZvtSlips &) = default;
};

/// Puts the print lines and text blocks of one command together (hardware.md §6.3). A slip of text blocks says for whom it is; one of
/// lines does not: of two the first is the merchant's, a single one is the customer's.
class ZvtSlipCollector
{
public:
    static constexpr int mostLines = 1000; ///< Of all slips; what comes after is not kept.

    /// `width`: characters in a line of our paper, 10 to 100.
    explicit ZvtSlipCollector(int width) : m_width{width} {}
    /// `06 D1` or `06 D3`. What cannot be understood is left out.
    void add(const ZvtApdu &apdu);
    ZvtSlips slips() const;

private:
    enum class Reader { NotSaid, Merchant, Customer, Administration };
    struct Line
    {
        QByteArray text;
        quint8 attribute = 0;
    };
    struct Slip
    {
        Reader reader = Reader::NotSaid;
        std::vector<Line> lines;
    };
    void addLine(QByteArrayView data);
    void addBlock(QByteArrayView data);
    void append(Reader reader, QByteArrayView text, quint8 attribute);
    void feed(int count);
    void endSlip() { m_isOpen = false; }
    Slip &current(Reader reader);
    QStringList textOf(const Slip &slip) const;

    int m_width;
    int m_lineCount = 0;
    bool m_isOpen = false;
    bool m_signatureRequired = false;
    std::vector<Slip> m_slips;
};

} // namespace guichet

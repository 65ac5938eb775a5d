// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>
#include <QStringDecoder>
#include <QStringList>
#include <optional>
#include <vector>

namespace guichet {

/// A receipt printer in a test: reads ESC/POS bytes as a printer would, with its own tables, and keeps what came out. Written from
/// hardware.md §7.1, not from our encoder. What it does not know ends up in `unknown`.
class EscPosDecoder
{
public:
    struct Line
    {
        QString text;
        bool bold = false;
        int width = 1; ///< Times the normal character.
        int height = 1;
        bool underline = false;
        bool inverse = false;
        bool small = false;
        int columns() const { return static_cast<int>(text.size()) * width; }
    };

    /// `pages`: n of `1B 74 n` → Qt codec name is not enough for old tables, so those that we use are built in: 16 WPC1252, 19 CP858,
    /// 40 ISO 8859-15.
    void feed(const QByteArray &bytes);

    std::vector<Line> lines;
    std::vector<QImage> images; ///< Slices with the same width that follow each other are joined.
    QStringList qrCodes;        ///< Printed by the native command.
    struct Barcode
    {
        int system = 0;
        QByteArray data;
    };
    std::vector<Barcode> barcodes;
    int cuts = 0;
    std::vector<QByteArray> kicks; ///< m t1 t2; in real time m t
    bool initialised = false;
    bool kanjiCancelled = false;
    QByteArray unknown;
    QString text() const;

private:
    void readEscape();
    void readGroup();
    void readQr();
    void readRaster();
    void readColumns();
    void addSlice(const QImage &slice);
    void character(char byte);
    int take();
    QByteArray take(int count);

    QByteArray m_bytes;
    qsizetype m_at = 0;
    Line m_line;
    int m_page = 0;
    std::optional<QStringDecoder> m_utf8;
    QString m_qr;
    bool m_imageOpen = false;
};

} // namespace guichet

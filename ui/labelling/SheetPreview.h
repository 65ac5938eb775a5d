// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QWidget>

namespace guichet {

/// A page as it will be, as large as there is room; white in both modes. A tap says where on it.
class SheetPreview : public QWidget
{
    Q_OBJECT

public:
    explicit SheetPreview(QWidget *parent = nullptr);
    /// `words`: for screen readers, what the picture shows.
    void setPicture(const QImage &picture, const QString &words);

Q_SIGNALS:
    void tapped(const QPointF &place); ///< From 0 to 1 in both directions.

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    QRectF frame() const;

    QImage m_picture;
};

} // namespace guichet

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/PaperView.h"

#include "ui/theme/Paint.h"

#include <QScroller>

namespace guichet {

namespace {

constexpr int border = 16;

} // namespace

class PaperView::Paper final : public QWidget
{
public:
    using QWidget::QWidget;
    QImage image;

    QSize sizeHint() const override
    {
        return image.isNull() ? QSize{0, 0} : image.size() / image.devicePixelRatio() + QSize{2 * border, 2 * border};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        if (image.isNull())
            return;
        const QSizeF size = QSizeF{image.size()} / image.devicePixelRatio();
        const QRectF sheet{QPointF{std::max<qreal>(border, (width() - size.width()) / 2), border}, size};
        QPainter painter{this};
        paintRounded(painter, sheet.adjusted(-1, 0, 1, 2), tokensOf(this).shadow, {}, 2);
        painter.fillRect(sheet, Qt::white);
        painter.drawImage(sheet, image);
    }
};

PaperView::PaperView(QWidget *parent) : QScrollArea{parent}, m_paper{new Paper}
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setWidget(m_paper);
    setAccessibleName(tr("Ticket"));
    QScroller::grabGesture(viewport(), QScroller::TouchGesture);
}

void PaperView::setImage(const QImage &image)
{
    m_paper->image = image;
    m_paper->setMinimumSize(m_paper->sizeHint());
    m_paper->update();
}

QImage PaperView::image() const
{
    return m_paper->image;
}

} // namespace guichet

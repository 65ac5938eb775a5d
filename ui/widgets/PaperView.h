// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QScrollArea>

namespace guichet {

/// A receipt as paper: white in both modes, with a shadow, scrolled by finger.
class PaperView : public QScrollArea
{
    Q_OBJECT
public:
    explicit PaperView(QWidget *parent = nullptr);
    void setImage(const QImage &image); ///< A null image shows nothing.
    QImage image() const;

private:
    class Paper;
    Paper *m_paper;
};

} // namespace guichet

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/PaperPage.h"

#include "ui/paper/PaperImage.h"
#include "ui/widgets/PaperView.h"

#include <QVBoxLayout>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr int paperWidth = 400;

} // namespace

PaperPane::PaperPane(QWidget *parent) : QWidget{parent}, m_view{new PaperView{this}}
{
    m_view->setObjectName(u"paper"_s);
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);
    setMinimumWidth(paperWidth + 32);
}

void PaperPane::setPaper(const Paper &paper)
{
    m_view->setImage(paperImage(paper, paperWidth, devicePixelRatioF()));
    m_view->setAccessibleName(paper.title);
}

void PaperPane::clear()
{
    m_view->setImage({});
}

PaperSheet::PaperSheet(QWidget *host) : Sheet{host}, m_pane{new PaperPane}
{
    setObjectName(u"paperSheet"_s);
    setContent(m_pane);
}

void PaperSheet::showPaper(const QString &title, const Paper &paper)
{
    setTitle(title);
    m_pane->setPaper(paper);
    open();
}

} // namespace guichet

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/receipt/Paper.h"
#include "ui/widgets/Sheet.h"

namespace guichet {

class PaperView;

/// Paper on the screen, as it would come out of the printer, on a sunken ground.
class PaperPane : public QWidget
{
    Q_OBJECT

public:
    explicit PaperPane(QWidget *parent = nullptr);
    void setPaper(const Paper &paper);
    void clear();

private:
    PaperView *m_view;
};

/// Paper over the page, with what can be done with it: addButton().
class PaperSheet : public Sheet
{
    Q_OBJECT

public:
    explicit PaperSheet(QWidget *host);
    void showPaper(const QString &title, const Paper &paper);

private:
    PaperPane *m_pane;
};

} // namespace guichet

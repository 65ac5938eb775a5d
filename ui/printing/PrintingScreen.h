// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/usecases/CommandId.h"
#include "ui/printing/PrintingState.h"
#include "ui/shell/Screen.h"

namespace guichet {

class Banner;
class BigButton;
class EmptyState;
class PageHead;
class PaperPane;

/// What waits for the printer, seen as paper; the last receipt. A printer that fails never loses anything: the job waits here (HW-1,
/// SELL-9).
class PrintingScreen : public Screen
{
    Q_OBJECT

public:
    explicit PrintingScreen(const ScreenContext &context, QWidget *parent = nullptr);
    void enter(const QString &subject) override;

Q_SIGNALS:
    /// The window tries the waiting jobs again.
    void retryWanted();

private:
    void take(const std::vector<PrintJob> &jobs);
    void select(const QString &job);
    void showLastReceipt();
    void reprintLast();
    void discard();
    void render();

    ScreenContext m_context;
    std::vector<PrintJob> m_jobs;
    QString m_selected;
    QString m_lastReceipt; ///< Its number while it is shown; else empty.
    CommandId m_command;
    PageHead *m_head;
    Banner *m_error;
    DataTable *m_table;
    PaperPane *m_paper;
    EmptyState *m_nothing;
    BigButton *m_retry;
    BigButton *m_discard;
    BigButton *m_copy;
};

} // namespace guichet

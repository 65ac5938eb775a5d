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
/// SELL-9). What may have come out already waits for a person to look: it lies there, or it is printed again, marked.
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
    void take(const OpenJobs &open);
    void select(const QString &job);
    void showLastReceipt();
    void reprintLast();
    void discard();
    void confirmPrinted();
    void printAgain();
    void sendElsewhere();
    void decided(const Result<> &done, const QString &words);
    void render();
    void renderActions(const PrintJob *job);

    ScreenContext m_context;
    std::vector<PrintJob> m_jobs;
    bool m_hasSpare = false;
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
    BigButton *m_confirm;
    BigButton *m_again;
    BigButton *m_elsewhere;
};

} // namespace guichet

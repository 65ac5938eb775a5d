// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/start/StartFailureState.h"
#include "ui/theme/Theme.h"

#include <QWidget>

class QProgressBar;

namespace guichet {

class BigButton;
class TextLabel;

/// The page while a till opens slowly, and when it cannot be opened: the sentence, what to do, *Réessayer*, *Restaurer*. Draws a
/// StartFailureState; decides nothing. Object names: `failure.retry`, `failure.restore`.
class StartFailureScreen : public QWidget
{
    Q_OBJECT

public:
    explicit StartFailureScreen(QWidget *parent = nullptr);
    void render(const StartFailureState &state);
    void showOpening();   ///< The till opens: that takes a moment.
    void showRestoring(); ///< A backup comes back.

Q_SIGNALS:
    void retryWanted();
    void restoreWanted();

private:
    void showBusy(const QString &word);

    TextLabel *m_title;
    TextLabel *m_sentence;
    TextLabel *m_advice;
    TextLabel *m_detail;
    QProgressBar *m_progress;
    BigButton *m_restore;
    BigButton *m_retry;
};

} // namespace guichet

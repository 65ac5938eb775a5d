// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/BigButton.h"
#include "ui/widgets/Card.h"

namespace guichet {

class SearchField;
class StatusDot;

/// What the top bar shows.
struct TopBarState
{
    QString till;
    QString user;
    bool loggedIn = false;
    bool selling = false; ///< The sale is shown: search, X and closing.
    bool training = false;
    QString status;       ///< A few words.
    QString statusDetail; ///< The whole sentence, as a tool tip; empty: `status` says all.
    Tone statusTone = Tone::Positive;
    QString time;
    QString back; ///< Word of the back button; empty: none.
    friend bool operator==(const TopBarState &, const TopBarState &) = default;
};

/// Till, user, search, X, closing, state, time. Draws a TopBarState; decides nothing.
class TopBar : public Ground
{
    Q_OBJECT

public:
    explicit TopBar(QWidget *parent = nullptr);
    void render(const TopBarState &state);
    SearchField *searchField() const { return m_search; }

Q_SIGNALS:
    void lockWanted();
    void searchChanged(const QString &text);
    void searchSubmitted(const QString &text);
    void reportWanted();
    void closingWanted();
    void statusWanted();
    void backWanted();

private:
    BigButton *m_lock;
    TextLabel *m_till;
    TextLabel *m_user;
    BigButton *m_back;
    SearchField *m_search;
    BigButton *m_report;
    BigButton *m_closing;
    StatusDot *m_status;
    TextLabel *m_time;
};

} // namespace guichet

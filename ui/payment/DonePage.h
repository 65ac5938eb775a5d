// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/payment/PaymentState.h"
#include "ui/widgets/BigButton.h"
#include "ui/widgets/TextLabel.h"

#include <QElapsedTimer>
#include <chrono>

class QComboBox;

namespace guichet {

class Card;
class Keypad;

/// Where the visitors come from, in one tap; a postcode for Belgium (decisions 21). Object names: `chip.BE` …, `origin.other`,
/// `origin.none`, `pad.7`.
class OriginCard : public QWidget
{
    Q_OBJECT

public:
    explicit OriginCard(QWidget *parent = nullptr);
    void ask(Language language);
    /// Belgium was tapped and no postcode typed: what is known so far.
    std::optional<Origin> unfinished() const;
    /// Figures of the real keyboard go to the postcode while it is asked.
    bool handleKey(QKeyEvent *event);

Q_SIGNALS:
    void answered(const guichet::Origin &origin);
    void declined();

private:
    void choose(const QString &country);
    void press(int digit);
    void finish(const Origin &origin, const QString &thanks);

    Language m_language = Language::French;
    QString m_country;
    QString m_postcode;
    Card *m_card;
    ChipRow *m_chips;
    QComboBox *m_others;
    BigButton *m_none;
    QWidget *m_postcodeBox;
    TextLabel *m_postcodeLabel;
    Keypad *m_keypad;
    TextLabel *m_thanks;
};

/// After the validation: the change in 44 px until the next sale begins, the document, reprint, paper, origin. Its button,
/// Enter, F12, Esc or a scan starts the next sale; the first moments are quiet, for the second tap of a double tap, and a key that is
/// held down since the payment leaves the change where it is. Object names:
/// `done.amount`, `done.details`, `done.next`, `done.reprint`, `done.paper`.
class DonePage : public QWidget
{
    Q_OBJECT

public:
    explicit DonePage(QWidget *parent = nullptr);
    QSize minimumSizeHint() const override { return {480, 600}; }
    void render(const DoneState &state, Language language);
    /// How long taps and keys do nothing after render().
    void setQuietTime(std::chrono::milliseconds time) { m_quietTime = time; }
    std::optional<Origin> unfinishedOrigin() const;

Q_SIGNALS:
    void nextWanted();
    void reprintWanted();
    void paperWanted();
    void originAnswered(const guichet::Origin &origin);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    bool isQuiet() const { return m_sinceShown.isValid() && m_sinceShown.elapsed() < m_quietTime.count(); }
    void askNext();
    QWidget *buildButtons();

    TextLabel *m_title;
    TextLabel *m_label;
    TextLabel *m_amount;
    TextLabel *m_details;
    TextLabel *m_document;
    TextLabel *m_warnings;
    BigButton *m_reprint;
    BigButton *m_paper;
    BigButton *m_next;
    OriginCard *m_origin;
    QElapsedTimer m_sinceShown;
    std::chrono::milliseconds m_quietTime{700};
};

} // namespace guichet

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Theme.h"

#include <QWidget>

namespace guichet {

class BigButton;
class TextLabel;

struct BannerState
{
    QString text; ///< Empty: the banner is hidden.
    Tone tone = Tone::Warning;
    QString action = {};
    friend bool operator==(const BannerState &, const BannerState &) = default;
};

/// A line across the screen that stays as long as its cause: icon, sentence, perhaps one action. Put it in a layout.
class Banner : public QWidget
{
    Q_OBJECT
public:
    explicit Banner(QWidget *parent = nullptr);
    void render(const BannerState &state);
    QString text() const { return m_state.text; }

Q_SIGNALS:
    void actionTriggered();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    BannerState m_state;
    TextLabel *m_text;
    BigButton *m_action;
};

} // namespace guichet

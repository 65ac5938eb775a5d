// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Theme.h"

#include <QAbstractButton>

namespace guichet {

/// *● en ligne*: a dot with its word; a tap opens the detail.
class StatusDot : public QAbstractButton
{
    Q_OBJECT
public:
    explicit StatusDot(const QString &text = {}, Tone tone = Tone::Positive, QWidget *parent = nullptr);
    void setStatus(const QString &text, Tone tone);
    Tone tone() const { return m_tone; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone;
};

} // namespace guichet

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Theme.h"

#include <QLabel>

namespace guichet {

/// Plain text in one of the faces and tones. Elides when it lacks room (the whole text is then the tool tip), or wraps when
/// setWordWrap(true).
class TextLabel : public QLabel
{
    Q_OBJECT
public:
    explicit TextLabel(const QString &text = {}, TextRole role = TextRole::Body, Tone tone = Tone::Normal, QWidget *parent = nullptr);

    void setRole(TextRole role);
    void setTone(Tone tone);
    Tone tone() const { return m_tone; }
    void setStruckOut(bool struckOut);
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone;
};

/// The word above a field or a part of a page.
TextLabel *caption(const QString &text, QWidget *parent);

} // namespace guichet

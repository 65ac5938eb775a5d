// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/BigButton.h"
#include "ui/widgets/TextLabel.h"

class QHBoxLayout;

namespace guichet {

/// The head of a page: its title, a line that explains it, what can be done at the right.
class PageHead : public QWidget
{
    Q_OBJECT

public:
    explicit PageHead(const QString &title, QWidget *parent = nullptr);
    void setTexts(const QString &title, const QString &subtitle);
    void setSubtitle(const QString &subtitle) { setTexts(m_title->text(), subtitle); }
    BigButton *addAction(const QString &text, const QString &objectName, IconName icon = IconName::None,
                         BigButton::Kind kind = BigButton::Kind::Normal);
    /// A field or a row of filters between the texts and the actions.
    void addWidget(QWidget *widget, int stretch = 0);

private:
    TextLabel *m_title;
    TextLabel *m_subtitle;
    QHBoxLayout *m_row;
};

/// A line *label … words*.
class WordRow : public QWidget
{
    Q_OBJECT

public:
    explicit WordRow(const QString &label, QWidget *parent = nullptr);
    void setWords(const QString &words, Tone tone = Tone::Normal);

private:
    TextLabel *m_words;
};

/// Closes the sheet that is open on a page; false when none is: Esc then leaves the page.
bool closeOpenSheet(QWidget &page);

} // namespace guichet

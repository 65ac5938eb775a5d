// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/BigButton.h"

#include <QPointer>
#include <QWidget>

class QHBoxLayout;
class QVBoxLayout;
class QScrollArea;

namespace guichet {

class TextLabel;

/// A question or a form over the shelf side; the cart stays visible. Covers its host whole and follows its size. Esc and *Retour* mean back
/// without harm. Never a window. Make it with the host as parent; it is hidden until open().
class Sheet : public QWidget
{
    Q_OBJECT
public:
    explicit Sheet(QWidget *host);

    void setTitle(const QString &title);
    void setSubtitle(const QString &subtitle);
    /// The body; scrolls when it is higher than the sheet. Takes ownership and deletes the body before.
    void setContent(QWidget *content);
    QWidget *content() const;
    /// Adds a button to the foot, right to left order of importance: the last one added is the main one. Owned by the sheet.
    BigButton *addButton(const QString &text, BigButton::Kind kind, const QString &objectName);
    void clearButtons();
    /// Limits the width of title, body and foot (centred); 0: whole width. Default 0.
    void setContentWidth(int pixels);

    void open();  ///< Shows, raises, and gives the focus to the first field of the body.
    void close(); ///< Hides, gives the focus back to where it was, sends closed().
    bool isOpen() const { return isVisibleTo(parentWidget()); }

Q_SIGNALS:
    void backRequested(); ///< Esc or *Retour*; close() follows unless setClosesOnBack(false).
    void closed();

public:
    void setClosesOnBack(bool closes) { m_closesOnBack = closes; }

protected:
    void reveal(QWidget &field); ///< Scrolls the body until it is seen.
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void back();
    QWidget *firstField() const; ///< The first that one types into; nullptr when there is none.
    void layOut();

    TextLabel *m_title;
    TextLabel *m_subtitle;
    BigButton *m_back;
    QScrollArea *m_scroll;
    QWidget *m_foot;
    QHBoxLayout *m_buttons;
    QVBoxLayout *m_layout;
    QPointer<QWidget> m_focusBefore;
    int m_contentWidth = 0;
    bool m_closesOnBack = true;
};

} // namespace guichet

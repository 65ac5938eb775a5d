// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace guichet {

/// *Chercher ou scanner …*: a line edit in a well with a lens, and a cross once there is text. Esc empties it first.
class SearchField : public QLineEdit
{
    Q_OBJECT
public:
    explicit SearchField(const QString &placeholder, QWidget *parent = nullptr);
    /// A word before the text, such as *3 ×*; empty: none.
    void setPrefix(const QString &prefix);
    QString prefix() const { return m_prefix; }

Q_SIGNALS:
    void submitted(const QString &text); ///< Enter with text.
    void cleared();                      ///< Emptied by Esc or the cross.

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void updateMargins();
    QRect crossRect() const;

    QString m_prefix;
};

} // namespace guichet

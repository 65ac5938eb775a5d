// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Theme.h"

#include <QWidget>

class QVBoxLayout;

namespace guichet {

class TextLabel;

/// A raised panel with an optional heading. Fill body().
class Card : public QWidget
{
    Q_OBJECT
public:
    explicit Card(const QString &heading = {}, QWidget *parent = nullptr);
    void setHeading(const QString &heading);
    QVBoxLayout *body() const { return m_body; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    TextLabel *m_heading;
    QVBoxLayout *m_body;
};

/// A plain ground in one of the token colours: page, top bar, cart column.
class Ground : public QWidget
{
    Q_OBJECT
public:
    enum class Level { Surface, Raised, Sunken };
    enum class Edge { None, Left, Bottom, Top }; ///< Where a hairline is.
    explicit Ground(Level level, Edge edge = Edge::None, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Level m_level;
    Edge m_edge;
};

/// A hairline.
class Hairline : public QWidget
{
    Q_OBJECT
public:
    explicit Hairline(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace guichet

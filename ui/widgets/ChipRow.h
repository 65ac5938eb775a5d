// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Theme.h"

#include <QAbstractButton>

namespace guichet {

class FlowGrid;

/// One choice among several: a slot, a date, a filter.
struct ChipState
{
    QString id;
    QString text;      ///< `14:30`
    QString note = {}; ///< Second line, smaller: `42 places`.
    Tone noteTone = Tone::Muted;
    bool selected = false;
    bool available = true; ///< Faded when not; a tap is still reported, so that the reason can be said.
    friend bool operator==(const ChipState &, const ChipState &) = default;
};

/// Draws a ChipState.
class Chip : public QAbstractButton
{
    Q_OBJECT
public:
    explicit Chip(const ChipState &state, QWidget *parent = nullptr);
    void render(const ChipState &state);
    const ChipState &state() const { return m_state; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ChipState m_state;
};

/// Chips in rows that wrap. Arrow keys move within. Object names: `chip.<id>`.
class ChipRow : public QWidget
{
    Q_OBJECT
public:
    explicit ChipRow(int minimumChipWidth = 96, QWidget *parent = nullptr);
    void render(const std::vector<ChipState> &chips);
    void setEven(bool even); ///< As of FlowGrid.
    QString selectedId() const;

Q_SIGNALS:
    void chosen(const QString &id);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    int m_minimumChipWidth;
    FlowGrid *m_grid;
    std::vector<Chip *> m_chips;
};

} // namespace guichet

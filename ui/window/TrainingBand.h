// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace guichet {

/// FORMATION in words and amber across every page while training is on (SELL-11): nobody sells for real by mistake, nor the contrary.
class TrainingBand : public QWidget
{
    Q_OBJECT

public:
    explicit TrainingBand(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace guichet

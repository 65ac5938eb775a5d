// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/till/TillSettings.h"

#include <QWidget>

class QVBoxLayout;

namespace guichet {

/// The layouts of the labels that a scale prints (hardware.md §8.4): prefix, how the digits are shared, price or weight. A row each.
/// Object names: `scale.prefix`, `scale.digits`, `scale.field`, `scale.remove`, `scale.refusal` in each row, `scale.add` beneath.
class ScaleCodes : public QWidget
{
    Q_OBJECT

public:
    explicit ScaleCodes(QWidget *parent = nullptr);
    void setLayouts(const QList<EmbeddedCodeLayout> &layouts);
    QList<EmbeddedCodeLayout> layouts() const;
    /// Says it in each row whose parts do not fill a code; the first of them, null when all do.
    QWidget *refuseWrongRow();

private:
    void addRow(const EmbeddedCodeLayout &layout);

    QVBoxLayout *m_rows;
};

} // namespace guichet

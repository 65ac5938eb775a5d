// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/Sheet.h"

#include <QStringList>

namespace guichet {

class ChipRow;
class TextLabel;

/// Asks on which printer of the system sheets are printed.
class PrintSheet : public Sheet
{
    Q_OBJECT

public:
    explicit PrintSheet(QWidget *host);
    /// `what`: `14 étiquettes · 2 feuilles`. Opens while the printers are still asked.
    void ask(const QString &what);
    void setPrinters(const QStringList &printers);

Q_SIGNALS:
    void confirmed(const QString &printer);

private:
    void render();

    QStringList m_printers;
    QString m_chosen;
    ChipRow *m_chips;
    TextLabel *m_words;
    BigButton *m_print;
};

} // namespace guichet

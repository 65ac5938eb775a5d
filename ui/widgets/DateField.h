// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateEdit>

namespace guichet {

/// A date `23/11/2026` with a calendar that opens beneath (a popup of the field, not a dialog). 48 px high.
class DateField : public QDateEdit
{
    Q_OBJECT
public:
    explicit DateField(QDate date, QWidget *parent = nullptr);

private:
    void nameArrow(const QString &objectName, const QString &name);
};

} // namespace guichet

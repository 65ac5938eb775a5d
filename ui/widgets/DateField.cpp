// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/DateField.h"

#include <QCalendarWidget>
#include <QToolButton>

namespace guichet {

using namespace Qt::StringLiterals;

DateField::DateField(QDate date, QWidget *parent) : QDateEdit{date, parent}
{
    setDisplayFormat(u"dd/MM/yyyy"_s);
    setCalendarPopup(true);
    calendarWidget()->setFirstDayOfWeek(Qt::Monday);
    calendarWidget()->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    calendarWidget()->setHorizontalHeaderFormat(QCalendarWidget::ShortDayNames);
    calendarWidget()->setMinimumSize(380, 360);
    nameArrow(u"qt_calendar_prevmonth"_s, tr("Mois précédent"));
    nameArrow(u"qt_calendar_nextmonth"_s, tr("Mois suivant"));
}

/// Qt gives the arrows of its calendar no name that a screen reader could say.
void DateField::nameArrow(const QString &objectName, const QString &name)
{
    if (auto *arrow = calendarWidget()->findChild<QToolButton *>(objectName))
        arrow->setAccessibleName(name);
}

} // namespace guichet

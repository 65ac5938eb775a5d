// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/format/Dates.h"

#include "core/base/Clock.h"

#include <QStringList>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    QStringList shortDays; ///< Monday first.
    QStringList days;
    QStringList months;
    QString today;
    QString tomorrow;
    QString yesterday;
};

const Words &words(Language language)
{
    static const Words french{u"lun. mar. mer. jeu. ven. sam. dim."_s.split(u' '),
                              u"lundi mardi mercredi jeudi vendredi samedi dimanche"_s.split(u' '),
                              u"janvier février mars avril mai juin juillet août septembre octobre novembre décembre"_s.split(u' '),
                              u"aujourd’hui"_s,
                              u"demain"_s,
                              u"hier"_s};
    static const Words dutch{u"ma di wo do vr za zo"_s.split(u' '),
                             u"maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"_s.split(u' '),
                             u"januari februari maart april mei juni juli augustus september oktober november december"_s.split(u' '),
                             u"vandaag"_s,
                             u"morgen"_s,
                             u"gisteren"_s};
    static const Words english{u"Mon Tue Wed Thu Fri Sat Sun"_s.split(u' '),
                               u"Monday Tuesday Wednesday Thursday Friday Saturday Sunday"_s.split(u' '),
                               u"January February March April May June July August September October November December"_s.split(u' '),
                               u"today"_s,
                               u"tomorrow"_s,
                               u"yesterday"_s};
    static const Words german{u"Mo. Di. Mi. Do. Fr. Sa. So."_s.split(u' '),
                              u"Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag"_s.split(u' '),
                              u"Januar Februar März April Mai Juni Juli August September Oktober November Dezember"_s.split(u' '),
                              u"heute"_s,
                              u"morgen"_s,
                              u"gestern"_s};
    switch (language) {
    case Language::French: return french;
    case Language::Dutch: return dutch;
    case Language::English: return english;
    case Language::German: return german;
    }
    Q_UNREACHABLE();
}

} // namespace

QString formatShortDate(QDate date)
{
    return date.isValid() ? date.toString(u"dd/MM/yyyy"_s) : QString{};
}

QString formatDate(QDate date, Language language)
{
    return date.isValid() ? words(language).shortDays[date.dayOfWeek() - 1] + u' ' + formatShortDate(date) : QString{};
}

QString formatLongDate(QDate date, Language language)
{
    if (!date.isValid())
        return {};
    const Words &w = words(language);
    const QString day = language == Language::German ? QString::number(date.day()) + u'.' : QString::number(date.day());
    return u"%1 %2 %3 %4"_s.arg(w.days[date.dayOfWeek() - 1], day, w.months[date.month() - 1]).arg(date.year());
}

QString formatTime(QTime time)
{
    return time.isValid() ? time.toString(u"HH:mm"_s) : QString{};
}

QString formatDateTime(const QDateTime &instant)
{
    if (!instant.isValid())
        return {};
    const QDateTime local = instant.toTimeZone(brussels());
    return formatShortDate(local.date()) + u' ' + formatTime(local.time());
}

QString relativeDay(QDate date, QDate today, Language language)
{
    if (!date.isValid())
        return {};
    const Words &w = words(language);
    switch (today.daysTo(date)) {
    case -1: return w.yesterday;
    case 0: return w.today;
    case 1: return w.tomorrow;
    default: return formatDate(date, language);
    }
}

QString chipDay(QDate date, QDate today, Language language)
{
    if (!date.isValid())
        return {};
    const qint64 distance = today.daysTo(date);
    if (distance == 0 || distance == 1) {
        QString word = relativeDay(date, today, language);
        word[0] = word[0].toUpper();
        return word;
    }
    return words(language).shortDays[date.dayOfWeek() - 1] + u' ' + date.toString(u"dd/MM"_s);
}

} // namespace guichet

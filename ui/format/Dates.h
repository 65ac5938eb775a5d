// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Text.h"

#include <QDate>
#include <QDateTime>

namespace guichet {

/// `lun. 23/11/2026`, Dutch `ma 23/11/2026`. Empty for an invalid date, as all of these.
QString formatDate(QDate date, Language language = Language::French);
/// `23/11/2026`.
QString formatShortDate(QDate date);
/// `lundi 23 novembre 2026`.
QString formatLongDate(QDate date, Language language = Language::French);
/// `14:30`.
QString formatTime(QTime time);
/// `23/11/2026 14:30`, in Europe/Brussels.
QString formatDateTime(const QDateTime &instant);
/// `aujourd’hui`, `demain`, `hier`, else formatDate().
QString relativeDay(QDate date, QDate today, Language language = Language::French);
/// For chips: `Aujourd’hui`, `Demain`, else `mer. 25/11`.
QString chipDay(QDate date, QDate today, Language language = Language::French);

} // namespace guichet

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <initializer_list>

namespace guichet {

/// The text at `path` (`A.B.C`) in nested objects, without control characters, at most 100 characters; empty when it is none.
QString nexoTextAt(const QJsonObject &object, QStringView path);
/// The first of them that is not empty.
QString nexoFirstTextAt(const QJsonObject &object, std::initializer_list<QStringView> paths);
/// Why, in the terminal's own words: of `Response`, its error and what AdditionalResponse adds.
QString nexoWords(const QJsonObject &response);

} // namespace guichet

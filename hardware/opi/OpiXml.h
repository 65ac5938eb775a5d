// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <utility>
#include <vector>

namespace guichet {

/// An element of a message. What one terminal writes as an attribute another writes as a child element: value() finds both (hardware.md
/// §4.3).
struct OpiElement
{
    QString name; ///< Without prefix; namespaces are not told apart.
    std::vector<std::pair<QString, QString>> attributes;
    QString text; ///< Its own, white space kept.
    std::vector<OpiElement> children;

    const OpiElement *child(QStringView wanted) const;
    /// The first of that name anywhere below, or null.
    const OpiElement *find(QStringView wanted) const;
    bool has(QStringView wanted) const; ///< As attribute or child.
    /// The attribute or the text of the child of that name, on one line, at most 100 characters; empty when there is none.
    QString value(QStringView wanted) const;
    /// The same of the first of several names that says something.
    QString firstValue(std::initializer_list<QStringView> names) const;
    /// Its own text, likewise.
    QString ownValue() const;
};

/// The root element of a message in UTF-8 or, when it declares so, ISO-8859-1. DeviceAnswerInvalid: no XML, any DTD or entity of its own,
/// too deep or too much of it. Nothing outside of the bytes is ever read.
Result<OpiElement> readOpiXml(const QByteArray &xml);

/// A message for the log, in the encoding that it declares.
QString opiReadable(const QByteArray &xml);

} // namespace guichet

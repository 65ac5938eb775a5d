// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/labels/labelPrinterStatus.h"

#include <QList>

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

constexpr char groupStart = '\x02';
constexpr char groupEnd = '\x03';
constexpr int groupsAsked = 2;

/// The fields of a group, from 0; none when it is not whole.
QList<QByteArray> groupOf(const QByteArray &answer, int number)
{
    qsizetype start = -1;
    for (int i = 0; i <= number; ++i)
        start = answer.indexOf(groupStart, start + 1);
    const qsizetype end = start < 0 ? -1 : answer.indexOf(groupEnd, start);
    return end < 0 ? QList<QByteArray>{} : answer.mid(start + 1, end - start - 1).split(',');
}

bool isSet(const QList<QByteArray> &fields, int number)
{
    return fields.value(number).trimmed() == "1";
}

} // namespace

bool isWholeLabelStatus(const QByteArray &answer)
{
    return answer.count(groupEnd) >= groupsAsked;
}

std::optional<Error> labelPrinterTrouble(const QByteArray &answer, const QString &printer)
{
    if (answer.count(groupStart) < groupsAsked)
        return std::nullopt;
    const QList<QByteArray> first = groupOf(answer, 0);  // aaa, paper out, pause …
    const QList<QByteArray> second = groupOf(answer, 1); // mmm, n, head up, ribbon out …
    if (isSet(second, 2))
        return Error{.code = ErrorCode::LabelPrinterOpen, .detail = printer + u": head up"_s, .values = {printer}};
    if (isSet(first, 1) || isSet(second, 3))
        return Error{.code = ErrorCode::LabelsOut, .detail = printer + u": no labels or ribbon"_s, .values = {printer}};
    if (isSet(first, 2))
        return Error{.code = ErrorCode::LabelPrinterPaused, .detail = printer + u": paused"_s, .values = {printer}};
    return std::nullopt;
}

} // namespace guichet

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/receipt/TicketCode.h"

#include "core/base/Crockford.h"

#include <algorithm>

namespace guichet {
namespace {

constexpr int lineCharacters = 2;
constexpr int unitCharacters = 3;
constexpr int checkCharacters = 2;
constexpr int shortestDossier = 10; // yymmdd, till code, counter

/// Weights are powers of 37 modulo the prime 1021, so a changed character and a swap of neighbours always change the sum.
QString checkOf(const QString &text)
{
    int sum = 0;
    for (const QChar c : text)
        sum = (sum * 37 + crockfordDigit(c) + 1) % 1021;
    return crockford(sum, checkCharacters);
}

QString withoutSeparators(const QString &scanned)
{
    QString text;
    for (const QChar c : scanned.toUpper())
        if (c == u'O')
            text += u'0';
        else if (c == u'I' || c == u'L')
            text += u'1';
        else if (!c.isSpace() && c != u'-')
            text += c;
    return text;
}

} // namespace

QString TicketCode::toString() const
{
    const QString payload = dossierNumber.mid(1).toUpper() + crockford(line, lineCharacters) + crockford(unit, unitCharacters);
    return u'T' + payload + checkOf(payload);
}

std::optional<TicketCode> TicketCode::fromString(const QString &scanned)
{
    const QString text = withoutSeparators(scanned);
    if (text.size() < 1 + shortestDossier + lineCharacters + unitCharacters + checkCharacters || text.size() > 40 || text[0] != u'T')
        return std::nullopt;
    const QString payload = text.mid(1, text.size() - 1 - checkCharacters);
    const bool isWritten = std::ranges::all_of(payload, [](QChar c) { return crockfordDigit(c) >= 0; });
    if (!isWritten || checkOf(payload) != text.right(checkCharacters))
        return std::nullopt;
    const QString dossier = payload.left(payload.size() - lineCharacters - unitCharacters);
    const auto line = fromCrockford(payload.mid(dossier.size(), lineCharacters));
    const auto unit = fromCrockford(payload.right(unitCharacters));
    return TicketCode{
        .dossierNumber = u'P' + dossier, .line = static_cast<int>(line.value_or(0)), .unit = static_cast<int>(unit.value_or(0))};
}

} // namespace guichet

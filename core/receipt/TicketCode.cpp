// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/receipt/TicketCode.h"

namespace guichet {
namespace {

const QString alphabet = QStringLiteral("0123456789ABCDEFGHJKMNPQRSTVWXYZ"); // Crockford base 32
constexpr int lineCharacters = 2;
constexpr int unitCharacters = 3;
constexpr int checkCharacters = 2;
constexpr int shortestDossier = 10; // yymmdd, till code, counter

QString base32(int value, int characters)
{
    QString text;
    for (int i = 0; i < characters; ++i, value /= 32)
        text.prepend(alphabet[value % 32]);
    return text;
}

std::optional<int> fromBase32(const QString &text)
{
    int value = 0;
    for (const QChar c : text) {
        const qsizetype digit = alphabet.indexOf(c);
        if (digit < 0)
            return std::nullopt;
        value = value * 32 + static_cast<int>(digit);
    }
    return value;
}

/// Weights are powers of 37 modulo the prime 1021, so a changed character and a swap of neighbours always change the sum.
QString checkOf(const QString &text)
{
    int sum = 0;
    for (const QChar c : text)
        sum = (sum * 37 + static_cast<int>(alphabet.indexOf(c)) + 1) % 1021;
    return base32(sum, checkCharacters);
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
    const QString payload = dossierNumber.mid(1).toUpper() + base32(line, lineCharacters) + base32(unit, unitCharacters);
    return u'T' + payload + checkOf(payload);
}

std::optional<TicketCode> TicketCode::fromString(const QString &scanned)
{
    const QString text = withoutSeparators(scanned);
    if (text.size() < 1 + shortestDossier + lineCharacters + unitCharacters + checkCharacters || text.size() > 40 || text[0] != u'T')
        return std::nullopt;
    const QString payload = text.mid(1, text.size() - 1 - checkCharacters);
    if (!fromBase32(payload.right(unitCharacters)) || payload.contains(u'U') || checkOf(payload) != text.right(checkCharacters))
        return std::nullopt;
    const QString dossier = payload.left(payload.size() - lineCharacters - unitCharacters);
    const auto line = fromBase32(payload.mid(dossier.size(), lineCharacters));
    const auto unit = fromBase32(payload.right(unitCharacters));
    for (const QChar c : dossier)
        if (!alphabet.contains(c))
            return std::nullopt;
    if (!line || !unit)
        return std::nullopt;
    return TicketCode{.dossierNumber = u'P' + dossier, .line = *line, .unit = *unit};
}

} // namespace guichet

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/money/FormatMoney.h"

#include <QRegularExpression>

namespace guichet {
namespace {

constexpr QChar narrowSpace{0x202F};
constexpr QChar minusSign{0x2212};

struct Separators
{
    QChar group;
    QChar decimal;
};

Separators separatorsOf(Language language)
{
    switch (language) {
    case Language::French: return {narrowSpace, u','};
    case Language::Dutch:
    case Language::German: return {u'.', u','};
    case Language::English: return {u',', u'.'};
    }
    Q_UNREACHABLE();
}

QString grouped(qint64 euros, QChar separator)
{
    QString digits = QString::number(euros);
    for (qsizetype at = digits.size() - 3; at > 0; at -= 3)
        digits.insert(at, separator);
    return digits;
}

} // namespace

QString formatMoney(Money amount, EuroSign sign, Language language)
{
    const Separators separators = separatorsOf(language);
    const qint64 cents = amount.absolute().cents();
    QString figures =
        grouped(cents / 100, separators.group) + separators.decimal + QStringLiteral("%1").arg(cents % 100, 2, 10, QChar{u'0'});
    const QString minus = amount.isNegative() ? QString{minusSign} : QString{};
    if (sign == EuroSign::Hidden)
        return minus + figures;
    if (language == Language::English)
        return minus + u'€' + figures;
    return minus + figures + narrowSpace + u'€';
}

QString formatPercent(BasisPoints part, Language language)
{
    const qint64 value = part.value() < 0 ? -part.value() : part.value();
    QString digits = QString::number(value / 100);
    if (const qint64 rest = value % 100; rest != 0) {
        QString decimals = QStringLiteral("%1").arg(rest, 2, 10, QChar{u'0'});
        if (decimals.endsWith(u'0'))
            decimals.chop(1);
        digits += separatorsOf(language).decimal + decimals;
    }
    return (part.value() < 0 ? QString{minusSign} : QString{}) + digits + narrowSpace + u'%';
}

QString formatVatRate(const VatRate &rate, Language language)
{
    static const QMap<Language, QStringList> words{{Language::French, {QStringLiteral("exonéré"), QStringLiteral("hors champ")}},
                                                   {Language::Dutch, {QStringLiteral("vrijgesteld"), QStringLiteral("buiten toepassing")}},
                                                   {Language::English, {QStringLiteral("exempt"), QStringLiteral("out of scope")}},
                                                   {Language::German, {QStringLiteral("befreit"), QStringLiteral("nicht steuerbar")}}};
    if (rate.code == VatCode::E)
        return words[language][0];
    if (rate.code == VatCode::X)
        return words[language][1];
    return formatPercent(rate.rate, language);
}

std::optional<Money> parseMoney(const QString &text)
{
    QString plain = text.trimmed();
    if (plain.startsWith(u'€'))
        plain.remove(0, 1);
    else if (plain.endsWith(u'€'))
        plain.chop(1);
    // Spaces only where thousands are grouped: "12 50" is not 1250.
    static const QRegularExpression shape{
        QStringLiteral("\\A([-\u2212]?)([0-9]{1,9}|[0-9]{1,3}(?:[ \u00a0\u202f][0-9]{3}){1,2})(?:[,.]([0-9]{1,2}))?\\z")};
    const QRegularExpressionMatch match = shape.match(plain.trimmed());
    if (!match.hasMatch())
        return std::nullopt;
    QString euros = match.captured(2);
    euros.removeIf([](QChar c) { return c.isSpace(); });
    const qint64 cents = euros.toLongLong() * 100 + match.captured(3).leftJustified(2, u'0').toLongLong();
    const Money amount = Money::fromCents(match.captured(1).isEmpty() ? cents : -cents);
    return amount.absolute() > largestAmount ? std::nullopt : std::optional{amount};
}

} // namespace guichet

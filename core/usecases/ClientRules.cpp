// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/ClientRules.h"

#include "core/base/CountryCode.h"
#include "core/till/Attraction.h"

#include <QRegularExpression>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

constexpr int longestField = 200;
constexpr int longestText = 2000;

std::unexpected<Error> wrong(const QString &field, const QString &why)
{
    return failure(ErrorCode::InvalidInput, field + u": "_s + why, {field, why});
}

/// One line: nothing that commands a printer or turns the text around.
Result<> checkLine(const QString &text, const QString &field)
{
    if (text.size() > longestField)
        return wrong(field, u"longer than %1 characters"_s.arg(longestField));
    if (hasForbiddenCharacters(text) || printable(text) != text)
        return wrong(field, u"forbidden characters"_s);
    return {};
}

/// Several lines: they may be broken, nothing else.
Result<> checkLines(const QString &text, const QString &field)
{
    QString lines = text;
    lines.remove(u'\n').remove(u'\r').remove(u'\t');
    if (text.size() > longestText)
        return wrong(field, u"longer than %1 characters"_s.arg(longestText));
    if (hasForbiddenCharacters(lines) || printable(lines) != lines)
        return wrong(field, u"forbidden characters"_s);
    return {};
}

/// Enough to catch what was mistyped; only a message that arrives proves an address.
bool isEmail(const QString &text)
{
    static const QRegularExpression shape{u"\\A[^\\s@,;<>]{1,64}@[^\\s@,;<>.]+([.][^\\s@,;<>.]+)+\\z"_s};
    return shape.match(text).hasMatch();
}

/// A Belgian number by its check digits, any other by its shape: two letters, then digits and letters.
bool isVatNumber(const QString &text)
{
    static const QRegularExpression foreign{u"\\A[A-Z]{2}[0-9A-Z+*]{2,13}\\z"_s};
    static const QRegularExpression separators{u"[\\s.-]"_s};
    const QString compact = QString{text}.remove(separators).toUpper();
    const bool belgian = compact.startsWith(u"BE"_s) || (!compact.isEmpty() && compact.front().isDigit());
    return belgian ? isValidEnterpriseNumber(compact) : foreign.match(compact).hasMatch();
}

} // namespace

Result<> checkOrigin(const Origin &origin)
{
    TRY(checkLine(origin.postcode, u"postcode"_s));
    TRY(checkLine(origin.province, u"province"_s));
    if (!origin.country.isEmpty() && !isCountryCode(origin.country))
        return wrong(u"country"_s, u"not a country"_s);
    return {};
}

Result<> checkClient(const Client &client)
{
    TRY(checkOrigin({.country = client.country, .postcode = client.postcode, .province = client.province}));
    const std::vector<std::pair<QString, QString>> lines{
        {u"firstName"_s, client.firstName}, {u"name"_s, client.name},           {u"email"_s, client.email},
        {u"company"_s, client.company},     {u"vatNumber"_s, client.vatNumber}, {u"telephone"_s, client.telephone},
    };
    for (const auto &[field, text] : lines)
        TRY(checkLine(text, field));
    TRY(checkLines(client.address, u"address"_s));
    TRY(checkLines(client.comment, u"comment"_s));
    TRY(checkLines(client.internalComment, u"internalComment"_s));
    if (!client.email.isEmpty() && !isEmail(client.email))
        return wrong(u"email"_s, u"not an e-mail"_s);
    if (!client.vatNumber.isEmpty() && !isVatNumber(client.vatNumber))
        return wrong(u"vatNumber"_s, u"check digits are wrong"_s);
    return {};
}

} // namespace guichet

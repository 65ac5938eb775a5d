// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facts/Contents.h"
#include "core/ledger/Query.h"

/// How values stand in the columns of projections, for the stores alone.
namespace guichet {

/// The session of a fact, or its till and incarnation outside any: with incarnation and number it names the fact, since a session goes on
/// after a restore.
QString sessionKey(const FactBody &body);

QString jsonText(const QJsonObject &object); ///< Compact.
QJsonObject jsonObject(const QString &text);
QString titleText(const LocalizedText &title);
LocalizedText titleFromText(const QString &text);

QString lineKindColumn(LineKind kind); ///< resource, supplement, product, gift.
LineKind lineKindFromColumn(const QString &text);
QString slotColumn(const QTime &slot); ///< `HH:MM`, or empty.
QTime slotFromColumn(const QString &text);
VatRate vatRateFromColumns(const Row &row, int codeColumn); ///< Code letter, then basis points.

/// The end of the range of words that begin with `prefix`: `word >= prefix AND word < prefixEnd(prefix)`.
QString prefixEnd(const QString &prefix);

/// What a fact changes in the row of its dossier: sums, and what the first fact says.
struct DossierChange
{
    Id<Dossier> dossier = {};
    QString number = {};
    QString customer = {};
    QDate visitFrom = {};
    QDate visitTo = {};
    int quoted = 0;
    int ordered = 0;
    int sold = 0;
    int cancelled = 0;
    Money quote = {};
    Money order = {};
    Money sale = {};
    Money refund = {}; ///< Positive.
    Money credit = {};
    Money advance = {};
    Money receivable = {};
};
Result<> changeDossier(Database &db, const FactBody &body, const DossierChange &change);

/// Rows of the VAT table of X and Z.
Result<> insertVat(Database &db, const FactBody &body, const char16_t *kind, const std::vector<VatAmount> &rows);
/// Adds to the VAT of the advances of a dossier.
Result<> addAdvanceVat(Database &db, const Id<Dossier> &dossier, const std::vector<VatAmount> &rows);
Result<std::vector<VatAmount>> advanceVatOf(Database &db, const Id<Dossier> &dossier);
std::vector<VatAmount> negated(std::vector<VatAmount> rows);

} // namespace guichet

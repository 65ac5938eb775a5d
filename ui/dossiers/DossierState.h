// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue/Catalogue.h"
#include "core/selling/Dossier.h"
#include "core/selling/Refund.h"
#include "core/usecases/DossierComments.h"
#include "ui/widgets/ChipRow.h"
#include "ui/widgets/DataTable.h"

#include <QCoreApplication>
#include <memory>

/// What the pages of the dossiers show, as plain values, and the pure functions that decide it (DOS-1 to DOS-3, PAY-7, PAY-8).
namespace guichet {

QString dossierStateWord(DossierState state);
Tone dossierStateTone(DossierState state);

/// What the person searches (DOS-2).
struct DossierFilter
{
    QString days = QStringLiteral("today"); ///< today, yesterday, week, month, all.
    QString text;
    QString state;  ///< Name of a DossierState by its number; empty: all.
    QString method; ///< Empty: all.
    friend bool operator==(const DossierFilter &, const DossierFilter &) = default;
};
DossierSearch dossierSearch(const DossierFilter &filter, QDate today);
std::vector<ChipState> presentDays(const DossierFilter &filter);
/// Ids: numbers of the dossiers.
std::vector<TableRow> presentDossiers(const std::vector<DossierRow> &dossiers, QDate today, Language language = Language::French);
/// `1 234 dossiers · 45 678,90 €`: of all that is found.
QString presentSum(const DossierSum &sum, Language language = Language::French);
/// `Charger la suite : 200 sur 1234`; empty: all is shown.
QString presentMore(qint64 shown, const DossierSum &sum);

/// Everything the page of a dossier shows.
struct DossierPageState
{
    QString title;
    QString subtitle;
    Tone tone = Tone::Normal;
    std::vector<TableRow> lines;
    std::vector<TableRow> payments; ///< Ids: those of the payments; empty: cannot be corrected.
    std::vector<TableRow> history;  ///< Ids: numbers of the documents that can be shown; empty: none was made.
    Money total;
    Money refunded;
    Money due;
    QString client;
    QStringList details; ///< Due date, origin, VAT number, comments: a line each.
    bool canRefund = false;
    bool canCollect = false;
    QString collectText; ///< What is collected: a balance, or a quote that is sold.
    bool canCancel = false;
    bool canErase = false; ///< The customer, on request.
    friend bool operator==(const DossierPageState &, const DossierPageState &) = default;
};
/// `catalogue`: names of methods and reasons. `today`: the business date, which tells those who are to come from those who did not.
DossierPageState presentDossier(const DossierDetail &detail, const DossierComments &comments, const Catalogue &catalogue, QDate today,
                                Language language = Language::French);

/// What the person wants to give back.
struct RefundInput
{
    QMap<QString, int> units; ///< Line id → units.
    QString reason;
    QString method;
    bool restock = true;
    friend bool operator==(const RefundInput &, const RefundInput &) = default;
};

struct RefundLineState
{
    QString line;
    QString title;
    QString subLine;
    int left = 0; ///< Units not given back yet.
    int units = 0;
    QString amount;
    friend bool operator==(const RefundLineState &, const RefundLineState &) = default;
};

/// Where a part of what is given back goes.
struct RefundPartState
{
    QString words;
    Money amount; ///< Positive.
    friend bool operator==(const RefundPartState &, const RefundPartState &) = default;
};

/// Everything the refund sheet shows.
struct RefundState
{
    std::vector<RefundLineState> lines;
    std::vector<ChipState> reasons;
    std::vector<ChipState> methods;
    QString whole;                      ///< Why there is nothing to choose: a deposit goes back as a whole; empty: lines are chosen.
    Money total;                        ///< Positive: what is given back.
    std::vector<RefundPartState> parts; ///< Empty: all goes as the chosen method says.
    QString partsNote;                  ///< Why not all of it is money; empty: it is.
    bool hasProducts = false;
    bool restock = true;
    QString confirmText;
    bool canRefund = false;
    friend bool operator==(const RefundState &, const RefundState &) = default;
};
/// `methods`: refundChoices(). `preview`: DossierDesk::refundPreview() of the input. The amounts are exactly those of composeRefund().
RefundState presentRefund(const DossierDetail &detail, const RefundInput &input, const QStringList &methods, const RefundContent &preview,
                          const Catalogue &catalogue, Language language = Language::French);
/// What the person chooses from: `methods` of DossierDesk::refundMethods(), and *as paid* before them where several have paid; the first
/// gives each part back as it was paid.
QStringList refundChoices(const DossierDetail &detail, const QStringList &methods);
/// An order that is still to be settled: only its deposit can go back, whole.
bool isDeposit(const DossierDetail &detail);
/// `Remboursé : 22,90 €, dont 10,00 € sur carte cadeau GC…`: what was given back, and which card holds a part of it.
QString refundedWords(const RefundContent &content, Language language = Language::French);
/// All units that are left.
RefundInput refundOfAll(const DossierDetail &detail);
RefundRequest refundRequest(const RefundInput &input);

} // namespace guichet

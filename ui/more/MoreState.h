// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/till/TillSettings.h"
#include "core/usecases/TillDesk.h"
#include "ui/format/DecisionWords.h"
#include "ui/more/CentreState.h"
#include "ui/more/UsersState.h"
#include "ui/widgets/ChipRow.h"
#include "ui/widgets/DataTable.h"
#include "ui/widgets/TileGrid.h"

#include <QCoreApplication>
#include <QMap>
#include <memory>

/// What the page *Plus* shows, as plain values, and the pure functions that decide it.
namespace guichet {

/// What the page knows of the till.
struct MoreFacts
{
    TillState till;
    int parked = 0;
    int waitingJobs = 0;
    std::vector<PaymentIntent> doubtful;
    TillSettings settings;
    std::shared_ptr<const Catalogue> catalogue;
    QString tillUid;
    QString keyFingerprint;
    bool keyInFile = false; ///< Its wrapping secret lies beside it: no keychain (decisions 14).
    bool maySetUp = false;  ///< Settings can be changed by who is connected.
    CentreState centre = {};
    std::vector<ConflictDesk::Conflict> conflicts = {};
    std::vector<UserDesk::Waiting> waitingUsers = {};
    Overuse overuse = {};
    QDateTime now = {};    ///< When this was asked.
    bool mayEnrol = false; ///< Here a till can become one of a centre's.
};

/// The tiles. Ids name what a tap does: cashIn, cashOut, cashDrop, drawer, report, stock, gift, parked, printing, doubtful, training,
/// centre, users, settings, devices, help, about.
std::vector<TileSection> presentMore(const MoreFacts &facts, Language language = Language::French);

/// What a person may say of one of them.
struct DoubtfulChoice
{
    DecisionWords words;
    bool canGiveBack = false; ///< The terminal can do it by itself (Checkout::giveBackLate).
    friend bool operator==(const DoubtfulChoice &, const DoubtfulChoice &) = default;
};
/// By the ids of the rows.
QMap<QString, DoubtfulChoice> choicesAmong(const std::vector<PaymentIntent> &intents);
/// Payments by card without an answer, and those accepted too late: ids are those of the intents.
std::vector<TableRow> presentDoubtful(const std::vector<PaymentIntent> &intents, const Catalogue &catalogue,
                                      Language language = Language::French);

/// A help topic: a heading and a few short sentences.
struct HelpTopic
{
    QString id;
    QString title;
    QString text;
    friend bool operator==(const HelpTopic &, const HelpTopic &) = default;
};
std::vector<HelpTopic> helpTopics();
/// Key, and what it does.
std::vector<std::pair<QString, QString>> keyList();

} // namespace guichet

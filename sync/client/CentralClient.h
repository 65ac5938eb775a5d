// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scan/CentreInvitation.h"
#include "sync/protocol/Decisions.h"
#include "sync/protocol/Messages.h"

#include <QDateTime>
#include <QNetworkAccessManager>
#include <QUrl>
#include <atomic>
#include <chrono>
#include <memory>

namespace guichet {

/// Where the centre is, and the till's token there.
struct CentralAddress
{
    QUrl url;                  ///< https, or http on loopback: for a trial, or in front of a proxy on this machine (SYN-5).
    QByteArray token;          ///< Empty before enrolment.
    QByteArray authority = {}; ///< PEM of the only authority, or certificate, that is believed; empty: those of the system.
};

/// Asks the centre and waits for its answer, which is believed as little as any other line: sizes are limited, JSON is read at the border.
/// Each thread has its own; stop() is for any thread.
///
/// Errors of all: CentreUnreachable (no line, no whole answer in time, stopped), CentreNotTrusted (its certificate), NotEnrolled,
/// TillRevoked, TillReplaced, CodeRejected, CentreRefused (values: the number that it expects next, when it does not follow the chain),
/// InvalidInput (it says what no centre says).
class CentralClient
{
public:
    explicit CentralClient(CentralAddress address, std::chrono::milliseconds patience = std::chrono::seconds{20});
    ~CentralClient();

    /// InvalidInput also of `authority`: there is no certificate in it. CentreUnreachable also: somebody answers, but no centre is at this
    /// address, whose path is perhaps too long.
    Result<EnrolAnswer> enrol(const EnrolRequest &request);
    Result<CentreAnchor> push(const FactPush &push);
    Result<DocumentReceipt> pushDocuments(const DocumentPush &push);
    Result<> pushHome(const HomePush &push);
    /// A page of the copy of the account's ledger; `id` empty: the first of a new one. CentreRefused: begin again.
    Result<SnapshotPage> snapshot(const QString &id, int page);
    /// Asks for the page for which snapshot() will be called next: it comes while this thread does something else.
    void expectSnapshot(const QString &id, int page);
    /// Waits up to `wait` for something to happen. `waiting`: own facts that are not sent yet, which the centre shows to a manager.
    /// `generation`: the one that is known; when the centre has another, it does not wait.
    Result<ChangesPage> changes(qint64 after, qint64 documentsAfter, std::chrono::seconds wait = std::chrono::seconds{0},
                                qint64 waiting = 0, const QString &generation = {});
    Result<HoldAnswer> hold(const PlaceHold &hold);
    Result<GiftDecision> debit(const GiftDebit &debit); ///< InvalidInput too: the code can be no step of a path. So does use().
    Result<CodeDecision> use(const CodeUse &use);
    Result<AllotmentsAnswer> allot(const AllotmentsAsked &asked);
    /// What time it was at the centre when it gave its last answer; invalid: it did not say.
    QDateTime timeThere() const { return m_timeThere; }
    /// How long the centre asked to be left alone, in its last answer; mostly not at all.
    std::chrono::seconds retryAfter() const { return m_retryAfter; }
    /// The request under way ends at once, and none begins any more.
    void stop();

private:
    Result<QJsonObject> post(const QString &path, const QJsonObject &json);
    Result<QJsonObject> get(const QString &pathAndQuery, std::chrono::milliseconds patience);
    Result<QJsonObject> wait(QNetworkReply *reply, std::chrono::milliseconds patience);
    QNetworkRequest request(const QString &pathAndQuery) const;

    CentralAddress m_address;
    std::chrono::milliseconds m_patience;
    QNetworkAccessManager m_network;
    QString m_comingPath;
    std::unique_ptr<QNetworkReply> m_coming; ///< Of m_comingPath.
    int m_status = 0;                        ///< Of the last answer; 0: there was none.
    QDateTime m_timeThere;
    std::chrono::seconds m_retryAfter{0};
    std::atomic_bool m_stopped = false;
};

} // namespace guichet

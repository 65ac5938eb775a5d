// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/central/Centre.h"

namespace guichet {

/// A request, as far as the centre looks at it.
struct CentralRequest
{
    enum class Method { Get, Post, Other }; ///< HEAD is a Get.
    Method method = Method::Other;
    QString path; ///< As it came, percent-encoded.
    QHash<QString, QString> query;
    QByteArray authorization;
    QByteArray encoding; ///< Of the body: empty or `deflate`.
    QByteArray body;
    QByteArray cookie = {};
    QByteArray fetchSite = {}; ///< `Sec-Fetch-Site`: where a browser says that the request was made.
    bool secure = false;       ///< Over TLS, or so says the proxy on this machine.
};

/// What the centre answers.
struct CentralReply
{
    int status = 200;
    QJsonObject json = {};
    QString grown = {};    ///< The account of which more is known now: who waits for it may ask again.
    QString waitsFor = {}; ///< Nothing yet: the account whose growth ends the wait of a long poll; empty: this is the answer.
    QByteArray text = {};  ///< Instead of JSON.
    QByteArray type = {};  ///< Of the text.
    std::vector<std::pair<QByteArray, QByteArray>> fields = {}; ///< Of the head.
    qint64 facts = 0;                                           ///< That were taken.
    QString account = {};                                       ///< Whose key or cookie it was, for the log.
    QString till = {};                                          ///< Its code.
    QString trouble = {};                                       ///< What failed here, for the log alone.
};

/// The endpoints of docs/protocol/openapi.yaml: from a request to an answer, without network. Every refusal is a code and a sentence in
/// English for logs; no endpoint says anything of another account. On the thread of its Centre.
class CentralApi
{
public:
    explicit CentralApi(Centre &centre) : m_centre{centre} {}
    CentralReply answer(const CentralRequest &request);
    /// Whose token a request has; empty: nobody's, or it cannot be told now, as its answer will say. Nothing is written.
    QString accountOf(const CentralRequest &request);
    /// How an endpoint is called in logs and figures: its path, `/v1/facts`; `other` for what is none.
    static QString endpointOf(const QString &path);
    /// Whether a path is that of an endpoint, in which `{code}` stands for one step of it.
    static bool isPathOf(const QString &endpoint, const QString &path);

    /// Whether it is asked with the token of a till.
    static bool isOfTill(const CentralRequest &request);
    /// Whether the answer is in what a centre remembers from one request to the next: it is asked of one centre alone.
    static bool isRemembered(const CentralRequest &request);

    struct Endpoint
    {
        CentralRequest::Method method;
        QString path;
    };
    static std::vector<Endpoint> endpoints();

private:
    struct Route
    {
        Endpoint endpoint;
        Result<CentralReply> (CentralApi::*answer)(const CentralRequest &);
    };
    static const std::vector<Route> &routes();
    Result<CentralReply> route(const CentralRequest &request);
    Result<CentralReply> enrol(const CentralRequest &request);
    Result<CentralReply> takeFacts(const CentralRequest &request);
    Result<CentralReply> takeDocuments(const CentralRequest &request);
    Result<CentralReply> giveChanges(const CentralRequest &request);
    /// What is decided before a fact says it: `read` from JSON what the till wants, `ask` it of the centre.
    template <typename Read, typename Ask>
    Result<CentralReply> decide(const CentralRequest &request, Read read, Ask ask);
    Result<CentralReply> hold(const CentralRequest &request);
    Result<CentralReply> debitGift(const CentralRequest &request);
    Result<CentralReply> useCode(const CentralRequest &request);
    Result<CentralReply> allot(const CentralRequest &request);
    Result<CentralReply> takeHome(const CentralRequest &request);
    Result<CentralReply> giveSnapshot(const CentralRequest &request);
    Result<CentralReply> health(const CentralRequest &request);
    Result<CentralReply> askStatusDesk(const CentralRequest &request);
    Result<CentralTill> till(const CentralRequest &request);
    Result<std::optional<FormerTill>> formerTill(const CentralRequest &request);

    Centre &m_centre;
    std::optional<CentralTill> m_asker; ///< Of the request that is being answered, once it is known.
};

} // namespace guichet

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/central/Centre.h"

namespace guichet {

/// A request, as far as the centre looks at it.
struct CentralRequest
{
    enum class Method { Get, Post, Other };
    Method method = Method::Other;
    QString path;
    QHash<QString, QString> query;
    QByteArray authorization;
    QByteArray encoding; ///< Of the body: empty or `deflate`.
    QByteArray body;
};

/// What the centre answers.
struct CentralReply
{
    int status = 200;
    QJsonObject json = {};
    QString grown = {};    ///< The account of which more is known now: who waits for it may ask again.
    QString waitsFor = {}; ///< Nothing yet: the account whose growth ends the wait of a long poll; empty: this is the answer.
};

/// The endpoints of docs/protocol/openapi.yaml: from a request to an answer, without network. Every refusal is a code and a sentence in
/// English for logs; no endpoint says anything of another account. On the thread of its Centre.
class CentralApi
{
public:
    explicit CentralApi(Centre &centre) : m_centre{centre} {}
    CentralReply answer(const CentralRequest &request);

private:
    Result<CentralReply> route(const CentralRequest &request);
    Result<CentralReply> enrol(const CentralRequest &request);
    Result<CentralReply> takeFacts(const CentralRequest &request);
    Result<CentralReply> giveChanges(const CentralRequest &request);
    Result<CentralTill> till(const CentralRequest &request);

    Centre &m_centre;
};

} // namespace guichet

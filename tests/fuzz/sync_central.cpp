// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/CentralApi.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <QUrlQuery>
#include <cstdlib>

namespace {

using namespace guichet;

template <typename Value>
Value mustBe(Result<Value> result)
{
    if (!result)
        std::abort();
    return std::move(*result);
}

/// A trial with one till.
struct FuzzedCentre
{
    FuzzedCentre()
    {
        if (!centre->addAccount({QStringLiteral("roches"), QStringLiteral("Roches")}))
            std::abort();
        const TillTicket ticket = mustBe(centre->addTill(QStringLiteral("roches"), QStringLiteral("Accueil")));
        const KeyPair key = KeyPair::generate();
        const ChainIdentity chain{.till = QStringLiteral("018f0000-0000-7000-8000-000000000001"), .key = key.publicKey()};
        const QByteArray proof = key.sign(enrolMessage(ticket.enrolment, chain));
        authorization = "Bearer " + mustBe(centre->enrol({.code = ticket.enrolment, .chains = {chain}, .proof = proof})).token;
    }

    QTemporaryDir folder;
    SystemClock clock;
    std::unique_ptr<Centre> centre = mustBe(Centre::open(folder.path(), clock));
    CentralApi api{*centre};
    QByteArray authorization;
};

FuzzedCentre &fuzzedCentre()
{
    static FuzzedCentre centre;
    return centre;
}

CentralRequest::Method methodOf(const QByteArray &name)
{
    using enum CentralRequest::Method;
    return name == "GET" ? Get : name == "POST" ? Post : Other;
}

/// Lines: method and target, whose words they are (`till`: the till's), cookie; the body is the rest.
CentralRequest requestFrom(const QByteArray &bytes, const QByteArray &till)
{
    QByteArrayList lines = bytes.split('\n');
    const auto next = [&] { return lines.isEmpty() ? QByteArray{} : lines.takeFirst(); };
    const QByteArray first = next();
    const qsizetype space = std::max<qsizetype>(first.indexOf(' '), 0);
    const QUrl target{QString::fromUtf8(first.mid(space + 1))};
    CentralRequest request{.method = methodOf(first.first(space)),
                           .path = target.path(QUrl::FullyEncoded),
                           .query = {},
                           .authorization = next(),
                           .encoding = {},
                           .body = {}};
    for (const auto &[name, value] : QUrlQuery{target}.queryItems(QUrl::FullyDecoded))
        request.query.insert(name, value);
    if (request.authorization == "till")
        request.authorization = till;
    request.cookie = next();
    request.body = lines.join('\n');
    return request;
}

} // namespace

/// On disk, which takes longer than a run may.
extern "C" int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    static const QCoreApplication application{*argc, *argv}; // Qt Sql finds its drivers only within one
    std::ignore = fuzzedCentre();
    return 0;
}

/// Whatever somebody asks the centre, with the key of a till or without, is answered or refused: it never fails the centre itself.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    FuzzedCentre &fuzzed = fuzzedCentre();
    const QByteArray bytes{reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)};
    const CentralReply reply = fuzzed.api.answer(requestFrom(bytes, fuzzed.authorization));
    if (reply.status >= 500)
        std::abort();
    for (const auto &[field, value] : reply.fields)
        if (value.contains('\n') || value.contains('\r'))
            std::abort();
    return 0;
}

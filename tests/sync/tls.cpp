// SPDX-License-Identifier: GPL-3.0-or-later
// The server's own TLS, with certificates that are made for the run.
#include "tests/sync/OwnCertificate.h"
#include "tests/sync/ServedCentre.h"

#include <QSslSocket>

using namespace guichet;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const OwnCertificate &ownCertificate()
{
    static const OwnCertificate made = makeOwnCertificate(u"ec"_s);
    return made;
}

ServerOptions secured(const OwnCertificate &own = ownCertificate())
{
    ServerOptions options;
    options.tls = must(serverIdentityOf(own.certificate, own.key));
    return options;
}

CentralAddress secureAddress(const ServedCentre &served, const QByteArray &authority, const QByteArray &token = {})
{
    return {.url = served.url(u"https"_s), .token = token, .authority = authority};
}

ErrorCode refusalAt(const ServedCentre &served, const QByteArray &authority)
{
    return refusal(CentralClient{secureAddress(served, authority)}.changes(0, 0));
}

} // namespace

TEST_CASE("over TLS a till that pins the certificate of the centre enrols and exchanges, whatever kind of key it has")
{
    for (const QString &kind : {u"ec"_s, u"rsa:2048"_s}) {
        const OwnCertificate own = makeOwnCertificate(kind);
        ServedCentre served{secured(own)};
        SyncedTill till;
        till.sell();
        CentralClient enrolling{secureAddress(served, own.certificate)};
        const EnrolAnswer answer = must(enrolling.enrol(till.enrolment(served.trial.code())));
        must(till.keep(served.url(u"https"_s), answer));
        CentralClient client{secureAddress(served, own.certificate, answer.token)};
        Exchange exchange{client, till, till.clock};
        must(exchange.push());
        CHECK(till.state().waiting == 0);
    }
}

TEST_CASE("a certificate that nobody vouches for is not believed, nor another than the pinned one")
{
    ServedCentre served{secured()};
    CHECK(refusalAt(served, {}) == ErrorCode::CentreNotTrusted);
    CHECK(refusalAt(served, makeOwnCertificate(u"ec"_s).certificate) == ErrorCode::CentreNotTrusted);
    CHECK(refusalAt(served, "no certificate") == ErrorCode::CentreNotTrusted);
    CHECK(refusalAt(served, ownCertificate().certificate) == ErrorCode::NotEnrolled); // it did answer
}

TEST_CASE("what a till pins stays pinned")
{
    SyncedTill till;
    ServedCentre served{secured()};
    CentralClient client{secureAddress(served, ownCertificate().certificate)};
    const EnrolAnswer answer = must(client.enrol(till.enrolment(served.trial.code())));
    must(till.keep(secureAddress(served, ownCertificate().certificate), answer));
    till.restart();
    CHECK(till.address().authority == ownCertificate().certificate);
}

TEST_CASE("who speaks plainly to a TLS port is cut, and others are served")
{
    ServedCentre served{secured()};
    RawClient plain{served.port};
    CHECK(plain.get("/health").status == 0);
    CHECK(refusalAt(served, ownCertificate().certificate) == ErrorCode::NotEnrolled);
}

TEST_CASE("who does not shake hands in time is cut")
{
    ServerOptions options = secured();
    options.limits.headTime = 300ms;
    ServedCentre served{options};
    RawClient silent{served.port};
    CHECK(soon([&] { return silent.isCut(); }));
}

TEST_CASE("hands that are still being shaken when the server stops are let go")
{
    LimitedListener listener{std::make_shared<ConnectionRules>(), secured().tls, nullptr};
    REQUIRE(listener.listen(QHostAddress::LocalHost));
    QSslSocket client;
    client.setPeerVerifyMode(QSslSocket::VerifyNone);
    client.connectToHost(QHostAddress{QHostAddress::LocalHost}, listener.serverPort());
    REQUIRE(soon([&] { return client.state() == QAbstractSocket::ConnectedState && listener.connections() == 1; }));
    listener.close();
    client.startClientEncryption();
    CHECK(soon([&] { return client.state() == QAbstractSocket::UnconnectedState; }));
    CHECK_FALSE(listener.hasPendingConnections());
}

TEST_CASE("beyond this machine the server speaks TLS or not at all")
{
    TrialCentre trial;
    CentralServer plain{trial.served()};
    CHECK(refusal(plain.start(QHostAddress::AnyIPv4, 0)) == ErrorCode::NotAllowed);
    CentralServer safe{trial.served(), secured()};
    CHECK(must(safe.start(QHostAddress::AnyIPv4, 0)) > 0);
}

TEST_CASE("a certificate or a key that is none is refused in words")
{
    const OwnCertificate &own = ownCertificate();
    CHECK(refusal(serverIdentityOf({}, own.key)) == ErrorCode::InvalidInput);
    CHECK(refusal(serverIdentityOf(own.certificate, own.certificate)) == ErrorCode::InvalidInput);
    for (const QString &kind : {u"ec"_s, u"rsa:2048"_s})
        CHECK(refusal(serverIdentityOf(makeOwnCertificate(kind).certificate, makeOwnCertificate(kind).key)) == ErrorCode::InvalidInput);
    CHECK(refusal(serverIdentity(u"/nowhere.pem"_s, u"/nowhere.key"_s)) == ErrorCode::FileFailed);
}

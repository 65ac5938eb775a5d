// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/central/StatusLogin.h"
#include "tests/sync/RawClient.h"
#include "tests/sync/SyncDesk.h"

namespace guichet {

/// A centre behind a server with options.
struct ServedCentre
{
    explicit ServedCentre(ServerOptions options = {}) : server{trial.served(), std::move(options)}
    {
        port = must(server.start(QHostAddress::LocalHost, 0));
    }
    /// Whether it answers somebody else.
    bool answers() const { return RawClient{port}.get("/health").status == 200; }

    QUrl url(const QString &scheme = QStringLiteral("http")) const
    {
        return must(centralUrl(QStringLiteral("%1://127.0.0.1:%2").arg(scheme).arg(port)));
    }
    void enrol(SyncedTill &till, const QString &code)
    {
        CentralClient client{{.url = url(), .token = {}}};
        must(till.keep(url(), must(client.enrol(till.enrolment(code)))));
    }
    void enrol(SyncedTill &till) { enrol(till, trial.code()); }
    /// Up and down once; how many facts went up.
    int exchange(SyncedTill &till)
    {
        CentralClient client{till.address()};
        Exchange exchange{client, till, till.clock};
        const int sent = must(exchange.push());
        must(exchange.pullAll());
        return sent;
    }

    TrialCentre trial;
    CentralServer server;
    quint16 port = 0;
};

/// A manager with a browser that keeps its cookie.
class Manager
{
public:
    Manager(ServedCentre &centre, QString key = QStringLiteral("roches")) : served{centre}, account{std::move(key)}
    {
        StatusLogin login{served.trial.centre->accounts(), served.trial.clock};
        password = must(login.newPassword(account));
    }
    RawAnswer logIn(const QString &typed, const QByteArray &fields = {})
    {
        const RawAnswer answer =
            RawClient{served.port}.post("/status/login", QStringLiteral("account=%1&password=%2").arg(account, typed).toUtf8(), fields);
        const qsizetype at = answer.head.indexOf("Set-Cookie: ");
        if (at >= 0)
            cookie = answer.head.sliced(at + 12).split(';').first();
        return answer;
    }
    RawAnswer page() { return RawClient{served.port}.get("/status", "Cookie: other=1; " + cookie + "\r\n"); }
    RawAnswer logOut(const QByteArray &key, const QByteArray &fields = {})
    {
        return RawClient{served.port}.post("/status/logout", "key=" + key, "Cookie: " + cookie + "\r\n" + fields);
    }
    QByteArray logOutKey()
    {
        const QByteArray html = page().body;
        const qsizetype at = html.indexOf("name=\"key\" value=\"");
        return at < 0 ? QByteArray{} : html.sliced(at + 18).split('"').first();
    }

    ServedCentre &served;
    QString account;
    QString password;
    QByteArray cookie;
};

} // namespace guichet

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/Catch.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QHostAddress>
#include <QTcpSocket>
#include <QTimer>
#include <functional>

namespace guichet {

/// Lets the server, which is on this thread too, work until something is so.
inline bool soon(const std::function<bool()> &done, int milliseconds = 20'000)
{
    QElapsedTimer timer;
    timer.start();
    QTimer wake;
    wake.start(10);
    bool isDone = done();
    for (; !isDone && timer.elapsed() < milliseconds; isDone = done())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return isDone; // asked once: asking may have an effect
}

/// What a server said.
struct RawAnswer
{
    int status = 0; ///< 0: nothing whole.
    QByteArray head;
    QByteArray body;
};

/// A client that says what it likes.
class RawClient
{
public:
    explicit RawClient(quint16 port)
    {
        socket.connectToHost(QHostAddress::LocalHost, port);
        REQUIRE(socket.waitForConnected()); // by the system: a server that cuts it at once has not come to it yet
    }
    void say(const QByteArray &bytes) { socket.write(bytes); }
    /// The next answer; waits for it or for the end of the connection.
    RawAnswer answer()
    {
        RawAnswer whole;
        QByteArray read;
        soon([&] {
            read += socket.readAll();
            const qsizetype end = read.indexOf("\r\n\r\n");
            if (end < 0)
                return isCut();
            whole.head = read.first(end);
            whole.body = read.sliced(end + 4);
            const qsizetype length = whole.head.indexOf("Content-Length: ") + 16;
            const bool isWhole = whole.body.size() >= whole.head.sliced(length).split('\r').first().toLongLong();
            whole.status = isWhole ? whole.head.split(' ').value(1).toInt() : 0;
            return isWhole || isCut();
        });
        return whole;
    }
    RawAnswer get(const QByteArray &path, const QByteArray &fields = {})
    {
        say("GET " + path + " HTTP/1.1\r\nHost: centre\r\n" + fields + "\r\n");
        return answer();
    }
    RawAnswer post(const QByteArray &path, const QByteArray &body, const QByteArray &fields = {})
    {
        say("POST " + path + " HTTP/1.1\r\nHost: centre\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + fields + "\r\n" +
            body);
        return answer();
    }
    bool isCut() const { return socket.state() == QAbstractSocket::UnconnectedState; }

    QTcpSocket socket;
};

} // namespace guichet

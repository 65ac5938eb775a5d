// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/nexo/NexoTerminal.h"
#include "hardware/simulated/nexo/SimulatedNexoTerminal.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <cstdio>

/// Our side of the oracle (oracle.mjs): our envelope, our simulated terminal and our driver, one verb a run, JSON in and out.
namespace {

using namespace guichet;
using namespace Qt::StringLiterals;

class SilentLog final : public DeviceLog
{
public:
    void write(const QString &, Direction, const QString &) override {}
};

void say(const QByteArray &line)
{
    std::printf("%s\n", line.constData());
    std::fflush(stdout);
}

void say(const QJsonObject &object)
{
    say(QJsonDocument{object}.toJson(QJsonDocument::Compact));
}

QByteArray everythingRead()
{
    QFile in;
    return in.open(stdin, QIODevice::ReadOnly) ? in.readAll() : QByteArray{};
}

QString text(const QByteArray &bytes)
{
    return QString::fromUtf8(bytes);
}

/// A payment of ours, in the clear and sealed.
int seal(const NexoKey &key)
{
    const NexoProfile profile{.host = u"h"_s, .poiId = SimulatedNexoSettings{}.poiId, .saleId = u"TILL1"_s};
    const NexoMessage payment = NexoRequests{profile}.payment(Id<PaymentIntent>::generate(), Money::fromCents(1290), SystemClock{}.now());
    const auto sealed = sealNexo(payment, key, deriveNexoKeys(key.passphrase), makeNexoNonce());
    say(QJsonObject{{u"plain"_s, text(toJson(payment))}, {u"sealed"_s, text(sealed.value_or(QByteArray{}))}});
    return sealed ? 0 : 1;
}

/// What somebody else sealed, read from the input.
int open(const NexoKey &key)
{
    const auto plain = openNexo(everythingRead(), deriveNexoKeys(key.passphrase));
    say(plain.value_or(QByteArray{}));
    return plain ? 0 : 1;
}

int certificate()
{
    NexoProfile profile;
    profile.poiId = SimulatedNexoSettings{}.poiId;
    profile.isLive = false;
    const auto made = makeSimulatedCertificate(profile.peerName());
    if (made)
        say(QJsonObject{{u"root"_s, text(made->root)}, {u"leaf"_s, text(made->leaf)}, {u"key"_s, text(made->key)}});
    return made ? 0 : 1;
}

/// A simulated terminal until the input ends; then what it booked, one line each.
int serve()
{
    const SystemClock clock;
    const auto terminal = SimulatedNexoTerminal::start({}, clock);
    if (!terminal)
        return 1;
    say(QJsonObject{{u"port"_s, (*terminal)->port()}, {u"root"_s, text((*terminal)->rootPem())}});
    everythingRead();
    for (const NexoBooking &booking : (*terminal)->bookings())
        say(QJsonObject{{u"reference"_s, booking.reference}, {u"cents"_s, booking.amount.cents()}});
    return 0;
}

/// Charges 12,90 € at somebody else's terminal.
int charge(const NexoKey &key, quint16 port, const QString &rootFile)
{
    QFile root{rootFile};
    NexoProfile profile{
        .host = u"127.0.0.1"_s, .port = port, .poiId = SimulatedNexoSettings{}.poiId, .saleId = u"TILL1"_s, .isLive = false};
    profile.key = key;
    profile.rootPem = root.open(QIODevice::ReadOnly) ? root.readAll() : QByteArray{};
    SilentLog log;
    const SystemClock clock;
    NexoTerminal terminal{profile, log, clock};
    const auto charge = terminal.charge(Id<PaymentIntent>::generate(), Money::fromCents(1290), {});
    if (!charge)
        return 1;
    say(QJsonObject{{u"state"_s, static_cast<int>(charge->state)}, {u"cents"_s, charge->authorised.cents()}, {u"text"_s, charge->text}});
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application{argc, argv};
    const QStringList arguments = QCoreApplication::arguments();
    const NexoKey key = SimulatedNexoSettings{}.key;
    const QString verb = arguments.value(1);
    if (verb == u"seal")
        return seal(key);
    if (verb == u"open")
        return open(key);
    if (verb == u"certificate")
        return certificate();
    if (verb == u"serve")
        return serve();
    if (verb == u"charge" && arguments.size() == 4)
        return charge(key, arguments[2].toUShort(), arguments[3]);
    return 2;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulators/TerminalBooth.h"

#include "hardware/simulated/nexo/SimulatedNexoTerminal.h"
#include "hardware/simulated/opi/SimulatedOpiTerminal.h"
#include "hardware/simulated/plugin/SimulatedPluginTerminal.h"
#include "hardware/simulated/zvt/SimulatedZvtTerminal.h"

#include <QJsonArray>

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

// In the order of the enumerations.
const QStringList nexoFaults{u"none"_s,
                             u"cut_before_read"_s,
                             u"cut_after_read"_s,
                             u"cut_after_approval"_s,
                             u"duplicate_answer"_s,
                             u"other_answer"_s,
                             u"reboot_forgetting"_s,
                             u"reboot_remembering"_s,
                             u"busy"_s,
                             u"in_progress"_s,
                             u"slow"_s,
                             u"wrong_hmac"_s,
                             u"garbage"_s,
                             u"abort_too_late"_s,
                             u"original_forgotten"_s};
const QStringList opiFaults{u"none"_s,
                            u"cut_before_read"_s,
                            u"cut_after_read"_s,
                            u"cut_after_approval"_s,
                            u"duplicate_answer"_s,
                            u"other_answer"_s,
                            u"reboot"_s,
                            u"busy"_s,
                            u"in_progress"_s,
                            u"slow"_s,
                            u"logged_out"_s,
                            u"print_last_ticket"_s,
                            u"garbage"_s,
                            u"endless_frame"_s,
                            u"reboot_remembering"_s,
                            u"abort_too_late"_s};
const QStringList zvtFaults{u"none"_s,
                            u"cut_before_read"_s,
                            u"cut_after_read"_s,
                            u"cut_after_approval"_s,
                            u"not_acknowledged"_s,
                            u"cut_after_store"_s,
                            u"duplicate_answer"_s,
                            u"other_amount"_s,
                            u"other_payment"_s,
                            u"reboot_forgetting"_s,
                            u"reboot_remembering"_s,
                            u"busy"_s,
                            u"in_progress"_s,
                            u"slow"_s,
                            u"garbage"_s,
                            u"abort_too_late"_s};
const QStringList pluginFaults{u"none"_s,
                               u"cut_before_read"_s,
                               u"cut_after_read"_s,
                               u"cut_after_approval"_s,
                               u"duplicate_answer"_s,
                               u"wrong_id"_s,
                               u"reboot_forgetting"_s,
                               u"reboot_remembering"_s,
                               u"busy"_s,
                               u"in_progress"_s,
                               u"slow"_s,
                               u"late"_s,
                               u"crash_before"_s,
                               u"crash_after"_s,
                               u"hang"_s,
                               u"flood"_s,
                               u"garbage"_s};
const QStringList scenarios{u"approve"_s, u"decline"_s, u"partial"_s, u"tip"_s};

/// The terminals differ in their scripts and bookings by name only.
template <typename Terminal, typename Script>
class Booth final : public TerminalBooth
{
public:
    Booth(std::unique_ptr<Terminal> terminal, const QJsonObject &settings, const QStringList &faults)
        : m_terminal{std::move(terminal)}, m_settings{settings}, m_faults{faults}
    {}
    QJsonObject settings() const override { return m_settings; }
    QStringList faults() const override { return m_faults; }

    void scriptNext(const BoothScript &wanted) override
    {
        Script script = m_standing;
        script.scenario = static_cast<decltype(script.scenario)>(wanted.scenario);
        script.fault = static_cast<decltype(script.fault)>(wanted.fault);
        script.customer = wanted.customer;
        script.outage = wanted.outage;
        script.waitsForCard = wanted.waitsForCard;
        m_terminal->scriptNext(script);
    }

    std::vector<Money> moved() const override
    {
        std::vector<Money> amounts;
        for (const auto &booking : m_terminal->bookings())
            if (!isUndone(booking))
                amounts.push_back(booking.amount);
        return amounts;
    }

    Result<QJsonObject> run(const QStringList &words) override
    {
        const QString what = words.value(0);
        if (const auto scenario = scenarios.indexOf(what); scenario >= 0) {
            m_standing.scenario = static_cast<decltype(m_standing.scenario)>(scenario);
            m_terminal->setScript(m_standing);
            return QJsonObject{};
        }
        if (what == u"fault")
            return fault(words.value(1));
        if (what == u"card")
            return card(words.value(1));
        if (what == u"signature")
            return signature(words.value(1));
        if (what == u"bookings")
            return bookings();
        return failure(ErrorCode::InvalidInput, u"a terminal does not know "_s + what);
    }

private:
    Result<QJsonObject> fault(const QString &name)
    {
        const auto index = m_faults.indexOf(name);
        if (index < 0)
            return failure(ErrorCode::InvalidInput, u"no fault %1; there are %2"_s.arg(name, m_faults.join(u", "_s)));
        Script next = m_standing;
        next.fault = static_cast<decltype(next.fault)>(index);
        m_terminal->scriptNext(next);
        return QJsonObject{};
    }

    Result<QJsonObject> card(const QString &how)
    {
        if (how.isEmpty()) {
            m_terminal->presentCard();
            return QJsonObject{};
        }
        if (how != u"wait" && how != u"now")
            return failure(ErrorCode::InvalidInput, u"card, card wait or card now"_s);
        m_standing.waitsForCard = how == u"wait";
        m_terminal->setScript(m_standing);
        return QJsonObject{};
    }

    Result<QJsonObject> signature(const QString &how)
    {
        if constexpr (requires { m_standing.asksForSignature; }) {
            if (how != u"asked" && how != u"never")
                return failure(ErrorCode::InvalidInput, u"signature asked or signature never"_s);
            m_standing.asksForSignature = how == u"asked";
            m_terminal->setScript(m_standing);
            return QJsonObject{};
        }
        return failure(ErrorCode::InvalidInput, u"this terminal asks nothing: signature "_s + how);
    }

    Result<QJsonObject> bookings() const
    {
        QJsonArray amounts;
        for (const Money amount : moved())
            amounts.append(amount.cents());
        return QJsonObject{{u"bookings"_s, amounts}};
    }

    template <typename Booking>
    static bool isUndone(const Booking &booking)
    {
        if constexpr (requires { booking.isUndone; })
            return booking.isUndone;
        return false;
    }

    std::unique_ptr<Terminal> m_terminal;
    QJsonObject m_settings;
    QStringList m_faults;
    Script m_standing;
};

QJsonObject named(const QJsonObject &terminal, const QString &secret = {})
{
    return {{u"terminal"_s, terminal}, {u"secret"_s, secret}};
}

Result<std::unique_ptr<TerminalBooth>> nexoBooth(const BoothWish &wish, const Clock &clock)
{
    TRY_LET(terminal, SimulatedNexoTerminal::start({.port = wish.port}, clock));
    terminal->sendNoticesTo(wish.noticePort);
    const NexoProfile profile = terminal->profile();
    const QJsonObject settings{{u"kind"_s, u"nexo"_s},
                               {u"address"_s, profile.host},
                               {u"port"_s, profile.port},
                               {u"tillId"_s, profile.saleId},
                               {u"poiId"_s, profile.poiId},
                               {u"isLive"_s, profile.isLive},
                               {u"keyIdentifier"_s, profile.key.identifier},
                               {u"keyVersion"_s, profile.key.version},
                               {u"rootPem"_s, QString::fromLatin1(profile.rootPem)},
                               {u"noticePort"_s, wish.noticePort}};
    return std::make_unique<Booth<SimulatedNexoTerminal, NexoScript>>(std::move(terminal), named(settings, profile.key.passphrase),
                                                                      nexoFaults);
}

Result<std::unique_ptr<TerminalBooth>> opiBooth(const QString &kind, const BoothWish &wish, const Clock &clock)
{
    SimulatedOpiSettings simulated = kind == u"opi-de" ? SimulatedOpiSettings::oneSocket() : SimulatedOpiSettings::twoChannels();
    simulated.port = wish.port;
    TRY_LET(terminal, SimulatedOpiTerminal::start(simulated, clock));
    terminal->sendDeviceRequestsTo(wish.tillPort);
    const OpiProfile profile = terminal->profile();
    const QJsonObject settings{
        {u"kind"_s, kind}, {u"address"_s, profile.address}, {u"port"_s, profile.port}, {u"tillPort"_s, wish.tillPort}};
    return std::make_unique<Booth<SimulatedOpiTerminal, OpiScript>>(std::move(terminal), named(settings), opiFaults);
}

Result<std::unique_ptr<TerminalBooth>> zvtBooth(const QString &kind, const BoothWish &wish, const Clock &clock)
{
    SimulatedZvtSettings simulated{.port = wish.port};
    simulated.limits = simulated.limits.dividedBy(wish.haste);
    simulated.reversesWhenNotAcknowledged = kind != u"zvt-keeps";
    simulated.numbersRefusals = kind != u"zvt-keeps";
    TRY_LET(terminal,
            kind == u"zvt-serial" ? SimulatedZvtTerminal::startSerial(simulated, clock) : SimulatedZvtTerminal::start(simulated, clock));
    const QString address = terminal->profile().address;
    QJsonObject settings{{u"kind"_s, kind == u"zvt-serial" ? kind : u"zvt-tcp"_s}, {u"address"_s, address.section(u':', 1, 1)}};
    if (kind != u"zvt-serial")
        settings.insert(u"port"_s, address.section(u':', 2).toInt());
    return std::make_unique<Booth<SimulatedZvtTerminal, ZvtScript>>(std::move(terminal), named(settings, simulated.password), zvtFaults);
}

Result<std::unique_ptr<TerminalBooth>> pluginBooth(quint16 port)
{
    TRY_LET(terminal, SimulatedPluginTerminal::start(port));
    const QJsonObject settings{{u"kind"_s, u"plugin"_s},
                               {u"library"_s, SimulatedPluginTerminal::library()},
                               {u"address"_s, u"127.0.0.1"_s},
                               {u"port"_s, terminal->port()}};
    return std::make_unique<Booth<SimulatedPluginTerminal, PluginScript>>(std::move(terminal), named(settings), pluginFaults);
}

} // namespace

QStringList terminalBoothKinds()
{
    return {u"nexo"_s, u"opi-nl"_s, u"opi-de"_s, u"zvt-tcp"_s, u"zvt-serial"_s, u"plugin"_s};
}

Result<std::unique_ptr<TerminalBooth>> makeTerminalBooth(const QString &kind, const BoothWish &wish, const Clock &clock)
{
    if (kind == u"nexo")
        return nexoBooth(wish, clock);
    if (kind == u"opi-nl" || kind == u"opi-de")
        return opiBooth(kind, wish, clock);
    if (kind.startsWith(u"zvt-"))
        return zvtBooth(kind, wish, clock);
    if (kind == u"plugin")
        return pluginBooth(wish.port);
    return failure(ErrorCode::InvalidInput, u"no terminal "_s + kind);
}

} // namespace guichet

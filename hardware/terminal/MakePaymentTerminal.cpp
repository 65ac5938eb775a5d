// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/terminal/MakePaymentTerminal.h"

#include "hardware/nexo/NexoTerminal.h"
#include "hardware/opi/OpiTerminal.h"
#include "hardware/plugin/PluginTerminal.h"
#include "hardware/zvt/ZvtTerminal.h"

#include <QCoreApplication>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

using Made = Result<std::shared_ptr<PaymentTerminal>>;

quint16 portOr(int port, quint16 usual)
{
    return port == 0 ? usual : static_cast<quint16>(port);
}

Made makeNexo(const TerminalSettings &settings, const TerminalNeeds &needs)
{
    NexoProfile profile;
    profile.host = settings.address;
    profile.port = portOr(settings.port, profile.port);
    profile.poiId = settings.poiId;
    profile.saleId = settings.tillId;
    profile.isLive = settings.isLive;
    profile.hasLegacyCertificate = settings.hasLegacyCertificate;
    profile.rootPem = settings.rootPem.toLatin1();
    if (settings.noticePort > 0)
        profile.noticePort = static_cast<quint16>(settings.noticePort);
    profile.key = {.identifier = settings.keyIdentifier, .version = settings.keyVersion, .passphrase = needs.secret};
    profile.limits = profile.limits.dividedBy(needs.haste);
    TRY(profile.check());
    return std::make_shared<NexoTerminal>(profile, needs.log, needs.clock);
}

QString orUsual(const QString &said, const QString &usual)
{
    return said.isEmpty() ? usual : said;
}

OpiProfile withOptions(OpiProfile profile, const OpiOptions &options)
{
    profile.language = orUsual(options.language, profile.language);
    profile.shift = options.shift;
    profile.tickets = {.customer = orUsual(options.customerTicket, profile.tickets.customer),
                       .merchant = orUsual(options.merchantTicket, profile.tickets.merchant)};
    profile.printsItself = options.printsItself;
    profile.closesByCloseDay = options.closesByCloseDay;
    profile.abortsByService = options.abortsByService.value_or(profile.abortsByService);
    profile.statusByDiagnosis = options.statusByDiagnosis.value_or(profile.statusByDiagnosis);
    return profile;
}

Made makeOpi(OpiProfile profile, const TerminalSettings &settings, const TerminalNeeds &needs)
{
    profile = withOptions(profile, settings.opi);
    profile.port = portOr(settings.port, profile.port);
    profile.tillPort = static_cast<quint16>(settings.tillPort);
    profile.workstationId = settings.tillId;
    profile.clerk = settings.clerk;
    profile.limits = profile.limits.dividedBy(needs.haste);
    TRY(profile.check());
    auto terminal = std::make_shared<OpiTerminal>(profile, needs.log, needs.memory, needs.clock);
    terminal->setQuestion(needs.askCashier);
    return terminal;
}

QString hostForUrl(const QString &host)
{
    return host.contains(u':') ? u'[' + host + u']' : host;
}

ZvtProfile zvtProfile(const QString &address, const ZvtOptions &options)
{
    ZvtProfile profile;
    profile.address = address;
    profile.configByte = static_cast<quint8>(options.configByte);
    profile.stopBits = options.stopBits;
    profile.lineWidth = options.lineWidth;
    profile.takesPartialApprovals = options.takesPartialApprovals;
    profile.usesContainers = options.usesContainers;
    profile.namesAmountOfReversal = options.namesAmountOfReversal;
    return profile;
}

Made makeZvt(const QString &address, const ZvtOptions &options, const TerminalNeeds &needs)
{
    ZvtProfile profile = zvtProfile(address, options);
    if (!needs.secret.isEmpty())
        profile.password = needs.secret;
    profile.limits = profile.limits.dividedBy(needs.haste);
    TRY(profile.check());
    return std::make_shared<ZvtTerminal>(profile, needs.log, needs.memory, needs.clock);
}

Made makePlugin(const TerminalSettings &settings, const TerminalNeeds &needs)
{
    PluginProfile profile;
    profile.host = QCoreApplication::applicationDirPath() + u"/guichet-terminal-host"_s; // it lies beside the till
    profile.library = settings.library;
    profile.address = settings.address;
    profile.port = settings.port;
    profile.tillId = settings.tillId;
    profile.options = settings.options;
    profile.secret = needs.secret;
    profile.folder = needs.folder;
    profile.limits = profile.limits.dividedBy(needs.haste);
    TRY(profile.check());
    return std::make_shared<PluginTerminal>(profile, needs.log);
}

} // namespace

Made makePaymentTerminal(const TerminalSettings &settings, const TerminalNeeds &needs)
{
    if (settings.kind == u"manual")
        return std::shared_ptr<PaymentTerminal>{};
    if (settings.kind == u"plugin")
        return makePlugin(settings, needs);
    if (settings.address.isEmpty())
        return failure(ErrorCode::InvalidInput, u"terminal without address"_s, {u"address"_s});
    if (settings.kind == u"nexo")
        return makeNexo(settings, needs);
    if (settings.kind == u"opi-nl")
        return makeOpi(OpiProfile::twoChannels(settings.address), settings, needs);
    if (settings.kind == u"opi-de")
        return makeOpi(OpiProfile::oneSocket(settings.address), settings, needs);
    if (settings.kind == u"zvt-tcp")
        return makeZvt(u"tcp:%1:%2"_s.arg(hostForUrl(settings.address)).arg(portOr(settings.port, 20'007)), settings.zvt, needs);
    if (settings.kind == u"zvt-serial")
        return makeZvt(u"serial:%1:%2"_s.arg(settings.address).arg(settings.baud), settings.zvt, needs);
    return failure(ErrorCode::InvalidInput, u"terminal kind "_s + settings.kind, {u"kind"_s});
}

} // namespace guichet

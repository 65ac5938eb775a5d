// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminalhost/LoadedPlugin.h"

#include <QJsonArray>

#include <algorithm>
#include <cstring>

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

constexpr size_t longestNotice = 4'000;

template <size_t Size>
QString textOf(const char (&field)[Size])
{
    return QString::fromUtf8(field, static_cast<qsizetype>(strnlen(field, Size)));
}

QString statusName(int32_t status)
{
    switch (status) {
    case GUICHET_OK: return u"ok"_s;
    case GUICHET_BUSY: return u"busy"_s;
    case GUICHET_UNAVAILABLE: return u"unavailable"_s;
    case GUICHET_BAD_SETTINGS: return u"bad_settings"_s;
    default: return u"%1"_s.arg(status);
    }
}

QString stateName(int32_t state)
{
    switch (state) {
    case GUICHET_APPROVED: return u"approved"_s;
    case GUICHET_DECLINED: return u"declined"_s;
    case GUICHET_NOT_STARTED: return u"not_started"_s;
    case GUICHET_IN_PROGRESS: return u"in_progress"_s;
    default: return u"unknown"_s;
    }
}

QJsonObject replyOf(int32_t status, const QString &words = {})
{
    return {{u"status"_s, statusName(status)}, {u"words"_s, words}};
}

QJsonObject toJson(const guichet_result &result)
{
    return {{u"intent"_s, textOf(result.id)},
            {u"state"_s, stateName(result.state)},
            {u"cents"_s, static_cast<qint64>(result.cents)},
            {u"signature"_s, result.signature_required == 1},
            {u"transaction"_s, textOf(result.transaction)},
            {u"reference"_s, textOf(result.reference)},
            {u"text"_s, textOf(result.text)},
            {u"brand"_s, textOf(result.brand)},
            {u"pan"_s, textOf(result.masked_pan)},
            {u"entry"_s, textOf(result.entry)},
            {u"terminal"_s, textOf(result.terminal_id)},
            {u"merchant"_s, textOf(result.merchant_id)},
            {u"receipt"_s, textOf(result.receipt_number)},
            {u"at"_s, textOf(result.at)},
            {u"merchantSlip"_s, textOf(result.merchant_slip)},
            {u"customerSlip"_s, textOf(result.customer_slip)}};
}

bool isWhole(const guichet_terminal_plugin *plugin)
{
    return plugin && plugin->version == GUICHET_TERMINAL_VERSION && plugin->size >= sizeof(guichet_terminal_plugin) && plugin->open &&
           plugin->close && plugin->charge && plugin->reverse && plugin->look_up && plugin->diagnose && plugin->totals && plugin->cancel;
}

QString noticeText(const char *text)
{
    return text ? QString::fromUtf8(text, static_cast<qsizetype>(strnlen(text, longestNotice))) : QString{};
}

void passPrompt(void *context, const char *text)
{
    (*static_cast<LoadedPlugin::Notice *>(context))(u"prompt"_s, noticeText(text));
}

void passLog(void *context, int direction, const char *text)
{
    const QString kind = direction == 1 ? u"sent"_s : direction == 2 ? u"received"_s : u"note"_s;
    (*static_cast<LoadedPlugin::Notice *>(context))(kind, noticeText(text));
}

} // namespace

LoadedPlugin::LoadedPlugin(Notice notice)
    : m_notice{std::move(notice)}, m_host{.size = sizeof(guichet_host), .context = &m_notice, .prompt = &passPrompt, .log = &passLog}
{}

LoadedPlugin::~LoadedPlugin()
{
    if (m_terminal)
        m_plugin->close(m_terminal);
}

Result<std::unique_ptr<LoadedPlugin>> LoadedPlugin::load(const QString &path, Notice notice)
{
    using Entry = const guichet_terminal_plugin *(*)();
    std::unique_ptr<LoadedPlugin> loaded{new LoadedPlugin{std::move(notice)}};
    loaded->m_library.setFileName(path);
    const auto entry = reinterpret_cast<Entry>(loaded->m_library.resolve("guichet_terminal"));
    if (!entry)
        return failure(ErrorCode::DeviceUnavailable, loaded->m_library.errorString());
    loaded->m_plugin = entry();
    if (!isWhole(loaded->m_plugin))
        return failure(ErrorCode::DeviceUnavailable, u"%1 is no plug-in of version %2"_s.arg(path).arg(GUICHET_TERMINAL_VERSION));
    return loaded;
}

QJsonObject LoadedPlugin::perform(const QJsonObject &call)
{
    const QString what = call[u"do"_s].toString();
    if (what == u"open")
        return open(call);
    if (!m_terminal)
        return replyOf(GUICHET_UNAVAILABLE, u"not open"_s);
    if (what == u"charge")
        return ask(m_plugin->charge, call);
    if (what == u"reverse")
        return ask(m_plugin->reverse, call);
    if (what == u"look_up")
        return ask(m_plugin->look_up, call);
    if (what == u"diagnose")
        return diagnose();
    if (what == u"totals")
        return totals(call[u"endOfDay"_s].toBool());
    return replyOf(GUICHET_UNAVAILABLE, u"no such call"_s);
}

QJsonObject LoadedPlugin::open(const QJsonObject &call)
{
    if (m_terminal)
        return replyOf(GUICHET_OK);
    const QByteArray address = call[u"address"_s].toString().toUtf8();
    const QByteArray till = call[u"till"_s].toString().toUtf8();
    const QByteArray options = call[u"options"_s].toString().toUtf8();
    const QByteArray secret = call[u"secret"_s].toString().toUtf8();
    const QByteArray folder = call[u"folder"_s].toString().toUtf8();
    const guichet_settings settings{.size = sizeof(guichet_settings),
                                    .port = static_cast<uint32_t>(call[u"port"_s].toInt()),
                                    .address = address.constData(),
                                    .till = till.constData(),
                                    .options = options.constData(),
                                    .secret = secret.constData(),
                                    .folder = folder.constData()};
    void *terminal = nullptr;
    const int32_t status = m_plugin->open(&settings, &m_host, &terminal);
    if (status == GUICHET_OK)
        m_terminal = terminal;
    const QString name = QString::fromUtf8(m_plugin->name);
    return m_terminal || status != GUICHET_OK ? replyOf(status, name) : replyOf(GUICHET_UNAVAILABLE, u"opened without a terminal"_s);
}

QJsonObject LoadedPlugin::ask(MovesMoney function, const QJsonObject &call)
{
    const QByteArray intent = call[u"intent"_s].toString().toUtf8();
    const QByteArray transaction = call[u"transaction"_s].toString().toUtf8();
    const guichet_request request{.size = sizeof(guichet_request),
                                  .id = intent.constData(),
                                  .cents = call[u"cents"_s].toInteger(),
                                  .transaction = transaction.constData()};
    const auto result = std::make_unique<guichet_result>();
    result->size = sizeof(guichet_result);
    QJsonObject reply = replyOf(function(m_terminal, &request, result.get()));
    if (reply[u"status"_s] == u"ok"_s)
        reply.insert(u"result"_s, toJson(*result));
    else
        reply[u"words"_s] = textOf(result->text);
    return reply;
}

QJsonObject LoadedPlugin::diagnose()
{
    char words[256]{};
    const int32_t status = m_plugin->diagnose(m_terminal, words);
    return replyOf(status, textOf(words));
}

QJsonObject LoadedPlugin::totals(bool endOfDay)
{
    const auto totals = std::make_unique<guichet_totals>();
    totals->size = sizeof(guichet_totals);
    QJsonObject reply = replyOf(m_plugin->totals(m_terminal, endOfDay ? 1 : 0, totals.get()));
    QJsonArray rows;
    for (int32_t row = 0; row < std::clamp(totals->count, 0, GUICHET_MOST_TOTALS); ++row)
        rows.append(QJsonObject{{u"brand"_s, textOf(totals->rows[row].brand)},
                                {u"count"_s, totals->rows[row].count},
                                {u"cents"_s, static_cast<qint64>(totals->rows[row].cents)}});
    reply.insert(u"totals"_s, rows);
    return reply;
}

void LoadedPlugin::cancel()
{
    if (m_terminal)
        m_plugin->cancel(m_terminal);
}

} // namespace guichet

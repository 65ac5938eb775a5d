// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "hardware/plugin/guichet_terminal.h"

#include <QJsonObject>
#include <QLibrary>

#include <atomic>
#include <functional>
#include <memory>

namespace guichet {

/// A vendor's library in this process: calls as JSON in, replies as JSON out. perform() on one thread, cancel() from any.
class LoadedPlugin
{
public:
    /// What the library tells meanwhile: `prompt`, `sent`, `received`, `note`. From any thread.
    using Notice = std::function<void(const QString &kind, const QString &text)>;

    /// DeviceUnavailable: it cannot be loaded, or is not a plug-in of this version.
    static Result<std::unique_ptr<LoadedPlugin>> load(const QString &path, Notice notice);
    ~LoadedPlugin();
    LoadedPlugin(const LoadedPlugin &) = delete;
    LoadedPlugin &operator=(const LoadedPlugin &) = delete;

    /// `status`, and what the call gives.
    QJsonObject perform(const QJsonObject &call);
    void cancel();

private:
    using MovesMoney = int32_t (*)(void *, const guichet_request *, guichet_result *);
    explicit LoadedPlugin(Notice notice);
    QJsonObject open(const QJsonObject &call);
    QJsonObject ask(MovesMoney function, const QJsonObject &call);
    QJsonObject diagnose();
    QJsonObject totals(bool endOfDay);

    Notice m_notice;
    guichet_host m_host{};
    QLibrary m_library;
    const guichet_terminal_plugin *m_plugin = nullptr;
    std::atomic<void *> m_terminal = nullptr;
};

} // namespace guichet

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Call.h"
#include "core/ports/CustomerDisplay.h"
#include "core/ports/DeviceLog.h"
#include "core/till/DisplaySettings.h"

#include <QObject>
#include <QThread>
#include <QTimer>
#include <memory>
#include <optional>

namespace guichet {

/// The customer display of the settings, on a thread of its own: the newest text is what counts, at most ten a second. One that fails is
/// tried again every two seconds and never holds up anything (HW-4). GUI thread.
class DisplayWatch : public QObject
{
    Q_OBJECT

public:
    /// The log outlives it.
    explicit DisplayWatch(DeviceLog &log);
    ~DisplayWatch() override;

    void apply(const DisplaySettings &settings);
    void show(const DisplayText &text);

private:
    void send();
    void finish(const Result<> &shown);

    DeviceLog &m_log;
    DisplaySettings m_settings;
    std::optional<DisplayText> m_wanted; ///< Not sent yet.
    DisplayText m_text;                  ///< The newest.
    bool m_isSending = false;
    std::optional<bool> m_works;
    QTimer m_pause;
    QThread m_thread;
    std::unique_ptr<QObject> m_context;         ///< Lives on m_thread.
    std::unique_ptr<CustomerDisplay> m_display; ///< Used on m_thread only.
};

} // namespace guichet

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/DisplayWatch.h"

#include "hardware/display/SerialDisplay.h"

namespace guichet {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto betweenTexts = 100ms;
constexpr auto betweenTries = 2s;

} // namespace

DisplayWatch::DisplayWatch(DeviceLog &log) : m_log{log}, m_context{std::make_unique<QObject>()}
{
    m_thread.setObjectName(u"display"_s);
    m_context->moveToThread(&m_thread);
    m_thread.start();
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &DisplayWatch::send);
}

/// Its port belongs to its thread.
DisplayWatch::~DisplayWatch()
{
    std::ignore = callOn(m_context.get(), [this] {
                      m_display.reset();
                      return true;
                  }).result();
    m_thread.quit();
    m_thread.wait();
}

void DisplayWatch::apply(const DisplaySettings &settings)
{
    if (settings == m_settings)
        return;
    m_settings = settings;
    m_works.reset();
    callOn(m_context.get(), [this, settings] {
        m_display = settings.kind == u"none" ? nullptr : std::make_unique<SerialDisplay>(settings);
    }).then(this, [this] { show(m_text); });
}

void DisplayWatch::show(const DisplayText &text)
{
    m_text = text;
    m_wanted = text;
    if (!m_isSending && !m_pause.isActive())
        send();
}

void DisplayWatch::send()
{
    if (!m_wanted || m_isSending || m_settings.kind == u"none")
        return;
    m_isSending = true;
    callOn(m_context.get(), [this, text = *std::exchange(m_wanted, std::nullopt)] {
        return m_display ? m_display->show(text) : Result<>{};
    }).then(this, [this](const Result<> &shown) { finish(shown); });
}

/// What failed is sent again, unless there is something newer.
void DisplayWatch::finish(const Result<> &shown)
{
    m_isSending = false;
    if (!shown && !m_wanted)
        m_wanted = m_text;
    m_pause.start(shown ? betweenTexts : betweenTries);
    if (m_works == shown.has_value())
        return;
    m_works = shown.has_value();
    m_log.writeState(u"display"_s, shown);
}

} // namespace guichet

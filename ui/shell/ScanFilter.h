// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scan/WedgeReader.h"

#include <QElapsedTimer>
#include <QKeyEvent>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QWindow>
#include <memory>
#include <set>
#include <vector>

namespace guichet {

/// One application-wide filter: what a scanner types like a keyboard is a scan wherever the focus is (SELL-2), and its Enter presses no
/// button. What turns out to be a person's typing goes on to its place. WedgeReader decides. GUI thread.
class ScanFilter : public QObject
{
    Q_OBJECT

public:
    explicit ScanFilter(QObject *parent = nullptr);
    void setScanner(const ScannerSettings &settings);

Q_SIGNALS:
    void scanned(const QString &code);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool takeKey(QWindow *window, const QKeyEvent &key);
    bool takeRelease(const QKeyEvent &key);
    void act(const WedgeStep &step);
    void waitOn();
    void replay();

    WedgeReader m_reader{ScannerSettings{}};
    bool m_replaying = false;
    bool m_lastChance = false; ///< The silence has lasted: what is queued already still counts.
    QPointer<QWindow> m_window;
    std::vector<std::unique_ptr<QKeyEvent>> m_held;
    std::multiset<int> m_swallowed; ///< Keys that are down and whose press went nowhere.
    QElapsedTimer m_clock;
    QTimer m_silence;
};

} // namespace guichet

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QKeyEvent>
#include <QObject>
#include <QTimer>
#include <memory>
#include <vector>

class QWindow;

namespace guichet {

/// How a keyboard-wedge scanner is told from a person (hardware.md §8.1).
struct ScanTiming
{
    int longestGapMs = 35; ///< Between two characters of a scan.
    int fewestCharacters = 4;
};

/// One application-wide filter: characters that follow each other faster than a person types, ended by Enter or Tab, are a scan, wherever
/// the focus is (SELL-2); the Enter of a scan presses no button. What turns out to be a person's typing goes on to its place. GUI thread.
class ScanFilter : public QObject
{
    Q_OBJECT

public:
    explicit ScanFilter(const ScanTiming &timing = {}, QObject *parent = nullptr);
    /// Off while a PIN or a free text that could look like a scan is typed.
    void setEnabled(bool enabled);

Q_SIGNALS:
    void scanned(const QString &code);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool takeKey(QWindow *window, const QKeyEvent &key);
    void finishScan();
    void replay();

    ScanTiming m_timing;
    bool m_enabled = true;
    bool m_replaying = false;
    QWindow *m_window = nullptr;
    std::vector<std::unique_ptr<QKeyEvent>> m_held;
    QString m_text;
    QElapsedTimer m_sinceLast;
    QTimer m_silence;
};

} // namespace guichet

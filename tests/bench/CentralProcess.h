// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>

namespace guichet::bench {

/// A guichet-central that serves, from beside this program; it ends with the object, and with this program however that ends. One that does
/// not start is the end of this program.
class CentralProcess
{
public:
    /// `words`: its home and its limits. `log`: the file that gets what it says of itself.
    CentralProcess(const QStringList &words, const QString &log);
    ~CentralProcess();
    CentralProcess(const CentralProcess &) = delete;
    CentralProcess &operator=(const CentralProcess &) = delete;

    quint16 port() const { return m_port; }
    /// Megabytes that it has had in memory, at most.
    double memory() const;

private:
    QProcess m_program;
    quint16 m_port = 0;
};

} // namespace guichet::bench

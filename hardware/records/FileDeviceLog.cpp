// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/records/FileDeviceLog.h"

#include "hardware/records/maskCardData.h"

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

constexpr int keptDays = 30;
constexpr qint64 largestDay = 20'000'000;
constexpr qsizetype longestMessage = 100'000;

QString fileName(QDate day)
{
    return u"devices-%1.log"_s.arg(day.toString(Qt::ISODate));
}

QLatin1String arrow(DeviceLog::Direction direction)
{
    switch (direction) {
    case DeviceLog::Direction::Sent: return "->"_L1;
    case DeviceLog::Direction::Received: return "<-"_L1;
    case DeviceLog::Direction::Note: return "--"_L1;
    }
    Q_UNREACHABLE();
}

/// In one line: a device must not be able to write lines that look like ours.
QString inOneLine(QString text)
{
    text = maskCardData(text.left(longestMessage));
    QString line;
    for (const QChar c : std::as_const(text))
        line += c == u'\n' ? u"\\n"_s : c.category() == QChar::Other_Control ? u"·"_s : QString{c};
    return line;
}

} // namespace

void FileDeviceLog::openFor(QDate day)
{
    m_file.close();
    m_folder.mkpath(u"."_s);
    m_file.setFileName(m_folder.filePath(fileName(day)));
    m_day = day;
    if (m_file.open(QIODevice::Append | QIODevice::Text))
        m_file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    forgetOldDays(day);
}

void FileDeviceLog::forgetOldDays(QDate today) const
{
    const QString oldest = fileName(today.addDays(-keptDays));
    for (const QString &name : m_folder.entryList({u"devices-*.log"_s}, QDir::Files))
        if (name < oldest)
            QFile::remove(m_folder.filePath(name));
}

void FileDeviceLog::write(const QString &device, Direction direction, const QString &text)
{
    const std::lock_guard lock{m_mutex};
    const QDateTime now = m_clock.now();
    if (m_day != now.date() || !m_file.isOpen())
        openFor(now.date());
    if (!m_file.isOpen() || m_file.size() > largestDay)
        return;
    const QString line = u"%1 %2 %3 %4\n"_s.arg(now.toString(u"yyyy-MM-ddTHH:mm:ss.zzz"_s), device, arrow(direction), inOneLine(text));
    m_file.write(line.toUtf8());
    if (m_file.size() > largestDay)
        m_file.write("-- this day's log ends here: 20 MB\n");
    m_file.flush();
}

QStringList FileDeviceLog::newest(const QString &device, int count) const
{
    const std::lock_guard lock{m_mutex};
    QFile file{m_folder.filePath(fileName(m_clock.now().date()))};
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QStringList lines;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts))
        if (device.isEmpty() || line.section(u' ', 1, 1) == device)
            lines << line;
    return lines.mid(std::max<qsizetype>(0, lines.size() - count));
}

QString FileDeviceLog::everything() const
{
    const std::lock_guard lock{m_mutex};
    QString text;
    for (const QString &name : m_folder.entryList({u"devices-*.log"_s}, QDir::Files, QDir::Name)) {
        QFile file{m_folder.filePath(name)};
        if (file.open(QIODevice::ReadOnly))
            text += QString::fromUtf8(file.readAll());
    }
    return text;
}

} // namespace guichet

// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/simulated/scanner/SimulatedScanner.h"

#include <QFile>
#include <QRegularExpression>

namespace guichet {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto writeLimit = 1s;

} // namespace

QByteArray usualAimIdentifier(const QString &code)
{
    static const QRegularExpression ean13{u"^\\d{12,13}$"_s};
    static const QRegularExpression ean8{u"^\\d{8}$"_s};
    if (ean13.match(code).hasMatch())
        return "]E0"_ba;
    if (ean8.match(code).hasMatch())
        return "]E4"_ba;
    if (code.contains(QChar{0x1D}))
        return "]d2"_ba;
    return code.contains(u"://") ? "]Q1"_ba : "]C0"_ba;
}

Result<> SimulatedScanner::plugIn()
{
    unplug();
    m_line.emplace();
    TRY(m_line->open(writeLimit));
    if (!QFile::link(m_line->portName(), m_portPath))
        return failure(ErrorCode::DeviceUnavailable, u"no link at "_s + m_portPath, {m_portPath});
    return {};
}

void SimulatedScanner::unplug()
{
    if (!m_line)
        return;
    QFile::remove(m_portPath);
    m_line.reset();
}

Result<> SimulatedScanner::scan(const QString &code)
{
    return send(m_habits.prefix + (m_habits.saysSymbology ? usualAimIdentifier(code) : QByteArray{}) + code.toUtf8() + m_habits.suffix);
}

Result<> SimulatedScanner::send(const QByteArray &bytes)
{
    if (!isPlugged())
        return failure(ErrorCode::DeviceUnavailable, u"not plugged in"_s, {m_portPath});
    return m_line->write(bytes, writeLimit);
}

} // namespace guichet

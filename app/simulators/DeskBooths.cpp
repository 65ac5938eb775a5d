// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulators/DeskBooths.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>
#include <QThread>

namespace guichet {
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto displayWait = 30s;

std::unexpected<Error> notUnderstoodOf(const QString &device, const QStringList &words)
{
    return failure(ErrorCode::InvalidInput, u"not understood: "_s + device + u' ' + words.join(u' '));
}

std::unexpected<Error> notSwitchedOn(const QString &device)
{
    return failure(ErrorCode::InvalidInput, device + u" serial comes first"_s);
}

/// Where the till finds a device; one that a run left behind is swept away.
QString linkFor(const QString &wanted, const QString &device)
{
    const QString path = wanted.isEmpty() ? QDir::temp().filePath(u"guichet-"_s + device) : QFileInfo{wanted}.absoluteFilePath();
    const QFileInfo link{path};
    if (link.isSymLink() && !link.exists())
        QFile::remove(path);
    return path;
}

} // namespace

Result<QJsonObject> ScannerBooth::run(const QStringList &words)
{
    const QString what = words.value(0);
    const QString rest = words.mid(1).join(u' ');
    if (what == u"type") {
        TRY(m_keyboard.type(rest));
        return QJsonObject{};
    }
    if (what == u"serial") {
        m_scanner.reset(); // its name is free again
        auto scanner = std::make_unique<SimulatedScanner>(linkFor(rest, u"scanner"_s));
        TRY(scanner->plugIn());
        m_scanner = std::move(scanner);
        return QJsonObject{{u"address"_s, m_scanner->setting()}};
    }
    if (!m_scanner)
        return notSwitchedOn(u"scanner"_s);
    if (what == u"unplug" && rest.isEmpty())
        return m_scanner->unplug(), QJsonObject{};
    const bool isScan = what == u"scan" && !rest.isEmpty();
    if (!isScan && (what != u"plug" || !rest.isEmpty()))
        return notUnderstoodOf(u"scanner"_s, words);
    TRY(isScan ? m_scanner->scan(rest) : m_scanner->plugIn());
    return QJsonObject{};
}

Result<QJsonObject> DisplayBooth::run(const QStringList &words)
{
    const QString what = words.value(0);
    const QString rest = words.mid(1).join(u' ');
    if (what == u"cd5220" || what == u"epson") {
        m_display.reset();
        auto display = std::make_unique<SimulatedDisplay>(linkFor(rest, u"display"_s), what, u"cp437"_s);
        TRY(display->plugIn());
        m_display = std::move(display);
        return QJsonObject{{u"address"_s, setting()}};
    }
    if (!m_display)
        return failure(ErrorCode::InvalidInput, u"display cd5220 or display epson comes first"_s);
    if (what == u"text") {
        const DisplayText text = tend();
        return QJsonObject{{u"upper"_s, text.upper}, {u"lower"_s, text.lower}};
    }
    if (what == u"until")
        return await(rest);
    if (what == u"unplug" && rest.isEmpty())
        return m_display->unplug(), QJsonObject{};
    if (what != u"plug" || !rest.isEmpty())
        return notUnderstoodOf(u"display"_s, words);
    TRY(m_display->plugIn());
    return QJsonObject{};
}

Result<QJsonObject> DisplayBooth::await(const QString &text)
{
    for (const QDeadlineTimer deadline{displayWait}; !deadline.hasExpired(); QThread::msleep(10))
        if (const DisplayText shown = tend(); (shown.upper + u'\n' + shown.lower).contains(text))
            return QJsonObject{};
    return failure(ErrorCode::Timeout, u"not on the display: "_s + text);
}

} // namespace guichet

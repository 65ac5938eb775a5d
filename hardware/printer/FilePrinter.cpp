// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/printer/FilePrinter.h"

#include "core/receipt/PlainText.h"

#include <QRegularExpression>
#include <QSaveFile>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

/// Letters, digits and hyphens: safe on every file system, and no title can leave the folder.
QString fileNamePart(const QString &title)
{
    return normalised(title).replace(u' ', u'-').left(40);
}

Result<> write(const QString &path, const QByteArray &bytes)
{
    QSaveFile file{path};
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return failure(ErrorCode::PrinterUnavailable, u"%1: %2"_s.arg(path, file.errorString()));
    return {};
}

int highestNumber(const QDir &folder)
{
    static const QRegularExpression numbered{u"^([0-9]{6,9})-"_s};
    int highest = 0;
    for (const QString &name : folder.entryList(QDir::Files))
        if (const auto match = numbered.match(name); match.hasMatch())
            highest = std::max(highest, match.captured(1).toInt());
    return highest;
}

} // namespace

Result<QString> FilePrinter::nextStem(const QString &title)
{
    if (!m_folder.mkpath(u"."_s))
        return failure(ErrorCode::PrinterUnavailable, u"cannot make "_s + m_folder.path());
    const QString number = u"%1"_s.arg(highestNumber(m_folder) + 1, 6, 10, QChar{u'0'});
    return m_folder.filePath(number + u'-' + fileNamePart(title));
}

/// The bytes last: they are what counts as printed.
Result<> FilePrinter::writePaper(const Paper &paper)
{
    const bool isKick = paper.items.empty();
    TRY_LET(stem, nextStem(isKick ? u"drawer"_s : paper.title));
    if (isKick)
        return write(stem + u".bin"_s, drawerKick(m_profile, paper.drawerPin));
    TRY(write(stem + u".txt"_s, plainText(paper, m_profile.columns).toUtf8()));
    return write(stem + u".bin"_s, encodeEscPos(paper, m_profile, m_options));
}

Result<PrintOutcome> FilePrinter::print(const Paper &paper, const PrintWatch &watch)
{
    if (paper.items.empty() && !paper.openDrawer)
        return PrintOutcome{};
    if (watch.begin)
        TRY(watch.begin());
    TRY(writePaper(paper));
    return PrintOutcome{};
}

} // namespace guichet

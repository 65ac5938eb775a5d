// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/central/AccountFile.h"

#include "core/base/Clock.h"
#include "core/base/JsonReader.h"
#include "core/ledger/PrivateFile.h"

#include <QFile>
#include <QJsonDocument>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

const QString formatName = u"guichet-account-1"_s;
constexpr qint64 longestLine = 64LL * 1024 * 1024; ///< A page of rows, one of them larger than a page should be.

std::unexpected<Error> notAnExport(const QString &why)
{
    return failure(ErrorCode::InvalidInput, why, {u"file"_s});
}

QByteArray lineOf(const QJsonObject &object)
{
    return QJsonDocument{object}.toJson(QJsonDocument::Compact);
}

bool isJson(const QByteArray &line)
{
    return line.startsWith('{'); // no digit of base64
}

QByteArray signedBytes(const QByteArray &hash)
{
    return sha256("TILLX1|" + hash.toHex());
}

Result<AccountFileHead> headOf(const QByteArray &line)
{
    JsonReader reader{QJsonDocument::fromJson(line).object()};
    if (reader.string(u"format"_s, {}, 40) != formatName)
        return notAnExport(u"this is no export of an account"_s);
    AccountFileHead head;
    head.account = reader.requiredString(u"account"_s, 40);
    head.schema = reader.smallInteger(u"schema"_s, 0, 1, 10'000);
    head.at = fromRfc3339(reader.requiredString(u"at"_s, 40));
    TRY(reader.finish());
    return head;
}

Result<> checkEnd(const QByteArray &line, const QByteArray &hash, const std::optional<PublicKey> &centre)
{
    const QJsonObject end = QJsonDocument::fromJson(line).object();
    if (end[u"sha256"].toString() != toHex(hash))
        return notAnExport(u"the file was altered, or is not whole"_s);
    const QByteArray signature = QByteArray::fromHex(end[u"signature"].toString().toLatin1());
    if (centre && !centre->verifies(signedBytes(hash), signature))
        return notAnExport(u"the file was not written with the key of this centre: put its key file back first"_s);
    return {};
}

/// Opened, and read line by line without their ends.
class AccountLines
{
public:
    static Result<std::unique_ptr<AccountLines>> open(const QString &path)
    {
        std::unique_ptr<AccountLines> lines{new AccountLines{path}};
        if (!lines->m_file.exists())
            return failure(ErrorCode::NotFound, path);
        if (!lines->m_file.open(QIODevice::ReadOnly))
            return failure(ErrorCode::FileFailed, path + u' ' + lines->m_file.errorString());
        return lines;
    }
    /// InvalidInput: no whole line is left.
    Result<QByteArray> next()
    {
        QByteArray line = m_file.readLine(longestLine);
        if (!line.endsWith('\n'))
            return notAnExport(u"the file was altered, or is not whole"_s);
        line.chop(1);
        return line;
    }
    bool atEnd() const { return m_file.atEnd(); }

private:
    explicit AccountLines(const QString &path) : m_file{path} {}
    QFile m_file;
};

} // namespace

Result<std::unique_ptr<AccountFileWriter>> AccountFileWriter::begin(const QString &file, const AccountFileHead &head)
{
    std::unique_ptr<AccountFileWriter> writer{new AccountFileWriter{file}};
    if (!writer->m_file.open(QIODevice::WriteOnly) || !writer->m_file.setPermissions(ownerOnly))
        return failure(ErrorCode::FolderReadOnly, file + u' ' + writer->m_file.errorString());
    TRY(writer->write(
        lineOf({{u"format"_s, formatName}, {u"account"_s, head.account}, {u"schema"_s, head.schema}, {u"at"_s, toRfc3339(head.at)}})));
    return writer;
}

Result<> AccountFileWriter::write(const QByteArray &line)
{
    const QByteArray whole = line + '\n';
    m_hash.addData(whole);
    if (m_file.write(whole) != whole.size())
        return failure(m_file.error() == QFileDevice::ResourceError ? ErrorCode::DiskFull : ErrorCode::FileFailed, m_file.errorString());
    return {};
}

Result<> AccountFileWriter::add(const QByteArray &rows)
{
    return write(rows.toBase64());
}

Result<> AccountFileWriter::finish(const KeyPair &centre)
{
    const QByteArray hash = m_hash.result();
    TRY(write(lineOf({{u"sha256"_s, toHex(hash)}, {u"signature"_s, toHex(centre.sign(signedBytes(hash)))}})));
    return m_file.commit() ? Result<>{} : failure(ErrorCode::FileFailed, m_file.errorString());
}

Result<AccountFileHead> proveAccountFile(const QString &file, const std::optional<PublicKey> &centre)
{
    TRY_LET(lines, AccountLines::open(file));
    TRY_LET(first, lines->next());
    TRY_LET(head, headOf(first));
    QCryptographicHash hash{QCryptographicHash::Sha256};
    for (QByteArray line = first;;) {
        hash.addData(line + '\n');
        TRY_LET(next, lines->next());
        if (isJson(next)) {
            TRY(checkEnd(next, hash.result(), centre));
            return lines->atEnd() ? Result<AccountFileHead>{head} : notAnExport(u"the file goes on behind its end"_s);
        }
        line = std::move(next);
    }
}

Result<> readAccountFile(const QString &file, const std::function<Result<>(SnapshotRows)> &use)
{
    TRY_LET(lines, AccountLines::open(file));
    TRY(lines->next()); // the head
    for (;;) {
        TRY_LET(line, lines->next());
        if (isJson(line))
            return {};
        TRY_LET(rows, snapshotRowsFromBytes(QByteArray::fromBase64(line)));
        TRY(use(std::move(rows)));
    }
}

} // namespace guichet

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Csv.h"
#include "core/usecases/CsvImport.h"

#include <cstdlib>

namespace {

/// As it comes back; empty when it does not.
std::vector<QStringList> written(const std::vector<QStringList> &rows)
{
    auto read = guichet::parseCsv(guichet::writeCsv(rows));
    if (!read)
        return {};
    for (QStringList &row : *read)
        for (QString &cell : row)
            cell = guichet::withoutFormulaGuard(cell);
    return *read;
}

} // namespace

/// An import never crashes, and what it accepts survives a round trip.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QByteArray bytes{reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)};
    const auto rows = guichet::parseCsv(bytes);
    if (!rows)
        return 0;
    for (size_t i = 1; i < rows->size(); ++i)
        if (const auto document = guichet::documentFromRow(rows->front(), (*rows)[i]))
            std::ignore = guichet::rowsFromDocuments({*document});
    if (written(*rows) != *rows)
        std::abort();
    return 0;
}

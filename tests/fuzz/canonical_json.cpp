// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/CanonicalJson.h"
#include "core/base/JsonReader.h"

#include <cstdlib>

namespace {

/// Asks every question of every field; no answer may crash.
void readEverything(const QJsonObject &object, int depth)
{
    guichet::JsonReader reader{object, QStringLiteral("fuzz")};
    for (const QString &field : object.keys()) {
        reader.string(field);
        reader.optionalInteger(field, -1000, 1000);
        reader.boolean(field, false);
        reader.date(field);
        reader.time(field);
        reader.strings(field);
        reader.array(field);
        if (const QJsonObject inner = reader.object(field); depth > 0)
            readEverything(inner, depth - 1);
    }
    if (reader.ok() != reader.finish().has_value()) // every field was asked for
        std::abort();
}

} // namespace

/// What is accepted is exactly what would be written; everything else is refused, and nothing crashes.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QByteArray bytes{reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)};
    const auto object = guichet::fromCanonicalJson(bytes);
    if (!object)
        return 0;
    if (guichet::toCanonicalJson(*object).value_or(QByteArray{}) != bytes)
        std::abort();
    readEverything(*object, 3);
    return 0;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/CatalogueJson.h"
#include "core/till/Attraction.h"
#include "core/till/TillSettings.h"

#include <QJsonDocument>

/// Documents from outside (`put`, imports, later the centre): every kind reads every JSON without harm. The first byte chooses the kind.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    if (size < 2)
        return 0;
    const QByteArray bytes{reinterpret_cast<const char *>(data) + 1, static_cast<qsizetype>(size - 1)};
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    constexpr int kinds = static_cast<int>(guichet::DocumentKind::Note) + 1;
    guichet::Catalogue catalogue;
    std::ignore = guichet::addDocument(catalogue, static_cast<guichet::DocumentKind>(data[0] % kinds), object);
    std::ignore = guichet::productFromJson(object);
    std::ignore = guichet::attractionFromJson(object);
    std::ignore = guichet::tillSettingsFromJson(object);
    return 0;
}

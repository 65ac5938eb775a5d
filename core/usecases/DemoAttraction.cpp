// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/DemoAttraction.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

/// Resources of a static library are linked in only when asked for, from outside a namespace.
static void initDemoResource()
{
    Q_INIT_RESOURCE(demo);
}

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

/// Kinds in the order in which documents refer to each other.
constexpr std::array kindOrder{DocumentKind::Attraction, DocumentKind::VatRates,   DocumentKind::Calendar,      DocumentKind::TillProfile,
                               DocumentKind::Settings,   DocumentKind::User,       DocumentKind::Group,         DocumentKind::Pool,
                               DocumentKind::Resource,   DocumentKind::Supplement, DocumentKind::Formula,       DocumentKind::Product,
                               DocumentKind::Promotion,  DocumentKind::PromoCode,  DocumentKind::PaymentMethod, DocumentKind::Reason,
                               DocumentKind::StopSale};

QMap<DocumentKind, QJsonArray> byKind(const QJsonObject &object)
{
    QMap<DocumentKind, QJsonArray> documents;
    for (auto it = object.begin(); it != object.end(); ++it)
        if (const auto kind = documentKindFromName(it.key()))
            documents[*kind] = it.value().isArray() ? it.value().toArray() : QJsonArray{it.value()};
    return documents;
}

} // namespace

Result<QJsonObject> demoFile(const QString &path)
{
    initDemoResource();
    QFile file{path};
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::FileFailed, file.errorString(), {path});
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(file.readAll(), &error).object();
    if (error.error != QJsonParseError::NoError)
        return failure(ErrorCode::InvalidInput, path + u": "_s + error.errorString());
    return object;
}

Result<DocumentBundle> loadBundle(const QString &path)
{
    TRY_LET(object, demoFile(path));
    DocumentBundle bundle;
    const auto documents = byKind(object);
    for (const DocumentKind kind : kindOrder)
        for (const QJsonValue &value : documents.value(kind))
            bundle.documents.emplace_back(kind, value.toObject());
    return bundle;
}

Result<DocumentBundle> demoDocuments(const QString &tillKey)
{
    TRY_LET(bundle, loadBundle(u":/demo/attraction.json"_s));
    bundle.tillKey = tillKey.isEmpty() ? u"accueil"_s : tillKey;
    const bool known = std::ranges::any_of(bundle.documents, [&bundle](const auto &entry) {
        return entry.first == DocumentKind::TillProfile && entry.second[u"key"_s] == bundle.tillKey;
    });
    if (!known)
        return failure(ErrorCode::NotFound, u"the demo has no such till"_s, {tillKey});
    for (auto &[kind, document] : bundle.documents)
        if (kind == DocumentKind::Settings)
            document[u"tillKey"_s] = bundle.tillKey;
    return bundle;
}

} // namespace guichet

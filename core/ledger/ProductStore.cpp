// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/ProductStore.h"

#include "core/catalogue/CatalogueJson.h"
#include "core/ledger/Columns.h"

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr Sql upsertProduct = R"(
INSERT INTO product (key, item_group, position, sort_name, alert_stock) VALUES (:key, :item_group, :position, :sort_name, :alert_stock)
ON CONFLICT (key) DO UPDATE SET item_group = excluded.item_group, position = excluded.position, sort_name = excluded.sort_name,
    alert_stock = excluded.alert_stock)";

constexpr Sql insertProductWord = R"(
INSERT INTO product_word (word, product) VALUES (:word, :product) ON CONFLICT (word, product) DO NOTHING)";
constexpr Sql insertCode = R"(
INSERT INTO product_code (code, product) VALUES (:code, :product) ON CONFLICT (code, product) DO NOTHING)";
constexpr Sql deleteProductWords = R"(DELETE FROM product_word WHERE product = :product)";
constexpr Sql deleteCodes = R"(DELETE FROM product_code WHERE product = :product)";
constexpr Sql deleteProduct = R"(DELETE FROM product WHERE key = :key)";

constexpr Sql selectBody = R"(SELECT body FROM document WHERE kind = 'product' AND key = :key)";
constexpr Sql selectByCode = R"(SELECT product FROM product_code WHERE code = :code ORDER BY product LIMIT 1)";

constexpr Sql selectHit = R"(
SELECT d.body, COALESCE(s.quantity, 0) FROM document d LEFT JOIN stock_level s ON s.product = d.key
WHERE d.kind = 'product' AND d.key = :key)";

constexpr Sql selectAllHits = R"(
SELECT d.body, COALESCE(s.quantity, 0) FROM document d LEFT JOIN stock_level s ON s.product = d.key
WHERE d.kind = 'product' ORDER BY d.key)";

constexpr Sql selectOfGroup = R"(
SELECT d.body, COALESCE(s.quantity, 0)
FROM product p JOIN document d ON d.kind = 'product' AND d.key = p.key LEFT JOIN stock_level s ON s.product = p.key
WHERE p.item_group = :item_group ORDER BY p.position, p.sort_name, p.key LIMIT :limit OFFSET :offset)";

constexpr Sql selectToReorder = R"(
SELECT d.body, COALESCE(s.quantity, 0)
FROM product p JOIN document d ON d.kind = 'product' AND d.key = p.key LEFT JOIN stock_level s ON s.product = p.key
WHERE p.alert_stock > 0 AND COALESCE(s.quantity, 0) <= p.alert_stock OR COALESCE(s.quantity, 0) < 0
ORDER BY p.sort_name, p.key)";

constexpr Sql countProducts = R"(SELECT COUNT(*) FROM product)";

// Enough to tell a rare word from a common one.
constexpr Sql countWords = R"(
SELECT COUNT(*) FROM (SELECT 1 FROM product_word WHERE word >= :word AND word < :word_end LIMIT 2000) AS found)";

constexpr auto textCandidates = "SELECT w.product FROM product_word w WHERE w.word >= ? AND w.word < ?";
constexpr auto textAlso = " AND EXISTS (SELECT 1 FROM product_word o WHERE o.product = w.product AND o.word >= ? AND o.word < ?)";
constexpr auto textInOrder = " ORDER BY w.word, w.product LIMIT ?";

Result<std::vector<ProductHit>> hits(Database &db, Sql sql, Bindings bindings)
{
    std::vector<ProductHit> found;
    TRY(forEachRow(db, sql, bindings, [&](const Row &row) -> Result<> {
        TRY_LET(product, productFromJson(jsonObject(row.text(0))));
        found.push_back({.product = std::move(product), .stock = row.integer(1)});
        return {};
    }));
    return found;
}

QStringList wordsOf(const Product &product)
{
    QStringList texts{product.key, product.reference};
    for (const QJsonValue &name : product.name.toJson())
        texts.append(name.toString());
    return searchWords((texts + product.barcodes).join(u' '));
}

QStringList codesOf(const Product &product)
{
    QStringList codes;
    for (const QString &code : product.barcodes + QStringList{product.reference})
        if (const QString plain = normalisedCode(code); !plain.isEmpty())
            codes.append(plain);
    codes.removeDuplicates();
    return codes;
}

/// The words, the rarest first: it makes the list that the others thin out.
Result<QStringList> rarestFirst(Database &db, const QStringList &words)
{
    std::vector<std::pair<qint64, QString>> counted;
    for (const QString &word : words) {
        TRY_LET(count, selectInteger(db, countWords, {{":word", word}, {":word_end", prefixEnd(word)}}));
        counted.emplace_back(count, word);
    }
    std::ranges::stable_sort(counted, {}, &std::pair<qint64, QString>::first);
    QStringList ordered;
    for (const auto &entry : counted)
        ordered.append(entry.second);
    return ordered;
}

/// Keys of the products that have all the words, the closest first.
Result<QStringList> keysWithAll(Database &db, const QStringList &words, int limit)
{
    QString sql = QString::fromLatin1(textCandidates);
    QVariantList values;
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (i > 0)
            sql += QString::fromLatin1(textAlso);
        values << words[i] << prefixEnd(words[i]);
    }
    values << limit * 6; // A product has several words with one beginning.
    QStringList keys;
    TRY_LET(rows, selectRowsOf(db, sql + QString::fromLatin1(textInOrder), values));
    while (rows.next() && keys.size() < limit)
        if (const QString key = rows.row().text(0); !keys.contains(key))
            keys.append(key);
    TRY(rows.finish());
    return keys;
}

} // namespace

Result<std::optional<Product>> ProductStore::byKey(const QString &key) const
{
    TRY_LET(body, firstRow(m_db, selectBody, {{":key", key}}, [](const Row &row) { return row.text(0); }));
    if (!body)
        return std::nullopt;
    TRY_LET(product, productFromJson(jsonObject(*body)));
    return product;
}

Result<std::optional<Product>> ProductStore::byBarcode(const QString &barcode) const
{
    const QString code = normalisedCode(barcode);
    QStringList spellings{code}; // UPC-A is EAN-13 with a zero in front.
    if (code.size() == 12)
        spellings.append(u'0' + code);
    else if (code.size() == 13 && code.startsWith(u'0'))
        spellings.append(code.mid(1));
    for (const QString &spelling : spellings) {
        TRY_LET(key, selectText(m_db, selectByCode, {{":code", spelling}}));
        if (!key.isEmpty())
            return byKey(key);
    }
    return std::nullopt;
}

Result<std::vector<ProductHit>> ProductStore::search(const QString &text, int limit) const
{
    const QStringList words = searchWords(text).mid(0, 12);
    std::vector<ProductHit> found;
    if (words.isEmpty() || limit <= 0)
        return found;
    TRY_LET(ordered, rarestFirst(m_db, words));
    TRY_LET(keys, keysWithAll(m_db, ordered, limit));
    for (const QString &key : keys) {
        TRY_LET(hit, hits(m_db, selectHit, {{":key", key}}));
        std::ranges::move(hit, std::back_inserter(found));
    }
    return found;
}

Result<std::vector<ProductHit>> ProductStore::ofGroup(const QString &group, int offset, int limit) const
{
    return hits(m_db, selectOfGroup, {{":item_group", group}, {":limit", limit}, {":offset", offset}});
}

Result<std::vector<ProductHit>> ProductStore::toReorder() const
{
    return hits(m_db, selectToReorder, {});
}

Result<std::vector<ProductHit>> ProductStore::all() const
{
    return hits(m_db, selectAllHits, {});
}

Result<qint64> ProductStore::count() const
{
    return selectInteger(m_db, countProducts);
}

Result<> ProductStore::index(const Product &product)
{
    if (product.archived)
        return forget(product.key);
    TRY(runQuery(m_db, upsertProduct,
                 {{":key", product.key},
                  {":item_group", product.group},
                  {":position", product.order},
                  {":sort_name", normalised(product.name.french())},
                  {":alert_stock", product.alertStock}}));
    TRY(runQuery(m_db, deleteProductWords, {{":product", product.key}}));
    TRY(runQuery(m_db, deleteCodes, {{":product", product.key}}));
    for (const QString &word : wordsOf(product))
        TRY(runQuery(m_db, insertProductWord, {{":word", word}, {":product", product.key}}));
    for (const QString &code : codesOf(product))
        TRY(runQuery(m_db, insertCode, {{":code", code}, {":product", product.key}}));
    return {};
}

Result<> ProductStore::forget(const QString &key)
{
    TRY(runQuery(m_db, deleteProductWords, {{":product", key}}));
    TRY(runQuery(m_db, deleteCodes, {{":product", key}}));
    return runQuery(m_db, deleteProduct, {{":key", key}});
}

} // namespace guichet

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/receipt/Paper.h"

#include <QJsonArray>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

/// Writes an item as an object with its kind; what has its default is left out.
struct ItemToJson
{
    static QJsonObject styled(const QString &kind, bool bold, TextSize size)
    {
        QJsonObject object{{u"kind"_s, kind}};
        if (bold)
            object.insert(u"bold"_s, true);
        if (size != TextSize::Normal)
            object.insert(u"size"_s, static_cast<int>(size));
        return object;
    }
    QJsonObject operator()(const PaperText &item) const
    {
        QJsonObject object = styled(u"text"_s, item.bold, item.size);
        object.insert(u"text"_s, item.text);
        object.insert(u"align"_s, static_cast<int>(item.align));
        if (item.underline)
            object.insert(u"underline"_s, true);
        if (item.inverse)
            object.insert(u"inverse"_s, true);
        return object;
    }
    QJsonObject operator()(const PaperPair &item) const
    {
        QJsonObject object = styled(u"pair"_s, item.bold, item.size);
        object.insert(u"left"_s, item.left);
        object.insert(u"right"_s, item.right);
        object.insert(u"indent"_s, item.indent);
        return object;
    }
    QJsonObject operator()(const PaperRow &item) const
    {
        QJsonArray cells;
        for (const PaperRow::Cell &cell : item.cells)
            cells.append(QJsonObject{{u"text"_s, cell.text}, {u"width"_s, cell.width}, {u"align"_s, static_cast<int>(cell.align)}});
        QJsonObject object = styled(u"row"_s, item.bold, TextSize::Normal);
        object.insert(u"cells"_s, cells);
        return object;
    }
    QJsonObject operator()(const PaperRule &item) const { return {{u"kind"_s, u"rule"_s}, {u"strong"_s, item.strong}}; }
    QJsonObject operator()(const PaperSpace &item) const { return {{u"kind"_s, u"space"_s}, {u"lines"_s, item.lines}}; }
    QJsonObject operator()(const PaperQr &item) const
    {
        return {{u"kind"_s, u"qr"_s}, {u"payload"_s, item.payload}, {u"caption"_s, item.caption}};
    }
    QJsonObject operator()(const PaperBarcode &item) const
    {
        return {{u"kind"_s, u"barcode"_s}, {u"symbology"_s, static_cast<int>(item.kind)}, {u"text"_s, item.text}};
    }
    QJsonObject operator()(const PaperLogo &) const { return {{u"kind"_s, u"logo"_s}}; }
    QJsonObject operator()(const PaperCut &) const { return {{u"kind"_s, u"cut"_s}}; }
};

/// Puts the texts of an item through a spelling.
struct Respell
{
    const std::function<QString(const QString &)> &spell;

    void operator()(PaperText &item) const { item.text = spell(item.text); }
    void operator()(PaperPair &item) const
    {
        item.left = spell(item.left);
        item.right = spell(item.right);
    }
    void operator()(PaperRow &item) const
    {
        for (PaperRow::Cell &cell : item.cells)
            cell.text = spell(cell.text);
    }
    void operator()(PaperQr &item) const { item.caption = spell(item.caption); }
    void operator()(PaperBarcode &) const {}
    void operator()(PaperRule &) const {}
    void operator()(PaperSpace &) const {}
    void operator()(PaperLogo &) const {}
    void operator()(PaperCut &) const {}
};

TextSize sizeOf(const QJsonObject &object)
{
    return static_cast<TextSize>(std::clamp(object.value(u"size"_s).toInt(), 0, 3));
}

Align alignOf(const QJsonObject &object)
{
    return static_cast<Align>(std::clamp(object.value(u"align"_s).toInt(), 0, 2));
}

PaperRow rowFromJson(const QJsonObject &object)
{
    PaperRow row{.cells = {}, .bold = object.value(u"bold"_s).toBool()};
    for (const QJsonValue &value : object.value(u"cells"_s).toArray()) {
        const QJsonObject cell = value.toObject();
        row.cells.push_back(
            {.text = cell.value(u"text"_s).toString(), .width = std::clamp(cell.value(u"width"_s).toInt(), 0, 48), .align = alignOf(cell)});
    }
    return row;
}

/// An item of a kind that this version does not know is left out: paper of a newer version still prints.
std::optional<PaperItem> itemFromJson(const QJsonObject &object)
{
    const QString kind = object.value(u"kind"_s).toString();
    const bool bold = object.value(u"bold"_s).toBool();
    if (kind == u"text")
        return PaperText{.text = object.value(u"text"_s).toString(),
                         .align = alignOf(object),
                         .bold = bold,
                         .size = sizeOf(object),
                         .underline = object.value(u"underline"_s).toBool(),
                         .inverse = object.value(u"inverse"_s).toBool()};
    if (kind == u"pair")
        return PaperPair{.left = object.value(u"left"_s).toString(),
                         .right = object.value(u"right"_s).toString(),
                         .bold = bold,
                         .size = sizeOf(object),
                         .indent = std::clamp(object.value(u"indent"_s).toInt(), 0, 24)};
    if (kind == u"row")
        return rowFromJson(object);
    if (kind == u"rule")
        return PaperRule{.strong = object.value(u"strong"_s).toBool()};
    if (kind == u"space")
        return PaperSpace{.lines = std::clamp(object.value(u"lines"_s).toInt(1), 0, 50)};
    if (kind == u"qr")
        return PaperQr{.payload = object.value(u"payload"_s).toString(), .caption = object.value(u"caption"_s).toString()};
    if (kind == u"barcode")
        return PaperBarcode{.kind = static_cast<BarcodeKind>(std::clamp(object.value(u"symbology"_s).toInt(), 0, 3)),
                            .text = object.value(u"text"_s).toString()};
    if (kind == u"logo")
        return PaperLogo{};
    if (kind == u"cut")
        return PaperCut{};
    return std::nullopt;
}

} // namespace

Paper respelt(Paper paper, const std::function<QString(const QString &)> &spell)
{
    for (PaperItem &item : paper.items)
        std::visit(Respell{spell}, item);
    return paper;
}

QJsonObject toJson(const Paper &paper)
{
    QJsonArray items;
    for (const PaperItem &item : paper.items)
        items.append(std::visit(ItemToJson{}, item));
    QJsonObject object{
        {u"title"_s, paper.title}, {u"language"_s, languageCode(paper.language)}, {u"openDrawer"_s, paper.openDrawer}, {u"items"_s, items}};
    if (paper.drawerPin != 0)
        object.insert(u"drawerPin"_s, paper.drawerPin);
    return object;
}

Paper paperFromJson(const QJsonObject &object)
{
    Paper paper{.title = object.value(u"title"_s).toString(),
                .language = languageFromCode(object.value(u"language"_s).toString()),
                .openDrawer = object.value(u"openDrawer"_s).toBool(),
                .drawerPin = object.value(u"drawerPin"_s).toInt(),
                .items = {}};
    for (const QJsonValue &value : object.value(u"items"_s).toArray())
        if (auto item = itemFromJson(value.toObject()))
            paper.items.push_back(std::move(*item));
    return paper;
}

} // namespace guichet

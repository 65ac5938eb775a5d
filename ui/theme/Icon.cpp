// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/Icon.h"

#include <QFile>
#include <QGuiApplication>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

QString fileOf(IconName name)
{
    switch (name) {
    case IconName::None: return {};
#define GUICHET_ICON(Name, file)                                                                                                           \
    case IconName::Name: return u":/icons/" #file ".svg"_s;
#include "ui/theme/Icons.def"
#undef GUICHET_ICON
    }
    Q_UNREACHABLE();
}

QPixmap drawn(const QString &path, const QColor &colour, int size, qreal devicePixelRatio)
{
    QFile file{path};
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QSvgRenderer renderer{file.readAll().replace("currentColor", colour.name().toLatin1())};
    QPixmap pixmap{qRound(size * devicePixelRatio), qRound(size * devicePixelRatio)};
    pixmap.fill(Qt::transparent);
    QPainter painter{&pixmap};
    renderer.render(&painter);
    painter.end();
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

} // namespace

QPixmap iconPixmap(IconName name, const QColor &colour, int size, qreal devicePixelRatio)
{
    if (name == IconName::None)
        return {};
    const QString path = fileOf(name);
    const QString key = u"%1 %2 %3 %4"_s.arg(path, colour.name()).arg(size).arg(devicePixelRatio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = drawn(path, colour, size, devicePixelRatio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

QIcon icon(IconName name, const QColor &colour)
{
    QIcon result;
    for (const int size : {24, 32, 48})
        result.addPixmap(iconPixmap(name, colour, size, qApp->devicePixelRatio()));
    return name == IconName::None ? QIcon{} : result;
}

} // namespace guichet

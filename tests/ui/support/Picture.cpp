// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/Picture.h"

#include "ui/theme/Theme.h"

#include <QApplication>
#include <QDir>

namespace guichet {

void settle()
{
    for (int i = 0; i < 4; ++i) {
        QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QApplication::processEvents();
    }
}

QImage picture(QWidget &widget, const QSize &size, const QString &name)
{
    if (!qApp->property("guichetDark").isValid())
        applyTheme(*qApp, Mode::Light);
    widget.resize(size);
    widget.show();
    settle();
    const QImage image = widget.grab().toImage();
    const QDir folder{QStringLiteral(GUICHET_PICTURES)};
    folder.mkpath(QStringLiteral("."));
    image.save(folder.filePath(name + QStringLiteral(".png")));
    return image;
}

} // namespace guichet

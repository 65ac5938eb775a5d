// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/receipt/Golden.h"

#include <QFile>

namespace guichet {

QString golden(const QString &name, const QString &actual)
{
    QFile file{QStringLiteral(GUICHET_GOLDEN_FOLDER "/%1.txt").arg(name)};
    if (qEnvironmentVariableIsSet("GUICHET_WRITE_GOLDEN") && file.open(QIODevice::WriteOnly)) {
        file.write(actual.toUtf8());
        file.close();
    }
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QStringLiteral("no golden file %1").arg(name);
}

} // namespace guichet

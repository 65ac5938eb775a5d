// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/till/NexoRoot.h"

#include <QCryptographicHash>
#include <QRegularExpression>

namespace guichet {

using namespace Qt::StringLiterals;

QByteArray certificateFingerprint(const QString &pem)
{
    static const QRegularExpression certificate{u"-----BEGIN CERTIFICATE-----([^-]*)-----END CERTIFICATE-----"_s};
    const QByteArray der = QByteArray::fromBase64(certificate.match(pem).captured(1).toLatin1());
    return der.isEmpty() ? QByteArray{} : QCryptographicHash::hash(der, QCryptographicHash::Sha256).toHex().toUpper();
}

NexoRoot nexoRootOf(const QByteArray &fingerprint)
{
    if (fingerprint.isEmpty())
        return NexoRoot::None;
    if (fingerprint == "06D48641954B957D7AF5F5E45A58D861DB0DE3CCEDBB983660BB016CE6142DA1")
        return NexoRoot::Live;
    return fingerprint == "3A33C334C30F6946E9754B6BB1672B546FBAA966FB6A4B58AA4E3ABE80A7ECBE" ? NexoRoot::Test : NexoRoot::Other;
}

} // namespace guichet

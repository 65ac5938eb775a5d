// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace guichet {

/// Whose root a certificate of a nexo terminal's settings is.
enum class NexoRoot {
    None,  ///< No certificate.
    Live,  ///< Adyen's, of terminals that take money.
    Test,  ///< Adyen's, of test terminals.
    Other, ///< Neither: whoever holds its key can pass for the terminal.
};

/// SHA-256 of the certificate in `pem`, capital hexadecimal; empty: there is none.
QByteArray certificateFingerprint(const QString &pem);
/// By the fingerprints that Adyen publishes (hardware.md §3.1).
NexoRoot nexoRootOf(const QByteArray &fingerprint);

} // namespace guichet

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <QJsonObject>
#include <QStringList>

namespace guichet {

/// Which card terminal this till pays at, and how it is reached (HW-3). Of this machine: it is working state, not a document. The
/// passphrase of a nexo terminal, the password of a ZVT one and the secret of a plug-in never stand here (terminalSecretKey()).
struct TerminalSettings
{
    QString kind = QStringLiteral("manual"); ///< One of terminalKinds().
    QString address;                      ///< Host or IP address; zvt-serial: the port, `/dev/ttyS0`, `COM3`; plugin: as its vendor wants.
    int port = 0;                         ///< TCP port of the terminal; 0: the usual one of the protocol.
    int tillPort = 4102;                  ///< opi-nl: where the till listens for the terminal.
    int baud = 9600;                      ///< zvt-serial.
    QString tillId = QStringLiteral("1"); ///< This till in the terminal's eyes: nexo SaleID, OPI WorkstationID, plugin.
    QString clerk = QStringLiteral("1");  ///< OPI ClerkID.
    QString poiId;                        ///< nexo: `V400m-123456789`.
    bool isLive = true;                   ///< nexo: else of the test environment.
    QString keyIdentifier;                ///< nexo: of the shared key.
    int keyVersion = 1;                   ///< nexo.
    QString rootPem;                      ///< nexo: certificate of the only authority that is believed.
    QString library;                      ///< plugin: the vendor's library, a whole path.
    QString options;                      ///< plugin: whatever else its vendor wants.
    bool endsDay = true;                  ///< The Z also ends the day of the terminal; not for one that several tills share.
    friend bool operator==(const TerminalSettings &, const TerminalSettings &) = default;
};

/// manual, nexo, opi-nl, opi-de, zvt-tcp, zvt-serial, plugin.
const QStringList &terminalKinds();
/// The name that PaymentTerminal::name() has for a kind: `nexo`, `opi`.
QString terminalName(const QString &kind);
/// Where the secret of a kind is in the SecretStore; empty: it has none.
QString terminalSecretKey(const QString &kind);

QJsonObject toJson(const TerminalSettings &settings);
/// Absent fields keep their default; unknown ones are refused (InvalidInput).
Result<TerminalSettings> terminalSettingsFromJson(const QJsonObject &object);

} // namespace guichet

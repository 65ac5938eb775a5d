// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <QJsonObject>
#include <QStringList>
#include <optional>

namespace guichet {

/// In what the makes of OPI terminals differ (hardware.md §4, §10). Where nothing is said, the dialect decides.
struct OpiOptions
{
    QString language = {};                      ///< Of its texts: nl, fr, de, en.
    int shift = 1;                              ///< ShiftNumber, 1 to 999.
    QString customerTicket = {};                ///< The output that carries it: `Printer`.
    QString merchantTicket = {};                ///< Likewise.
    bool printsItself = false;                  ///< It has a printer of its own.
    bool closesByCloseDay = false;              ///< Else by ReconciliationWithClosure.
    std::optional<bool> abortsByService = {};   ///< Else by a CardServiceRequest.
    std::optional<bool> statusByDiagnosis = {}; ///< It knows no GetStatus.
    friend bool operator==(const OpiOptions &, const OpiOptions &) = default;
};

/// In what the makes of ZVT terminals differ (hardware.md §6, §10).
struct ZvtOptions
{
    int configByte = 0xBE;              ///< Of the registration.
    int stopBits = 2;                   ///< Serial: 1 or 2.
    int lineWidth = 42;                 ///< Characters on our paper, 10 to 99.
    bool takesPartialApprovals = false; ///< A smaller amount is an approval.
    bool usesContainers = true;         ///< Very old ones refuse them.
    bool namesAmountOfReversal = true;  ///< Likewise.
    friend bool operator==(const ZvtOptions &, const ZvtOptions &) = default;
};

/// Which card terminal this till pays at, and how it is reached (HW-3). Of this machine: it is working state, not a document. The
/// passphrase of a nexo terminal, the password of a ZVT one and the secret of a plug-in never stand here (saveTerminal()).
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
    int noticePort = 0;                   ///< nexo: where the till listens for its display notices; 0: it does not.
    bool hasLegacyCertificate = false;    ///< nexo: an old terminal without a certificate of its own.
    OpiOptions opi = {};
    ZvtOptions zvt = {};
    QString library;        ///< plugin: the vendor's library, a whole path.
    QString options;        ///< plugin: whatever else its vendor wants.
    bool endsDay = true;    ///< The Z also ends the day of the terminal; not for one that several tills share.
    QString secretKey = {}; ///< Where its secret is in the SecretStore, of settings that are kept; empty: it has none. Not in the JSON.
    friend bool operator==(const TerminalSettings &, const TerminalSettings &) = default;
};

/// manual, nexo, opi-nl, opi-de, zvt-tcp, zvt-serial, plugin.
const QStringList &terminalKinds();
/// The name that PaymentTerminal::name() has for a kind: `nexo`, `opi`.
QString terminalName(const QString &kind);
/// What the keys of the secrets of a kind begin with in the SecretStore; the first secrets had no other. Empty: it has none.
QString terminalSecretKey(const QString &kind);
/// What can be known before a terminal is tried: it has an address, and a ZVT terminal a password of six digits. `secret` empty: the one
/// that is kept stays. InvalidInput names the field.
Result<> checkTerminal(const TerminalSettings &settings, const QByteArray &secret);

QJsonObject toJson(const TerminalSettings &settings);
/// Absent fields keep their default; unknown ones are refused (InvalidInput).
Result<TerminalSettings> terminalSettingsFromJson(const QJsonObject &object);

} // namespace guichet

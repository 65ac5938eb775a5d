// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/printer/MakeReceiptPrinter.h"

#include "hardware/printer/FilePrinter.h"
#include "hardware/printer/NullPrinter.h"
#include "hardware/printer/TcpPrinter.h"

#include <QUrl>

namespace guichet {

using namespace Qt::StringLiterals;

Result<std::unique_ptr<ReceiptPrinter>> makeReceiptPrinter(const QString &setting, const QString &profileKey, const EscPosOptions &options)
{
    TRY_LET(profile, printerProfile(profileKey));
    if (setting == u"none")
        return std::make_unique<NullPrinter>();
    if (setting.startsWith(u"file:") && setting.size() > 5)
        return std::make_unique<FilePrinter>(setting.mid(5), profile);
    if (setting.startsWith(u"tcp:")) {
        const QUrl url{u"tcp://"_s + setting.mid(4), QUrl::StrictMode};
        const bool plain = url.isValid() && !url.host().isEmpty() && url.path().isEmpty() && url.userInfo().isEmpty() && url.port() != 0;
        if (plain)
            return std::make_unique<TcpPrinter>(TcpPrinterAddress{.host = url.host(), .port = static_cast<quint16>(url.port(9100))},
                                                profile, options);
    }
    return failure(ErrorCode::InvalidInput, u"receipt printer "_s + setting, {setting});
}

} // namespace guichet

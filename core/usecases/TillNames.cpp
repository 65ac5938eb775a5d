// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/TillNames.h"

#include "core/ledger/DossierStore.h"
#include "core/ledger/ZStore.h"
#include "core/selling/Settlement.h"
#include "core/usecases/Workplace.h"

namespace guichet {

using namespace Qt::StringLiterals;

LocalizedText ownTillName(const Workplace &workplace)
{
    return workplace.catalogue->tillName(workplace.settings.tillKey);
}

Result<LocalizedText> tillNameOf(const Workplace &workplace, const QString &till)
{
    const ZStore closings{workplace.db()};
    TRY_LET(numbers, closings.zNumbers(till));
    if (!numbers.empty()) {
        TRY_LET(report, closings.zReport(till, numbers.front()));
        return workplace.catalogue->tillName(report.tillKey);
    }
    TRY_LET(number, DossierStore{workplace.db()}.lastNumberOf(till));
    const QString code = tillCodeOf(number);
    if (code.isEmpty())
        return LocalizedText{};
    LocalizedText name{u"caisse "_s + code};
    name.set(Language::Dutch, u"kassa "_s + code);
    name.set(Language::English, u"till "_s + code);
    name.set(Language::German, u"Kasse "_s + code);
    return name;
}

} // namespace guichet

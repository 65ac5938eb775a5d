// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/till/ScannerSettings.h"

#include "core/base/JsonReader.h"
#include "core/till/SerialLine.h"

#include <QRegularExpression>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

bool matches(const QString &text, const QString &form)
{
    return text.isEmpty() || QRegularExpression{QRegularExpression::anchoredPattern(form)}.match(text).hasMatch();
}

/// A field that is empty or of a form, else refused.
QString ofForm(JsonReader &reader, const QString &field, const QString &form)
{
    const QString value = reader.string(field, {}, 200);
    if (!matches(value, form))
        reader.refuse(field, u"not of the form "_s + form);
    return value;
}

} // namespace

const QStringList &scannerKeyboards()
{
    static const QStringList keyboards{u"same"_s, u"us-on-azerty"_s};
    return keyboards;
}

QJsonObject toJson(const ScannerSettings &settings)
{
    return {{u"prefix"_s, settings.prefix},
            {u"endsBySilence"_s, settings.endsBySilence},
            {u"longestGapMs"_s, settings.longestGapMs},
            {u"fewestCharacters"_s, settings.fewestCharacters},
            {u"keyboard"_s, settings.keyboard},
            {u"separator"_s, settings.separator},
            {u"line"_s, settings.line},
            {u"usb"_s, settings.usb},
            {u"silenceMs"_s, settings.silenceMs}};
}

Result<ScannerSettings> scannerSettingsFromJson(const QJsonObject &object)
{
    static const QString functionKey = u"F([1-9]|[12][0-9]|3[0-5])"_s;
    JsonReader reader{object, u"scanner"_s};
    ScannerSettings settings;
    settings.prefix = ofForm(reader, u"prefix"_s, u"stx|[\\x21-\\x7E]|"_s + functionKey);
    settings.endsBySilence = reader.boolean(u"endsBySilence"_s, settings.endsBySilence);
    settings.longestGapMs = reader.smallInteger(u"longestGapMs"_s, settings.longestGapMs, 5, 200);
    settings.fewestCharacters = reader.smallInteger(u"fewestCharacters"_s, settings.fewestCharacters, 2, 20);
    settings.keyboard = reader.string(u"keyboard"_s, settings.keyboard, 20);
    if (!scannerKeyboards().contains(settings.keyboard))
        reader.refuse(u"keyboard"_s, u"not one of "_s + scannerKeyboards().join(u", "_s));
    settings.separator = ofForm(reader, u"separator"_s, u"[\\x21-\\x7E]{1,8}"_s);
    settings.line = ofForm(reader, u"line"_s, serialLineForm());
    settings.usb = ofForm(reader, u"usb"_s, u"[0-9a-fA-F]{4}:[0-9a-fA-F]{4}(:\\S{1,100})?"_s);
    settings.silenceMs = reader.smallInteger(u"silenceMs"_s, settings.silenceMs, 10, 2000);
    TRY(reader.finish());
    return settings;
}

} // namespace guichet

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scan/ScanCode.h"
#include "core/scan/WedgeReader.h"
#include "tests/support/Catch.h"

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

/// Somebody or something at a keyboard, with what came of it.
class Keyboard
{
public:
    explicit Keyboard(const ScannerSettings &settings = {}) : m_reader{settings} {}

    void type(const QString &text, int gapMs)
    {
        for (const QChar c : text)
            press({.kind = Keystroke::Kind::Character, .text = c}, gapMs);
    }
    void press(Keystroke key, int gapMs = 5)
    {
        now += gapMs;
        if (m_reader.isReading() && gapMs > m_reader.patienceMs())
            take(m_reader.silence());
        key.atMs = now;
        const WedgeStep step = m_reader.press(key);
        take(step);
        if (step.holdsKey)
            m_held += key.text;
        else if (!step.swallowsKey)
            typed += key.kind == Keystroke::Kind::End ? u"\n"_s : key.text;
    }
    void enter(int gapMs = 5) { press({.kind = Keystroke::Kind::End}, gapMs); }
    void pause() { take(m_reader.silence()); }

    QStringList scans;
    QString typed; ///< What reached the field.
    qint64 now = 1000;

private:
    void take(const WedgeStep &step)
    {
        if (step.replaysHeld)
            typed += m_held;
        if (step.scan)
            scans << *step.scan;
        if (step.replaysHeld || step.scan)
            m_held.clear();
    }
    WedgeReader m_reader;
    QString m_held;
};

QString repaired(const QString &typed, const ScannerSettings &settings = {})
{
    return repairedWedgeText(typed, settings);
}

} // namespace

TEST_CASE("characters faster than a person types, and Enter, are a scan; the Enter goes nowhere")
{
    Keyboard keyboard;
    keyboard.type(u"5410000000019"_s, 8);
    keyboard.enter();
    CHECK(keyboard.scans == QStringList{u"5410000000019"_s});
    CHECK(keyboard.typed.isEmpty());
}

TEST_CASE("a person who types fast is no scanner, whatever the rhythm")
{
    Keyboard keyboard;
    keyboard.type(u"carte"_s, 60);
    keyboard.enter(60);
    keyboard.type(u"12"_s, 10); // two keys that roll
    keyboard.enter(10);
    keyboard.type(u"abc"_s, 20);
    keyboard.pause();
    CHECK(keyboard.scans.isEmpty());
    CHECK(keyboard.typed == u"carte\n12\nabc"_s);
}

TEST_CASE("what a person typed before a scan stays, and the scan is whole")
{
    Keyboard keyboard;
    keyboard.type(u"ab"_s, 120);
    keyboard.type(u"5"_s, 200);
    keyboard.type(u"410000000019"_s, 8);
    keyboard.enter();
    CHECK(keyboard.typed == u"ab"_s);
    CHECK(keyboard.scans == QStringList{u"5410000000019"_s});
}

TEST_CASE("with a prefix nothing else is a scan, and nothing that a person types is held")
{
    Keyboard keyboard{{.prefix = u"stx"_s}};
    keyboard.type(u"vite"_s, 2);
    keyboard.enter();
    CHECK(keyboard.typed == u"vite\n"_s);
    keyboard.press({.kind = Keystroke::Kind::Character, .text = QChar{0x02}});
    keyboard.type(u"AB1"_s, 300); // a slow one, over radio
    keyboard.enter(300);
    CHECK(keyboard.scans == QStringList{u"AB1"_s});
    CHECK(keyboard.typed == u"vite\n"_s);
}

TEST_CASE("a function key as prefix that nothing follows is a person's")
{
    Keyboard keyboard{{.prefix = u"F9"_s}};
    keyboard.press({.kind = Keystroke::Kind::Function, .text = u"F9"_s});
    keyboard.pause();
    CHECK(keyboard.typed == u"F9"_s);
    keyboard.press({.kind = Keystroke::Kind::Function, .text = u"F9"_s});
    keyboard.type(u"5410000000019"_s, 5);
    keyboard.pause();
    CHECK(keyboard.scans == QStringList{u"5410000000019"_s});
}

TEST_CASE("where the scanner types no end, silence is one")
{
    Keyboard keyboard{{.endsBySilence = true}};
    keyboard.type(u"5410000000019"_s, 8);
    keyboard.type(u"9"_s, 400);
    keyboard.pause();
    CHECK(keyboard.scans == QStringList{u"5410000000019"_s});
    CHECK(keyboard.typed == u"9"_s);
}

TEST_CASE("Shift and AltGr in a scan are not typing, any other command ends it")
{
    Keyboard keyboard;
    keyboard.type(u"AB"_s, 5);
    keyboard.press({.kind = Keystroke::Kind::Modifier});
    keyboard.type(u"C12"_s, 5);
    keyboard.press({.kind = Keystroke::Kind::Other});
    keyboard.enter();
    CHECK(keyboard.scans.isEmpty());
    CHECK(keyboard.typed == u"ABC12\n"_s);
}

TEST_CASE("a stand-in for GS, a key or characters, becomes GS")
{
    Keyboard keyboard{{.separator = u"F8"_s}};
    keyboard.type(u"10LOT"_s, 5);
    keyboard.press({.kind = Keystroke::Kind::Function, .text = u"F8"_s});
    keyboard.type(u"21S"_s, 5);
    keyboard.enter();
    CHECK(keyboard.scans == QStringList{u"10LOT\u001D21S"_s});
    CHECK(repaired(u"10LOT{GS}21S"_s, {.separator = u"{GS}"_s}) == u"10LOT\u001D21S"_s);
}

TEST_CASE("a code longer than any is refused in words and takes no more memory")
{
    Keyboard keyboard;
    keyboard.type(QString{20'000, u'7'}, 1);
    keyboard.enter();
    REQUIRE(keyboard.scans.size() == 1);
    CHECK(keyboard.scans.front().size() == longestScan + 1);
    CHECK(parseScanCode(keyboard.scans.front(), {}).error().code == ErrorCode::InvalidInput);
}

TEST_CASE("digits that an American scanner types on Belgian AZERTY are digits again")
{
    CHECK(repaired(u"(è'àààààààà&ç"_s) == u"5740000000019"_s);
    CHECK(repaired(u"$Eà(è'àààààààà&ç"_s) == u"]E05740000000019"_s);
    CHECK(repaired(u"(ÈÀÉÇ"_s) == u"57029"_s); // Caps Lock
    CHECK(repaired(u"5410000000019"_s) == u"5410000000019"_s);
    CHECK(repaired(u"été"_s) == u"été"_s);
}

TEST_CASE("where the settings say so, all of it is read as typed on an American keyboard")
{
    const ScannerSettings american{.keyboard = u"us-on-azerty"_s};
    CHECK(repaired(u"Pé-&&é\"à&Q-"_s, american) == u"P2=11230"
                                                   u"1A="_s);
    CHECK(repaired(u"https:==id"_s.replace(u':', u'M'), american) == u"https://id"_s);
    CHECK(repaired(u"?USEU?"_s, american) == u"MUSEUM"_s);
}

TEST_CASE("Caps Lock shows in the AIM identifier")
{
    CHECK(repaired(u"]c0p26112301a7"_s) == u"]C0P26112301A7"_s);
    CHECK(repaired(u"]e05410000000019"_s) == u"]E05410000000019"_s);
    CHECK(repaired(u"]D20105410000000019"_s) == u"]d20105410000000019"_s);
    CHECK(repaired(u"]e00105410000000019"_s) == u"]e00105410000000019"_s);
    CHECK(repaired(u"]Q1Abc"_s) == u"]Q1Abc"_s);
    CHECK(parseScanCode(u"abC-1"_s, {})->candidates == QStringList{u"abC-1"_s, u"ABc-1"_s});
}

TEST_CASE("scanner settings come back as they were kept, and wrong ones are refused")
{
    const ScannerSettings settings{.prefix = u"F13"_s,
                                   .endsBySilence = true,
                                   .longestGapMs = 60,
                                   .fewestCharacters = 6,
                                   .keyboard = u"us-on-azerty"_s,
                                   .separator = u"F8"_s,
                                   .line = u"serial:/dev/ttyACM0:115200"_s,
                                   .usb = u"0c2e:0b61:S1"_s,
                                   .silenceMs = 80};
    CHECK(scannerSettingsFromJson(toJson(settings)) == settings);
    CHECK(scannerSettingsFromJson({}) == ScannerSettings{});
    const std::vector<QJsonObject> wrong{{{u"prefix"_s, u"F36"_s}},   {{u"longestGapMs"_s, 1}}, {{u"keyboard"_s, u"qwertz"_s}},
                                         {{u"line"_s, u"tcp:a:1"_s}}, {{u"usb"_s, u"zz"_s}},    {{u"prefixe"_s, u"stx"_s}}};
    for (const QJsonObject &object : wrong)
        CHECK(scannerSettingsFromJson(object).error().code == ErrorCode::InvalidInput);
}

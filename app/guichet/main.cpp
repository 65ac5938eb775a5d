// SPDX-License-Identifier: GPL-3.0-or-later
// guichet: the till.
#include "app/guichet/Composition.h"
#include "app/guichet/ScreenShots.h"
#include "app/guichet/stopOnSignals.h"
#include "ui/widgets/Translation.h"

#include <QCommandLineParser>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTextStream>

#include <cstdio>
#include <cstring>

namespace {

using namespace guichet;
using namespace Qt::StringLiterals;

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(u"Guichet, la caisse des attractions."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOption({u"data"_s, u"Dossier des données de la caisse."_s, u"dossier"_s});
    parser.addOption({u"screens"_s, u"Dessine tous les écrans, avec les données de démonstration, dans ce dossier."_s, u"dossier"_s});
    parser.addOption({u"size"_s, u"Taille de la fenêtre ou des images : 1280x800."_s, u"LxH"_s});
    parser.addOption({u"dark"_s, u"Thème sombre."_s});
    parser.addOption({u"light"_s, u"Thème clair."_s});
    parser.addOption({u"lang"_s, u"Langue des écrans avant la connexion : fr, nl."_s, u"langue"_s});
    parser.addOption({u"clock"_s, u"Horloge simulée, RFC 3339."_s, u"instant"_s});
}

QSize parseSize(const QString &text)
{
    static const QRegularExpression shape{u"^([0-9]{3,4})x([0-9]{3,4})$"_s};
    const QRegularExpressionMatch match = shape.match(text);
    return match.hasMatch() ? QSize{match.captured(1).toInt(), match.captured(2).toInt()} : QSize{};
}

QString defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/guichet"_s;
}

StartOptions optionsFrom(const QCommandLineParser &parser)
{
    StartOptions options;
    options.dataFolder = parser.isSet(u"data"_s) ? parser.value(u"data"_s) : defaultFolder();
    if (parser.isSet(u"lang"_s))
        options.language = languageFromCode(parser.value(u"lang"_s));
    options.size = parseSize(parser.value(u"size"_s));
    options.clock = fromRfc3339(parser.value(u"clock"_s));
    if (parser.isSet(u"dark"_s))
        options.mode = Mode::Dark;
    if (parser.isSet(u"light"_s))
        options.mode = Mode::Light;
    return options;
}

/// The option that says nothing we know, with what it may be; empty: all is well. Passed over, it would paint another size or another day.
QString wrongOption(const QCommandLineParser &parser, const StartOptions &options)
{
    if (parser.isSet(u"size"_s) && !options.size.isValid())
        return u"--size: 1280x800"_s;
    if (parser.isSet(u"clock"_s) && !options.clock.isValid())
        return u"--clock: RFC 3339, 2026-11-23T10:00:00+01:00"_s;
    if (options.language && languageCode(*options.language) != parser.value(u"lang"_s))
        return u"--lang: fr, nl"_s;
    return {};
}

/// Pictures and words are for those without a display too.
bool needsNoDisplay(int argc, char **argv)
{
    for (int i = 1; i < argc; ++i)
        for (const char *option : {"--screens", "--help", "-h", "--version", "-v"})
            if (std::strncmp(argv[i], option, std::strlen(option)) == 0)
                return true;
    return false;
}

} // namespace

int main(int argc, char **argv)
{
    if (needsNoDisplay(argc, argv))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application{argc, argv};
    QCoreApplication::setApplicationName(u"guichet"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(GUICHET_VERSION));
    QCommandLineParser parser;
    describe(parser);
    parser.process(application);
    const StartOptions options = optionsFrom(parser);
    if (const QString wrong = wrongOption(parser, options); !wrong.isEmpty()) {
        QTextStream{stderr} << "guichet: " << wrong << '\n';
        return 2;
    }
    installTranslation(application, options.language.value_or(Language::French));
    if (parser.isSet(u"screens"_s))
        return drawScreens(application, parser.value(u"screens"_s), options);
    stopOnSignals(application);
    Composition composition{application, options};
    composition.start();
    return QApplication::exec();
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Translation.h"

#include <QCoreApplication>
#include <QFile>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

bool load(QCoreApplication &application, const QString &name, const QString &folder)
{
    auto *translator = new QTranslator{&application};
    translator->setObjectName(name);
    if (translator->load(name, folder))
        return QCoreApplication::installTranslator(translator);
    delete translator;
    return false;
}

QString ownName(Language language)
{
    return u"guichet_"_s + languageCode(language);
}

} // namespace

bool installTranslation(QCoreApplication &application, Language language)
{
    for (QTranslator *earlier : application.findChildren<QTranslator *>(Qt::FindDirectChildrenOnly))
        delete earlier; // which also takes it out of the application
    const QString code = languageCode(language);
    QLocale::setDefault(QLocale{code + u"_BE"_s});
    load(application, u"qtbase_"_s + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    return language == Language::French || load(application, ownName(language), u":/translations"_s);
}

Language spokenLanguage()
{
    for (const Language language : {Language::Dutch, Language::English, Language::German})
        if (qApp && qApp->findChild<QTranslator *>(ownName(language), Qt::FindDirectChildrenOnly))
            return language;
    return Language::French;
}

bool isTranslated(Language language)
{
    return language == Language::French || QFile::exists(u":/translations/guichet_%1.qm"_s.arg(languageCode(language)));
}

} // namespace guichet

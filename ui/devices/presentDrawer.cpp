// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/DrawerState.h"

#include <QCoreApplication>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

struct DrawerWords
{
    Q_DECLARE_TR_FUNCTIONS(Drawer)
};

QString foundWords(const QString &sensor)
{
    if (sensor.isEmpty())
        return DrawerWords::tr("C’est noté. Cette imprimante ne dit pas si le tiroir est ouvert.");
    return sensor == u"none" ? DrawerWords::tr("C’est noté. Ce tiroir n’a pas de contact : la caisse ne saura pas s’il est ouvert.")
                             : DrawerWords::tr("C’est noté. La caisse sait maintenant si le tiroir est ouvert.");
}

} // namespace

DrawerState presentDrawer(const DrawerFacts &facts)
{
    using Step = DrawerFacts::Step;
    switch (facts.step) {
    case Step::Choose: return {.words = DrawerWords::tr("Fermez le tiroir, puis essayez la broche 2 : c’est la plus courante.")};
    case Step::Opening: return {.words = DrawerWords::tr("La caisse ouvre le tiroir …"), .tone = Tone::Muted, .canTry = false};
    case Step::Look: return {.words = DrawerWords::tr("Le tiroir s’est-il ouvert ?"), .asksWhetherOpen = true, .canTry = false};
    case Step::NotThis:
        return {.words = DrawerWords::tr(
                    "Essayez l’autre broche. Si aucune n’ouvre : le câble est-il dans la prise « tiroir » de l’imprimante, la "
                    "serrure n’est-elle pas fermée ?"),
                .tone = Tone::Warning};
    case Step::Listen: return {.words = DrawerWords::tr("La caisse demande à l’imprimante …"), .tone = Tone::Muted, .canTry = false};
    case Step::Close: return {.words = DrawerWords::tr("Refermez maintenant le tiroir."), .asksWhetherClosed = true, .canTry = false};
    case Step::Found: return {.words = foundWords(facts.sensor), .tone = Tone::Positive};
    }
    Q_UNREACHABLE();
}

void takeDrawerLevel(DrawerFacts &facts, std::optional<bool> level)
{
    if (level && !facts.openLevel) {
        facts.openLevel = level;
        facts.step = DrawerFacts::Step::Close;
        return;
    }
    facts.step = DrawerFacts::Step::Found;
    if (!level)
        facts.sensor.clear();
    else if (*level == *facts.openLevel)
        facts.sensor = u"none"_s;
    else
        facts.sensor = *facts.openLevel ? u"high"_s : u"low"_s;
}

QString drawerWords(int pin, const QString &sensor)
{
    if (pin == 0)
        return DrawerWords::tr("pas encore essayé");
    const QString by = DrawerWords::tr("par la broche %1").arg(pin);
    if (sensor.isEmpty())
        return by;
    return by + u" · "_s + (sensor == u"none" ? DrawerWords::tr("sans contact") : DrawerWords::tr("son contact est lu"));
}

} // namespace guichet

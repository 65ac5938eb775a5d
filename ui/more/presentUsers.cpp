// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/format/Dates.h"
#include "ui/format/Plural.h"
#include "ui/more/UsersState.h"

#include <QCoreApplication>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

struct UserWords
{
    Q_DECLARE_TR_FUNCTIONS(Users)
};

/// What a person lets happen who confirms.
QString riseWords(const UserRise &rise)
{
    if (rise.isLastAdministrator)
        return UserWords::tr("n’est plus administrateur ; il le reste ici tant qu’il n’y en a pas d’autre");
    if (rise.isNew)
        return UserWords::tr("nouveau : %1").arg(roleNoun(rise.to));
    QStringList parts;
    if (rise.to > rise.from)
        parts << UserWords::tr("devient %1").arg(roleNoun(rise.to));
    if (rise.comesBack)
        parts << UserWords::tr("revient comme %1").arg(roleNoun(rise.to));
    if (rise.hasNewPin)
        parts << UserWords::tr("reçoit un nouveau code");
    return parts.join(u", "_s);
}

QString whereWords(const UserDesk::Waiting &waiting, Language language)
{
    const QString till = waiting.till.isEmpty() ? UserWords::tr("une autre caisse") : waiting.till.in(language);
    return waiting.by.isEmpty() ? till : u"%1 · %2"_s.arg(till, waiting.by);
}

} // namespace

QString roleNoun(Role role)
{
    switch (role) {
    case Role::Seller: return UserWords::tr("vendeur");
    case Role::Manager: return UserWords::tr("utilisateur");
    case Role::Administrator: return UserWords::tr("administrateur");
    }
    Q_UNREACHABLE();
}

QString userWords(const UserDesk::Waiting &waiting)
{
    if (waiting.standsAs.isEmpty() || waiting.standsAs == waiting.name)
        return waiting.name;
    return UserWords::tr("%1 (ici : %2)").arg(waiting.name, waiting.standsAs);
}

UsersSheetState presentUsers(const std::vector<UserDesk::Waiting> &waiting, Language language)
{
    UsersSheetState state;
    for (qsizetype place = 0; place < std::ssize(waiting); ++place) {
        const UserDesk::Waiting &one = waiting[static_cast<std::size_t>(place)];
        const bool isFixed = one.rise.isLastAdministrator;
        const QString id = QString::number(place);
        state.rows.push_back({.id = id,
                              .cells = {userWords(one), riseWords(one.rise), whereWords(one, language), formatDateTime(one.value.at)},
                              .cellTones = {Tone::Normal, isFixed ? Tone::Muted : Tone::Warning, Tone::Muted, Tone::Muted}});
        if (isFixed)
            state.fixed << id;
    }
    return state;
}

TileState presentUsersTile(qsizetype waiting, const QColor &colour, Language language)
{
    TileState tile{.id = u"users"_s, .title = UserWords::tr("Utilisateurs"), .subLine = {}, .groupColour = colour};
    tile.notice = counted(waiting, UserWords::tr("utilisateur à confirmer"), UserWords::tr("utilisateurs à confirmer"), language);
    tile.noticeTone = Tone::Warning;
    return tile;
}

} // namespace guichet

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/Commands.h"
#include "app/central/Console.h"
#include "core/base/Text.h"

namespace guichet::commands {

using namespace Qt::StringLiterals;

void describeHome(QCommandLineParser &parser)
{
    parser.addOption({u"trial"_s, u"The folder of a trial: everything is in it."_s, u"folder"_s});
    parser.addOption(
        {u"database"_s,
         u"Instead: postgresql://USER@HOST/DATABASE, which several processes may share; the password is in PGPASSWORD, or in the "
         "file that PGPASSFILE names."_s,
         u"address"_s});
    parser.addOption({u"anchor-key"_s,
                      u"With --database: the file of the key that signs anchors, the same for all processes; made by `key new`."_s,
                      u"file"_s, u"/var/lib/guichet-centre/centre.key"_s});
}

Result<CentreHome> homeOf(const QCommandLineParser &parser)
{
    if (!parser.isSet(u"database"_s))
        return CentreHome::trial(parser.value(u"trial"_s));
    TRY_LET(database, postgresqlAddress(parser.value(u"database"_s)));
    return CentreHome::shared(database, parser.value(u"anchor-key"_s));
}

Result<> makeKey(const CentreHome &home)
{
    TRY_LET(key, home.makeKey());
    out() << toHex(key.publicKey().bytes()) << '\n';
    return {};
}

Result<> showKey(const Centre &centre)
{
    out() << toHex(centre.key().bytes()) << '\n';
    return {};
}

} // namespace guichet::commands

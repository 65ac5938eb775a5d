// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/Console.h"

#include "core/base/Clock.h"

namespace guichet::commands {

using namespace Qt::StringLiterals;

namespace {

constexpr int refused = 1;
constexpr int misused = 2;

} // namespace

QTextStream &out()
{
    static QTextStream stream{stdout};
    return stream;
}

QString momentWords(const QDateTime &at)
{
    return at.isValid() ? at.toTimeZone(brussels()).toString(u"yyyy-MM-dd HH:mm"_s) : u"never"_s;
}

int say(const Result<> &result)
{
    if (result)
        return 0;
    QTextStream{stderr} << "guichet-central: " << codeName(result.error().code) << " " << result.error().detail << '\n';
    return refused;
}

int misuse(const QString &what)
{
    QTextStream{stderr} << "guichet-central: " << what << "\nguichet-central --help says what there is\n";
    return misused;
}

} // namespace guichet::commands

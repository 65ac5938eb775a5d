// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/Commands.h"
#include "app/central/Console.h"
#include "app/central/StatusListing.h"

namespace guichet::commands {

using namespace Qt::StringLiterals;

std::vector<Command> allCommands()
{
    using Words = const QStringList &;
    using Parser = Command::Parser;
    return {
        {u"serve"_s, {}, [](Centre &centre, Words, Parser parser) { return serve(centre, parser); }, true},
        {u"status"_s, {}, [](Centre &centre, Words, Parser) { return say(writeStatus(out(), centre)); }},
        {newKey, {}, {}},
        {u"key show"_s, {}, [](Centre &centre, Words, Parser) { return say(showKey(centre)); }},
        {u"account add"_s, u"KEY NAME"_s, [](Centre &centre, Words said, Parser) { return say(addAccount(centre, {said[0], said[1]})); },
         true},
        {u"account password"_s, u"KEY"_s, [](Centre &centre, Words said, Parser) { return say(newPassword(centre, said[0])); }},
        {u"account allotment"_s, u"KEY PLACES PERCENT"_s,
         [](Centre &centre, Words said, Parser) { return say(setAllotment(centre, said[0], said[1], said[2])); }},
        {u"account renew"_s, u"[KEY]"_s, [](Centre &centre, Words said, Parser parser) { return renew(centre, said.value(0), parser); }},
        {u"till add"_s, u"ACCOUNT NAME"_s,
         [](Centre &centre, Words said, Parser parser) { return say(addTill(centre, said[0], said[1], parser)); }},
        {u"till revoke"_s, u"ACCOUNT CODE"_s,
         [](Centre &centre, Words said, Parser) { return say(revokeTill(centre, {.account = said[0], .code = said[1]})); }},
        {u"till replace"_s, u"ACCOUNT CODE"_s,
         [](Centre &centre, Words said, Parser parser) { return say(replaceTill(centre, {.account = said[0], .code = said[1]}, parser)); }},
        {u"users"_s, u"ACCOUNT"_s, [](Centre &centre, Words said, Parser) { return say(printUsers(centre, said[0])); }},
        {u"export"_s, u"ACCOUNT FILE"_s,
         [](Centre &centre, Words said, Parser parser) { return say(exportTo(centre, said[0], said[1], parser)); }},
        {u"restore"_s, u"FILE"_s, [](Centre &centre, Words said, Parser parser) { return say(restore(centre, said[0], parser)); }},
    };
}

} // namespace guichet::commands

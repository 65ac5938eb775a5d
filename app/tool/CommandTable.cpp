// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tool/Commands.h"

#include <QHash>

namespace guichet {

using namespace Qt::StringLiterals;

CommandHandler commandHandler(const QString &name)
{
    static const QHash<QString, CommandHandler> table{
        {u"create"_s, commands::create},
        {u"import"_s, commands::import},
        {u"put"_s, commands::put},
        {u"export"_s, commands::exportCsv},
        {u"clock"_s, commands::clock},
        {u"login"_s, commands::login},
        {u"logout"_s, commands::logout},
        {u"approve"_s, commands::approve},
        {u"open"_s, commands::open},
        {u"add"_s, commands::add},
        {u"scan"_s, commands::scan},
        {u"quantity"_s, commands::quantity},
        {u"remove"_s, commands::remove},
        {u"move"_s, commands::move},
        {u"free"_s, commands::giveFree},
        {u"price"_s, commands::price},
        {u"comment"_s, commands::comment},
        {u"promo"_s, commands::promo},
        {u"client"_s, commands::client},
        {u"park"_s, commands::park},
        {u"recall"_s, commands::recall},
        {u"parked"_s, commands::parked},
        {u"cart"_s, commands::cart},
        {u"clear"_s, commands::clear},
        {u"shelf"_s, commands::shelf},
        {u"pay"_s, commands::pay},
        {u"unpay"_s, commands::unpay},
        {u"reverse"_s, commands::reverse},
        {u"terminal"_s, commands::terminal},
        {u"pay_at"_s, commands::payAt},
        {u"ask_terminal"_s, commands::askTerminal},
        {u"scanner"_s, commands::scanner},
        {u"display"_s, commands::display},
        {u"label_printer"_s, commands::labelPrinter},
        {u"barcode"_s, commands::barcode},
        {u"labels"_s, commands::labels},
        {u"resolve"_s, commands::resolve},
        {u"intents"_s, commands::intents},
        {u"gift"_s, commands::gift},
        {u"collect"_s, commands::collect},
        {u"validate"_s, commands::validate},
        {u"quote"_s, commands::quote},
        {u"last"_s, commands::last},
        {u"origin"_s, commands::origin},
        {u"drawer"_s, commands::drawer},
        {u"enrol"_s, commands::enrol},
        {u"sync"_s, commands::sync},
        {u"sync_state"_s, commands::syncState},
        {u"conflicts"_s, commands::conflicts},
        {u"restore_value"_s, commands::restoreValue},
        {u"dismiss_value"_s, commands::dismissValue},
        {u"cash"_s, commands::cash},
        {u"x"_s, commands::x},
        {u"z"_s, commands::z},
        {u"training"_s, commands::training},
        {u"state"_s, commands::state},
        {u"dossier"_s, commands::dossier},
        {u"search"_s, commands::search},
        {u"refund"_s, commands::refund},
        {u"cancel"_s, commands::cancel},
        {u"correct"_s, commands::correct},
        {u"checkin"_s, commands::checkIn},
        {u"reprint"_s, commands::reprint},
        {u"receipt"_s, commands::receipt},
        {u"stock"_s, commands::stock},
        {u"products"_s, commands::products},
        {u"jobs"_s, commands::jobs},
        {u"print_jobs"_s, commands::printJobs},
        {u"decide_job"_s, commands::decideJob},
    };
    return table.value(name, nullptr);
}

} // namespace guichet

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/central/Commands.h"
#include "app/central/Console.h"
#include "app/central/InvitationPicture.h"
#include "core/ledger/PrivateFile.h"

#include <QSaveFile>

namespace guichet::commands {
namespace {

using namespace Qt::StringLiterals;

/// What is to be made of a code besides its words: none, a QR on the terminal, or in a file.
struct InvitationWish
{
    std::optional<QUrl> url; ///< Where the tills find this centre.
    QString file;            ///< SVG; empty: the terminal.
};

/// Leaves nothing there. FileFailed.
Result<> requireWritable(const QString &file)
{
    QSaveFile probe{file};
    if (!probe.open(QIODevice::WriteOnly))
        return failure(ErrorCode::FileFailed, u"--qr: %1: %2"_s.arg(file, probe.errorString()), {file});
    return {};
}

/// Before a code is given out. InvalidInput: no address, or a file without one. FileFailed: the file cannot be written.
Result<InvitationWish> invitationWish(const QCommandLineParser &parser)
{
    InvitationWish wish{.url = {}, .file = parser.value(u"qr"_s)};
    if (!parser.isSet(u"url"_s))
        return wish.file.isEmpty() ? Result<InvitationWish>{wish}
                                   : failure(ErrorCode::InvalidInput, u"--qr: it holds an address, --url names it"_s, {u"url"_s});
    TRY_LET(url, centralUrl(parser.value(u"url"_s)));
    TRY(invitationText({.url = url, .code = QString(digitsOfCentreCode, u'0')})); // short enough for a scanner
    if (!wish.file.isEmpty())
        TRY(requireWritable(wish.file));
    wish.url = url;
    return wish;
}

/// Only the owner can read the file: the code in it is as good as a till's until it is used.
Result<> showInvitation(const InvitationWish &wish, const TillTicket &ticket)
{
    if (!wish.url)
        return {};
    const CentreInvitation invitation{.url = *wish.url, .code = ticket.enrolment};
    if (wish.file.isEmpty()) {
        TRY_LET(lines, invitationLines(invitation));
        out() << lines;
        return {};
    }
    TRY_LET(svg, invitationSvg(invitation));
    return writePrivateFile(wish.file, svg);
}

Result<> giveOut(const TillTicket &ticket, const QString &kind, const InvitationWish &wish)
{
    out() << "till " << ticket.code << ", " << kind << " code " << ticket.enrolment << ", good until " << momentWords(ticket.until) << '\n'
          << Qt::flush;
    return showInvitation(wish, ticket);
}

} // namespace

void describeTills(QCommandLineParser &parser)
{
    parser.addOption({u"central-users"_s, u"till add: users rise at this till without the PIN of one of its administrators."_s});
    parser.addOption({u"url"_s,
                      u"till add, till replace: https://… where tills find this centre: shows a QR of address and code besides."_s,
                      u"address"_s});
    parser.addOption({u"qr"_s, u"with --url: writes the QR there as SVG instead of showing it."_s, u"file"_s});
}

Result<> addTill(Centre &centre, const QString &account, const QString &name, const QCommandLineParser &parser)
{
    TRY_LET(wish, invitationWish(parser));
    const UserManagement users = parser.isSet(u"central-users"_s) ? UserManagement::Central : UserManagement::Local;
    TRY_LET(ticket, centre.addTill(account, name, users));
    return giveOut(ticket, u"enrolment"_s, wish);
}

Result<> replaceTill(Centre &centre, const TillName &till, const QCommandLineParser &parser)
{
    TRY_LET(wish, invitationWish(parser));
    TRY_LET(ticket, centre.replaceTill(till));
    return giveOut(ticket, u"replacement"_s, wish);
}

Result<> revokeTill(Centre &centre, const TillName &till)
{
    TRY_LET(known, centre.accounts().till(till));
    TRY(centre.revoke(till));
    out() << "till " << till.code << (known.revoked ? " was revoked already\n" : " revoked\n");
    return {};
}

} // namespace guichet::commands

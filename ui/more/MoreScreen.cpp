// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/more/MoreScreen.h"

#include "core/scan/CentreInvitation.h"
#include "core/usecases/BackOffice.h"
#include "core/usecases/PrintQueue.h"
#include "core/usecases/Staff.h"
#include "core/usecases/TerminalThread.h"
#include "ui/more/CentreSheet.h"
#include "ui/more/DoubtfulSheet.h"
#include "ui/more/EnrolmentSheet.h"
#include "ui/more/HelpSheet.h"
#include "ui/more/SettingsSheet.h"
#include "ui/more/UsersSheet.h"
#include "ui/pages/AmountSheet.h"
#include "ui/pages/PageHead.h"
#include "ui/pages/ReasonSheet.h"

#include <QBoxLayout>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

/// On the ledger thread.
Result<MoreFacts> askFacts(Workplace &workplace)
{
    const Checkout checkout{workplace};
    TRY_LET(till, TillDesk{workplace}.state());
    TRY_LET(parked, checkout.parked());
    TRY_LET(doubtful, checkout.openIntents());
    TRY_LET(conflicts, ConflictDesk{workplace}.all());
    Overuse overuse;
    if (workplace.centre.enrolled) { // alone, a till knows what it sells
        TRY_LET(beyond, ConflictDesk{workplace}.overuse());
        overuse = std::move(beyond);
    }
    TRY_LET(waitingUsers, UserDesk{workplace}.all());
    TRY_LET(jobs, PrintQueue{workplace}.waitingCount());
    const Result<Permission> permission = Staff{workplace}.permissionFor(Right::EditSettings);
    return MoreFacts{.till = till,
                     .parked = static_cast<int>(parked.size()),
                     .waitingJobs = jobs,
                     .doubtful = doubtful,
                     .settings = workplace.settings,
                     .catalogue = workplace.catalogue,
                     .tillUid = workplace.tillUid(),
                     .keyFingerprint = workplace.journal().identity().key.fingerprint(),
                     .keyInFile = workplace.ledger->health().keyInFile,
                     .maySetUp = permission && *permission != Permission::Denied,
                     .centre = workplace.centre,
                     .conflicts = conflicts,
                     .waitingUsers = waitingUsers,
                     .overuse = overuse,
                     .now = workplace.now()};
}

QString movementTitle(CashMovementKind kind)
{
    switch (kind) {
    case CashMovementKind::In: return MoreScreen::tr("Entrée d’argent");
    case CashMovementKind::Out: return MoreScreen::tr("Sortie d’argent");
    case CashMovementKind::Drop: return MoreScreen::tr("Vers la banque");
    }
    Q_UNREACHABLE();
}

} // namespace

MoreScreen::MoreScreen(const ScreenContext &context, QWidget *parent)
    : Screen{parent}, m_context{context}, m_head{new PageHead{tr("Plus"), this}}, m_grid{new TileGrid{this}},
      m_amountSheet{new AmountSheet{this}}, m_reasonSheet{new ReasonSheet{this}}, m_doubtfulSheet{new DoubtfulSheet{this}},
      m_centreSheet{new CentreSheet{this}}, m_enrolmentSheet{new EnrolmentSheet{this}}, m_usersSheet{new UsersSheet{this}},
      m_settingsSheet{new SettingsSheet{this}}, m_helpSheet{new HelpSheet{this}}, m_aboutSheet{new AboutSheet{this}}
{
    setObjectName(u"more"_s);
    m_grid->setObjectName(u"more.tiles"_s);
    m_grid->setMinimumTileWidth(228); // four on an old screen, beside a scroll bar too
    auto *layout = new QVBoxLayout{this};
    layout->setContentsMargins(16, 8, 16, 0);
    layout->setSpacing(4);
    layout->addWidget(m_head);
    layout->addWidget(m_grid, 1);
    connect(m_grid, &TileGrid::activated, this, &MoreScreen::tap);
    connectSheets();
}

void MoreScreen::connectSheets()
{
    connect(m_amountSheet, &AmountSheet::confirmed, this, &MoreScreen::moveCash);
    connect(m_reasonSheet, &ReasonSheet::confirmed, this, &MoreScreen::openDrawer);
    connect(m_doubtfulSheet, &DoubtfulSheet::decided, this, &MoreScreen::resolve);
    connect(m_doubtfulSheet, &DoubtfulSheet::giveBackWanted, this, &MoreScreen::giveBackLate);
    connect(m_centreSheet, &CentreSheet::restoreWanted, this, &MoreScreen::restoreValue);
    connect(m_centreSheet, &CentreSheet::dismissWanted, this, &MoreScreen::dismissValue);
    connect(m_centreSheet, &CentreSheet::enrolmentWanted, this, [this] { m_enrolmentSheet->ask(m_facts.centre.account); });
    connect(m_enrolmentSheet, &EnrolmentSheet::enrolmentWanted, this, &MoreScreen::enrol);
    connect(m_usersSheet, &UsersSheet::confirmWanted, this, [this](int user) { decideUser(user, UserDecision::Confirm); });
    connect(m_usersSheet, &UsersSheet::refuseWanted, this, [this](int user) { decideUser(user, UserDecision::Refuse); });
    connect(m_usersSheet, &UsersSheet::closed, this, &MoreScreen::showCentre); // who came meanwhile
    connect(m_settingsSheet, &SettingsSheet::saved, this, &MoreScreen::saveSettings);
    connect(m_settingsSheet, &SettingsSheet::devicesWanted, this, [this] {
        m_settingsSheet->close();
        m_context.navigator.go(Place::Devices);
    });
}

void MoreScreen::enter(const QString &subject)
{
    m_context.till.call(askFacts).then(this, [this, subject](const Result<MoreFacts> &facts) {
        if (!facts)
            return m_context.navigator.refuse(facts.error());
        showFacts(*facts);
        if (!subject.isEmpty())
            tap(subject);
    });
}

bool MoreScreen::canEnrol() const
{
    return m_context.centre && presentCentre(m_facts.centre, {}).canEnrol;
}

bool MoreScreen::takeScan(const QString &code)
{
    if (!m_enrolmentSheet->isOpen()) {
        if (!looksLikeInvitation(code) || !canEnrol())
            return false;
        m_enrolmentSheet->ask(m_facts.centre.account);
    }
    m_enrolmentSheet->takeScan(code);
    return true;
}

/// The line is waited for aside; whoever may not is asked for an approval first, and nothing was sent.
void MoreScreen::enrol(const CentreAccess &access)
{
    if (!m_context.centre)
        return;
    m_enrolmentSheet->setBusy(true);
    callAside([centre = m_context.centre, access] { return centre->enrol(access); }).then(this, [this, access](const Result<> &done) {
        m_enrolmentSheet->setBusy(false);
        tellEnrolment(done, access);
    });
}

void MoreScreen::tellEnrolment(const Result<> &done, const CentreAccess &access)
{
    if (done) {
        m_enrolmentSheet->close();
        return finish(done, tr("La caisse est reliée au serveur central"), {});
    }
    const ErrorCode code = done.error().code;
    if (code == ErrorCode::NeedsApproval || code == ErrorCode::NotLoggedIn || isStorageFailure(code))
        return m_context.navigator.refuse(done.error(), [this, access] { enrol(access); });
    if (!m_enrolmentSheet->isOpen()) // somebody went back meanwhile
        return m_context.navigator.refuse(done.error());
    m_enrolmentSheet->showFailure(enrolmentSentence(done.error(), access, m_context.language()), done.error());
}

bool MoreScreen::goBack()
{
    return closeOpenSheet(*this);
}

void MoreScreen::showFacts(const MoreFacts &facts)
{
    m_facts = facts;
    m_facts.mayEnrol = m_context.centre;
    m_command = CommandId::generate();
    m_head->setTexts(tr("Plus"), facts.till.training ? tr("Mode école : rien n’est compté") : QString{});
    m_grid->render(presentMore(m_facts, m_context.language()));
    m_doubtfulSheet->render(presentDoubtful(facts.doubtful, *facts.catalogue, m_context.language()), choicesAmong(facts.doubtful));
    renderCentre();
    m_usersSheet->render(presentUsers(facts.waitingUsers, m_context.language()));
}

void MoreScreen::renderCentre()
{
    const TillProfile *till = m_facts.catalogue->till(m_facts.settings.tillKey);
    CentreSheetState centre =
        presentCentre(m_facts.centre, m_facts.conflicts, m_context.language(), m_facts.overuse, m_facts.now, till ? till->code : QString{});
    centre.canEnrol = canEnrol() && centre.canEnrol;
    m_centreSheet->render(centre);
}

/// Nothing else of the page: what somebody is about to do there stays theirs. Who waits is not changed under a list that is being read.
void MoreScreen::showCentre()
{
    if (!isVisible())
        return;
    m_context.till.call(askFacts).then(this, [this](const Result<MoreFacts> &facts) {
        if (!facts)
            return; // asked again with what the centre says next
        m_facts.now = facts->now;
        m_facts.centre = facts->centre;
        m_facts.conflicts = facts->conflicts;
        m_facts.overuse = facts->overuse;
        if (!m_usersSheet->isOpen()) {
            m_facts.waitingUsers = facts->waitingUsers;
            m_usersSheet->render(presentUsers(m_facts.waitingUsers, m_context.language()));
        }
        m_grid->render(presentMore(m_facts, m_context.language()));
        renderCentre();
    });
}

bool MoreScreen::goElsewhere(const QString &id)
{
    static const QMap<QString, Place> places{{u"stock"_s, Place::Stock},       {u"gift"_s, Place::Gift},
                                             {u"report"_s, Place::Report},     {u"parked"_s, Place::Parked},
                                             {u"printing"_s, Place::Printing}, {u"devices"_s, Place::Devices}};
    const auto place = places.constFind(id);
    if (place == places.cend())
        return false;
    m_context.navigator.go(*place);
    return true;
}

void MoreScreen::tap(const QString &id)
{
    if (goElsewhere(id))
        return;
    if (id == u"cashIn")
        askMovement(CashMovementKind::In);
    else if (id == u"cashOut")
        askMovement(CashMovementKind::Out);
    else if (id == u"cashDrop")
        askMovement(CashMovementKind::Drop);
    else if (id == u"drawer")
        askDrawer();
    else if (id == u"doubtful")
        m_doubtfulSheet->open();
    else if (id == u"centre")
        openCentre();
    else if (id == u"users")
        m_usersSheet->open();
    else if (id == u"training")
        setTraining(!m_facts.till.training);
    else if (id == u"settings")
        m_settingsSheet->ask(m_facts.settings);
    else if (id == u"help")
        m_helpSheet->open();
    else if (id == u"about")
        m_aboutSheet->present(m_facts);
}

/// As it is now: the page may have been open for long, and the exchange at rest since.
void MoreScreen::openCentre()
{
    m_centreSheet->open();
    showCentre();
}

void MoreScreen::askMovement(CashMovementKind kind)
{
    m_movement = kind;
    m_amountSheet->ask({.title = movementTitle(kind),
                        .subtitle = tr("Le tiroir s’ouvre et un bon s’imprime, à signer."),
                        .label = tr("MONTANT"),
                        .proposed = {},
                        .reasons = reasonChipsOf(*m_facts.catalogue, Reason::Kind::CashMovement, {}, m_context.language()),
                        .asksComment = true,
                        .confirm = movementTitle(kind)});
}

void MoreScreen::moveCash(Money amount, const QString &reason, const QString &comment)
{
    m_context.till
        .call([id = m_command, kind = m_movement, amount, reason, comment](Workplace &workplace) {
            return TillDesk{workplace}.moveCash(id, kind, amount, reason, comment);
        })
        .then(this, [this, amount, reason, comment](const Result<> &done) {
            finish(done, tr("Noté, le bon s’imprime"), [this, amount, reason, comment] { moveCash(amount, reason, comment); });
        });
}

void MoreScreen::askDrawer()
{
    m_reasonSheet->ask({.title = tr("Ouvrir le tiroir"),
                        .subtitle = tr("Chaque ouverture sans vente est notée dans le Z."),
                        .heading = tr("Pour quelle raison ?"),
                        .choices = reasonChipsOf(*m_facts.catalogue, Reason::Kind::Drawer, {}, m_context.language()),
                        .confirm = tr("Ouvrir le tiroir")});
}

void MoreScreen::openDrawer(const QString &reason)
{
    m_context.till.call([id = m_command, reason](Workplace &workplace) { return TillDesk{workplace}.openDrawer(id, reason); })
        .then(this,
              [this, reason](const Result<> &done) { finish(done, tr("Le tiroir s’ouvre"), [this, reason] { openDrawer(reason); }); });
}

void MoreScreen::setTraining(bool on)
{
    m_context.till.call([id = m_command, on](Workplace &workplace) { return TillDesk{workplace}.setTraining(id, on); })
        .then(this, [this, on](const Result<> &done) {
            finish(done, on ? tr("Mode école : exercez-vous, rien n’est compté") : tr("Retour aux vraies ventes"),
                   [this, on] { setTraining(on); });
        });
}

void MoreScreen::saveSettings(const TillSettings &settings)
{
    m_context.till.call([id = m_command, settings](Workplace &workplace) { return BackOffice{workplace}.saveSettings(id, settings); })
        .then(this, [this, settings](const Result<> &done) {
            finish(done, tr("Réglages enregistrés"), [this, settings] { saveSettings(settings); });
            if (!done)
                return;
            m_settingsSheet->close();
            Q_EMIT settingsSaved();
        });
}

std::optional<LostValue> MoreScreen::lostValue(const QString &conflict) const
{
    for (const ConflictDesk::Conflict &known : m_facts.conflicts)
        if (conflictId(known.value) == conflict)
            return known.value;
    return std::nullopt;
}

void MoreScreen::dismissValue(const QString &conflict)
{
    const auto value = lostValue(conflict);
    if (!value)
        return;
    m_context.till.call([id = m_command, value = *value](Workplace &workplace) { return ConflictDesk{workplace}.dismiss(id, value); })
        .then(this, [this, conflict](const Result<> &done) {
            finish(done, tr("Laissé : ce qui est en vigueur reste"), [this, conflict] { dismissValue(conflict); });
        });
}

void MoreScreen::restoreValue(const QString &conflict)
{
    const auto value = lostValue(conflict);
    if (!value)
        return;
    m_context.till.call([id = m_command, value = *value](Workplace &workplace) { return ConflictDesk{workplace}.restore(id, value); })
        .then(this, [this, conflict](const Result<> &done) {
            finish(done, tr("La valeur est remise, pour toutes les caisses"), [this, conflict] { restoreValue(conflict); });
        });
}

void MoreScreen::decideUser(int place, UserDecision decision)
{
    if (place >= 0 && place < std::ssize(m_facts.waitingUsers))
        decideUser(m_facts.waitingUsers[static_cast<std::size_t>(place)], decision);
}

/// Who gives the code reads for whom.
Error MoreScreen::aboutUser(Error error, const UserDesk::Waiting &waiting, UserDecision decision)
{
    if (error.code == ErrorCode::NeedsAdministrator)
        error.values = {(decision == UserDecision::Confirm ? tr("Confirmer %1") : tr("Refuser %1")).arg(userWords(waiting))};
    return error;
}

void MoreScreen::decideUser(const UserDesk::Waiting &waiting, UserDecision decision)
{
    const bool confirms = decision == UserDecision::Confirm;
    m_context.till
        .call([id = m_command, waiting = waiting.value, confirms](Workplace &workplace) {
            UserDesk desk{workplace};
            return confirms ? desk.confirm(id, waiting) : desk.refuse(id, waiting);
        })
        .then(this, [this, waiting, decision, confirms](const Result<> &answer) {
            const Result<> done = answer ? answer : Result<>{std::unexpected(aboutUser(answer.error(), waiting, decision))};
            finish(done, confirms ? tr("Confirmé : cela vaut à cette caisse") : tr("Refusé : à cette caisse rien ne change"),
                   [this, waiting, decision] { decideUser(waiting, decision); });
        });
}

void MoreScreen::resolve(const QString &intent, ChargeState state, const QString &reference)
{
    const auto id = Id<PaymentIntent>::fromString(intent);
    if (!id)
        return;
    m_context.till
        .call([command = m_command, id = *id, state, reference](Workplace &workplace) -> Result<> {
            TRY(Checkout{workplace}.resolve(command, id, state, reference));
            return {};
        })
        .then(this, [this, intent, state, reference](const Result<> &done) {
            finish(done, tr("Noté : le paiement a sa réponse"), [this, intent, state, reference] { resolve(intent, state, reference); });
        });
}

/// The terminal does it without the card, or says that it cannot: nobody waits in front of a screen.
void MoreScreen::giveBackLate(const QString &intent)
{
    const auto id = Id<PaymentIntent>::fromString(intent);
    if (!id)
        return;
    m_context.till.call([command = m_command, id = *id](Workplace &workplace) { return Checkout{workplace}.giveBackLate(command, id); })
        .then(this, [this, intent](const Result<PaymentOutcome> &started) {
            if (!started)
                return m_context.navigator.refuse(started.error(), [this, intent] { giveBackLate(intent); });
            if (started->state == IntentState::Sent)
                m_context.terminals.charge(started->request(), {}).then(this, [this](const Result<PaymentOutcome> &done) {
                    tellReturn(done);
                });
        });
}

void MoreScreen::tellReturn(const Result<PaymentOutcome> &done)
{
    if (!done)
        return m_context.navigator.refuse(done.error());
    if (done->state == IntentState::Approved)
        m_context.navigator.toast(tr("Le terminal l’a rendu au client"), Tone::Positive);
    else if (done->state == IntentState::Unknown)
        m_context.navigator.toast(tr("Le terminal n’a pas répondu : le remboursement est dans la liste"), Tone::Warning);
    else
        m_context.navigator.toast(tr("Le terminal ne peut pas l’annuler : comptabilisez-le, puis remboursez"), Tone::Warning);
    m_context.navigator.refresh();
    enter({});
}

void MoreScreen::finish(const Result<> &done, const QString &sentence, std::function<void()> retry)
{
    if (!done)
        return m_context.navigator.refuse(done.error(), std::move(retry));
    m_context.navigator.toast(sentence, Tone::Positive);
    m_context.navigator.refresh();
    enter({});
}

} // namespace guichet

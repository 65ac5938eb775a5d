// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/usecases/Workplace.h"

#include "core/ledger/DocumentStore.h"
#include "core/ledger/EventNotes.h"
#include "core/ledger/WorkingStore.h"
#include "core/usecases/NoKeychain.h"
#include "core/usecases/StaleCarts.h"
#include "core/usecases/WorkingCart.h"

#include <algorithm>

namespace guichet {
using namespace Qt::StringLiterals;

namespace {

constexpr int answersKeptDays = 8;
constexpr int printedJobsKeptDays = 30;

CommandId scriptAnswerId(const QString &id)
{
    static const QUuid scripts{u"b3c0f1de-5d7a-5a43-8f57-0c1d1f6f2a11"_s};
    return CommandId::fromString(QUuid::createUuidV5(scripts, id).toString()).value_or(CommandId{});
}

/// What is in memory only: put back when a command fails.
struct Memory
{
    explicit Memory(const Workplace &w)
        : catalogue{w.catalogue}, settings{w.settings}, attraction{w.attraction}, user{w.user}, approval{w.approval}, training{w.training},
          trainingFrom{w.trainingFrom}
    {}
    void restore(Workplace &w) const
    {
        w.catalogue = catalogue;
        w.settings = settings;
        w.journal().setDayStart(settings.businessDayStartsAtHour);
        w.attraction = attraction;
        w.user = user;
        w.approval = approval;
        if (w.approval && w.approved)
            w.approval->right = w.approved;
        w.training = training;
        w.trainingFrom = trainingFrom;
    }
    std::shared_ptr<const Catalogue> catalogue;
    TillSettings settings;
    Attraction attraction;
    std::optional<User> user;
    std::optional<Approval> approval;
    bool training;
    qint64 trainingFrom;
};

Result<> forgetOldWorkingState(Database &db, const QDateTime &now)
{
    WorkingStore working{db};
    TRY(working.forgetAnswersBefore(now.addDays(-answersKeptDays)));
    return working.forgetJobsBefore(now.addDays(-printedJobsKeptDays));
}

} // namespace

Workplace::Workplace(const WorkplaceOptions &options)
    : terminal{options.terminal}, lastCart{std::make_unique<RememberedCart>()}, clock{*options.clock},
      noKeychain{std::make_unique<NoKeychain>()}
{}

Result<std::unique_ptr<Workplace>> Workplace::open(const WorkplaceOptions &options)
{
    std::unique_ptr<Workplace> workplace{new Workplace{options}};
    SecretStore &keychain = options.keychain ? *options.keychain : *workplace->noKeychain;
    TRY_LET(ledger, Ledger::open(options.dataFolder, {.projector = workplace->projector, .clock = workplace->clock, .keychain = keychain}));
    workplace->ledger = std::move(ledger);
    TRY(workplace->start());
    workplace->m_started = true;
    TRY(workplace->recordNotedEvents());
    std::ignore = workplace->ledger->rememberHead(); // a till that cannot write it is held against the one before
    return workplace;
}

Workplace::~Workplace()
{
    if (m_started)
        std::ignore = journal().appendTechnical(TechnicalEvent::Stop); // A till that cannot write must still be able to stop.
}

Result<> Workplace::start()
{
    return inTransaction(db(), [this]() -> Result<> {
        TRY(documentsChanged());
        TRY_LET(trainingValue, WorkingStore{db()}.value(workingvalue::training));
        training = !trainingValue.isEmpty();
        trainingFrom = trainingValue.toLongLong();
        TRY(forgetOldWorkingState(db(), now()));
        TRY(dropStaleCarts(*this));
        TRY(WorkingStore{db()}.doubtSendingJobs());
        TRY_LET(cutOff, SessionStore{db()}.startedWithoutStop(tillUid(), journal().identity().incarnation));
        interrupted = cutOff;
        TRY(recordVersion());
        TRY(journal().appendTechnical(TechnicalEvent::Start, {{u"version"_s, QStringLiteral(GUICHET_VERSION)}}));
        return {};
    });
}

/// Another program than the one that started last is a technical event (JET 250).
Result<> Workplace::recordVersion()
{
    const QString own = QStringLiteral(GUICHET_VERSION);
    TRY_LET(last, SessionStore{db()}.lastEvent(tillUid(), TechnicalEvent::Start));
    const QString before = last[u"version"].toString();
    if (!before.isEmpty() && before != own)
        TRY(journal().appendTechnical(TechnicalEvent::VersionChanged, {{u"from"_s, before}, {u"to"_s, own}}));
    return {};
}

Result<> Workplace::recordNotedEvents()
{
    for (const NotedEvent &noted : notedEvents(ledger->folder())) {
        TRY(onceDone(CommandId::fromString(noted.id).value_or(CommandId{}), [&]() -> Result<> {
            TRY(journal().appendTechnical(noted.event, noted.details));
            return {};
        }));
        forgetNotedEvent(ledger->folder(), noted);
    }
    return {};
}

Result<> Workplace::documentsChanged()
{
    const DocumentStore documents{db()};
    TRY_LET(loaded, documents.catalogue());
    TRY_LET(ownSettings, documents.ownSettings());
    TRY_LET(ownAttraction, documents.attraction());
    catalogue = std::make_shared<const Catalogue>(std::move(loaded));
    settings = std::move(ownSettings);
    journal().setDayStart(settings.businessDayStartsAtHour);
    attraction = ownAttraction.value_or(Attraction{});
    return staffChanged();
}

/// Another till may have taken rights away, or a person: from now on, what they have begun stays. An approval is worth what it is now.
Result<> Workplace::staffChanged()
{
    if (!user && !approval)
        return {};
    TRY_LET(users, DocumentStore{db()}.users());
    const auto standing = [&](const QString &key) -> std::optional<User> {
        const auto found = std::ranges::find(users, key, &User::key);
        return found != users.end() && found->active ? std::optional{*found} : std::nullopt;
    };
    if (user)
        user = standing(user->key);
    const std::optional<User> approver = approval ? standing(approval->by.key) : std::nullopt;
    if (approver)
        approval->by = *approver;
    else
        approval.reset();
    return {};
}

Result<std::optional<SessionRecord>> Workplace::sessionIfOpen() const
{
    TRY_LET(head, journal().head());
    if (m_knownSession.head != head.hash) {
        TRY_LET(session, SessionStore{db()}.openOf(tillUid()));
        m_knownSession = {.head = head.hash, .session = session};
    }
    return m_knownSession.session;
}

Result<SessionRecord> Workplace::openSession() const
{
    TRY_LET(session, sessionIfOpen());
    if (!session)
        return failure(ErrorCode::SessionNotOpen);
    return *session;
}

FactDraft Workplace::draft(FactType type, EventLabel label, const Actor &actor, const SessionRecord &session) const
{
    FactDraft draft;
    draft.type = type;
    draft.label = training ? EventLabel::T : label;
    draft.session = session.id;
    draft.businessDate = session.businessDate;
    draft.actor = actor;
    return draft;
}

Result<QJsonObject> Workplace::runOnce(const CommandId &id, const std::function<Result<QJsonObject>()> &effect)
{
    return inTransaction(db(), [&]() -> Result<QJsonObject> {
        TRY_LET(answer, effect());
        if (!id.isNull())
            TRY(WorkingStore{db()}.remember(id, answer, now()));
        return answer;
    });
}

Result<QJsonObject> Workplace::once(const CommandId &id, const std::function<Result<QJsonObject>()> &effect)
{
    replayed = false;
    if (!id.isNull()) {
        const Result<std::optional<QJsonObject>> known = WorkingStore{db()}.answer(id);
        if (!known) {
            noteStorage(std::unexpected{known.error()});
            return std::unexpected(known.error());
        }
        if (*known) {
            replayed = true;
            return **known;
        }
    }
    const Memory memory{*this};
    approved.reset();
    Result<QJsonObject> answer = runOnce(id, effect);
    if (!answer)
        memory.restore(*this);
    noteStorage(answer ? Result<>{} : std::unexpected{answer.error()});
    return answer;
}

/// A command that could not be written down is shown at once, not when upkeep meets the same trouble.
void Workplace::noteStorage(const Result<> &outcome)
{
    if (outcome)
        ledger->trouble().command.reset();
    else if (isStorageFailure(outcome.error().code))
        ledger->trouble().command = outcome.error();
}

void Workplace::sync()
{
    noteStorage(db().sync());
}

Result<> Workplace::onceDone(const CommandId &id, const std::function<Result<>()> &effect)
{
    TRY(once(id, [&]() -> Result<QJsonObject> {
        TRY(effect());
        return QJsonObject{};
    }));
    return {};
}

Result<QJsonObject> Workplace::rememberedAnswer(const QString &id) const
{
    TRY_LET(answer, WorkingStore{db()}.answer(scriptAnswerId(id)));
    if (!answer)
        return failure(ErrorCode::NotFound, u"no answer yet"_s);
    return *answer;
}

Result<> Workplace::rememberAnswer(const QString &id, const QJsonObject &answer)
{
    return WorkingStore{db()}.remember(scriptAnswerId(id), answer, now());
}

Result<QString> Workplace::spool(const Paper &paper)
{
    PrintJob job;
    job.id = makeUuidV7().toString(QUuid::WithoutBraces);
    job.paper = paper;
    job.at = now();
    TRY(WorkingStore{db()}.putJob(job));
    return job.id;
}

} // namespace guichet

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>
#include <functional>
#include <future>
#include <type_traits>

namespace guichet {

template <typename Answer>
class Call;

namespace calls {

template <typename T>
inline constexpr bool isCall = false;
template <typename Answer>
inline constexpr bool isCall<Call<Answer>> = true;

template <typename Answer>
struct Hearing
{
    using Function = std::move_only_function<void(Answer)>;
};
template <>
struct Hearing<void>
{
    using Function = std::move_only_function<void()>;
};

/// What `Next` of an `Answer` gives; of a Call, what that call gives.
template <typename T>
struct Unwrapped
{
    using Type = T;
};
template <typename Answer>
struct Unwrapped<Call<Answer>>
{
    using Type = Answer;
};

/// Runs `hear` with what `work` gives; when that is a Call, with what the call gives.
template <typename Hear, typename Work, typename... Given>
void pass(Hear &hear, Work &work, Given &&...given)
{
    using Gives = std::invoke_result_t<Work &, Given...>;
    if constexpr (isCall<Gives>) {
        work(std::forward<Given>(given)...).start(std::move(hear));
    } else if constexpr (std::is_void_v<Gives>) {
        work(std::forward<Given>(given)...);
        hear();
    } else {
        hear(work(std::forward<Given>(given)...));
    }
}

/// Where a call goes on: the thread of `context`, as long as that object lives. Objects of the window come and go while a thread works for
/// them, so the application takes what is for them; the objects of other threads live as long as these.
class Landing
{
public:
    explicit Landing(QObject *context) : m_context{context}
    {
        const QCoreApplication *application = QCoreApplication::instance();
        m_relay = application && application->thread() == context->thread() ? QCoreApplication::instance() : context;
    }
    template <typename Work>
    void run(Work work)
    {
        QMetaObject::invokeMethod(m_relay, [context = m_context, work = std::move(work)]() mutable {
            if (context)
                work();
        });
    }

private:
    QPointer<QObject> m_context; ///< Looked at on its own thread only.
    QObject *m_relay;
};

} // namespace calls

/// Work that another thread does, and what is done with its answer: `till.call(…).then(this, …)`. Nothing starts before the whole chain is
/// put together: it starts where the Call ends its life, at the end of the expression, so no link can be added to a call that is ending
/// (docs/decisions/0023). A call whose thread or object is gone is dropped: what follows it does not run.
template <typename Answer>
class Call
{
public:
    using Hear = calls::Hearing<Answer>::Function;
    using Start = std::move_only_function<void(Hear)>;

    /// `begin` has the work done somewhere and calls what it is given with the answer, once, on the thread of the work.
    explicit Call(Start begin) : m_start{std::move(begin)} {}
    Call(Call &&other) noexcept : m_start{std::exchange(other.m_start, nullptr)} {}
    Call &operator=(Call &&) = delete;
    ~Call()
    {
        if (m_start)
            start([](auto &&...) {});
    }

    void start(Hear hear) { std::exchange(m_start, nullptr)(std::move(hear)); }

    /// Then `next(answer)` on the thread of `context`: at once when the work ends there. When `next` makes a call, the result is that of
    /// it.
    template <typename Next>
    auto then(QObject *context, Next next)
    {
        if constexpr (std::is_void_v<Answer>)
            return link<std::invoke_result_t<Next &>>(context, std::move(next));
        else
            return link<std::invoke_result_t<Next &, Answer>>(context, std::move(next));
    }

    /// Waits for it. Throws std::future_error when the call is dropped.
    Answer result()
    {
        auto promise = std::make_shared<std::promise<Answer>>();
        std::future<Answer> future = promise->get_future();
        start([promise = std::move(promise)]<typename... Given>(Given &&...given) { promise->set_value(std::forward<Given>(given)...); });
        return future.get();
    }

private:
    template <typename Gives, typename Next>
    auto link(QObject *context, Next next)
    {
        using Result = calls::Unwrapped<Gives>::Type;
        return Call<Result>{[begin = std::exchange(m_start, nullptr), landing = calls::Landing{context},
                             next = std::move(next)](Call<Result>::Hear hear) mutable {
            begin([landing, next = std::move(next), hear = std::move(hear)]<typename... Given>(Given &&...given) mutable {
                landing.run([next = std::move(next), hear = std::move(hear), ... given = std::forward<Given>(given)]() mutable {
                    calls::pass(hear, next, std::move(given)...);
                });
            });
        }};
    }

    Start m_start; ///< Empty when it has started or gone on in another call.
};

/// Has `work()` done on the thread of `context`.
template <typename Work>
auto callOn(QObject *context, Work work)
{
    using Answer = calls::Unwrapped<std::invoke_result_t<Work &>>::Type;
    return Call<Answer>{[landing = calls::Landing{context}, work = std::move(work)](Call<Answer>::Hear hear) mutable {
        landing.run([work = std::move(work), hear = std::move(hear)]() mutable { calls::pass(hear, work); });
    }};
}

/// Has `work()` done aside, on a thread of the pool.
template <typename Work>
auto callAside(Work work)
{
    using Answer = std::invoke_result_t<Work &>;
    return Call<Answer>{[work = std::move(work)](Call<Answer>::Hear hear) mutable {
        const auto both = std::make_shared<std::pair<Work, typename Call<Answer>::Hear>>(std::move(work), std::move(hear));
        QThreadPool::globalInstance()->start([both] { calls::pass(both->second, both->first); });
    }};
}

/// An answer that is there already.
template <typename Answer>
Call<Answer> answered(Answer answer)
{
    return Call<Answer>{[answer = std::move(answer)](Call<Answer>::Hear hear) mutable { hear(std::move(answer)); }};
}

} // namespace guichet

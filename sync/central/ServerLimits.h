// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/protocol/Messages.h"

#include <chrono>

namespace guichet {

/// What nobody may ask of the server, with its defaults (decisions 29, docs/operations.md). All but the head and
/// `answerTime` can be set with `guichet-central serve`.
struct ServerLimits
{
    int connections = 512;
    qint64 head = 8 * 1024;                        ///< Bytes of request line and fields; why not more: docs/decisions/0035.
    qint64 body = protocol::largestBody;           ///< Bytes, as sent; inflated, protocol::largestBody holds too.
    qint64 bodiesAtOnce = 256 * 1024 * 1024;       ///< Bytes of all requests under way: what they may take of the memory.
    std::chrono::milliseconds headTime{10'000};    ///< From the connection, or the first byte of a later request, to the end of the head.
    std::chrono::milliseconds bodyTime{60'000};    ///< From there to the end of the body.
    std::chrono::milliseconds idleTime{60'000};    ///< To take some more of an answer, and to ask again.
    std::chrono::milliseconds answerTime{600'000}; ///< To take an answer, however steadily.
    int requestsPerSecond = 50;                    ///< With the token of a till, on average; for all else, from one address.
    int requestsAtOnce = 200;                      ///< What may be asked beyond that average.
};

/// Which limit a request or a connection met.
enum class Limit { Connections, Malformed, HeadSize, BodySize, Memory, Slow, Rate };

} // namespace guichet

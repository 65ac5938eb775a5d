// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/Deflate.h"

#include <cstdlib>

/// Bodies as they come: what inflates stays within its limit and packs again to what inflates to the same; anything else is an error.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    constexpr qsizetype largest = 1024 * 1024;
    const QByteArray bytes{reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)};
    if (const guichet::Result<QByteArray> plain = guichet::inflated(bytes, largest)) {
        const guichet::Result<QByteArray> again = guichet::inflated(guichet::deflated(*plain), largest);
        if (plain->size() > largest || !again || *again != *plain)
            std::abort();
    }
    const guichet::Result<QByteArray> packed = guichet::inflated(guichet::deflated(bytes), largest);
    if (size <= static_cast<size_t>(largest) && (!packed || *packed != bytes))
        std::abort();
    return 0;
}

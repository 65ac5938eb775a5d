// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/Decisions.h"

#include <QJsonDocument>

#include <cstdlib>

namespace {

using namespace guichet;

/// What was read is written and read again as the same JSON.
template <typename Read>
void readsAgain(const QJsonObject &object, Read read)
{
    const auto message = read(object);
    if (!message)
        return;
    const QJsonObject written = toJson(*message);
    const auto again = read(written);
    if (!again || toJson(*again) != written)
        std::abort();
}

/// A code stands in the path.
template <typename Message>
auto ofCode(Result<Message> (*read)(const QString &, const QJsonObject &))
{
    return [read](const QJsonObject &object) { return read(QStringLiteral("KDO-1"), object); };
}

} // namespace

/// What is asked of the centre before a sale, and what it answers. The first byte chooses the message.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    if (size < 2)
        return 0;
    const QByteArray bytes{reinterpret_cast<const char *>(data) + 1, static_cast<qsizetype>(size - 1)};
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    switch (data[0] % 8) {
    case 0: readsAgain(object, placeHoldFromJson); break;
    case 1: readsAgain(object, holdAnswerFromJson); break;
    case 2: readsAgain(object, ofCode(giftDebitFromJson)); break;
    case 3: readsAgain(object, giftDecisionFromJson); break;
    case 4: readsAgain(object, ofCode(codeUseFromJson)); break;
    case 5: readsAgain(object, codeDecisionFromJson); break;
    case 6: readsAgain(object, allotmentsAnswerFromJson); break;
    default: readsAgain(object, allotmentsAskedFromJson); break;
    }
    return 0;
}

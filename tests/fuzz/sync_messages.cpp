// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/Messages.h"

#include <QJsonDocument>

#include <cstdlib>

namespace {

using namespace guichet;

/// What was read is written and read again as the same JSON: nothing is lost on the way, and nothing is made up.
template <typename Message>
void reads(Result<Message> (*read)(const QJsonObject &), const QJsonObject &object)
{
    const Result<Message> message = read(object);
    if (!message)
        return;
    const QJsonObject written = toJson(*message);
    const Result<Message> again = read(written);
    if (!again || toJson(*again) != written)
        std::abort();
}

} // namespace

/// What till and centre say to each other: both sides read every JSON without harm. The first byte chooses the message.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    if (size < 2)
        return 0;
    const QByteArray bytes{reinterpret_cast<const char *>(data) + 1, static_cast<qsizetype>(size - 1)};
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    switch (data[0] % 9) {
    case 0: reads(enrolRequestFromJson, object); break;
    case 1: reads(enrolAnswerFromJson, object); break;
    case 2: reads(centreAnchorFromJson, object); break;
    case 3: reads(factPushFromJson, object); break;
    case 4: reads(documentPushFromJson, object); break;
    case 5: reads(documentReceiptFromJson, object); break;
    case 6: reads(changesPageFromJson, object); break;
    case 7: reads(homePushFromJson, object); break;
    default: reads(snapshotPageFromJson, object); break;
    }
    return 0;
}

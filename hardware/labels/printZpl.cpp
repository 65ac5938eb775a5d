// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/labels/zplLabel.h"
#include "hardware/transport/ByteStream.h"

namespace guichet {
using namespace std::chrono_literals;

namespace {

constexpr quint16 rawPort = 9100;
constexpr auto openLimit = 3s;
constexpr auto writeLimit = 10s; // a printer that is out of labels takes no more

} // namespace

Result<> printZpl(const QString &setting, const QByteArray &zpl)
{
    TRY_LET(line, makeByteStream(setting, rawPort));
    TRY(line->open(openLimit));
    TRY(line->write(zpl, writeLimit));
    line->close();
    return {};
}

} // namespace guichet

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scan/ScanCode.h"
#include "core/scan/WedgeReader.h"
#include "hardware/scanner/ScanLineReader.h"

#include <cstdlib>

namespace {
using namespace guichet;

/// A code is never longer than what the parser can refuse as such, and what it reads never comes out with nothing to look up.
void judge(const QString &code)
{
    if (code.isEmpty() || code.size() > 4 * (longestScan + 1))
        std::abort();
    const auto read = parseScanCode(code, TillSettings{}.embeddedCodes);
    if (read && read->kind != ScanCode::Kind::Dossier && read->candidates.isEmpty())
        std::abort();
}

/// The same bytes as keys: each with its pause.
void typeAll(const QByteArray &bytes, const ScannerSettings &settings)
{
    WedgeReader wedge{settings};
    qint64 now = 1;
    for (qsizetype i = 0; i + 1 < bytes.size(); i += 2) {
        now += static_cast<unsigned char>(bytes[i + 1]);
        Keystroke key{.kind = Keystroke::Kind::Character, .text = QString{QLatin1Char{bytes[i]}}, .atMs = now};
        if (bytes[i] == '\r')
            key = {.kind = Keystroke::Kind::End, .atMs = now};
        const WedgeStep step = wedge.press(key);
        if (step.scan)
            judge(*step.scan);
        if (step.holdsKey && step.swallowsKey)
            std::abort();
    }
    if (const WedgeStep last = wedge.silence(); last.scan)
        judge(*last.scan);
    if (wedge.isReading())
        std::abort();
}

} // namespace

/// Whatever a scanner sends, on a line or as keys, is a code or nothing.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QByteArray bytes{reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)};
    ScanLineReader reader;
    reader.feed(bytes);
    while (const auto code = reader.take())
        judge(*code);
    if (const auto code = reader.silence())
        judge(*code);
    typeAll(bytes, {});
    typeAll(bytes, {.prefix = QStringLiteral("stx"), .keyboard = QStringLiteral("us-on-azerty")});
    typeAll(bytes, {.endsBySilence = true, .separator = QStringLiteral("|")});
    return 0;
}

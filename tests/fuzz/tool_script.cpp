// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tool/ScriptSession.h"

#include <QGuiApplication>
#include <QTemporaryDir>

#include <cstdlib>

namespace {

/// A demo till that every input finds; commands that write files are left out. It is never destroyed: the fuzzer ends by exit(), after
/// which Qt Sql is gone and a till could not write that it stops.
guichet::ScriptSession &session()
{
    static int argc = 1;
    static char name[] = "fuzz";
    static char *argv[] = {name, nullptr};
    [[maybe_unused]] static auto &application = *new QGuiApplication{argc, argv};
    static auto &folder = *new QTemporaryDir;
    static auto &till = *new guichet::ScriptSession{folder.filePath(QStringLiteral("till")),
                                                    guichet::fromRfc3339(QStringLiteral("2026-11-23T10:00:00+01:00"))};
    static const bool ready = [] {
        till.run(R"({"do":"create","demo":true,"secretStore":"file"})");
        till.run(R"({"do":"login","user":"Claire","pin":"5555"})");
        return till.run(R"({"do":"open","float":25000})")[QStringLiteral("ok")].toBool();
    }();
    if (!ready)
        std::abort();
    return till;
}

} // namespace

/// A script answers every line, whatever it holds.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    const QByteArray script{reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)};
    if (script.contains("file") || script.contains("export"))
        return 0;
    for (const QByteArray &line : script.split('\n'))
        if (!session().run(line).contains(QStringLiteral("ok")))
            std::abort();
    return 0;
}

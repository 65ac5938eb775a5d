// SPDX-License-Identifier: GPL-3.0-or-later
#if __has_include(<catch2/catch_session.hpp>)
#include <catch2/catch_session.hpp>
#else
#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>
#endif

#include "tests/support/CatchRun.h"

int guichet::runCatch(int argc, char *argv[])
{
    return Catch::Session().run(argc, argv);
}

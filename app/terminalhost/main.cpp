// SPDX-License-Identifier: GPL-3.0-or-later
// guichet-terminal-host LIBRARY: loads a vendor's library for a card terminal, for the till that has started it (docs/terminal-plugins.md).
#include "app/terminalhost/HostConversation.h"

#include <QFile>

#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

namespace {

/// What the library prints must not get between what we say to the till. Gives the line that was standard input and output.
int keepLineForUs()
{
    const int line = ::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    const int nothing = ::open("/dev/null", O_RDWR | O_CLOEXEC);
    for (const int standard : {STDIN_FILENO, STDOUT_FILENO})
        ::dup2(nothing, standard);
    return line;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 2) {
        std::fputs("guichet-terminal-host LIBRARY: started by the till alone\n", stderr);
        return 2;
    }
    std::signal(SIGPIPE, SIG_IGN);
    guichet::HostConversation conversation{keepLineForUs()};
    return conversation.run(QFile::decodeName(argv[1]));
}

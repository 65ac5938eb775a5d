/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * An example of a plug-in for a card terminal: that of Guichet's own simulated terminal (SimulatedPluginTerminal.h says what goes over the
 * line). It also does wrong whatever the terminal tells it to, so that tests see that the till stands it. POSIX.
 */
#include "hardware/plugin/guichet_terminal.h"

#include <arpa/inet.h>
#include <inttypes.h>
#include <netinet/in.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

struct terminal {
    struct sockaddr_in place;
    const struct guichet_host *host;
    atomic_int line; /* of the call that runs; -1: none */
    char play[32];   /* what to do wrong */
};

/* The line is used up to the newline, which is cut off; false: it ended before. */
static bool read_line(int line, char *text, size_t size)
{
    size_t used = 0;
    while (used + 1 < size && recv(line, text + used, 1, 0) == 1) {
        if (text[used] == '\n') {
            text[used] = 0;
            return true;
        }
        ++used;
    }
    return false;
}

static int call_terminal(struct terminal *terminal, const char *call)
{
    const int line = socket(AF_INET, SOCK_STREAM, 0);
    if (line < 0 || connect(line, (const struct sockaddr *)&terminal->place, sizeof terminal->place) != 0) {
        if (line >= 0)
            close(line);
        return -1;
    }
    terminal->play[0] = 0;
    terminal->host->log(terminal->host->context, 1, call);
    (void)send(line, call, strlen(call), MSG_NOSIGNAL);
    (void)send(line, "\n", 1, MSG_NOSIGNAL);
    atomic_store(&terminal->line, line);
    return line;
}

static void hang_up(struct terminal *terminal, int line)
{
    atomic_store(&terminal->line, -1);
    close(line);
}

static void talk_without_end(const struct terminal *terminal)
{
    for (;;)
        terminal->host->prompt(terminal->host->context, "encore et encore et encore");
}

/* What the terminal tells us to do wrong before the answer is even there. */
static void misbehave(const struct terminal *terminal)
{
    if (strcmp(terminal->play, "crash") == 0)
        abort();
    if (strcmp(terminal->play, "hang") == 0)
        for (;;)
            pause();
    if (strcmp(terminal->play, "flood") == 0)
        talk_without_end(terminal);
}

/* The next line that is not a prompt; false: the line was cut. */
static bool next_answer(struct terminal *terminal, int line, char *text, size_t size)
{
    while (read_line(line, text, size)) {
        terminal->host->log(terminal->host->context, 2, text);
        if (strncmp(text, "PROMPT ", 7) == 0) {
            terminal->host->prompt(terminal->host->context, text + 7);
        } else if (strncmp(text, "PLAY ", 5) == 0) {
            snprintf(terminal->play, sizeof terminal->play, "%.31s", text + 5);
            misbehave(terminal);
        } else {
            return true;
        }
    }
    return false;
}

static int32_t state_of(const char *name)
{
    if (strcmp(name, "approved") == 0)
        return GUICHET_APPROVED;
    if (strcmp(name, "declined") == 0)
        return GUICHET_DECLINED;
    if (strcmp(name, "not_started") == 0)
        return GUICHET_NOT_STARTED;
    return strcmp(name, "in_progress") == 0 ? GUICHET_IN_PROGRESS : GUICHET_UNKNOWN;
}

static void write_slips(struct guichet_result *result)
{
    snprintf(result->customer_slip, sizeof result->customer_slip, "TERMINAL SIMULE\nBancontact ************4321\n%s %" PRId64 " cents\n%s",
             result->cents < 0 ? "CREDIT" : "DEBIT", result->cents, result->reference);
    snprintf(result->merchant_slip, sizeof result->merchant_slip, "%s", result->customer_slip);
}

static void fill(struct guichet_result *result, const char *answer)
{
    char state[32] = "";
    char transaction[64] = "";
    char reference[64] = "";
    if (sscanf(answer, "ANSWER %63s %31s %" SCNd64 " %63s %63s", result->id, state, &result->cents, transaction, reference) != 5)
        return;
    result->state = state_of(state);
    if (result->state != GUICHET_APPROVED)
        return;
    snprintf(result->transaction, sizeof result->transaction, "%s", transaction);
    snprintf(result->reference, sizeof result->reference, "%s", reference);
    snprintf(result->receipt_number, sizeof result->receipt_number, "%s", transaction);
    snprintf(result->brand, sizeof result->brand, "Bancontact");
    snprintf(result->masked_pan, sizeof result->masked_pan, "************4321");
    snprintf(result->entry, sizeof result->entry, "contactless");
    snprintf(result->terminal_id, sizeof result->terminal_id, "SIMULATED");
    write_slips(result);
}

/* What cannot be, whoever reads it; one text has no end. */
static void write_garbage(struct guichet_result *result)
{
    result->state = 4711;
    result->cents = INT64_MIN;
    memset(result->text, 0xff, sizeof result->text);
}

static int32_t perform(struct terminal *terminal, const char *call, const char *id, struct guichet_result *result)
{
    char answer[400];
    const int line = call_terminal(terminal, call);
    if (line < 0)
        return GUICHET_UNAVAILABLE;
    snprintf(result->id, sizeof result->id, "%s", id);
    const bool is_answered = next_answer(terminal, line, answer, sizeof answer);
    hang_up(terminal, line);
    if (is_answered && strcmp(answer, "BUSY") == 0)
        return GUICHET_BUSY;
    if (is_answered)
        fill(result, answer);
    if (strcmp(terminal->play, "wrong_id") == 0)
        snprintf(result->id, sizeof result->id, "00000000-0000-4000-8000-000000000000");
    if (strcmp(terminal->play, "garbage") == 0)
        write_garbage(result);
    return GUICHET_OK;
}

static int32_t open_terminal(const struct guichet_settings *settings, const struct guichet_host *host, void **opened)
{
    struct terminal *terminal = calloc(1, sizeof *terminal);
    if (!terminal)
        return GUICHET_UNAVAILABLE;
    terminal->host = host;
    terminal->place.sin_family = AF_INET;
    terminal->place.sin_port = htons((uint16_t)settings->port);
    atomic_store(&terminal->line, -1);
    if (settings->port == 0 || settings->port > 65535 || inet_pton(AF_INET, settings->address, &terminal->place.sin_addr) != 1) {
        free(terminal);
        return GUICHET_BAD_SETTINGS;
    }
    *opened = terminal;
    return GUICHET_OK;
}

static void close_terminal(void *terminal)
{
    free(terminal);
}

static int32_t charge(void *terminal, const struct guichet_request *request, struct guichet_result *result)
{
    char call[200];
    snprintf(call, sizeof call, "CHARGE %s %" PRId64, request->id, request->cents);
    return perform(terminal, call, request->id, result);
}

static int32_t reverse(void *terminal, const struct guichet_request *request, struct guichet_result *result)
{
    char call[400];
    snprintf(call, sizeof call, "REVERSE %s %" PRId64 " %s", request->id, request->cents, request->transaction);
    return perform(terminal, call, request->id, result);
}

static int32_t look_up(void *terminal, const struct guichet_request *request, struct guichet_result *result)
{
    char call[200];
    snprintf(call, sizeof call, "STATUS %s", request->id);
    return perform(terminal, call, request->id, result);
}

static int32_t diagnose(void *opened, char *words)
{
    struct terminal *terminal = opened;
    char answer[400];
    const int line = call_terminal(terminal, "IDLE");
    if (line < 0)
        return GUICHET_UNAVAILABLE;
    const bool is_answered = next_answer(terminal, line, answer, sizeof answer);
    hang_up(terminal, line);
    if (!is_answered)
        return GUICHET_UNAVAILABLE;
    if (strncmp(answer, "READY ", 6) != 0)
        return GUICHET_BUSY;
    snprintf(words, 256, "%.200s", answer + 6);
    return GUICHET_OK;
}

static int32_t read_totals(void *opened, int32_t end_of_day, struct guichet_totals *totals)
{
    struct terminal *terminal = opened;
    char answer[400];
    const int line = call_terminal(terminal, end_of_day ? "TOTALS 1" : "TOTALS 0");
    if (line < 0)
        return GUICHET_UNAVAILABLE;
    bool is_whole = false;
    while (!is_whole && next_answer(terminal, line, answer, sizeof answer) && totals->count < GUICHET_MOST_TOTALS) {
        struct guichet_total *row = &totals->rows[totals->count];
        is_whole = strcmp(answer, "END") == 0;
        if (sscanf(answer, "TOTAL %63s %" SCNd32 " %" SCNd64, row->brand, &row->count, &row->cents) == 3)
            ++totals->count;
    }
    hang_up(terminal, line);
    return is_whole ? GUICHET_OK : GUICHET_UNAVAILABLE;
}

/* The line may have been hung up meanwhile: then nobody hears it. */
static void cancel(void *opened)
{
    struct terminal *terminal = opened;
    const int line = atomic_load(&terminal->line);
    if (line >= 0)
        (void)send(line, "CANCEL\n", 7, MSG_NOSIGNAL);
}

const struct guichet_terminal_plugin *guichet_terminal(void)
{
    static const struct guichet_terminal_plugin plugin = {
        .version = GUICHET_TERMINAL_VERSION,
        .size = sizeof plugin,
        .name = "Guichet, example of a plug-in",
        .open = open_terminal,
        .close = close_terminal,
        .charge = charge,
        .reverse = reverse,
        .look_up = look_up,
        .diagnose = diagnose,
        .totals = read_totals,
        .cancel = cancel,
    };
    return &plugin;
}

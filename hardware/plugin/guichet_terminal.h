/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef GUICHET_TERMINAL_H
#define GUICHET_TERMINAL_H

/*
 * What a vendor's library offers so that Guichet can take payments at its card terminal (HW-3; docs/terminal-plugins.md). C11, or any
 * language that makes a C interface. The library is loaded by guichet-terminal-host, a process of its own: it may crash there, but what it
 * has begun must be found again by look_up() from a new process.
 *
 * Text is UTF-8 and ends with a zero byte; texts that are given stay valid during the call only. Amounts are whole cents (1250 is 12,50 €):
 * positive from the card to the shop, negative back to the card. The currency is EUR.
 *
 * The functions are called one at a time, on one thread, and may block; only cancel() comes from another thread, at any moment.
 * Every structure begins with its size in bytes as its author compiled it. A later version of this file may add members at the end of a
 * structure and never changes what is here; whoever reads a structure leaves out what lies beyond `size`.
 */

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define GUICHET_TERMINAL_VERSION 1u

/** What a function was able to do. */
enum guichet_status {
    GUICHET_OK = 0,           /**< The answer is filled in. */
    GUICHET_UNAVAILABLE = 1,  /**< The terminal cannot be reached, or cannot do this. */
    GUICHET_BUSY = 2,         /**< It serves somebody else. */
    GUICHET_BAD_SETTINGS = 3, /**< Only from open(): the settings do not do. */
};

/** What is known of a payment. When in doubt it is unknown: the till asks again, and at last a person. */
enum guichet_state {
    GUICHET_UNKNOWN = 0,
    GUICHET_APPROVED = 1,    /**< The money has moved: `cents` says how much. */
    GUICHET_DECLINED = 2,    /**< No money has moved, and none will. */
    GUICHET_NOT_STARTED = 3, /**< The terminal has never got the request, and never will. */
    GUICHET_IN_PROGRESS = 4, /**< Only from look_up(): it is still being done. */
};

/** How the till was told to reach the terminal. */
struct guichet_settings
{
    uint32_t size;
    uint32_t port;       /**< 0: the usual one. */
    const char *address; /**< Host, IP address, serial port … as the vendor documents it; may be empty. */
    const char *till;    /**< This till, in the terminal's eyes. */
    const char *options; /**< Whatever else the vendor documents, one line; may be empty. */
    const char *secret;  /**< Password or key; may be empty. Never written anywhere. */
    const char *folder;  /**< Exists; for what the library must remember over a power cut. Nobody else writes there. */
};

/** What the library may call back, from any of its threads, until close() has returned. */
struct guichet_host
{
    uint32_t size;
    void *context; /**< The first argument of the functions. */
    /** What the terminal shows; the cashier reads it. At most 200 bytes are shown. */
    void (*prompt)(void *context, const char *text);
    /** A message to (1) or from (2) the terminal, or a note (0), for the log; runs of 13 digits or more are masked there. At most 4,000
     *  bytes are kept. */
    void (*log)(void *context, int direction, const char *text);
};

/** What the till wants. */
struct guichet_request
{
    uint32_t size;
    const char *id; /**< Of this payment, 36 characters; never used twice. Give it to the terminal, or remember it before sending. */
    int64_t cents;  /**< charge(): negative gives money back. reverse(): of the payment that is given back, as it was approved. */
    const char *transaction; /**< reverse(): guichet_result.transaction of the payment to give back; else empty. */
};

/** What has become of a payment. The host fills it with zeros before each call; the library fills in what it knows. */
struct guichet_result
{
    uint32_t size;
    int32_t state;              /**< enum guichet_state. */
    int64_t cents;              /**< When approved: what has really moved, with the sign of the request; a tip or a part may change it. */
    int32_t signature_required; /**< 1: the customer signs the merchant's slip. */
    char id[64];                /**< guichet_request.id of the payment that this tells of. Another one, or none: it counts as unknown. */
    char transaction[256];      /**< What reverse() needs to name it. */
    char reference[100];        /**< Approval code. */
    char text[256];             /**< The terminal's own words. */
    char brand[64];             /**< `Bancontact`. */
    char masked_pan[32];        /**< At most the last four digits. */
    char entry[16];             /**< chip, contactless, mobile, magstripe, manual; empty: not said. */
    char terminal_id[64];
    char merchant_id[64];
    char receipt_number[64];  /**< The terminal's own. */
    char at[40];              /**< When, RFC 3339: `2026-11-25T10:11:12+01:00`; empty: not said. */
    char merchant_slip[4096]; /**< Lines as the terminal wants them printed, each ends with \n; at most 80 of 64 characters. */
    char customer_slip[4096];
};

/** What one brand of cards has counted since the last end of day; refunds and reversals are taken off. */
struct guichet_total
{
    char brand[64];
    int32_t count;
    int32_t reserved; /**< 0. */
    int64_t cents;
};

#define GUICHET_MOST_TOTALS 60

struct guichet_totals
{
    uint32_t size;
    int32_t count; /**< Rows that are filled in. */
    struct guichet_total rows[GUICHET_MOST_TOTALS];
};

/** What the library can do. All functions are there. */
struct guichet_terminal_plugin
{
    uint32_t version; /**< GUICHET_TERMINAL_VERSION. */
    uint32_t size;
    const char *name; /**< `Acme terminals 4.2`: for the log. */

    /** Gets ready; sends no payment. GUICHET_OK: `*terminal` is the first argument of all that follows. `settings` are given once; `host`
     *  lives until close() has returned. */
    int32_t (*open)(const struct guichet_settings *settings, const struct guichet_host *host, void **terminal);
    /** The last call. The process may also end without it. */
    void (*close)(void *terminal);

    /** Takes or, negative, gives back money, and waits for the end. Anything but GUICHET_OK: nothing was sent, and nothing will be. Once
     *  something was sent it is GUICHET_OK with what is known. */
    int32_t (*charge)(void *terminal, const struct guichet_request *request, struct guichet_result *result);
    /** Gives exactly one approved payment back; the same rules. */
    int32_t (*reverse)(void *terminal, const struct guichet_request *request, struct guichet_result *result);
    /** Asks what has become of a charge or a reversal, also of an earlier process. Moves no money. GUICHET_NOT_STARTED counts only when it
     * is said twice, seconds apart, by a terminal that diagnose() finds idle. */
    int32_t (*look_up)(void *terminal, const struct guichet_request *request, struct guichet_result *result);
    /** GUICHET_OK: it could take a payment now. `words`, 256 bytes: what it says of itself. */
    int32_t (*diagnose)(void *terminal, char *words);
    /** What it has counted; `end_of_day` 1: also closes its day. */
    int32_t (*totals)(void *terminal, int32_t end_of_day, struct guichet_totals *totals);
    /** Asks the call that runs to stop: only a request, the call still says how it ended. From another thread; also when nothing runs. */
    void (*cancel)(void *terminal);
};

/** The one symbol that the library exports. What it points to lives as long as the process. */
#if defined(_WIN32)
__declspec(dllexport)
#elif defined(__GNUC__)
__attribute__((visibility("default")))
#endif
const struct guichet_terminal_plugin *
guichet_terminal(void);

#ifdef __cplusplus
}
#endif

#endif

// SPDX-License-Identifier: GPL-3.0-or-later
// What the oracles of this folder share: they run our side as a program and read bar codes with zbarimg.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
export const peer = process.argv[2];

/// The package, or the end of the test as skipped.
export function need(name) {
    if (!existsSync(join(here, "node_modules", name))) {
        console.log("skipped: run `npm ci` in tests/oracles/devices first");
        process.exit(77);
    }
    return createRequire(import.meta.url)(name);
}

export function ask(words, input) {
    const run = spawnSync(peer, words, { input, maxBuffer: 64 << 20 });
    if (run.status !== 0) throw new Error(`${words.join(" ")}: ${run.status} ${run.stderr}`);
    return run.stdout.toString("utf8").trim().split("\n").filter(Boolean).map((line) => JSON.parse(line));
}

/// `EAN-13:…`, `QR-Code:…`: what an independent scanner sees in a picture.
export function scan(file) {
    const run = spawnSync("zbarimg", ["-q", file]);
    if (run.error) {
        console.log("skipped: zbarimg is missing");
        process.exit(77);
    }
    return run.stdout.toString("utf8").trim().split("\n").filter(Boolean);
}

export function inFolder(work) {
    const folder = mkdtempSync(join(tmpdir(), "device-oracle-"));
    try {
        return work(folder);
    } finally {
        rmSync(folder, { recursive: true });
    }
}

/// Numbers that are the same in each run (mulberry32).
export function seeded(seed) {
    return () => {
        seed = (seed + 0x6d2b79f5) | 0;
        let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
        t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
        return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    };
}

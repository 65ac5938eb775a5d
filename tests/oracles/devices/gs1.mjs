// SPDX-License-Identifier: GPL-3.0-or-later
// Many element strings, read by gs1-barcode-parser-mod, by @point-of-sale/barcode-parser and by our till: all must find the same. Usage: node gs1.mjs DEVICE_PEER
import assert from "node:assert/strict";
import { ask, need, seeded } from "./common.mjs";

const { parseBarcode } = need("gs1-barcode-parser-mod");
const { Aim, GS1 } = need("@point-of-sale/barcode-parser");
const random = seeded(20261123);
const count = 3000;
const gs = "\u001d";

const below = (limit) => Math.floor(random() * limit);
const digits = (length) => Array.from({ length }, () => below(10)).join("");
const word = (longest) => Array.from({ length: 1 + below(longest) }, () => "ABCDEFGHJKMNPQRSTUVWXYZ0123456789-/."[below(36)]).join("");

function gtin() {
    const body = digits(13);
    const sum = [...body].reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 3 : 1), 0);
    return body + ((10 - (sum % 10)) % 10);
}

function date() {
    const month = String(1 + below(12)).padStart(2, "0");
    return `${27 + below(10)}${month}${String(below(29)).padStart(2, "0")}`; // day 00: the last one of the month
}

const makers = {
    "01": gtin, "10": () => word(20), "21": () => word(20), "15": date, "17": date, "37": () => String(1 + below(9999)),
    "3103": () => digits(6), "3102": () => digits(6), "3922": () => String(1 + below(999999)), "91": () => word(10), "11": date,
};
const open = new Set(["10", "21", "37", "3922", "91"]);

/// Some elements in any order, each once, with FNC1 where one is needed, and sometimes where it is not.
function elementString() {
    const names = Object.keys(makers).sort(() => random() - 0.5).slice(0, 1 + below(5));
    const chosen = names.filter((name) => !(name === "3102" && names.includes("3103")) && !(name === "15" && names.includes("17")));
    let text = "";
    chosen.forEach((name, i) => {
        text += name + makers[name]();
        if (i + 1 < chosen.length && open.has(name)) text += gs;
    });
    return text;
}

function theirs(text) {
    const found = {};
    for (const item of parseBarcode("]C1" + text).parsedCodeItems) {
        if (item.ai === "01") found.gtin = item.data;
        if (item.ai === "10") found.lot = item.data;
        if (item.ai === "21") found.serial = item.data;
        if (item.ai === "15" || item.ai === "17") found.expiry = item.isoDate.slice(0, 10);
        if (item.ai === "37") found.pieces = Number(item.data);
        if (item.ai.startsWith("310")) found.grams = Math.round(Number(item.data) * 1000);
        if (item.ai.startsWith("392")) found.cents = Math.round(Number(item.data) * 100);
    }
    return found;
}

/// The same without dates, which it leaves as they stand: `]C1` told apart, then the elements as they were cut.
function alsoTheirs(text) {
    const found = {};
    for (const { ai, value } of GS1.parse({ value: text, ...Aim.decode("]C1", text) }).elements) {
        if (ai === "01") found.gtin = value;
        if (ai === "10") found.lot = value;
        if (ai === "21") found.serial = value;
        if (ai === "37") found.pieces = Number(value);
        if (ai.startsWith("310")) found.grams = Number(value) * 10 ** (3 - Number(ai[3]));
        if (ai.startsWith("392")) found.cents = Number(value) * 10 ** (2 - Number(ai[3]));
    }
    return found;
}

function withoutDates({ expiry, ...found }) {
    return found;
}

function ours(read) {
    assert.equal(read.error, undefined, read.error);
    const found = { ...read };
    for (const name of ["gtin", "lot", "serial"]) if (found[name] === "") delete found[name];
    return found;
}

const codes = Array.from({ length: count }, elementString);
const reads = ask(["scan"], codes.map((code) => JSON.stringify({ code })).join("\n"));
assert.equal(reads.length, count);
codes.forEach((code, i) => {
    assert.deepEqual(ours(reads[i]), theirs(code), JSON.stringify(code));
    assert.deepEqual(withoutDates(ours(reads[i])), alsoTheirs(code), JSON.stringify(code));
});
console.log(`ok ${count} element strings`);

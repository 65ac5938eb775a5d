// SPDX-License-Identifier: GPL-3.0-or-later
// What @point-of-sale/receipt-printer-encoder sends comes out of our simulated printer as it was meant. Usage: node escpos.mjs DEVICE_PEER
import assert from "node:assert/strict";
import { join } from "node:path";
import { ask, inFolder, need, scan, seeded } from "./common.mjs";

const library = need("@point-of-sale/receipt-printer-encoder");
const Encoder = library.default ?? library;

function encoder(options = {}) {
    return new Encoder({ language: "esc-pos", columns: 48, codepageMapping: "epson", ...options }).initialize();
}

/// What the paper shows, and the codes in its picture.
function printed(bytes) {
    return inFolder((folder) => {
        const picture = join(folder, "paper.png");
        const [paper] = ask(["paper", picture], Buffer.from(bytes));
        assert.equal(paper.unknown, "", "commands that our printer does not know");
        assert.equal(paper.left, 0, "bytes that our printer still waits for");
        return { ...paper, codes: scan(picture) };
    });
}

function textInEachPage() {
    for (const page of ["cp437", "cp850", "cp858", "windows1252", "iso8859-15"]) {
        const euro = ["cp437", "cp850"].includes(page) ? "" : " €";
        const words = `Été à la Grotte, ça coûte 12,50${euro}`;
        let job;
        try {
            job = encoder().codepage(page).line(words).encode();
        } catch (refused) {
            assert.match(String(refused), /codepage/i); // the mapping of a model may lack one
            continue;
        }
        assert.ok(printed(job).text.includes(words), page);
    }
}

function stylesAndSizes() {
    const paper = printed(encoder().bold(true).line("gras").bold(false).underline(true).line("souligné").underline(false)
        .invert(true).line("inverse").invert(false).width(2).height(2).line("GRAND").width(1).height(1).align("right").line("droite")
        .align("left").rule().encode());
    for (const word of ["gras", "soulign", "inverse", "GRAND", "droite"]) assert.ok(paper.text.includes(word), word);
}

function tables() {
    const paper = printed(encoder().table([{ width: 36, align: "left" }, { width: 10, align: "right" }],
        [["Miel de fleurs", "7,50"], ["Total", "31,50"]]).encode());
    const line = paper.text.split("\n").find((one) => one.includes("Total"));
    assert.match(line, /^Total +31,50$/);
    assert.equal(line.length, 46);
}

function barcodes() {
    const wanted = [["5400141000016", "ean13", "EAN-13:5400141000016"], ["96385074", "ean8", "EAN-8:96385074"],
        ["{BGUICHET-123", "code128", "CODE-128:GUICHET-123"], ["GUICHET-123", "code128", "CODE-128:GUICHET-123"]];
    for (const [text, kind, read] of wanted) {
        const paper = printed(encoder().align("center").barcode(text, kind, { height: 80, width: 2, text: true }).encode());
        assert.deepEqual(paper.codes, [read], kind);
    }
}

function qrCodes() {
    const random = seeded(20261123);
    for (const level of ["l", "m", "q", "h"]) {
        const text = `https://billets.example/t/${Math.floor(random() * 1e12).toString(36).toUpperCase()}`;
        const paper = printed(encoder().align("center").qrcode(text, { model: 2, size: 6, errorlevel: level }).encode());
        assert.deepEqual(paper.codes, [`QR-Code:${text}`], level);
    }
}

/// Two stripes: the picture must come out where and as wide as it is, by each of the two commands.
function pictures() {
    const width = 64, height = 48;
    const data = new Uint8ClampedArray(width * height * 4).fill(255);
    for (let y = 0; y < height; ++y)
        for (let x = 0; x < width; ++x)
            if (x < 8 || y < 8) data.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3);
    for (const imageMode of ["raster", "column"]) {
        const paper = printed(encoder({ imageMode }).image({ data, width, height }, width, height, "threshold").line("dessous").encode());
        assert.ok(paper.text.includes("dessous"), imageMode);
    }
}

function drawerAndCutter() {
    const paper = printed(encoder().line("a").cut().line("b").cut("partial").pulse(0, 100, 500).pulse(1, 100, 500).encode());
    assert.equal(paper.cuts, 2);
    assert.equal(paper.kicks, 2);
}

for (const test of [textInEachPage, stylesAndSizes, tables, barcodes, qrCodes, pictures, drawerAndCutter]) {
    test();
    console.log(`ok ${test.name}`);
}

// SPDX-License-Identifier: GPL-3.0-or-later
// Our labels, drawn by zpl-renderer-js, are read back by zbarimg. Usage: node zpl.mjs DEVICE_PEER
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ask, inFolder, need, scan } from "./common.mjs";

const { ready } = need("zpl-renderer-js");
const { api } = await ready;

const labels = ask(["zpl"], "");
assert.ok(labels.length >= 3);
for (const label of labels) {
    const png = await api.zplToBase64Async(label.zpl, label.width, label.height, 8);
    inFolder((folder) => {
        const file = join(folder, "label.png");
        writeFileSync(file, Buffer.from(png, "base64"));
        assert.deepEqual(scan(file), [`EAN-13:${label.barcode}`], label.roll);
    });
    console.log(`ok ${label.roll}`);
}
process.exit(0); // the renderer keeps the program awake

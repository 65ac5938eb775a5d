// SPDX-License-Identifier: GPL-3.0-or-later
// Our nexo driver and simulated terminal against @adyen/api-library. Usage: node oracle.mjs PATH_OF_NEXO_PEER, after `npm install` here.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:https";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
if (!existsSync(join(here, "node_modules", "@adyen", "api-library"))) {
    console.log("skipped: run `npm install` in tests/oracles/nexo first");
    process.exit(77);
}
const require = createRequire(import.meta.url);
const { Client, TerminalLocalAPI } = require("@adyen/api-library");
const NexoCrypto = require("@adyen/api-library/lib/src/security/nexoCrypto").default;

const peer = process.argv[2];
const folder = mkdtempSync(join(tmpdir(), "nexo-oracle-"));
const poiId = "V400m-123456789";
const securityKey = { AdyenCryptoVersion: 1, KeyIdentifier: "simulated", KeyVersion: 1, Passphrase: "p@ssw0rd123456" };

function header(category, type = "Request", serviceId = Math.random().toString(36).slice(2, 12).toUpperCase()) {
    return { ProtocolVersion: "3.0", MessageClass: "Service", MessageCategory: category, MessageType: type, ServiceID: serviceId,
        SaleID: "TILL1", POIID: poiId };
}

function ask(verb, input = "") {
    const run = spawnSync(peer, [verb], { input, encoding: "utf8" });
    assert.equal(run.status, 0, `${verb}: ${run.stderr}`);
    return run.stdout.trim();
}

function itOpensWhatWeSeal() {
    const { plain, sealed } = JSON.parse(ask("seal"));
    const opened = new NexoCrypto().decrypt(JSON.parse(sealed).SaleToPOIRequest, securityKey);
    assert.equal(opened, plain);
    assert.equal(JSON.parse(opened).SaleToPOIRequest.PaymentRequest.PaymentTransaction.AmountsReq.RequestedAmount, 12.9);
}

function weOpenWhatItSeals() {
    const plain = JSON.stringify({ SaleToPOIResponse: { MessageHeader: header("Payment", "Response", "1"), PaymentResponse: { a: "é" } } });
    const sealed = NexoCrypto.encrypt(header("Payment", "Response", "1"), plain, securityKey);
    assert.equal(ask("open", JSON.stringify({ SaleToPOIResponse: sealed })), plain);
}

/// A terminal made of the library's crypto and node's TLS.
function terminalOf(certificate) {
    return createServer({ cert: certificate.leaf, key: certificate.key, minVersion: "TLSv1.2" }, (request, response) => {
        let body = "";
        request.on("data", (chunk) => { body += chunk; });
        request.on("end", () => {
            const asked = JSON.parse(new NexoCrypto().decrypt(JSON.parse(body).SaleToPOIRequest, securityKey)).SaleToPOIRequest;
            const answered = { ...asked.MessageHeader, MessageType: "Response" };
            const paid = { Response: { Result: "Success" }, SaleData: asked.PaymentRequest.SaleData,
                PaymentResult: { AmountsResp: { AuthorizedAmount: asked.PaymentRequest.PaymentTransaction.AmountsReq.RequestedAmount,
                    Currency: "EUR" } } };
            const plain = JSON.stringify({ SaleToPOIResponse: { MessageHeader: answered, PaymentResponse: paid } });
            response.end(JSON.stringify({ SaleToPOIResponse: NexoCrypto.encrypt(answered, plain, securityKey) }));
        });
    });
}

async function ourDriverChargesAtItsTerminal() {
    const certificate = JSON.parse(ask("certificate"));
    const rootFile = join(folder, "root.pem");
    writeFileSync(rootFile, certificate.root);
    const server = terminalOf(certificate);
    await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
    const run = spawn(peer, ["charge", String(server.address().port), rootFile], { stdio: ["ignore", "pipe", "inherit"] });
    const [line] = await Promise.all([new Promise((resolve) => createInterface(run.stdout).once("line", resolve)),
        new Promise((resolve) => run.once("exit", resolve))]);
    server.close();
    assert.deepEqual(JSON.parse(line), { state: 0, cents: 1290, text: "Success" });
}

/// The library always uses port 8443; ours is any free one.
function clientOf(port, rootFile) {
    const client = new Client({ apiKey: "unused", environment: "TEST", terminalApiLocalEndpoint: "https://127.0.0.1", certificatePath: rootFile });
    const http = client.httpClient;
    client.httpClient = { request: (endpoint, ...rest) => http.request(endpoint.replace(":8443", `:${port}`), ...rest) };
    return new TerminalLocalAPI(client);
}

async function itsClientPaysAtOurTerminal() {
    const run = spawn(peer, ["serve"], { stdio: ["pipe", "pipe", "inherit"] });
    const lines = createInterface(run.stdout)[Symbol.asyncIterator]();
    const { port, root } = JSON.parse((await lines.next()).value);
    const rootFile = join(folder, "simulated.pem");
    writeFileSync(rootFile, root);
    const terminal = clientOf(port, rootFile);
    const request = (category, body, serviceId) =>
        terminal.request({ SaleToPOIRequest: { MessageHeader: header(category, "Request", serviceId), [`${category}Request`]: body } }, securityKey);

    const reference = "2026-000123";
    const paid = (await request("Payment", { SaleData: { SaleTransactionID: { TransactionID: reference, TimeStamp: "2026-05-01T09:30:00.000Z" } },
        PaymentTransaction: { AmountsReq: { Currency: "EUR", RequestedAmount: 12.9 } } }, "PAYMENT001")).SaleToPOIResponse.PaymentResponse;
    assert.equal(paid.Response.Result, "Success");
    assert.equal(paid.PaymentResult.AmountsResp.AuthorizedAmount, 12.9);
    assert.equal(paid.PaymentReceipt.length, 2);

    const status = (await request("TransactionStatus", { ReceiptReprintFlag: false,
        MessageReference: { MessageCategory: "Payment", SaleID: "TILL1", ServiceID: "PAYMENT001" } })).SaleToPOIResponse.TransactionStatusResponse;
    assert.equal(status.RepeatedMessageResponse.RepeatedResponseMessageBody.PaymentResponse.PaymentResult.AmountsResp.AuthorizedAmount, 12.9);

    const diagnosis = (await request("Diagnosis", { HostDiagnosisFlag: true })).SaleToPOIResponse.DiagnosisResponse;
    assert.equal(diagnosis.POIStatus.GlobalStatus, "OK");

    const totals = (await request("GetTotals", { TotalDetails: ["POIID"] })).SaleToPOIResponse.GetTotalsResponse;
    assert.equal(totals.TransactionTotals[0].PaymentTotals[0].TransactionAmount, 12.9);

    const aborted = await request("Abort", { AbortReason: "MerchantAbort",
        MessageReference: { MessageCategory: "Payment", SaleID: "TILL1", ServiceID: "PAYMENT001" } });
    assert.equal(aborted.SaleToPOIResponse, undefined); // an Abort has no answer

    const reversed = (await request("Reversal", { OriginalPOITransaction: { POITransactionID: paid.POIData.POITransactionID },
        ReversalReason: "MerchantCancel" })).SaleToPOIResponse.ReversalResponse;
    assert.equal(reversed.Response.Result, "Success");

    run.stdin.end();
    const booked = [];
    for await (const line of lines)
        booked.push(JSON.parse(line).cents);
    assert.deepEqual(booked, [1290, -1290]);
}

try {
    for (const check of [itOpensWhatWeSeal, weOpenWhatItSeals, ourDriverChargesAtItsTerminal, itsClientPaysAtOurTerminal]) {
        await check();
        console.log(`ok: ${check.name}`);
    }
} finally {
    rmSync(folder, { recursive: true, force: true });
}

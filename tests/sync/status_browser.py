#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""status_browser.py URL ACCOUNT PASSWORD: a manager with a browser at the status page of a centre.

Headless Chromium, driven by chromedriver over WebDriver (W3C), which is JSON over HTTP: nothing else is needed. Prints what was read as one
JSON object. Exit status 77: no Chromium here."""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

NOT_INSTALLED = 77
PHONE = 360  # CSS pixels: the width of a small one
PATIENCE = 120  # seconds; generous: a busy machine is no defect
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"  # W3C WebDriver, 12.1


class Driver:
    """chromedriver on a port of its own, and what it is told."""

    def __init__(self, program):
        self.process = subprocess.Popen([program, "--port=0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        for line in self.process.stdout:
            started = re.search(r"started successfully on port (\d+)", line)
            if started:
                self.base = f"http://127.0.0.1:{started.group(1)}"
                return
        raise RuntimeError("chromedriver does not start")

    def call(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.base + path, data, {"Content-Type": "application/json"}, method=method)
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise RuntimeError(f"{method} {path}: {error.read().decode(errors='replace')[:500]}") from error

    def end(self):
        self.process.terminate()
        self.process.wait(PATIENCE)


class Browser:
    """A window, in words of the page."""

    def __init__(self, driver, binary, profile):
        self.driver = driver
        arguments = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
                     "--disable-background-networking", "--disable-component-update", "--disable-sync", f"--user-data-dir={profile}"]
        options = {"binary": binary, "args": arguments}
        wanted = {"alwaysMatch": {"browserName": "chrome", "goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}}}
        self.session = "/session/" + driver.call("POST", "/session", {"capabilities": wanted})["sessionId"]

    def post(self, path, body=None):
        return self.driver.call("POST", self.session + path, body or {})

    def get(self, path):
        return self.driver.call("GET", self.session + path)

    def open(self, url):
        self.post("/url", {"url": url})

    def path(self):
        return re.sub(r"^https?://[^/]*", "", self.get("/url"))

    def all(self, css, within=""):
        found = self.post(f"{within}/elements", {"using": "css selector", "value": css})
        return ["/element/" + one[ELEMENT] for one in found]

    def one(self, css):
        """Waits for it: what a click leads to takes a while."""
        for _ in range(PATIENCE * 10):
            found = self.all(css)
            if found:
                return found[0]
            time.sleep(0.1)
        raise RuntimeError(f"no {css} on {self.path()}")

    def text(self, element):
        return self.get(f"{element}/text")

    def type(self, css, words):
        self.post(f"{self.one(css)}/value", {"text": words})

    def click(self, css):
        self.post(f"{self.one(css)}/click")

    def narrow(self, width):
        """The window as wide as that. Not as a phone would show it: one makes the page smaller until all of it is seen."""
        metrics = {"width": width, "height": 740, "deviceScaleFactor": 1, "mobile": False}
        self.post("/goog/cdp/execute", {"cmd": "Emulation.setDeviceMetricsOverride", "params": metrics})

    def widths(self):
        """Of the window, and of what is in it."""
        return self.post("/execute/sync", {"script": "return [innerWidth, document.documentElement.scrollWidth]", "args": []})

    def end(self):
        self.driver.call("DELETE", self.session)


def log_in(browser, password):
    browser.type("#password", password)
    browser.click("form button")


def read(browser, url, account, password):
    seen = {}
    browser.open(url + "/status")
    seen["first"] = browser.path()  # nobody is in yet
    browser.type("#account", account)
    log_in(browser, "WRONG")
    seen["alert"] = browser.text(browser.one("[role=alert]"))
    log_in(browser, password)  # the account is still there
    table = browser.one("table")
    seen["second"] = browser.path()
    seen["title"] = browser.text(browser.one("h1"))
    seen["heads"] = [browser.text(head) for head in browser.all("th", table)]
    seen["rows"] = [[browser.text(cell) for cell in browser.all("td", row)] for row in browser.all("tbody tr", table)]
    seen["collapsed"] = browser.get(f"{table}/css/border-collapse")  # its own style is allowed by its policy
    seen["cookies"] = [{name: cookie.get(name) for name in ("httpOnly", "sameSite")} for cookie in browser.get("/cookie")]
    log = browser.driver.call("POST", browser.session + "/se/log", {"type": "browser"})
    seen["complaints"] = [line["message"] for line in log if "favicon" not in line["message"] and " 403 " not in line["message"]]
    browser.narrow(PHONE)
    seen["phone"] = {"overview": browser.widths()}
    browser.click("header button")  # out
    browser.one("#password")
    seen["phone"]["login"] = browser.widths()
    browser.open(url + "/status")
    seen["last"] = browser.path()
    return seen


def main():
    url, account, password = sys.argv[1:]
    binary = shutil.which("chromium") or shutil.which("chromium-browser")
    program = shutil.which("chromedriver")
    if not binary or not program:
        return NOT_INSTALLED
    os.environ.pop("http_proxy", None)
    os.environ["no_proxy"] = "127.0.0.1"
    driver = Driver(program)
    try:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
            browser = Browser(driver, binary, profile)
            try:
                print(json.dumps(read(browser, url, account, password), ensure_ascii=False))
            finally:
                browser.end()
    finally:
        driver.end()
    return 0


if __name__ == "__main__":
    sys.exit(main())

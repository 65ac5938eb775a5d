#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints the papers (receipts, X, Z) among the answers of guichet-tool; fails when one of them is a refusal or when there is no paper."""
import json
import sys

papers = refusals = 0
with open(sys.argv[1], encoding="utf-8") as answers:
    for line in answers:
        answer = json.loads(line)
        if not answer.get("ok"):
            refusals += 1
            print(f"refus : {answer.get('message')}", file=sys.stderr)
        if text := answer.get("text"):
            papers += 1
            print(text)
            print()
sys.exit(1 if refusals or not papers else 0)

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the four sounds of the till as short mono WAV files beside this script. They are told apart by number and direction of their notes."""
import math
import struct
import wave
from pathlib import Path

RATE = 22050
# name: (frequency in Hz, duration in s) of each note; 0 Hz is a pause
SOUNDS = {
    "scan-accepted": [(1320, 0.07)],
    "scan-unknown": [(330, 0.12), (0, 0.05), (330, 0.16)],
    "payment-approved": [(784, 0.09), (1047, 0.09), (1319, 0.18)],
    "payment-refused": [(523, 0.14), (392, 0.14), (294, 0.26)],
}


def note(frequency, duration):
    count = int(RATE * duration)
    for i in range(count):
        fade = min(1.0, i / (RATE * 0.005), (count - i) / (RATE * 0.03))
        wave_form = math.sin(2 * math.pi * frequency * i / RATE) + 0.25 * math.sin(4 * math.pi * frequency * i / RATE)
        yield int(9000 * fade * wave_form)


for name, notes in SOUNDS.items():
    samples = [value for frequency, duration in notes for value in note(frequency, duration)]
    with wave.open(str(Path(__file__).parent / f"{name}.wav"), "wb") as out:
        out.setparams((1, 2, RATE, len(samples), "NONE", "not compressed"))
        out.writeframes(struct.pack(f"<{len(samples)}h", *samples))

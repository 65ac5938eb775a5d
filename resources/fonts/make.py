#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the faces of Guichet Sans from those of Inter: see README.md."""
import pathlib
import sys

from fontTools import subset
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont

SOURCE = pathlib.Path("/usr/share/fonts/opentype/inter")
HERE = pathlib.Path(__file__).parent
WEIGHTS = {"Regular": 400, "Medium": 500, "SemiBold": 600, "Bold": 700}
KEPT = [
    range(0x20, 0x7F), range(0xA0, 0x180), range(0x218, 0x21C), range(0x2C6, 0x2DE), range(0x300, 0x330),  # Latin and its accents
    range(0x384, 0x3CF), range(0x400, 0x460), range(0x490, 0x492), range(0x1E80, 0x1E86), (0x192, 0x1E9E),  # Greek, Cyrillic
    range(0x2000, 0x2070), range(0x2070, 0x209D), range(0x20A0, 0x20C0), range(0x2100, 0x2190),  # punctuation, currency, fractions
    range(0x2190, 0x21A0), (0x2212, 0x221E, 0x2248, 0x2260, 0x2264, 0x2265),  # arrows, signs
    (0x25A0, 0x25B2, 0x25B6, 0x25BC, 0x25C0, 0x25CB, 0x25CF, 0x2605, 0x2606, 0x2713, 0x2717),
]
FEATURES = ["ccmp", "locl", "kern", "mark", "mkmk"]  # without calt, which turns "x" between digits into a sign of its own


def tabular_glyphs(font):
    """From each glyph to its form of equal width, as the feature tnum has it."""
    table = font["GSUB"].table
    lookups = {i for record in table.FeatureList.FeatureRecord if record.FeatureTag == "tnum" for i in record.Feature.LookupListIndex}
    glyphs = {}
    for index in lookups:
        for part in table.LookupList.Lookup[index].SubTable:
            glyphs.update(getattr(part, "ExtSubTable", part).mapping)
    return glyphs


def make_figures_tabular(font):
    glyphs = tabular_glyphs(font)
    for table in font["cmap"].tables:
        table.cmap = {point: glyphs.get(name, name) for point, name in table.cmap.items()}


def even_out_digits(font):
    """Inter's tabular digits differ by some units of 2816 in the interpolated weights."""
    digits = [font.getBestCmap()[ord(digit)] for digit in "0123456789"]
    width = max(font["hmtx"][name][0] for name in digits)
    top = font["CFF "].cff.topDictIndex[0]
    for name in digits:
        pen = T2CharStringPen(width - top.Private.nominalWidthX, font.getGlyphSet())
        font.getGlyphSet()[name].draw(pen)
        top.CharStrings[name] = pen.getCharString(top.Private, top.GlobalSubrs)
        font["hmtx"][name] = (width, font["hmtx"][name][1])


def keep_what_we_write(font):
    options = subset.Options(layout_features=FEATURES, name_IDs=["*"], notdef_outline=True, desubroutinize=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes={point for points in KEPT for point in points})
    subsetter.subset(font)


def rename(font, style, weight):
    copyright_line = font["name"].getDebugName(0)
    regular = style in ("Regular", "Bold")
    names = {
        0: copyright_line, 1: "Guichet Sans" if regular else f"Guichet Sans {style}", 2: style if regular else "Regular",
        3: f"GuichetSans-{style}:1", 4: f"Guichet Sans {style}", 5: "Version 1.000", 6: f"GuichetSans-{style}",
        10: "Inter with tabular figures, subset and renamed for Guichet.",
        13: "This Font Software is licensed under the SIL Open Font License, Version 1.1.", 14: "https://openfontlicense.org",
        16: "Guichet Sans", 17: style,
    }
    font["name"].names = []
    for name_id, text in names.items():
        font["name"].setName(text, name_id, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight
    cff = font["CFF "].cff
    cff.fontNames = [f"GuichetSans-{style}"]
    cff.topDictIndex[0].FamilyName = "Guichet Sans"
    cff.topDictIndex[0].FullName = f"Guichet Sans {style}"
    cff.topDictIndex[0].Weight = style


def make(style, weight):
    font = TTFont(SOURCE / f"Inter-{style}.otf", recalcTimestamp=False)
    make_figures_tabular(font)
    keep_what_we_write(font)
    even_out_digits(font)
    rename(font, style, weight)
    target = HERE / f"GuichetSans-{style}.otf"
    font.save(target)
    widths = {font["hmtx"][font.getBestCmap()[ord(digit)]][0] for digit in "0123456789"}
    print(f"{target.name}: {target.stat().st_size} bytes, {len(font.getBestCmap())} characters, digits {sorted(widths)} wide")
    return len(widths) == 1 and target.stat().st_size < 200_000


if __name__ == "__main__":
    sys.exit(0 if all([make(style, weight) for style, weight in WEIGHTS.items()]) else "a face is too large or has uneven digits")

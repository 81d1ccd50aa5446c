#!/usr/bin/env python3
"""Makes the fonts of posters and flyers (app/platform/lettering/fonts) from Debian's fonts-noto-cjk (Noto Sans CJK, OFL).

Run by hand when that package changes; needs python3-fonttools and python3-brotli.

    /usr/bin/python3 scripts/vendor-fonts.py app/platform/lettering/fonts

Regular weights hold every ideograph of GBK or of JIS X 0213 and code page 932, bold ones those of GB 2312 or JIS X 0208,
all of them kana, Latin, Greek, Cyrillic and the symbols of technical texts. Outlines become TrueType (PDF viewers draw a
subset of these reliably). Sub- and superscripts that Noto Sans CJK lacks (CO₂, m⁻¹) are put together from its digits.
The files are plain TrueType under brotli, which Node opens by itself and off the main thread.
"""
import sys
from io import BytesIO
from pathlib import Path

import brotli
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, newTable
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphComponent

SOURCE = '/usr/share/fonts/opentype/noto/NotoSansCJK-{}.ttc'
FACES = {'JP': 0, 'SC': 2}
CODES = {
    ('JP', 'Regular'): ['cp932', 'euc_jis_2004'],
    ('JP', 'Bold'): ['cp932'],
    ('SC', 'Regular'): ['gbk'],
    ('SC', 'Bold'): ['gb2312'],
}
RAISED = {0x2070: '0', 0x207A: '+', 0x207B: '−', **{0x2074 + n: str(4 + n) for n in range(6)}}
LOWERED = {0x208A: '+', 0x208B: '−', **{0x2080 + n: str(n) for n in range(10)}}


def wanted(code, codecs):
    if code < 0x3400 or 0xFE30 <= code < 0xFE70 or 0xFF00 <= code < 0xFFA0 or 0xFFE0 <= code < 0xFFF0:
        return not (0x1100 <= code < 0x1200 or 0x3130 <= code < 0x3190)
    if 0x4E00 <= code < 0xA000 or 0xF900 <= code < 0xFB00:
        for codec in codecs:
            try:
                chr(code).encode(codec)
                return True
            except UnicodeEncodeError:
                pass
    return False


def to_truetype(font):
    """Cubic outlines to quadratic ones, within one unit in a thousand."""
    order, source = font.getGlyphOrder(), font.getGlyphSet()
    glyphs = {}
    for name in order:
        pen = TTGlyphPen(None)
        source[name].draw(Cu2QuPen(pen, 1.0, reverse_direction=True))
        glyphs[name] = pen.glyph()
    font['loca'] = newTable('loca')
    font['glyf'] = table = newTable('glyf')
    table.glyphOrder, table.glyphs = order, glyphs
    font['maxp'].tableVersion = 0x00010000
    for key in ('maxZones', 'maxTwilightPoints', 'maxStorage', 'maxFunctionDefs', 'maxInstructionDefs', 'maxStackElements', 'maxSizeOfInstructions', 'maxComponentElements', 'maxPoints', 'maxContours', 'maxCompositePoints', 'maxCompositeContours', 'maxComponentDepth'):
        setattr(font['maxp'], key, 1 if key == 'maxZones' else 0)
    post = font['post']
    post.formatType, post.extraNames, post.mapping, post.glyphOrder = 3.0, [], {}, None
    for tag in ('CFF ', 'VORG'):
        if tag in font:
            del font[tag]
    font.sfntVersion = '\000\001\000\000'


def add_scripts(font):
    cmap, glyf, hmtx = font.getBestCmap(), font['glyf'], font['hmtx']
    added = {}
    for code, base, up in [(c, b, 330) for c, b in RAISED.items()] + [(c, b, -150) for c, b in LOWERED.items()]:
        if code in cmap:
            continue
        origin, name = cmap[ord(base)], f'uni{code:04X}'
        part = GlyphComponent()
        part.glyphName, part.x, part.y, part.flags = origin, 10, up, 0x4
        part.transform = [[0.6, 0], [0, 0.6]]
        glyph = Glyph()
        glyph.numberOfContours, glyph.components = -1, [part]
        added[code] = name
        glyf.glyphs[name] = glyph
        width, bearing = hmtx[origin]
        hmtx[name] = (round(width * 0.6) + 20, 0)
        if 'vmtx' in font:
            font['vmtx'][name] = font['vmtx'][origin]
    font.setGlyphOrder(font.getGlyphOrder() + list(added.values()))
    glyf.glyphOrder = font.getGlyphOrder()
    for name in added.values():
        glyf[name].recalcBounds(glyf)
        hmtx[name] = (hmtx[name][0], glyf[name].xMin)
    for table in font['cmap'].tables:
        if table.isUnicode():
            table.cmap.update(added)


def main(folder):
    folder.mkdir(parents=True, exist_ok=True)
    for (face, weight), codecs in CODES.items():
        font = TTCollection(SOURCE.format(weight)).fonts[FACES[face]]
        options = Options()
        options.layout_features, options.drop_tables, options.name_IDs = [], ['DSIG', 'BASE', 'GDEF', 'GPOS', 'GSUB', 'vhea', 'vmtx'], [0, 1, 2, 3, 4, 5, 6, 13, 14]
        options.notdef_outline, options.glyph_names = True, False
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=[code for code in font.getBestCmap() if wanted(code, codecs)])
        subsetter.subset(font)
        to_truetype(font)
        add_scripts(font)
        target, plain = folder / f'NotoSansCJK-{face}-{weight}.ttf.br', BytesIO()
        font.save(plain)
        target.write_bytes(brotli.compress(plain.getvalue(), quality=11, lgwin=24))
        print(target.name, len(font.getBestCmap()), 'characters', target.stat().st_size, 'bytes', flush=True)


main(Path(sys.argv[1]))

#!/usr/bin/env python3
"""same.py PAGE.ppm OTHER: whether two renderings of a page show the same.

OTHER is a PPM of another renderer or a PNG that boardpack wrote. Edges of letters are smoothed in a renderer's own way,
so that what is compared is the mean of fields of a few pixels, not a pixel alone.
"""
import struct
import sys
import zlib

FIELD = 15          # pixels a side: 2.5 points at 432 an inch
MEAN_LIMIT = 1.0    # of all fields, in levels of 255
FIELD_LIMIT = 40    # of any field: a letter that is missing, a line elsewhere
WHITE = 255


def read_ppm(data):
    fields = data.split(maxsplit=4)
    if fields[0] != b"P6" or fields[3] != b"255":
        raise SystemExit("not a PPM of 8 bits")
    width, height = int(fields[1]), int(fields[2])
    pixels = data[-3 * width * height:]
    return width, height, [pixels[3 * width * y:3 * width * (y + 1)] for y in range(height)]


def read_png(data):
    """Of the kind that boardpack writes: RGB, no filter."""
    packed, at = b"", 8
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at:at + 8])
        body = data[at + 8:at + 8 + length]
        if kind == b"IHDR":
            width, height, bits, colour = struct.unpack(">IIBB", body[:10])
            if (bits, colour) != (8, 2):
                raise SystemExit("not a PNG of 8 bits RGB")
        if kind == b"IDAT":
            packed += body
        at += length + 12
    raw, stride = zlib.decompress(packed), 3 * width + 1
    if any(raw[y * stride] for y in range(height)):
        raise SystemExit("a PNG with filters")
    return width, height, [raw[y * stride + 1:(y + 1) * stride] for y in range(height)]


def read(path):
    with open(path, "rb") as file:
        data = file.read()
    return read_png(data) if data.startswith(b"\x89PNG") else read_ppm(data)


def fields(rows, width, height):
    """The mean of each field and colour, row by row of fields."""
    for top in range(0, height - FIELD + 1, FIELD):
        sums = [sum(column) for column in zip(*rows[top:top + FIELD])]
        yield [sum(sums[3 * x + colour:3 * (x + FIELD):3]) / FIELD ** 2
               for x in range(0, width - FIELD + 1, FIELD) for colour in range(3)]


def main():
    pages = [read(path) for path in sys.argv[1:3]]
    width, height = (min(page[i] for page in pages) for i in (0, 1))
    if any(abs(pages[0][i] - pages[1][i]) > 1 for i in (0, 1)):
        raise SystemExit(f"sizes differ: {pages[0][:2]} {pages[1][:2]}")
    total, count, worst, ink = 0.0, 0, 0.0, 0.0
    for one, other in zip(*(fields(page[2], width, height) for page in pages)):
        for a, b in zip(one, other):
            total += abs(a - b)
            worst = max(worst, abs(a - b))
            ink += WHITE - a
            count += 1
    print(f"mean difference {total / count:.3f}, worst field {worst:.1f}, ink {ink / count:.2f}")
    return not (total / count <= MEAN_LIMIT and worst <= FIELD_LIMIT and ink / count > 1)


if __name__ == "__main__":
    sys.exit(main())

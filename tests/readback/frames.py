"""Where things lie on the pages of every layout.

Nothing lies outside its page, no text is under 6 points, and no two texts lie on one another. What is inside a chart
is the chart's own business.
"""
import re

from lib.check import check
from lib.pack import TOP, ask, names

LEAST_PT = 6
NEAR_PT = 0.6  # less cannot be seen
RISE, FALL = 0.72, 0.2  # of letters over and under their baseline, in sizes of type
PAGE = re.compile(r'^page (\S+) .* (\S+)x(\S+)$')
TEXT = re.compile(r'^  text (\S+) (\S+) (\S+) \S+ (.*?) \S+ (\S+?)( turned)? "(.*)"$')
OTHER = re.compile(r'^  (rule|fill|shape|chart|picture|link) (\S+) (\S+) (\S+) (\S+) ')


def box_of_text(x, y, width, size, turned):
    if turned:
        return x - RISE * size, y - width, x + FALL * size, y
    return x, y - RISE * size, x + width, y + FALL * size


def box_of(x, y, width, height):
    return min(x, x + width), min(y, y + height), max(x, x + width), max(y, y + height)


def is_outside(box, page):
    return box[0] < -NEAR_PT or box[1] < -NEAR_PT or box[2] > page[0] + NEAR_PT or box[3] > page[1] + NEAR_PT


def overlap(a, b):
    wide = min(a[2], b[2]) - max(a[0], b[0])
    high = min(a[3], b[3]) - max(a[1], b[1])
    return wide > NEAR_PT and high > NEAR_PT


class Pages:
    def __init__(self):
        self.problems = []
        self.label, self.page, self.texts = '-', (0, 0), []
        self.frames = 0

    def tell(self, problem):
        self.problems.append(f'page {self.label}: {problem}')

    def text(self, match):
        x, y, width = (float(match[i]) for i in (1, 2, 3))
        size, string = float(match[5]), match[7]
        box = box_of_text(x, y, width, size, match[6])
        if not string.strip():
            return
        if size < LEAST_PT - 0.05:
            self.tell(f'"{string}" is set in {size} points')
        if is_outside(box, self.page):
            self.tell(f'"{string}" lies outside')
        self.texts.append((box, string))

    def close(self):
        """Texts sorted from left to right: only those that begin before one ends can lie on it."""
        self.texts.sort()
        for i, (box, string) in enumerate(self.texts):
            for other, words in self.texts[i + 1:]:
                if other[0] > box[2]:
                    break
                if overlap(box, other):
                    self.tell(f'"{string}" and "{words}" lie on one another')
        self.texts = []

    def line(self, line):
        if match := PAGE.match(line):
            self.close()
            self.label, self.page = match[1], (float(match[2]), float(match[3]))
        elif match := TEXT.match(line):
            self.frames += 1
            self.text(match)
        elif match := OTHER.match(line):
            self.frames += 1
            if is_outside(box_of(*(float(match[i]) for i in (2, 3, 4, 5))), self.page):
                self.tell(f'a {match[1]} lies outside: {line.strip()}')
        elif line:
            self.tell(f'a line that is no frame: {line}')


def check_frames(program, name, layout, *options):
    pages = Pages()
    for line in ask(program, 'check', '--quiet', '--dump=frames', layout, *options).splitlines():
        pages.line(line)
    pages.close()
    check(f'{name}: {pages.frames} frames', pages.problems if pages.frames else 'no frames')


def main(program):
    for name in names():
        check_frames(program, name, TOP / 'layouts' / f'{name}.xml')

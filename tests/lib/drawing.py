"""Pictures read back: what an SVG draws, in points. A page of a PDF becomes one by poppler."""
import re
import xml.etree.ElementTree as xml

from lib.pdf import run

SVG = '{http://www.w3.org/2000/svg}'
STEPS = {'M': 1, 'L': 1, 'C': 3}  # pairs of numbers; the last is where one arrives


def colour(word):
    """(red, green, blue) of 255; None: nothing is painted."""
    parts = re.fullmatch(r'rgb\(([\d.]+)%,\s*([\d.]+)%,\s*([\d.]+)%\)', word or '')
    return parts and tuple(round(float(part) * 2.55) for part in parts.groups())


def matrix(words):
    found = re.match(r'matrix\((.*)\)', words or '')
    return tuple(map(float, found[1].split(','))) if found else (1, 0, 0, 1, 0, 0)


class Shape:
    """What a path fills and strokes; its points are the corners and ends of curves, subpaths in one."""

    def __init__(self, path, unit):
        # one release of cairo writes attributes, an earlier one a style
        style = {**path.attrib, **dict(part.strip().split(':') for part in path.get('style', '').split(';') if ':' in part)}
        a, b, c, d, e, f = matrix(path.get('transform'))
        self.fill, self.stroke = colour(style.get('fill')), colour(style.get('stroke'))
        self.width = float(style.get('stroke-width', 0))
        self.dashed = 'stroke-dasharray' in style
        self.points = [((a * x + c * y + e) * unit, (b * x + d * y + f) * unit) for x, y in ends(path.get('d', ''))]

    @property
    def box(self):
        """left, top, right, bottom"""
        across, down = zip(*self.points)
        return min(across), min(down), max(across), max(down)

    @property
    def centre(self):
        left, top, right, bottom = self.box
        return (left + right) / 2, (top + bottom) / 2

    @property
    def size(self):
        left, top, right, bottom = self.box
        return right - left, bottom - top


def ends(data):
    """Where the steps of a path arrive."""
    for letter, numbers in re.findall(r'([A-Za-z])([^A-Za-z]*)', data):
        values = [float(number) for number in numbers.split()]
        pairs = list(zip(values[::2], values[1::2]))
        if letter not in 'MLCZ' or len(values) % 2:
            raise ValueError(f'a path of {letter}')
        yield from pairs[STEPS[letter] - 1::STEPS[letter]] if pairs else []


def shapes(path):
    """The shapes of an SVG in the order of painting, without letters."""
    root = xml.parse(path).getroot()
    unit = float(root.get('width').removesuffix('pt')) / float(root.get('viewBox').split()[2])
    letters = {id(path) for defs in root.iter(f'{SVG}defs') for path in defs.iter(f'{SVG}path')}
    found = [Shape(path, unit) for path in root.iter(f'{SVG}path') if id(path) not in letters]
    return [shape for shape in found if shape.points]


def of_pdf(path, folder):
    """The shapes of the first page of a PDF."""
    svg = folder / 'page.svg'
    run('pdftocairo', '-svg', '-f', '1', '-l', '1', path, svg)
    return shapes(svg)

"""Pictures read back: what an SVG draws, in points. A page of a PDF becomes one by poppler."""
import re
import xml.etree.ElementTree as xml

from lib.pdf import run

SVG = '{http://www.w3.org/2000/svg}'
HREF = '{http://www.w3.org/1999/xlink}href'
STEPS = {'M': 1, 'L': 1, 'C': 3}  # pairs of numbers; the last is where one arrives


def colour(word):
    """(red, green, blue) of 255; None: nothing is painted."""
    parts = re.fullmatch(r'rgb\(([\d.]+)%,\s*([\d.]+)%,\s*([\d.]+)%\)', word or '')
    return parts and tuple(round(float(part) * 2.55) for part in parts.groups())


def matrix(words):
    found = re.match(r'matrix\((.*)\)', words or '')
    return tuple(map(float, found[1].split(','))) if found else (1, 0, 0, 1, 0, 0)


def style_of(node):
    """One release of cairo writes attributes, an earlier one a style."""
    return {**node.attrib, **dict(part.strip().split(':') for part in node.get('style', '').split(';') if ':' in part)}


class Shape:
    """What a path fills and strokes; its points are the corners and ends of curves, subpaths in one."""

    def __init__(self, path, unit):
        style = style_of(path)
        a, b, c, d, e, f = matrix(path.get('transform'))
        self.fill, self.stroke = colour(style.get('fill')), colour(style.get('stroke'))
        self.width = float(style.get('stroke-width', 0))
        self.dashed = 'stroke-dasharray' in style
        self.lines = [[((a * x + c * y + e) * unit, (b * x + d * y + f) * unit) for x, y in line] for line in lines(path.get('d', ''))]
        self.points = [point for line in self.lines for point in line]

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


def lines(data):
    """Where the steps of a path arrive, a list for each of its lines; one that is closed ends where it starts."""
    found = []
    for letter, numbers in re.findall(r'([A-Za-z])([^A-Za-z]*)', data):
        values = [float(number) for number in numbers.split()]
        pairs = list(zip(values[::2], values[1::2]))
        if letter not in 'MLCZ' or len(values) % 2:
            raise ValueError(f'a path of {letter}')
        if letter == 'M':
            found.append(pairs[:1])
            pairs = pairs[1:]
        if letter == 'Z':
            found[-1].append(found[-1][0])
        found[-1] += pairs[STEPS.get(letter, 1) - 1::STEPS.get(letter, 1)]
    return found


def overlap(box, other, gap=0):
    """True where two boxes come nearer than a gap."""
    return box[0] < other[2] + gap and other[0] < box[2] + gap and box[1] < other[3] + gap and other[1] < box[3] + gap


def around(boxes):
    lefts, tops, rights, bottoms = zip(*boxes)
    return min(lefts), min(tops), max(rights), max(bottoms)


class Letter:
    """A character that is painted: its foot, its colour, and the box of its ink."""

    def __init__(self, use, outline, unit, ink):
        self.colour = ink
        self.x, self.y = float(use.get('x')) * unit, float(use.get('y')) * unit
        left, top, right, bottom = outline
        self.box = self.x + left * unit, self.y + top * unit, self.x + right * unit, self.y + bottom * unit


def painted(path):
    """The shapes and letters of an SVG in the order of painting; fills that are cut to a shape, such as stripes, are left out."""
    root = xml.parse(path).getroot()
    unit = float(root.get('width').removesuffix('pt')) / float(root.get('viewBox').split()[2])
    outlines, clips = {}, {}
    for defs in root.iter(f'{SVG}defs'):
        for holder in [*defs.iter(f'{SVG}symbol'), *defs.iter(f'{SVG}g')]:
            shape = [Shape(one, 1) for one in holder.iter(f'{SVG}path')] if holder.get('id') else []
            if shape and shape[0].points:
                outlines[holder.get('id')] = shape[0].box
    for clip in root.iter(f'{SVG}clipPath'):
        shape = [Shape(one, unit) for one in clip.iter(f'{SVG}path')]
        clips[f'url(#{clip.get("id")})'] = shape[0].box if shape and shape[0].points else None

    def walk(node, clip, ink):
        for child in node:
            if child.tag in (f'{SVG}defs', f'{SVG}clipPath'):
                continue
            if child.tag == f'{SVG}use' and child.get(HREF)[1:] in outlines:
                yield Letter(child, outlines[child.get(HREF)[1:]], unit, ink)
            elif child.tag == f'{SVG}path':
                shape = Shape(child, unit)
                if shape.points and (shape.fill or clip is None or not outside(shape.box, clip)):
                    yield shape
            else:
                yield from walk(child, clips.get(child.get('clip-path'), clip), colour(style_of(child).get('fill')) or ink)
    return list(walk(root, None, None))


def outside(box, other):
    """True where a box reaches out of another."""
    return box[0] < other[0] - 1 or box[1] < other[1] - 1 or box[2] > other[2] + 1 or box[3] > other[3] + 1


def shapes(path):
    """The shapes of an SVG in the order of painting, without letters."""
    root = xml.parse(path).getroot()
    unit = float(root.get('width').removesuffix('pt')) / float(root.get('viewBox').split()[2])
    letters = {id(path) for defs in root.iter(f'{SVG}defs') for path in defs.iter(f'{SVG}path')}
    found = [Shape(path, unit) for path in root.iter(f'{SVG}path') if id(path) not in letters]
    return [shape for shape in found if shape.points]


def page_svg(path, folder, number=1):
    svg = folder / f'page-{number}.svg'
    run('pdftocairo', '-svg', '-f', str(number), '-l', str(number), path, svg)
    return svg


def of_pdf(path, folder):
    """The shapes of the first page of a PDF."""
    return shapes(page_svg(path, folder))

"""pdf.py FILE: its structure tree. Reads a PDF back: its pages, its outline, and what its structure elements say, in the order of reading.

qpdf opens the file, poppler finds where words stand; what a content stream shows is read here, by the fonts' maps to Unicode."""
import base64
import functools
import json
import re
import subprocess
import sys

INLINE = ('Span', 'Link', 'Reference', 'Code')
# Marked content begins and ends, the state of graphics is kept and comes back, a font is chosen, text is shown.
OPERATOR = re.compile(rb'/MCID\s+(\d+)\s*>>\s*BDC|\b(BDC|BMC)\b|\b(EMC)\b|\b([qQ])\b|/(\w+)\s+[\d.]+\s+Tf|'
                      rb'<([0-9A-Fa-f]*)>\s*Tj')
UNKNOWN = re.compile(rb'[\])]\s*T[jJ]|\bTJ\b')


def run(*command):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout.decode()


class Node:
    """A structure element; its children are elements and strings."""

    def __init__(self, name, alt=None, page=None):
        self.name, self.alt, self.page, self.attributes, self.children = name, alt, page, {}, []
        self.expansion = ''

    def all(self):
        for child in self.children:
            if isinstance(child, Node):
                yield child
                yield from child.all()

    def find(self, *names):
        """The outermost of these names."""
        for child in self.children:
            if isinstance(child, Node) and child.name in names:
                yield child
            elif isinstance(child, Node):
                yield from child.find(*names)

    def span(self, name):
        return int(self.attributes.get(name, 1))

    def text(self):
        """Its words on one line, a space between blocks; those that are divided at a line's end are whole."""
        return ' '.join(self.parts().replace('\u00ad', '').split())

    def parts(self):
        return ''.join(child if isinstance(child, str) else child.parts() if child.name in INLINE else f' {child.parts()} '
                       for child in self.children)

    def outline(self, depth=0):
        """A line for each element, to compare two trees."""
        attributes = {name: value for name, value in self.attributes.items() if name != 'BBox'}
        yield f'{"  " * depth}{self.name} {self.alt or ""} {attributes or ""}'
        for child in self.children:
            if isinstance(child, str):
                yield '  ' * depth + f'  "{child}"'
            else:
                yield from child.outline(depth + 1)


def row_cells(row):
    """The cells of a table's row from left to right, without the label of its group; none where no cell names the row."""
    def is_head(cell):
        return cell.name == 'TH' and cell.attributes.get('Scope') == 'Row'
    cells = [cell for cell in row.find('TH', 'TD')
             if not is_head(cell) or (cell.span('RowSpan'), cell.span('ColSpan')) == (1, 1)]
    return cells if any(is_head(cell) for cell in cells) else []



class Pdf:
    def __init__(self, path):
        self.path = str(path)

    @functools.cached_property
    def json(self):
        return json.loads(run('qpdf', '--json=2', '--json-stream-data=inline', '--decode-level=generalized', self.path))

    @functools.cached_property
    def objects(self):
        return self.json['qpdf'][1]

    def value(self, item):
        """What stands in a place, or behind a reference."""
        return self.objects[f'obj:{item}'].get('value') if isinstance(item, str) and item.endswith(' R') else item

    def stream(self, reference):
        return base64.b64decode(self.objects[f'obj:{reference}']['stream']['data'])

    @property
    def root(self):
        return self.value(self.objects['trailer']['value']['/Root'])

    @property
    def pages(self):
        """The objects of the pages, by which elements name theirs."""
        return [page['object'] for page in self.json['pages']]

    def height(self, number):
        """Of a page, in points; the first page is 1."""
        return float(self.value(self.pages[number - 1])['/MediaBox'][3])

    @property
    def labels(self):
        return [page['label'] for page in self.json['pages']]

    def text(self, *options):
        """Its text by pages, as pdftotext has it."""
        return run('pdftotext', *options, self.path, '-').split('\f')[:-1]

    def words(self, number):
        """(left, top, right, bottom, word) of the words of a page, in points; the first page is 1."""
        html = run('pdftotext', '-bbox', '-f', str(number), '-l', str(number), self.path, '-')
        found = re.findall(r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>', html)
        return [(*map(float, box[:4]), box[4]) for box in found]

    @functools.lru_cache(maxsize=None)
    def letters(self, font):
        """{code: letters} of a font."""
        cmap = self.stream(self.value(font)['/ToUnicode']).decode('ascii')
        return {code: bytes.fromhex(to).decode('utf-16-be')
                for code, to in re.findall(r'^<([0-9A-F]{4})>\s*<([0-9A-F]+)>$', cmap, re.M)}

    @functools.lru_cache(maxsize=None)
    def marked(self, page):
        """{number of a piece of marked content: its text} of a page."""
        content, found, stack, letters, kept = self.stream(self.value(page)['/Contents']), {}, [], {}, []
        if UNKNOWN.search(content):
            raise ValueError('text is shown in a way that this reader does not know')
        fonts = self.value(self.value(page)['/Resources']).get('/Font', {})
        for number, begins, ends, state, font, shown in OPERATOR.findall(content):
            if number or begins:
                stack.append(int(number) if number else None)
            elif ends:
                stack.pop()
            elif state == b'q':
                kept.append(letters)
            elif state == b'Q':
                letters = kept.pop()
            elif font:
                letters = self.letters(self.value(fonts)['/' + font.decode()])
            elif stack and stack[-1] is not None:
                codes = shown.decode().upper()
                found[stack[-1]] = found.get(stack[-1], '') + ''.join(
                    letters[codes[at:at + 4]] for at in range(0, len(codes), 4))
        return found

    @functools.cached_property
    def tree(self):
        """The structure tree; an element that is replaced says what stands in its place."""
        root = Node('root')
        self.fill(root, self.value(self.root['/StructTreeRoot'])['/K'], None)
        return root

    def fill(self, node, kids, page):
        kids = self.value(kids)
        for kid in kids if isinstance(kids, list) else [kids]:
            kid = self.value(kid)
            if isinstance(kid, int):
                node.children.append(self.marked(page).get(kid, ''))
            elif kid.get('/Type') == '/MCR':
                node.children.append(self.marked(kid.get('/Pg', page)).get(kid['/MCID'], ''))
            elif '/S' in kid:
                node.children.append(self.element(kid, page))

    def element(self, dictionary, page):
        page = dictionary.get('/Pg', page)
        node = Node(dictionary['/S'][1:], dictionary.get('/Alt', 'u:')[2:], page)
        node.expansion = dictionary.get('/E', 'u:')[2:]
        attributes = self.value(dictionary.get('/A', []))
        for one in attributes if isinstance(attributes, list) else [attributes]:
            node.attributes.update({name[1:]: value.lstrip('/') if isinstance(value, str) else value
                                    for name, value in self.value(one).items() if name != '/O'})
        if '/ActualText' in dictionary:
            node.children = [f" {dictionary['/ActualText'][2:]} "]
        else:
            self.fill(node, dictionary.get('/K', []), page)
        return node


if __name__ == '__main__':
    print('\n'.join(Pdf(sys.argv[1]).tree.outline()))

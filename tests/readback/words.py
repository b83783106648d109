"""What lib/pdf.py reads from the tags of a file is what poppler reads, letter for letter."""
import os
import re

from lib.check import check
from lib.pack import Pack
from lib.pdf import run


# Both without what stands in figures and for signs, whose words are those of their alternative text.
def own_words(node):
    return ''.join(child if isinstance(child, str) else own_words(child) for child in node.children
                   if isinstance(child, str) or child.expansion or child.name not in ('Span', 'Figure'))


def words_by_poppler(pdf):
    found, figure = [], None
    for line in run('pdfinfo', '-struct-text', pdf.path).splitlines():
        depth = len(line) - len(line.lstrip())
        figure = None if figure is not None and depth <= figure else figure
        if line.strip().startswith('Figure'):
            figure = depth
        elif figure is None:
            found += re.findall(r'^ *"(.*)"$', line)
    return ''.join(found)


def main(program):
    pdf = Pack(program, 'graph-booklet').pdf  # poppler draws a page for each element: only a short pack
    ours, theirs = (words.replace(' ', '') for words in (own_words(pdf.tree), words_by_poppler(pdf)))
    at = len(os.path.commonprefix([ours, theirs]))
    check(f'{len(ours)} letters', ours != theirs and
          f'"{ours[at - 20:at + 20]}", by poppler "{theirs[at - 20:at + 20]}"')

"""The packs of the project: what their files say, what the program says of them, and what it publishes."""
import csv
import functools
import os
import subprocess
import tempfile
import xml.etree.ElementTree as xml
from pathlib import Path

from lib.pdf import Pdf

TOP = Path(__file__).resolve().parents[2]
SYMBOLS = {'missing': '[x]', 'not_applicable': '[z]', 'not_due': '[n]',
           'suppressed': '[c]', 'provisional': '[p]', 'revised': '[r]'}
WORK = tempfile.TemporaryDirectory()  # what is published goes there, and is gone at the end


def names():
    """Of all layouts that are packs."""
    return [path.stem for path in sorted(TOP.glob('layouts/*.xml')) if xml.parse(path).getroot().tag == 'pack']


def work_folder():
    return Path(tempfile.mkdtemp(dir=WORK.name))


def ask(program, *arguments):
    """What the program prints."""
    return subprocess.run([program, *map(str, arguments)], check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                          encoding='utf-8').stdout


def figures(program, layout, *options):
    """{(indicator, field, period): row}"""
    rows = csv.DictReader(ask(program, 'figures', layout, '--format', 'csv', '--quiet', *options).splitlines())
    return {(row['indicator'], row['field'], row['period']): row for row in rows}


def publish(program, layout, *options):
    path = work_folder() / 'pack.pdf'
    ask(program, 'publish', layout, '--quiet', '-o', path, *options)
    return Pdf(path)


def comply(*files):
    """What veraPDF finds wrong with files, PDF/UA-1 and PDF/A-2a, or 3a for one that holds a file."""
    said = subprocess.run([TOP / 'tests/verapdf/comply', *files], capture_output=True, text=True)
    return (said.stdout + said.stderr)[:4000].splitlines() if said.returncode else []


def read_csv(path):
    with open(path, newline='', encoding='utf-8') as file:
        return list(csv.DictReader(file))


class Pack:
    def __init__(self, program, name):
        self.program, self.name, self.layout = program, name, TOP / 'layouts' / f'{name}.xml'
        self.root = xml.parse(self.layout).getroot()
        path = TOP / 'layouts' / self.root.get('catalogue')
        self.folder, self.catalogue = path.parent.resolve(), xml.parse(path).getroot()
        self.period = self.root.get('period')
        self.start = int(self.catalogue.get('year-start', 4))
        self.indicators = {node.get('id'): node for node in self.catalogue.iter('indicator')}

    @functools.cached_property
    def figures(self):
        return figures(self.program, self.layout)

    @functools.cached_property
    def pdf(self):
        return publish(self.program, self.layout)

    def printed(self, indicator, field, month):
        return self.figures.get((indicator, field, month), {}).get('printed', '')

    def lines(self, node):
        """The rows of the file that an element of the catalogue names."""
        return read_csv(os.path.join(self.folder, node.get('file')))


def packs_with(program, element, kind=Pack):
    """The packs whose layout has an element of this name."""
    found = [kind(program, name) for name in names()]
    return [pack for pack in found if pack.root.find(f'.//{element}') is not None]

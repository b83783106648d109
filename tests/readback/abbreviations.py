"""What short forms stand for is read back from the published files.

Each side that uses an abbreviation of its catalogue has it in its key, once, with what it stands for; the first one that is read
of a section says it too, to who listens; and no key has one that its side does not use."""
import re
import xml.etree.ElementTree as xml

from lib.check import compare
from lib.pack import TOP, names, publish


class Known:
    """What stands for what in a pack, but for short forms that are usual words elsewhere."""

    def __init__(self, layout):
        self.layout = xml.parse(layout).getroot()
        self.catalogue = xml.parse(layout.parent / self.layout.get('catalogue')).getroot()
        self.meanings = {'YTD': 'year to date'}
        for one in self.catalogue.iter('comparator'):
            short, title = one.get('short-title', one.get('title')), one.get('title')
            if '{' not in title and not re.search(rf'(?i)(?<![^\W_]){re.escape(short)}', title):
                self.meanings[short] = title
        for file in (self.catalogue, self.layout):
            for one in file.iter('abbreviation'):
                if one.get('alone') != 'yes' and one.text:
                    self.meanings[one.get('short')] = ' '.join(one.text.split())
        self.foot = self.layout.get('footer') or self.catalogue.get('source')
        self.keys_of_pack = any(key.get('of') == 'pack' for key in self.layout.iter('key'))

    def used(self, text):
        """The short forms in a text, the longer before those that they hold."""
        longest = sorted(self.meanings, key=len, reverse=True)
        return set(re.findall(rf"(?<![^\W_])({'|'.join(map(re.escape, longest))})(?=s?(?![^\W_]))", text))


def check_sides(name, pdf, known):
    wrong, count = [], 0
    for number, text in enumerate(pdf.text('-layout'), 1):
        text = re.sub(r'\s+', ' ', text).replace(known.foot, ' ')
        items = {short: f'{short} {meaning}' for short, meaning in known.meanings.items()}
        explained = [short for short, item in items.items() for _ in re.findall(r'(?<!\S)' + re.escape(item), text)]
        for item in items.values():
            text = text.replace(item, ' ')
        used = known.used(text)
        count += len(used)
        wrong += [f'page {number}: {short} is explained twice' for short in set(explained) if explained.count(short) > 1]
        wrong += [f'page {number}: {short} is not explained' for short in used - set(explained)
                  if not any(short in longer.split() for longer in explained)]
        if not known.keys_of_pack:
            wrong += [f'page {number}: {short} is explained and not used' for short in set(explained) - used]
    compare(f'{name}: each abbreviation of a side on that side', count, wrong)


def check_tags(name, pdf, known):
    wrong, count = [], 0
    for section in pdf.tree.children[0].children:
        spans = [node for node in section.all() if node.expansion]
        said = [node.text() for node in spans]
        count += len(spans)
        wrong += [f'{short} is expanded twice in a section' for short in set(said) if said.count(short) > 1]
        wrong += [f'{node.text()} stands for "{node.expansion}"' for node in spans
                  if known.meanings.get(node.text(), node.expansion) != node.expansion]
    compare(f'{name}: what abbreviations stand for, in tags', count, wrong)


def main(program):
    for name in names():
        known = Known(TOP / f'layouts/{name}.xml')
        if known.catalogue.find('abbreviation') is not None:
            pdf = publish(program, TOP / f'layouts/{name}.xml')
            check_sides(name, pdf, known)
            check_tags(name, pdf, known)

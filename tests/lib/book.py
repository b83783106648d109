"""Workbooks, read with nothing but zip and XML: cells with the decimals that they show, tables, links."""
import datetime
import re
import xml.etree.ElementTree as xml
import zipfile
from dataclasses import dataclass, field

MAIN = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
RELATIONS = '{http://schemas.openxmlformats.org/package/2006/relationships}'
BY_ID = '{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id'
OASIS = 'urn:oasis:names:tc:opendocument:xmlns:'
OFFICE, TABLE, TEXT, STYLE, NUMBER = (f'{{{OASIS}{name}:1.0}}' for name in ('office', 'table', 'text', 'style', 'datastyle'))
HREF = '{http://www.w3.org/1999/xlink}href'


@dataclass
class Sheet:
    name: str
    cells: dict = field(default_factory=dict)  # (row, column) from 0: a text, a float, a date
    decimals: dict = field(default_factory=dict)
    tables: list = field(default_factory=list)  # (name, first row, first column, last row, last column)
    links: dict = field(default_factory=dict)   # (row, column): the sheet that it leads to
    merged: bool = False
    formulas: int = 0

    def row(self, number):
        columns = [column for row, column in self.cells if row == number]
        return [self.cells.get((number, column)) for column in range(max(columns) + 1)] if columns else []

    def rows(self):
        return max(row for row, _ in self.cells) + 1


def place(address):
    letters, digits = re.fullmatch(r'\$?([A-Z]+)\$?(\d+)', address).groups()
    column = 0
    for letter in letters:
        column = 26 * column + ord(letter) - ord('A') + 1
    return int(digits) - 1, column - 1


def area(text):
    first, last = text.split(':')
    return *place(first), *place(last)


def linked(text):
    """The sheet of 'Name'!A1 or #'Name'.A1."""
    found = re.fullmatch(r"#?'?(.*?)'?[!.]A1", text)
    return found.group(1).replace("''", "'") if found else text


def shown(code):
    """The decimals of a number format; None of a date or the usual one."""
    found = re.match(r'\+?#,##0(?:\.(0+))?(?:;|$)', code)
    return len(found.group(1) or '') if found else None


class Book:
    def __init__(self, path):
        self.path = path
        self.zip = zipfile.ZipFile(path)
        self.sheets = []
        self.active = 0
        (self.read_xlsx if str(path).endswith('.xlsx') else self.read_ods)()

    def part(self, name):
        return xml.fromstring(self.zip.read(name))

    def sheet(self, name):
        return next(sheet for sheet in self.sheets if sheet.name == name)

    def text(self):
        """All of every part, for what must not be there."""
        return '\n'.join(self.zip.read(name).decode('utf-8') for name in self.zip.namelist())

    # ---- XLSX

    def related(self, folder, name):
        path = f'{folder}/_rels/{name}.rels'
        if path not in self.zip.namelist():
            return {}
        return {node.get('Id'): node.get('Target') for node in self.part(path).iter(f'{RELATIONS}Relationship')}

    def read_xlsx(self):
        texts = [''.join(t.text or '' for t in node.iter(f'{MAIN}t')) for node in self.part('xl/sharedStrings.xml')]
        styles = self.part('xl/styles.xml')
        codes = {node.get('numFmtId'): node.get('formatCode') for node in styles.iter(f'{MAIN}numFmt')}
        codes |= {'1': '0', '3': '#,##0', '4': '#,##0.00'}
        formats = [codes.get(node.get('numFmtId'), '') for node in styles.find(f'{MAIN}cellXfs')]
        book, relations = self.part('xl/workbook.xml'), self.related('xl', 'workbook.xml')
        views = book.find(f'.//{MAIN}workbookView')
        self.active = int(views.get('activeTab', 0))
        for node in book.iter(f'{MAIN}sheet'):
            self.sheets.append(self.read_sheet(node.get('name'), relations[node.get(BY_ID)], texts, formats))

    def read_sheet(self, name, path, texts, formats):
        sheet, root = Sheet(name), self.part(f'xl/{path}')
        for cell in root.iter(f'{MAIN}c'):
            at, value = place(cell.get('r')), cell.find(f'{MAIN}v')
            sheet.formulas += cell.find(f'{MAIN}f') is not None
            if value is None:
                continue
            if cell.get('t') == 's':
                sheet.cells[at] = texts[int(value.text)]
                continue
            code = formats[int(cell.get('s', 0))]
            number = float(value.text)
            sheet.decimals[at] = shown(code)
            sheet.cells[at] = datetime.date(1899, 12, 30) + datetime.timedelta(number) if 'yyyy' in code else number
        sheet.merged = root.find(f'{MAIN}mergeCells') is not None
        for link in root.iter(f'{MAIN}hyperlink'):
            sheet.links[place(link.get('ref'))] = linked(link.get('location'))
        for target in self.related('xl/worksheets', path.split('/')[-1]).values():
            if '/tables/' in target:
                table = self.part('xl/' + target.removeprefix('../'))
                sheet.tables.append((table.get('name'), *area(table.get('ref'))))
        return sheet

    # ---- ODS

    def read_ods(self):
        content = self.part('content.xml')
        decimals = {node.get(f'{STYLE}name'): int(node.find(f'{NUMBER}number').get(f'{NUMBER}decimal-places'))
                    for node in content.iter(f'{NUMBER}number-style')}
        data = {node.get(f'{STYLE}name'): node.get(f'{STYLE}data-style-name') for node in content.iter(f'{STYLE}style')}
        for table in content.iter(f'{TABLE}table'):
            sheet = Sheet(table.get(f'{TABLE}name'))
            for row, line in enumerate(table.iter(f'{TABLE}table-row')):
                for column, cell in enumerate(line):
                    self.read_cell(sheet, (row, column), cell, {key: decimals.get(value) for key, value in data.items()})
            self.sheets.append(sheet)
        for node in content.iter(f'{TABLE}database-range'):
            first, last = node.get(f'{TABLE}target-range-address').split(':')
            name, start, end = first.rsplit('.', 1)[0], first.rsplit('.', 1)[1], last.rsplit('.', 1)[1]
            sheet = self.sheet(name.strip("'").replace("''", "'"))
            sheet.tables.append((node.get(f'{TABLE}name'), *place(start), *place(end)))

    @staticmethod
    def read_cell(sheet, at, cell, decimals):
        kind, text = cell.get(f'{OFFICE}value-type'), ''.join(cell.itertext())
        sheet.merged |= cell.get(f'{TABLE}number-columns-spanned') is not None
        sheet.formulas += cell.get(f'{TABLE}formula') is not None
        if kind == 'float':
            sheet.cells[at] = float(cell.get(f'{OFFICE}value'))
            sheet.decimals[at] = decimals[cell.get(f'{TABLE}style-name')]
        elif kind == 'date':
            sheet.cells[at] = datetime.date.fromisoformat(cell.get(f'{OFFICE}date-value'))
        elif text:
            sheet.cells[at] = text
        for link in cell.iter(f'{TEXT}a'):
            sheet.links[at] = linked(link.get(HREF))

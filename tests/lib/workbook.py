"""Workbooks, made by hand: cells as XML, so that a test can write what no program would."""
import io
import zipfile
from typing import NamedTuple

OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'
MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
ODF = ' '.join(f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for prefix, name in (
    ('office', 'office'), ('table', 'table'), ('text', 'text'), ('style', 'style'))) + \
    ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'


def zipped(parts):
    """A ZIP of these parts, name: text, the same bytes each time."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), text, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def relations(*rows):
    """Rows of (id, type, target)."""
    return f'<Relationships xmlns="{PACKAGE}">' + ''.join(
        f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{target}"/>' for name, kind, target in rows) + '</Relationships>'


def column(number):
    """1 is A, 27 is AA."""
    letters = ''
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


class Raw(NamedTuple):
    """A cell as it stands: its attributes, and what is in it."""
    inside: str
    attributes: str = ''


def cell(place, value):
    """A text, a number, or a Raw one."""
    if value is None:
        return f'<c r="{place}"/>'
    if isinstance(value, str):
        value = Raw(f'<is><t>{value}</t></is>', 't="inlineStr"')
    elif not isinstance(value, Raw):
        value = Raw(f'<v>{value}</v>')
    return f'<c r="{place}" {value.attributes}>{value.inside}</c>'


def sheet(rows, before='', behind='', attributes=None, first=1):
    """A sheet of rows of values."""
    data = ''.join(f'<row r="{at}"{(attributes or {}).get(at, "")}>' +
                   ''.join(cell(f'{column(k)}{at}', value) for k, value in enumerate(row, 1)) + '</row>'
                   for at, row in enumerate(rows, first))
    return f'<worksheet xmlns="{MAIN}">{before}<sheetData>{data}</sheetData>{behind}</worksheet>'


def styles(*formats):
    """Style 0 is a plain number; the others have these formats: a code, or the number of one that is built in."""
    own = ''.join(f'<numFmt numFmtId="{164 + at}" formatCode="{code}"/>' for at, code in enumerate(formats) if isinstance(code, str))
    cells = ''.join(f'<xf numFmtId="{164 + at if isinstance(code, str) else code}"/>' for at, code in enumerate(formats))
    return f'<styleSheet xmlns="{MAIN}"><numFmts>{own}</numFmts><cellXfs><xf numFmtId="0"/>{cells}</cellXfs></styleSheet>'


def xlsx(sheets, more=None, head='', names='', look='', strings=''):
    """sheets: name: XML, or (state, XML); more: parts by name, over those that it would have."""
    rows, entries, parts = [], '', {}
    for at, (name, xml) in enumerate(sheets.items(), 1):
        state, xml = xml if isinstance(xml, tuple) else ('', xml)
        entries += f'<sheet name="{name}" sheetId="{at}" r:id="r{at}"{state}/>'
        rows.append((f'r{at}', 'worksheet', f'worksheets/sheet{at}.xml'))
        parts[f'xl/worksheets/sheet{at}.xml'] = xml
    rows += [('s', 'styles', 'styles.xml')] if look else []
    rows += [('t', 'sharedStrings', 'sharedStrings.xml')] if strings else []
    whole = {'_rels/.rels': relations(('r', 'officeDocument', 'xl/workbook.xml')),
             'xl/_rels/workbook.xml.rels': relations(*rows),
             'xl/workbook.xml': f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{head}<sheets>{entries}</sheets>{names}</workbook>'}
    whole.update({'xl/styles.xml': look} if look else {})
    whole.update({'xl/sharedStrings.xml': f'<sst xmlns="{MAIN}">{strings}</sst>'} if strings else {})
    return zipped({**whole, **parts, **(more or {})})


def ods(tables, styles='', behind='', more=None):
    """tables: XML of table:table elements."""
    content = f'<office:document-content {ODF}><office:automatic-styles>{styles}</office:automatic-styles>' \
              f'<office:body><office:spreadsheet>{tables}{behind}</office:spreadsheet></office:body></office:document-content>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, 'w') as archive:
        archive.writestr(zipfile.ZipInfo('mimetype', (2020, 1, 1, 0, 0, 0)), 'application/vnd.oasis.opendocument.spreadsheet')
        for name, text in {'content.xml': content, **(more or {})}.items():
            archive.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), text, zipfile.ZIP_DEFLATED)
    return out.getvalue()

"""Databases as sources: files of SQLite, a real server of PostgreSQL and the driver of SQLite, both by ODBC. What is right is read as
it is, what is wrong is told at its place within bounded time, nothing is written, and no password is told."""
import contextlib
import os
import re
import resource
import shutil
import socket
import sqlite3
import subprocess
import threading
import time
from pathlib import Path

from lib import postgres
from lib.check import check, compare
from lib.pack import TOP, work_folder
from publish import data

WRONG_PASSWORD = 'Ganz-falsch-5528'
HEAD = '<catalogue title="T" organisation="O" place="Môn" code="E09">\n'
REST = '''<constant id="one" value="1"/>
<indicator id="i" title="T" unit="count" measure="value" numerator="one"><definition>One.</definition></indicator></catalogue>'''
PACK = f'<pack title="T" catalogue="catalogue.xml" fonts="{TOP}/fonts/fonts.xml"><page indicator="i"><heading/></page></pack>'
LONG = 'é' * 9000

TABLES = f'''
CREATE TABLE kpi (code text, period date, "all visits" integer, due numeric(30,12), rate double precision, short real, open boolean,
  name text, at timestamp, remark text, bytes bytea);
INSERT INTO kpi VALUES
  ('E09', '2018-07-01', 198, 212.500000000001, 0.1::float8 + 0.2::float8, 11.7659, true, 'Môn', '2018-07-01 00:00', '{LONG}', '\\x0102'),
  ('E09', '2018-08-01', NULL, NULL, 11.7659, 16777.21, false, 'O''Neill "x"', '2018-08-01 13:30:00', NULL, NULL),
  ('E06', '2018-07-01', 5, 6, 7, 8, NULL, '', NULL, '', NULL);
CREATE SCHEMA other;
CREATE TABLE other.kpi (a integer);
CREATE TABLE "Two ""words""" (period text, n integer);
INSERT INTO "Two ""words""" VALUES ('2018-07', 4);
CREATE TABLE empty (period text, n integer);
CREATE TABLE large AS SELECT 'A' || i / 12 AS area, (2018 + i % 12 / 3) || '-0' || 1 + i % 3 AS period, i AS n
  FROM generate_series(0, 999999) i;
CREATE SEQUENCE counter;
'''


class Place:
    """A folder where catalogues are read, and all that was said there."""

    def __init__(self, program):
        self.program, self.folder, self.said = program, work_folder(), []
        (self.folder / 'layout.xml').write_text(PACK)

    def run(self, source, *options, environment=None, seconds=60):
        """(status, series, messages) of a catalogue with that source."""
        (self.folder / 'catalogue.xml').write_text(HEAD + source + '\n' + REST)
        run = subprocess.run([self.program, 'check', 'layout.xml', '--allow-outside', '--dump=model', *options], cwd=self.folder,
                             text=True, capture_output=True, env={**os.environ, **(environment or {})}, timeout=seconds)
        self.said += [run.stdout, run.stderr]
        return (run.returncode, [line for line in run.stdout.splitlines() if line.startswith('series ') and ' one ' not in line],
                [line for line in run.stderr.splitlines() if re.search(': (error|warning|note): ', line)])

    def problem(self, source, expected, status=1, **more):
        """Why that source is not told of as expected, once and nothing else; NULL where it is."""
        got, series, said = self.run(source, **more)
        if got == status and not series and len(said) == 1 and re.fullmatch(expected, said[0]):
            return None
        return f'{source}\n  expected: {status} {expected}\n  came: {got} {series} {said}'


def ini(folder, entries):
    """Files of ODBC of our own: its drivers, and data sources."""
    drivers = {'PostgreSQL Unicode': 'psqlodbcw.so', 'PostgreSQL ANSI': 'psqlodbca.so', 'SQLite3': 'libsqlite3odbc.so'}
    found = {name: next(Path('/usr/lib').glob(f'*/odbc/{file}')) for name, file in drivers.items()}
    (folder / 'odbcinst.ini').write_text(''.join(f'[{name}]\nDriver = {path}\n' for name, path in found.items()))
    (folder / 'odbc.ini').write_text(''.join(entries))
    os.environ.update(ODBCINI=str(folder / 'odbc.ini'), ODBCSYSINI=str(folder))


@contextlib.contextmanager
def silent_server():
    """Takes connections and never answers."""
    listener = socket.create_server(('127.0.0.1', 0))
    yield listener.getsockname()[1]
    listener.close()


def answer_once(listener):
    """Lets a client of PostgreSQL in, and then falls silent."""
    with contextlib.suppress(OSError):
        client, _ = listener.accept()
        client.recv(4096)
        client.sendall(b'R\0\0\0\x08\0\0\0\0' + b'Z\0\0\0\x05I')
        time.sleep(120)


@contextlib.contextmanager
def falling_silent_server():
    listener = socket.create_server(('127.0.0.1', 0))
    threading.Thread(target=answer_once, args=[listener], daemon=True).start()
    yield listener.getsockname()[1]
    listener.close()


# ------------------------------------------------------------------ what is right

ALL = '''<source odbc="{name}" period="period" columns="all visits + due + rate + short">
<query>SELECT * FROM kpi WHERE code = :code ORDER BY period</query></source>'''
READ = ['series all visits 2018-07=198 2018-08=[x]', 'series due 2018-07=212.500000000001 2018-08=[x]',
        'series rate 2018-07=0.30000000000000004 2018-08=11.7659', 'series short 2018-07=11.7659 2018-08=16777.21']


def kinds_of_columns(place):
    """Cells of all kinds are what a name is made of, in which nothing is lost."""
    source = '''<source odbc="warehouse" period="period" columns="all visits" series="{open}|{name}|{at}|{bytes}">
    <query>SELECT code, period, "all visits", open, name, at, coalesce(bytes, '') AS bytes FROM kpi WHERE code = :code</query>
    </source>'''
    _, series, said = place.run(source)
    return series + said, ['series TRUE|Môn|2018-07-01|binary of 2 bytes 2018-07=198',
                           'series FALSE|O\'Neill "x"|2018-08-01 13:30:00|binary of 0 bytes 2018-08=[x]']


def right(place):
    for name in ('warehouse', 'ansi'):
        status, series, said = place.run(ALL.format(name=name))
        check(f'{name}: figures of each kind', None if (status, series, said) == (0, READ, []) else f'{status} {series} {said}')
    came, expected = kinds_of_columns(place)
    check('names of each kind', None if sorted(came) == sorted(expected) else f'came {came}')
    rows = {
        'a value is bound, not pasted': '''<source odbc="warehouse" columns="n"><query>
            SELECT '2018-07' AS period, 3 AS n WHERE 'O''x; DROP TABLE kpi --' &lt;> :place AND :place = 'Môn'</query></source>''',
        'a name in quotes': '<source odbc="warehouse" table="Two &quot;words&quot;"/>',
        'days of the period': '''<source odbc="warehouse" columns="n"><query>SELECT :period AS period, count(*) AS n FROM kpi
            WHERE period BETWEEN :first_day AND :last_day AND open</query></source>''',
    }
    wanted = {'a value is bound, not pasted': ['series n 2018-07=3'], 'a name in quotes': ['series n 2018-07=4'],
              'days of the period': ['series n 2018-07=1']}
    for name, source in rows.items():
        status, series, said = place.run(source, '--period', '2018-07')
        check(name, None if series == wanted[name] else f'{status} {series} {said}')
    environment = {'BOARDPACK_ODBC_USER': postgres.USER, 'BOARDPACK_ODBC_PASSWORD': postgres.PASSWORD}
    status, series, said = place.run(ALL.format(name='nobody'), '--verbose', environment=environment)
    check('user and password of the environment', None if series == READ else f'{status} {series} {said}')


def million(place, source, name):
    """A million rows, of which a few are kept, take little memory."""
    began = time.monotonic()
    status, series, said = place.run(source)
    check(f'{name}: a million rows, of which 12 are kept', None if series and not said else f'{status} {series} {said}')
    return time.monotonic() - began


def examples(program):
    document = (TOP / 'docs/data.md').read_text()
    found = [example for example in data.examples(document) if data.needs_server(example)]
    data.told('examples of data.md that need a server', (data.example_problem(program, *example) for example in found))


# ------------------------------------------------------------------ what is wrong

QUERY = '<source odbc="warehouse" columns="n"><query>{}</query></source>'
ODBC_MISTAKES = [
    ('<source odbc="warehousse" table="kpi"/>', r'catalogue.xml:2:9: error: odbc.ini has no data source "warehousse"; did you mean "warehouse"\?'),
    ('<source odbc="warehouse" table="kpis"/>', r'catalogue.xml:2:26: error: "warehouse" has no table or view "kpis"; did you mean "kpi"\?'),
    ('<source odbc="warehouse" table="kpi"/>', r'catalogue.xml:2:26: error: "warehouse" has other.kpi and public.kpi; say which'),
    ('<source odbc="warehouse"/>', r'catalogue.xml:2:9: error: "warehouse" has more than one table; .*: other.kpi, public.Two "words", .*'),
    ('<source odbc="warehouse" table="empty"/>', r'catalogue.xml:2:26: error: the table "public.empty" of "warehouse" has no rows'),
    (QUERY.format('SELECT n FROM large WHERE n = -1 AND area = :code'), r'catalogue.xml:2:45: error: the query gives no rows; :code is E09'),
    (QUERY.format('SELECT nn FROM large'), r'catalogue.xml:2:52: error: "warehouse": column "nn" does not exist.*'),
    (QUERY.format('SELECT * FORM large'), r'catalogue.xml:2:54: error: "warehouse": syntax error at or near "FORM"'),
    (QUERY.format('DELETE FROM kpi'), r'catalogue.xml:2:45: error: the query begins with DELETE; .*'),
    (QUERY.format("SELECT nextval('counter') AS n, '2018-07' AS period"), r'catalogue.xml:2:45: error: "warehouse": cannot execute nextval\(\) in a read-only transaction'),
    (QUERY.format('SELECT n FROM large; SELECT 1'), r'catalogue.xml:2:66: error: the query has more than one statement; a source reads one'),
    (QUERY.format('SELECT n FROM large WHERE area = :cod'), r'catalogue.xml:2:78: error: the query has the parameter :cod; there are :period, .*'),
    (QUERY.format('SELECT n FROM large WHERE period = :period'), r'catalogue.xml:2:80: error: the parameter :period has no value, since nothing says the period; .*'),
    ('<source odbc="warehouse"><query>SELECT n, n, period FROM large LIMIT 1</query></source>', r'warehouse:query!B: error: two columns are called "n": .*'),
    ('<source odbc="warehouse"><query>SELECT n, \'x\' AS " ", period FROM large LIMIT 1</query></source>', r'warehouse:query!B: error: column B has no heading; .*'),
    ('<source odbc="warehouse"><query>SELECT \'2018-07\' AS period, name FROM kpi WHERE code = :code ORDER BY 2 LIMIT 1</query></source>',
     r'warehouse:query!B1: error: name: "Môn" is not a number; .*'),
    ('<source odbc="warehouse" columns="n"><query seconds="1">SELECT pg_sleep(30), 1 AS n</query></source>', r'catalogue.xml:2:57: error: "warehouse": the query takes more than 1 seconds; .*'),
    ('<source odbc="warehouse" columns="n" where="n=0"><query seconds="1">SELECT n FROM generate_series(1, 100000000000) n</query></source>',
     r'catalogue.xml:2:\d+: error: "warehouse": the query takes more than 1 seconds; .*'),
    ('<source odbc="nobody" table="kpi"/>', r'catalogue.xml:2:9: error: the data source "nobody" lets nobody in: .*; user and password are those of odbc.ini, or of BOARDPACK_ODBC_USER and BOARDPACK_ODBC_PASSWORD'),
    ('<source odbc="wrong" table="kpi"/>', r'catalogue.xml:2:9: error: the data source "wrong" lets nobody in: .* user "\*\*\*"; .*'),
    (f'<source odbc="DSN=warehouse;PWD={postgres.PASSWORD}" table="kpi"/>', r'catalogue.xml:2:9: error: odbc holds a connection string, which has no place in a catalogue; .*'),
    (f'<source odbc="warehouse;{postgres.PASSWORD}" table="kpi"/>', r'catalogue.xml:2:9: error: odbc is the name of a data source of odbc.ini and nothing else, .*'),
    (f'<source file="DSN=warehouse;PWD={postgres.PASSWORD}" table="kpi"/>', r'catalogue.xml:2:9: error: file holds a connection string, .*'),
    ('<source odbc="warehouse" table="kpi" skip="1"/>', r'catalogue.xml:2:38: error: skip means nothing to a database, .*'),
    ('<source odbc="warehouse" table="kpi"><query>SELECT 1</query></source>', r'catalogue.xml:2:26: error: table and &lt;query> both say which rows are read; leave one out'.replace('&lt;', '<')),
]
SYSTEM_MISTAKES = [
    ('<source odbc="undriven" table="kpi"/>', r'catalogue.xml:2:9: error: the data source "undriven" needs the driver "NoSuchDriver", which is not installed; .*'),
    ('<source odbc="down" table="kpi"/>', r'catalogue.xml:2:9: error: the data source "down" cannot be reached: .*'),
    ('<source odbc="silent" table="kpi"/>', r'catalogue.xml:2:9: error: the data source "silent" cannot be reached: .*timeout.*'),
    ('<source odbc="falls" table="kpi"/>', r'boardpack: error: the data source "falls" does not answer; the run ends'),
]


def unfinished(problems):
    problems = list(problems)
    return len(problems), [problem for problem in problems if problem]


def nothing_told(place):
    """No secret, wherever it was planted, is in anything that was said or written."""
    secrets = [postgres.PASSWORD, WRONG_PASSWORD, postgres.USER]
    written = [path.read_text(errors='replace') for path in place.folder.iterdir()
               if path.is_file() and path.name not in ('catalogue.xml', 'odbc.ini')]
    found = [secret for secret in secrets for text in place.said + written if secret in text]
    compare('nothing that was said has a password or a user in it', len(place.said), found)


def by_server(program):
    place = Place(program)
    with postgres.server() as server, silent_server() as silent, falling_silent_server() as falls:
        server.sql(TABLES)
        server.sql('\n'.join(block['text'] for block in data.BLOCK.finditer((TOP / 'docs/data.md').read_text())
                             if block['path'] == 'warehouse'))
        database = place.folder / 'service.sqlite'
        shutil.copy(TOP / 'tests/files/hse_weekly_regions/hse_weekly_regions.sqlite', database)
        known = {'Username': postgres.USER, 'Password': postgres.PASSWORD}
        ini(place.folder, [
            server.source('warehouse', **known), server.source('ansi', 'PostgreSQL ANSI', **known), server.source('nobody'),
            server.source('wrong', Username=postgres.USER, Password=WRONG_PASSWORD),
            server.source('undriven', 'NoSuchDriver', **known),
            server.source('down', **{**known, 'Servername': '127.0.0.1', 'Port': 1}),
            server.source('silent', **{**known, 'Servername': '127.0.0.1', 'Port': silent}),
            server.source('falls', **{**known, 'Servername': '127.0.0.1', 'Port': falls}),
            f'[lite]\nDriver = SQLite3\nDatabase = {database}\n'])
        right(place)
        examples(program)
        compare('mistakes with a server', *unfinished(place.problem(*row) for row in ODBC_MISTAKES))
        compare('servers that cannot be reached', *unfinished(place.problem(*row, status=3) for row in SYSTEM_MISTAKES))
        million(place, '<source odbc="warehouse" table="large" where="area=A7"/>', 'PostgreSQL')
        by_driver_of_sqlite(place, database)
        nothing_told(place)


def by_driver_of_sqlite(place, database):
    before = database.read_bytes()
    named = 'period="week_start" grain="day" where="region=HSE Mid West" columns="total_trolleys + trolleys_per_10k" bring-up="last"'
    sources = [f'<source {origin} table="weekly_by_region" {named}/>'.replace(' grain="day"', ' grain="day"')
               for origin in ('odbc="lite"', 'file="service.sqlite"')]
    (_, by_odbc, said), (_, by_file, _) = place.run(sources[0]), place.run(sources[1])
    check('SQLite by its driver reads what SQLite does', None if by_odbc and by_odbc == by_file else f'{by_odbc} {by_file} {said}')
    problem = place.problem('<source odbc="lite" columns="n"><query>SELECT total_trolley AS n FROM mid_west</query></source>',
                            r'catalogue.xml:2:40: error: "lite": no such column: total_trolley.*')
    check('a mistake in a query of the driver of SQLite', problem)
    check('nothing was written', None if database.read_bytes() == before else 'the file is another')


# ------------------------------------------------------------------ files of SQLite

def make(path, text='CREATE TABLE t (period TEXT, n INTEGER); INSERT INTO t VALUES (\'2018-07\', 4);', pragma=''):
    connection = sqlite3.connect(path)
    connection.executescript(pragma + text)
    connection.close()


def by_file(program):
    place = Place(program)
    folder = place.folder
    source = '<source file="x.sqlite"/>'
    at = r'catalogue.xml:2:9: error: '

    def fresh(**more):
        for path in folder.glob('x.sqlite*'):
            path.unlink()
        make(folder / 'x.sqlite', **more)
        return folder / 'x.sqlite'

    def reads(name):
        path = folder / 'x.sqlite'
        before = (path.read_bytes(), sorted(folder.glob('x.*')))
        status, series, said = place.run(source)
        check(name, None if series == ['series n 2018-07=4'] else f'{status} {series} {said}')
        check(f'{name}: nothing is written', None if before == (path.read_bytes(), sorted(folder.glob('x.*'))) else 'a file is')

    fresh()
    reads('a plain database')
    fresh(pragma='PRAGMA journal_mode=WAL;')
    reads('one with a log of changes that is closed')
    writer = sqlite3.connect(folder / 'x.sqlite', isolation_level=None)
    writer.execute("INSERT INTO t VALUES ('2018-08', 5)")
    status, series, said = place.run(source)
    check('one that another program has open', None if series == ['series n 2018-07=4 2018-08=5'] else f'{status} {series} {said}')
    shutil.copytree(folder, folder / 'copied')
    writer.close()
    (folder / 'copied/x.sqlite-shm').unlink()
    check('a log without the program that writes it', place.problem(
        '<source file="copied/x.sqlite"/>', at + '"copied/x.sqlite-wal" has changes that belong to the database, .*'))
    fresh()
    writer = sqlite3.connect(folder / 'x.sqlite', isolation_level=None)
    writer.execute('BEGIN EXCLUSIVE')
    check('a locked database', place.problem(source, at + '.*another program writes to the database.*'))
    writer.execute('ROLLBACK')
    writer.execute('PRAGMA cache_spill = 1')
    writer.execute('PRAGMA cache_size = 1')
    writer.execute('BEGIN')
    writer.executemany('INSERT INTO t VALUES (?, 5)', [['x' * 4000]] * 50)
    shutil.copy(folder / 'x.sqlite', folder / 'broken.sqlite')
    shutil.copy(folder / 'x.sqlite-journal', folder / 'broken.sqlite-journal')
    writer.close()
    check('a journal that was left behind', place.problem('<source file="broken.sqlite"/>', at + '.*a program broke off while it wrote.*'))
    path = fresh()
    os.mkfifo(f'{path}-journal')
    check('a pipe in place of a journal', place.problem(source, at + '"x.sqlite-journal", which belongs to the database, is no plain file'))
    path = fresh()
    whole = path.read_bytes()
    for name, content, expected in (
            ('an empty file', b'', 'x.sqlite: error: the file is empty; expected a database of SQLite'),
            ('a text file', b'period,n\n' * 50, 'x.sqlite: error: the file is no database of SQLite, or an encrypted one, which cannot be read'),
            ('an encrypted file', os.urandom(8192), 'x.sqlite: error: the file is no database of SQLite, or an encrypted one, .*'),
            ('a file that is cut off', whole[:4096], at + '.*(damaged|malformed).*'),
            ('a damaged file', whole[:100] + b'\xff' * 1000 + whole[1100:], at + '.*(damaged|malformed).*')):
        path.write_bytes(content)
        check(name, place.problem(source, expected))
    path.unlink()
    check('no file', place.problem(source, at + '.*No such file.*'))
    os.mkfifo(path)
    check('a pipe', place.problem(source, at + '"x.sqlite" is no plain file'))
    path.unlink()
    path.symlink_to('/etc/passwd')
    check('a link to something else', place.problem(source, 'x.sqlite: error: the file is no database .*'))
    path.unlink()
    path.mkdir()
    check('a folder', place.problem(source, at + '"x.sqlite" is no plain file'))
    path.rmdir()
    queries(place, folder, fresh)


def queries(place, folder, fresh):
    fresh(text="CREATE TABLE t (period TEXT, n INTEGER, b BLOB, r REAL); INSERT INTO t VALUES ('2018-07', 4, x'0102', 1e300); "
               "CREATE VIEW broken AS SELECT * FROM gone; CREATE TABLE \"odd \"\"name\" (period, n); "
               "INSERT INTO \"odd \"\"name\" VALUES ('2018-07', 1.10);")
    query = '<source file="x.sqlite" columns="n"><query>{}</query></source>'
    (folder / 'x.csv').write_text('period,n\n2018-07,4\n')
    rows = [
        (query.format('SELECT nn FROM t'), r'catalogue.xml:2:51: error: "x.sqlite": no such column: nn'),
        (query.format('SELECT\n  load_extension(:code) AS n'), r'catalogue.xml:\d.*: error: .*(not authorized|more than read|no such function).*'),
        (query.format("SELECT * FROM pragma_table_info('t')"), r'catalogue.xml:2.*: error: .*'),
        (query.format('WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT max(n) AS n FROM c').replace(
            '<query>', '<query seconds="1">'), r'catalogue.xml:2:\d+: error: "x.sqlite": the query takes more than 1 seconds; .*'),
        (query.format('SELECT @x AS n'), r'catalogue.xml:2:\d+: error: .*parameter that is written by another sign.*'),
        (query.format("SELECT randomblob(1000000000) AS n"), r'catalogue.xml:2:\d+: error: .*too large'),
        (query.format("ATTACH 'other.sqlite' AS o"), r'catalogue.xml:2:\d+: error: the query begins with ATTACH; .*'),
        ('<source file="x.sqlite" table="t" columns="b"/>', r'x.sqlite:t!C1: error: b: "binary of 2 bytes" .*'),
        ('<source file="x.sqlite" table="broken"/>', r'catalogue.xml:2:25: error: "x.sqlite": no such table: main.gone'),
        ('<source file="x.sqlite" table="T2"/>', r'catalogue.xml:2:25: error: "x.sqlite" has no table or view "T2"; there are t, broken, odd "name'),
        ('<source file="x.csv" table="t"/>', r'catalogue.xml:2:22: error: "x.csv" is a text file by its name, which has no table; leave table out'),
    ]
    compare('mistakes with a file of SQLite', *unfinished(place.problem(*row) for row in rows))
    looked = subprocess.run([place.program, 'look', 'x.sqlite', '--sheet', 'odd "name'], cwd=folder, text=True, capture_output=True)
    check('look tells tables, views and columns, and a <source>', [
        line for line in ('  table "t": period, n, b, r', '  view "broken": cannot be read', '  table "odd "name": period, n',
                          '  <source file="x.sqlite" table="odd &quot;name" period="period" period-pattern="yyyy-mm">')
        if line not in looked.stdout.splitlines()])
    status, series, said = place.run('<source file="x.sqlite" table="odd &quot;name"/>')
    check('a table with a quote in its name', None if series == ['series n 2018-07=1.1'] else f'{status} {series} {said}')
    fresh(text='CREATE TABLE t (area TEXT, period TEXT, n INTEGER); INSERT INTO t WITH RECURSIVE c(i) AS (SELECT 0 UNION ALL SELECT '
               "i + 1 FROM c WHERE i < 999999) SELECT 'A' || (i / 12), printf('%d-%02d', 2018, 1 + i % 12), i FROM c;")
    million(place, '<source file="x.sqlite" where="area=A7"/>', 'SQLite')
    largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    check('rows that are left out take no memory', None if largest < 200000 else f'{largest} kB')
    compare('nothing is left beside a file', 1, [path.name for path in folder.glob('x.sqlite-*')])


def main(program):
    by_file(program)
    by_server(program)

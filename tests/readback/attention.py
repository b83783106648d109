"""The page of what needs attention, as each pack that has one publishes it: figures, targets and letters are those of
`boardpack figures`, what is done is what the file of actions says, a page number is that of the measure's page, and each
measure is listed or named below the list. By which rule they are listed is the matter of recompute/attention."""
import datetime
import re

from lib import months
from lib.check import check, compare
from lib.pack import packs_with

LETTERS = {'R': 'red', 'A': 'amber', 'G': 'green', '': ''}


def day_in_words(iso):
    day = datetime.date.fromisoformat(iso)
    return f'{day.day} {day:%B %Y}'


def actions_of(pack):
    """{indicator: its actions by their day}"""
    node, found = pack.catalogue.find('actions'), {}
    for line in [] if node is None else pack.lines(node):
        own = not node.get('where') or line[node.get('where').partition('=')[0]] == pack.catalogue.get('code')
        if own:
            found.setdefault(line['indicator'], []).append(line)
    return {name: sorted(lines, key=lambda line: line['due']) for name, lines in found.items()}


def is_open(action):
    return action['status'] not in ('done', 'stopped')


def is_overdue(pack, action):
    return is_open(action) and action['due'] < pack.root.get('created')


def wanted_of_actions(pack, actions, text):
    """Each open one, or that others are, or that it is told above; where none is, the one that was finished last, if anything is said of it."""
    told = [action for action in actions if is_open(action)]
    committee = next((block.get('committee') for block in pack.root.iter('attention')), None)
    if not told and 'No open action' in text:
        told = actions[-1:]
    for action in told[:1] if 'more action' in text else told:
        if committee and action['owner'] == committee:
            yield f"{committee}: see above"
            continue
        late = f"overdue on {day_in_words(pack.root.get('created'))}, " if is_overdue(pack, action) else ''
        status = late[:1].upper() + late[1:] + action['status'] if late else action['status'].capitalize()
        yield f"{status}: {action['action']} {action['owner']}, due {day_in_words(action['due'])}"


def latest(pack, name, field):
    """The row of the latest period in which it was due."""
    rows = [row for (one, of, period), row in pack.figures.items()
            if one == name and of == field and period <= pack.period and row['status'] != 'not_due']
    return max(rows, key=lambda row: row['period'])


def wrong_in_row(pack, name, text, alts, actions):
    """What a row should say and does not."""
    ends_year = pack.period[5:].isdigit() and int(months.shift(pack.period, 1)[5:]) == pack.start
    letters = [pack.printed(name, field, pack.period) for field in ('ytd_rag', 'rag')]
    red_year = ends_year and letters[0] == 'R' and letters[1] != 'R'
    judged = pack.indicators[name].get('headline') == 'ytd_value' or red_year  # a red of the year is a red
    wanted = [latest(pack, name, 'ytd_value' if judged else 'value')['printed']]
    target = latest(pack, name, 'target')['printed'] if (name, 'target', pack.period) in pack.figures else ''
    whole = '.' not in wanted[0] and re.fullmatch(r'([0-9,]+)[.]0+', target)  # a target has the decimals of its figure
    wanted += wanted_of_actions(pack, actions.get(name, []), text)
    wrong = [f'{name}: no {one!r} in {text!r}' for one in wanted if one not in text]
    if target and not re.search(f'target ([≥≤<>] )?{re.escape(whole[1] if whole else target)}', text):
        wrong.append(f'{name}: no target {target} in {text!r}')
    letter = LETTERS[pack.printed(name, 'ytd_rag' if judged else 'rag', pack.period)]
    says = 'No open action' if actions.get(name) else 'No action recorded'
    if actions and letter in ('red', 'amber') and not any(map(is_open, actions.get(name, []))) and says not in text:
        wrong.append(f'{name}: nothing of {says!r} in {text!r}')
    if letter and not any(alt.endswith(letter) for alt in alts):
        wrong.append(f'{name}: {letter} does not end {alts}')
    return wrong


def page_of(pack, name):
    """The label of the page that is headed by the measure; None where none is."""
    title, texts = pack.indicators[name].get('title'), pack.pdf.text('-layout')
    pages = [str(label.get('/St', '')) for label, text in zip(pack.pdf.labels, texts) if re.search(rf'^ *{re.escape(title)}\b.*', text[:400], re.M)]
    return pages[0] if pages else None


NUMBERS = {'one': 1, 'both': 2, 'two': 2, 'three': 3, 'four': 4, 'five': 5, 'six': 6, 'seven': 7, 'eight': 8, 'nine': 9, 'ten': 10,
           'eleven': 11, 'twelve': 12}


def counted_in_lead(words):
    """Of how many measures the lead says that they are for decision, or what they lack."""
    judged = re.search(r'\b(\w+) measures with a target .*?are off target[.]', words)
    lacking = re.findall(r'\b(\w+) ha(?:s|ve) (?:no |a |its )?targets?\b', words)
    said = [NUMBERS.get(one.lower(), one) for one in [*(judged.groups() if judged else ()), *lacking]]
    return sum(int(one) for one in said if str(one).isdigit())


def check_pack(pack):
    actions = actions_of(pack)
    in_rows = {} if pack.root.find('.//attention').get('actions') == 'no' else actions
    section = next(one for one in pack.pdf.tree.find('Sect') if 'Why it is here' in one.text())
    table = next(one for one in section.find('Table') if 'Why it is here' in one.text())
    sections = pack.root.find('.//attention').get('select', '').partition('section=')[2].split(' | ')
    short = {node.get('short-title') or node.get('title'): name for name, node in pack.indicators.items()
             if sections == [''] or node.get('section') in sections}
    wrong, listed, pages = [], [], []
    for row in table.find('TR'):
        cells = [cell for cell in row.find('TH', 'TD')]
        names = [one for one in short if cells[0].name == 'TH' and cells[0].text().startswith(one + ' ')]
        if not names or len(cells) < 4:
            continue
        name = short[max(names, key=len)]
        listed.append(name)
        alts = [node.alt for cell in cells for node in cell.all() if node.alt]
        wrong += wrong_in_row(pack, name, row.text(), alts, in_rows)
        if page_of(pack, name) and cells[-1].text() != page_of(pack, name):
            pages.append(f'{name} is on {page_of(pack, name)} and not on {cells[-1].text()}')
    compare(f'{pack.name}: rows', len(listed), wrong)
    compare(f'{pack.name}: pages', len(listed), pages)
    words = section.text()
    below = [one.text() for one in section.find('P')]
    note = ' '.join(one.partition('To watch:')[0] for one in below if re.search(r'[(]\d+[)]: ', one))
    tiled = any(page.find('.//attention') is not None and page.find('.//tiles') is not None for page in pack.root.iter('page'))
    counts = re.search(r'Of (?:all |the )(\d+)(?: looked at here)?: ([^.]*)[.]', words)
    told = sum(int(one.split()[0]) for one in counts[2].split(', ')) if counts else counted_in_lead(words)
    check(f'{pack.name}: each measure is counted once',
          not len(short) == int(counts[1]) == told and f'{told} of {len(short)}: {counts[0]}' if counts
          else not tiled and 'No measure has a target or a RAG rating' not in words and told != len(short) and f'{told} of {len(short)}')
    check(f'{pack.name}: what tiles count no words do', tiled and 'have no target' in words)
    named = {name for title, name in short.items() if re.search(f'[:;] {re.escape(title)}(;|[.]$|[.] | [^a-z])', note)}
    check(f'{pack.name}: none is listed and named below', sorted(named & set(listed)))
    overdue = sum(is_overdue(pack, line) for lines in actions.values() for line in lines)
    says = {0: '', 1: 'One action is overdue.'}.get(overdue, 'actions are overdue.')
    check(f'{pack.name}: {overdue} actions are overdue', says not in words and words[:200])
    check(f'{pack.name}: something is listed', not listed)


def main(program):
    packs = packs_with(program, 'attention')
    for pack in packs:
        check_pack(pack)
    check('three packs have such a page', len(packs) < 3 and [pack.name for pack in packs])

"""Documents with commands are walked as a newcomer would: each file that they show is written, each command is run, and what
they show of its answer is what comes. `...` stands for any lines, or for any text in a line."""
import os
import re
import subprocess

from lib.check import compare
from lib.pack import TOP, work_folder

BLOCK = re.compile(r'(?:<!-- file: (?P<path>\S+) -->\n)?```(?P<kind>\w+)\n(?P<text>.*?)^```', re.M | re.S)
COMMAND = re.compile(r'^\$ (?P<command>.*)\n(?P<answer>(?:(?!\$ ).*\n)*)', re.M)


def fits(shown, answered):
    """True where the lines that are shown come in the answer, in their order."""
    pattern = ''
    for line in shown:
        if line == '...':
            pattern += r'(?:.*\n)*?'
        else:
            pattern += '.*'.join(re.escape(part) for part in line.rstrip().split('...')) + r' *\n'
    return re.fullmatch(pattern, ''.join(line + '\n' for line in answered)) is not None


class Walk:
    """One document, in a folder of its own; commands find it as the last one left it."""

    def __init__(self, program):
        self.home = work_folder()
        self.here = self.home / 'work'
        self.here.mkdir()
        downloads = self.home / 'work' / 'downloads'
        downloads.mkdir()
        for path in sorted((TOP / 'tests/files').glob('*/*')):
            if path.suffix in ('.csv', '.txt') and path.name not in ('map.csv', 'expected.csv'):
                (downloads / path.name).write_bytes(path.read_bytes())
        folder = self.home / 'bin'
        folder.mkdir()
        (folder / 'boardpack').symlink_to(os.path.realpath(program))
        self.variables = {**os.environ, 'PATH': f'{folder}:{os.environ["PATH"]}', 'LC_ALL': 'C.UTF-8', 'NO_COLOR': '1'}

    def write(self, path, text):
        target = self.here / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text)

    def run(self, command):
        """The lines that a command answers with."""
        place = self.home / 'here'
        run = subprocess.run(['bash', '-c', f'{command}\npwd > "{place}"'], cwd=self.here, env=self.variables, text=True,
                             stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        self.here = type(self.here)(place.read_text().strip())
        return run.stdout.splitlines()


def walk(document, program):
    """How many steps a document has, and what is wrong with them."""
    walked, steps, problems = Walk(program), 0, []
    for block in BLOCK.finditer(document.read_text()):
        if block['path']:
            walked.write(block['path'], block['text'])
        if block['kind'] != 'console':
            continue
        for step in COMMAND.finditer(block['text']):
            shown, answered = step['answer'].splitlines(), walked.run(step['command'])
            steps += 1
            if not fits(shown, answered):
                problems.append(f'$ {step["command"]}: ' + ' / '.join(answered)[:400])
    return steps, problems


def main(program):
    for document in sorted((TOP / 'docs').glob('*.md')):
        if '```console' in document.read_text():
            steps, problems = walk(document, program)
            compare(f'walk {document.name}', steps, problems)

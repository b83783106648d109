#!/usr/bin/env bash
# case.sh PROGRAM FOLDER: runs one case of tests/cases and compares what came of it. UPDATE=1 writes what is expected anew.
#
# The pack of tests/cases/base is copied to a folder of its own, the files of the case are laid over it, and the program
# runs there. What a case holds beside files of a pack:
#   command       the arguments, one line
#   mutate        lines of FILE SED-EXPRESSION, done to the pack first
#   remove        files that are taken out of the pack, one a line
#   status        the exit status expected; 0 without it
#   expect.diag   standard error, to the letter; empty without it
#   expect.out    standard output; not looked at without it
#   filter        a pattern of grep -E: the lines of standard output that are compared
#   stdout        where standard output goes, such as /dev/full
# A run that fails leaves every file of the pack as it was, and adds none.
set -u
program=$(realpath "${1:?usage: case.sh PROGRAM FOLDER}")
case_folder=$(realpath "${2:?usage: case.sh PROGRAM FOLDER}")
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C NO_COLOR=1
own=(command mutate remove status expect.diag expect.out filter stdout)

# lines FILE: the lines of a file of the case; none where it has no such file.
lines() {
    [ ! -f "$case_folder/$1" ] || cat "$case_folder/$1"
}

# lay_out: the pack of the case, in $work/pack.
lay_out() {
    mkdir -p "$work/pack/fonts" && cp "$top/fonts/fonts.xml" "$work/pack/fonts" || return
    cp -a "$top/tests/cases/base/." "$work/pack" && cp -a "$case_folder/." "$work/pack" || return
    cd "$work/pack" && rm -f "${own[@]}" || return
    local file expression
    while read -r file expression; do
        cp "$file" "$work/before" && sed -i -e "$expression" "$file" || return
        ! cmp -s "$file" "$work/before" || { echo "mutate changes nothing: $file $expression"; return 1; }
    done < <(lines mutate)
    while read -r file; do
        rm -r "$file" || return
    done < <(lines remove)
}

# compare NAME GOT: with the file of that name, which is empty where there is none.
compare() {
    local expected=$case_folder/$1
    if [ "${UPDATE:-}" = 1 ]; then
        if [ -s "$2" ]; then cp "$2" "$expected"; else rm -f "$expected"; fi
        return 0
    fi
    [ -f "$expected" ] || expected=/dev/null
    diff -u --label "expected $1" --label "got $1" "$expected" "$2"
}

lay_out || exit 1
cp -a "$work/pack" "$work/as-it-was"
output=$(lines stdout)
output=${output:-$work/out}
read -r -a arguments <"$case_folder/command"
status=0
"$program" "${arguments[@]}" >"$output" 2>"$work/diag" </dev/null || status=$?

good=yes
expected=$(lines status)
expected=${expected:-0}
[ "$status" = "$expected" ] || { echo "exit status $status, expected $expected"; good=no; }
compare expect.diag "$work/diag" || good=no
if [ -f "$case_folder/filter" ]; then
    grep -E -f "$case_folder/filter" "$work/out" >"$work/filtered"
    mv "$work/filtered" "$work/out"
fi
if [ -f "$case_folder/expect.out" ]; then
    compare expect.out "$work/out" || good=no
fi
if [ "$expected" != 0 ]; then
    diff -r --no-dereference "$work/as-it-was" "$work/pack" || { echo "the run failed, and changed files"; good=no; }
fi
[ "$good" = yes ]

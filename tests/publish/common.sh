# What the tests of published files share; sourced with the program as $1.
# Gives program, top (of the project), layout (the sample pack) and work (a folder that is gone at the end).
set -u
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
program=$(realpath "${1:?usage: $(basename "$0") PROGRAM}")
layout=$top/layouts/monthly-board-pack.xml
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0
failed=0

# check NAME COMMAND...: what the command printed is shown where it fails.
check() {
    local name=$1
    shift
    if "$@" >"$work/log" 2>&1; then
        passed=$((passed + 1))
        echo "ok      $name"
    else
        failed=$((failed + 1))
        echo "not ok  $name"
        sed 's/^/          /' "$work/log" | head -n 20
    fi
}

# unbroken FILE.pdf
unbroken() {
    qpdf --check "$1" >"$work/qpdf" 2>&1 && ! grep -qi warning "$work/qpdf" || { cat "$work/qpdf"; return 1; }
}

# Columns 2 to 4 from the right, before the object number: embedded, subset, with a map to Unicode.
fonts_embedded() {
    pdffonts "$1" 2>&1 | tee "$work/fonts"
    tail -n +3 "$work/fonts" | awk '$(NF-4) != "yes" || $(NF-3) != "yes" || $(NF-2) != "yes" { bad = 1 }
        END { exit bad || NR == 0 }'
}

no_images() {
    [ "$(pdfimages -list "$1" | tail -n +3 | wc -l)" = 0 ]
}

# finish: the last line, and the exit status.
finish() {
    echo "$passed passed, $failed failed"
    [ "$failed" = 0 ] && [ "$passed" -gt 0 ]
}

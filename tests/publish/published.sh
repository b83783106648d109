#!/usr/bin/env bash
# published.sh PROGRAM: publishes the sample pack into a folder of its own and looks at the file from outside.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

# exits STATUS COMMAND...
exits() {
    local wanted=$1 status=0
    shift
    "$@" || status=$?
    [ "$status" = "$wanted" ] || { echo "exit status $status, expected $wanted: $*"; return 1; }
}

publish() {
    "$program" publish "$layout" -o "$1"
}

silent() {
    local said
    said=$("$@" 2>/dev/null) && [ -z "$said" ] || { echo "printed: $said"; return 1; }
}

labels() {
    qpdf --json --json-key=pages "$1" | python3 -c '
import json, sys
pages = json.load(sys.stdin)["pages"]
label = [page["label"] for page in pages]
print(label)
numbered = [one for one in label if "/S" in one]
sys.exit(len(pages) != 14 or numbered != label[2:] or any(one != {"/S": "/D", "/St": 125 + i} for i, one in enumerate(numbered)))'
}

title_shown() {
    pdfinfo "$1" | tee /dev/stderr | grep -q '^Title: *Children’s social care performance' &&
        pdfinfo "$1" | grep -q '^Tagged: *yes'
}

same_elsewhere() {
    mkdir -p "$work/elsewhere"
    (cd "$work/elsewhere" && TZ=Asia/Tokyo LC_ALL=de_DE.UTF-8 publish again.pdf) && cmp "$1" "$work/elsewhere/again.pdf"
}

same_relative() {
    (cd "$top" && "$program" publish layouts/monthly-board-pack.xml -o "$work/relative.pdf") && cmp "$1" "$work/relative.pdf"
}

# A copy of the pack with a thirteenth month in a file of counts.
broken_pack() {
    mkdir -p "$work/broken"
    cp -r "$top/layouts" "$top/data" "$top/fonts" "$work/broken/"
    sed -i 's/^2017-12/2017-13/' "$work/broken/data/peterborough-2018-07/chart_09_cp_visits.csv"
}

untouched_by_errors() {
    broken_pack
    cp "$1" "$work/kept.pdf"
    exits 1 "$program" publish "$work/broken/layouts/monthly-board-pack.xml" -o "$work/kept.pdf" && cmp "$1" "$work/kept.pdf"
}

error_names_place() {
    "$program" check "$work/broken/layouts/monthly-board-pack.xml" 2>&1 |
        tee /dev/stderr | grep -q 'chart_09_cp_visits.csv:10:.*error: .*2017-13'
}

# A write that fails half way: a limit on the size of files.
untouched_by_full_disk() {
    mkdir -p "$work/full"
    cp "$1" "$work/full/kept.pdf"
    (ulimit -f 4 && exits 3 publish "$work/full/kept.pdf") && cmp "$1" "$work/full/kept.pdf" &&
        [ "$(ls -A "$work/full")" = kept.pdf ]
}

permissions_kept() {
    : >"$work/private.pdf"
    chmod 600 "$work/private.pdf"
    publish "$work/private.pdf" && cmp "$1" "$work/private.pdf" && [ "$(stat -c %a "$work/private.pdf")" = 600 ]
}

# What lies behind a link is not what was named.
link_refused() {
    echo kept >"$work/behind"
    ln -s behind "$work/link.pdf"
    exits 3 publish "$work/link.pdf" && [ "$(cat "$work/behind")" = kept ] && [ -L "$work/link.pdf" ]
}

full_output() {
    exits 3 "$program" figures "$layout" >/dev/full
}

# A device of the test's own: to write beside /dev/full would be to replace it.
full_device() {
    exits 3 publish "$work/device" && [ -c "$work/device" ]
}

parent_is_a_file() {
    : >"$work/file"
    exits 3 publish "$work/file/pack.pdf"
}

warnings_of_keys() {
    "$program" check "$layout" >"$work/check" 2>&1 || { cat "$work/check"; return 1; }
    cat "$work/check"
    [ "$(grep -c 'catalogue.xml:.*warning: .*\(key\|gap\|overlap\)' "$work/check")" -ge 10 ]
}

pdf=$work/pack.pdf
check "publish says nothing on standard output" silent publish "$pdf"
check "the file is a PDF without damage (qpdf)" unbroken "$pdf"
check "every font is embedded, subset and mapped to Unicode" fonts_embedded "$pdf"
check "no picture of pixels" no_images "$pdf"
check "a cover on a sheet of its own, then twelve pages, labelled 125 to 136" labels "$pdf"
check "the title is shown, the file is tagged" title_shown "$pdf"
check "PDF/UA-1 and PDF/A-2a (veraPDF)" "$top/tests/verapdf/comply" "$pdf"
check "the same bytes again, elsewhere, in another zone and language" same_elsewhere "$pdf"
check "the same bytes by a relative path" same_relative "$pdf"
check "check warns of the gap in each printed key" warnings_of_keys
check "errors: exit status 1, the old file untouched" untouched_by_errors "$pdf"
check "errors: check names file and line" error_names_place
check "a full disk: exit status 3, the old file untouched" untouched_by_full_disk "$pdf"
check "a file that is replaced keeps its permissions" permissions_kept "$pdf"
check "a symbolic link: exit status 3, what lies behind it untouched" link_refused
check "a full standard output: exit status 3" full_output
if mknod "$work/device" c 1 7 2>/dev/null && (: >"$work/device") 2>/dev/null; then
    check "a full device: exit status 3" full_device
fi
check "a folder that does not exist: exit status 3" exits 3 publish "$work/nowhere/pack.pdf"
check "a file where a folder should be: exit status 3" parent_is_a_file
check "no command: exit status 2" exits 2 "$program"
check "an unknown command: exit status 2" exits 2 "$program" publsh "$layout"
check "an unknown option: exit status 2" exits 2 "$program" publish "$layout" --colour
check "--version: exit status 0" exits 0 "$program" --version
check "--help: exit status 0" exits 0 "$program" publish --help

finish

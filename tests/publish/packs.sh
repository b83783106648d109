#!/usr/bin/env bash
# packs.sh PROGRAM: publishes every layout of the project and looks at the files from outside.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

# check_pack LAYOUT FILE.pdf
check_pack() {
    local name=${1##*/}
    check "$name: published" "$program" publish "$1" --quiet -o "$2"
    [ -f "$2" ] || return
    check "$name: without damage (qpdf)" unbroken "$2"
    check "$name: every font is embedded, subset and mapped to Unicode" fonts_embedded "$2"
    check "$name: no picture of pixels" no_images "$2"
    check "$name: the same bytes again" same_again "$1" "$2"
}

same_again() {
    local again=$work/again/${2##*/} # a file inside goes by the name of the pack's
    mkdir -p "$work/again"
    (cd "$work" && TZ=Asia/Tokyo LC_ALL=de_DE.UTF-8 "$program" publish "$1" --quiet -o "$again") && cmp "$2" "$again"
}

new_pack() {
    "$program" new "$work/new" 2>"$work/said" && grep -q 'layouts/pack.xml' "$work/said" &&
        "$program" check "$work/new/layouts/pack.xml" 2>&1 | tee /dev/stderr | grep -q '^0 errors, 0 warnings$' &&
        "$program" publish "$work/new/layouts/pack.xml" --quiet && [ -s "$work/new/output/pack.pdf" ]
}

new_pack_over_files() {
    local before
    before=$(find "$work/new" -type f -exec cksum {} + | sort)
    ! "$program" new "$work/new" && [ "$before" = "$(find "$work/new" -type f -exec cksum {} + | sort)" ]
}

files=()
for layout in "$top"/layouts/*.xml; do
    grep -q '<pack ' "$layout" || continue
    file=$work/$(basename "$layout" .xml).pdf
    check_pack "$layout" "$file"
    files+=("$file")
done
check "a new pack publishes as it stands" new_pack
check "a new pack over files is refused" new_pack_over_files
files+=("$work/new/output/pack.pdf")
check "PDF/UA-1 and PDF/A-2a, or 3a with a file inside (veraPDF), all ${#files[@]}" "$top/tests/verapdf/comply" "${files[@]}"

finish

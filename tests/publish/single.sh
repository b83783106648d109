#!/usr/bin/env bash
# single.sh PROGRAM: publishes pages of the sample pack one by one, as PDF, SVG and PNG, and looks at them from outside.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
dpi=432

publish() {
    "$program" publish "$layout" --quiet "$@"
}

# names FOLDER EXTENSION: a file of each page, named by it, and nothing else.
names() {
    local wanted
    wanted=$("$program" check --dump frames "$layout" 2>/dev/null | sed -nE 's/^page [0-9-]+ ([a-z_0-9]+) .*/\1/p' | sort -u)
    [ -n "$wanted" ] && diff <(for name in $wanted; do echo "$name.$2"; done) <(ls -A "$1")
}

all_unbroken() {
    local file
    for file in "$1"/*.pdf; do
        unbroken "$file" || return
    done
}

# A cover that the pack neither lists nor counts is found by a reader's outline too, and has the label that it has there.
all_found() {
    local file
    for file in "$1"/*.pdf; do
        qpdf --json --json-key=outlines --json-key=pagelabels "$file" | python3 -c '
import json, sys
file = json.load(sys.stdin)
sys.exit(not file["outlines"] or not file["pagelabels"])' || { echo "$file"; return 1; }
    done
}

# One page, with its number in the pack and its own title; no link and no outline leads to another.
stands_alone() {
    qpdf --json --json-key=pages --json-key=outlines --json-key=qpdf "$1" | python3 -c '
import json, sys
file = json.load(sys.stdin)
objects = [o.get("value") for o in file["qpdf"][1].values() if isinstance(o.get("value"), dict)]
[page] = file["pages"]
[entry] = file["outlines"]
print(page["label"], entry["title"])
sys.exit(page["label"]["/St"] != int(sys.argv[1]) or entry["title"] != sys.argv[2] or entry["destpageposfrom1"] != 1
         or any(o.get("/Subtype") == "/Link" or o.get("/S") == "/Link" for o in objects))' "$2" "$3" &&
        pdfinfo "$1" | tee /dev/stderr | grep -q "^Title: *$4"
}

# same PAGE: the picture of a page against the page of the PDF.
same_as_png() {
    pdftoppm -r $dpi -singlefile "$work/pdf/$1.pdf" "$work/pdf-page" &&
        publish --page "$1" --format png --dpi $dpi -o "$work/page.png" &&
        python3 "$top/tests/lib/same.py" "$work/pdf-page.ppm" "$work/page.png"
}

same_as_svg() {
    pdftoppm -r $dpi -singlefile "$work/pdf/$1.pdf" "$work/pdf-page" &&
        rsvg-convert -f pdf "$work/svg/$1.svg" -o "$work/svg.pdf" &&
        pdftoppm -r $dpi -singlefile "$work/svg.pdf" "$work/svg-page" &&
        python3 "$top/tests/lib/same.py" "$work/pdf-page.ppm" "$work/svg-page.ppm"
}

# The comparison itself sees another page, and one figure that was changed.
another_page_differs() {
    pdftoppm -r $dpi -singlefile "$work/pdf/re_referrals.pdf" "$work/one" &&
        pdftoppm -r $dpi -singlefile "$work/pdf/early_help_rate.pdf" "$work/other" &&
        ! python3 "$top/tests/lib/same.py" "$work/one.ppm" "$work/other.ppm" &&
        mkdir -p "$work/copy" && cp -r "$top/layouts" "$top/data" "$top/fonts" "$work/copy/" &&
        sed -i 's/title="Re-referrals within 12 months"/title="Re-referrals within 13 months"/' \
            "$work"/copy/data/peterborough-2018-07/catalogue.xml &&
        "$program" publish "$work/copy/layouts/monthly-board-pack.xml" --quiet --page re_referrals -o "$work/changed.pdf" &&
        pdftoppm -r $dpi -singlefile "$work/changed.pdf" "$work/other" &&
        ! python3 "$top/tests/lib/same.py" "$work/one.ppm" "$work/other.ppm"
}

# Language, title, and a description with definition, source, date of the data and what the chart shows.
svg_speaks() {
    xmllint --noout "$1" && python3 -c '
import sys, xml.etree.ElementTree as tree
name = "{http://www.w3.org/2000/svg}"
root = tree.parse(sys.argv[1]).getroot()
title, words = root.find(name + "title").text, root.find(name + "desc").text
print(root.attrib, title, words)
wanted = ["July 2018", "as a share of all referrals", "Source: Peterborough", "position at July 2018", "24 months", "15.8%"]
sys.exit(root.get("lang") != "en-GB" or root.get("width") != "595.2756pt" or "Re-referrals" not in title
         or any(one not in words for one in wanted))' "$1"
}

# The same in a PNG, which also says its pixels an inch: 150 are 5906 a metre.
png_speaks() {
    python3 -c '
import struct, sys
data, at, words, pixels = open(sys.argv[1], "rb").read(), 8, {}, None
while at < len(data):
    length, kind = struct.unpack(">I4s", data[at:at + 8])
    body = data[at + 8:at + 8 + length]
    if kind == b"iTXt":
        key, rest = body.split(b"\0", 1)
        words[key.decode()] = rest[2:].split(b"\0", 2)[2].decode()
    if kind == b"pHYs":
        pixels = struct.unpack(">IIB", body)
    at += length + 12
print(pixels, words)
wanted = ["July 2018", "as a share of all referrals", "Source: Peterborough", "position at July 2018", "24 months", "15.8%"]
sys.exit(pixels != (5906, 5906, 1) or "Re-referrals" not in words["Title"]
         or any(one not in words["Description"] for one in wanted))' "$1"
}

# same_again FORMAT: a page by itself has the bytes that it has among all, in another place, zone and language.
same_again() {
    mkdir -p "$work/elsewhere"
    (cd "$work/elsewhere" && TZ=Asia/Tokyo LC_ALL=de_DE.UTF-8 publish --page re_referrals --format "$1" -o "again.$1") &&
        cmp "$work/$1/re_referrals.$1" "$work/elsewhere/again.$1"
}

# A write that fails half way: a limit on the size of files.
untouched_by_full_disk() {
    local status=0
    mkdir -p "$work/full"
    echo kept >"$work/full/page.$1"
    (ulimit -f 4 && publish --page re_referrals --format "$1" -o "$work/full/page.$1") || status=$?
    [ "$status" = 3 ] && [ "$(cat "$work/full/page.$1")" = kept ] && [ "$(ls -A "$work/full")" = "page.$1" ] &&
        rm "$work/full/page.$1"
}

# A topic on two facing pages: one PDF with both, a picture of each.
facing_pages() {
    mkdir -p "$work/facing/sides"
    cp -r "$top/layouts" "$top/data" "$top/fonts" "$work/facing/"
    sed -i 's/facing-pages="no"/facing-pages="yes"/' "$work/facing/layouts/monthly-board-pack.xml"
    local pack=$work/facing/layouts/monthly-board-pack.xml
    "$program" publish "$pack" -q --page cp_plan_rate && "$program" publish "$pack" -q --page cp_plan_rate --format svg \
        -o "$work/facing/sides/rate.svg" && ls "$work"/facing/output "$work"/facing/sides &&
        pdfinfo "$work/facing/output/cp_plan_rate.pdf" | grep -q '^Pages: *2$' &&
        [ "$(ls "$work/facing/sides" | tr '\n' ' ')" = "rate-1.svg rate-2.svg " ] &&
        grep -q '(2/2)</title>' "$work/facing/sides/rate-2.svg" &&
        "$top/tests/verapdf/comply" "$work/facing/output/cp_plan_rate.pdf"
}

# Every page of another layout, as a PDF.
all_of_layout() {
    "$program" publish "$1" --quiet --page all -o "$work/layouts/$(basename "$1" .xml)" &&
        all_unbroken "$work/layouts/$(basename "$1" .xml)"
}

for format in pdf svg png; do
    check "--page all writes a $format a page" publish --page all --format $format -o "$work/$format"
    check "each $format is named by its page" names "$work/$format" $format
    check "the same $format again, alone and elsewhere" same_again $format
    check "a full disk leaves the old $format" untouched_by_full_disk $format
done
check "every PDF is without damage (qpdf)" all_unbroken "$work/pdf"
check "every PDF has an outline and labels" all_found "$work/pdf"
check "every PDF complies with PDF/UA-1 and PDF/A-2a (veraPDF)" "$top/tests/verapdf/comply" "$work"/pdf/*.pdf
check "a topic stands alone" stands_alone "$work/pdf/re_referrals.pdf" 131 "Chart 6: Re-referrals within 12 months" Re-ref
check "the contents stand alone" stands_alone "$work/pdf/contents.pdf" 126 "Contents and summary" "Contents"
check "an SVG says what it shows" svg_speaks "$work/svg/re_referrals.svg"
check "a PNG says what it shows" png_speaks "$work/png/re_referrals.png"
for page in contents re_referrals; do
    check "the PNG of $page shows what the PDF shows" same_as_png $page
    check "the SVG of $page shows what the PDF shows" same_as_svg $page
done
check "another page, and another figure, are seen to differ" another_page_differs
check "a topic on two facing pages" facing_pages
while IFS= read -r other; do
    check "every page of $(basename "$other")" all_of_layout "$other"
done < <(grep -l '<pack ' "$top"/layouts/*.xml)

finish

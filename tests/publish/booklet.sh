#!/usr/bin/env bash
# booklet.sh PROGRAM: what is made for print, looked at from outside: the order of a booklet's pages, its marks, greys.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

# write_pack PAGES: a layout of so many A5 pages, each with its number in words of its own.
write_pack() {
    local page
    {
        echo '<pack title="Small pack" catalogue="../data/small/catalogue.xml" period="2018-07" paper="A5"'
        echo '      margin-inner="40pt" margin-outer="40pt">'
        for page in $(seq "$1"); do
            echo "<page><text>Leaf $page.</text></page>"
        done
        echo '</pack>'
    } >"$work/layouts/pack.xml"
}

# read_half FILE SHEET X: the leaf that is read in the half of a sheet that begins at X; 0 for a side left blank.
read_half() {
    local words
    words=$(pdftotext -f "$2" -l "$2" -x "$3" -y 0 -W 421 -H 596 "$1" - | grep -oE 'Leaf [0-9]+|left blank')
    case "$words" in
    'left blank') echo 0 ;;
    'Leaf '*) echo "${words#Leaf }" ;;
    *) echo "nothing" ;;
    esac
}

# leaf_at PLACE PAGES LENGTH: which leaf stands at a place of the booklet: blanks come before the last leaf.
leaf_at() {
    if [ "$1" = "$3" ] && [ "$2" -gt 1 ]; then echo "$2"
    elif [ "$1" -lt "$2" ] || [ "$1$2" = 11 ]; then echo "$1"
    else echo 0; fi
}

# Sheet k of a booklet of N pages carries, front, N-2k+2 and 2k-1; back, 2k and N-2k+1.
order_of() {
    local pages=$1 length=$((($1 + 3) / 4 * 4)) sheet places place side half
    write_pack "$pages"
    "$program" publish "$work/layouts/pack.xml" --booklet -o "$work/sheets.pdf" || return
    [ "$(pdfinfo "$work/sheets.pdf" | sed -n 's/^Pages: *//p')" = $((length / 2)) ] || { echo "sides are amiss"; return 1; }
    for sheet in $(seq $((length / 4))); do
        places=($((length - 2 * sheet + 2)) $((2 * sheet - 1)) $((2 * sheet)) $((length - 2 * sheet + 1)))
        for place in 0 1 2 3; do
            side=$((2 * sheet - 1 + place / 2))
            half=$(read_half "$work/sheets.pdf" $side $((place % 2 * 421)))
            [ "$half" = "$(leaf_at "${places[place]}" "$pages" "$length")" ] ||
                { echo "$pages pages, side $side, half $((place % 2)): read $half"; return 1; }
        done
    done
}

orders() {
    local pages
    for pages in $(seq 17); do
        order_of "$pages" || return
    done
}

structure() {
    python3 "$top/tests/lib/pdf.py" "$1"
}

# same_structure LAYOUT WORDS: for a layout in whose tree these words stand.
same_structure() {
    "$program" publish "$1" --quiet -o "$work/read.pdf" && "$program" publish "$1" --quiet --booklet -o "$work/printed.pdf" &&
        structure "$work/read.pdf" >"$work/one" && structure "$work/printed.pdf" >"$work/other" &&
        grep -q "$2" "$work/one" && diff "$work/one" "$work/other"
}

# A paragraph that goes on from the second page to the fourth: on the sheets, the fourth comes first.
paragraph_over_pages() {
    {
        echo '<pack title="Small pack" catalogue="../data/small/catalogue.xml" period="2018-07" paper="A5"'
        echo '      margin-inner="40pt" margin-outer="40pt"><page><text>Cover.</text></page><page><text>'
        seq -f 'Sentence %.0f of a long paragraph.' 200
        echo '</text></page></pack>'
    } >"$work/layouts/pack.xml"
    same_structure "$work/layouts/pack.xml" 'Sentence 199' && [ "$(pdfinfo "$work/read.pdf" | sed -n 's/^Pages: *//p')" = 4 ]
}

# A cover whose colour goes on for 3 mm beyond what is cut out, marks outside of that, and a screen that shows neither.
bled() {
    echo '<pack title="Small pack" catalogue="../data/small/catalogue.xml" period="2018-07" bleed="3mm">
          <page title="Cover"><cover/></page></pack>' >"$work/layouts/pack.xml"
    "$program" publish "$work/layouts/pack.xml" --quiet -o "$work/bled.pdf" && pdfinfo -box "$work/bled.pdf" | tee "$work/boxes"
    grep -q 'MediaBox: *0.00 *0.00 *648.28 *894.90' "$work/boxes" && grep -q 'BleedBox: *18.00 *18.00 *630.28 *876.90' "$work/boxes" &&
        grep -q 'TrimBox: *26.50 *26.50 *621.78 *868.39' "$work/boxes" && grep -q 'CropBox: *26.50 *26.50 *621.78 *868.39' "$work/boxes" &&
        unbroken "$work/bled.pdf" && "$top/tests/verapdf/comply" "$work/bled.pdf" && pdftoppm -r 72 -gray "$work/bled.pdf" "$work/bled" &&
        python3 - "$work"/bled-*.pgm <<'PY'
import sys
with open(sys.argv[1], "rb") as file:
    kind, size, depth, pixels = file.read().split(b"\n", 3)
width, height = map(int, size.split())
seen = {place: pixels[place[1] * width + place[0]] for place in ((20, 20), (627, 100), (10, 100), (20, 800), (6, 26))}
print(width, height, seen)
sys.exit([grey < 200 for grey in seen.values()] != [True, True, False, False, True])
PY
}

small_text_refused() {
    ! "$program" publish "$layout" --quiet --booklet -o "$work/small.pdf" 2>"$work/said" && [ ! -e "$work/small.pdf" ] &&
        grep -q 'would become' "$work/said"
}

# Turns a PDF's streams into text, for grep.
opened() {
    qpdf --qdf --object-streams=disable "$1" -
}

printed_as_a_booklet() {
    opened "$1" | tee >(grep -a -A3 /ViewerPreferences >&2) | grep -aq '/Duplex /DuplexFlipShortEdge'
}

# The pages' area is the middle of the sheet, 297 by 210 mm; marks are all that stands outside of it, and the fold's
# marks the only ones between its sides.
marks_outside() {
    pdfinfo -box "$1" | tee "$work/boxes"
    grep -q 'TrimBox: *32.60 *21.26 *874.49 *616.54' "$work/boxes" || return
    pdftoppm -r 72 -gray "$1" "$work/marked" && python3 - "$work"/marked-*.pgm <<'PY'
import sys
for name in sys.argv[1:]:
    with open(name, "rb") as file:
        kind, size, depth, pixels = file.read().split(b"\n", 3)
    width, height = map(int, size.split())
    dark = lambda x, y: pixels[y * width + x] < 250
    outside = [(x, y) for y in range(height) for x in range(width)
               if dark(x, y) and not (32 <= x < width - 33 and 21 <= y < height - 21)]
    corner = [p for p in outside if min(p[0], width - p[0]) < 60]
    fold = [p for p in outside if abs(p[0] - width / 2) < 2]
    print(name[-8:], len(corner), "corner", len(fold), "fold", len(outside), "in all")
    if len(corner) < 8 * 10 or len(fold) < 8 or len(corner) + len(fold) != len(outside):
        sys.exit(1)
PY
}

# Charts and text: every operator that sets a colour sets a grey, and so is every pixel.
grey_alone() {
    opened "$1" >"$work/open.pdf"
    pdftoppm -r 50 "$1" "$work/grey" && python3 - "$work/open.pdf" "$work"/grey-*.ppm <<'PY'
import re, sys
content = open(sys.argv[1], "rb").read()
number = rb"(-?[0-9.]+)\s+"
set_colours = re.findall(number * 3 + rb"(?:rg|RG|sc|SC|scn|SCN)\b", content)
greys = re.findall(number + rb"[gG]\b", content)
coloured = [one for one in set_colours if len({float(part) for part in one}) > 1]
print(len(set_colours) + len(greys), "colours set", coloured[:5])
if coloured or not set_colours + greys or re.search(number * 4 + rb"[kK]\b", content):
    sys.exit(1)
for name in sys.argv[2:]:
    with open(name, "rb") as file:
        pixels = file.read().split(b"\n", 3)[3]
    if pixels[0::3] != pixels[1::3] or pixels[0::3] != pixels[2::3]:
        sys.exit("colour in " + name)
PY
}

# Larger types take more room: pages of graphs hold them all the same.
graphs_fit() {
    "$program" publish "$booklet" --quiet --booklet --dump=frames >"$work/frames" && grep -q heading-1 "$work/frames" &&
        ! grep ' text-bold .*(continued)' "$work/frames" | grep -v '"Data table'
}

# A pack of A4 pages with the theme of its booklet, so that pages are the same on the screen and on the sheets.
mkdir -p "$work/a4" "$work/fonts"
cp -r "$top/layouts" "$top/data" "$top/fonts" "$work/a4"
booklet=$work/a4/layouts/graph-booklet.xml
sed -i 's/ theme="theme.xml"/ theme="themes\/booklet.xml"/' "$booklet"
cp "$top/fonts/fonts.xml" "$work/fonts"
cp -r "$top/tests/cases/base/data" "$top/tests/cases/base/layouts" "$work"
"$program" publish "$booklet" --quiet --booklet --grey -o "$work/booklet.pdf"
"$program" publish "$booklet" --quiet --booklet --grey -o "$work/again.pdf"
"$program" publish "$booklet" --quiet --booklet --marks both -o "$work/marks.pdf"
cp "$top/tests/cases/booklet-halves/layouts/pack.xml" "$work/layouts/pack.xml"
"$program" publish "$work/layouts/pack.xml" --booklet -o "$work/halves.pdf"
check "the order of 1 to 17 pages, read back from the sheets" orders
check "a booklet is a PDF without damage (qpdf)" unbroken "$work/booklet.pdf"
check "PDF/UA-1 and PDF/A-2a (veraPDF)" "$top/tests/verapdf/comply" "$work/booklet.pdf" "$work/marks.pdf" "$work/halves.pdf"
check "the same bytes again" cmp "$work/booklet.pdf" "$work/again.pdf"
check "sheets are read in the order of the pages" same_structure "$booklet" Figure
check "so is a paragraph that goes on over two pages" paragraph_over_pages
check "no page of graphs runs over in it" graphs_fit
check "a booklet with text under 6 pt is refused" small_text_refused
check "colour at the edge of a page bleeds, and is cut on a screen" bled
check "printed on both sides, turned on the short edge" printed_as_a_booklet "$work/booklet.pdf"
check "marks stand outside of the pages, cut out at A4" marks_outside "$work/marks.pdf"
check "in grey no colour is left" grey_alone "$work/booklet.pdf"
check "in colour there is one" eval '! grey_alone "$work/marks.pdf"'

finish

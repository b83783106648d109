#!/usr/bin/env bash
# docs.sh PROGRAM: every example of the documents, checked and published.
# An example is a fenced block below a line `<!-- example: PATH -->`; packs among them use the sample data and fonts.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
mkdir -p "$work/layouts"
cp -r "$top/data" "$top/fonts" "$work/"
cp "$top/layouts/theme.xml" "$work/layouts/"
# extract FILE.md: writes its examples into the work folder.
extract() {
    awk -v work="$work" '
        /^<!-- example: .* -->$/ { path = work "/" $3; next }
        /^```/ && path && !inside {
            folder = path; sub(/\/[^\/]*$/, "", folder); system("mkdir -p \"" folder "\"")
            printf "" > path; inside = 1; next
        }
        /^```/ && inside { close(path); path = ""; inside = 0; next }
        inside { print > path }' "$1"
}

links() {
    local link status=0
    for link in $(grep -oE '\]\([^):#]+\)' "$1" | sed 's/^](//; s/)$//'); do
        [ -e "$(dirname "$1")/$link" ] || { echo "no such file: $link"; status=1; }
    done
    return $status
}

for document in "$top"/README.md "$top"/docs/*.md; do
    extract "$document"
    check "links of ${document#"$top/"}" links "$document"
done
for layout in "$work"/layouts/*.xml; do
    grep -q '<pack ' "$layout" || continue
    name=$(basename "$layout")
    check "check $name" "$program" check "$layout"
    check "publish $name" "$program" publish "$layout" -o "$work/${name%.xml}.pdf"
done

finish

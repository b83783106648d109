#!/usr/bin/env bash
# What publishing costs, by pages, then many figures, large files of data and packs of many: run.sh BOARDPACK. Processor time, peak
# memory, size of the file.
set -euo pipefail
program=$(realpath -e "$1")
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# measure COMMAND...: prints user+system seconds and peak memory in MB
measure() {
    python3 - "$@" <<'PY'
import os
import resource
import subprocess
import sys
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
use = resource.getrusage(resource.RUSAGE_CHILDREN)
print(f"{use.ru_utime + use.ru_stime:.3f} {use.ru_maxrss / 1024:.0f}")
PY
}

# best COMMAND...: the least time of five runs
best() {
    for _ in 1 2 3 4 5; do measure "$@"; done | sort -n | head -n 1
}

read -r seconds memory <<<"$(best "$program" publish "$root/layouts/monthly-board-pack.xml" -q -o "$work/pack.pdf")"
echo "the monthly board pack: $seconds s, $memory MB"
echo
printf '%8s %10s %10s %10s %10s\n' pages seconds "ms/page" "peak MB" "file MB"
for pages in 25 50 100 200 400 800 1600; do
    python3 "$here/generate.py" "$work/$pages" "$pages"
    ln -s "$root/fonts" "$work/$pages/fonts"
    read -r seconds memory <<<"$(measure "$program" publish --allow-outside -q "$work/$pages/layouts/bench.xml" -o "$work/bench.pdf")"
    awk -v p="$pages" -v s="$seconds" -v m="$memory" -v b="$(stat -c %s "$work/bench.pdf")" \
        'BEGIN { printf "%8d %10.3f %10.2f %10d %10.1f\n", p, s, s * 1000 / p, m, b / 1e6 }'
    rm -rf "${work:?}/$pages"
done
echo
figures=$(dirname "$program")/bench_figures
for _ in 1 2 3 4 5; do "$figures" 10000 120; done | sort -t: -k2 -n | head -n 1
"$(dirname "$program")/bench_table" 1000000

python3 "$here/generate.py" "$work/many" 2000 120
sed -i '/<page.*indicator="i[1-9]/d' "$work/many/layouts/bench.xml"
ln -s "$root/fonts" "$work/many/fonts"
read -r seconds memory <<<"$(measure "$program" figures --allow-outside -q "$work/many/layouts/bench.xml")"
echo "figures of 2000 indicators, 120 months: $seconds s, $memory MB"
python3 "$here/large.py" "$work/large"
ln -s "$root/fonts" "$work/large/fonts"
for form in areas long wide across; do
    read -r seconds memory <<<"$(measure "$program" figures --allow-outside -q "$work/large/layouts/$form.xml")"
    echo "a large file, $form: $seconds s, $memory MB"
done

for councils in 43 86 172 343 686; do
    python3 "$here/peers.py" "$work/peers$councils" "$councils"
    ln -s "$root/fonts" "$work/peers$councils/fonts"
    read -r seconds memory <<<"$(measure "$program" figures --allow-outside -q "$work/peers$councils/layouts/peers.xml" --organisation C5)"
    echo "figures of one among $councils councils: $seconds s, $memory MB"
done

for pages in 1 4 17; do
    python3 "$here/many.py" "$work/many$pages" "$pages"
    ln -s "$root/fonts" "$work/many$pages/fonts"
    read -r seconds memory <<<"$(measure "$program" publish --allow-outside -q "$work/many$pages/layouts/many.xml" \
        --for-each "$work/many$pages/organisations.csv" -o "$work/many$pages/out/{code}.pdf" --manifest "$work/many$pages/run.csv" --jobs 2)"
    echo "343 packs of $pages pages: $seconds s, $memory MB a process"
    rm -rf "${work:?}/many$pages"
done
python3 "$here/sheets.py" "$work/sheets"
ln -s "$root/fonts" "$work/sheets/fonts"
for texts in plain shared; do
    read -r seconds memory <<<"$(measure "$program" publish --allow-outside -q "$work/sheets/layouts/$texts.xml" -o "$work/bench.pdf")"
    echo "a workbook of 10,000 rows of 40 columns, $texts texts: $seconds s, $memory MB"
done

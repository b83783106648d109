#!/usr/bin/env bash
# reckoning.sh SOURCE_FOLDER: nothing but the calendar knows how many months a year has, where a year starts, and how a
# period is written. Texts, comments and the drawing of charts and fonts are left out.
set -euo pipefail
cd "$1"

time='month|period|quarter|week|year|day|first|last|start'
number='(3|4|7|11|12|13|24|28|29|30|31|36|48|52|53|365|366)'
reckonings=(
    "\b\w*(?i:$time)\w*\b[^;\"]* [-+*/%] $number\b(?!\.)"            # period - 12, year * 12 + 3
    "\b$number [-+*/%] [^;\"]*\b\w*(?i:$time)\w*\b"                  # 12 * years
    '\b(MONTHS|WEEKS|DAYS|QUARTERS|PERIODS)_(A|IN|PER)_\w+'          # MONTHS_A_YEAR
    "\b\w*(MONTH|QUARTER|WEEK|PERIOD)S?\w* = $number\b"              # enum { MONTHS = 12 }
    '%0?4d-%0?2d'                                                    # a period or a date written by hand
    '\b(strptime|strftime|mktime|timegm|gmtime|localtime)(_r)?\('    # the C library's calendar
    '\bWORD_(JANUARY|APRIL|DECEMBER|(SPRING|SUMMER|AUTUMN)_TERM|(DAY|WEEK|MONTH|QUARTER|TERM|YEAR)_(LONG|SHORT|NAME|LABEL))'
    '(\.|->)year_start\b'                                            # where a year starts is the calendar's
)

# Prints FILE:LINE:TEXT of what reckons; texts are emptied and comments dropped.
found() {
    for file in "$@"; do
        sed -E 's/"%0?4d-%0?2d[^"]*"/%04d-%02d/; s/"([^"\\]|\\.)*"/""/g; s|/\*.*\*/||; s|^ ?\* .*||; s|/\*.*||' "$file" |
            grep -nP "$(IFS='|'; echo "${reckonings[*]}")" | sed "s|^|$file:|" || true
    done
}

# What is caught, and what is not.
sample=$(mktemp --suffix=.c)
trap 'rm -f "$sample"' EXIT
cat > "$sample" <<'END'
int before = period - 12;
int first = year * 12 + 3;
int quarter = (composer->period - start) / 3 + 1;
int months = 12 * block->years;
enum { MONTHS_A_YEAR = 12 };
snprintf(text, size, "%04d-%02d", a, b);
time = timegm(&date);
words_get(words, WORD_APRIL);
if (month % 12 == catalogue->calendar.year_start)
END
caught=$(found "$sample" | wc -l)
[ "$caught" = "$(wc -l < "$sample")" ] || { echo "reckoning.sh: only $caught samples are caught:"; found "$sample"; exit 1; }
cat > "$sample" <<'END'
/* period - 12: the same month last year */
double width = column->width / 3 + 12;
int before = period - 1;
diag_error(diag, pos, "a month such as 2018-07, not 12 months");
piece->gap_pt = end - 12;
END
[ -z "$(found "$sample")" ] || { echo "reckoning.sh: these are right:"; found "$sample"; exit 1; }

rooms=(src/{app,audit,catalogue,graph,layout,metric,model,page,parse,set,vocabulary})
# Words are told by the calendar, the catalogue says where a year starts, and statistics know no periods.
but=(src/model/words.c src/catalogue/catalogue_read.c src/model/quartile.c src/metric/spc.c)
mapfile -t files < <(find "${rooms[@]}" -name '*.[ch]' | grep -vxFf <(printf '%s\n' "${but[@]}"))
reckoned=$(found "${files[@]}")
[ -z "$reckoned" ] || { echo "these lines reckon with periods; ask src/base/calendar.h:"; echo "$reckoned"; exit 1; }

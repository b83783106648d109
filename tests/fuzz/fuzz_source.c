/* Any bytes as a data file, under a <source> whose attributes are picked by the first of them. */
#include <string.h>

#include "catalogue_read.h"
#include "fuzz_file.h"
#include "inspect_catalogue.h"
#include "text.h"

enum { VALUES_MAX = 8 };

/* What may be said; a byte of the input picks one of the values, or none. */
static const struct {
    const char *name;
    const char *values[VALUES_MAX];
} attributes[] = {
    {"form", {"wide", "long", "across", "single"}},
    {"grain", {"day", "week", "month", "quarter", "term", "year"}},
    {"bring-up", {"sum", "last", "mean", "maximum", "minimum"}},
    {"encoding", {"utf-8", "utf-16", "windows-1252", "latin-1"}},
    {"separator", {"comma", "semicolon", "tab", "pipe"}},
    {"skip", {"1", "3", "9999"}},
    {"from-heading", {"Month", "period", "n"}},
    {"heading-rows", {"1", "2", "9"}},
    {"until", {"Notes", "Total"}},
    {"until-blank", {"yes"}},
    {"fill-down", {"Area", "[1]", "[1] + [2]"}},
    {"where", {"Area=a", "[1]!=", "[2]=1|2|''; [1]!='x'", "Area={code}", "n!=0"}},
    {"period", {"Month", "[1]", "[1] + [2]", "[2] + {column}", "{column}"}},
    {"period-from", {"file", "[A1]", "[B2]"}},
    {"period-pattern", {"dd/mm/yyyy", "yyyy-mm|mmm-yy", "*yyyy*", "serial", "yyyy/yy Qq", "yyyy-Www", "w q t yy"}},
    {"year-named", {"start", "end"}},
    {"quarters", {"year", "calendar"}},
    {"of", {"2018-04", "2018-19-Q1"}},
    {"only", {"Total"}},
    {"id", {"Area", "[2]", "[1]"}},
    {"series", {"{[1]}", "{column}", "{Area}: {column}", "a"}},
    {"prefix", {"x"}},
    {"columns", {"n", "[2]", "[2] + [3]"}},
    {"value", {"n", "[3]", "[2] + [3]"}},
    {"without", {"n", "[2]"}},
    {"note", {"Note", "[3]"}},
    {"flags", {"Flag", "{column}QF", "[3] + {column}QF"}},
    {"decimal", {"point", "comma"}},
    {"scale", {"100", "0.001", "-1e9"}},
    {"status", {"provisional", "missing", "suppressed"}},
    {"unreadable", {"missing"}},
    {"duplicates", {"first", "last", "sum"}},
    {"gaps", {"yes"}},
};
enum { ATTRIBUTES = sizeof attributes / sizeof attributes[0] };

static const char *const inside[] = {
    "",
    "<column heading='[2]'/>",
    "<column heading='n' series='b' bring-up='mean' scale='10'/><column heading='[3]' flag='[2]' of='2018-04'/>",
    "<word text='x' status='suppressed'/><word text='nil' value='0'/><flag text='q' status='revised'/>",
};
static const char *const heads[] = {"",
                                    "grain='week' year-start='1'",
                                    "grain='quarter' year-start='8'",
                                    "grain='day' year-start='10'",
                                    "grain='year'",
                                    "grain='term' year-start='9'"};

static size_t picked(uint8_t byte, size_t count) {
    return byte % count;
}

static void write_source(struct text *text, const uint8_t *bytes) {
    text_add(text, "<source file='data.csv'");
    for (size_t i = 0; i < ATTRIBUTES; i++) {
        size_t count = 0;
        while (count < VALUES_MAX && attributes[i].values[count] != NULL)
            count++;
        /* Most are not said, or nearly every source would be refused before its file is read. */
        size_t at = picked(bytes[i], 4 * count);
        if (at < count)
            text_printf(text, " %s=\"%s\"", attributes[i].name, attributes[i].values[at]);
    }
    text_printf(text, ">%s</source>", inside[picked(bytes[ATTRIBUTES], sizeof inside / sizeof inside[0])]);
}

static void store(const char *path, const void *bytes, size_t length) {
    FILE *file = fopen(path, "wb");
    if (file == NULL || fwrite(bytes, 1, length, file) != length || fclose(file) != 0)
        abort();
}

static void enter_folder(void) {
    static char folder[] = "/tmp/fuzz_source.XXXXXX";
    static bool entered = false;
    if (!entered && (mkdtemp(folder) == NULL || chdir(folder) != 0))
        abort();
    entered = true;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    enum { CHOICES = 40 };
    _Static_assert(ATTRIBUTES + 2 <= CHOICES, "a byte for each choice");
    static const struct path_scope anywhere = {NULL};
    static const struct catalogue_options options = {.scope = &anywhere};
    if (length < CHOICES)
        return 0;
    enter_folder();
    struct text text = {0};
    text_printf(&text, "<catalogue title='T' code='a' %s>",
                heads[picked(bytes[CHOICES - 1], sizeof heads / sizeof heads[0])]);
    write_source(&text, bytes);
    text_add(&text, "<series id='added' cumulative='n'/><indicator id='i' title='I' unit='count' measure='value' "
                    "numerator='added'/></catalogue>");
    store("data.csv", bytes + CHOICES, length - CHOICES);
    store("catalogue.xml", text_string(&text), text.length);
    text_free(&text);
    struct arena *arena = arena_create();
    struct diag diag;
    diag_init(&diag, arena);
    diag.verbose = true;
    struct catalogue *read = catalogue_read(arena, "catalogue.xml", (struct source_pos){0}, &options, &diag);
    if (read != NULL && !diag_failed(&diag))
        inspect_catalogue(read, catalogue_first_period(read), catalogue_last_period(read), &diag);
    arena_destroy(arena);
    return 0;
}

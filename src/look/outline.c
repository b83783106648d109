#include "outline.h"

#include <string.h>

#include "numeral.h"

enum { SAMPLE_ROWS = 300, UNTIL_LENGTH = 40, ROWS_BEHIND = 3 };

/* A row of which is kept what tells headings from figures. */
struct outline_row {
    const char **texts; /* trimmed */
    size_t count;
    size_t filled;  /* cells that have something in them */
    size_t figures; /* cells that are numbers */
    int line;
};

/* A file while it streams by: its first rows, and where the last row of several cells is. */
struct outline {
    struct arena *arena;
    struct outline_row rows[SAMPLE_ROWS];
    size_t row_count;
    const char *below; /* what the row behind it begins with; NULL for none */
};

/* True where a cell has nothing in it: R writes NA for that, a whole row of them for a blank one. */
static bool is_empty(const struct raw_row *row, size_t column) {
    return raw_is_blank(row, column) || row->cells[column].merged == MERGED_ACROSS ||
           raw_equals(row->cells[column], "NA");
}

static size_t first_filled(const struct raw_row *row, size_t *filled) {
    size_t first = 0;
    *filled = 0;
    for (size_t i = row->count < RAW_CELLS_MAX ? row->count : RAW_CELLS_MAX; i-- > 0;)
        if (!is_empty(row, i)) {
            first = i;
            ++*filled;
        }
    return first;
}

static const char *copy_cell(const struct outline *outline, struct raw_cell cell) {
    cell = raw_trim(cell);
    return arena_strndup(outline->arena, cell.text, cell.length);
}

static bool is_figure(const char *text) {
    struct numeral numeral;
    size_t length = strlen(text);
    return numeral_read(text, length, DECIMAL_POINT, &numeral) || numeral_read(text, length, DECIMAL_COMMA, &numeral);
}

static void sample(struct outline *outline, const struct raw_row *row, size_t filled) {
    struct outline_row *kept = &outline->rows[outline->row_count++];
    *kept = (struct outline_row){.count = row->count, .filled = filled, .line = row->line};
    kept->texts = arena_new_array(outline->arena, row->count + 1, const char *);
    for (size_t i = 0; i < row->count; i++) {
        kept->texts[i] = i < RAW_CELLS_MAX ? copy_cell(outline, row->cells[i]) : "";
        kept->figures += is_figure(kept->texts[i]);
    }
}

static bool take(void *to, const struct raw_row *row) {
    struct outline *outline = to;
    size_t filled, first = first_filled(row, &filled);
    if (filled == 0)
        return true;
    if (filled > 1)
        outline->below = NULL;
    else if (outline->below == NULL)
        outline->below = copy_cell(outline, row->cells[first]);
    if (outline->row_count < SAMPLE_ROWS)
        sample(outline, row, filled);
    return true;
}

/* The first rows alone. */
static bool take_first(void *to, const struct raw_row *row) {
    struct outline *outline = to;
    return take(to, row) && outline->row_count < SAMPLE_ROWS;
}

/* How many of the first rows have as many cells as most of them have: two or more. */
static size_t common_rows(const struct outline *outline) {
    size_t best = 0;
    for (size_t i = 0; i < outline->row_count; i++) {
        size_t same = 0;
        for (size_t k = i; k < outline->row_count && outline->rows[i].count > 1; k++)
            same += outline->rows[k].count == outline->rows[i].count;
        best = same > best ? same : best;
    }
    return best;
}

/* The separator that divides most of the first rows alike. */
static enum separator find_separator(struct arena *arena, struct table_request request) {
    enum separator best = SEPARATOR_COMMA;
    size_t best_rows = 0;
    for (enum separator i = SEPARATOR_COMMA; i < SEPARATOR_COUNT; i++) {
        struct outline *outline = arena_new(arena, struct outline);
        struct diag unheard;
        diag_init(&unheard, arena);
        outline->arena = arena;
        request.separator = i;
        source_rows(&request, (struct row_taker){.take = take_first, .to = outline}, &unheard);
        size_t rows = common_rows(outline);
        if (rows > best_rows) {
            best = i;
            best_rows = rows;
        }
    }
    return best;
}

static bool has_figures(const struct outline_row *row) {
    return row->figures > 0 && row->filled > 1;
}

/* The first row of figures: it has some, and so has one of those behind it; or, where none has, it is one of
 * the first rows. */
static size_t first_figures(const struct outline *outline) {
    size_t first = outline->row_count;
    for (size_t i = 0; i < outline->row_count; i++) {
        bool more = false;
        for (size_t k = i + 1; k < outline->row_count && k <= i + ROWS_BEHIND; k++)
            more |= has_figures(&outline->rows[k]);
        if (more && has_figures(&outline->rows[i]))
            return i;
        if (i <= ROWS_BEHIND && first == outline->row_count && has_figures(&outline->rows[i]))
            first = i;
    }
    return first;
}

static bool is_period_number(const char *text) {
    static const size_t lengths[] = {4, 5, 6, 8};
    size_t length = strlen(text);
    for (size_t i = 0; i < sizeof lengths / sizeof lengths[0]; i++)
        if (length == lengths[i])
            return strspn(text, "0123456789") == length && strcmp(text, "1900") >= 0;
    return false;
}

/* True where numbers of a row are headings, as years and months across are: of as many digits, each greater than the
 * one before, and there are figures or blanks below. */
static bool are_headings(const struct outline_row *row, const struct outline_row *below) {
    const char *before = "";
    size_t rising = 0;
    for (size_t i = 0; i < row->count && i < below->count; i++) {
        const char *text = row->texts[i];
        if (!is_figure(text))
            continue;
        bool rises = before[0] == '\0' || (strlen(text) == strlen(before) && strcmp(text, before) > 0);
        if (!is_period_number(text) || !rises || (below->texts[i][0] != '\0' && !is_figure(below->texts[i])))
            return false;
        before = text;
        rising++;
    }
    return rising > 2;
}

/* True where a text stands twice in a row. */
static bool repeats(const struct outline_row *row) {
    for (size_t i = 0; i < row->count; i++)
        for (size_t k = 0; k < i && row->texts[i][0] != '\0'; k++)
            if (strcmp(row->texts[i], row->texts[k]) == 0)
                return true;
    return false;
}

static bool has_above(const struct outline *outline, size_t row, const char *text) {
    for (size_t i = 0; i < row; i++)
        for (size_t k = 0; k < outline->rows[i].count; k++)
            if (strcmp(outline->rows[i].texts[k], text) == 0)
                return true;
    return false;
}

/* Says where the headings begin, by a heading where that is enough: titles above can grow. */
static void say_beginning(struct table_request *request, const struct outline *outline, size_t first) {
    const struct outline_row *row = &outline->rows[first];
    size_t column = 0;
    if (first == 0 && row->line == 1)
        return;
    while (row->texts[column][0] == '\0')
        column++;
    if (request->heading_rows < 2 && !has_above(outline, first, row->texts[column]))
        request->from_heading.text = row->texts[column];
    else
        request->skip = row->line - 1;
}

static bool find_headings(struct table_request *request, const struct outline *outline) {
    size_t figures = first_figures(outline), first = figures;
    for (size_t i = figures; i < figures + ROWS_BEHIND && i + 1 < outline->row_count && first == figures; i++)
        if (are_headings(&outline->rows[i], &outline->rows[i + 1]))
            first = i + 1;
    while (first > 0 && outline->rows[first - 1].filled < 2)
        first--;
    if (first == 0 || figures == outline->row_count)
        return false;
    const struct outline_row *headings = &outline->rows[--first];
    if (first > 0 && repeats(headings) && headings[-1].filled > 1 && headings[-1].figures == 0) {
        request->heading_rows = 2;
        first--;
    }
    say_beginning(request, outline, first);
    return true;
}

/* So much of a text as tells a row from others. */
static const char *beginning(struct arena *arena, const char *text) {
    size_t length = strcspn(text, "\r\n");
    if (length > UNTIL_LENGTH)
        for (length = UNTIL_LENGTH; length > 1 && text[length] != ' '; length--)
            ;
    return arena_strndup(arena, text, length);
}

bool outline_find(struct arena *arena, struct table_request *request, struct diag *diag) {
    struct outline *outline = arena_new(arena, struct outline);
    outline->arena = arena;
    if (source_kind_of(request) == SOURCE_DATABASE)
        return true; /* names of columns, and rows */
    if (source_kind_of(request) == SOURCE_TEXT)
        request->separator = find_separator(arena, *request);
    if (!source_rows(request, (struct row_taker){.take = take, .to = outline}, diag) || diag_failed(diag))
        return false;
    if (!find_headings(request, outline)) {
        diag_error(diag, (struct source_pos){.file = request->path},
                   "no row of headings with figures below it is found; is it a table?");
        return false;
    }
    if (outline->below != NULL)
        request->until.text = beginning(arena, outline->below);
    return true;
}

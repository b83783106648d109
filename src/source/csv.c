#include "csv.h"

#include <stdlib.h>
#include <string.h>

#include "decoding.h"
#include "intake.h"

enum { BLOCK = 1 << 18, ROW_BYTES_MAX = 1 << 20, SAMPLE_ROWS = 1000 };

const char *const separator_words[SEPARATOR_COUNT] = {
    [SEPARATOR_RECOGNISED] = "", [SEPARATOR_COMMA] = "comma", [SEPARATOR_SEMICOLON] = "semicolon",
    [SEPARATOR_TAB] = "tab",     [SEPARATOR_PIPE] = "pipe",
};

const char separator_signs[SEPARATOR_COUNT] = {
    [SEPARATOR_COMMA] = ',', [SEPARATOR_SEMICOLON] = ';', [SEPARATOR_TAB] = '\t', [SEPARATOR_PIPE] = '|'};

/* A file while its rows are read. What is at hand of its text always begins with a row, and has a line end behind it.
 */
struct csv {
    const struct table_request *request;
    struct diag *diag;
    struct decoding *decoding;
    char *text;
    size_t at, end, capacity;
    bool ended;    /* the text at hand is the last */
    bool too_long; /* the row at hand is longer than any that is read */
    enum separator separator;
    bool stops[256]; /* bytes at which a plain value is looked at more closely */
    struct raw_cell *cells;
    int line;
};

static void set_separator(struct csv *csv, enum separator separator) {
    memset(csv->stops, 0, sizeof csv->stops);
    csv->separator = separator;
    csv->stops[(unsigned char)separator_signs[separator]] = csv->stops['\r'] = csv->stops['\n'] = csv->stops['"'] =
        true;
}

/* Reads on behind what is at hand; false at the end of the file, and where the row at hand has no end. */
static bool read_on(struct csv *csv) {
    if (csv->ended)
        return false;
    csv->end -= csv->at;
    memmove(csv->text, csv->text + csv->at, csv->end);
    csv->at = 0;
    csv->too_long = csv->end > ROW_BYTES_MAX;
    if (csv->too_long)
        return false;
    if (csv->capacity < csv->end + BLOCK + 1) {
        csv->capacity = csv->end + 2 * BLOCK + 1;
        csv->text = memory_resize(csv->text, csv->capacity);
    }
    for (size_t stop = csv->end + BLOCK - 4; csv->end < stop && !csv->ended;) {
        size_t got = decoding_read(csv->decoding, csv->text + csv->end, csv->capacity - 1 - csv->end);
        csv->end += got;
        csv->ended = got == 0;
    }
    csv->text[csv->end] = '\n';
    return true;
}

/* A value in quotes, up to the quote that is not doubled. NULL where it does not end in what is at hand. */
static char *scan_quoted(const struct csv *csv, char *s, struct raw_cell *cell, int *line) {
    char *end = csv->text + csv->end;
    cell->text = ++s;
    for (; s < end && (*s != '"' || s[1] == '"'); s++) {
        *line += *s == '\n' || (*s == '\r' && s[1] != '\n');
        if (*s == '"') {
            cell->doubled = true;
            s++;
        }
    }
    if (s >= end || (s + 1 == end && !csv->ended))
        return NULL;
    cell->length = (size_t)(s++ - cell->text);
    for (; *s != separator_signs[csv->separator] && *s != '\r' && *s != '\n'; s++)
        if (*s != ' ')
            cell->problem = "text behind a closing quote; double a quote that is part of the value";
    return s;
}

static char *scan_plain(const struct csv *csv, char *s, struct raw_cell *cell) {
    for (;; s++) {
        while (!csv->stops[(unsigned char)*s])
            s++;
        if (*s != '"')
            break;
        if (strspn(cell->text, " ") == (size_t)(s - cell->text))
            cell->problem = "a quote behind a blank; take the blank out, so that the quote begins the value";
    }
    cell->length = (size_t)(s - cell->text);
    return s;
}

enum scanned {
    ROW_WHOLE,  /* it has a line end behind it */
    ROW_AT_END, /* it ends where the text at hand does */
    ROW_OPEN    /* its last cell has a quote that is not closed in what is at hand */
};

/* Scans the row at hand without taking it.
 *
 * end, line   where the scan ended: behind the row and its line end
 */
static enum scanned scan_row(const struct csv *csv, struct raw_row *row, char **end, int *line) {
    char *s = csv->text + csv->at, *stop = csv->text + csv->end;
    struct raw_cell beyond, *cell;
    *line = csv->line;
    *row = (struct raw_row){.cells = csv->cells, .line = *line, .semicolons = csv->separator == SEPARATOR_SEMICOLON};
    for (;; s++) {
        cell = row->count < RAW_CELLS_MAX ? &row->cells[row->count] : &beyond;
        *cell = (struct raw_cell){.text = s, .line = *line};
        row->count++;
        s = *s == '"' && s < stop ? scan_quoted(csv, s, cell, line) : scan_plain(csv, s, cell);
        if (s == NULL || s == stop || *s != separator_signs[csv->separator])
            break;
    }
    *end = s;
    if (s == NULL)
        return ROW_OPEN;
    if (s == stop || (*s == '\r' && s + 1 == stop && !csv->ended))
        return ROW_AT_END;
    *end += *s == '\r' && s + 1 < stop && s[1] == '\n' ? 2 : 1;
    ++*line;
    return ROW_WHOLE;
}

static void undouble(struct csv *csv, struct raw_cell *cell) {
    char *text = csv->text + (cell->text - csv->text), *to = text;
    for (const char *from = text, *end = text + cell->length; from < end; from++) {
        *to++ = *from;
        from += *from == '"';
    }
    cell->length = (size_t)(to - text);
    cell->doubled = false;
}

/* Reports why the text ends in the line, where it is not that the file does. */
static void report_end(const struct csv *csv, const struct raw_row *row, enum scanned scanned, int line) {
    struct source_pos pos = {.file = csv->request->path, .line = line, .column = (int)row->count};
    if (csv->too_long)
        diag_error(csv->diag, (struct source_pos){.file = pos.file, .line = row->line},
                   "a row of more than 1 MB, the most that is read; is a quote left open?");
    else if (csv->decoding->problem != NULL)
        diag_error(csv->diag, pos, "%s", csv->decoding->problem);
    else if (scanned == ROW_OPEN) {
        pos.line = row->count <= RAW_CELLS_MAX ? row->cells[row->count - 1].line : row->line;
        diag_error(csv->diag, pos, "the quote that opens here is never closed");
    }
}

/* Takes the next row; false at the end of the file, and, reported, where the text breaks off before. */
static bool next_row(struct csv *csv, struct raw_row *row) {
    enum scanned scanned;
    char *end;
    int line;
    do
        scanned = scan_row(csv, row, &end, &line);
    while (scanned != ROW_WHOLE && read_on(csv));
    bool last = scanned == ROW_AT_END && csv->ended && csv->decoding->problem == NULL && csv->at < csv->end;
    if (scanned != ROW_WHOLE && !last) {
        report_end(csv, row, scanned, line);
        return false;
    }
    for (size_t i = 0; i < row->count && i < RAW_CELLS_MAX; i++)
        if (row->cells[i].doubled)
            undouble(csv, &row->cells[i]);
    csv->at = (size_t)(end - csv->text);
    csv->line = line;
    return true;
}

/* Takes a line as it stands, whatever its quotes; false at the end of the file. */
static bool skip_line(struct csv *csv) {
    size_t s;
    do
        for (s = csv->at; s < csv->end && csv->text[s] != '\n' && csv->text[s] != '\r'; s++)
            ;
    while (s + 1 >= csv->end && read_on(csv));
    if (csv->at == csv->end || csv->too_long)
        return false;
    if (s < csv->end)
        s += csv->text[s] == '\r' && s + 1 < csv->end && csv->text[s + 1] == '\n' ? 2 : 1;
    csv->at = s;
    csv->line++;
    return true;
}

/* How well a separator fits what is at hand. */
struct fit {
    size_t columns; /* into which it divides the headings; 0 where there are none */
    int rows;       /* that it divides into as many */
};

static struct fit try_separator(const struct csv *csv, enum separator separator) {
    struct csv trial = *csv;
    struct fit fit = {0};
    struct raw_row row;
    char *end;
    set_separator(&trial, separator);
    for (int i = 0; i < SAMPLE_ROWS || fit.columns == 0; i++) {
        enum scanned scanned = scan_row(&trial, &row, &end, &trial.line);
        if (scanned == ROW_OPEN || trial.at == trial.end || (scanned == ROW_AT_END && !trial.ended))
            break;
        trial.at = (size_t)(end - trial.text);
        if (fit.columns == 0)
            fit.columns = intake_is_heading(trial.request, &row) ? row.count : 0;
        else
            fit.rows += row.count >= fit.columns && !raw_row_is_blank(&row, 0) && raw_row_is_blank(&row, fit.columns);
    }
    return fit;
}

/* False, reported, where two separators fit equally. */
static bool recognise_separator(struct csv *csv) {
    enum separator best = SEPARATOR_COMMA, rival = SEPARATOR_RECOGNISED;
    struct fit fits[SEPARATOR_COUNT];
    for (enum separator i = SEPARATOR_COMMA; i < SEPARATOR_COUNT; i++) {
        fits[i] = try_separator(csv, i);
        if (fits[i].columns < 2 || i == best)
            continue;
        if (fits[best].columns < 2 || fits[i].rows > fits[best].rows) {
            best = i;
            rival = SEPARATOR_RECOGNISED;
        } else if (fits[i].rows == fits[best].rows)
            rival = i;
    }
    set_separator(csv, best);
    if (rival == SEPARATOR_RECOGNISED)
        return true;
    diag_error(csv->diag, (struct source_pos){.file = csv->request->path, .line = csv->line},
               "%ss divide the headings into %zu columns, %ss into %zu, and the rows below as well; say which it is: "
               "separator=\"%s\" or separator=\"%s\"",
               separator_words[best], fits[best].columns, separator_words[rival], fits[rival].columns,
               separator_words[best], separator_words[rival]);
    return false;
}

/* What Excel takes for the separator: a first line `sep=;`. */
static bool obey_first_line(struct csv *csv) {
    for (enum separator i = SEPARATOR_COMMA; i < SEPARATOR_COUNT; i++)
        if (csv->end > 5 && memcmp(csv->text, "sep=", 4) == 0 && csv->text[4] == separator_signs[i] &&
            (csv->text[5] == '\r' || csv->text[5] == '\n')) {
            set_separator(csv, i);
            return skip_line(csv);
        }
    return false;
}

static bool settle_separator(struct csv *csv) {
    bool stated = obey_first_line(csv);
    for (int i = csv->line - 1; i < csv->request->skip; i++)
        if (!skip_line(csv))
            break;
    if (csv->request->separator != SEPARATOR_RECOGNISED)
        set_separator(csv, csv->request->separator);
    else if (!stated)
        return recognise_separator(csv);
    return true;
}

static void read_rows(struct csv *csv, struct row_taker taker) {
    struct raw_row row;
    int rest = 0;
    bool wanted = true, more = true;
    while (wanted && (more = next_row(csv, &row)))
        wanted = taker.take(taker.to, &row);
    while (more && csv->diag->verbose && skip_line(csv))
        rest++;
    if (taker.leave != NULL)
        taker.leave(taker.to, rest,
                    arena_printf(csv->diag->arena, "%s, separated by %ss", decoding_describe(csv->decoding),
                                 separator_words[csv->separator]));
}

bool csv_read(const struct table_request *request, struct row_taker taker, struct diag *diag) {
    struct csv csv = {.request = request, .diag = diag, .line = 1};
    csv.decoding = memory_alloc(sizeof *csv.decoding);
    bool open = decoding_open(csv.decoding, request, diag), settled = false;
    if (open) {
        csv.cells = memory_alloc(RAW_CELLS_MAX * sizeof *csv.cells);
        csv.capacity = 2 * BLOCK;
        csv.text = memory_alloc(csv.capacity);
        read_on(&csv);
        settled = settle_separator(&csv);
        if (settled)
            read_rows(&csv, taker);
        decoding_close(csv.decoding);
    }
    free(csv.cells);
    free(csv.text);
    free(csv.decoding);
    return settled;
}

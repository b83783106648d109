#include <errno.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "arena.h"
#include "writers.h"

enum { TYPE_PT = 12, TITLE_PT = 16, PAPER_A4 = 9, LINE_PT = 16, SLACK = 2 };

static const char typeface[] = "Arial";

struct xlsx {
    const struct book *book;
    struct arena *arena;
    lxw_workbook *workbook;
    lxw_format *title, *text, *link, *date;
    lxw_format *cells[LOOK_COUNT], *headings[LOOK_COUNT];
    lxw_format *numbers[DECIMALS_MAX + 1][2]; /* by decimals and plus; made when they are needed */
    lxw_worksheet *sheet;
    lxw_error error; /* the first */
};

static void keep_error(struct xlsx *xlsx, lxw_error error) {
    if (xlsx->error == LXW_NO_ERROR)
        xlsx->error = error;
}

/* ------------------------------------------------------------------ formats */

static lxw_format *add_format(struct xlsx *xlsx, double size_pt) {
    lxw_format *format = workbook_add_format(xlsx->workbook);
    if (format == NULL)
        memory_exhausted();
    format_set_font_name(format, typeface);
    format_set_font_size(format, size_pt);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    return format;
}

static lxw_format *add_text_format(struct xlsx *xlsx, enum text_look look) {
    lxw_format *format = add_format(xlsx, TYPE_PT);
    format_set_text_wrap(format);
    if (look == LOOK_FIGURES)
        format_set_align(format, LXW_ALIGN_RIGHT);
    if (look == LOOK_TEXT)
        format_set_indent(format, 1);
    return format;
}

static void add_formats(struct xlsx *xlsx) {
    xlsx->title = add_format(xlsx, TITLE_PT);
    format_set_bold(xlsx->title);
    xlsx->text = add_format(xlsx, TYPE_PT);
    xlsx->link = add_format(xlsx, TYPE_PT);
    format_set_font_color(xlsx->link, 0x0563C1);
    format_set_underline(xlsx->link, LXW_UNDERLINE_SINGLE);
    for (enum text_look look = 0; look < LOOK_COUNT; look++) {
        xlsx->cells[look] = add_text_format(xlsx, look);
        xlsx->headings[look] = add_text_format(xlsx, look);
        format_set_bold(xlsx->headings[look]);
        format_set_bottom(xlsx->headings[look], LXW_BORDER_MEDIUM);
    }
    xlsx->date = add_format(xlsx, TYPE_PT);
    format_set_num_format(xlsx->date, "d mmmm yyyy");
    format_set_align(xlsx->date, LXW_ALIGN_LEFT);
}

/* As a page prints it: thousands with commas, so many decimals, perhaps a sign. */
static lxw_format *number_format(struct xlsx *xlsx, int decimals, bool plus) {
    lxw_format **format = &xlsx->numbers[decimals][plus];
    if (*format != NULL)
        return *format;
    const char *digits = arena_printf(xlsx->arena, "#,##0%s%.*s", decimals > 0 ? "." : "", decimals, "0000000000");
    *format = add_format(xlsx, TYPE_PT);
    format_set_num_format(*format, plus ? arena_printf(xlsx->arena, "+%s;-%s;%s", digits, digits, digits) : digits);
    return *format;
}

/* ------------------------------------------------------------------ cells */

static const char *link_to(struct xlsx *xlsx, const char *name) {
    struct text url = {0};
    text_add(&url, "internal:");
    spreadsheet_add_name(&url, name);
    text_add(&url, "!A1");
    const char *kept = arena_strdup(xlsx->arena, text_string(&url));
    text_free(&url);
    return kept;
}

static void write_cell(struct xlsx *xlsx, lxw_row_t row, lxw_col_t column, const struct book_cell *cell,
                       lxw_format *text) {
    if (cell->leads) {
        const char *url = link_to(xlsx, xlsx->book->names[cell->sheet]);
        keep_error(xlsx, worksheet_write_url_opt(xlsx->sheet, row, column, url, xlsx->link, cell->text, NULL));
    } else if (cell->kind == BOOK_TEXT) {
        keep_error(xlsx, worksheet_write_string(xlsx->sheet, row, column, cell->text, text));
    } else if (cell->kind == BOOK_DATE) {
        struct date date = calendar_date((int)cell->number);
        lxw_datetime day = {.year = date.year, .month = date.month, .day = date.day};
        keep_error(xlsx, worksheet_write_datetime(xlsx->sheet, row, column, &day, xlsx->date));
    } else {
        keep_error(xlsx, worksheet_write_number(xlsx->sheet, row, column, cell->number,
                                                number_format(xlsx, cell->decimals, cell->plus)));
    }
}

/* ------------------------------------------------------------------ heights: not all programs find them */

static int lines_of(const char *text, int width) {
    int characters = 0;
    while (*text != '\0')
        characters += (*text++ & 0xC0) != 0x80;
    return 1 + characters / (width + 1);
}

static int lines_of_row(const struct book_sheet *sheet, const struct book_cell *cells) {
    int most = 1;
    for (size_t i = 0; i < sheet->column_count; i++) {
        int lines = cells[i].kind == BOOK_TEXT ? lines_of(cells[i].text, sheet->columns[i].width - SLACK) : 1;
        most = lines > most ? lines : most;
    }
    return most;
}

static int lines_of_headings(const struct book_sheet *sheet) {
    int most = 1;
    for (size_t i = 0; i < sheet->column_count; i++) {
        int lines = lines_of(sheet->columns[i].heading, sheet->columns[i].width - 2 * SLACK);
        most = lines > most ? lines : most;
    }
    return most;
}

static void set_height(struct xlsx *xlsx, lxw_row_t row, int lines) {
    if (lines > 1)
        keep_error(xlsx, worksheet_set_row(xlsx->sheet, row, lines * LINE_PT, NULL));
}

/* ------------------------------------------------------------------ sheets */

/* A table of rows from `first` on, its headings above them. */
static void add_table(struct xlsx *xlsx, const struct book_sheet *sheet, lxw_row_t head) {
    lxw_table_column **columns = arena_new_array(xlsx->arena, sheet->column_count + 1, lxw_table_column *);
    for (size_t i = 0; i < sheet->column_count; i++) {
        columns[i] = arena_new(xlsx->arena, lxw_table_column);
        columns[i]->header = arena_strdup(xlsx->arena, sheet->columns[i].heading);
        columns[i]->header_format = xlsx->headings[spreadsheet_look(sheet, i)];
        keep_error(xlsx, worksheet_set_column(xlsx->sheet, (lxw_col_t)i, (lxw_col_t)i, sheet->columns[i].width, NULL));
    }
    lxw_table_options options = {.name = arena_strdup(xlsx->arena, sheet->table),
                                 .no_autofilter = LXW_TRUE,
                                 .no_banded_rows = LXW_TRUE,
                                 .style_type = LXW_TABLE_STYLE_TYPE_LIGHT,
                                 .style_type_number = 1,
                                 .columns = columns};
    keep_error(xlsx, worksheet_add_table(xlsx->sheet, head, 0, head + (lxw_row_t)sheet->row_count,
                                         (lxw_col_t)(sheet->column_count - 1), &options));
    keep_error(xlsx, worksheet_repeat_rows(xlsx->sheet, head, head));
    set_height(xlsx, head, lines_of_headings(sheet));
}

static void write_rows(struct xlsx *xlsx, const struct book_sheet *sheet, lxw_row_t first) {
    const struct book *book = xlsx->book;
    struct book_cell *cells = arena_new_array(xlsx->arena, sheet->column_count, struct book_cell);
    for (size_t row = 0; row < sheet->row_count && xlsx->error == LXW_NO_ERROR; row++) {
        memset(cells, 0, sheet->column_count * sizeof *cells);
        book->fill(book->tabulator, row, cells);
        for (size_t column = 0; column < sheet->column_count; column++)
            write_cell(xlsx, first + (lxw_row_t)row, (lxw_col_t)column, &cells[column],
                       xlsx->cells[spreadsheet_look(sheet, column)]);
        set_height(xlsx, first + (lxw_row_t)row, lines_of_row(sheet, cells));
    }
}

static void write_sheet(struct xlsx *xlsx, size_t number) {
    const struct book *book = xlsx->book;
    const struct book_sheet *sheet = book->open(book->tabulator, number);
    lxw_row_t row = 0;
    xlsx->sheet = workbook_add_worksheet(xlsx->workbook, book->names[number]);
    if (xlsx->sheet == NULL) {
        keep_error(xlsx, LXW_ERROR_SHEETNAME_ALREADY_USED);
        return;
    }
    worksheet_set_default_row(xlsx->sheet, LINE_PT, LXW_FALSE);
    keep_error(xlsx, worksheet_set_row(xlsx->sheet, 0, 2 * LINE_PT, NULL));
    worksheet_set_paper(xlsx->sheet, PAPER_A4);
    worksheet_set_landscape(xlsx->sheet);
    worksheet_fit_to_pages(xlsx->sheet, 1, 0);
    if (sheet->prose)
        keep_error(xlsx, worksheet_set_column(xlsx->sheet, 0, 0, PROSE_WIDTH, NULL));
    keep_error(xlsx, worksheet_write_string(xlsx->sheet, row++, 0, sheet->title, xlsx->title));
    for (size_t i = 0; i < sheet->line_count; i++) {
        set_height(xlsx, row, sheet->prose ? lines_of(sheet->lines[i].text, PROSE_WIDTH) : 1);
        write_cell(xlsx, row++, 0, &sheet->lines[i], sheet->prose ? xlsx->cells[LOOK_FIRST] : xlsx->text);
    }
    if (sheet->table == NULL)
        return;
    add_table(xlsx, sheet, row);
    write_rows(xlsx, sheet, row + 1);
}

/* ------------------------------------------------------------------ the file */

static void set_properties(struct xlsx *xlsx) {
    const struct book *book = xlsx->book;
    lxw_doc_properties properties = {.title = arena_strdup(xlsx->arena, book->title),
                                     .subject = arena_strdup(xlsx->arena, book->subject),
                                     .author = arena_strdup(xlsx->arena, book->creator),
                                     .created = (time_t)book->created};
    keep_error(xlsx, workbook_set_properties(xlsx->workbook, &properties));
    keep_error(xlsx, workbook_set_custom_property_string(xlsx->workbook, "Language", book->language));
}

static bool copy(int descriptor, FILE *stream) {
    char bytes[1 << 16];
    ssize_t count = lseek(descriptor, 0, SEEK_SET) == 0 ? 0 : -1;
    while (count >= 0 && (count = read(descriptor, bytes, sizeof(bytes))) > 0)
        if (fwrite(bytes, 1, (size_t)count, stream) != (size_t)count)
            return false;
    return count == 0;
}

/* The library wants a path, and gets that of a file in memory. */
static bool write_to(struct xlsx *xlsx, int descriptor, FILE *stream, struct diag *diag) {
    xlsx->workbook = workbook_new(arena_printf(xlsx->arena, "/proc/self/fd/%d", descriptor));
    if (xlsx->workbook == NULL)
        return spreadsheet_fail(diag, "XLSX", "libxlsxwriter has no memory");
    add_formats(xlsx);
    set_properties(xlsx);
    for (size_t i = 0; i < xlsx->book->sheet_count && xlsx->error == LXW_NO_ERROR; i++)
        write_sheet(xlsx, i);
    lxw_error closed = workbook_close(xlsx->workbook);
    keep_error(xlsx, closed);
    if (xlsx->error != LXW_NO_ERROR)
        return spreadsheet_fail(diag, "XLSX", lxw_strerror(xlsx->error));
    return copy(descriptor, stream) || spreadsheet_fail(diag, "XLSX", strerror(errno));
}

bool xlsx_write(const struct book *book, FILE *stream, struct diag *diag) {
    int descriptor = memfd_create("xlsx", MFD_CLOEXEC);
    if (descriptor < 0)
        return spreadsheet_fail(diag, "XLSX", strerror(errno));
    struct xlsx xlsx = {.book = book, .arena = arena_create()};
    bool good = write_to(&xlsx, descriptor, stream, diag);
    arena_destroy(xlsx.arena);
    close(descriptor);
    return good;
}

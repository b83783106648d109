#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <zip.h>

#include "writers.h"

/* An ODS file is a zip of XML parts; each is written into a file without a name first, since sheets can be long. */

enum { BUFFER = 1 << 16, LANGUAGE_LETTERS = 2 };

struct ods {
    const struct book *book;
    struct diag *diag;
    zip_t *zip;
    FILE *part; /* the one that is being written */
    struct text xml;
    struct text ranges; /* of tables, which stand behind all sheets */
};

#define XMLNS                                                                   \
    " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""        \
    " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""          \
    " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""            \
    " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""          \
    " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\"" \
    " xmlns:number=\"urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0\""     \
    " xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\""   \
    " xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\""            \
    " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""                            \
    " xmlns:xlink=\"http://www.w3.org/1999/xlink\" office:version=\"1.2\""

static const char declaration[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

static void add(struct ods *ods, const char *xml) {
    text_add(&ods->xml, xml);
}

static void add_element(struct ods *ods, const char *before, const char *text, const char *after) {
    if (text == NULL || *text == '\0')
        return;
    add(ods, before);
    text_add_xml(&ods->xml, text);
    add(ods, after);
}

static void flush(struct ods *ods) {
    fwrite(text_string(&ods->xml), 1, ods->xml.length, ods->part);
    text_clear(&ods->xml);
}

/* ------------------------------------------------------------------ parts of the zip */

static bool fail(struct ods *ods, const char *why) {
    return spreadsheet_fail(ods->diag, "ODS", why);
}

/* Puts a source into the zip under a name, with the same date in every file. */
static bool add_source(struct ods *ods, const char *name, zip_source_t *source, bool stored) {
    enum { FIRST_OF_JANUARY_1980 = 1 << 5 | 1 };
    zip_int64_t index = source == NULL ? -1 : zip_file_add(ods->zip, name, source, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
        zip_source_free(source);
        return fail(ods, zip_strerror(ods->zip));
    }
    zip_uint64_t entry = (zip_uint64_t)index;
    bool set = zip_file_set_dostime(ods->zip, entry, 0, FIRST_OF_JANUARY_1980, 0) == 0 &&
               zip_set_file_compression(ods->zip, entry, stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 0) == 0;
    return set || fail(ods, zip_strerror(ods->zip));
}

/* Runs a writer of XML into a part of that name. */
static bool add_part(struct ods *ods, const char *name, void (*write)(struct ods *)) {
    ods->part = tmpfile();
    if (ods->part == NULL)
        return fail(ods, strerror(errno));
    add(ods, declaration);
    write(ods);
    flush(ods);
    if (fflush(ods->part) != 0 || ferror(ods->part)) {
        fail(ods, strerror(errno));
        fclose(ods->part);
        return false;
    }
    rewind(ods->part);
    return add_source(ods, name, zip_source_filep(ods->zip, ods->part, 0, -1), false); /* which closes it */
}

/* ------------------------------------------------------------------ small parts */

static void write_manifest(struct ods *ods) {
    add(ods, "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\""
             " manifest:version=\"1.2\">\n"
             "<manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.2\""
             " manifest:media-type=\"application/vnd.oasis.opendocument.spreadsheet\"/>\n"
             "<manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>\n"
             "<manifest:file-entry manifest:full-path=\"styles.xml\" manifest:media-type=\"text/xml\"/>\n"
             "<manifest:file-entry manifest:full-path=\"meta.xml\" manifest:media-type=\"text/xml\"/>\n"
             "</manifest:manifest>\n");
}

static void write_meta(struct ods *ods) {
    const struct book *book = ods->book;
    time_t seconds = (time_t)book->created;
    struct tm at = {.tm_year = 70, .tm_mday = 1};
    gmtime_r(&seconds, &at);
    char date[sizeof("2018-07-31T00:00:00Z") + 8];
    strftime(date, sizeof(date), "%Y-%m-%dT%H:%M:%SZ", &at);
    add(ods, "<office:document-meta" XMLNS "><office:meta>\n");
    add(ods, "<meta:generator>boardpack " BOARDPACK_VERSION "</meta:generator>\n");
    add_element(ods, "<dc:title>", book->title, "</dc:title>\n");
    add_element(ods, "<dc:subject>", book->subject, "</dc:subject>\n");
    add_element(ods, "<meta:initial-creator>", book->creator, "</meta:initial-creator>\n");
    add_element(ods, "<dc:creator>", book->creator, "</dc:creator>\n");
    add_element(ods, "<meta:creation-date>", date, "</meta:creation-date>\n");
    add_element(ods, "<dc:date>", date, "</dc:date>\n");
    add_element(ods, "<dc:language>", book->language, "</dc:language>\n");
    add(ods, "</office:meta></office:document-meta>\n");
}

static void write_styles(struct ods *ods) {
    const char *language = ods->book->language, *dash = strchr(language, '-');
    add(ods, "<office:document-styles" XMLNS "><office:styles>\n"
             "<style:default-style style:family=\"table-cell\"><style:paragraph-properties/>"
             "<style:text-properties fo:font-family=\"Arial\" fo:font-size=\"12pt\" fo:language=\"");
    text_append(&ods->xml, language, strcspn(language, "-"));
    add_element(ods, "\" fo:country=\"", dash != NULL && strlen(dash + 1) == LANGUAGE_LETTERS ? dash + 1 : "none",
                "\"/></style:default-style>\n");
    add(ods, "<style:style style:name=\"Default\" style:family=\"table-cell\"><style:table-cell-properties"
             " style:vertical-align=\"top\"/></style:style>\n"
             "<style:style style:name=\"Heading_20_1\" style:display-name=\"Heading 1\" style:family=\"table-cell\""
             " style:parent-style-name=\"Default\"><style:text-properties fo:font-size=\"16pt\""
             " fo:font-weight=\"bold\"/></style:style>\n"
             "</office:styles><office:automatic-styles><style:page-layout style:name=\"landscape\">"
             "<style:page-layout-properties fo:page-width=\"297mm\" fo:page-height=\"210mm\""
             " style:print-orientation=\"landscape\" style:scale-to-X=\"1\" style:scale-to-Y=\"0\"/>"
             "</style:page-layout></office:automatic-styles><office:master-styles><style:master-page"
             " style:name=\"Default\" style:page-layout-name=\"landscape\"/></office:master-styles>"
             "</office:document-styles>\n");
}

/* ------------------------------------------------------------------ styles of cells */

static const char *const cell_styles[LOOK_COUNT] = {"w", "wt", "wf"};
static const char *const heading_styles[LOOK_COUNT] = {"h", "ht", "hf"};
static const char *const alignments[LOOK_COUNT] = {
    "fo:text-align=\"start\"", "fo:text-align=\"start\" fo:margin-left=\"2mm\"", "fo:text-align=\"end\""};

static void add_digits(struct ods *ods, int decimals) {
    text_printf(&ods->xml,
                "<number:number number:min-integer-digits=\"1\" number:grouping=\"true\""
                " number:decimal-places=\"%d\" number:min-decimal-places=\"%d\"/>",
                decimals, decimals);
}

/* A style of numbers with something before them. */
static void add_signed_style(struct ods *ods, int decimals, const char *name, const char *sign) {
    text_printf(&ods->xml,
                "<number:number-style style:name=\"Np%d%s\" style:volatile=\"true\"><number:text>%s</number:text>",
                decimals, name, sign);
    add_digits(ods, decimals);
    add(ods, "</number:number-style>\n");
}

/* A style of numbers, and the cell style `n1` or with a plus `p1` that has it. */
static void add_number_style(struct ods *ods, int decimals, bool plus) {
    const char letter = plus ? 'p' : 'n';
    if (plus) {
        add_signed_style(ods, decimals, "up", "+");
        add_signed_style(ods, decimals, "down", "-");
    }
    text_printf(&ods->xml, "<number:number-style style:name=\"N%c%d\">", letter, decimals);
    add_digits(ods, decimals);
    if (plus)
        text_printf(&ods->xml,
                    "<style:map style:condition=\"value()&gt;0\" style:apply-style-name=\"Np%dup\"/>"
                    "<style:map style:condition=\"value()&lt;0\" style:apply-style-name=\"Np%ddown\"/>",
                    decimals, decimals);
    text_printf(&ods->xml,
                "</number:number-style>\n<style:style style:name=\"%c%d\" style:family=\"table-cell\""
                " style:parent-style-name=\"Default\" style:data-style-name=\"N%c%d\"/>\n",
                letter, decimals, letter, decimals);
}

/* A style of texts: wrapped, with what else there is. */
static void add_text_style(struct ods *ods, const char *name, const char *cell, const char *paragraph,
                           const char *type) {
    text_printf(&ods->xml,
                "<style:style style:name=\"%s\" style:family=\"table-cell\" style:parent-style-name=\"Default\">"
                "<style:table-cell-properties fo:wrap-option=\"wrap\" style:text-align-source=\"fix\"%s/>"
                "<style:paragraph-properties %s/><style:text-properties %s/></style:style>\n",
                name, cell, paragraph, type);
}

static void add_cell_styles(struct ods *ods) {
    for (int decimals = 0; decimals <= DECIMALS_MAX; decimals++)
        for (int plus = 0; plus < 2; plus++)
            add_number_style(ods, decimals, plus);
    add(ods, "<number:date-style style:name=\"Nd\"><number:day/><number:text> </number:text>"
             "<number:month number:style=\"long\" number:textual=\"true\"/><number:text> </number:text>"
             "<number:year number:style=\"long\"/></number:date-style>\n"
             "<style:style style:name=\"d\" style:family=\"table-cell\" style:parent-style-name=\"Default\""
             " style:data-style-name=\"Nd\"><style:table-cell-properties style:text-align-source=\"fix\"/>"
             "<style:paragraph-properties fo:text-align=\"start\"/></style:style>\n");
    for (enum text_look look = 0; look < LOOK_COUNT; look++) {
        add_text_style(ods, cell_styles[look], "", alignments[look], "");
        add_text_style(ods, heading_styles[look], " fo:border-bottom=\"1.5pt solid #000000\"", alignments[look],
                       "fo:font-weight=\"bold\"");
    }
    add(ods, "<style:style style:name=\"rows\" style:family=\"table-row\"><style:table-row-properties"
             " style:use-optimal-row-height=\"true\"/></style:style>\n"
             "<style:style style:name=\"sheet\" style:family=\"table\" style:master-page-name=\"Default\">"
             "<style:table-properties table:display=\"true\"/></style:style>\n");
}

/* A style `cN` for each width that a column can have, in characters. */
static void add_width_styles(struct ods *ods) {
    enum { WIDTH_MAX = 100 };
    static const double mm_a_character = 2.3;
    for (int width = 1; width <= WIDTH_MAX; width++)
        text_printf(&ods->xml,
                    "<style:style style:name=\"c%d\" style:family=\"table-column\"><style:table-column-properties"
                    " style:column-width=\"%.1fmm\"/></style:style>\n",
                    width, width * mm_a_character);
}

/* ------------------------------------------------------------------ cells */

static void add_link(struct ods *ods, const char *name, const char *text) {
    struct text address = {0};
    text_add(&address, "#");
    spreadsheet_add_name(&address, name);
    text_add(&address, ".A1");
    add_element(ods, "<text:a xlink:type=\"simple\" xlink:href=\"", text_string(&address), "\">");
    text_add_xml(&ods->xml, text);
    add(ods, "</text:a>");
    text_free(&address);
}

static void add_cell(struct ods *ods, const struct book_cell *cell, const char *style) {
    if (cell->kind == BOOK_NUMBER) {
        text_printf(&ods->xml,
                    "<table:table-cell table:style-name=\"%c%d\" office:value-type=\"float\" office:value=\"%.16g\">",
                    cell->plus ? 'p' : 'n', cell->decimals, cell->number);
    } else if (cell->kind == BOOK_DATE) {
        struct date date = calendar_date((int)cell->number);
        text_printf(&ods->xml,
                    "<table:table-cell table:style-name=\"d\" office:value-type=\"date\""
                    " office:date-value=\"%04d-%02d-%02d\">",
                    date.year, date.month, date.day);
    } else {
        text_printf(&ods->xml, "<table:table-cell table:style-name=\"%s\" office:value-type=\"string\">", style);
    }
    add(ods, "<text:p>");
    if (cell->leads)
        add_link(ods, ods->book->names[cell->sheet], cell->text);
    else
        text_add_xml(&ods->xml, cell->text);
    add(ods, "</text:p></table:table-cell>");
}

static void add_row(struct ods *ods, const struct book_sheet *sheet, const struct book_cell *cells,
                    const char *const styles[LOOK_COUNT]) {
    add(ods, "<table:table-row table:style-name=\"rows\">");
    for (size_t i = 0; i < sheet->column_count; i++)
        add_cell(ods, &cells[i], styles[spreadsheet_look(sheet, i)]);
    add(ods, "</table:table-row>\n");
    if (ods->xml.length > BUFFER)
        flush(ods);
}

static void add_line(struct ods *ods, const struct book_cell *line, const char *style) {
    add(ods, "<table:table-row table:style-name=\"rows\">");
    add_cell(ods, line, style);
    add(ods, "</table:table-row>\n");
}

/* ------------------------------------------------------------------ sheets */

/* `A`, `Z`, `AA`. */
static const char *letters(size_t column, char name[4]) {
    char *s = &name[3];
    *s = '\0';
    for (column++; column > 0 && s > name; column = (column - 1) / 26)
        *--s = (char)('A' + (column - 1) % 26);
    return s;
}

/* The address of a table, for the list of tables. */
static void note_table(struct ods *ods, const struct book_sheet *sheet, const char *name, size_t head) {
    char column[4];
    struct text address = {0};
    spreadsheet_add_name(&address, name);
    text_printf(&address, ".A%zu:", head + 1);
    spreadsheet_add_name(&address, name);
    text_printf(&address, ".%s%zu", letters(sheet->column_count - 1, column), head + 1 + sheet->row_count);
    text_printf(&ods->ranges, "<table:database-range table:name=\"%s\" table:target-range-address=\"", sheet->table);
    text_add_xml(&ods->ranges, text_string(&address));
    text_add(&ods->ranges, "\" table:contains-header=\"true\"/>\n");
    text_free(&address);
}

static void add_table(struct ods *ods, const struct book_sheet *sheet) {
    const struct book *book = ods->book;
    struct book_cell *cells = memory_alloc(sheet->column_count * sizeof *cells);
    add(ods, "<table:table-header-rows>");
    for (size_t i = 0; i < sheet->column_count; i++)
        cells[i] = (struct book_cell){.kind = BOOK_TEXT, .text = sheet->columns[i].heading};
    add_row(ods, sheet, cells, heading_styles);
    add(ods, "</table:table-header-rows>\n");
    for (size_t row = 0; row < sheet->row_count; row++) {
        memset(cells, 0, sheet->column_count * sizeof *cells);
        book->fill(book->tabulator, row, cells);
        add_row(ods, sheet, cells, cell_styles);
    }
    free(cells);
}

static void add_sheet(struct ods *ods, size_t number) {
    const struct book *book = ods->book;
    const struct book_sheet *sheet = book->open(book->tabulator, number);
    add_element(ods, "<table:table table:style-name=\"sheet\" table:name=\"", book->names[number], "\">\n");
    for (size_t i = 0; i < sheet->column_count; i++)
        text_printf(&ods->xml, "<table:table-column table:style-name=\"c%d\"/>", sheet->columns[i].width);
    if (sheet->column_count == 0)
        text_printf(&ods->xml, "<table:table-column table:style-name=\"c%d\"/>", PROSE_WIDTH);
    const struct book_cell title = {.kind = BOOK_TEXT, .text = sheet->title};
    add_line(ods, &title, "Heading_20_1");
    for (size_t i = 0; i < sheet->line_count; i++)
        add_line(ods, &sheet->lines[i], sheet->prose ? cell_styles[LOOK_FIRST] : "Default");
    if (sheet->table != NULL) {
        note_table(ods, sheet, book->names[number], sheet->line_count + 1);
        add_table(ods, sheet);
    }
    add(ods, "</table:table>\n");
}

static void write_content(struct ods *ods) {
    add(ods, "<office:document-content" XMLNS "><office:automatic-styles>\n");
    add_cell_styles(ods);
    add_width_styles(ods);
    add(ods, "</office:automatic-styles><office:body><office:spreadsheet>\n");
    for (size_t i = 0; i < ods->book->sheet_count; i++)
        add_sheet(ods, i);
    add(ods, "<table:database-ranges>\n");
    add(ods, text_string(&ods->ranges));
    add(ods, "</table:database-ranges></office:spreadsheet></office:body></office:document-content>\n");
}

/* ------------------------------------------------------------------ the file */

static bool add_parts(struct ods *ods) {
    static const char type[] = "application/vnd.oasis.opendocument.spreadsheet";
    return add_source(ods, "mimetype", zip_source_buffer(ods->zip, type, strlen(type), 0), true) &&
           add_part(ods, "META-INF/manifest.xml", write_manifest) && add_part(ods, "meta.xml", write_meta) &&
           add_part(ods, "styles.xml", write_styles) && add_part(ods, "content.xml", write_content);
}

static bool copy(struct ods *ods, zip_source_t *source, FILE *stream) {
    char bytes[BUFFER];
    zip_int64_t count = zip_source_open(source) == 0 ? 0 : -1;
    while (count >= 0 && (count = zip_source_read(source, bytes, sizeof(bytes))) > 0)
        if (fwrite(bytes, 1, (size_t)count, stream) != (size_t)count)
            return fail(ods, strerror(errno));
    return count == 0 || fail(ods, zip_error_strerror(zip_source_error(source)));
}

/* The zip is made in memory: packed, it is small. */
static bool write_zip(struct ods *ods, zip_source_t *source, FILE *stream) {
    ods->zip = zip_open_from_source(source, ZIP_TRUNCATE, NULL);
    if (ods->zip == NULL)
        return fail(ods, "libzip has no memory");
    zip_source_keep(source);
    if (!add_parts(ods)) {
        zip_discard(ods->zip);
        return false;
    }
    if (zip_close(ods->zip) == 0)
        return copy(ods, source, stream);
    fail(ods, zip_strerror(ods->zip));
    zip_discard(ods->zip);
    return false;
}

bool ods_write(const struct book *book, FILE *stream, struct diag *diag) {
    struct ods ods = {.book = book, .diag = diag};
    zip_source_t *source = zip_source_buffer_create(NULL, 0, 0, NULL);
    bool good = source != NULL ? write_zip(&ods, source, stream) : fail(&ods, "libzip has no memory");
    zip_source_free(source);
    text_free(&ods.xml);
    text_free(&ods.ranges);
    return good;
}

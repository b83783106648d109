/*
 * Any bytes as a sheet, as the parts that it hangs on, or as a whole file: the first byte says which. What it is not is
 * put round it, so that the bytes reach the readers and are not lost in a ZIP.
 */
#include <string.h>
#include <zip.h>

#include "fuzz_file.h"
#include "workbook_module.h"

extern const struct workbook_module module;

#define PACKAGE "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\""
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

static const struct {
    const char *name, *text;
} usual[] = {
    {"_rels/.rels", "<Relationships " PACKAGE "><Relationship Id=\"r\" Type=\"" OFFICE
                    "officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
    {"xl/_rels/workbook.xml.rels",
     "<Relationships " PACKAGE "><Relationship Id=\"a\" Type=\"" OFFICE "worksheet\" Target=\"sheet.xml\"/>"
     "<Relationship Id=\"b\" Type=\"" OFFICE "sharedStrings\" Target=\"strings.xml\"/>"
     "<Relationship Id=\"c\" Type=\"" OFFICE "styles\" Target=\"styles.xml\"/></Relationships>"},
    {"xl/workbook.xml",
     "<workbook xmlns:r=\"r\"><sheets><sheet name=\"KPIs\" r:id=\"a\"/></sheets>"
     "<definedNames><definedName name=\"zone\">KPIs!$A$1:$C$9</definedName></definedNames></workbook>"},
    {"xl/sheet.xml", "<worksheet><sheetData><row r=\"1\"><c t=\"s\"><v>0</v></c><c s=\"1\"><v>43191</v></c></row>"
                     "</sheetData></worksheet>"},
    {"xl/strings.xml", "<sst><si><t>n</t></si></sst>"},
    {"xl/styles.xml", "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy-mm\"/></numFmts>"
                      "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>"},
};
enum { PARTS = sizeof usual / sizeof usual[0], AS_ODS = PARTS, AS_ZIP, AS_XLS, WAYS };

/* A file of this process in memory, with an ending that says what it is. */
static const char *path_of(const char *ending) {
    static char path[64];
    snprintf(path, sizeof path, "/dev/shm/fuzz_workbook_%d.%s", (int)getpid(), ending);
    return path;
}

static void write_file(const char *path, const uint8_t *bytes, size_t length) {
    FILE *file = fopen(path, "wb");
    if (file == NULL || fwrite(bytes, 1, length, file) != length || fclose(file) != 0)
        abort();
}

/* A ZIP of parts, one of which is the bytes. */
static void write_zip(const char *path, size_t part, const uint8_t *bytes, size_t length) {
    zip_t *zip = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, NULL);
    if (part == AS_ODS) {
        static const char mime[] = "application/vnd.oasis.opendocument.spreadsheet";
        zip_int64_t first = zip_file_add(zip, "mimetype", zip_source_buffer(zip, mime, sizeof mime - 1, 0), 0);
        zip_set_file_compression(zip, (zip_uint64_t)first, ZIP_CM_STORE, 0);
        zip_file_add(zip, "content.xml", zip_source_buffer(zip, bytes, length, 0), 0);
    }
    for (size_t i = 0; i < PARTS && part < PARTS; i++)
        zip_file_add(zip, usual[i].name,
                     i == part ? zip_source_buffer(zip, bytes, length, 0)
                               : zip_source_buffer(zip, usual[i].text, strlen(usual[i].text), 0),
                     0);
    zip_close(zip);
}

static bool take(void *to, const struct raw_row *row) {
    size_t *bytes = to;
    for (size_t i = 0; i < row->count; i++)
        for (size_t k = 0; k < row->cells[i].length; k++)
            *bytes += (unsigned char)row->cells[i].text[k];
    return true;
}

static void leave(void *to, int lines, const char *how) {
    (void)to, (void)lines, (void)how;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    static const char *const ranges[] = {NULL, "B2:C9", "zone", "A:A"};
    if (length < 2)
        return 0;
    size_t way = bytes[0] % WAYS, sum = 0;
    struct arena *arena = arena_create();
    struct diag diag;
    const char *path = path_of(way == AS_ODS ? "ods" : way == AS_XLS ? "xls" : "xlsx");
    struct table_request request = {.path = path, .range = {.text = ranges[bytes[1] % 4]}};
    diag_init(&diag, arena);
    if (way == AS_ZIP || way == AS_XLS)
        write_file(path, bytes + 2, length - 2);
    else
        write_zip(path, way, bytes + 2, length - 2);
    module.list(&request, &diag);
    module.read(&request, (struct row_taker){.take = take, .leave = leave, .to = &sum}, &diag);
    unlink(path);
    arena_destroy(arena);
    return 0;
}

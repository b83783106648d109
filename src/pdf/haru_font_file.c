#include "haru_font_file.h"

#include <assert.h>
#include <string.h>

#include "haru_reader.h"
#include "subset.h"

/* A document uses at most nine, so that there is always one to put away. */
enum { KEPT_MOST = 24 };

/* It has a memory and an error of libharu's of its own: those of a document end with it. */
struct haru_font_file {
    char *path; /* NULL: nothing is kept here */
    HPDF_Error_Rec error;
    HPDF_MMgr memory;
    HPDF_FontDef definition;
    struct text subset;    /* the latest */
    unsigned char *marked; /* what it was made of; NULL: there is none yet */
    int users;
};

static struct haru_font_file files[KEPT_MOST];
static size_t next;

static void *allocate(HPDF_UINT size) {
    return memory_alloc(size);
}

static void release(void *memory) {
    free(memory);
}

static void put_away(struct haru_font_file *file) {
    if (file->definition != NULL)
        HPDF_FontDef_Free(file->definition);
    HPDF_MMgr_Free(file->memory);
    text_free(&file->subset);
    free(file->marked);
    free(file->path);
    *file = (struct haru_font_file){0};
}

static struct haru_font_file *find(const char *path) {
    for (size_t i = 0; i < KEPT_MOST; i++)
        if (files[i].path != NULL && strcmp(files[i].path, path) == 0)
            return &files[i];
    return NULL;
}

static struct haru_font_file *make_room(void) {
    struct haru_font_file *file = &files[next++ % KEPT_MOST];
    for (size_t i = 0; file->users > 0; i++) {
        assert(i < KEPT_MOST);
        file = &files[next++ % KEPT_MOST];
    }
    if (file->path != NULL)
        put_away(file);
    return file;
}

static struct haru_font_file *load(struct haru *haru, const char *path) {
    struct haru_font_file *file = make_room();
    file->memory = HPDF_MMgr_New(&file->error, 0, allocate, release);
    HPDF_Stream reader = haru_reader_open(file->memory, path);
    if (reader != NULL)
        file->definition = HPDF_TTFontDef_Load(file->memory, reader, HPDF_TRUE);
    if (file->definition == NULL) {
        haru_font_file_check(file, haru);
        put_away(file);
        return NULL;
    }
    file->path = memory_alloc(strlen(path) + 1);
    strcpy(file->path, path);
    return file;
}

struct haru_font_file *haru_font_file_open(struct haru *haru, const char *path) {
    struct haru_font_file *file = find(path);
    if (file == NULL)
        file = load(haru, path);
    if (file == NULL)
        return NULL;
    HPDF_Error_Reset(&file->error);
    file->users++;
    return file;
}

void haru_font_file_close(struct haru_font_file *file) {
    file->users--;
}

HPDF_FontDef haru_font_file_definition(const struct haru_font_file *file) {
    return file->definition;
}

const struct text *haru_font_file_subset(struct haru_font_file *file, const unsigned char *marked) {
    HPDF_TTFontDefAttr attr = file->definition->attr;
    if (file->marked != NULL && memcmp(file->marked, marked, attr->num_glyphs) == 0)
        return &file->subset;
    size_t length;
    const unsigned char *bytes = haru_reader_bytes(attr->stream, &length);
    if (file->marked == NULL)
        file->marked = memory_alloc(attr->num_glyphs);
    memcpy(file->marked, marked, attr->num_glyphs);
    text_clear(&file->subset);
    subset_make(&file->subset, bytes, length, marked);
    return &file->subset;
}

void haru_font_file_check(const struct haru_font_file *file, struct haru *haru) {
    if (file->error.error_no != HPDF_OK && haru_error(haru) == 0)
        HPDF_SetError(&haru->pdf->error, file->error.error_no, file->error.detail_no);
}

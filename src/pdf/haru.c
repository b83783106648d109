#include "haru_internal.h"

#include <assert.h>
#include <endian.h>
#include <errno.h>
#include <string.h>

#include "deflated.h"

enum { PAGES_PER_NODE = 64, LIST_STEP_LEAST = 1024, ITEMS_LEAST = 1 };

/* libharu crashes on some failed allocations, so none fails here. */
static void *allocate(HPDF_UINT size) {
    return memory_alloc(size);
}

static void release(void *memory) {
    free(memory);
}

static void on_error(HPDF_STATUS number, HPDF_STATUS detail, void *context) {
    (void)number, (void)detail, (void)context; /* kept by the document; haru_error reads it there */
}

struct haru *haru_create(struct arena *arena, size_t expected_objects) {
    struct haru *haru = arena_new(arena, struct haru);
    haru->arena = arena;
    haru->pdf = HPDF_NewEx(on_error, allocate, release, 0, NULL);
    assert(haru->pdf != NULL);
    haru->pdf->pdf_version = HPDF_VER_17;
    if (expected_objects < LIST_STEP_LEAST)
        expected_objects = LIST_STEP_LEAST;
    haru->pdf->xref->entries->items_per_block = (HPDF_UINT)expected_objects;
    haru->pdf->page_list->items_per_block = LIST_STEP_LEAST;
    HPDF_SetPagesConfiguration(haru->pdf, PAGES_PER_NODE);
    return haru;
}

void haru_destroy(struct haru *haru) {
    if (haru == NULL)
        return;
    HPDF_Free(haru->pdf);
}

unsigned long haru_error(const struct haru *haru) {
    return haru->pdf->error.error_no;
}

/* What stands in a dictionary: libharu counts the letters of a string one by one. */
struct entries {
    size_t length;
    unsigned char bytes[];
};

static HPDF_STATUS write_entries(HPDF_Dict dict, HPDF_Stream stream) {
    const struct entries *entries = dict->attr;
    return HPDF_Stream_Write(stream, entries->bytes, (HPDF_UINT)entries->length);
}

static void set_entries(struct haru *haru, HPDF_Dict dict, const struct text *text) {
    assert(dict->write_fn == NULL);
    struct entries *entries = arena_alloc(haru->arena, sizeof(*entries) + text->length);
    entries->length = text->length;
    memcpy(entries->bytes, text_string(text), text->length);
    dict->attr = entries;
    dict->write_fn = write_entries;
}

static HPDF_Dict find(const struct haru *haru, int object) {
    HPDF_XrefEntry entry = HPDF_List_ItemAt(haru->pdf->xref->entries, (HPDF_UINT)object);
    assert(entry != NULL && entry->obj != NULL);
    return entry->obj;
}

static int number_of(HPDF_Dict dict) {
    return (int)(dict->header.obj_id & 0x00FFFFFF);
}

/* As HPDF_Dict_New makes it, which clears it byte by byte: most of a file's objects are dictionaries. */
static HPDF_Dict new_dictionary(struct haru *haru) {
    HPDF_MMgr memory = haru->pdf->mmgr;
    HPDF_Dict dict = HPDF_GetMem(memory, sizeof(*dict));
    *dict = (HPDF_Dict_Rec){.header.obj_class = HPDF_OCLASS_DICT,
                            .mmgr = memory,
                            .error = memory->error,
                            .list = HPDF_List_New(memory, ITEMS_LEAST),
                            .filter = HPDF_STREAM_FILTER_NONE};
    return dict;
}

int haru_reserve(struct haru *haru) {
    HPDF_Dict dict = new_dictionary(haru);
    HPDF_Xref_Add(haru->pdf->xref, dict);
    return number_of(dict);
}

void haru_fill(struct haru *haru, int object, const struct text *entries) {
    set_entries(haru, find(haru, object), entries);
}

int haru_add(struct haru *haru, const struct text *entries) {
    int object = haru_reserve(haru);
    haru_fill(haru, object, entries);
    return object;
}

int haru_reserve_stream(struct haru *haru) {
    return number_of(HPDF_DictStream_New(haru->pdf->mmgr, haru->pdf->xref));
}

static struct deflated pack(const void *bytes, size_t length, enum haru_packing packing) {
    if (packing == HARU_AS_IS)
        return (struct deflated){bytes, length};
    return packing == HARU_DEFLATE ? deflated_make(bytes, length) : deflated_shared(bytes, length);
}

/* The dictionary's own filter stays "none": libharu would deflate what is deflated, or drop the /Filter entry. */
static void fill_stream(struct haru *haru, HPDF_Dict dict, const struct text *entries, const void *bytes, size_t length,
                        enum haru_packing packing) {
    struct text all = {0};
    text_add(&all, text_string(entries));
    if (packing != HARU_AS_IS)
        text_add(&all, "/Filter /FlateDecode\n");
    struct deflated packed = pack(bytes, length, packing);
    HPDF_Stream_Write(dict->stream, packed.bytes, (HPDF_UINT)packed.length);
    set_entries(haru, dict, &all);
    text_free(&all);
}

void haru_fill_stream(struct haru *haru, int object, const struct text *entries, const void *bytes, size_t length,
                      enum haru_packing packing) {
    fill_stream(haru, find(haru, object), entries, bytes, length, packing);
}

void haru_set_catalog(struct haru *haru, const struct text *entries) {
    set_entries(haru, haru->pdf->catalog, entries);
}

void haru_set_info(struct haru *haru, const struct text *entries) {
    HPDF_Dict_RemoveElement(haru->pdf->info, "Producer"); /* ours stands among the entries */
    set_entries(haru, haru->pdf->info, entries);
}

static HPDF_Page page_at(const struct haru *haru, size_t page) {
    return HPDF_List_ItemAt(haru->pdf->page_list, (HPDF_UINT)page);
}

void haru_add_page(struct haru *haru, double width_pt, double height_pt) {
    int index = (int)haru->pdf->page_list->count;
    HPDF_Page page = HPDF_AddPage(haru->pdf);
    if (page == NULL)
        return;
    HPDF_Page_SetWidth(page, (HPDF_REAL)width_pt);
    HPDF_Page_SetHeight(page, (HPDF_REAL)height_pt);
    HPDF_Dict_AddNumber(page, "StructParents", index);
    HPDF_Dict_AddName(page, "Tabs", "S");
}

void haru_page_box(struct haru *haru, size_t page, const char *name, double slug_x_pt, double slug_y_pt) {
    HPDF_Page dict = page_at(haru, page);
    HPDF_Box box = {.left = (HPDF_REAL)slug_x_pt,
                    .bottom = (HPDF_REAL)slug_y_pt,
                    .right = HPDF_Page_GetWidth(dict) - (HPDF_REAL)slug_x_pt,
                    .top = HPDF_Page_GetHeight(dict) - (HPDF_REAL)slug_y_pt};
    HPDF_Dict_Add(dict, name, HPDF_Box_Array_New(haru->pdf->mmgr, box));
}

int haru_page_object(const struct haru *haru, size_t page) {
    return number_of(page_at(haru, page));
}

const char *haru_page_font(struct haru *haru, size_t page, int font) {
    const char *name = HPDF_Page_GetLocalFontName(page_at(haru, page), find(haru, font));
    return name != NULL ? name : "F1";
}

const char *haru_page_drawing(struct haru *haru, size_t page, int form) {
    const char *name = HPDF_Page_GetXObjectName(page_at(haru, page), find(haru, form));
    return name != NULL ? name : "X1";
}

void haru_page_annotate(struct haru *haru, size_t page, int annotation) {
    HPDF_Page dict = page_at(haru, page);
    HPDF_Array annotations = HPDF_Dict_GetItem(dict, "Annots", HPDF_OCLASS_ARRAY);
    if (annotations == NULL) {
        annotations = HPDF_Array_New(haru->pdf->mmgr);
        HPDF_Dict_Add(dict, "Annots", annotations);
    }
    HPDF_Array_Add(annotations, find(haru, annotation));
}

void haru_page_content(struct haru *haru, size_t page, const struct text *operators, enum haru_packing packing) {
    HPDF_PageAttr attr = page_at(haru, page)->attr;
    fill_stream(haru, attr->contents, &(struct text){0}, text_string(operators), operators->length, packing);
}

/* As FNV-1a, 128 bits, of eight bytes a step: the identifier has to differ, not to withstand an attack. */
static void hash_bytes(struct haru *haru, const unsigned char *bytes, size_t count) {
    __extension__ unsigned __int128 const prime = ((unsigned __int128)0x1000000 << 64) + 0x13B;
    for (size_t i = 0; i < count; i += sizeof(uint64_t)) {
        uint64_t word = 0;
        memcpy(&word, bytes + i, count - i < sizeof(word) ? count - i : sizeof(word));
        haru->hash = (haru->hash ^ le64toh(word) ^ haru->hash >> 64) * prime;
    }
}

static HPDF_STATUS write_gathered(struct haru *haru) {
    size_t count = haru->gathered;
    haru->gathered = 0;
    hash_bytes(haru, haru->gathering, count);
    if (fwrite(haru->gathering, 1, count, haru->stream) == count)
        return HPDF_OK;
    haru->failure = errno;
    return HPDF_SetError(&haru->pdf->error, HPDF_FILE_IO_ERROR, (HPDF_STATUS)errno);
}

/* libharu writes a word at a time. */
static HPDF_STATUS write_bytes(HPDF_Stream stream, const HPDF_BYTE *bytes, HPDF_UINT count) {
    struct haru *haru = stream->attr;
    while (count > 0) {
        size_t room = sizeof(haru->gathering) - haru->gathered, part = count < room ? count : room;
        memcpy(haru->gathering + haru->gathered, bytes, part);
        haru->gathered += part;
        bytes += part;
        count -= (HPDF_UINT)part;
        if (part == room && write_gathered(haru) != HPDF_OK)
            return HPDF_FILE_IO_ERROR;
    }
    return HPDF_OK;
}

static HPDF_STATUS write_identifier(HPDF_Dict trailer, HPDF_Stream stream) {
    struct haru *haru = trailer->attr;
    char entry[96];
    if (write_gathered(haru) != HPDF_OK)
        return HPDF_FILE_IO_ERROR;
    unsigned long long high = (unsigned long long)(haru->hash >> 64), low = (unsigned long long)haru->hash;
    snprintf(entry, sizeof(entry), "/ID [<%016llX%016llX> <%016llX%016llX>]\n", high, low, high, low);
    return HPDF_Stream_WriteStr(stream, entry);
}

bool haru_save(struct haru *haru, FILE *stream) {
    if (haru_error(haru) != 0)
        return false;
    haru->stream = stream;
    haru->gathered = 0;
    haru->failure = 0;
    haru->hash = ((__extension__(unsigned __int128) 0x6C62272E07BB0142) << 64) + 0x62B821756295C58D;
    haru->pdf->trailer->attr = haru;
    haru->pdf->trailer->write_fn = write_identifier;
    haru->pdf->stream = HPDF_CallbackWriter_New(haru->pdf->mmgr, write_bytes, haru);
    HPDF_SaveToStream(haru->pdf);
    if (haru_error(haru) == 0)
        write_gathered(haru);
    errno = haru->failure;
    return haru_error(haru) == 0;
}

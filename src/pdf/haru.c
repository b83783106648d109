#include "haru_internal.h"

#include <assert.h>
#include <string.h>

#include "deflated.h"

enum { PAGES_PER_NODE = 64, LIST_STEP_LEAST = 1024 };

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

struct haru *haru_create(struct arena *arena) {
    struct haru *haru = arena_new(arena, struct haru);
    haru->arena = arena;
    haru->pdf = HPDF_NewEx(on_error, allocate, release, 0, NULL);
    assert(haru->pdf != NULL);
    haru->pdf->pdf_version = HPDF_VER_17;
    haru->pdf->xref->entries->items_per_block = LIST_STEP_LEAST;
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

/* Numbers go on behind those that libharu gave to what it made with the pages. */
int haru_reserve(struct haru *haru) {
    struct haru_text *object = arena_new(haru->arena, struct haru_text);
    size_t number = haru_count(haru);
    object->header.obj_id = HPDF_OTYPE_INDIRECT | (HPDF_UINT32)number;
    arena_append(haru->arena, haru->texts, haru->text_count, haru->text_capacity) = object;
    return (int)number;
}

static struct haru_text *find(const struct haru *haru, int object) {
    size_t index = (size_t)object - haru->pdf->xref->entries->count;
    assert(index < haru->text_count);
    return haru->texts[index];
}

/* Gives an object so much room for its value. */
static char *make_value(struct haru *haru, int object, size_t length) {
    struct haru_text *text = find(haru, object);
    assert(text->value == NULL);
    text->length = length;
    text->value = arena_alloc(haru->arena, length);
    return text->value;
}

void haru_fill(struct haru *haru, int object, const struct text *entries) {
    static const char open[3] = "<<\n", close[2] = ">>";
    char *value = make_value(haru, object, sizeof(open) + entries->length + sizeof(close));
    memcpy(value, open, sizeof(open));
    memcpy(value + sizeof(open), text_string(entries), entries->length);
    memcpy(value + sizeof(open) + entries->length, close, sizeof(close));
}

int haru_add(struct haru *haru, const struct text *entries) {
    int object = haru_reserve(haru);
    haru_fill(haru, object, entries);
    return object;
}

static struct deflated pack(const void *bytes, size_t length, enum haru_packing packing) {
    if (packing == HARU_AS_IS)
        return (struct deflated){bytes, length};
    return packing == HARU_DEFLATE ? deflated_make(bytes, length) : deflated_shared(bytes, length);
}

static const char *const filters[] = {
    [HARU_AS_IS] = "", [HARU_DEFLATE] = "/Filter /FlateDecode\n", [HARU_DEFLATE_SHARED] = "/Filter /FlateDecode\n"};

void haru_fill_stream(struct haru *haru, int object, const struct text *entries, const void *bytes, size_t length,
                      enum haru_packing packing) {
    static const char close[10] = "\nendstream";
    struct deflated packed = pack(bytes, length, packing);
    struct text head = {0};
    text_printf(&head, "<<\n%s%s/Length %zu\n>>\nstream\n", text_string(entries), filters[packing], packed.length);
    char *value = make_value(haru, object, head.length + packed.length + sizeof(close));
    memcpy(value, text_string(&head), head.length);
    memcpy(value + head.length, packed.bytes, packed.length);
    memcpy(value + head.length + packed.length, close, sizeof(close));
    text_free(&head);
}

int haru_add_stream(struct haru *haru, const struct text *entries, const void *bytes, size_t length,
                    enum haru_packing packing) {
    int object = haru_reserve(haru);
    haru_fill_stream(haru, object, entries, bytes, length, packing);
    return object;
}

/* Further entries of a dictionary of libharu's. */
static HPDF_STATUS write_entries(HPDF_Dict dict, HPDF_Stream stream) {
    return HPDF_Stream_WriteStr(stream, dict->attr);
}

static void set_entries(struct haru *haru, HPDF_Dict dict, const char *entries) {
    assert(dict->write_fn == NULL);
    dict->attr = arena_strdup(haru->arena, entries);
    dict->write_fn = write_entries;
}

void haru_set_catalog(struct haru *haru, const struct text *entries) {
    set_entries(haru, haru->pdf->catalog, text_string(entries));
}

void haru_set_info(struct haru *haru, const struct text *entries) {
    HPDF_Dict_RemoveElement(haru->pdf->info, "Producer"); /* ours stands among the entries */
    set_entries(haru, haru->pdf->info, text_string(entries));
}

static HPDF_Page page_at(const struct haru *haru, size_t page) {
    return HPDF_List_ItemAt(haru->pdf->page_list, (HPDF_UINT)page);
}

void haru_add_page(struct haru *haru, double width_pt, double height_pt) {
    assert(haru->text_count == 0);
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
    return haru_number(page_at(haru, page));
}

const char *haru_page_font(struct haru *haru, size_t page, int font) {
    const char *name = HPDF_Page_GetLocalFontName(page_at(haru, page), (void *)find(haru, font));
    return name != NULL ? name : "F1";
}

const char *haru_page_drawing(struct haru *haru, size_t page, int form) {
    const char *name = HPDF_Page_GetXObjectName(page_at(haru, page), (void *)find(haru, form));
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

/* The filter that libharu knows of stays "none": it would deflate what is deflated. */
void haru_page_content(struct haru *haru, size_t page, const struct text *operators, enum haru_packing packing) {
    HPDF_Dict contents = ((HPDF_PageAttr)page_at(haru, page)->attr)->contents;
    struct deflated packed = pack(text_string(operators), operators->length, packing);
    HPDF_Stream_Write(contents->stream, packed.bytes, (HPDF_UINT)packed.length);
    set_entries(haru, contents, filters[packing]);
}

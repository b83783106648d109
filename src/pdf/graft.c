#include "graft.h"

#include <dlfcn.h>
#include <qpdf/qpdf-c.h>
#include <stdlib.h>
#include <string.h>

#include "syntax.h"

struct graft {
    struct arena *arena;
    struct haru *haru;
    qpdf_data source;
    int *objects; /* by the source's object number; 0: not yet taken over */
    size_t object_count;
    int *forms; /* by page */
    size_t page_count;
    bool failed;
};

/* libqpdf takes an object that it has no memory for as one that is not there: its `new` ends the run instead. It is a
 * library in C++, whose function is called by the name that it has there. */
static void watch_memory(void) {
    void (*(*set_new_handler)(void (*)(void)))(void);
    *(void **)&set_new_handler = dlsym(RTLD_DEFAULT, "_ZSt15set_new_handlerPFvvE");
    if (set_new_handler != NULL)
        set_new_handler(memory_exhausted);
}

struct graft *graft_open(struct arena *arena, struct haru *haru, const struct drawing_sheet *sheet,
                         const char **problem) {
    struct graft *graft = arena_new(arena, struct graft);
    graft->arena = arena;
    graft->haru = haru;
    watch_memory();
    graft->source = qpdf_init();
    qpdf_silence_errors(graft->source);
    qpdf_set_suppress_warnings(graft->source, QPDF_TRUE);
    qpdf_set_attempt_recovery(graft->source, QPDF_FALSE);
    if (qpdf_read_memory(graft->source, "drawings", (const char *)sheet->bytes, sheet->length, NULL) & QPDF_ERRORS) {
        *problem = arena_strdup(arena, qpdf_get_error_full_text(graft->source, qpdf_get_error(graft->source)));
        graft_close(graft);
        return NULL;
    }
    int pages = qpdf_get_num_pages(graft->source);
    graft->page_count = pages > 0 ? (size_t)pages : 0;
    graft->forms = arena_new_array(arena, graft->page_count, int);
    return graft;
}

void graft_close(struct graft *graft) {
    if (graft == NULL)
        return;
    qpdf_cleanup(&graft->source);
    free(graft->objects);
}

/* Where the copy's number is kept; 0 as long as there is none. */
static int *copy_slot(struct graft *graft, int source_object) {
    size_t index = (size_t)source_object;
    if (index >= graft->object_count) {
        size_t count = index * 2 + 64;
        graft->objects = memory_resize(graft->objects, count * sizeof(*graft->objects));
        memset(graft->objects + graft->object_count, 0, (count - graft->object_count) * sizeof(*graft->objects));
        graft->object_count = count;
    }
    return &graft->objects[index];
}

static void add_value(struct graft *graft, struct text *text, qpdf_oh value);

/* Copies the keys first: the source has one iterator for all of its dictionaries. */
static char **dictionary_keys(struct graft *graft, qpdf_oh dictionary, size_t *count) {
    char **keys = NULL;
    size_t capacity = 0;
    *count = 0;
    qpdf_oh_begin_dict_key_iter(graft->source, dictionary);
    while (qpdf_oh_dict_more_keys(graft->source))
        arena_append(graft->arena, keys, *count, capacity) =
            arena_strdup(graft->arena, qpdf_oh_dict_next_key(graft->source));
    return keys;
}

static bool is_left_out(const char *key, const char *const *left_out) {
    for (; *left_out != NULL; left_out++)
        if (strcmp(key, *left_out) == 0)
            return true;
    return false;
}

static void add_entries(struct graft *graft, struct text *text, qpdf_oh dictionary, const char *const *left_out) {
    size_t count;
    char **keys = dictionary_keys(graft, dictionary, &count);
    for (size_t i = 0; i < count; i++) {
        if (is_left_out(keys[i], left_out))
            continue;
        syntax_name(text, keys[i] + 1);
        text_add(text, " ");
        add_value(graft, text, qpdf_oh_get_key(graft->source, dictionary, keys[i]));
        text_add(text, "\n");
    }
    /* cairo leaves out what PDF/UA asks of each CIDFontType2 */
    qpdf_oh subtype = qpdf_oh_get_key(graft->source, dictionary, "/Subtype");
    if (qpdf_oh_is_name_and_equals(graft->source, subtype, "/CIDFontType2") &&
        !qpdf_oh_has_key(graft->source, dictionary, "/CIDToGIDMap"))
        text_add(text, "/CIDToGIDMap /Identity\n");
}

/* Carries a stream's bytes over as they are, packed, with the entries that say how. */
static void fill_stream(struct graft *graft, int object, const struct text *entries, qpdf_oh stream) {
    unsigned char *bytes = NULL;
    size_t length = 0;
    QPDF_BOOL filtered;
    if (qpdf_oh_get_stream_data(graft->source, stream, qpdf_dl_none, &filtered, &bytes, &length) & QPDF_ERRORS) {
        graft->failed = true;
        return;
    }
    haru_fill_stream(graft->haru, object, entries, bytes, length, HARU_AS_IS);
    free(bytes);
}

static const char *const stream_entries_left_out[] = {"/Length", NULL};
static const char *const no_entries[] = {NULL};

/* The number is kept before the inside is looked at, since objects can point back. */
static int copy_object(struct graft *graft, qpdf_oh value) {
    int source_object = qpdf_oh_get_object_id(graft->source, value);
    int object = *copy_slot(graft, source_object);
    if (object != 0)
        return object;
    struct text entries = {0};
    bool stream = qpdf_oh_is_stream(graft->source, value);
    object = haru_reserve(graft->haru);
    *copy_slot(graft, source_object) = object;
    if (stream) {
        add_entries(graft, &entries, qpdf_oh_get_dict(graft->source, value), stream_entries_left_out);
        fill_stream(graft, object, &entries, value);
    } else {
        add_entries(graft, &entries, value, no_entries);
        haru_fill(graft->haru, object, &entries);
    }
    text_free(&entries);
    return object;
}

static void add_array(struct graft *graft, struct text *text, qpdf_oh array) {
    int count = qpdf_oh_get_array_n_items(graft->source, array);
    text_add(text, "[");
    for (int i = 0; i < count; i++) {
        add_value(graft, text, qpdf_oh_get_array_item(graft->source, array, i));
        text_add(text, " ");
    }
    text_add(text, "]");
}

/* Indirect dictionaries and streams are copied as objects of their own, anything else in its place. */
static void add_value(struct graft *graft, struct text *text, qpdf_oh value) {
    bool dictionary = qpdf_oh_is_dictionary(graft->source, value);
    if (qpdf_oh_is_stream(graft->source, value) || (dictionary && qpdf_oh_is_indirect(graft->source, value))) {
        syntax_reference(text, copy_object(graft, value));
    } else if (dictionary) {
        text_add(text, "<<\n");
        add_entries(graft, text, value, no_entries);
        text_add(text, ">>");
    } else if (qpdf_oh_is_array(graft->source, value)) {
        add_array(graft, text, value);
    } else if (qpdf_oh_is_string(graft->source, value)) {
        text_add(text, qpdf_oh_unparse_binary(graft->source, value));
    } else {
        text_add(text, qpdf_oh_unparse_resolved(graft->source, value));
    }
}

/* The page's /Group stays behind: with it some viewers smooth edges in another way than cairo does. */
static int copy_page(struct graft *graft, qpdf_oh page) {
    qpdf_oh content = qpdf_oh_get_key(graft->source, page, "/Contents");
    if (!qpdf_oh_is_stream(graft->source, content)) {
        graft->failed = true;
        return 0;
    }
    struct text entries = {0};
    int form = haru_reserve(graft->haru);
    text_add(&entries, "/Type /XObject /Subtype /Form /BBox ");
    add_value(graft, &entries, qpdf_oh_get_key(graft->source, page, "/MediaBox"));
    text_add(&entries, "\n/Resources ");
    add_value(graft, &entries, qpdf_oh_get_key(graft->source, page, "/Resources"));
    text_add(&entries, "\n");
    add_entries(graft, &entries, qpdf_oh_get_dict(graft->source, content), stream_entries_left_out);
    fill_stream(graft, form, &entries, content);
    text_free(&entries);
    return form;
}

int graft_form(struct graft *graft, size_t page) {
    if (page >= graft->page_count || graft->failed)
        return 0;
    if (graft->forms[page] == 0) {
        graft->forms[page] = copy_page(graft, qpdf_get_page_n(graft->source, page));
        graft->failed |= qpdf_has_error(graft->source) || qpdf_more_warnings(graft->source);
        qpdf_oh_release_all(graft->source);
    }
    return graft->failed ? 0 : graft->forms[page];
}

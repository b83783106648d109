#include "outline.h"

#include <stdlib.h>
#include <string.h>

#include "syntax.h"

void outline_add_destination(struct text *text, const struct haru *haru, const struct document *document, size_t page,
                             double below_pt) {
    text_add(text, "[");
    syntax_reference(text, haru_page_object(haru, page));
    text_add(text, "/XYZ 0 ");
    syntax_number(text, document->pages[page].height_pt - below_pt, 2);
    text_add(text, " null]");
}

/* Neighbours by their place in the list of entries, from 1; place 0 is the root, and stands for nobody elsewhere. */
struct item {
    size_t parent, previous, next, first, last, below;
    int object;
};

static void link_items(struct item *items, const struct document *document) {
    for (size_t i = 1; i <= document->outline_count; i++) {
        int level = document->outline[i - 1].level;
        size_t parent = i - 1;
        while (parent != 0 && document->outline[parent - 1].level >= level)
            parent = items[parent].parent;
        items[i].parent = parent;
        items[i].previous = items[parent].last;
        if (items[parent].last == 0)
            items[parent].first = i;
        else
            items[items[parent].last].next = i;
        items[parent].last = i;
        for (;; parent = items[parent].parent) {
            items[parent].below++;
            if (parent == 0)
                break;
        }
    }
}

static void add_link(struct text *text, const char *key, const struct item *items, size_t item) {
    if (item != 0)
        text_printf(text, "%s %d 0 R\n", key, items[item].object);
}

static void write_item(struct haru *haru, const struct document *document, const struct item *items, size_t index) {
    const struct outline_entry *entry = &document->outline[index - 1];
    const struct item *item = &items[index];
    struct text text = {0};
    text_add(&text, "/Title ");
    syntax_string(&text, entry->title);
    text_printf(&text, "\n/Parent %d 0 R\n", items[item->parent].object);
    add_link(&text, "/Prev", items, item->previous);
    add_link(&text, "/Next", items, item->next);
    add_link(&text, "/First", items, item->first);
    add_link(&text, "/Last", items, item->last);
    if (item->below > 0)
        text_printf(&text, "/Count %zu\n", item->below);
    text_add(&text, "/Dest ");
    outline_add_destination(&text, haru, document, entry->page, 0);
    haru_fill(haru, item->object, &text);
    text_free(&text);
}

void outline_write(struct haru *haru, const struct document *document, struct text *catalog) {
    size_t count = document->outline_count;
    if (count == 0)
        return;
    struct item *items = arena_new_array(document->arena, count + 1, struct item);
    for (size_t i = 0; i <= count; i++)
        items[i].object = haru_reserve(haru);
    link_items(items, document);
    for (size_t i = 1; i <= count; i++)
        write_item(haru, document, items, i);
    struct text root = {0};
    text_printf(&root, "/Type /Outlines /Count %zu\n", items[0].below);
    add_link(&root, "/First", items, items[0].first);
    add_link(&root, "/Last", items, items[0].last);
    haru_fill(haru, items[0].object, &root);
    text_free(&root);
    text_printf(catalog, "/Outlines %d 0 R /PageMode /UseOutlines\n", items[0].object);
}

/* A label as a viewer counts it: words and a number behind them (0: none). */
struct label {
    const char *words;
    size_t length;
    long number;
};

static struct label label_parse(const char *string) {
    enum { DIGITS_LIMIT = 9 };
    if (string == NULL)
        return (struct label){.words = ""};
    size_t length = strlen(string), start = length;
    while (start > 0 && string[start - 1] >= '0' && string[start - 1] <= '9' && length - start < DIGITS_LIMIT)
        start--;
    while (start < length && string[start] == '0')
        start++;
    return (struct label){string, start, start < length ? strtol(string + start, NULL, 10) : 0};
}

static bool label_continues(struct label before, struct label label) {
    return before.length == label.length && strncmp(before.words, label.words, label.length) == 0 &&
           label.number == (before.number == 0 ? 0 : before.number + 1);
}

static void add_label(struct text *text, size_t page, struct label label) {
    text_printf(text, "%zu <<", page);
    if (label.length > 0) {
        char *words = memory_alloc(label.length + 1);
        memcpy(words, label.words, label.length);
        words[label.length] = '\0';
        text_add(text, "/P ");
        syntax_string(text, words);
        free(words);
    }
    if (label.number > 0)
        text_printf(text, "/S/D/St %ld", label.number);
    text_add(text, ">>\n");
}

void outline_write_labels(const struct document *document, struct text *catalog) {
    text_add(catalog, "/PageLabels << /Nums [");
    struct label before = {.number = -1};
    for (size_t i = 0; i < document->page_count; i++) {
        struct label label = label_parse(document->pages[i].label);
        if (i == 0 || !label_continues(before, label))
            add_label(catalog, i, label);
        before = label;
    }
    text_add(catalog, "] >>\n");
}

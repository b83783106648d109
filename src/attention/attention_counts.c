#include "attention_counts.h"

#include "attention_standing.h"
#include "block_parts.h"
#include "text.h"
#include "unjudged_text.h"

enum { CLASSES_MOST = 32 };

/* Those that stand alike. */
struct class {
    const char *words;
    int place;
    size_t count;
};

/* Quartiles are told where nothing stands by letters or targets: else one that stands by its quartile has no target. */
static struct class class_of(struct composer *composer, const struct attention *attention,
                             const struct attention_item *item) {
    enum { BASIS = 20, WORST = 9, UNJUDGED = STANDING_COUNT * BASIS };
    bool aimed = attention->stand[STANDING_BAND] + attention->stand[STANDING_TARGET] > 0;
    bool judged = item->now.basis != STANDING_NONE && (item->now.basis != STANDING_QUARTER || !aimed);
    return (struct class){
        .words = judged ? attention_standing_words(composer, item) : unjudged_text(composer, item->unjudged),
        .place = judged ? (int)item->now.basis * BASIS + 2 * (WORST - item->now.word) + attention_is_by_year(item)
                        : UNJUDGED + (int)item->unjudged,
        .count = 1};
}

static size_t add(struct class *classes, size_t count, struct class class) {
    size_t at = 0;
    while (at < count && !text_equal(classes[at].words, class.words))
        at++;
    if (at < count) {
        classes[at].count++;
        return count;
    }
    for (; at > 0 && classes[at - 1].place > class.place; at--)
        classes[at] = classes[at - 1];
    classes[at] = class;
    return count + 1;
}

static const char *told(struct composer *composer, const char *text, const char *words, size_t count) {
    const char *class = words_format(composer->arena, composer->words, WORD_ATTENTION_CLASS, "count",
                                     arena_printf(composer->arena, "%zu", count), "what", words, NULL);
    return text_and(composer->arena, text, ", ", class);
}

const char *attention_counts(struct composer *composer, const struct attention *attention) {
    struct class classes[CLASSES_MOST];
    size_t count = 0;
    const char *text = NULL;
    for (size_t i = 0; i < attention->count; i++)
        count = add(classes, count, class_of(composer, attention, &attention->items[i]));
    for (size_t i = 0; i < count; i++)
        text = told(composer, text, classes[i].words, classes[i].count);
    bool all = attention->count == composer->layout->catalogue->indicator_count;
    return words_format(composer->arena, composer->words, all ? WORD_ATTENTION_CLASSES : WORD_ATTENTION_CLASSES_CHOSEN,
                        "count", arena_printf(composer->arena, "%zu", attention->count), "classes", text, NULL);
}

static bool counts_standing(const struct tiles *tiles) {
    for (size_t i = 0; i < tiles->count; i++)
        if (tiles->items[i].count == TILE_WORD &&
            (tiles->items[i].field == FIELD_TARGET_STATUS || field_table[tiles->items[i].field].kind == FIELD_IS_BAND))
            return true;
    return false;
}

static bool has_item(const struct attention *attention, const struct indicator *indicator) {
    for (size_t i = 0; i < attention->count; i++)
        if (attention->items[i].indicator == indicator)
            return true;
    return false;
}

static bool are_those(const struct selection *selection, const struct attention *attention) {
    bool all = selection->count == attention->count;
    for (size_t i = 0; i < selection->count && all; i++)
        all = has_item(attention, selection->indicators[i]);
    return all;
}

static bool has_tiles(const struct block *block, const struct attention *attention) {
    for (const struct block *child = block->first_child; child != NULL; child = child->next) {
        bool counts = child->kind == BLOCK_TILES && counts_standing(block_tiles(child));
        if ((counts && are_those(&child->selection, attention)) || has_tiles(child, attention))
            return true;
    }
    return false;
}

bool attention_counts_in_tiles(const struct composer *composer, const struct attention *attention) {
    const struct page_spec *page = composer->page->spec;
    return page != NULL && page->body != NULL && has_tiles(page->body, attention);
}

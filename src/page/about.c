#include "about.h"

#include <string.h>

#include "block_parts.h"
#include "block_setters.h"
#include "dated.h"
#include "notes.h"
#include "source_line.h"
#include "text.h"
#include "words.h"

/* Adds words as a sentence: a blank before, a full stop behind where they have none. */
static void add_sentence(struct text *text, const char *words) {
    if (words[0] == '\0')
        return;
    if (text->length > 0)
        text_add(text, " ");
    text_add(text, words);
    text_add(text, text_stop(words));
}

static const char *take(struct arena *arena, struct text *text) {
    const char *words = arena_strdup(arena, text_string(text));
    text_free(text);
    return words;
}

static const char *plain_words(struct composer *composer, const struct rich_text *rich) {
    struct text text = {0};
    for (size_t p = 0; p < rich->count; p++)
        add_sentence(&text, rich_plain(composer->arena, &rich->paragraphs[p]));
    return take(composer->arena, &text);
}

/* The indicators of a page, each once: its own, then those of its blocks. */
struct subjects {
    const struct indicator **items;
    size_t count, capacity;
};

static void add_subject(struct composer *composer, struct subjects *subjects, const struct indicator *indicator) {
    for (size_t i = 0; i < subjects->count; i++)
        if (subjects->items[i] == indicator)
            return;
    if (indicator != NULL)
        arena_append(composer->arena, subjects->items, subjects->count, subjects->capacity) = indicator;
}

static void add_subjects(struct composer *composer, struct subjects *subjects, const struct block *block) {
    if (block == NULL)
        return;
    add_subject(composer, subjects, block->indicator);
    for (const struct block *child = block->first_child; child != NULL; child = child->next)
        add_subjects(composer, subjects, child);
}

static struct subjects page_subjects(struct composer *composer) {
    struct subjects subjects = {0};
    add_subject(composer, &subjects, composer->page->spec->indicator);
    add_subjects(composer, &subjects, composer->page->spec->body);
    return subjects;
}

static bool shows_definition(const struct composer *composer, const struct block *block,
                             const struct indicator *indicator) {
    const struct indicator *own = block->indicator != NULL ? block->indicator : composer->page->spec->indicator;
    bool selects = block->kind == BLOCK_DEFINITION && block->selection.count > 0;
    if (block->kind == BLOCK_DEFINITION && !selects && own == indicator)
        return true;
    for (size_t i = 0; selects && i < block->selection.count; i++)
        if (block->selection.indicators[i] == indicator)
            return true;
    for (const struct block *child = block->first_child; child != NULL; child = child->next)
        if (shows_definition(composer, child, indicator))
            return true;
    return false;
}

void about_define(struct composer *composer, struct region *regions, double width_pt, double height_pt) {
    enum { GAP_PT = 26 };
    struct subjects subjects = page_subjects(composer);
    for (size_t i = 0; regions != NULL && i < subjects.count; i++) {
        const struct indicator *indicator = subjects.items[i];
        if (indicator->definition_rich == NULL || shows_definition(composer, composer->page->spec->body, indicator))
            continue;
        struct definition plain = {0};
        struct block block = {.kind = BLOCK_DEFINITION,
                              .indicator = indicator,
                              .part.definition = &plain,
                              .pos = composer->page->spec->pos};
        if (subjects.count > 1)
            block.title = arena_printf(composer->arena, "%s: %s", words_get(composer->words, WORD_DEFINITION),
                                       indicator->short_title);
        struct region *region = arena_new(composer->arena, struct region);
        *region = (struct region){.flow_count = 1, .gap_pt = GAP_PT, .flows[0].width_pt = width_pt};
        definition_set(composer, &region->flows[0], &block);
        notes_set(composer, &region->flows[0]);
        region_add(regions, region, height_pt);
    }
}

static const char *page_source(const struct composer *composer) {
    const struct page_spec *spec = composer->page->spec;
    return source_line_make(composer->arena, composer->layout, spec->indicator, spec->body);
}

const char *about_page(struct composer *composer) {
    struct text text = {0};
    struct subjects subjects = page_subjects(composer);
    add_sentence(&text, arena_printf(composer->arena, "%s, %s", composer->layout->title,
                                     dated_long(composer, composer->period)));
    for (size_t i = 0; i < subjects.count; i++) {
        const struct indicator *indicator = subjects.items[i];
        if (indicator->definition_rich == NULL)
            continue;
        add_sentence(&text, arena_printf(composer->arena, "%s: %s", indicator->title,
                                         plain_words(composer, indicator->definition_rich)));
    }
    const char *source = about_source(composer->arena, composer->layout, page_source(composer), "");
    if (source != NULL)
        add_sentence(&text, source);
    return take(composer->arena, &text);
}

/* The last day of a month is told by the month: `July 2018` is in `31 July 2018`. */
static bool says_date(const char *words, const char *date, const char *iso) {
    int day = calendar_parse(calendar_days, iso);
    bool ends_month = calendar_date(day + 1).day == 1;
    const char *month = strchr(date, ' ');
    return strstr(words, date) != NULL || (ends_month && month != NULL && strstr(words, month + 1) != NULL);
}

const char *about_source(struct arena *arena, const struct layout *layout, const char *source, const char *shown) {
    const char *as_at = layout->catalogue->data_as_at;
    const char *date = as_at == NULL ? NULL : words_date_long(arena, layout->words, as_at);
    struct text text = {0};
    if (strstr(shown, source) == NULL)
        add_sentence(&text, words_format(arena, layout->words, WORD_ALONE_SOURCE, "source", source, NULL));
    if (date != NULL && !says_date(shown, date, as_at) && !says_date(source, date, as_at))
        add_sentence(&text, words_format(arena, layout->words, WORD_ALONE_DATA_AS_AT, "date", date, NULL));
    if (text.length > 0)
        text.bytes[--text.length] = '\0'; /* the last full stop: it is a line, and a sentence only among others */
    return text.length == 0 ? NULL : take(arena, &text);
}

#include "rich.h"

#include "text.h"

struct rich_paragraph *rich_paragraph_add(struct arena *arena, struct rich_text *text, struct source_pos pos) {
    struct rich_paragraph *paragraph = &arena_append(arena, text->paragraphs, text->count, text->capacity);
    *paragraph = (struct rich_paragraph){.kind = RICH_PARAGRAPH, .pos = pos};
    return paragraph;
}

struct rich_run *rich_run_add(struct arena *arena, struct rich_paragraph *paragraph, const char *string) {
    if (paragraph->run_count > 0 && !paragraph->runs[paragraph->run_count - 1].line_break)
        string = arena_printf(arena, " %s", string);
    struct rich_run *run = &arena_append(arena, paragraph->runs, paragraph->run_count, paragraph->run_capacity);
    *run = (struct rich_run){.string = string};
    return run;
}

static void add_runs(struct text *text, const struct rich_paragraph *paragraph) {
    for (size_t i = 0; i < paragraph->run_count; i++) {
        text_add(text, paragraph->runs[i].string);
        if (paragraph->runs[i].line_break)
            text_add(text, " ");
    }
}

static size_t cell_count(const struct rich_paragraph *paragraph) {
    return paragraph->table == NULL ? 0 : paragraph->table->row_count * paragraph->table->column_count;
}

const char *rich_plain(struct arena *arena, const struct rich_paragraph *paragraph) {
    struct text text = {0};
    add_runs(&text, paragraph);
    for (size_t i = 0; i < cell_count(paragraph); i++) {
        if (i > 0)
            text_add(&text, i % paragraph->table->column_count == 0 ? "; " : ", ");
        add_runs(&text, &paragraph->table->cells[i]);
    }
    const char *words = arena_strdup(arena, text_string(&text));
    text_free(&text);
    return words;
}

void rich_each_run(const struct rich_text *text, void (*take)(void *, const struct rich_run *, struct source_pos),
                   void *taker) {
    for (size_t p = 0; text != NULL && p < text->count; p++) {
        const struct rich_paragraph *paragraph = &text->paragraphs[p];
        for (size_t r = 0; r < paragraph->run_count; r++)
            take(taker, &paragraph->runs[r], paragraph->pos);
        for (size_t c = 0; c < cell_count(paragraph); c++)
            for (size_t r = 0; r < paragraph->table->cells[c].run_count; r++)
                take(taker, &paragraph->table->cells[c].runs[r], paragraph->table->cells[c].pos);
    }
    for (size_t n = 0; text != NULL && n < text->note_count; n++)
        rich_each_run(&text->notes[n].text, take, taker);
}

#include "rich_builder.h"

void rich_builder_free(struct rich_builder *builder) {
    text_free(&builder->words);
}

static void append_run(struct rich_builder *builder, struct rich_run run) {
    struct rich_paragraph *paragraph = builder->paragraph;
    arena_append(builder->arena, paragraph->runs, paragraph->run_count, paragraph->run_capacity) = run;
}

static void end_run(struct rich_builder *builder) {
    if (builder->paragraph == NULL || builder->words.length == 0)
        return;
    builder->gathered.string = arena_strdup(builder->arena, text_string(&builder->words));
    append_run(builder, builder->gathered);
    text_clear(&builder->words);
}

struct rich_paragraph *rich_builder_open(struct rich_builder *builder, enum rich_kind kind, struct source_pos pos) {
    struct rich_text *rich = builder->rich;
    builder->paragraph = &arena_append(builder->arena, rich->paragraphs, rich->count, rich->capacity);
    *builder->paragraph = (struct rich_paragraph){.kind = kind, .box = builder->box, .pos = pos};
    return builder->paragraph;
}

void rich_builder_close(struct rich_builder *builder) {
    const struct rich_paragraph *paragraph = builder->paragraph;
    end_run(builder);
    bool empty = paragraph != NULL && paragraph->run_count == 0 && paragraph->kind != RICH_RULE;
    if (empty && paragraph == &builder->rich->paragraphs[builder->rich->count - 1])
        builder->rich->count--; /* not a cell */
    builder->paragraph = NULL;
}

static bool same_look(const struct rich_run *a, const struct rich_run *b) {
    return a->bold == b->bold && a->italic == b->italic && a->struck == b->struck && a->code == b->code &&
           a->uri == b->uri;
}

void rich_builder_add(struct rich_builder *builder, const char *string) {
    if (builder->paragraph == NULL || string == NULL)
        return;
    if (!same_look(&builder->gathered, &builder->look))
        end_run(builder);
    builder->gathered = builder->look;
    text_add(&builder->words, string);
}

void rich_builder_mark(struct rich_builder *builder, const struct rich_note *note) {
    end_run(builder);
    if (builder->paragraph != NULL)
        append_run(builder, (struct rich_run){.string = "", .note = note});
}

void rich_builder_break(struct rich_builder *builder) {
    struct rich_paragraph *paragraph = builder->paragraph;
    end_run(builder);
    if (paragraph != NULL && paragraph->run_count > 0)
        paragraph->runs[paragraph->run_count - 1].line_break = true;
}

bool rich_builder_open_box(struct rich_builder *builder, struct rich_box box) {
    box.outer = builder->box;
    box.depth = box.outer == NULL ? 1 : box.outer->depth + 1;
    if (box.depth > RICH_DEPTH_MAX)
        return false;
    struct rich_box *own = arena_new(builder->arena, struct rich_box);
    *own = box;
    builder->box = own;
    return true;
}

void rich_builder_close_box(struct rich_builder *builder) {
    builder->box = builder->box->outer;
}

struct rich_table *rich_builder_open_table(struct rich_builder *builder, size_t columns, struct source_pos pos) {
    struct rich_table *table = arena_new(builder->arena, struct rich_table);
    table->column_count = columns;
    table->aligns = arena_new_array(builder->arena, columns, enum rich_align);
    rich_builder_open(builder, RICH_TABLE, pos)->table = table;
    builder->paragraph = NULL;
    return table;
}

void rich_builder_open_row(struct rich_builder *builder, struct rich_table *table, struct source_pos pos) {
    size_t count = table->row_count * table->column_count;
    for (size_t c = 0; c < table->column_count; c++)
        arena_append(builder->arena, table->cells, count, table->cell_capacity) = (struct rich_paragraph){.pos = pos};
    table->row_count++;
}

void rich_builder_open_cell(struct rich_builder *builder, struct rich_table *table, size_t column) {
    builder->paragraph = &table->cells[(table->row_count - 1) * table->column_count + column];
}

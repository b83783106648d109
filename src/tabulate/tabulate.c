#include "tabulate.h"

#include "book_name.h"
#include "book_rows.h"
#include "compute.h"
#include "leaves.h"
#include "tabulator.h"

/* The kinds that a workbook can have. The sheet of an indicator is called by its id. */
static const struct leaf_kind_facts {
    enum word name, title; /* the title with a place for the period */
    const char *table;     /* NULL: none */
    void (*open)(struct tabulator *tabulator);
    void (*fill)(struct tabulator *tabulator, size_t row, struct book_cell *cells);
} kinds[] = {
    [LEAF_COVER] = {.name = WORD_BOOK_COVER, .open = leaf_open_cover},
    [LEAF_CONTENTS] = {WORD_CONTENTS, WORD_BOOK_CONTENTS_TITLE, "contents", leaf_open_contents, leaf_fill_contents},
    [LEAF_NOTES] = {WORD_NOTES, WORD_BOOK_NOTES_TITLE, "notes", leaf_open_notes, leaf_fill_notes},
    [LEAF_LATEST] = {WORD_BOOK_LATEST, WORD_BOOK_LATEST_TITLE, "latest_figures", leaf_open_latest, leaf_fill_latest},
    [LEAF_INDICATOR] = {.open = leaf_open_indicator, .fill = leaf_fill_indicator},
    [LEAF_ALL] = {WORD_BOOK_ALL, WORD_BOOK_ALL_TITLE, "all_figures", leaf_open_all, leaf_fill_all},
    [LEAF_PAST] = {WORD_BOOK_PAST, WORD_BOOK_PAST_TITLE, "past_years", leaf_open_past, leaf_fill_past},
    [LEAF_COMPARED] = {WORD_BOOK_COMPARED, WORD_BOOK_COMPARED_TITLE, "compared", leaf_open_compared,
                       leaf_fill_compared},
};

static struct leaf *add_leaf(struct tabulator *tabulator, struct arena *arena, enum leaf_kind kind) {
    struct leaf *leaf = &arena_append(arena, tabulator->leaves, tabulator->leaf_count, tabulator->leaf_capacity);
    *leaf = (struct leaf){.kind = kind};
    return leaf;
}

static void name_leaf(struct tabulator *tabulator, struct arena *arena, struct leaf *leaf, struct book_names *names) {
    size_t number = (size_t)(leaf - tabulator->leaves);
    const char **texts = (const char **)tabulator->book.names;
    const struct indicator *indicator = leaf->indicator;
    if (indicator != NULL) {
        struct heading_maker headings = tabulator_headings(tabulator, arena);
        texts[number] = book_name_sheet(names, indicator->id);
        leaf->title = heading_with_unit(&headings, indicator->title, indicator);
        leaf->table = book_name_table(names, arena_printf(arena, "table_%s", indicator->id));
        return;
    }
    const char *period = words_period_long(arena, tabulator->words, tabulator->catalogue->calendar, tabulator->period);
    texts[number] = book_name_sheet(names, tabulator_word(tabulator, kinds[leaf->kind].name));
    leaf->title = leaf->kind == LEAF_COVER
                      ? tabulator->book.title
                      : words_format(arena, tabulator->words, kinds[leaf->kind].title, "period", period, NULL);
    leaf->table = kinds[leaf->kind].table == NULL ? NULL : book_name_table(names, kinds[leaf->kind].table);
}

static void add_leaves(struct tabulator *tabulator, struct arena *arena) {
    const struct catalogue *catalogue = tabulator->catalogue;
    for (enum leaf_kind kind = LEAF_COVER; kind <= LEAF_LATEST; kind++)
        add_leaf(tabulator, arena, kind);
    if (catalogue->indicator_count > TABULATE_SHEETS_MAX)
        add_leaf(tabulator, arena, LEAF_ALL);
    else
        for (size_t i = 0; i < catalogue->indicator_count; i++)
            add_leaf(tabulator, arena, LEAF_INDICATOR)->indicator = catalogue->indicators[i];
    if (book_rows_past(catalogue) > 0)
        add_leaf(tabulator, arena, LEAF_PAST);
    if (book_rows_compared(catalogue) > 0)
        add_leaf(tabulator, arena, LEAF_COMPARED);
    tabulator->book.sheet_count = tabulator->leaf_count;
    tabulator->book.names = (const char *const *)arena_new_array(arena, tabulator->leaf_count, const char *);
    struct book_names names = {.arena = arena};
    for (size_t i = 0; i < tabulator->leaf_count; i++)
        name_leaf(tabulator, arena, &tabulator->leaves[i], &names);
}

static const struct book_sheet *open_sheet(struct tabulator *tabulator, size_t sheet) {
    arena_destroy(tabulator->arena);
    tabulator->arena = arena_create();
    tabulator->leaf = &tabulator->leaves[sheet];
    tabulator->lines = NULL;
    tabulator->columns = NULL;
    tabulator->fields = NULL;
    tabulator->line_capacity = tabulator->column_capacity = tabulator->field_capacity = tabulator->field_count = 0;
    for (enum status status = 0; status < STATUS_COUNT; status++)
        tabulator->used[status] = false;
    tabulator->sheet = (struct book_sheet){.title = tabulator->leaf->title, .table = tabulator->leaf->table};
    if (tabulator->leaf->table != NULL)
        tabulator_line(tabulator, tabulator_word(tabulator, WORD_BOOK_ONE_TABLE));
    kinds[tabulator->leaf->kind].open(tabulator);
    tabulator->sheet.lines = tabulator->lines;
    tabulator->sheet.columns = tabulator->columns;
    return &tabulator->sheet;
}

static void fill_row(struct tabulator *tabulator, size_t row, struct book_cell *cells) {
    kinds[tabulator->leaf->kind].fill(tabulator, row, cells);
}

/* What has room in a sheet can still be more than anybody opens: one of all figures says how large it is. */
static bool fits(struct tabulator *tabulator, struct diag *diag) {
    for (size_t i = 0; i < tabulator->leaf_count; i++) {
        if (tabulator->leaves[i].kind != LEAF_ALL)
            continue;
        const struct book_sheet *sheet = open_sheet(tabulator, i);
        size_t cells = sheet->row_count * sheet->column_count;
        if (cells > TABULATE_CELLS_MAX) {
            diag_error(diag, tabulator->layout->pos,
                       "a sheet of all figures would have %zu rows and %zu cells; a workbook takes %d cells at most, "
                       "write CSV instead",
                       sheet->row_count, cells, TABULATE_CELLS_MAX);
            return false;
        }
    }
    return true;
}

struct book *tabulate_book(struct arena *arena, const struct layout *layout, int period, long long created,
                           struct diag *diag) {
    const struct catalogue *catalogue = layout->catalogue;
    struct tabulator *tabulator = arena_new(arena, struct tabulator);
    const char *author = layout->author != NULL ? layout->author : catalogue->organisation;
    *tabulator = (struct tabulator){
        .book = {.title = *layout->title != '\0' ? layout->title : tabulator_text(catalogue->title).text,
                 .subject = layout->subject,
                 .creator = author,
                 .language = layout->language,
                 .created = created,
                 .tabulator = tabulator,
                 .open = open_sheet,
                 .fill = fill_row},
        .layout = layout,
        .catalogue = catalogue,
        .words = layout->words,
        .period = period,
    };
    int first, count;
    figures_periods(catalogue, period, &first, &count);
    tabulator->table = figure_table_make(arena, catalogue, first, count);
    for (size_t i = 0; i < catalogue->indicator_count; i++)
        tabulator->with_reference |= catalogue->indicators[i]->reference != NULL;
    tabulator->periods = arena_new_array(arena, (size_t)count + 1, int);
    add_leaves(tabulator, arena);
    if (fits(tabulator, diag))
        return &tabulator->book;
    tabulate_close(&tabulator->book);
    return NULL;
}

void tabulate_close(struct book *book) {
    if (book == NULL)
        return;
    arena_destroy(book->tabulator->arena);
    arena_destroy(book->tabulator->row_arena);
}

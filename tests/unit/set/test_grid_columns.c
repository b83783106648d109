#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "grid.h"
#include "stage.h"

/* Letters of cells are 4 points wide, those of headings 3.75. */

enum { COLUMNS = 3 };

struct setting {
    struct arena *arena;
    struct stage stage;
    struct grid table;
};

/* A dense table without rows. */
static struct setting start(double width_pt, const char *const *headings, const enum grid_align *aligns) {
    struct arena *arena = arena_create();
    struct setting setting = {
        .arena = arena, .stage = stage_create(arena, width_pt), .table = {.size_pt = 8, .least_size_pt = 8}};
    for (size_t c = 0; c < COLUMNS; c++) {
        struct grid_column *column = grid_add_column(setting.stage.composer, &setting.table);
        column->heading = headings[c];
        column->align = aligns[c];
    }
    return setting;
}

static void add_row(struct setting *setting, const char *const *texts) {
    struct grid_row *row = grid_add_row(setting->stage.composer, &setting->table);
    for (size_t c = 0; c < COLUMNS; c++)
        row->cells[c].text = texts[c];
}

static void set(struct setting *setting) {
    grid_set(setting->stage.composer, &setting->stage.flow, &setting->table);
    assert_int_equal(setting->stage.diag->errors, 0);
}

static double end_of(const struct grid_column *column) {
    return column->x + column->width_pt;
}

/* Columns of figures come nearer to one another when space gives way; words would be read as one. */
static void test_words_never_come_near_the_words_before_them(void **state) {
    struct setting setting =
        start(67, (const char *[]){"A", "B", "C"}, (const enum grid_align[]){GRID_LEFT, GRID_LEFT, GRID_NUMBER});
    (void)state;
    add_row(&setting, (const char *[]){"year", "smaller", "123"});
    set(&setting);
    const struct grid_column *columns = setting.table.columns;
    assert_true(columns[1].x - end_of(&columns[0]) >= 5.99);
    assert_true(columns[2].x - end_of(&columns[1]) < 5.99);
    arena_destroy(setting.arena);
}

static void test_words_stand_well_off_the_figures_before_them(void **state) {
    struct setting setting =
        start(200, (const char *[]){"A", "B", "C"}, (const enum grid_align[]){GRID_LEFT, GRID_NUMBER, GRID_LEFT});
    (void)state;
    setting.table.columns[0].width = (struct width){WIDTH_WEIGHT, 1};
    add_row(&setting, (const char *[]){"year", "48", "19 points worse"});
    set(&setting);
    const struct grid_column *columns = setting.table.columns;
    assert_true(columns[2].x - end_of(&columns[1]) >= 12);
    arena_destroy(setting.arena);
}

/* Where the heading of the second column ends, in a table with one fraction and so many whole figures. */
static double end_of_heading(size_t whole, const char *heading) {
    struct setting setting =
        start(200, (const char *[]){"A", heading, "C"}, (const enum grid_align[]){GRID_LEFT, GRID_NUMBER, GRID_NUMBER});
    add_row(&setting, (const char *[]){"a", "3.8", "1"});
    for (size_t i = 0; i < whole; i++)
        add_row(&setting, (const char *[]){"b", "783", "1"});
    set(&setting);
    const struct frame *head = stage_find(setting.stage.flow.first, heading);
    double end = head->x + head->width - setting.table.columns[1].x;
    arena_destroy(setting.arena);
    return end;
}

static void test_a_heading_ends_where_figures_do_that_are_mostly_whole(void **state) {
    enum { WHOLE_PT = 12, ALL_PT = 20 };
    (void)state;
    assert_float_equal(end_of_heading(4, "Sep"), WHOLE_PT, 0.001);
    assert_float_equal(end_of_heading(1, "Sep"), ALL_PT, 0.001);
    assert_float_equal(end_of_heading(4, "Augst"), ALL_PT, 0.001);
}

static size_t rules_at(const struct piece *piece, double y) {
    size_t count = 0;
    for (size_t i = 0; i < piece->frame_count; i++)
        count += piece->frames[i]->kind == FRAME_RULE && piece->frames[i]->y == y &&
                 piece->frames[i]->colour == COLOUR_HAIRLINE;
    return count;
}

static void test_no_hairline_lies_on_the_rule_of_the_head(void **state) {
    struct setting setting =
        start(200, (const char *[]){"A", "B", "C"}, (const enum grid_align[]){GRID_LEFT, GRID_NUMBER, GRID_NUMBER});
    (void)state;
    add_row(&setting, (const char *[]){"a", "1", "2"});
    add_row(&setting, (const char *[]){"b", "1", "2"});
    set(&setting);
    const struct piece *first = setting.stage.flow.first->next;
    assert_int_equal(rules_at(first, 0), 0);
    assert_int_equal(rules_at(first->next, 0), 1);
    arena_destroy(setting.arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words_never_come_near_the_words_before_them),
        cmocka_unit_test(test_words_stand_well_off_the_figures_before_them),
        cmocka_unit_test(test_a_heading_ends_where_figures_do_that_are_mostly_whole),
        cmocka_unit_test(test_no_hairline_lies_on_the_rule_of_the_head),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

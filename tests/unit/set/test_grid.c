#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "grid.h"
#include "stage.h"

/* Letters are half as wide as type, so that a table's are 4.25 points wide, those of headings 3.75. */

struct setting {
    struct arena *arena;
    struct stage stage;
    struct grid table;
};

static struct setting start(enum grid_look look, double width_pt) {
    struct arena *arena = arena_create();
    return (struct setting){
        .arena = arena,
        .stage = stage_create(arena, width_pt),
        .table = {.look = look, .size_pt = 8, .least_size_pt = 8, .pos = {.file = "pack.xml", .line = 3, .column = 1}}};
}

static struct grid_column *add_column(struct setting *setting, const char *heading, enum grid_align align) {
    struct grid_column *column = grid_add_column(setting->stage.composer, &setting->table);
    column->heading = heading;
    column->align = align;
    return column;
}

static struct grid_row *add_row(struct setting *setting, const char *first, const char *second) {
    struct grid_row *row = grid_add_row(setting->stage.composer, &setting->table);
    row->cells[0].text = first;
    row->cells[1].text = second;
    return row;
}

static void set(struct setting *setting) {
    grid_set(setting->stage.composer, &setting->stage.flow, &setting->table);
}

static const struct piece *piece_at(const struct setting *setting, size_t index) {
    const struct piece *piece = setting->stage.flow.first;
    for (; index > 0 && piece != NULL; index--)
        piece = piece->next;
    return piece;
}

static const struct element *child(const struct element *element, size_t index) {
    const struct element *found = element->first_child;
    for (; index > 0; index--)
        found = found->next;
    return found;
}

/* The cells of a row of the first table. */
static const struct element *cell_of(const struct setting *setting, size_t row, size_t column) {
    const struct element *table = setting->stage.composer->page->section->first_child;
    return child(child(child(table, 1), row), column);
}

static size_t table_count(const struct setting *setting) {
    size_t count = 0;
    for (const struct element *e = setting->stage.composer->page->section->first_child; e != NULL; e = e->next)
        count += e->role == ROLE_TABLE;
    return count;
}

static void test_figures_stand_on_their_decimal_point(void **state) {
    struct setting setting = start(GRID_OPEN, 300);
    (void)state;
    add_column(&setting, "Month", GRID_LEFT);
    add_column(&setting, "%", GRID_NUMBER);
    add_row(&setting, "Apr", "9.55");
    add_row(&setting, "May", "10.1");
    add_row(&setting, "Jun", "110");
    set(&setting);
    double letter = 4.25;
    const struct frame *apr = stage_find(piece_at(&setting, 1), "9.55"),
                       *may = stage_find(piece_at(&setting, 2), "10.1");
    const struct frame *jun = stage_find(piece_at(&setting, 3), "110");
    assert_float_equal(apr->x + letter, may->x + 2 * letter, 0.001);
    assert_float_equal(apr->x + letter, jun->x + 3 * letter, 0.001);
    arena_destroy(setting.arena);
}

static void test_an_open_table_shares_what_is_left_between_its_columns(void **state) {
    struct setting setting = start(GRID_OPEN, 300);
    (void)state;
    add_column(&setting, "M", GRID_LEFT);
    add_column(&setting, "%", GRID_NUMBER);
    add_row(&setting, "Apr", "9");
    set(&setting);
    assert_float_equal(setting.table.columns[0].x, 3, 0.001);
    assert_float_equal(setting.table.columns[1].x + setting.table.columns[1].width_pt, 297, 0.001);
    arena_destroy(setting.arena);
}

static void test_words_wrap_in_a_column_that_takes_what_is_left(void **state) {
    struct setting setting = start(GRID_OPEN, 100);
    (void)state;
    add_column(&setting, "Measure", GRID_LEFT)->width = (struct width){WIDTH_WEIGHT, 1};
    add_column(&setting, "%", GRID_NUMBER);
    add_row(&setting, "A name that needs two lines", "9");
    set(&setting);
    assert_true(piece_at(&setting, 1)->height_pt >= 24);
    assert_non_null(stage_find(piece_at(&setting, 1), "A name that needs "));
    assert_non_null(stage_find(piece_at(&setting, 1), "two lines"));
    arena_destroy(setting.arena);
}

static void test_an_open_table_that_is_too_wide_names_its_widest_column(void **state) {
    struct setting setting = start(GRID_OPEN, 60);
    (void)state;
    add_column(&setting, "M", GRID_LEFT);
    add_column(&setting, "Innumerability", GRID_NUMBER);
    add_row(&setting, "Apr", "9");
    set(&setting);
    assert_null(setting.stage.flow.first);
    assert_int_equal(setting.stage.diag->errors, 1);
    assert_non_null(strstr(setting.stage.diag->messages[0].text, "\"Innumerability\""));
    arena_destroy(setting.arena);
}

static void test_columns_that_do_not_fit_go_on_in_a_second_part(void **state) {
    struct setting setting = start(GRID_DENSE, 100);
    (void)state;
    add_column(&setting, "Measure", GRID_LEFT)->repeat = true;
    for (int i = 0; i < 4; i++)
        add_column(&setting, "Heading", GRID_NUMBER);
    add_row(&setting, "Visits", "9");
    set(&setting);
    assert_int_equal(table_count(&setting), 2);
    assert_string_equal(setting.table.columns[0].heading, "Measure");
    arena_destroy(setting.arena);
}

/* Words over several columns have no room in one of them: there the sign stands alone. */
static void test_a_note_over_columns_is_a_sign_in_a_part_with_one_of_them(void **state) {
    struct setting setting = start(GRID_DENSE, 72);
    (void)state;
    add_column(&setting, "Measure", GRID_LEFT)->repeat = true;
    for (int i = 0; i < 2; i++)
        add_column(&setting, "Heading", GRID_NUMBER);
    struct grid_row *row = add_row(&setting, "Visits", NULL);
    row->cells[1] = (struct grid_cell){
        .content = GRID_SYMBOL, .text = "Not updated", .single = "[x]", .span = 2, .span_look = SPAN_BOX};
    set(&setting);
    assert_int_equal(table_count(&setting), 2);
    int signs = 0;
    for (const struct piece *piece = setting.stage.flow.first; piece != NULL; piece = piece->next) {
        assert_null(stage_find(piece, "Not updated"));
        signs += stage_find(piece, "[x]") != NULL;
    }
    assert_int_equal(signs, 2);
    arena_destroy(setting.arena);
}

static void test_type_becomes_smaller_before_columns_go_to_another_part(void **state) {
    struct setting setting = start(GRID_DENSE, 70);
    (void)state;
    setting.table.least_size_pt = 6;
    add_column(&setting, "A", GRID_NUMBER);
    add_column(&setting, "B", GRID_NUMBER);
    add_row(&setting, "1234567890", "1234567890");
    set(&setting);
    assert_int_equal(table_count(&setting), 1);
    assert_true(setting.table.type.size_pt < 8);
    arena_destroy(setting.arena);
}

static void test_the_column_that_each_part_repeats_is_blamed_where_it_is_the_widest(void **state) {
    struct setting setting = start(GRID_DENSE, 100);
    (void)state;
    add_column(&setting, "Measure", GRID_LEFT)->repeat = true;
    add_column(&setting, "Lead", GRID_LEFT);
    add_row(&setting, "Donaudampfschifffahrtsgesellschaft", "A");
    set(&setting);
    assert_int_equal(setting.stage.diag->errors, 1);
    assert_non_null(strstr(setting.stage.diag->messages[0].text, "\"Measure\""));
    arena_destroy(setting.arena);
}

static void test_a_cell_spans_columns_and_is_one_cell(void **state) {
    struct setting setting = start(GRID_DENSE, 300);
    (void)state;
    add_column(&setting, "Measure", GRID_LEFT);
    add_column(&setting, "Jan", GRID_NUMBER);
    add_column(&setting, "Feb", GRID_NUMBER);
    struct grid_row *row = add_row(&setting, "Visits", "not counted");
    row->cells[1].content = GRID_SYMBOL;
    row->cells[1].span = 2;
    set(&setting);
    assert_int_equal(cell_of(&setting, 0, 1)->column_span, 2);
    assert_null(cell_of(&setting, 0, 1)->next);
    arena_destroy(setting.arena);
}

static void test_the_column_that_names_the_row_is_its_header(void **state) {
    struct setting setting = start(GRID_DENSE, 300);
    (void)state;
    add_column(&setting, "No.", GRID_LEFT);
    add_column(&setting, "Measure", GRID_LEFT);
    add_row(&setting, "1", "Visits");
    setting.table.header = 1;
    set(&setting);
    assert_int_equal(cell_of(&setting, 0, 0)->role, ROLE_DATA_CELL);
    assert_int_equal(cell_of(&setting, 0, 1)->role, ROLE_HEADER_CELL);
    assert_int_equal(cell_of(&setting, 0, 1)->scope, SCOPE_ROW);
    arena_destroy(setting.arena);
}

static void test_the_head_is_repeated_as_an_artifact_below_the_title(void **state) {
    struct setting setting = start(GRID_OPEN, 300);
    (void)state;
    setting.table.title = "Months";
    add_column(&setting, "Month", GRID_LEFT);
    add_column(&setting, "%", GRID_NUMBER);
    add_row(&setting, "Apr", "9");
    set(&setting);
    const struct piece *repeat = piece_at(&setting, 1)->repeat;
    assert_non_null(stage_find(repeat, "Months (continued)"));
    assert_non_null(stage_find(repeat, "Month"));
    for (size_t i = 0; i < repeat->frame_count; i++)
        assert_null(repeat->frames[i]->element);
    arena_destroy(setting.arena);
}

static void test_the_label_of_a_group_is_repeated_where_the_group_goes_on(void **state) {
    struct setting setting = start(GRID_DENSE, 300);
    (void)state;
    setting.table.labels_above = true;
    add_column(&setting, "No.", GRID_LEFT);
    add_column(&setting, "Measure", GRID_LEFT);
    add_row(&setting, "1", "Visits")->group = "Team A";
    add_row(&setting, "2", "Calls")->group = "Team A";
    add_row(&setting, "3", "Letters");
    set(&setting);
    const struct piece *label = piece_at(&setting, 1), *second = piece_at(&setting, 3), *last = piece_at(&setting, 4);
    assert_non_null(stage_find(label, "Team A"));
    assert_null(stage_find(label->repeat, "Team A"));
    assert_non_null(stage_find(second->repeat, "Team A (continued)"));
    assert_null(stage_find(last->repeat, "Team A"));
    arena_destroy(setting.arena);
}

static void test_no_row_is_alone_at_a_pages_end_and_a_total_is_no_row(void **state) {
    struct setting setting = start(GRID_OPEN, 300);
    (void)state;
    add_column(&setting, "Month", GRID_LEFT);
    add_column(&setting, "%", GRID_NUMBER);
    for (int i = 0; i < 5; i++)
        add_row(&setting, "Apr", "9");
    add_row(&setting, "Total", "9")->rule = GRID_RULE_TOTAL;
    set(&setting);
    static const bool kept[] = {true, true, false, false, true, true, false}; /* the head, then rows */
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
        assert_int_equal(piece_at(&setting, i)->keep, kept[i]);
    arena_destroy(setting.arena);
}

static void test_a_long_turned_label_takes_two_lines_of_small_type_before_rows_make_room(void **state) {
    struct setting setting = start(GRID_DENSE, 300);
    static const char label[] = "Assistant Director of Children and Families, Social Care and Early Help";
    (void)state;
    add_column(&setting, "No.", GRID_LEFT);
    add_column(&setting, "Measure", GRID_LEFT);
    add_row(&setting, "1", "Visits")->group = label;
    add_row(&setting, "2", "Calls")->group = label;
    set(&setting);
    double height = piece_at(&setting, 1)->height_pt + piece_at(&setting, 2)->height_pt;
    double one_line = (double)strlen(label) * 4;
    assert_true(height < one_line / 2);
    arena_destroy(setting.arena);
}

/* A dense table of a name, and of paragraphs of so many words each in a column of 100 points. */
static struct setting with_prose(double width_pt, size_t paragraphs, size_t words) {
    static char string[2000];
    static struct rich_run run = {.string = string};
    static struct rich_paragraph two[] = {{.runs = &run, .run_count = 1}, {.runs = &run, .run_count = 1}};
    static struct rich_text text = {.paragraphs = two};
    struct setting setting = start(GRID_DENSE, width_pt);
    text.count = paragraphs;
    for (size_t i = 0; i < words; i++)
        memcpy(string + 5 * i, "word ", 6); /* with the end of the string */
    add_column(&setting, "Measure", GRID_LEFT);
    add_column(&setting, "Commentary", GRID_LEFT)->width = (struct width){WIDTH_FIXED, 100};
    struct grid_row *row = add_row(&setting, "Contacts", NULL);
    row->cells[1] = (struct grid_cell){.content = GRID_PROSE, .prose = &text};
    return setting;
}

static struct setting with_long_prose(double width_pt) {
    return with_prose(width_pt, 2, 150);
}

/* Where the words of a row end at the right. */
static double right_end(const struct piece *row) {
    double furthest = 0;
    for (size_t i = 0; i < row->frame_count; i++)
        if (row->frames[i]->kind == FRAME_TEXT)
            furthest = fmax(furthest, row->frames[i]->x + row->frames[i]->width);
    return furthest;
}

/* Far less than a quarter of a page. */
static void test_prose_several_times_as_high_as_its_row_runs_across(void **state) {
    struct setting few = with_prose(700, 1, 10);
    (void)state;
    set(&few);
    assert_true(stage_find(piece_at(&few, 1), "word")->x > stage_find(piece_at(&few, 1), "Contacts")->x);
    struct setting many = with_prose(700, 1, 60);
    set(&many);
    assert_float_equal(stage_find(piece_at(&many, 1), "word")->x, stage_find(piece_at(&many, 1), "Contacts")->x, 0.001);
    arena_destroy(few.arena);
    arena_destroy(many.arena);
}

static void test_a_paragraph_that_runs_across_stays_in_one_column(void **state) {
    struct setting setting = with_prose(700, 1, 300);
    (void)state;
    set(&setting);
    assert_true(right_end(piece_at(&setting, 1)) < 350);
    arena_destroy(setting.arena);
}

static void test_prose_that_makes_a_row_too_high_runs_across_below_it(void **state) {
    struct setting setting = with_long_prose(700);
    (void)state;
    set(&setting);
    const struct piece *row = piece_at(&setting, 1);
    const struct frame *name = stage_find(row, "Contacts"), *first = stage_find(row, "word");
    assert_true(row->height_pt < 700 / 4.0);
    assert_true(first->y > name->y);
    assert_float_equal(first->x, name->x, 0.001);
    assert_true(right_end(row) > 600 && right_end(row) <= 700);
    assert_ptr_equal(first->element->parent, cell_of(&setting, 0, 1));
    arena_destroy(setting.arena);
}

static void test_the_tint_of_a_column_ends_above_prose_that_runs_across(void **state) {
    struct setting setting = with_long_prose(700);
    (void)state;
    setting.table.columns[0].tint = true;
    set(&setting);
    const struct piece *row = piece_at(&setting, 1);
    const struct frame *first = stage_find(row, "word");
    for (size_t i = 0; i < row->frame_count; i++) {
        const struct frame *frame = row->frames[i];
        assert_true(frame->kind != FRAME_FILL || frame->y + frame->height < first->y);
    }
    arena_destroy(setting.arena);
}

static void test_prose_stays_in_its_column_where_the_table_is_little_wider(void **state) {
    struct setting setting = with_long_prose(140);
    (void)state;
    set(&setting);
    const struct frame *name = stage_find(piece_at(&setting, 1), "Contacts"),
                       *first = stage_find(piece_at(&setting, 1), "word");
    assert_true(first->x > name->x + name->width);
    arena_destroy(setting.arena);
}

static void test_a_long_label_is_set_on_several_lines_before_its_rows_are_stretched(void **state) {
    struct setting setting = start(GRID_DENSE, 400);
    (void)state;
    setting.table.padding_pt = 6;
    add_column(&setting, "Measure", GRID_LEFT);
    add_column(&setting, "%", GRID_NUMBER);
    for (int i = 0; i < 5; i++)
        add_row(&setting, "Contacts", "9")->group = i < 3 ? "Assistant director of children" : "Others";
    set(&setting);
    double first = piece_at(&setting, 1)->height_pt, third = piece_at(&setting, 3)->height_pt,
           other = piece_at(&setting, 5)->height_pt;
    assert_float_equal(first, third, 0.001);
    assert_float_equal(third, other, 0.001);
    arena_destroy(setting.arena);
}

static void test_a_label_of_one_word_needs_one_line(void **state) {
    struct arena *arena = arena_create();
    struct stage stage = stage_create(arena, 100);
    (void)state;
    double one = side_label_width(stage.composer, "Placements", 8, 10);
    assert_float_equal(side_label_width(stage.composer, "Placements", 8, 300), one, 0.001);
    assert_float_equal(side_label_width(stage.composer, "Care leavers", 8, 300), one, 0.001);
    assert_float_equal(side_label_width(stage.composer, "Care leavers", 8, 10), 2 * one, 0.001);
    arena_destroy(arena);
}

/* The label of a group of rows that are so high together, in a strip of usual width, as it is drawn. */
static const struct frame *label_beside(struct stage *stage, const char *words, double height) {
    struct side_label label = {.words = words,
                               .element = document_add_element(stage->composer->document, NULL, ROLE_HEADER_CELL),
                               .width_pt = fmax(13.6, side_label_width(stage->composer, words, 8, height)),
                               .size_pt = 8,
                               .gives_way = true};
    struct piece *piece = flow_add(stage->composer, &stage->flow, height);
    side_label_set(stage->composer, piece, &label, 0, 0, fmax(height, side_label_length(stage->composer, &label)));
    return stage_find(piece, words);
}

/* In a group of one row neither does its label shrink, nor its row grow. */
static void test_a_short_label_stands_level_beside_one_row(void **state) {
    struct arena *arena = arena_create();
    struct stage stage = stage_create(arena, 100);
    (void)state;
    const struct frame *one = label_beside(&stage, "YTD", 12), *three = label_beside(&stage, "YTD", 36);
    assert_int_equal(one->turn, TURN_NONE);
    assert_float_equal(one->u.text.size_pt, 8, 0.001);
    assert_true(one->y > 0 && one->y < 12);
    assert_int_equal(three->turn, TURN_UP);
    arena_destroy(arena);
}

static void test_a_turned_label_stays_large_enough_to_be_read(void **state) {
    struct arena *arena = arena_create();
    struct stage stage = stage_create(arena, 100);
    (void)state;
    const struct frame *label = label_beside(&stage, "Placements", 12);
    assert_int_equal(label->turn, TURN_UP);
    assert_true(label->u.text.size_pt >= 7.5);
    arena_destroy(arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_prose_that_makes_a_row_too_high_runs_across_below_it),
        cmocka_unit_test(test_prose_several_times_as_high_as_its_row_runs_across),
        cmocka_unit_test(test_a_paragraph_that_runs_across_stays_in_one_column),
        cmocka_unit_test(test_the_tint_of_a_column_ends_above_prose_that_runs_across),
        cmocka_unit_test(test_prose_stays_in_its_column_where_the_table_is_little_wider),
        cmocka_unit_test(test_a_label_of_one_word_needs_one_line),
        cmocka_unit_test(test_a_short_label_stands_level_beside_one_row),
        cmocka_unit_test(test_a_turned_label_stays_large_enough_to_be_read),
        cmocka_unit_test(test_a_long_label_is_set_on_several_lines_before_its_rows_are_stretched),
        cmocka_unit_test(test_figures_stand_on_their_decimal_point),
        cmocka_unit_test(test_an_open_table_shares_what_is_left_between_its_columns),
        cmocka_unit_test(test_words_wrap_in_a_column_that_takes_what_is_left),
        cmocka_unit_test(test_an_open_table_that_is_too_wide_names_its_widest_column),
        cmocka_unit_test(test_columns_that_do_not_fit_go_on_in_a_second_part),
        cmocka_unit_test(test_a_note_over_columns_is_a_sign_in_a_part_with_one_of_them),
        cmocka_unit_test(test_type_becomes_smaller_before_columns_go_to_another_part),
        cmocka_unit_test(test_the_column_that_each_part_repeats_is_blamed_where_it_is_the_widest),
        cmocka_unit_test(test_a_cell_spans_columns_and_is_one_cell),
        cmocka_unit_test(test_the_column_that_names_the_row_is_its_header),
        cmocka_unit_test(test_the_head_is_repeated_as_an_artifact_below_the_title),
        cmocka_unit_test(test_the_label_of_a_group_is_repeated_where_the_group_goes_on),
        cmocka_unit_test(test_no_row_is_alone_at_a_pages_end_and_a_total_is_no_row),
        cmocka_unit_test(test_a_long_turned_label_takes_two_lines_of_small_type_before_rows_make_room),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

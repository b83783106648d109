#include <math.h>

#include "grid_internal.h"

/* The two looks of tables, in numbers. */

static const double easy_pt = 7.5,
                    least_pt = 6.5; /* heads and notes keep to the one where figures do, else to the other */
static const double open_band_pt = 22, open_band_height_pt = 10.8, high_band_height_pt = 13, high_row_pt = 20;

static const struct grid_style styles[] = {
    [GRID_DENSE] =
        {
            .gives_way = true,
            .half_capital = TYPE_HALF_CAPITAL,
            .head_foot_pt = 4.5,
            .head_line = LINE_SECTION,
            .rule = COLOUR_BRAND,
        },
    [GRID_OPEN] =
        {
            .centred = true,
            .bold_symbols = true,
            .half_capital = 0.345,
            .edge_pt = 3,
            .gap_pt = 6,
            .head_foot_pt = 4,
            .head_air_pt = 0.1,
            .head_from_word = true,
            .head_line = LINE_TABLE,
            .rule = COLOUR_TARGET,
        },
};

const struct grid_style *grid_style_of(const struct grid *grid) {
    return &styles[grid->look];
}

static struct grid_type open_type(const struct theme *theme) {
    const struct type_size *table = &theme->type[STYLE_TABLE], *note = &theme->type[STYLE_NOTE];
    return (struct grid_type){
        .size_pt = table->size_pt,
        .leading_pt = table->leading_pt,
        .head_pt = note->size_pt,
        .head_leading_pt = note->leading_pt,
        .note_pt = note->size_pt,
        .note_leading_pt = note->leading_pt,
        .prose_leading_pt = table->leading_pt,
    };
}

struct grid_type grid_type_of(const struct composer *composer, const struct grid *grid, double size_pt, int step) {
    double note = fmin(size_pt, fmax(size_pt - 0.5, size_pt < easy_pt ? least_pt : easy_pt));
    if (grid->look == GRID_OPEN)
        return open_type(&composer->layout->theme);
    return (struct grid_type){
        .size_pt = size_pt,
        .leading_pt = 1.14 * size_pt,
        .head_pt = note,
        .head_leading_pt = 1.15 * note,
        .note_pt = note,
        .note_leading_pt = 1.2 * note,
        .prose_leading_pt = 1.36 * size_pt,
        .step = step,
    };
}

struct pen grid_pen(struct composer *composer, struct piece *piece, const struct grid *grid) {
    return (struct pen){.composer = composer,
                        .piece = piece,
                        .face = FACE_TABLE,
                        .size_pt = grid->type.size_pt,
                        .leading_pt = grid->type.leading_pt,
                        .colour = COLOUR_TEXT};
}

struct pen grid_head_pen(struct composer *composer, struct piece *piece, const struct grid *grid) {
    return (struct pen){.composer = composer,
                        .piece = piece,
                        .face = FACE_TABLE_BOLD,
                        .size_pt = grid->type.head_pt,
                        .leading_pt = grid->type.head_leading_pt,
                        .colour = COLOUR_SECOND_TEXT};
}

struct pen grid_note_pen(struct composer *composer, struct piece *piece, const struct grid *grid) {
    return (struct pen){.composer = composer,
                        .piece = piece,
                        .face = FACE_TABLE,
                        .size_pt = grid->type.note_pt,
                        .leading_pt = grid->type.note_leading_pt,
                        .colour = COLOUR_SECOND_TEXT};
}

enum face grid_face(const struct grid_row *row, const struct grid_column *column, const struct grid_cell *cell) {
    bool bold = row->bold || row->strong || column->tint || column->strong || cell->bold || cell->warns;
    return bold ? FACE_TABLE_BOLD : FACE_TABLE;
}

struct box grid_band_box(const struct grid *grid, double height_pt) {
    double size = grid->type.size_pt;
    struct box box = {.width = 1.85 * size, .height = 1.34 * size};
    if (grid->look == GRID_OPEN) {
        box.width = open_band_pt;
        box.height = height_pt > high_row_pt ? high_band_height_pt : open_band_height_pt;
    }
    box.y = (height_pt - box.height) / 2;
    return box;
}

double grid_letter_pt(const struct grid *grid) {
    return grid->look == GRID_OPEN ? LETTER_STRIP_CELL_PT : grid_band_room(grid);
}

double grid_band_room(const struct grid *grid) {
    return grid->look == GRID_OPEN ? open_band_pt : 1.9 * grid->type.size_pt;
}

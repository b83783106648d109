#include "figure_cell.h"

#include <string.h>

#include "unit.h"

struct figure figure_of_period(const struct figure_table *table, struct field_name name, int period) {
    bool none = field_name_of_period(name) && !field_exists(table->indicator, name.field);
    return none ? (struct figure){.status = STATUS_NOT_APPLICABLE} : figure_named(table, name, period);
}

static bool is_dash(const char *text) {
    return strcmp(text, "-") == 0 || strcmp(text, "–") == 0 || strcmp(text, "—") == 0;
}

struct grid_cell figure_cell_words(const char *words) {
    return (struct grid_cell){.content = is_dash(words) ? GRID_DASH : GRID_TEXT, .text = words};
}

struct grid_cell figure_cell_absent(struct figure_cells *cells, enum status status, const char *words) {
    if (status == STATUS_SUPPRESSED || words == NULL) {
        cells->used[status] = true;
        words = status_words[status].symbol;
    }
    return (struct grid_cell){.content = is_dash(words) ? GRID_DASH : GRID_SYMBOL, .text = words, .status = status};
}

struct grid_cell figure_cell_text(struct figure_cells *cells, const char *text, enum status status) {
    if (status != STATUS_PRESENT) {
        text = arena_printf(cells->composer->arena, "%s %s", text, status_words[status].symbol);
        cells->used[status] = true;
    }
    return (struct grid_cell){.content = GRID_TEXT, .text = text, .status = status};
}

static const char *number_text(struct arena *arena, const struct figure_shown *shown) {
    bool of_field = shown->name.source == FROM_FIELD || shown->name.source == FROM_AMONG;
    enum field field = of_field ? shown->name.field : FIELD_VALUE;
    const char *text = shown->decimals < 0
                           ? figure_printed_named(arena, shown->indicator, shown->name, &shown->figure)
                           : figure_printed_with(arena, shown->indicator, field, &shown->figure, shown->decimals);
    return shown->sign == NULL ? text : arena_printf(arena, "%s%s", text, shown->sign);
}

void figure_cell_end(struct composer *composer, struct grid_cell *cell, const char *between, enum sign sign) {
    cell->end_sign = 1 + (size_t)sign;
    cell->text = arena_printf(composer->arena, "%s%s%s", cell->text, between, sign_text(composer->words, sign));
}

void figure_cell_joint(struct composer *composer, const struct figure *rank, struct grid_cell *cell) {
    if (rank->sharing > 0)
        figure_cell_end(composer, cell, "", SIGN_JOINT);
}

/* A word of the figures' own is nothing to print. */
static struct grid_cell direction_cell(struct composer *composer, const struct figure_shown *shown) {
    enum icon icon = icon_in_style(shown->indicator, (enum direction)shown->figure.word, SCORE_ICON_ARROW);
    if (icon != ICON_COUNT)
        return (struct grid_cell){.content = GRID_ICON, .icon = icon};
    return (struct grid_cell){.content = GRID_SYMBOL, .text = words_get(composer->words, WORD_DIRECTION_NEW)};
}

struct grid_cell figure_cell(struct figure_cells *cells, const struct figure_shown *shown) {
    struct composer *composer = cells->composer;
    const struct figure *figure = &shown->figure;
    enum field_kind kind = field_name_kind(shown->name);
    if (figure->status == STATUS_IN_WORDS)
        return figure_cell_words(figure->words);
    if (figure->off_target)
        return (struct grid_cell){.content = GRID_OFF_TARGET};
    if (status_is_absent(figure->status))
        return figure_cell_absent(cells, figure->status, shown->absent);
    if (kind == FIELD_IS_BAND)
        return (struct grid_cell){
            .content = GRID_BAND, .band = (enum band_colour)figure->word, .published = figure->published};
    if (kind == FIELD_IS_QUARTILE)
        return (struct grid_cell){.content = GRID_QUARTILE, .quartile = (enum quartile)figure->word};
    if (kind == FIELD_IS_DIRECTION)
        return direction_cell(composer, shown);
    const char *aloud = kind == FIELD_IS_NUMBER ? NULL
                                                : field_aloud_judged(composer->words, shown->indicator->polarity,
                                                                     shown->name.field, figure->word);
    struct grid_cell cell =
        figure_cell_text(cells, aloud != NULL ? aloud : number_text(composer->arena, shown), figure->status);
    if (field_name_of_period(shown->name) && shown->name.field == FIELD_RANK)
        figure_cell_joint(composer, figure, &cell);
    return cell;
}

void figure_cell_colour(const struct composer *composer, const struct indicator *indicator, enum field field,
                        int period, struct grid_cell *cell) {
    enum field letter = field_letter(field);
    if (cell->content != GRID_TEXT || letter == FIELD_NONE || !field_exists(indicator, letter))
        return;
    const struct figure *figure = figure_at(figures_of(composer->figures, indicator), letter, period);
    cell->on_band = !status_is_absent(figure->status);
    cell->band = (enum band_colour)figure->word;
    cell->published = figure->published;
}

struct grid_cell figure_cell_letters(struct figure_cells *cells, const struct indicator *indicator, int periods,
                                     const char *absent) {
    struct composer *composer = cells->composer;
    const struct figure *figure = figure_at(figures_of(composer->figures, indicator), FIELD_VALUE, composer->period);
    if (figure->status == STATUS_SUPPRESSED || !field_exists(indicator, FIELD_RAG))
        return figure_cell_absent(
            cells, figure->status == STATUS_SUPPRESSED ? STATUS_SUPPRESSED : STATUS_NOT_APPLICABLE, absent);
    struct letter_strip *strip = arena_new(composer->arena, struct letter_strip);
    *strip = (struct letter_strip){
        .indicator = indicator, .field = field_reported(indicator, FIELD_RAG), .extent = {.periods = periods}};
    return (struct grid_cell){.content = GRID_LETTERS, .letters = strip};
}

int figure_cell_decimals(const struct selection *column, const struct indicator *indicator) {
    const struct unit_facts *unit = &unit_table[indicator->unit];
    int most = indicator->decimals;
    if (indicator->decimals == 0 || indicator->unit == UNIT_COUNT || unit->money || unit->clock ||
        indicator->format == FORMAT_COMPACT)
        return -1;
    for (size_t i = 0; i < column->count; i++) {
        const struct indicator *other = column->indicators[i];
        if (other->unit == indicator->unit && other->decimals > most)
            most = other->decimals;
    }
    return most > 0 ? most : -1;
}

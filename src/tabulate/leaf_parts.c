#include "leaf_parts.h"

#include "text.h"

enum { WIDTH_OF_TITLES = 44, WIDTH_OF_UNITS = 12, WIDTH_OF_REFERENCES = 12, WIDTH_OF_IDENTIFIERS = 30 };

void leaf_lines(struct tabulator *tabulator) {
    const struct catalogue *catalogue = tabulator->catalogue;
    tabulator_shorthand(tabulator);
    const struct indicator *own = tabulator->leaf->indicator;
    const char *source = own != NULL ? catalogue_source(catalogue, own) : catalogue->source;
    if (source != NULL)
        tabulator_line(tabulator,
                       words_format(tabulator->arena, tabulator->words, WORD_ALONE_SOURCE, "source", source, NULL));
    tabulator_link_line(tabulator, LEAF_NOTES, tabulator_word(tabulator, WORD_BOOK_SEE_NOTES));
    tabulator_link_line(tabulator, LEAF_CONTENTS, tabulator_word(tabulator, WORD_BOOK_SEE_CONTENTS));
}

void leaf_head_measure(struct tabulator *tabulator) {
    const struct catalogue *catalogue = tabulator->catalogue;
    if (tabulator->with_reference)
        tabulator_column(tabulator, tabulator_word(tabulator, WORD_SCORE_REFERENCE), WIDTH_OF_REFERENCES, false);
    if (catalogue->section_count > 0)
        tabulator_column(tabulator, tabulator_word(tabulator, WORD_SCORE_SECTION), WIDTH_OF_NAMES, false);
    tabulator_column(tabulator, tabulator_word(tabulator, WORD_MEASURE), WIDTH_OF_TITLES, false);
    tabulator_column(tabulator, tabulator_word(tabulator, WORD_BOOK_IDENTIFIER), WIDTH_OF_IDENTIFIERS, false);
    tabulator_column(tabulator, tabulator_word(tabulator, WORD_SCORE_UNIT), WIDTH_OF_UNITS, false);
    tabulator_column(tabulator, tabulator_word(tabulator, WORD_BOOK_VARIANCE_UNIT), WIDTH_OF_UNITS, false);
}

struct book_cell leaf_text(const char *text) {
    return tabulator_text(text != NULL && *text != '\0' ? text : status_words[STATUS_NOT_APPLICABLE].symbol);
}

/* "" without a variance. */
static const char *variance_unit(const struct heading_maker *headings, const struct indicator *indicator) {
    if (!field_exists(indicator, FIELD_VARIANCE))
        return "";
    if (field_is_points(indicator, FIELD_VARIANCE))
        return words_get(headings->words, WORD_UNIT_POINTS);
    return field_in_own_unit(indicator, FIELD_VARIANCE) ? heading_unit(headings, indicator)
                                                        : words_get(headings->words, WORD_UNIT_NAME_PERCENT);
}

struct book_cell *leaf_fill_measure(struct tabulator *tabulator, struct arena *arena, const struct indicator *indicator,
                                    struct book_cell *cells) {
    const struct catalogue *catalogue = tabulator->catalogue;
    struct heading_maker headings = tabulator_headings(tabulator, arena);
    if (tabulator->with_reference)
        *cells++ = leaf_text(indicator->reference);
    if (catalogue->section_count > 0)
        *cells++ = leaf_text(indicator->section != NULL ? indicator->section->title : NULL);
    *cells++ = tabulator_text(indicator->title);
    *cells++ = tabulator_text(indicator->id);
    *cells++ = tabulator_text(text_capital(arena, heading_unit(&headings, indicator)));
    *cells++ = leaf_text(text_capital(arena, variance_unit(&headings, indicator)));
    return cells;
}

void leaf_note_measure(struct tabulator *tabulator, const struct indicator *indicator) {
    const struct catalogue *catalogue = tabulator->catalogue;
    if ((tabulator->with_reference && indicator->reference == NULL) ||
        (catalogue->section_count > 0 && indicator->section == NULL) || !field_exists(indicator, FIELD_VARIANCE))
        tabulator->used[STATUS_NOT_APPLICABLE] = true;
}

#include "letter_check.h"

static void check_period(const struct figure_table *table, const struct catalogue *catalogue, int period,
                         struct diag *diag) {
    const struct indicator *indicator = table->indicator;
    const struct figure *judged = figure_at(table, field_reported(indicator, FIELD_RAG), period);
    const struct cell cell = series_cell(indicator->published_rag, period);
    enum band_colour published;
    if (status_is_absent(judged->status) || judged->published || cell.status != STATUS_IN_WORDS ||
        !band_parse(cell.words, &published) || published == (enum band_colour)judged->word)
        return;
    diag_warning(diag, cell.pos, "%s: %s is published for %s; the key makes %s, which stands", indicator->id,
                 band_letters[published], calendar_iso(diag->arena, catalogue->calendar, period),
                 band_letters[judged->word]);
}

void letter_check(const struct figures *figures, int period, struct diag *diag) {
    for (size_t i = 0; i < figures->catalogue->indicator_count; i++) {
        const struct figure_table *table = &figures->tables[i];
        for (int p = table->first; table->indicator->published_rag != NULL && p <= period; p++)
            check_period(table, figures->catalogue, p, diag);
    }
}

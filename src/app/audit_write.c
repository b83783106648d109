#include "audit_write.h"

#include "csv_write.h"
#include "text.h"

static void add_cause(struct text *text, const struct cause *cause, bool detail) {
    text_printf(text, "%s%s", text->length > 0 ? "; or " : "", cause->words);
    if (detail && cause->detail != NULL)
        text_printf(text, " (%s)", cause->detail);
}

/* Every cause that fits, the likeliest first. */
static void add_causes(struct text *text, const struct audited *audited, bool detail) {
    for (size_t i = 0; i < audited->cause_count; i++)
        add_cause(text, &audited->causes[i], detail);
    bool unexplained = audited->verdict == VERDICT_DIFFERS && audited->cause_count == 0;
    if (audited->reason != NULL || unexplained)
        text_add(text, audited->reason != NULL ? audited->reason : "no known slip gives this figure");
}

void audit_write_csv(const struct audit *audit, FILE *stream) {
    struct text causes = {0};
    fputs("indicator,field,period,printed,recomputed,verdict,likely_cause\n", stream);
    for (size_t i = 0; i < audit->count; i++) {
        const struct audited *audited = &audit->cells[i];
        const struct published_cell *cell = audited->cell;
        text_clear(&causes);
        add_causes(&causes, audited, true);
        const char *const cells[] = {cell->indicator_text, cell->field_text,    cell->period_text,
                                     audited->shown,       audited->recomputed, audit_verdict_words[audited->verdict],
                                     text_string(&causes)};
        csv_write_row(cells, sizeof(cells) / sizeof(*cells), stream);
    }
    text_free(&causes);
}

static const char *or_nothing(const char *string) {
    return *string != '\0' ? string : "nothing";
}

static void write_finding(const struct finding *finding, FILE *stream) {
    const struct audited *first = finding->cells[0], *last = finding->cells[finding->count - 1];
    struct text causes = {0};
    add_causes(&causes, first, finding->count == 1);
    fprintf(stream, "%s:%d: %s %s, %s", first->cell->pos.file, first->cell->pos.line, first->cell->indicator_text,
            first->cell->field_text, first->cell->period_text);
    if (finding->count == 1)
        fprintf(stream, ": printed %s, recomputed %s: %s\n", or_nothing(first->shown), or_nothing(first->recomputed),
                text_string(&causes));
    else
        fprintf(stream, " to %s, %zu cells: %s\n", last->cell->period_text, finding->count, text_string(&causes));
    text_free(&causes);
}

void audit_write_summary(const struct audit *audit, FILE *stream) {
    for (size_t i = 0; i < audit->finding_count; i++)
        write_finding(&audit->findings[i], stream);
    fprintf(stream, "%zu cells: %zu agree, %zu differ in the last digit, %zu differ, %zu cannot be recomputed\n",
            audit->count, audit->verdicts[VERDICT_AGREES], audit->verdicts[VERDICT_ROUNDING],
            audit->verdicts[VERDICT_DIFFERS], audit->verdicts[VERDICT_CANNOT_RECOMPUTE]);
}

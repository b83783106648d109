#include "heading.h"

#include "paragraph.h"

/* Offsets from the top margin (baseline of the first line) of the page's head. */
enum { LABEL_BASELINE = 0, TITLE_BASELINE = 22, TITLE_LEADING = 22, RULE_BELOW_TITLE = 10, STATUS_BASELINE = 20 };

static const char *period_name(struct composer *composer) {
    return month_short(composer->arena, composer->period);
}

static const char *page_title(const struct composer *composer) {
    const struct page_spec *spec = composer->spec;
    if (spec->title != NULL)
        return spec->title;
    return spec->indicator != NULL ? spec->indicator->title : composer->layout->title;
}

static struct piece *set_head(struct composer *composer, struct flow *flow, struct element *heading,
                              struct element *label, const char *title) {
    const struct type_size *type = composer->layout->theme.type;
    const struct indicator *indicator = composer->spec->indicator;
    const char *month = period_name(composer);
    double month_width = string_width(composer, FACE_TEXT, type[STYLE_TITLE].size_pt, month);
    size_t count;
    char **lines = prose_lines(composer, title, FACE_TEXT_BOLD, type[STYLE_TITLE].size_pt,
                               flow->width_pt - month_width - 16, &count);
    double rule = TITLE_BASELINE + (double)(count > 0 ? count - 1 : 0) * TITLE_LEADING + RULE_BELOW_TITLE;
    struct piece *piece = flow_add(composer, flow, rule);
    piece->keep = true;
    if (indicator != NULL && indicator->reference != NULL)
        piece_text(composer, piece, label, FACE_TEXT_BOLD, type[STYLE_BODY].size_pt, COLOUR_BRAND, 0, LABEL_BASELINE,
                   indicator->reference);
    piece_text_right(composer, piece, NULL, FACE_TEXT, type[STYLE_NOTE].size_pt, COLOUR_SECOND_TEXT, flow->width_pt,
                     LABEL_BASELINE, composer->layout->catalogue->title);
    for (size_t i = 0; i < count; i++)
        piece_text(composer, piece, heading, FACE_TEXT_BOLD, type[STYLE_TITLE].size_pt, COLOUR_TEXT, 0,
                   TITLE_BASELINE + (double)i * TITLE_LEADING,
                   i + 1 < count ? arena_printf(composer->arena, "%s ", lines[i]) : lines[i]);
    piece_text_right(composer, piece, label, FACE_TEXT, type[STYLE_TITLE].size_pt, COLOUR_TEXT, flow->width_pt,
                     TITLE_BASELINE, month);
    piece_rule(composer, piece, 0, rule, flow->width_pt, LINE_HEAD, COLOUR_BRAND);
    return piece;
}

void heading_set(struct composer *composer, struct flow *flow, const char *title) {
    if (title == NULL)
        title = page_title(composer);
    struct element *heading = document_add_element(composer->document, composer->section, ROLE_HEADING_1);
    struct element *label = document_add_element(composer->document, composer->section, ROLE_PARAGRAPH);
    set_head(composer, flow, heading, label, title);
}

struct piece *heading_continued(struct composer *composer, double width) {
    struct flow aside = {.width_pt = width};
    return set_head(composer, &aside, NULL, NULL,
                    arena_printf(composer->arena, "%s (continued)", page_title(composer)));
}

static const char *unit_behind(const struct indicator *indicator) {
    return indicator->unit == UNIT_PERCENT ? "%" : "";
}

static const char *distance_words(struct composer *composer, const struct indicator *indicator,
                                  const struct figure *value, const struct figure *target, const char **rest) {
    struct fraction gap = fraction_subtract(value->value, target->value);
    int decimals = indicator->decimals > indicator->target_decimals ? indicator->decimals : indicator->target_decimals;
    const char *unit = indicator->unit == UNIT_PERCENT ? " points" : "";
    if (indicator->variance == VARIANCE_RELATIVE) {
        gap = fraction_multiply(fraction_divide(gap, target->value), fraction_make(100, 1));
        unit = "%";
    }
    struct fraction shown = fraction_round(gap, decimals);
    if (!fraction_present(shown))
        return NULL;
    *rest = arena_printf(composer->arena, " the target of %s%s", target->printed, unit_behind(indicator));
    if (fraction_sign(shown) == 0)
        return "at";
    bool below = fraction_sign(shown) < 0;
    if (below)
        shown.numerator = -shown.numerator;
    return arena_printf(composer->arena, "%s%s %s", fraction_printed(composer->arena, shown, decimals, false), unit,
                        below ? "below" : "above");
}

static const char *subject_words(struct composer *composer, const struct indicator *indicator) {
    const char *subject = indicator->subject != NULL ? indicator->subject : "";
    if (indicator->unit == UNIT_RATE)
        subject = arena_printf(composer->arena, "per %s %s",
                               fraction_printed(composer->arena, indicator->per, 0, false), subject);
    const char *when =
        indicator->reports_ytd
            ? arena_printf(composer->arena, "since %s",
                           month_name(financial_year_first(composer->period, composer->layout->catalogue->year_start)))
            : arena_printf(composer->arena, "in %s", month_long(composer->arena, composer->period));
    return arena_printf(composer->arena, " %s%s%s", subject, *subject != '\0' ? " " : "", when);
}

void status_line_set(struct composer *composer, struct flow *flow, const struct indicator *indicator) {
    const struct figure_table *table = figures_of(composer->figures, indicator);
    const struct figure *value =
        figure_at(table, indicator->reports_ytd ? FIELD_YTD_VALUE : FIELD_VALUE, composer->period);
    const struct figure *rag = figure_at(table, indicator->reports_ytd ? FIELD_YTD_RAG : FIELD_RAG, composer->period);
    const struct figure *target = figure_at(table, FIELD_TARGET, composer->period);
    struct type_size lead = composer->layout->theme.type[STYLE_LEAD];
    struct piece *piece = flow_add(composer, flow, STATUS_BASELINE + 4);
    struct element *line = document_add_element(composer->document, composer->section, ROLE_PARAGRAPH);
    struct rich_run runs[5] = {0};
    size_t count = 0;
    double x = 0;
    if (rag->status == STATUS_PRESENT) {
        piece_rag(composer, piece, line, rag->band, 0, STATUS_BASELINE - 10.5, 18, 14);
        x = 26;
    }
    if (status_is_absent(value->status)) {
        runs[count++].string =
            arena_printf(composer->arena, "No figure for %s: %s", month_long(composer->arena, composer->period),
                         status_words[value->status].plain);
    } else {
        const char *rest = NULL, *distance = NULL;
        runs[count++] = (struct rich_run){
            .string = arena_printf(composer->arena, "%s%s", value->printed, unit_behind(indicator)), .bold = true};
        runs[count++].string = subject_words(composer, indicator);
        if (!status_is_absent(target->status))
            distance = distance_words(composer, indicator, value, target, &rest);
        if (distance != NULL) {
            runs[count++].string = ", ";
            runs[count++] = (struct rich_run){.string = distance, .bold = true};
            runs[count++].string = rest;
        }
    }
    for (size_t i = 0; i < count; i++) {
        enum face face = runs[i].bold ? FACE_TEXT_BOLD : FACE_TEXT;
        piece_text(composer, piece, line, face, lead.size_pt, COLOUR_TEXT, x, STATUS_BASELINE, runs[i].string);
        x += string_width(composer, face, lead.size_pt, runs[i].string);
    }
    if (x > flow->width_pt)
        diag_warning(composer->diag, indicator->pos,
                     "the status line of \"%s\" is wider than the page; give the indicator a shorter subject",
                     indicator->id);
}

struct piece *section_head_set(struct composer *composer, struct flow *flow, struct element *parent, const char *title,
                               const char *note) {
    const struct type_size *type = composer->layout->theme.type;
    struct piece *piece = flow_add(composer, flow, 17);
    struct element *heading = document_add_element(composer->document, parent, ROLE_HEADING_2);
    piece->keep = true;
    piece_rule(composer, piece, 0, 0, flow->width_pt, LINE_SECTION, COLOUR_BRAND);
    piece_text(composer, piece, heading, FACE_TEXT_BOLD, type[STYLE_BODY].size_pt, COLOUR_BRAND, 0, 11, title);
    if (note != NULL) {
        struct element *words = document_add_element(composer->document, parent, ROLE_PARAGRAPH);
        piece_text_right(composer, piece, words, FACE_TEXT, type[STYLE_NOTE].size_pt, COLOUR_SECOND_TEXT,
                         flow->width_pt, 11, note);
    }
    return piece;
}

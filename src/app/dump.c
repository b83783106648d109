#include "dump.h"

#include <inttypes.h>
#include <string.h>

#include "reading.h"

#include "block_parts.h"
#include "expression.h"
#include "peers.h"
#include "trend_chart.h"

static void dump_indicator(const struct indicator *indicator, FILE *stream) {
    fprintf(stream, "indicator %s \"%s\" %s %s %s decimals=%d flow=%s targets=%zu bands=%zu benchmarks=%zu\n",
            indicator->id, indicator->title, unit_words[indicator->unit], polarity_words[indicator->stated_polarity],
            measure_words[indicator->measure], indicator->decimals, indicator->flow ? "yes" : "no",
            indicator->target_count, indicator->band_rule_count, indicator->benchmark_count);
}

static void dump_step(struct arena *arena, const struct expression_step *step, FILE *stream) {
    static const char *const signs[STEP_KIND_COUNT] = {
        [STEP_NEGATE] = "negative", [STEP_ADD] = "+", [STEP_SUBTRACT] = "-", [STEP_MULTIPLY] = "*", [STEP_DIVIDE] = "/",
    };
    fprintf(stream, " %s",
            step->kind == STEP_SERIES   ? step->series->id
            : step->kind == STEP_NUMBER ? fraction_exact(arena, step->number, 9)
                                        : signs[step->kind]);
}

/* The number to its last digit, or the words; the symbol of its status; why there is none. */
static void dump_figure(struct arena *arena, const struct cell *cell, FILE *stream) {
    if (cell->status == STATUS_IN_WORDS)
        fputs(cell->words, stream);
    else if (!status_is_absent(cell->status))
        fputs(fraction_exact(arena, cell->number, 9), stream);
    fputs(status_words[cell->status].symbol, stream);
    if (cell->note != NULL)
        fprintf(stream, " \"%s\"", cell->note);
}

static void dump_series(struct arena *arena, struct calendar calendar, const struct series *series, FILE *stream) {
    fprintf(stream, "series %s", series->id);
    for (size_t i = 0; series->expression != NULL && i < series->expression->count; i++)
        dump_step(arena, &series->expression->steps[i], stream);
    for (int i = 0; i < series->count; i++) {
        fprintf(stream, " %s=", calendar_iso(arena, calendar, series->first + i));
        dump_figure(arena, &series->cells[i], stream);
    }
    fputc('\n', stream);
}

static void dump_block(const struct block *block, int depth, FILE *stream) {
    size_t columns = block->kind == BLOCK_TABLE ? block_period_table(block)->column_count : 0;
    size_t lines = block->kind == BLOCK_TREND_CHART ? block_trend_chart(block)->line_count : 0;
    fprintf(stream, "%*sblock %s columns=%zu lines=%zu\n", depth * 2, "", block_words[block->kind], columns, lines);
    for (const struct block *child = block->first_child; child != NULL; child = child->next)
        dump_block(child, depth + 1, stream);
}

/* The figures of those that are compared, a line an indicator and organisation that has any. */
static void dump_peers(struct arena *arena, const struct catalogue *catalogue, FILE *stream) {
    const struct peers *peers = catalogue->peers;
    int first = catalogue_first_period(catalogue), last = catalogue_last_period(catalogue);
    for (size_t i = 0; peers != NULL && i < catalogue->indicator_count; i++)
        for (size_t k = 0; k < peers->organisations->count; k++) {
            fprintf(stream, "peer %s %s%s", catalogue->indicators[i]->id, peers->organisations->items[k].code,
                    (int)k == peers_own(catalogue) ? " own" : "");
            for (int period = first; period <= last; period++) {
                struct peer_figure figure = peers_figures(peers, catalogue->indicators[i], period)[k];
                fprintf(stream, " %s=%s%s", calendar_iso(arena, catalogue->calendar, period),
                        fraction_plain(arena, figure.value, 9), status_words[figure.status].symbol);
            }
            fputc('\n', stream);
        }
}

void dump_model(const struct layout *layout, FILE *stream) {
    struct arena *arena = arena_create();
    const struct catalogue *catalogue = layout->catalogue;
    fprintf(stream, "layout \"%s\" %.2fx%.2f first-page=%d duplex=%s period=%s\n", layout->title,
            layout->paper.width_pt, layout->paper.height_pt, layout->first_page, layout->duplex ? "yes" : "no",
            calendar_iso(arena, catalogue->calendar, layout->period));
    for (size_t i = 0; i < catalogue->series_count; i++)
        dump_series(arena, catalogue->calendar, catalogue->series[i], stream);
    for (size_t i = 0; i < catalogue->indicator_count; i++)
        dump_indicator(catalogue->indicators[i], stream);
    dump_peers(arena, catalogue, stream);
    for (size_t i = 0; i < layout->page_count; i++) {
        const struct page_spec *page = &layout->pages[i];
        fprintf(stream, "page %s%s\n", page->id != NULL ? page->id : "-", page->blank ? " blank" : "");
        if (page->body != NULL)
            dump_block(page->body, 1, stream);
    }
    arena_destroy(arena);
}

static const char *const kind_words[FRAME_KIND_COUNT] = {
    [FRAME_TEXT] = "text",   [FRAME_RULE] = "rule",     [FRAME_FILL] = "fill", [FRAME_SHAPE] = "shape",
    [FRAME_CHART] = "chart", [FRAME_IMAGE] = "picture", [FRAME_LINK] = "link",
};

static void dump_link(const struct element_link *link, FILE *stream) {
    if (link->uri != NULL)
        fprintf(stream, " -> %s", link->uri);
    else if (link->target != NULL)
        fprintf(stream, " -> %s", role_words[link->target->role]);
    else
        fprintf(stream, " -> page %zu", link->page);
}

static const char *const turn_words[TURN_COUNT] = {
    [TURN_NONE] = "", [TURN_UP] = " turned", [TURN_OVER] = " over", [TURN_DOWN] = " down"};

static void dump_frame(const struct frame *frame, FILE *stream) {
    fprintf(stream, "  %s %.2f %.2f %.2f %.2f ", kind_words[frame->kind], frame->x, frame->y, frame->width,
            frame->height);
    if (frame->element == NULL)
        fputs("artifact", stream);
    else
        fputs(role_words[frame->element->role], stream);
    if (frame->kind == FRAME_TEXT)
        fprintf(stream, " %s %.1f%s \"%s\"", face_words[frame->u.text.face], frame->u.text.size_pt,
                turn_words[frame->turn], frame->u.text.string);
    if (frame->kind == FRAME_LINK)
        dump_link(&frame->element->link, stream);
    if ((frame->kind == FRAME_CHART || frame->kind == FRAME_IMAGE) && frame->element != NULL &&
        frame->element->alt != NULL)
        fprintf(stream, " \"%s\"", frame->element->alt);
    fputc('\n', stream);
}

static void dump_frames(const struct document *document, FILE *stream) {
    for (size_t p = 0; p < document->page_count; p++) {
        const struct page *page = &document->pages[p];
        fprintf(stream, "page %s %s %.2fx%.2f\n", page->label != NULL ? page->label : "-",
                page->id != NULL ? page->id : "-", page->width_pt, page->height_pt);
        for (size_t f = 0; f < page->frame_count; f++)
            dump_frame(&page->frames[f], stream);
    }
}

/* The elements of a document while they are printed. */
struct element_dump {
    const struct document *document;
    const struct reading *reading;
    FILE *stream;
};

static void dump_cell(const struct element *cell, FILE *stream) {
    static const char *const scopes[] = {[SCOPE_NONE] = "", [SCOPE_COLUMN] = " column", [SCOPE_ROW] = " row"};
    fputs(scopes[cell->scope], stream);
    if (cell->number)
        fputs(" number", stream);
    if (cell->column_span > 1)
        fprintf(stream, " columns=%d", cell->column_span);
    if (cell->row_span > 1)
        fprintf(stream, " rows=%d", cell->row_span);
}

/* What an element says of itself, behind its role. */
static void dump_says(const struct element_dump *dump, const struct element *element) {
    static const char *const rows[ROW_KIND_COUNT] = {[ROW_PLAIN] = "", [ROW_TOTAL] = " total", [ROW_GROUP] = " group"};
    const struct reading_frame *first = reading_first(dump->reading, element);
    if (element->role == ROLE_SECTION && dump->document->pages[first->page].id != NULL)
        fprintf(dump->stream, " %s", dump->document->pages[first->page].id);
    if (element->meaning != NULL)
        fprintf(dump->stream, " %s", element->meaning);
    fputs(rows[element->row], dump->stream);
    dump_cell(element, dump->stream);
    if (element->role == ROLE_LINK)
        dump_link(&element->link, dump->stream);
    if (element->lang != NULL)
        fprintf(dump->stream, " lang=%s", element->lang);
    if (element->expansion != NULL)
        fprintf(dump->stream, " (%s)", element->expansion);
    if (element->alt != NULL || element->actual_text != NULL)
        fprintf(dump->stream, " (%s)", element->alt != NULL ? element->alt : element->actual_text);
}

/* Neighbouring words as one; gives whether `open` is left, a line of words that goes on. */
static bool dump_words(const struct element_dump *dump, const struct reading_frame *words, bool open, int depth) {
    const struct frame *frame = words->frame;
    if (frame->kind == FRAME_TEXT) {
        if (!open)
            fprintf(dump->stream, "%*s\"", depth * 2, "");
        fprintf(dump->stream, "%s%s", words->apart ? " " : "", frame->u.text.string);
        return true;
    }
    if (frame->kind != FRAME_CHART && frame->kind != FRAME_IMAGE)
        return open;
    if (open)
        fputs("\"\n", dump->stream);
    if (frame->kind == FRAME_CHART)
        fprintf(dump->stream, "%*schart categories=%zu series=%zu\n", depth * 2, "",
                frame->u.chart.chart->category_count, frame->u.chart.chart->series_count);
    else
        fprintf(dump->stream, "%*spicture %s\n", depth * 2, "", frame->u.image.image->path);
    return false;
}

static void dump_element(const struct element_dump *dump, const struct element *element, int depth) {
    int level = reading_level(dump->reading, element);
    bool open = false;
    if (reading_first(dump->reading, element) == NULL && !element_is_of_grid(element))
        return;
    fprintf(dump->stream, "%*s", depth * 2, "");
    if (level > 0)
        fprintf(dump->stream, "heading %d", level);
    else
        fputs(role_words[element->role], dump->stream);
    dump_says(dump, element);
    fputc('\n', dump->stream);
    for (struct reading_part part = reading_part_of(element); reading_next(dump->reading, &part);) {
        if (part.frame != NULL) {
            open = dump_words(dump, part.frame, open, depth + 1);
            continue;
        }
        fputs(open ? "\"\n" : "", dump->stream);
        open = false;
        dump_element(dump, part.child, depth + 1);
    }
    fputs(open ? "\"\n" : "", dump->stream);
}

static void dump_elements(const struct document *document, FILE *stream) {
    struct arena *arena = arena_create();
    const struct element_dump dump = {document, reading_create(arena, document), stream};
    dump_element(&dump, document->root, 0);
    arena_destroy(arena);
}

bool dump_is_of_pages(const char *what) {
    return strcmp(what, "elements") == 0 || strcmp(what, "frames") == 0;
}

void dump_document(const struct document *document, const char *what, FILE *stream) {
    if (strcmp(what, "elements") == 0)
        dump_elements(document, stream);
    else
        dump_frames(document, stream);
}

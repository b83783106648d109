#include "pipeline.h"

#include <stdlib.h>
#include <string.h>

#include "artwork.h"
#include "booklet.h"
#include "compose.h"
#include "compute.h"
#include "control_compute.h"
#include "date.h"
#include "describe.h"
#include "faces.h"
#include "inspect_catalogue.h"
#include "inspect_layout.h"
#include "layout.h"
#include "progress.h"
#include "sheet.h"
#include "status.h"
#include "writer.h"

struct run *run_create(const struct run_options *options) {
    struct arena *arena = arena_create();
    struct run *run = arena_new(arena, struct run);
    run->options = *options;
    run->arena = arena;
    diag_init(&run->diag, arena);
    return run;
}

void run_destroy(struct run *run) {
    if (run == NULL)
        return;
    free(run->sheet.bytes);
    faces_close(run->faces);
    for (size_t i = 0; run->layout != NULL && i < run->layout->image_count; i++)
        artwork_close(run->layout->images[i]);
    arena_destroy(run->arena);
}

bool run_read(struct run *run) {
    const struct read_options options = {.allow_outside = run->options.allow_outside};
    run->layout = layout_read(run->arena, run->options.layout_path, run->options.period, &options, &run->diag);
    if (run->layout == NULL || diag_failed(&run->diag))
        return false;
    run->period = run->layout->period;
    if (run->options.grey)
        theme_grey(&run->layout->theme);
    if (run->period == MONTH_NONE) {
        diag_error(&run->diag, run->layout->catalogue->pos,
                   "no month has figures; add data, or name a month by --period");
        return false;
    }
    run->layout->alone = run->options.alone;
    struct catalogue *catalogue = run->layout->catalogue;
    inspect_catalogue(catalogue, catalogue_first_month(catalogue), run->period, &run->diag);
    inspect_layout(run->layout, run->period, &run->diag);
    return true;
}

bool run_compute(struct run *run) {
    run->figures = figures_compute(run->arena, run->layout->catalogue, run->period);
    control_check(run->figures, run->period, &run->diag);
    return true;
}

static double face_width(const void *faces, enum face face, uint32_t codepoint) {
    return faces_width(faces, face, codepoint);
}

static enum face face_choose(const void *faces, enum face wanted, uint32_t codepoint) {
    return faces_choose(faces, wanted, codepoint);
}

/* The document's date: of the issue, as the layout says, else SOURCE_DATE_EPOCH, else the last day of the month. */
static long long created_date(const struct run *run) {
    long long seconds;
    if (run->layout->created != NULL && date_parse(run->layout->created, &seconds))
        return seconds;
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    char *end;
    if (epoch != NULL && *epoch != '\0') {
        seconds = strtoll(epoch, &end, 10);
        if (*end == '\0' && seconds >= 0)
            return seconds;
    }
    return date_month_end(run->period);
}

static void open_images(struct run *run) {
    for (size_t i = 0; i < run->layout->image_count; i++)
        artwork_open(run->layout->images[i], &run->diag);
}

bool run_compose(struct run *run) {
    open_images(run);
    run->faces = faces_open(run->arena, &run->layout->fonts, &run->diag);
    if (run->faces == NULL)
        return false;
    const struct face_widths widths = {run->faces, face_width, face_choose};
    run->document = pages_compose(run->arena, run->layout, run->figures, &widths, run->period, &run->diag);
    run->document->created = created_date(run);
    return !diag_failed(&run->diag);
}

static size_t drawing_count(const struct document *document) {
    size_t count = 0;
    for (size_t p = 0; p < document->page_count; p++)
        for (size_t f = 0; f < document->pages[p].frame_count; f++)
            count +=
                document->pages[p].frames[f].kind == FRAME_CHART || document->pages[p].frames[f].kind == FRAME_IMAGE;
    return count;
}

static void draw_page(struct chart_sheet *sheet, struct page *page, struct progress *progress) {
    for (size_t f = 0; f < page->frame_count; f++) {
        struct frame *frame = &page->frames[f];
        if (frame->kind == FRAME_IMAGE)
            frame->u.image.drawing =
                chart_sheet_image(sheet, frame->u.image.image, frame->width, frame->height, artwork_paint);
        else if (frame->kind == FRAME_CHART)
            frame->u.chart.drawing = chart_draw(sheet, frame->u.chart.chart, frame->width, frame->height);
        else
            continue;
        progress_step(progress);
    }
}

void run_describe(struct run *run) {
    for (size_t p = 0; p < run->document->page_count; p++) {
        struct page *page = &run->document->pages[p];
        for (size_t f = 0; f < page->frame_count; f++)
            if (page->frames[f].kind == FRAME_CHART && page->frames[f].element != NULL)
                page->frames[f].element->alt = chart_describe(run->arena, page->frames[f].u.chart.chart);
    }
}

bool run_draw(struct run *run) {
    run_describe(run);
    free(run->sheet.bytes);
    run->sheet = (struct drawing_sheet){0};
    size_t count = drawing_count(run->document);
    if (count == 0)
        return true;
    struct chart_sheet *sheet = chart_sheet_create(run->document->theme, run->document->fonts, &run->diag);
    if (sheet == NULL)
        return false;
    struct progress progress = progress_start("drawing charts", count, run->options.quiet);
    for (size_t p = 0; p < run->document->page_count; p++)
        draw_page(sheet, &run->document->pages[p], &progress);
    progress_finish(&progress);
    bool good = chart_sheet_finish(sheet, &run->sheet);
    chart_sheet_destroy(sheet);
    return good && !diag_failed(&run->diag);
}

bool run_impose(struct run *run) {
    if (!run->options.booklet)
        return true;
    const struct face_widths widths = {run->faces, face_width, face_choose};
    run->document = booklet_impose(run->arena, run->layout, run->document, &widths, run->options.marks, &run->diag);
    return !diag_failed(&run->diag);
}

bool run_write(struct run *run, const char *path) {
    static const struct pdf_options options = {.producer = "boardpack " BOARDPACK_VERSION};
    return pdf_write(run->document, &run->sheet, path, &options, &run->diag);
}

int run_report(struct run *run) {
    diag_print(&run->diag, stderr, run->options.quiet);
    return run->diag.system > 0 ? EXIT_STATUS_SYSTEM : run->diag.errors > 0 ? EXIT_STATUS_INPUT : EXIT_STATUS_DONE;
}

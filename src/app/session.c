#include "session.h"

#include <stdlib.h>
#include <string.h>

#include "action_check.h"
#include "alternative.h"
#include "artwork.h"
#include "booklet.h"
#include "chart_pages.h"
#include "choose.h"
#include "comparison.h"
#include "compose.h"
#include "compute.h"
#include "control_compute.h"
#include "dated.h"
#include "describe.h"
#include "edges.h"
#include "faces.h"
#include "inspect_catalogue.h"
#include "inspect_layout.h"
#include "layout.h"
#include "letter_check.h"
#include "lettering.h"
#include "peers_gather.h"
#include "progress.h"
#include "sheet.h"
#include "status.h"

struct session *session_create(const struct session_options *options) {
    struct arena *arena = arena_create();
    struct session *session = arena_new(arena, struct session);
    session->options = *options;
    session->arena = arena;
    diag_init(&session->diag, arena);
    session->diag.verbose = options->verbose;
    return session;
}

void session_destroy(struct session *session) {
    free(session->sheet.bytes);
    faces_close(session->faces);
    for (size_t i = 0; session->layout != NULL && i < session->layout->image_count; i++)
        artwork_close(session->layout->images[i]);
    arena_destroy(session->arena);
}

bool session_read(struct session *session) {
    const struct session_options *options = &session->options;
    session->reading = (struct read_options){.period = options->period,
                                             .previous = options->previous,
                                             .booklet = options->booklet,
                                             .allow_outside = options->allow_outside,
                                             .code = options->code,
                                             .organisation = options->organisation,
                                             .cache = options->cache};
    if (session->reading.cache == NULL)
        session->reading.cache = read_cache_create(session->arena);
    session->layout = layout_read(session->arena, options->layout_path, &session->reading, &session->diag);
    if (session->layout == NULL || diag_failed(&session->diag))
        return false;
    session->period = session->layout->period;
    dated_pack(session->arena, session->layout);
    if (session->options.grey)
        theme_grey(&session->layout->theme);
    session->layout->alone = session->options.alone;
    struct catalogue *catalogue = session->layout->catalogue;
    inspect_catalogue(catalogue, catalogue_first_period(catalogue), session->period, &session->diag);
    return !diag_failed(&session->diag);
}

bool session_gather_peers(struct session *session) {
    struct catalogue *catalogue = session->layout->catalogue;
    catalogue->peers = session->options.peers;
    if (catalogue->organisations != NULL && catalogue->peers == NULL)
        catalogue->peers = peers_gather(session->arena, session->layout, &session->reading, &session->diag);
    return !diag_failed(&session->diag);
}

void session_compute(struct session *session) {
    session->figures = figures_compute(session->arena, session->layout->catalogue, session->period);
    control_check(session->figures, session->period, &session->diag);
    letter_check(session->figures, session->period, &session->diag);
    action_check(session->figures, session->period, layout_day(session->layout), &session->diag);
    if (session->layout->compares)
        comparison_check(session->figures, session->period, &session->diag);
}

void session_choose(struct session *session) {
    session->layout = choose_pages(session->arena, session->layout, session->figures, session->period, &session->diag);
}

bool session_inspect(struct session *session) {
    inspect_layout(session->layout, session->period, &session->diag);
    return !diag_failed(&session->diag);
}

static double face_width(const void *faces, enum face face, uint32_t codepoint) {
    return faces_width(faces, face, codepoint);
}

static enum face face_choose(const void *faces, enum face wanted, uint32_t codepoint) {
    return faces_choose(faces, wanted, codepoint);
}

static const int16_t *face_own(const void *faces, enum face face) {
    return faces_own(faces, face);
}

/* In seconds since 1970, UTC. */
static long long midnight(int day) {
    enum { SECONDS_A_DAY = 24 * 60 * 60 };
    return (long long)(day - calendar_day((struct date){1970, 1, 1})) * SECONDS_A_DAY;
}

long long session_created(const struct session *session) {
    const struct layout *layout = session->layout;
    int created = layout->created == NULL ? PERIOD_NONE : calendar_parse(calendar_days, layout->created);
    if (created != PERIOD_NONE)
        return midnight(created);
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    char *end;
    if (epoch != NULL && *epoch != '\0') {
        long long seconds = strtoll(epoch, &end, 10);
        if (*end == '\0' && seconds >= 0)
            return seconds;
    }
    return midnight(calendar_last_day(layout->catalogue->calendar, session->period));
}

static void open_images(struct session *session) {
    for (size_t i = 0; i < session->layout->image_count; i++)
        artwork_open(session->layout->images[i], &session->diag);
}

bool session_compose(struct session *session) {
    open_images(session);
    session->faces = faces_open(session->arena, &session->layout->fonts, session->options.faces, &session->diag);
    const struct face_widths widths = {session->faces, face_width, face_choose, face_own};
    const struct layout *layout =
        session->options.charts ? chart_pages_of(session->arena, session->layout, &session->diag) : session->layout;
    session->document =
        compose_pages(session->arena, layout, session->figures, &widths, session->period, &session->diag);
    if (session->options.charts)
        chart_pages_crop(session->document);
    session->document->created = session_created(session);
    return !diag_failed(&session->diag);
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

static void share_edges(struct session *session, struct document *document) {
    struct lettering *lettering = NULL;
    for (size_t p = 0; p < document->page_count; p++) {
        if (!edges_matter(&document->pages[p]))
            continue;
        if (lettering == NULL)
            lettering = lettering_create(document->fonts, &session->diag);
        edges_share(&document->pages[p], lettering, document->theme);
    }
    lettering_destroy(lettering);
}

void session_describe(struct session *session, struct document *document) {
    share_edges(session, document);
    for (size_t p = 0; p < document->page_count; p++) {
        struct page *page = &document->pages[p];
        const struct abbreviations *abbreviations = session->layout->abbreviations;
        const bool *shown = alternative_shown(session->arena, abbreviations, page);
        for (size_t f = 0; f < page->frame_count; f++)
            if (page->frames[f].kind == FRAME_CHART && page->frames[f].element != NULL)
                page->frames[f].element->alt =
                    alternative_spell(session->arena, abbreviations, shown,
                                      chart_describe(session->arena, page->frames[f].u.chart.chart));
    }
}

bool session_draw(struct session *session, struct document *document) {
    session_describe(session, document);
    free(session->sheet.bytes);
    session->sheet = (struct drawing_sheet){0};
    size_t count = drawing_count(document);
    if (count == 0)
        return true;
    struct chart_sheet *sheet = chart_sheet_create(session->arena, document->theme, document->fonts, &session->diag);
    if (sheet == NULL)
        return false;
    struct progress progress = progress_start("drawing charts", count, session->options.quiet);
    for (size_t p = 0; p < document->page_count; p++)
        draw_page(sheet, &document->pages[p], &progress);
    progress_finish(&progress);
    bool good = chart_sheet_finish(sheet, &session->sheet);
    chart_sheet_destroy(sheet);
    return good && !diag_failed(&session->diag);
}

bool session_impose(struct session *session) {
    if (!session->options.booklet)
        return true;
    const struct face_widths widths = {session->faces, face_width, face_choose, face_own};
    session->document = booklet_impose(session->arena, session->layout, session->document, &widths,
                                       session->options.marks, &session->diag);
    return !diag_failed(&session->diag);
}

int session_report(struct session *session) {
    diag_print(&session->diag, stderr, session->options.quiet);
    return session->diag.system > 0   ? EXIT_STATUS_SYSTEM
           : session->diag.errors > 0 ? EXIT_STATUS_INPUT
                                      : EXIT_STATUS_DONE;
}

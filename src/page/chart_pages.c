#include "chart_pages.h"

#include "about.h"
#include "block_parts.h"
#include "comparison_chart.h"
#include "index.h"
#include "source_line.h"
#include "text.h"
#include "trend_chart.h"

enum { MARGIN_PT = 18, WIDTH_MAX_PT = 560, HEIGHT_MAX_PT = 4000 };

struct chart_pages {
    struct arena *arena;
    struct diag *diag;
    const struct layout *whole;
    struct layout *charts;
    const struct page_spec *spec; /* whose charts are being added */
    struct index ids, numbers;    /* the charts; how many without an id a page of that id has had */
};

/* True where other pages follow the same template. */
static bool is_shared(const struct chart_pages *pages) {
    size_t count = 0;
    for (size_t i = 0; i < pages->whole->page_count; i++)
        count += pages->whole->pages[i].body == pages->spec->body;
    return count > 1;
}

static const char *page_id(const struct chart_pages *pages, const struct block *block) {
    const struct indicator *indicator = block_speaks_of(block, pages->spec->indicator);
    if (pages->spec->id != NULL)
        return pages->spec->id;
    return indicator != NULL ? indicator->id : "chart";
}

static const char *usual_id(struct chart_pages *pages, const char *page) {
    size_t *count = index_find(&pages->numbers, page);
    if (count == NULL) {
        count = arena_new(pages->arena, size_t);
        index_add(pages->arena, &pages->numbers, page, count);
    }
    return ++*count == 1 ? page : arena_printf(pages->arena, "%s-%zu", page, *count);
}

static const char *chart_id(struct chart_pages *pages, const struct block *block) {
    bool compares = block->kind == BLOCK_COMPARISON_CHART;
    const char *own = compares ? block_comparison_chart(block)->id : block_trend_chart(block)->id;
    const char *page = page_id(pages, block);
    if (own == NULL)
        return usual_id(pages, page);
    return is_shared(pages) ? arena_printf(pages->arena, "%s-%s", page, own) : own;
}

static void check_id(struct chart_pages *pages, const char *id, const struct block *block) {
    const struct block *other = index_find(&pages->ids, id);
    if (other != NULL)
        diag_error(pages->diag, block->pos,
                   "the chart in line %d is known as \"%s\" already; give one of them another id", other->pos.line, id);
    index_add(pages->arena, &pages->ids, id, (void *)block);
}

/* `Source: ... Data as at 31 July 2018.` */
static struct block *make_source(const struct chart_pages *pages, const struct block *chart) {
    struct arena *arena = pages->arena;
    const struct layout *layout = pages->whole;
    struct block *block = arena_new(arena, struct block);
    struct rich_text *rich = arena_new(arena, struct rich_text);
    struct rich_paragraph paragraph = {.kind = RICH_PARAGRAPH, .pos = layout->pos};
    const struct indicator *own =
        chart->indicator == NULL && chart->selection.count == 0 ? pages->spec->indicator : NULL;
    const char *words = about_source(arena, layout, source_line_make(arena, layout, own, chart), "");
    if (words == NULL)
        return NULL;
    arena_append(arena, paragraph.runs, paragraph.run_count, paragraph.run_capacity) =
        (struct rich_run){.string = words};
    arena_append(arena, rich->paragraphs, rich->count, rich->capacity) = paragraph;
    *block = (struct block){.kind = BLOCK_TEXT, .gap_pt = GAP_SMALL, .pos = layout->pos};
    block->part.text_block = arena_new(arena, struct text_block);
    *block->part.text_block = (struct text_block){.rich = rich, .small = true};
    return block;
}

static void add_chart(struct chart_pages *pages, const struct block *block) {
    struct layout *charts = pages->charts;
    const char *id = chart_id(pages, block);
    struct block *body = arena_new(pages->arena, struct block), *chart = arena_new(pages->arena, struct block);
    check_id(pages, id, block);
    *chart = *block;
    chart->next = make_source(pages, block);
    chart->title_left = false;
    *body = (struct block){.kind = BLOCK_STACK, .first_child = chart, .pos = block->pos};
    body->part.stack = arena_new(pages->arena, struct stack);
    arena_append(pages->arena, charts->pages, charts->page_count, charts->page_capacity) =
        (struct page_spec){.id = id,
                           .title = block->title != NULL ? block->title : pages->spec->title,
                           .indicator = block->indicator != NULL ? block->indicator : pages->spec->indicator,
                           .body = body,
                           .listed = true,
                           .uncounted = true,
                           .pos = block->pos};
}

static void add_charts(struct chart_pages *pages, const struct block *parent) {
    for (const struct block *block = parent->first_child; block != NULL; block = block->next) {
        if (block->kind == BLOCK_TREND_CHART || block->kind == BLOCK_COMPARISON_CHART)
            add_chart(pages, block);
        add_charts(pages, block);
    }
}

static void set_paper(struct layout *layout) {
    double width = composer_paper_width(&layout->paper);
    layout->paper = (struct paper){.width_pt = (width < WIDTH_MAX_PT ? width : WIDTH_MAX_PT) + 2 * MARGIN_PT,
                                   .height_pt = HEIGHT_MAX_PT,
                                   .inner_pt = MARGIN_PT,
                                   .outer_pt = MARGIN_PT,
                                   .top_pt = MARGIN_PT,
                                   .bottom_pt = MARGIN_PT};
    layout->cropped = true;
    layout->duplex = layout->facing_pages = layout->alone = false;
}

struct layout *chart_pages_of(struct arena *arena, const struct layout *layout, struct diag *diag) {
    struct layout *charts = arena_new(arena, struct layout);
    *charts = *layout;
    charts->pages = NULL;
    charts->page_count = charts->page_capacity = 0;
    set_paper(charts);
    struct chart_pages pages = {.arena = arena, .diag = diag, .whole = layout, .charts = charts};
    for (size_t i = 0; i < layout->page_count; i++) {
        pages.spec = &layout->pages[i];
        if (pages.spec->body != NULL)
            add_charts(&pages, pages.spec->body);
    }
    return charts;
}

void chart_pages_crop(struct document *document) {
    for (size_t p = 0; p < document->page_count; p++) {
        struct page *page = &document->pages[p];
        double bottom = 0;
        for (size_t f = 0; f < page->frame_count; f++) {
            const struct frame *frame = &page->frames[f];
            double below = frame->kind == FRAME_TEXT ? frame->u.text.size_pt / 4 : frame->height;
            bottom = frame->y + below > bottom ? frame->y + below : bottom;
        }
        page->height_pt = bottom + MARGIN_PT;
    }
}

#include "compose.h"

#include "about.h"
#include "arrange.h"
#include "block_parts.h"
#include "empty_pages.h"
#include "glyphs.h"
#include "notes.h"
#include "page_grid.h"
#include "pagination.h"
#include "usage.h"

/* The pack while its pages are set. */
struct pack {
    struct composer *composer;
    struct pagination *pagination;
    const struct page_grid *known; /* from the first setting; NULL: none, or this is it */
    struct page_grid *noted;       /* of this one; NULL: none */
    bool in_part;                  /* behind a divider, for the outline */
};

/* A page that is a divider starts a part, to which the indicators behind it belong. */
static int outline_level(struct pack *pack, const struct page_spec *spec) {
    const struct block *first = spec->body != NULL ? spec->body->first_child : NULL;
    if (spec->indicator == NULL)
        pack->in_part = first != NULL && first->kind == BLOCK_DIVIDER && block_divider(first)->size == DIVIDER_PAGE;
    return pack->in_part && spec->indicator != NULL ? 2 : 1;
}

static void add_outline(struct pack *pack, const struct page_spec *spec, size_t page) {
    struct arena *arena = pack->composer->arena;
    struct document *document = pack->composer->document;
    const struct indicator *indicator = spec->indicator;
    const char *title = spec->title != NULL ? spec->title
                        : indicator != NULL ? indicator->short_title
                                            : pack->composer->layout->title;
    if (indicator != NULL && indicator->reference != NULL)
        title = arena_printf(arena, "%s: %s", indicator->reference, title);
    arena_append(arena, document->outline, document->outline_count, document->outline_capacity) =
        (struct outline_entry){outline_level(pack, spec), title, page};
}

/* What the last side of a page has for blocks. */
static double last_side_height(struct composer *composer, const struct region *regions, const struct page_foot *foot) {
    bool further = region_breaks(regions);
    double head = further ? pagination_continued_height(composer, regions) : 0;
    return pagination_height(composer_paper(composer), foot, further) - head;
}

static void set_body(struct pack *pack, size_t index) {
    struct composer *composer = pack->composer;
    const struct paper *paper = composer_paper(composer);
    double width = composer_paper_width(paper);
    struct region *regions = arrange_blocks(composer, composer->layout->pages[index].body, width);
    struct page_foot foot = key_foot(composer, regions, width);
    if (composer->layout->alone) {
        about_define(composer, regions, width, last_side_height(composer, regions, &foot));
        foot = key_foot(composer, regions, width);
    }
    const struct region_fit fit =
        region_tighten(regions, pagination_height(paper, &foot, false), page_grid_fit(pack->known, index));
    if (pack->noted != NULL)
        page_grid_note(pack->noted, index, fit);
    if (region_runs_over(regions, pagination_height(paper, &foot, false)))
        key_foot_run_over(composer, &foot, regions);
    bool on_grid = composer->layout->pages[index].indicator != NULL; /* with others of its kind */
    if (!on_grid && !composer->layout->cropped)
        region_grow(regions, pagination_height(paper, &foot, false));
    pagination_place(pack->pagination, regions, &foot);
}

static void compose_page(struct pack *pack, size_t index) {
    struct composer *composer = pack->composer;
    const struct page_spec *spec = &composer->layout->pages[index];
    bool facing = composer->layout->facing_pages && spec->indicator != NULL;
    composer->first_pages[index] = composer->document->page_count;
    if (spec->empty)
        return;
    if (spec->right_hand)
        pagination_start_side(pack->pagination, SIDE_RIGHT);
    else if (facing)
        pagination_start_side(pack->pagination, SIDE_LEFT);
    composer_start_page(composer, spec);
    composer->first_pages[index] = composer->document->page_count;
    if (spec->blank || spec->body == NULL)
        pagination_blank(pack->pagination, spec->blank_text, !spec->uncounted);
    else
        set_body(pack, index);
    if (spec->listed || composer->layout->alone)
        add_outline(pack, spec, composer->first_pages[index]);
}

static struct document *create_document(struct arena *arena, const struct layout *layout) {
    struct document *document = document_create(arena);
    document->title = layout->title;
    document->language = layout->language;
    document->author = layout->author != NULL ? layout->author : layout->catalogue->organisation;
    document->subject = layout->subject;
    document->theme = &layout->theme;
    document->fonts = &layout->fonts;
    return document;
}

/* All pages, with what is known of their use. */
static struct document *set_all(struct pack *pack) {
    struct composer *composer = pack->composer;
    if (!glyphs_check(composer))
        return composer->document;
    pack->pagination = pagination_create(composer);
    for (size_t i = 0; i < composer->layout->page_count; i++)
        compose_page(pack, i);
    pagination_finish(pack->pagination);
    return composer->document;
}

/* One setting of all pages: the first writes down what pages use and by how much they give way, the last knows it. */
struct setting {
    struct arena *arena;
    const struct layout *layout;
    const struct figures *figures;
    const struct face_widths *widths;
    int period;
    struct diag *diag;
    const struct page_usage *known;
    const struct page_grid *grid;
};

static struct document *set_once(const struct setting *setting, struct page_usage *used, struct page_grid *noted) {
    struct page_state page = {0};
    struct composer composer = {
        .arena = setting->arena,
        .diag = setting->diag,
        .layout = setting->layout,
        .words = setting->layout->words,
        .figures = setting->figures,
        .widths = setting->widths,
        .period = setting->period,
        .known = setting->known,
        .document = create_document(setting->arena, setting->layout),
        .used = used,
        .first_pages = arena_new_array(setting->arena, setting->layout->page_count + 1, size_t),
        .notes = notes_create(setting->arena),
        .page = &page,
    };
    struct pack pack = {.composer = &composer, .known = setting->grid, .noted = noted};
    return set_all(&pack);
}

/* Key blocks explain what pages use, and pages that are alike stand alike: both is found out by setting them once,
 * whose mistakes are told by the second time. */
struct document *compose_pages(struct arena *arena, const struct layout *layout, const struct figures *figures,
                               const struct face_widths *widths, int period, struct diag *diag) {
    struct setting setting = {
        .arena = arena, .layout = layout, .figures = figures, .widths = widths, .period = period, .diag = diag};
    struct page_grid *grid = page_grid_create(arena, layout);
    bool asked = usage_is_asked_for(layout);
    if (grid != NULL || asked) {
        struct diag aside;
        struct setting first = setting;
        struct page_usage *used = usage_create(arena, layout);
        diag_init(&aside, arena);
        aside.verbose = diag->verbose;
        first.diag = &aside;
        struct document *document = set_once(&first, used, grid);
        if (!asked && !page_grid_gave_way(grid)) {
            diag_move(diag, &aside);
            return document; /* a second one would be the same */
        }
        if (asked)
            setting.layout = empty_pages_mark(layout, used, diag);
        setting.known = used;
        setting.grid = grid;
    }
    return set_once(&setting, usage_create(arena, layout), NULL);
}

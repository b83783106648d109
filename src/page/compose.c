#include "compose.h"

#include "about.h"
#include "arrange.h"
#include "block_parts.h"
#include "glyphs.h"
#include "heading.h"
#include "paginate.h"
#include "usage.h"

enum { FOOTER_SPACE_PT = 10 };

static struct page_area page_area_of(const struct layout *layout) {
    return (struct page_area){
        .width_pt = layout->width_pt - layout->margin_inner_pt - layout->margin_outer_pt,
        .height_pt = layout->height_pt - layout->margin_top_pt - layout->margin_bottom_pt - FOOTER_SPACE_PT,
    };
}

/* A page that is a divider starts a part, to which the indicators behind it belong. */
static int outline_level(struct composer *composer, const struct page_spec *spec) {
    const struct block *first = spec->body != NULL ? spec->body->first_child : NULL;
    if (spec->indicator == NULL)
        composer->in_part = first != NULL && first->kind == BLOCK_DIVIDER && block_divider(first)->size == DIVIDER_PAGE;
    return composer->in_part && spec->indicator != NULL ? 2 : 1;
}

static void add_outline(struct composer *composer, const struct page_spec *spec, size_t page) {
    struct document *document = composer->document;
    const struct indicator *indicator = spec->indicator;
    const char *title = spec->title != NULL ? spec->title
                        : indicator != NULL ? indicator->short_title
                                            : composer->layout->title;
    if (indicator != NULL && indicator->reference != NULL)
        title = arena_printf(composer->arena, "%s: %s", indicator->reference, title);
    arena_append(composer->arena, document->outline, document->outline_count, document->outline_capacity) =
        (struct outline_entry){outline_level(composer, spec), title, page};
}

static void compose_spec(struct composer *composer, struct pagination *pagination, size_t index) {
    const struct page_spec *spec = &composer->layout->pages[index];
    struct page_area area = page_area_of(composer->layout);
    bool facing = composer->layout->facing_pages && spec->indicator != NULL;
    if (spec->right_hand)
        pagination_start_side(pagination, SIDE_RIGHT);
    else if (facing)
        pagination_start_side(pagination, SIDE_LEFT);
    composer->spec = spec;
    composer->headed = NULL;
    composer->pos = spec->pos;
    composer->section = document_add_element(composer->document, NULL, ROLE_SECTION);
    composer->first_pages[index] = composer->document->page_count;
    if (spec->blank || spec->body == NULL) {
        pagination_blank(pagination, spec->blank_text, !spec->uncounted);
    } else {
        struct region *regions = arrange_blocks(composer, spec->body, area.width_pt);
        if (composer->layout->alone)
            about_define(composer, regions, area);
        arrange_tighten(regions, area.height_pt);
        pagination_place(pagination, regions);
    }
    if (spec->listed)
        add_outline(composer, spec, composer->first_pages[index]);
}

/* All pages, with what is known of their use. */
static struct document *compose_pages(struct composer *composer) {
    const struct layout *layout = composer->layout;
    struct document *document = composer->document = document_create(composer->arena);
    document->title = layout->title;
    document->language = layout->language;
    document->author = layout->author != NULL ? layout->author : layout->catalogue->organisation;
    document->subject = layout->subject;
    document->theme = &layout->theme;
    document->fonts = &layout->fonts;
    if (!glyphs_check(composer))
        return document;
    struct pagination *pagination = pagination_create(composer, page_area_of(layout));
    for (size_t i = 0; i < layout->page_count; i++)
        compose_spec(composer, pagination, i);
    pagination_finish(pagination);
    return document;
}

/* Keys explain what pages use, which is found out by setting them once; its mistakes are told by the second time. */
struct document *pages_compose(struct arena *arena, const struct layout *layout, const struct figures *figures,
                               const struct face_widths *widths, int period, struct diag *diag) {
    struct composer composer = {
        .arena = arena,
        .layout = layout,
        .words = layout->words,
        .figures = figures,
        .widths = widths,
        .diag = diag,
        .period = period,
        .page_height_pt = page_area_of(layout).height_pt,
        .first_pages = arena_new_array(arena, layout->page_count + 1, size_t),
    };
    struct composer first = composer;
    struct diag aside;
    diag_init(&aside, arena);
    first.diag = &aside;
    first.used = usage_create(arena, layout);
    if (first.used != NULL)
        compose_pages(&first);
    composer.known = first.used;
    return compose_pages(&composer);
}

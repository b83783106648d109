#include "pagination.h"

#include "about.h"
#include "character.h"
#include "foot.h"
#include "heading.h"
#include "page_number.h"
#include "page_reference.h"
#include "pen.h"
#include "rows_shown.h"
#include "side_label.h"
#include "source_line.h"

enum { CONTINUED_GAP_PT = 16, FOOT_GAP_PT = 7, FOOT_DROP_PT = 5 };

struct placement {
    size_t page;
    double x, y; /* of the piece on its page */
    const struct piece *piece;
    bool artifact; /* a head that is repeated */
};

/* A page of the document: where it lies in the bound pack. */
struct side_number {
    int number; /* of a page that is not counted: its place in the file */
    bool counted;
    const struct paper *paper;
    const char *source; /* where what it shows comes from */
};

struct pagination {
    struct composer *composer;
    struct side_number *sides; /* one for each page */
    size_t side_count, side_capacity;
    size_t uncounted;
    const struct paper *paper;       /* of the last page */
    struct page_foot foot;           /* of the page being placed */
    size_t side_first;               /* the first placement of the last page */
    bool further;                    /* it is not its first side */
    const struct region *repeat;     /* of the page being placed, at the top of its further sides; NULL: its head */
    const struct region *below_head; /* its first, which goes on where it started; NULL: none */
    double y;                        /* on the last page, below its top margin */
    struct placement *placements;
    size_t count, capacity;
    const char *last_label; /* of the last page that is counted, once all are placed */
};

struct pagination *pagination_create(struct composer *composer) {
    struct pagination *pagination = arena_new(composer->arena, struct pagination);
    pagination->composer = composer;
    return pagination;
}

/* What the last page has for its blocks. */
static double room_height(const struct pagination *pagination) {
    return pagination_height(pagination->paper, &pagination->foot, pagination->further);
}

static int next_number(const struct pagination *pagination) {
    return pagination->composer->layout->first_page + (int)(pagination->side_count - pagination->uncounted);
}

static bool is_left_hand(const struct pagination *pagination, size_t page) {
    return pagination->composer->layout->duplex && pagination->sides[page].number % 2 == 0;
}

static double left_margin(const struct pagination *pagination, size_t page) {
    const struct paper *paper = pagination->sides[page].paper;
    return is_left_hand(pagination, page) ? paper->outer_pt : paper->inner_pt;
}

/* The next page, with a number if it is counted. */
static struct page *start_side(struct pagination *pagination, const struct paper *paper, bool counted) {
    struct composer *composer = pagination->composer;
    int number = counted ? next_number(pagination) : (int)pagination->side_count + 1;
    pagination->paper = paper;
    struct page *page =
        document_add_page(composer->document, pagination->paper->width_pt, pagination->paper->height_pt);
    page->turned = pagination->paper->turned;
    if (counted)
        page->label = arena_printf(composer->arena, "%d", number);
    arena_append(composer->arena, pagination->sides, pagination->side_count, pagination->side_capacity) =
        (struct side_number){number, counted, pagination->paper, composer->layout->catalogue->source};
    pagination->uncounted += !counted;
    pagination->y = 0;
    return page;
}

/* All sides of a page of the layout say the same of themselves. */
static void start_page(struct pagination *pagination, bool first) {
    struct composer *composer = pagination->composer;
    const struct page_spec *spec = composer->page->spec;
    struct page *page = start_side(pagination, composer_paper(composer), !spec->uncounted);
    pagination->sides[pagination->side_count - 1].source =
        source_line_make(composer->arena, composer->layout, spec->indicator, spec->body);
    if (!first) {
        const struct page *before = page - 1;
        page->id = before->id;
        page->title = before->title;
        page->about = before->about;
        return;
    }
    page->id = composer->page->spec->id;
    if (page->id == NULL)
        page->id = page->label != NULL ? arena_printf(composer->arena, "page-%s", page->label)
                                       : arena_printf(composer->arena, "front-%zu", pagination->uncounted);
    page->title = heading_page_title(composer);
    page->about = about_page(composer);
}

double pagination_height(const struct paper *paper, const struct page_foot *foot, bool further) {
    double whole = composer_paper_height(paper), room = foot->room_pt[further];
    return room > 0 ? whole + FOOT_DROP_PT - room - FOOT_GAP_PT : whole;
}

static void place(struct pagination *pagination, const struct piece *piece, double x, double y, bool artifact) {
    size_t page = pagination->composer->document->page_count - 1;
    double left = left_margin(pagination, page);
    arena_append(pagination->composer->arena, pagination->placements, pagination->count, pagination->capacity) =
        (struct placement){page, left + x, pagination->paper->top_pt + y, piece, artifact};
}

static struct flow page_flow(const struct paper *paper) {
    return (struct flow){.width_pt = composer_paper_width(paper), .fold_pt = paper->fold_pt};
}

/* What the layout repeats, with the gap behind it. */
static double repeated_height(const struct region *region) {
    return region_height(region) + (region->next != NULL ? region->next->gap_pt : 0);
}

double pagination_continued_height(struct composer *composer, const struct region *regions) {
    struct flow page = page_flow(composer_paper(composer));
    return regions->repeat ? repeated_height(regions)
                           : heading_continued(composer, &page)->height_pt + CONTINUED_GAP_PT;
}

/* What the last page shows. */
static struct halves shown_on_side(const struct pagination *pagination) {
    struct halves shown = {0};
    size_t page = pagination->composer->document->page_count - 1;
    for (size_t i = pagination->side_first; i < pagination->count; i++) {
        const struct placement *placement = &pagination->placements[i];
        halves_add_piece(&shown, pagination->composer, placement->piece, placement->x - left_margin(pagination, page),
                         pagination->foot.width_pt);
    }
    return shown;
}

/* The key at the foot of a side, which then is full. */
static void place_foot(struct pagination *pagination) {
    const struct halves shown = shown_on_side(pagination);
    struct page_usage *used = usage_of_setting(pagination->composer);
    for (int half = 0; half < KEY_HALVES && used != NULL; half++) {
        usage_add(&used->all, &shown.usage[half]);
        if (!pagination->further)
            usage_add(&used->first_side, &shown.usage[half]);
    }
    const struct piece *piece = key_foot_piece(pagination->composer, &pagination->foot, &shown, pagination->further);
    if (piece == NULL)
        return;
    double y = composer_paper_height(pagination->paper) + FOOT_DROP_PT - piece->height_pt;
    if (pagination->composer->layout->cropped)
        y = pagination->y + FOOT_GAP_PT;
    place(pagination, piece, 0, y, false);
}

static void start_side_of_page(struct pagination *pagination, bool further) {
    pagination->further = further;
    pagination->side_first = pagination->count;
    start_page(pagination, !further);
}

static void place_again(struct pagination *pagination, const struct region *region) {
    for (size_t i = 0; i < region->flow_count; i++) {
        double y = 0;
        for (const struct piece *piece = region->flows[i].first; piece != NULL; piece = piece->next) {
            y += piece == region->flows[i].first ? 0 : piece->gap_pt;
            place(pagination, piece, region->x[i], y, true);
            y += piece->height_pt;
        }
    }
}

/* gap_pt: below the head that is repeated */
static void start_next_page(struct pagination *pagination, double gap_pt) {
    place_foot(pagination);
    start_side_of_page(pagination, true);
    if (pagination->repeat != NULL) {
        place_again(pagination, pagination->repeat);
        pagination->y = repeated_height(pagination->repeat);
        return;
    }
    struct flow page = page_flow(pagination->paper);
    struct piece *head = heading_continued(pagination->composer, &page);
    place(pagination, head, 0, 0, true);
    pagination->y = head->height_pt + gap_pt;
}

/* A piece and those that it must stay with, gaps between them included. */
static double group_height(const struct piece *piece) {
    double height = piece->height_pt;
    for (; piece->keep && piece->next != NULL; piece = piece->next)
        height += piece->next->gap_pt + piece->next->height_pt;
    return height;
}

/* Where one flow of a region stands while it is placed. */
struct cursor {
    const struct piece *piece;
    double x, y;
};

/* A piece that no page can hold stands on one all the same, and is told. */
static void check_height(const struct pagination *pagination, const struct piece *piece, double top, double bottom) {
    double room = room_height(pagination) - top;
    if (bottom > room_height(pagination) + SLACK_PT)
        diag_error(
            pagination->composer->diag, piece->pos,
            "this is %.0f points high and a page has %.0f for it; make it lower, or give the page smaller margins",
            bottom - top, room);
}

/* Places what fits on this page; true where all of the flow is placed. */
static bool place_flow(struct pagination *pagination, struct cursor *cursor, double top, bool fresh) {
    const struct piece *last = NULL; /* on this page */
    bool first = true, kept = false;
    for (; cursor->piece != NULL; cursor->piece = cursor->piece->next) {
        const struct piece *piece = cursor->piece;
        double gap = first ? 0 : piece->gap_pt, repeat = 0;
        if (first && fresh && piece->repeat != NULL)
            repeat = piece->repeat->height_pt;
        double bottom = cursor->y + gap + repeat + (kept ? piece->height_pt : group_height(piece));
        /* what is higher than a whole page stands on it all the same, from its top */
        bool alone = first && fresh && cursor->y <= top + SLACK_PT;
        if (bottom > room_height(pagination) + SLACK_PT && !alone && !kept) {
            if (last != NULL && last->close != NULL)
                place(pagination, last->close, cursor->x, cursor->y, true);
            return false;
        }
        check_height(pagination, piece, top, cursor->y + gap + repeat + piece->height_pt);
        cursor->y += gap;
        place(pagination, piece, cursor->x, cursor->y + repeat, false);
        if (repeat > 0) /* over the ground of the row, which must not hide the rule of the head */
            place(pagination, piece->repeat, cursor->x, cursor->y, true);
        cursor->y += repeat + piece->height_pt;
        kept = piece->keep;
        last = piece;
        first = false;
    }
    return true;
}

static bool starts_here(const struct pagination *pagination, const struct region *region, double y) {
    for (size_t i = 0; i < region->flow_count; i++)
        if (region->flows[i].first != NULL &&
            y + group_height(region->flows[i].first) > room_height(pagination) + SLACK_PT)
            return false;
    const struct region *next = region->next;
    bool goes_on = region->keep || region_is_empty(region);
    return !goes_on || next == NULL || starts_here(pagination, next, y + region_height(region) + next->gap_pt);
}

static void place_region(struct pagination *pagination, const struct region *region, bool first) {
    struct cursor cursors[REGION_FLOWS_MAX];
    double top = pagination->y + (first ? 0 : region->gap_pt);
    bool fresh = first;
    if (!starts_here(pagination, region, top) && !first) {
        start_next_page(pagination, CONTINUED_GAP_PT);
        top = pagination->y;
        fresh = true;
    }
    for (size_t i = 0; i < region->flow_count; i++)
        cursors[i] = (struct cursor){region->flows[i].first, region->x[i], top};
    for (bool done = false; !done;) {
        double end = top;
        done = true;
        for (size_t i = 0; i < region->flow_count; i++) {
            cursors[i].y = top;
            done &= place_flow(pagination, &cursors[i], top, fresh);
            end = cursors[i].y > end ? cursors[i].y : end;
        }
        pagination->y = end;
        if (!done) {
            start_next_page(pagination, region == pagination->below_head ? region->gap_pt : CONTINUED_GAP_PT);
            top = pagination->y;
            fresh = true;
        }
    }
}

void pagination_place(struct pagination *pagination, struct region *regions, const struct page_foot *foot) {
    bool first = true;
    pagination->foot = *foot;
    pagination->repeat = regions != NULL && regions->repeat ? regions : NULL;
    const struct block *block = pagination->composer->page->spec->body->first_child;
    pagination->below_head = block != NULL && block->kind == BLOCK_HEADING && regions != NULL ? regions->next : NULL;
    start_side_of_page(pagination, false);
    for (struct region *region = regions; region != NULL; region = region->next) {
        if (region->page_break) {
            start_next_page(pagination, CONTINUED_GAP_PT);
            region_tighten(region->next, room_height(pagination) - pagination->y, (struct region_fit){0});
            continue;
        }
        place_region(pagination, region, first);
        first = false;
    }
    place_foot(pagination);
}

const char *pagination_blank_words(const struct words *words, const char *own) {
    return own != NULL ? own : words_get(words, WORD_LEFT_BLANK);
}

void pagination_blank(struct pagination *pagination, const char *words, bool counted) {
    struct composer *composer = pagination->composer;
    const struct paper *paper = &composer->layout->paper;
    struct flow flow = {.width_pt = composer_paper_width(paper)};
    words = pagination_blank_words(composer->words, words);
    start_side(pagination, paper, counted);
    if (!characters_check(composer, words,
                          composer->page->spec != NULL ? composer->page->spec->pos : composer->layout->pos))
        return;
    struct piece *piece = flow_add(composer, &flow, 20);
    struct pen pen = pen_in(pen_make(composer, piece, STYLE_LEAD), FACE_TEXT, COLOUR_SECOND_TEXT);
    pen.element = document_add_element(composer->document, composer->page->section, ROLE_PARAGRAPH);
    pen_text_centred(&pen, flow.width_pt / 2, 14, words);
    place(pagination, piece, 0, composer_paper_height(paper) / 2 - 40, false);
}

void pagination_start_side(struct pagination *pagination, enum side side) {
    bool right = next_number(pagination) % 2 != 0;
    if (right == (side == SIDE_RIGHT))
        return;
    composer_start_section(pagination->composer);
    pagination_blank(pagination, NULL, true);
}

/* The page behind the last one of a page_spec. */
static size_t end_of(const struct composer *composer, size_t spec) {
    for (size_t next = spec + 1; next < composer->layout->page_count; next++)
        if (composer->first_pages[next] > composer->first_pages[spec])
            return composer->first_pages[next];
    return composer->document->page_count;
}

/* Where a row about the indicator stands, else the first page. */
static size_t referred_page(const struct pagination *pagination, const struct page_reference *reference) {
    const struct composer *composer = pagination->composer;
    size_t first = composer->first_pages[reference->spec], end = end_of(composer, reference->spec);
    for (size_t i = 0; reference->indicator != NULL && i < pagination->count; i++) {
        const struct placement *placement = &pagination->placements[i];
        if (placement->piece->row.indicator == reference->indicator && placement->page >= first &&
            placement->page < end)
            return placement->page;
    }
    return first;
}

/* What is printed for a page: `3`, or `3a` where it is folded, since a table that runs over its fold begins there;
 * halves that say `Page 3 of 12` say the same. */
static const char *label_of(const struct pagination *pagination, size_t page) {
    const char *label = pagination->composer->document->pages[page].label;
    if (label == NULL)
        return "";
    bool halves = pagination->sides[page].paper->fold_pt > 0 && !pagination->composer->layout->numbers_of_pages;
    return halves ? page_number_of_half(pagination->composer->arena, label, false) : label;
}

static void fill_references(const struct pagination *pagination) {
    struct composer *composer = pagination->composer;
    for (size_t i = 0; i < composer->reference_count; i++) {
        struct page_reference *reference = &composer->references[i];
        size_t page = referred_page(pagination, reference);
        page_reference_fill(composer, reference, page, label_of(pagination, page));
    }
}

/* To the edges of the paper; of its half, where it stands in one half of a page that is wider than high. */
static void bleed(const struct page *page, struct frame *frame) {
    double fold = page->width_pt / 2, right = frame->x + frame->width;
    bool halved = page->width_pt > page->height_pt;
    frame->x = halved && frame->x >= fold ? fold : 0;
    frame->width = (halved && right <= fold ? fold : page->width_pt) - frame->x;
    frame->height += frame->y;
    frame->y = 0;
}

static void copy_frame(const struct pagination *pagination, const struct placement *placement,
                       const struct frame *from) {
    struct composer *composer = pagination->composer;
    struct page *page = &composer->document->pages[placement->page];
    struct frame *frame = page_add_frame(composer->document, page, from->kind, NULL);
    *frame = *from;
    page_number_fill(composer, from, frame, page->label, pagination->last_label);
    frame_move(composer->arena, frame, placement->x, placement->y);
    if (placement->piece->bleed && frame->kind == FRAME_FILL)
        bleed(page, frame);
    if (placement->artifact) {
        frame->element = NULL;
        frame->pagination = true;
    }
}

/* The label of pieces that stand on one page together; the placement that ends them. */
static size_t add_side_label(struct pagination *pagination, size_t first) {
    struct composer *composer = pagination->composer;
    const struct placement *start = &pagination->placements[first];
    size_t last = first;
    while (last + 1 < pagination->count && pagination->placements[last + 1].page == start->page &&
           pagination->placements[last + 1].piece->side_label == start->piece->side_label)
        last++;
    const struct placement *end = &pagination->placements[last];
    struct piece *piece = arena_new(composer->arena, struct piece);
    struct placement placement = {start->page, start->x, start->y, piece, false};
    side_label_set(composer, piece, start->piece->side_label, 0, 0, end->y + end->piece->height_pt - start->y);
    for (size_t f = 0; f < piece->frame_count; f++)
        copy_frame(pagination, &placement, piece->frames[f]);
    return last;
}

static void add_side_labels(struct pagination *pagination) {
    for (size_t i = 0; i < pagination->count; i++)
        if (pagination->placements[i].piece->side_label != NULL)
            i = add_side_label(pagination, i);
}

/* Of each page, those of the first table on it that counts its rows. */
static struct rows_shown *find_rows(const struct pagination *pagination) {
    const struct composer *composer = pagination->composer;
    struct rows_shown *shown = arena_new_array(composer->arena, composer->document->page_count + 1, struct rows_shown);
    for (size_t i = 0; i < pagination->count; i++) {
        const struct placement *placement = &pagination->placements[i];
        const struct piece_row *row = &placement->piece->row;
        if (!placement->artifact)
            rows_shown_add(&shown[placement->page], row);
    }
    return shown;
}

static void add_foot(struct pagination *pagination, size_t page, struct rows_shown shown) {
    struct composer *composer = pagination->composer;
    const struct paper *paper = pagination->sides[page].paper;
    const struct foot foot = {
        .flow = page_flow(paper),
        .room_pt = paper->bottom_pt,
        .left_hand = is_left_hand(pagination, page),
        .label = composer->document->pages[page].label,
        .source = pagination->sides[page].source,
        .shown = rows_shown_words(composer, &shown),
    };
    struct piece *piece = foot_set(composer, &foot);
    struct placement placement = {page, left_margin(pagination, page), paper->height_pt - paper->bottom_pt, piece,
                                  true};
    for (size_t f = 0; f < piece->frame_count; f++)
        copy_frame(pagination, &placement, piece->frames[f]);
}

/* The number of the last page that has one. */
static const char *last_label(const struct document *document) {
    for (size_t i = document->page_count; i-- > 0;)
        if (document->pages[i].label != NULL)
            return document->pages[i].label;
    return "";
}

void pagination_finish(struct pagination *pagination) {
    struct composer *composer = pagination->composer;
    const struct layout *layout = composer->layout;
    composer_expand_no_more(composer);
    fill_references(pagination);
    pagination->last_label = last_label(composer->document);
    for (size_t i = 0; i < pagination->count; i++) {
        const struct placement *placement = &pagination->placements[i];
        for (size_t f = 0; f < placement->piece->frame_count; f++)
            copy_frame(pagination, placement, placement->piece->frames[f]);
    }
    add_side_labels(pagination);
    composer_go_on(composer, layout->catalogue->pos, NULL);
    const struct rows_shown *shown = find_rows(pagination);
    for (size_t i = 0; i < composer->document->page_count; i++)
        if (pagination->sides[i].counted)
            add_foot(pagination, i, shown[i]);
}

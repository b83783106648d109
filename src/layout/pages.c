#include <string.h>

#include "blocks_read.h"
#include "condition_read.h"
#include "lookup.h"
#include "named.h"
#include "paper_read.h"
#include "selection_read.h"
#include "text.h"
#include "written.h"

static void read_template(struct layout_reader *reader, const struct xml_element *element) {
    const char *id = xml_value(element, "id");
    if (id == NULL)
        return;
    for (size_t i = 0; i < reader->template_count; i++)
        if (strcmp(reader->templates[i].id, id) == 0) {
            diag_error(reader->diag, xml_pos(element, "id"), "the template \"%s\" is in line %d already", id,
                       reader->templates[i].pos.line);
            return;
        }
    arena_append(reader->arena, reader->templates, reader->template_count, reader->template_capacity) =
        (struct template){id, blocks_read(reader, element), element->pos};
}

static const struct block *find_template(struct layout_reader *reader, const struct xml_element *element) {
    const char *id = xml_value(element, "template");
    const char **names = arena_new_array(reader->arena, reader->template_count + 1, const char *);
    for (size_t i = 0; i < reader->template_count; i++) {
        names[i] = reader->templates[i].id;
        if (strcmp(names[i], id) == 0)
            return reader->templates[i].body;
    }
    diag_error(reader->diag, xml_pos(element, "template"), "unknown template \"%s\"%s", id,
               text_suggestion(reader->arena, id, names, reader->template_count));
    return NULL;
}

/* The first block that shows an indicator and has none; NULL where all is well. */
static const struct block *find_homeless(const struct block *block) {
    for (const struct block *child = block->first_child; child != NULL; child = child->next) {
        enum block_about about = block_rules[child->kind].about;
        bool shows = about == ABOUT_INDICATOR || (about == ABOUT_TITLE && child->title == NULL);
        if (shows && block_speaks_of(child, NULL) == NULL && child->selection.count == 0)
            return child;
        const struct block *inner = find_homeless(child);
        if (inner != NULL)
            return inner;
    }
    return NULL;
}

static void add_page(struct layout_reader *reader, struct page_spec page) {
    struct layout *layout = reader->layout;
    const struct block *homeless = page.body == NULL || page.indicator != NULL ? NULL : find_homeless(page.body);
    /* A heading takes the page's title before it takes the indicator's. */
    if (homeless != NULL && !(block_rules[homeless->kind].about == ABOUT_TITLE && page.title != NULL))
        diag_error(reader->diag, page.pos, "the page has no indicator for its <%s> in line %d",
                   block_words[homeless->kind], homeless->pos.line);
    arena_append(reader->arena, layout->pages, layout->page_count, layout->page_capacity) = page;
}

static bool has_indicators_id(const struct page_spec *page) {
    return page->indicator != NULL && text_equal(page->id, page->indicator->id);
}

/* Pages that go by the id of their indicator may share it: they are published together. */
static void check_id(struct layout_reader *reader, const struct page_spec *page, struct source_pos pos) {
    const struct page_spec *other = page->id != NULL ? index_find(&reader->page_ids, page->id) : NULL;
    if (other != NULL && !(has_indicators_id(other) && has_indicators_id(page)))
        diag_error(reader->diag, pos, "the page in line %d has the id \"%s\" already; give one of them another id",
                   other->pos.line, page->id);
    if (other != NULL || page->id == NULL)
        return;
    struct page_spec *first = arena_new(reader->arena, struct page_spec);
    *first = *page;
    index_add(reader->arena, &reader->page_ids, page->id, first);
}

static void read_page(struct layout_reader *reader, const struct xml_element *element) {
    const char *indicator = xml_value(element, "indicator");
    struct page_spec page = {.id = xml_value(element, "id"),
                             .title = xml_value(element, "title"),
                             .label = xml_value(element, "label"),
                             .when = condition_read(reader, element),
                             .paper = paper_read_own(reader, element),
                             .pos = element->pos};
    if (indicator != NULL)
        page.indicator = named_indicator(reader, element, "indicator");
    if (indicator != NULL && page.indicator == NULL)
        return;
    if (page.id == NULL && page.indicator != NULL)
        page.id = page.indicator->id;
    check_id(reader, &page, xml_pos(element, xml_value(element, "id") != NULL ? "id" : "indicator"));
    bool titled = page.title != NULL || page.indicator != NULL;
    page.listed = xml_yes(element, "listed", titled);
    page.right_hand = xml_yes(element, "right-hand", false);
    page.uncounted = !xml_yes(element, "counted", true);
    if (page.listed && !titled)
        diag_error(reader->diag, xml_pos(element, "listed"), "a page that is listed needs a title or an indicator");
    bool follows = xml_value(element, "template") != NULL;
    if (follows && element->first_child != NULL)
        diag_error(reader->diag, element->pos, "a page has a template or blocks of its own, not both");
    if (!follows && element->first_child == NULL)
        diag_error(reader->diag, element->pos,
                   "the page is empty; give it a template or blocks, or write <blank-page/>");
    if (follows)
        written_add_element(reader, element);
    page.body = follows ? find_template(reader, element) : blocks_read(reader, element);
    if (page.body != NULL)
        add_page(reader, page);
}

/* A section by its id is the short form of a selection. */
static bool select_pages(struct layout_reader *reader, const struct xml_element *element, struct selection *selection) {
    const char *name = xml_value(element, "section");
    bool all = xml_yes(element, "all", false);
    bool selects = xml_value(element, "select") != NULL || xml_value(element, "indicators") != NULL;
    if ((name != NULL) + all + selects != 1) {
        diag_error(reader->diag, element->pos,
                   "<pages> needs one of these: section=\"...\", select or indicators, or all=\"yes\"");
        return false;
    }
    const struct section *section =
        name == NULL ? NULL : lookup_section(&reader->names, name, xml_pos(element, "section"));
    if (name != NULL && section == NULL)
        return false;
    if (name == NULL)
        return selection_read(reader, element, selection);
    struct selection_term term = {.attribute = "section", .pos = element->pos};
    arena_append(reader->arena, term.values, term.value_count, term.value_capacity) = section->id;
    *selection = (struct selection){.pos = element->pos};
    arena_append(reader->arena, selection->terms, selection->term_count, selection->term_capacity) = term;
    selection_resolve(reader->arena, selection, reader->layout->catalogue);
    if (selection->count == 0)
        diag_warning(reader->diag, element->pos, "no indicator is in the section \"%s\"; no page comes of it", name);
    return true;
}

static void read_pages(struct layout_reader *reader, const struct xml_element *element) {
    struct selection selection;
    const struct block *body = xml_value(element, "template") == NULL ? NULL : find_template(reader, element);
    if (!select_pages(reader, element, &selection) || body == NULL)
        return;
    const struct condition *when = condition_read(reader, element);
    const struct paper *paper = paper_read_own(reader, element);
    for (size_t i = 0; i < selection.count; i++) {
        const struct indicator *indicator = selection.indicators[i];
        struct page_spec page = {.id = indicator->id,
                                 .indicator = indicator,
                                 .body = body,
                                 .listed = true,
                                 .when = when,
                                 .paper = paper,
                                 .pos = element->pos};
        written_add_indicator(reader, indicator);
        check_id(reader, &page, element->pos);
        add_page(reader, page);
    }
}

static void read_blank(struct layout_reader *reader, const struct xml_element *element) {
    written_add_element(reader, element);
    add_page(reader, (struct page_spec){.blank = true,
                                        .blank_text = xml_value(element, "text"),
                                        .uncounted = !xml_yes(element, "counted", true),
                                        .pos = element->pos});
}

void pages_read(struct layout_reader *reader) {
    static const struct {
        const char *name;
        void (*read)(struct layout_reader *, const struct xml_element *);
    } kinds[] = {{"page", read_page}, {"pages", read_pages}, {"blank-page", read_blank}};
    for (const struct xml_element *child = reader->root->first_child; child != NULL; child = child->next)
        if (strcmp(child->name, "template") == 0)
            read_template(reader, child);
    for (const struct xml_element *child = reader->root->first_child; child != NULL; child = child->next)
        for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
            if (strcmp(child->name, kinds[i].name) == 0)
                kinds[i].read(reader, child);
    if (reader->layout->page_count == 0 && !diag_failed(reader->diag))
        diag_error(reader->diag, reader->root->pos, "the layout has no page");
}

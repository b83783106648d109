#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "excerpt.h"

/* Three pages: contents, a topic of two sides with another page between them, each a section. */
struct fixture {
    struct arena *arena;
    struct document *whole;
    struct element *link, *paragraph;
};

static struct page *add_page(struct document *document, const char *id, const char *label) {
    struct page *page = document_add_page(document, 595, 842);
    page->id = id;
    page->label = label;
    page->title = id;
    page->about = "About";
    return page;
}

static struct frame *add_text(struct fixture *fixture, size_t page, struct element *element, const char *string) {
    struct frame *frame = page_add_frame(fixture->whole, &fixture->whole->pages[page], FRAME_TEXT, element);
    frame->u.text.string = string;
    return frame;
}

static void add_link(struct fixture *fixture, size_t from, struct element *element, size_t to, const char *uri) {
    element->link = (struct element_link){.page = to, .uri = uri};
    page_add_frame(fixture->whole, &fixture->whole->pages[from], FRAME_LINK, element);
}

static void add_entry(struct document *document, int level, size_t page) {
    arena_append(document->arena, document->outline, document->outline_count, document->outline_capacity) =
        (struct outline_entry){level, "entry", page};
}

static int set_up(void **state) {
    static struct fixture fixture;
    fixture.arena = arena_create();
    struct document *whole = fixture.whole = document_create(fixture.arena);
    whole->title = "Pack";
    whole->language = "cy";
    add_page(whole, "contents", "125");
    add_page(whole, "visits", "126");
    add_page(whole, "plans", "127");
    add_page(whole, "visits", "128");
    struct element *contents = document_add_element(whole, NULL, ROLE_SECTION);
    struct element *visits = document_add_element(whole, NULL, ROLE_SECTION);
    struct element *plans = document_add_element(whole, NULL, ROLE_SECTION);
    fixture.link = document_add_element(whole, contents, ROLE_LINK);
    fixture.paragraph = document_add_element(whole, visits, ROLE_PARAGRAPH);
    fixture.paragraph->alt = "alt";
    fixture.paragraph->meaning = "rag-green";
    fixture.paragraph->row_span = 3;
    add_text(&fixture, 0, fixture.link, "Visits");
    add_link(&fixture, 0, fixture.link, 1, NULL);
    add_text(&fixture, 1, NULL, "head");
    add_text(&fixture, 1, fixture.paragraph, "first side");
    add_text(&fixture, 2, document_add_element(whole, plans, ROLE_PARAGRAPH), "plans");
    add_text(&fixture, 3, fixture.paragraph, "second side");
    add_link(&fixture, 1, document_add_element(whole, visits, ROLE_LINK), 3, NULL);
    add_link(&fixture, 1, document_add_element(whole, visits, ROLE_LINK), 0, "https://example.org");
    add_entry(whole, 1, 0);
    add_entry(whole, 1, 2);
    add_entry(whole, 2, 1);
    add_entry(whole, 3, 3);
    *state = &fixture;
    return 0;
}

static int tear_down(void **state) {
    arena_destroy(((struct fixture *)*state)->arena);
    return 0;
}

static void keeps_all_sides_of_a_page(void **state) {
    struct fixture *fixture = *state;
    struct document *part = excerpt_create(fixture->arena, fixture->whole, "visits");
    assert_int_equal(part->page_count, 2);
    assert_string_equal(part->pages[0].label, "126");
    assert_string_equal(part->pages[1].label, "128");
    assert_string_equal(part->title, "visits");
    assert_string_equal(part->subject, "About");
    assert_string_equal(part->language, "cy");
}

static void copies_the_elements_of_its_pages(void **state) {
    struct fixture *fixture = *state;
    struct document *part = excerpt_create(fixture->arena, fixture->whole, "visits");
    const struct element *section = part->root->first_child;
    assert_ptr_equal(section, part->root->last_child);
    assert_int_equal(part->element_count, 5); /* root, section, paragraph, links */
    const struct element *paragraph = part->pages[0].frames[1].element;
    assert_ptr_not_equal(paragraph, fixture->paragraph);
    assert_ptr_equal(paragraph, section->first_child);
    assert_ptr_equal(paragraph, part->pages[1].frames[0].element);
    assert_int_equal(paragraph->role, ROLE_PARAGRAPH);
    assert_string_equal(paragraph->alt, "alt");
    assert_string_equal(paragraph->meaning, "rag-green");
    assert_int_equal(paragraph->row_span, 3);
    assert_null(paragraph->first_child);
    assert_null(part->pages[0].frames[0].element);
}

static void keeps_links_that_lead_somewhere(void **state) {
    struct fixture *fixture = *state;
    struct document *part = excerpt_create(fixture->arena, fixture->whole, "visits");
    const struct page *page = &part->pages[0];
    assert_int_equal(page->frame_count, 4);
    assert_int_equal(page->frames[2].element->link.page, 1);
    assert_string_equal(page->frames[3].element->link.uri, "https://example.org");
    assert_int_equal(page->frames[2].element->role, ROLE_LINK);
}

static void makes_words_of_a_link_to_another_page(void **state) {
    struct fixture *fixture = *state;
    struct document *part = excerpt_create(fixture->arena, fixture->whole, "contents");
    assert_int_equal(part->pages[0].frame_count, 1);
    assert_int_equal(part->pages[0].frames[0].element->role, ROLE_SPAN);
    assert_int_equal(fixture->link->role, ROLE_LINK);
    assert_int_equal(fixture->whole->pages[0].frame_count, 2);
}

static void moves_outline_entries_up(void **state) {
    struct fixture *fixture = *state;
    struct document *part = excerpt_create(fixture->arena, fixture->whole, "visits");
    assert_int_equal(part->outline_count, 2);
    assert_int_equal(part->outline[0].level, 1);
    assert_int_equal(part->outline[0].page, 0);
    assert_int_equal(part->outline[1].level, 2);
    assert_int_equal(part->outline[1].page, 1);
}

static void knows_no_other_page(void **state) {
    struct fixture *fixture = *state;
    assert_null(excerpt_create(fixture->arena, fixture->whole, "visit"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(keeps_all_sides_of_a_page, set_up, tear_down),
        cmocka_unit_test_setup_teardown(copies_the_elements_of_its_pages, set_up, tear_down),
        cmocka_unit_test_setup_teardown(keeps_links_that_lead_somewhere, set_up, tear_down),
        cmocka_unit_test_setup_teardown(makes_words_of_a_link_to_another_page, set_up, tear_down),
        cmocka_unit_test_setup_teardown(moves_outline_entries_up, set_up, tear_down),
        cmocka_unit_test_setup_teardown(knows_no_other_page, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

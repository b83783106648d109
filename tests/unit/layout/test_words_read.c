#include "../read_test.h"
#include "calendar.h"
#include "file.h"
#include "layout.h"
#include "words_read.h"

/* How often each place of a text is in another one is not asked, only that it is. */
static bool has_places_of(const char *text, const char *other) {
    const char *name;
    size_t length;
    while (words_next_place(&other, &name, &length)) {
        char place[64];
        snprintf(place, sizeof place, "{%.*s}", (int)length, name);
        if (strstr(text, place) == NULL)
            return false;
    }
    return true;
}

/* Every message file of the program has every word, with the same places, and no mistake. */
static void every_language_has_every_word(void **state) {
    struct fixture *fixture = *state;
    size_t missing, files = 0;
    const struct words *english = words_read(fixture->arena, "en-GB", &missing, &fixture->diag);
    for (const struct embedded_file *file = word_files; file->path != NULL; file++, files++) {
        const struct words *words = words_read(fixture->arena, path_name(file->path), &missing, &fixture->diag);
        assert_int_equal(missing, 0);
        for (int word = 0; word < WORD_COUNT; word++) {
            assert_non_null(words->texts[word]);
            assert_true(has_places_of(words->texts[word], english->texts[word]));
            assert_true(has_places_of(english->texts[word], words->texts[word]));
        }
    }
    assert_int_equal(fixture->diag.count, 0);
    assert_true(files >= 2);
}

static void the_part_before_a_hyphen_counts(void **state) {
    struct fixture *fixture = *state;
    size_t missing;
    const char *const tags[] = {"cy", "cy-GB", "CY"};
    for (size_t i = 0; i < 3; i++)
        assert_string_equal(words_get(words_read(fixture->arena, tags[i], &missing, &fixture->diag), WORD_JANUARY),
                            "Ionawr");
}

static void a_language_without_words_is_english(void **state) {
    struct fixture *fixture = *state;
    size_t missing;
    const struct words *words = words_read(fixture->arena, "cym", &missing, &fixture->diag);
    assert_int_equal(missing, WORD_COUNT);
    assert_string_equal(words_get(words, WORD_JANUARY), "January");
}

static void missing_words_are_named_in_a_warning(void **state) {
    struct fixture *fixture = *state;
    fixture_file(fixture, "layouts/words.xml", "<words language='fr'><word id='january'>Janvier</word></words>");
    const char *path = fixture_file(fixture, "layouts/pack.xml",
                                    "<pack title='P' language='fr' words='words.xml' catalogue='no.xml'/>");
    layout_read(fixture->arena, path, NULL, &fixture->diag);
    bool told = false;
    for (size_t i = 0; i < fixture->diag.count; i++)
        told |= fixture->diag.messages[i].level == DIAG_WARNING &&
                strstr(fixture->diag.messages[i].text, " words have no text in \"fr\" and are printed in English: "
                                                       "february, march, april, may, june, ...") != NULL;
    assert_true(told);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(every_language_has_every_word),
        TEST(the_part_before_a_hyphen_counts),
        TEST(a_language_without_words_is_english),
        TEST(missing_words_are_named_in_a_warning),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

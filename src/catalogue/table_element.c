#include "table_element.h"

static struct request_text text_of(const struct xml_element *element, const char *name) {
    return (struct request_text){xml_value(element, name), xml_pos(element, name)};
}

/* The number of a word in a list whose first stands for what is not said. */
static int word_of(const struct xml_element *element, const char *name, const char *const *words, int count) {
    return xml_word(element, name, words + 1, count - 1, -1) + 1;
}

struct table_request table_element_read(const struct xml_element *element) {
    return (struct table_request){
        .from = xml_pos(element, "file"),
        .encoding = (enum encoding)word_of(element, "encoding", encoding_words, ENCODING_COUNT),
        .separator = (enum separator)word_of(element, "separator", separator_words, SEPARATOR_COUNT),
        .sheet = text_of(element, "sheet"),
        .range = text_of(element, "range"),
        .table = text_of(element, "table"),
        .skip = xml_whole(element, "skip", 0),
        .from_heading = text_of(element, "from-heading"),
        .heading_rows = xml_whole(element, "heading-rows", 1),
        .until = text_of(element, "until"),
        .until_blank = xml_yes(element, "until-blank", false),
        .fill_down = text_of(element, "fill-down"),
        .where = text_of(element, "where"),
        .needed = xml_yes(element, "optional", false) ? ROWS_OPTIONAL : ROWS_NEEDED,
    };
}

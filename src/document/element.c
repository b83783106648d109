#include "element.h"

const char *const role_words[ROLE_COUNT] = {
    [ROLE_DOCUMENT] = "document",
    [ROLE_SECTION] = "section",
    [ROLE_BLOCK] = "block",
    [ROLE_HEADING_1] = "heading-1",
    [ROLE_HEADING_2] = "heading-2",
    [ROLE_HEADING_3] = "heading-3",
    [ROLE_HEADING_4] = "heading-4",
    [ROLE_HEADING_5] = "heading-5",
    [ROLE_HEADING_6] = "heading-6",
    [ROLE_PARAGRAPH] = "paragraph",
    [ROLE_STRONG] = "strong",
    [ROLE_EMPHASIS] = "emphasis",
    [ROLE_LIST] = "list",
    [ROLE_LIST_ITEM] = "list-item",
    [ROLE_LIST_LABEL] = "list-label",
    [ROLE_LIST_BODY] = "list-body",
    [ROLE_TABLE] = "table",
    [ROLE_TABLE_HEAD] = "table-head",
    [ROLE_TABLE_BODY] = "table-body",
    [ROLE_TABLE_ROW] = "row",
    [ROLE_HEADER_CELL] = "header-cell",
    [ROLE_DATA_CELL] = "cell",
    [ROLE_FIGURE] = "figure",
    [ROLE_CAPTION] = "caption",
    [ROLE_QUOTE] = "quote",
    [ROLE_NOTE] = "note",
    [ROLE_REFERENCE] = "reference",
    [ROLE_CODE] = "code",
    [ROLE_STRUCK] = "struck",
    [ROLE_CONTENTS] = "contents",
    [ROLE_CONTENTS_ITEM] = "contents-item",
    [ROLE_LINK] = "link",
    [ROLE_ABBREVIATION] = "abbreviation",
    [ROLE_SYMBOL] = "symbol",
    [ROLE_SPAN] = "span",
};

int element_rank(const struct element *element) {
    bool is_heading = element->role >= ROLE_HEADING_1 && element->role <= ROLE_HEADING_6;
    return is_heading ? (int)(element->role - ROLE_HEADING_1) + 1 : 0;
}

bool element_is_of_grid(const struct element *element) {
    return element->role == ROLE_TABLE_ROW || element->role == ROLE_HEADER_CELL || element->role == ROLE_DATA_CELL;
}

bool element_is_inline(const struct element *element) {
    return element->role >= ROLE_STRONG && element->role <= ROLE_SPAN;
}

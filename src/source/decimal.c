#include "decimal.h"

#include <string.h>

/* True where a text has one mark of that kind and none of the other: it cannot tell of the other. */
static bool has_one(const char *text, char mark, char other) {
    const char *at = strchr(text, mark);
    return at != NULL && strchr(at + 1, mark) == NULL && strchr(text, other) == NULL;
}

/* True where the text tells nothing that is not known: nearly every text of a large file. */
static bool is_known(const struct decimal *decimal, const char *text) {
    bool point = decimal->point.pos.file != NULL, comma = decimal->comma.pos.file != NULL;
    return (point && comma) || (point && has_one(text, '.', ',')) || (comma && has_one(text, ',', '.'));
}

void decimal_look(struct decimal *decimal, const struct cell_style *style, struct arena *arena, const char *text,
                  struct source_pos pos) {
    if (strpbrk(text, ".,") == NULL || is_known(decimal, text))
        return;
    size_t length = cell_number_length(style, text, strlen(text));
    enum numeral_tells tells = numeral_tells(text, length);
    struct decimal_seen *seen = tells == NUMERAL_TELLS_POINT    ? &decimal->point
                                : tells == NUMERAL_TELLS_COMMA  ? &decimal->comma
                                : tells == NUMERAL_TELLS_EITHER ? &decimal->either
                                                                : NULL;
    if (seen != NULL && seen->pos.file == NULL)
        *seen = (struct decimal_seen){cell_trim(arena, text), pos};
}

static const char *written(struct arena *arena, const char *text, enum decimal_mark mark) {
    struct numeral numeral;
    numeral_read(text, strlen(text), mark, &numeral);
    return fraction_plain(arena, numeral.number, 9);
}

bool decimal_settle(const struct decimal *decimal, bool commas_likely, enum decimal_mark *mark, struct arena *arena,
                    struct diag *diag) {
    const struct decimal_seen *point = &decimal->point, *comma = &decimal->comma, *either = &decimal->either;
    *mark = comma->pos.file != NULL ? DECIMAL_COMMA : DECIMAL_POINT;
    if (point->pos.file != NULL && comma->pos.file != NULL) {
        diag_error(diag, comma->pos,
                   "\"%s\" has a decimal comma, and \"%s\" in %s a decimal point; write all figures "
                   "alike, or say which it is with decimal=\"point\" or \"comma\"",
                   comma->text, point->text, diag_cell_words(arena, point->pos));
        return false;
    }
    if (point->pos.file != NULL || comma->pos.file != NULL || either->pos.file == NULL || !commas_likely)
        return true;
    diag_error(diag, either->pos,
               "\"%s\" is %s with a decimal point and %s with a decimal comma, and no other figure tells which it is; "
               "say decimal=\"point\" or \"comma\"",
               either->text, written(arena, either->text, DECIMAL_POINT), written(arena, either->text, DECIMAL_COMMA));
    return false;
}

/* Any bytes as the text of a figure and its flags, and what a file's figures tell of its decimal mark. */
#include <string.h>

#include "decimal.h"
#include "fuzz_file.h"

/* The rest of the input up to a byte of its own, as a text that ends in NUL. */
static char *next_text(struct arena *arena, const uint8_t **bytes, size_t *length) {
    const uint8_t *end = memchr(*bytes, '\n', *length);
    size_t taken = end == NULL ? *length : (size_t)(end - *bytes);
    char *text = arena_strndup(arena, (const char *)*bytes, taken);
    size_t skipped = taken + (end != NULL);
    *bytes += skipped;
    *length -= skipped;
    return text;
}

/* What is read and written plainly is read again as the same number. */
static void check_again(struct arena *arena, struct fraction number) {
    struct numeral again;
    const char *plain = fraction_exact(arena, number, DIGITS_BEHIND);
    if (!numeral_read(plain, strlen(plain), DECIMAL_POINT, &again) || fraction_compare(again.number, number) != 0)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    static const struct cell_word own = {.text = "q", .status = STATUS_PRESENT};
    struct arena *arena = arena_create();
    struct diag diag;
    diag_init(&diag, arena);
    struct decimal decimal = {0};
    enum decimal_mark mark = DECIMAL_POINT;
    struct cell_style style = {.flags = &own, .flag_count = 1, .words = &own, .word_count = 1};
    while (length > 0) {
        struct cell_text text = {.text = next_text(arena, &bytes, &length), .name = "figure"};
        style.mark = length % 2 == 0 ? DECIMAL_POINT : DECIMAL_COMMA;
        text.flag = next_text(arena, &bytes, &length);
        text.pos = (struct source_pos){.file = "x.csv", .line = (int)length, .column = 1};
        decimal_look(&decimal, &style, arena, text.text, text.pos);
        struct cell cell = cell_read(&style, &text, arena, &diag);
        if (status_is_absent(cell.status) == fraction_present(cell.number) ||
            (cell.status == STATUS_IN_WORDS) != (cell.words != NULL))
            abort();
        if (fraction_present(cell.number))
            check_again(arena, cell.number);
    }
    decimal_settle(&decimal, true, &mark, arena, &diag);
    arena_destroy(arena);
    return 0;
}

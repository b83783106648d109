#include "cell.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "indicator.h"
#include "text.h"

const struct cell_style cell_style_usual;

/* A word means the same in square brackets. */
static const struct cell_word usual_words[] = {
    {"", .status = STATUS_MISSING},
    {"x", .status = STATUS_MISSING},
    {"..", .status = STATUS_MISSING},
    {"...", .status = STATUS_MISSING},
    {"\xE2\x80\xA6", .status = STATUS_MISSING}, /* an ellipsis */
    {":", .status = STATUS_MISSING},
    {"n/a", .status = STATUS_MISSING},
    {"na", .status = STATUS_MISSING},
    {"null", .status = STATUS_MISSING},
    {"#N/A", .status = STATUS_MISSING},
    {"#DIV/0!", .status = STATUS_MISSING},
    {"z", .status = STATUS_NOT_APPLICABLE},
    {"-", .status = STATUS_NOT_APPLICABLE},
    {"\xE2\x80\x93", .status = STATUS_NOT_APPLICABLE}, /* dashes, and a minus alone */
    {"\xE2\x80\x94", .status = STATUS_NOT_APPLICABLE},
    {"\xE2\x88\x92", .status = STATUS_NOT_APPLICABLE},
    {"[n]", .status = STATUS_NOT_DUE},
    {"not due", .status = STATUS_NOT_DUE},
    {"c", .status = STATUS_SUPPRESSED},
    {"suppressed", .status = STATUS_SUPPRESSED},
    {"*", .status = STATUS_SUPPRESSED},
    {"u", .status = STATUS_SUPPRESSED},
    {"k", .status = STATUS_SUPPRESSED},
    {"low", .status = STATUS_SUPPRESSED},
};

static const struct cell_word usual_flags[] = {
    {"p", .status = STATUS_PROVISIONAL},    {"r", .status = STATUS_REVISED},    {"e", .status = STATUS_PROVISIONAL},
    {"f", .status = STATUS_PROVISIONAL},    {"d", .status = STATUS_PRESENT},    {"x", .status = STATUS_MISSING},
    {"z", .status = STATUS_NOT_APPLICABLE}, {"c", .status = STATUS_SUPPRESSED}, {"u", .status = STATUS_SUPPRESSED},
    {"k", .status = STATUS_SUPPRESSED},
};

enum { QUOTED_MAX = 40 };
enum { USUAL_WORDS = sizeof usual_words / sizeof *usual_words, USUAL_FLAGS = sizeof usual_flags / sizeof *usual_flags };

/* A text without blanks at its ends. */
struct span {
    const char *at;
    size_t length;
};

/* A figure while it is read. */
struct reading {
    const struct cell_style *style;
    const struct cell_text *text;
    struct arena *arena;
    struct diag *diag;
};

static struct span span_of(const char *text) {
    struct span span = {text == NULL ? "" : text, text == NULL ? 0 : strlen(text)};
    numeral_trim(&span.at, &span.length);
    return span;
}

static char *span_copy(struct arena *arena, struct span span) {
    return arena_strndup(arena, span.at, span.length);
}

/* The words of a figure, on one line. */
static const char *span_words(struct arena *arena, struct span span) {
    char *words = span_copy(arena, span);
    for (char *s = words; *s != '\0'; s++)
        if ((unsigned char)*s < ' ')
            *s = ' ';
    return words;
}

char *cell_trim(struct arena *arena, const char *text) {
    return span_copy(arena, span_of(text));
}

static const struct cell_word *find_spelling(const struct cell_word *words, size_t count, struct span text) {
    for (size_t i = 0; i < count; i++) {
        const char *word = words[i].text;
        bool starts = text.length == 0 || tolower((unsigned char)*word) == tolower((unsigned char)*text.at);
        if (starts && strncasecmp(word, text.at, text.length) == 0 && word[text.length] == '\0')
            return &words[i];
    }
    return NULL;
}

/* As it stands, or without square brackets around it. */
static const struct cell_word *find_word(const struct cell_word *words, size_t count, struct span text) {
    const struct cell_word *word = find_spelling(words, count, text);
    if (word == NULL && text.length > 2 && text.at[0] == '[' && text.at[text.length - 1] == ']')
        word = find_spelling(words, count, (struct span){text.at + 1, text.length - 2});
    return word;
}

static const struct cell_word *find_flag(const struct cell_style *style, struct span text) {
    const struct cell_word *own = find_word(style->flags, style->flag_count, text);
    return own != NULL ? own : find_word(usual_flags, USUAL_FLAGS, text);
}

static void cut(struct span *text, size_t length) {
    text->length = length;
    numeral_trim(&text->at, &text->length);
}

/* A flag that the catalogue explains, at the end of a text; a letter stands apart from the number. */
static const struct cell_word *split_own_flag(const struct cell_style *style, struct span *text) {
    for (size_t i = 0; i < style->flag_count; i++) {
        const char *flag = style->flags[i].text;
        size_t length = strlen(flag);
        if (length == 0 || text->length <= length)
            continue;
        const char *start = text->at + text->length - length;
        if (strncasecmp(start, flag, length) == 0 &&
            !(isalnum((unsigned char)flag[0]) && isalnum((unsigned char)start[-1]))) {
            cut(text, text->length - length);
            return &style->flags[i];
        }
    }
    return NULL;
}

/* A flag behind a number: one of the catalogue's, one in square brackets, ` p` or ` r`; NULL where there is none. A
 * letter alone may as well be a unit, as in `12 k`. */
static const struct cell_word *split_flag(const struct cell_style *style, struct span *text) {
    const struct cell_word *flag = split_own_flag(style, text);
    if (flag != NULL || text->length < 3)
        return flag;
    size_t start = text->length - 1;
    bool bracket = text->at[start] == ']', letter = strchr("pPrR", text->at[start]) != NULL;
    while (bracket && start > 0 && text->at[start] != '[')
        start--;
    if (start > 0 && (bracket || (letter && (unsigned char)text->at[start - 1] <= ' ')))
        flag = find_flag(style, (struct span){text->at + start, text->length - start});
    if (flag != NULL)
        cut(text, start);
    return flag;
}

size_t cell_number_length(const struct cell_style *style, const char *text, size_t length) {
    struct span span = {text, length};
    split_flag(style, &span);
    return (size_t)(span.at + span.length - text);
}

/* What cannot be read: an error, or as the catalogue says. */
static void report(const struct reading *reading, struct span text, const char *complaint) {
    const char *words = text_shorten(reading->arena, text.at, text.length, QUOTED_MAX), *name = reading->text->name;
    if (reading->style->slips_missing)
        diag_warning(reading->diag, reading->text->pos, "%s: \"%s\" %s; read as missing", name, words, complaint);
    else
        diag_error(reading->diag, reading->text->pos, "%s: \"%s\" %s", name, words, complaint);
}

static bool is_number(const struct cell_style *style, struct span text) {
    struct numeral numeral;
    numeral_trim(&text.at, &text.length);
    return numeral_read(text.at, text.length, style->mark, &numeral);
}

static bool skip(struct span *text, const char *prefix) {
    size_t length = strlen(prefix);
    bool there = text->length > length && memcmp(text->at, prefix, length) == 0;
    if (there)
        *text = (struct span){text->at + length, text->length - length};
    return there;
}

/* `<5`: it is withheld how many there are. */
static bool is_below(const struct cell_style *style, struct span text) {
    bool below = skip(&text, "\xE2\x89\xA4") || skip(&text, "<=") || skip(&text, "<");
    return below && is_number(style, text);
}

/* `52+`, `>52`: published, and no number. */
static bool is_above(const struct cell_style *style, struct span text) {
    if (skip(&text, "\xE2\x89\xA5") || skip(&text, ">=") || skip(&text, ">"))
        return is_number(style, text);
    bool plus = text.length > 1 && text.at[text.length - 1] == '+';
    text.length -= plus;
    return plus && is_number(style, text);
}

static void take_word(const struct reading *reading, struct span text, const struct cell_word *word,
                      struct cell *cell) {
    cell->note = word->note;
    cell->number = word->value;
    cell->status = word->status;
    if (fraction_present(word->value))
        cell->status = status_worse(word->status, reading->style->status);
    else if (!status_is_absent(word->status)) {
        cell->status = STATUS_IN_WORDS;
        cell->words = span_words(reading->arena, text);
    }
}

static void take_number(const struct reading *reading, struct span text, const struct numeral *numeral,
                        struct cell *cell) {
    const struct fraction scale = reading->style->scale, hundred = fraction_make(100, 1);
    bool scaled = fraction_present(scale) && !(numeral->percent && fraction_compare(scale, hundred) == 0);
    struct fraction number = scaled ? fraction_multiply(numeral->number, scale) : numeral->number;
    if (fraction_present(number)) {
        cell->number = number;
        cell->status = reading->style->status;
    } else
        report(reading, text, "has too many digits for its scale; round it");
}

/* An error cell of a workbook, where `#N/A` and `#DIV/0!` are no words that somebody chose. LibreOffice has `Err:502`.
 */
static bool is_error_cell(const struct reading *reading, struct span text) {
    return reading->text->pos.sheet != NULL && text.length > 1 &&
           (text.at[0] == '#' || (text.length > 4 && memcmp(text.at, "Err:", 4) == 0));
}

/* `#REF!`, `#NAME?` in a text file too. */
static bool is_formula_error(const struct reading *reading, struct span text) {
    return is_error_cell(reading, text) || (text.at[0] == '#' && strchr("!?", text.at[text.length - 1]) != NULL);
}

/* What is left where a text is neither a word nor a number. Gives the flag that stands behind a number. */
static const struct cell_word *take_rest(const struct reading *reading, struct span text, struct cell *cell) {
    const struct cell_style *style = reading->style;
    struct numeral numeral;
    struct span front = text;
    const struct cell_word *flag = split_flag(style, &front);
    if (flag != NULL && numeral_read(front.at, front.length, style->mark, &numeral)) {
        take_number(reading, text, &numeral, cell);
        return flag;
    }
    if (is_below(style, text))
        cell->status = STATUS_SUPPRESSED;
    else if (is_above(style, text)) {
        cell->status = STATUS_IN_WORDS;
        cell->words = span_words(reading->arena, text);
    } else if (is_formula_error(reading, text))
        report(reading, text,
               arena_printf(reading->arena,
                            "is what a workbook shows where a formula fails; mend it there, or say what it means: "
                            "<word text=\"%.*s\" status=\"missing\"/>",
                            (int)text.length, text.at));
    else if (text.at[0] == '=')
        report(reading, text,
               "is a formula of which the file holds no value; open it in Excel or LibreOffice, which work it out, and "
               "save it");
    else
        report(reading, text, numeral_complaint(reading->arena, text.at, text.length, style->mark));
    return NULL;
}

/* A letter, or what stands for one that is absent. */
static void take_letter(const struct reading *reading, struct span text, const struct cell_word *word,
                        struct cell *cell) {
    enum band_colour band;
    const char *words = span_words(reading->arena, text);
    if (band_parse(words, &band)) {
        cell->status = STATUS_IN_WORDS;
        cell->words = words;
    } else if (word != NULL && status_is_absent(word->status))
        take_word(reading, text, word, cell);
    else
        report(reading, text, "is no RAG letter; expected G, A or R");
}

/* Reads the text itself. Gives the flag that stands behind a number, or NULL. */
static const struct cell_word *read_text(const struct reading *reading, struct span text, struct cell *cell) {
    const struct cell_style *style = reading->style;
    struct numeral numeral;
    const struct cell_word *word = find_word(style->words, style->word_count, text);
    if (word == NULL && (text.length == 0 || !isdigit((unsigned char)text.at[0])) && !is_error_cell(reading, text))
        word = find_word(usual_words, USUAL_WORDS, text);
    if (style->letters)
        take_letter(reading, text, word, cell);
    else if (word != NULL)
        take_word(reading, text, word, cell);
    else if (numeral_read(text.at, text.length, style->mark, &numeral))
        take_number(reading, text, &numeral, cell);
    else
        return take_rest(reading, text, cell);
    return NULL;
}

static void report_flag(const struct reading *reading, struct span flag, int column) {
    struct source_pos pos = reading->text->pos;
    const struct cell_style *style = reading->style;
    struct text known = {0};
    for (size_t i = 0; i < style->flag_count; i++)
        text_printf(&known, "%s, ", style->flags[i].text);
    for (size_t i = 0; i < USUAL_FLAGS; i++)
        text_printf(&known, "%s%s", usual_flags[i].text,
                    i + 2 < USUAL_FLAGS    ? ", "
                    : i + 2 == USUAL_FLAGS ? " and "
                                           : "");
    const char *words = text_shorten(reading->arena, flag.at, flag.length, QUOTED_MAX);
    pos.column = column;
    diag_error(reading->diag, pos,
               "the flag \"%s\" is none of %s; say what it means: <flag text=\"%s\" status=\"...\"/>", words,
               text_string(&known), words);
    text_free(&known);
}

static void apply_flag(const struct reading *reading, const struct cell_word *flag, struct cell *cell) {
    bool blank = span_of(reading->text->text).length == 0;
    if (status_is_absent(flag->status)) {
        cell->number = fraction_none();
        cell->words = NULL;
        cell->status = status_worse(cell->status, flag->status);
    } else if (fraction_present(flag->value) && blank && cell->status == STATUS_MISSING) {
        cell->number = flag->value;
        cell->status = status_worse(flag->status, reading->style->status);
    } else if (fraction_present(flag->value) && fraction_present(cell->number) &&
               fraction_compare(flag->value, cell->number) != 0)
        report(reading, span_of(reading->text->text), "is not what its flag stands for; one of the two is wrong");
    else if (!status_is_absent(cell->status))
        cell->status = status_worse(cell->status, flag->status);
    if (cell->note == NULL)
        cell->note = flag->note;
}

static void read_flag(const struct reading *reading, const char *text, int column, struct cell *cell) {
    struct span flag = span_of(text);
    if (flag.length == 0)
        return;
    const struct cell_word *word = find_flag(reading->style, flag);
    if (word != NULL) {
        apply_flag(reading, word, cell);
        return;
    }
    report_flag(reading, flag, column);
    *cell = (struct cell){.status = STATUS_MISSING, .pos = cell->pos}; /* it may be one that withholds the number */
}

struct cell cell_read(const struct cell_style *style, const struct cell_text *text, struct arena *arena,
                      struct diag *diag) {
    const struct reading reading = {style, text, arena, diag};
    struct cell cell = {.status = STATUS_MISSING, .pos = text->pos};
    const struct cell_word *flag = read_text(&reading, span_of(text->text), &cell);
    if (flag != NULL)
        apply_flag(&reading, flag, &cell);
    read_flag(&reading, text->row_flag, text->row_flag_column, &cell);
    read_flag(&reading, text->flag, text->flag_column, &cell);
    struct span note = span_of(text->note);
    if (note.length > 0)
        cell.note = span_copy(arena, note);
    return cell;
}

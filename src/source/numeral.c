#include "numeral.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "text.h"

enum { EXPONENT_MAX = 9999, QUOTED_MAX = 20 };

/* A text that is read from both its ends. */
struct stretch_of_text {
    const char *at, *end;
};

static const char *const blanks[] = {" ", "\t", "\r", "\n", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89", "\xE2\x80\x87",
                                     NULL};
static const char *const minuses[] = {"-", "\xE2\x88\x92", "\xE2\x80\x93", NULL};
static const char *const apostrophes[] = {"'", "\xE2\x80\x99", NULL};
static const char *const currencies[] = {"\xC2\xA3", "$",   "\xE2\x82\xAC", "\xC2\xA5", "GBP", "USD",
                                         "EUR",      "CHF", "SEK",          "NOK",      "DKK", "PLN",
                                         "CZK",      "CAD", "AUD",          "NZD",      NULL};

static size_t left(const struct stretch_of_text *text) {
    return (size_t)(text->end - text->at);
}

/* The length of that of some texts which a text begins with; 0 for none. */
static size_t begins_with(const struct stretch_of_text *text, const char *const *words) {
    for (; *words != NULL; words++) {
        if (text->at == text->end || **words != *text->at)
            continue;
        size_t length = strlen(*words);
        if (length <= left(text) && memcmp(text->at, *words, length) == 0)
            return length;
    }
    return 0;
}

static size_t ends_with(const struct stretch_of_text *text, const char *const *words) {
    for (; *words != NULL; words++) {
        size_t length = strlen(*words);
        if (length <= left(text) && memcmp(text->end - length, *words, length) == 0)
            return length;
    }
    return 0;
}

static bool take_first(struct stretch_of_text *text, const char *const *words) {
    size_t length = begins_with(text, words);
    text->at += length;
    return length > 0;
}

static bool take_last(struct stretch_of_text *text, const char *const *words) {
    size_t length = ends_with(text, words);
    text->end -= length;
    return length > 0;
}

static bool take_letter(struct stretch_of_text *text, char letter) {
    bool there = text->at < text->end && *text->at == letter;
    text->at += there;
    return there;
}

static bool take_last_letter(struct stretch_of_text *text, char letter) {
    bool there = text->at < text->end && text->end[-1] == letter;
    text->end -= there;
    return there;
}

static void trim(struct stretch_of_text *text) {
    const unsigned char *first = (const unsigned char *)text->at, *last = (const unsigned char *)text->end - 1;
    if (first > last || (*first > ' ' && *first < 0x80 && *last > ' ' && *last < 0x80))
        return; /* most texts have nothing to leave out */
    while (take_first(text, blanks))
        ;
    while (take_last(text, blanks))
        ;
}

void numeral_trim(const char **text, size_t *length) {
    struct stretch_of_text stretch = {*text, *text + *length};
    trim(&stretch);
    *text = stretch.at;
    *length = left(&stretch);
}

/* What stands around the digits. */
struct dress {
    int minuses, pluses, currencies, percents, opened, closed;
};

static void undress_front(struct stretch_of_text *text, struct dress *dress) {
    dress->minuses += take_first(text, minuses);
    dress->pluses += take_letter(text, '+');
    dress->currencies += take_first(text, currencies);
    dress->opened += take_letter(text, '(');
}

static void undress_back(struct stretch_of_text *text, struct dress *dress) {
    dress->percents += take_last_letter(text, '%');
    dress->currencies += take_last(text, currencies);
    dress->closed += take_last_letter(text, ')');
}

/* Takes what may stand around digits off both ends. */
static struct dress undress(struct stretch_of_text *text) {
    struct dress dress = {0};
    struct stretch_of_text before;
    do {
        before = *text;
        trim(text);
        if (text->at < text->end && !isdigit((unsigned char)*text->at))
            undress_front(text, &dress);
        if (text->at < text->end && !isdigit((unsigned char)text->end[-1]))
            undress_back(text, &dress);
    } while (text->at != before.at || text->end != before.end);
    return dress;
}

static bool is_proper(const struct dress *dress) {
    return dress->minuses + dress->pluses + dress->opened <= 1 && dress->opened == dress->closed &&
           dress->currencies + dress->percents <= 1;
}

/* Digits while they are read. */
struct digits {
    const char *start;
    int behind;  /* digits behind the decimal mark */
    int group;   /* digits since the last sign between thousands, or the start */
    bool any;    /* a digit was read */
    bool marked; /* the decimal mark was read */
    bool leading_zero;
    char thousands; /* the sign between thousands: '.', ',', '\'' or ' '; 0 for none yet */
};

static void add_digit(struct digits *digits, char digit) {
    digits->leading_zero = digits->leading_zero || (!digits->any && digit == '0');
    digits->any = true;
    digits->group++;
    digits->behind += digits->marked;
}

/* False where the sign between thousands cannot stand here. */
static bool add_thousands(struct digits *digits, char sign) {
    bool first = digits->thousands == 0;
    bool right = !digits->marked && (first ? digits->group >= 1 && digits->group <= 3 && !digits->leading_zero
                                           : digits->group == 3 && digits->thousands == sign);
    digits->thousands = sign;
    digits->group = 0;
    return right;
}

static bool add_mark(struct digits *digits) {
    bool right = !digits->marked && (digits->thousands == 0 || digits->group == 3);
    digits->marked = true;
    return right;
}

/* A blank that parts thousands, not a number from a word. */
static bool take_blank(struct stretch_of_text *text) {
    size_t length = begins_with(text, blanks);
    if (length == 0 || left(text) == length || !isdigit((unsigned char)text->at[length]))
        return false;
    text->at += length;
    return true;
}

/* Reads digits with their marks up to the end or a letter; false where a mark stands wrong. */
static bool read_digits(struct stretch_of_text *text, char mark, struct digits *digits) {
    char other = mark == '.' ? ',' : '.';
    bool right = true;
    digits->start = text->at;
    while (right && text->at < text->end) {
        if (isdigit((unsigned char)*text->at))
            add_digit(digits, *text->at++);
        else if (take_letter(text, mark))
            right = add_mark(digits);
        else if (take_letter(text, other))
            right = add_thousands(digits, other);
        else if (take_first(text, apostrophes))
            right = add_thousands(digits, '\'');
        else if (take_blank(text))
            right = add_thousands(digits, ' ');
        else
            break;
    }
    return right && digits->any && (digits->thousands == 0 || digits->marked || digits->group == 3);
}

/* Reads `e-05`; nothing is 0. */
static bool read_exponent(struct stretch_of_text *text, int *exponent) {
    *exponent = 0;
    if (text->at == text->end)
        return true;
    if (!take_letter(text, 'e') && !take_letter(text, 'E'))
        return false;
    bool negative = take_first(text, minuses);
    if (!negative)
        take_letter(text, '+');
    if (text->at == text->end)
        return false;
    for (; text->at < text->end && isdigit((unsigned char)*text->at); text->at++)
        if (*exponent <= EXPONENT_MAX)
            *exponent = *exponent * 10 + (*text->at - '0');
    if (negative)
        *exponent = -*exponent;
    return text->at == text->end;
}

enum outcome { READ, NO_NUMBER, TOO_MANY_DIGITS };

static enum outcome read_dressed(struct stretch_of_text text, char mark, struct numeral *numeral) {
    struct dress dress = undress(&text);
    struct digits digits = {0};
    int exponent;
    if (!is_proper(&dress) || !read_digits(&text, mark, &digits))
        return NO_NUMBER;
    size_t length = (size_t)(text.at - digits.start);
    if (!read_exponent(&text, &exponent))
        return NO_NUMBER;
    struct fraction number = fraction_of_digits(digits.start, length, exponent - digits.behind);
    numeral->number = dress.minuses + dress.opened > 0 ? fraction_negative(number) : number;
    numeral->percent = dress.percents > 0;
    return fraction_present(number) ? READ : TOO_MANY_DIGITS;
}

/* Nearly all numbers are digits with a point or none. */
static bool read_plain(const char *text, size_t length, struct fraction *number) {
    const char *end = text + length, *point = NULL;
    bool negative = length > 0 && *text == '-';
    text += negative;
    if (text == end || *text == '.' || end[-1] == '.')
        return false;
    for (const char *s = text; s < end; s++) {
        if (*s == '.' && point == NULL)
            point = s;
        else if (!isdigit((unsigned char)*s))
            return false;
    }
    *number = fraction_of_digits(text, (size_t)(end - text), point == NULL ? 0 : (int)(point + 1 - end));
    if (negative)
        *number = fraction_negative(*number);
    return fraction_present(*number);
}

bool numeral_read(const char *text, size_t length, enum decimal_mark mark, struct numeral *numeral) {
    *numeral = (struct numeral){0};
    if (mark == DECIMAL_POINT && read_plain(text, length, &numeral->number))
        return true;
    struct stretch_of_text stretch = {text, text + length};
    return read_dressed(stretch, mark == DECIMAL_POINT ? '.' : ',', numeral) == READ;
}

enum numeral_tells numeral_tells(const char *text, size_t length) {
    if (memchr(text, '.', length) == NULL && memchr(text, ',', length) == NULL)
        return NUMERAL_TELLS_NOTHING;
    struct stretch_of_text stretch = {text, text + length};
    struct numeral number;
    bool point = read_dressed(stretch, '.', &number) == READ, comma = read_dressed(stretch, ',', &number) == READ;
    undress(&stretch);
    bool unfinished = stretch.at < stretch.end && strchr(".,", stretch.end[-1]) != NULL; /* `0.` may be a slip */
    if (point && comma)
        return NUMERAL_TELLS_EITHER;
    return unfinished || (!point && !comma) ? NUMERAL_TELLS_NOTHING : point ? NUMERAL_TELLS_POINT : NUMERAL_TELLS_COMMA;
}

static bool has_digit(const struct stretch_of_text *text) {
    for (const char *s = text->at; s < text->end; s++)
        if (isdigit((unsigned char)*s))
            return true;
    return false;
}

static bool is_made_of(const struct stretch_of_text *text, const char *letters) {
    for (const char *s = text->at; s < text->end; s++)
        if (strchr(letters, *s) == NULL)
            return false;
    return true;
}

/* What is wrong with a text in which there is no digit. */
static const char *complain_of_words(struct arena *arena, const char *word, const struct stretch_of_text *body) {
    if (strncasecmp(body->at, "nan", 3) == 0 || strncasecmp(body->at, "inf", 3) == 0)
        return "is not a number; leave the cell empty where there is none";
    if (is_made_of(body, ".,"))
        return "is a number without digits; leave the cell empty where there is none";
    if (is_made_of(body, "oO"))
        return "is a letter; write 0 with a digit, or leave the cell empty where there is no number";
    if (strlen(word) > QUOTED_MAX)
        return "is not a number; name another column, or leave the row out";
    return arena_printf(
        arena, "is not a number; where it stands for none, say so: <word text=\"%s\" status=\"missing\"/>", word);
}

static const char *complain_of_dress(const struct dress *dress) {
    if (dress->opened > dress->closed)
        return "has a bracket that is not closed";
    if (dress->opened < dress->closed)
        return "has a bracket that is not opened";
    if (dress->minuses + dress->pluses + dress->opened > 1)
        return "has two signs; write one, or brackets alone";
    return "has two signs of currency or per cent; write one";
}

/* What is wrong with a text in which there are digits, and around them nothing wrong. */
static const char *complain_of_digits(struct arena *arena, struct stretch_of_text body, char mark) {
    struct digits digits = {0};
    const char *start = body.at;
    if (take_last(&body, minuses) || take_last_letter(&body, '+'))
        return "has its sign behind it; write it in front";
    if (read_digits(&body, mark, &digits))
        return arena_printf(arena, "goes on with \"%s\" behind the number; write the number alone",
                            text_shorten(arena, body.at, left(&body), QUOTED_MAX));
    if (body.at < body.end && !isdigit((unsigned char)*body.at) && (body.at == start || !digits.any)) {
        const char *rest = arena_strndup(arena, body.at, left(&body)), *end = rest;
        utf8_next(&end);
        return arena_printf(arena, "begins with \"%s\"; write the number alone",
                            arena_strndup(arena, rest, (size_t)(end - rest)));
    }
    return arena_printf(arena, "has marks that part no thousands: these stand in threes, as in %s",
                        mark == '.' ? "1,234.5" : "1.234,5");
}

const char *numeral_complaint(struct arena *arena, const char *text, size_t length, enum decimal_mark mark) {
    const char *word = arena_strndup(arena, text, length);
    struct stretch_of_text body = {word, word + length};
    const struct stretch_of_text whole = body;
    char sign = mark == DECIMAL_POINT ? '.' : ',';
    struct numeral numeral;
    if (read_dressed(whole, sign, &numeral) == TOO_MANY_DIGITS)
        return arena_printf(arena,
                            "has too many digits, at most %d before the decimal mark, %d behind it and %d in all",
                            DIGITS_BEFORE, DIGITS_BEHIND, DIGITS_MAX);
    if (read_dressed(whole, sign == '.' ? ',' : '.', &numeral) == READ)
        return sign == '.' ? "is no number with a decimal point; where commas are decimal marks, say decimal=\"comma\""
                           : "is no number with a decimal comma; where points are decimal marks, say decimal=\"point\"";
    struct dress dress = undress(&body);
    if (!has_digit(&body))
        return complain_of_words(arena, word, &body);
    if (!is_proper(&dress))
        return complain_of_dress(&dress);
    return complain_of_digits(arena, body, sign);
}

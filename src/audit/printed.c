#include "printed.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "text.h"

struct spelling {
    const char *text;
    int word;
};

static const struct spelling bands[] = {{"G", BAND_GREEN},     {"green", BAND_GREEN}, {"A", BAND_AMBER},
                                        {"amber", BAND_AMBER}, {"R", BAND_RED},       {"red", BAND_RED}};
static const struct spelling directions[] = {
    {"up", DIRECTION_UP},         {"↑", DIRECTION_UP},      {"⇑", DIRECTION_UP},    {"▲", DIRECTION_UP},
    {"△", DIRECTION_UP},          {"⬆", DIRECTION_UP},      {"⇧", DIRECTION_UP},    {"level", DIRECTION_LEVEL},
    {"same", DIRECTION_LEVEL},    {"→", DIRECTION_LEVEL},   {"↔", DIRECTION_LEVEL}, {"⇒", DIRECTION_LEVEL},
    {"⇔", DIRECTION_LEVEL},       {"►", DIRECTION_LEVEL},   {"▶", DIRECTION_LEVEL}, {"◄►", DIRECTION_LEVEL},
    {"◀▶", DIRECTION_LEVEL},      {"⬌", DIRECTION_LEVEL},   {"➡", DIRECTION_LEVEL}, {"=", DIRECTION_LEVEL},
    {"similar", DIRECTION_LEVEL}, {"down", DIRECTION_DOWN}, {"↓", DIRECTION_DOWN},  {"⇓", DIRECTION_DOWN},
    {"▼", DIRECTION_DOWN},        {"▽", DIRECTION_DOWN},    {"⬇", DIRECTION_DOWN},  {"⇩", DIRECTION_DOWN},
    {"new", DIRECTION_NEW}};
static const struct spelling statuses[] = {{"better", TARGET_BETTER},       {"better than target", TARGET_BETTER},
                                           {"achieving", TARGET_ACHIEVING}, {"achieving target", TARGET_ACHIEVING},
                                           {"missing", TARGET_MISSING},     {"missing target", TARGET_MISSING},
                                           {"none", TARGET_NONE},           {"no target", TARGET_NONE}};

static const struct {
    const struct spelling *spellings;
    size_t count;
} spellings_of[] = {
    [FIELD_IS_BAND] = {bands, sizeof(bands) / sizeof(*bands)},
    [FIELD_IS_DIRECTION] = {directions, sizeof(directions) / sizeof(*directions)},
    [FIELD_IS_TARGET_STATUS] = {statuses, sizeof(statuses) / sizeof(*statuses)},
};

static bool says_absent(const char *text) {
    static const char *const words[] = {"", "-", "–", "—", "n/a", "na", "c", "x", "z", "*", "..", ".", "#"};
    for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
        if (strcasecmp(text, words[i]) == 0)
            return true;
    return text[0] == '[' && text[strlen(text) - 1] == ']';
}

static bool skip(const char **text, const char *prefix) {
    size_t length = strlen(prefix);
    if (strncmp(*text, prefix, length) != 0)
        return false;
    *text += length;
    return true;
}

/* The digits without their commas; NULL where a comma does not stand before three digits. */
static const char *without_commas(struct arena *arena, const char *text, bool *commas) {
    char *plain = arena_strdup(arena, text), *to = plain;
    for (const char *s = text; *s != '\0'; s++) {
        if (*s != ',') {
            *to++ = *s;
            continue;
        }
        *commas = true;
        if (s == text || !isdigit((unsigned char)s[1]) || !isdigit((unsigned char)s[2]) ||
            !isdigit((unsigned char)s[3]) || isdigit((unsigned char)s[4]))
            return NULL;
    }
    *to = '\0';
    return plain;
}

/* The indicator's own sign or code, or one of the usual signs. */
static void skip_currency(const char **text, const char *own) {
    static const char *const usual[] = {"£", "$", "€"};
    bool found = own != NULL && skip(text, own);
    for (size_t i = 0; i < sizeof usual / sizeof *usual && !found; i++)
        found = skip(text, usual[i]);
    skip(text, "\u00A0");
    *text += strspn(*text, " ");
}

/* `3:20` as hours. */
static bool read_clock(const char *text, struct printed *printed) {
    size_t hours = strspn(text, "0123456789");
    const char *minutes = text + hours + 1;
    if (hours == 0 || hours > 9 || text[hours] != ':' || !isdigit((unsigned char)minutes[0]) ||
        !isdigit((unsigned char)minutes[1]) || minutes[0] > '5')
        return false;
    const char *rest = minutes + 2 + strspn(minutes + 2, " ");
    if (*rest != '\0' && *rest != '[')
        return false;
    printed->clock = true;
    printed->number = fraction_make(strtoll(text, NULL, 10) * 60 + (minutes[0] - '0') * 10 + minutes[1] - '0', 60);
    return true;
}

static bool read_number(struct arena *arena, const char *text, const char *currency, struct printed *printed) {
    bool bracket = skip(&text, "("), negative = bracket || skip(&text, "-");
    if (!negative)
        negative = printed->minus_sign = skip(&text, "\xE2\x88\x92");
    printed->plus = !negative && skip(&text, "+");
    skip_currency(&text, currency);
    if (read_clock(text, printed)) {
        if (negative)
            printed->number = fraction_subtract(fraction_make(0, 1), printed->number);
        return !bracket;
    }
    size_t length = strspn(text, "0123456789.,");
    const char *rest = text + length;
    rest += strspn(rest, " ");
    printed->percent = skip(&rest, "%");
    rest += strspn(rest, " ");
    if (bracket && !skip(&rest, ")"))
        return false;
    rest += strspn(rest, " ");
    printed->percent = skip(&rest, "%") || printed->percent;
    rest += strspn(rest, " ");
    if (*rest != '\0' && *rest != '[')
        return false;
    const char *digits = without_commas(arena, arena_strndup(arena, text, length), &printed->commas);
    if (digits == NULL || !fraction_parse(digits, &printed->number))
        return false;
    const char *point = strchr(digits, '.');
    printed->decimals = point == NULL ? 0 : (int)strlen(point + 1);
    if (negative)
        printed->number = fraction_negative(printed->number);
    return true;
}

struct printed printed_read(struct arena *arena, const char *text, enum field_kind kind, const char *currency) {
    struct printed printed = {.kind = PRINTED_UNREADABLE};
    if (kind == FIELD_IS_NUMBER && read_number(arena, text, currency, &printed))
        printed.kind = PRINTED_NUMBER;
    else if (says_absent(text))
        printed.kind = PRINTED_ABSENT;
    for (size_t i = 0; kind != FIELD_IS_NUMBER && i < spellings_of[kind].count; i++)
        if (strcasecmp(text, spellings_of[kind].spellings[i].text) == 0) {
            printed.kind = PRINTED_WORD;
            printed.word = spellings_of[kind].spellings[i].word;
        }
    return printed;
}

const char *printed_like(struct arena *arena, const struct printed *manner, struct fraction number, int decimals) {
    const char *text = fraction_printed(arena, number, decimals, manner->plus);
    struct text plain = {0};
    for (const char *s = text; *s != '\0';) {
        uint32_t letter = utf8_next(&s);
        if (letter == 0x2212 && !manner->minus_sign)
            letter = '-';
        if (letter != ',' || manner->commas)
            text_add_codepoint(&plain, letter);
    }
    text = arena_printf(arena, "%s%s", text_string(&plain), manner->percent ? "%" : "");
    text_free(&plain);
    return text;
}

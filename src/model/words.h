#ifndef MODEL_WORDS_H
#define MODEL_WORDS_H

#include "control_chart.h"
#include "indicator.h"

/*
 * All that the program prints by itself, in the language of the pack. A text can have places for values, `{period}`,
 * so that each language puts them where it wants them.
 */
enum word {
#define WORD(name, id) WORD_##name,
#include "words.def"
#undef WORD
    WORD_COUNT
};
extern const char *const word_ids[WORD_COUNT]; /* as message files name them */

/* Those that are put differently for each grain of periods, as lists: `in July 2018`, `in the week ending 8 July 2018`,
 * `on 4 July 2018`. A language has genders, and sounds that change behind a word, so that texts are whole. */
enum per_grain {
#define WORD(name, id)
#define PER_GRAIN(name, before, behind) PER_GRAIN_##name = WORD_##name##_DAY,
#include "words.def"
#undef WORD
};
enum word word_per_grain(enum per_grain list, enum grain grain);

struct words {
    const char *texts[WORD_COUNT];        /* each is there */
    struct source_pos places[WORD_COUNT]; /* in which message file */
};

const char *words_get(const struct words *words, enum word word);

/*
 * A text with its values filled in, one for each of its places: pairs of a name and a value, at the end NULL:
 * words_format(arena, words, WORD_PAGE_NUMBER, "page", "12", NULL). The text lives in the arena.
 *
 * An empty value takes the blank behind it along, or where none is the one before it.
 */
char *words_format(struct arena *arena, const struct words *words, enum word word, ...) __attribute__((sentinel));

/* The same for a text, or a part of one; a place that no value is for stays as it is written. */
char *words_fill(struct arena *arena, const char *text, ...) __attribute__((sentinel));

/* A period: `July 2018`, `Q2 2018/19`, `week ending 8 July 2018`, as in the middle of a sentence; in a table `Jul-18`,
 * `Q2 18/19`, `w/e 8 Jul 18`. Where its year is known: `July`, `Q2`, `w/e 8 July`; below an axis `Jul`, `Q2`,
 * `8 Jul`. */
char *words_period_long(struct arena *arena, const struct words *words, struct calendar calendar, int period);
char *words_period_short(struct arena *arena, const struct words *words, struct calendar calendar, int period);
char *words_period_name(struct arena *arena, const struct words *words, struct calendar calendar, int period);
char *words_period_label(struct arena *arena, const struct words *words, struct calendar calendar, int period);

/* A stretch of periods, as lists with {first} and {last} take it: `15 April` and `8 July 2018`, of weeks too. */
struct words_stretch {
    const char *first, *last;
};
struct words_stretch words_stretch(struct arena *arena, const struct words *words, struct calendar calendar, int first,
                                   int last);

/* `31 July 2018` for an ISO date; the text itself where it is none. */
const char *words_date_long(struct arena *arena, const struct words *words, const char *iso);
const char *words_number(struct arena *arena, const struct words *words, size_t number); /* twelve, 13 */

/* Items of a list in a sentence, the last two joined by LIST_AND or EITHER_OR: `one, two and three`. "" of none. */
const char *words_list(struct arena *arena, const struct words *words, enum word joining, const char *const *items,
                       size_t count);

/* The first items of a list, and so many more: `one, two and 3 others`, `one and one other`; of no more the list. */
const char *words_and_others(struct arena *arena, const struct words *words, const char *list, size_t others);

const char *words_status(const struct words *words, enum status status);         /* not available; "" */
const char *words_band(const struct words *words, enum band_colour band);        /* Green */
const char *words_band_name(const struct words *words, enum band_colour band);   /* green: in a sentence */
const char *words_band_letter(const struct words *words, enum band_colour band); /* G */

/* What a control chart says: two of three near a limit, consistently passes the target. */
const char *words_spc_class(const struct words *words, enum spc_class spc_class);
const char *words_spc_rule(const struct words *words, enum spc_rule rule);
/* What a point marked by a rule does: falling, above upper limit. */
const char *words_spc_says(const struct words *words, enum spc_rule rule, bool high);
const char *words_spc_variation(const struct words *words, enum spc_variation variation);
const char *words_spc_assurance(const struct words *words, enum spc_assurance assurance);

/* The names in braces of a text: true, with the end of the name, where one starts at *cursor or behind it. */
bool words_next_place(const char **cursor, const char **name, size_t *length);

#endif

#include "chart_kind.h"

const char *const mark_words[MARK_ASKED_COUNT] = {[MARK_LINE] = "line", [MARK_COLUMN] = "column"};

const char *const chart_words[CHART_KIND_COUNT] = {
#define CHART_KIND(NAME, WORD, SHOWS, FILLING, DRAWING, ...) [CHART_##NAME] = WORD,
#include "chart_kinds.def"
#undef CHART_KIND
};

const char chart_words_shown[] = "What is drawn."
#define CHART_KIND(NAME, WORD, SHOWS, FILLING, DRAWING, ...) SHOWS
#define COMPARING(...)
#include "chart_kinds.def"
#undef CHART_KIND
    ;

const char chart_words_compared[] = "How they are drawn."
#define CHART_KIND(...)
#define COMPARING(NAME, WORD, SHOWS, FILLING, DRAWING, ...) SHOWS
#include "chart_kinds.def"
#undef CHART_KIND
    ;

const struct chart_traits chart_traits[CHART_KIND_COUNT] = {
#define CHART_KIND(NAME, WORD, SHOWS, FILLING, DRAWING, ...) [CHART_##NAME] = {__VA_ARGS__},
#include "chart_kinds.def"
#undef CHART_KIND
};

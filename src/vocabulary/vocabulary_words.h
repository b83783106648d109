#ifndef VOCABULARY_VOCABULARY_WORDS_H
#define VOCABULARY_VOCABULARY_WORDS_H

#include "block_parts.h"
#include "trend_chart.h"

/* Lists of words that only the reader knows, in the order of the enum or table that they stand for. */

enum { PAPER_A4, PAPER_A5, PAPER_A3, PAPER_LETTER, PAPER_COUNT };
enum { ORIENTATION_PORTRAIT, ORIENTATION_LANDSCAPE, ORIENTATION_COUNT };
enum { PAGE_NUMBER_ALONE, PAGE_NUMBER_OF_PAGES, PAGE_NUMBER_COUNT };
enum { TARGET_SHOW_NONE, TARGET_SHOW_STEP, TARGET_SHOW_COUNT };
enum { TITLE_ABOVE, TITLE_LEFT, TITLE_AT_COUNT };
enum { EXTENT_BY_PERIOD, EXTENT_BY_DUE, EXTENT_BY_COUNT };
enum { AXIS_FIRST, AXIS_SECOND, AXIS_COUNT };
enum { HEADLINE_VALUE, HEADLINE_YTD_VALUE, HEADLINE_COUNT };
enum { ARROW_PERFORMANCE, ARROW_NUMBER, ARROW_NONE, ARROW_COUNT };
enum { TARGET_OF_PERIOD, TARGET_OF_YEAR, TARGET_OF_COUNT };
enum { JUDGE_PRINTED, JUDGE_UNROUNDED, JUDGE_COUNT };
enum { JUDGES_BOTH, JUDGES_HEADLINE, JUDGES_COUNT };
enum { COMPARE_PRINTED, COMPARE_UNROUNDED, COMPARE_USUAL, COMPARE_COUNT };
enum { MATCH_ONE, MATCH_FIRST, MATCH_COUNT };
enum { TOTAL_NO, TOTAL_YES, TOTAL_FIELD, TOTAL_COUNT = TOTAL_FIELD + FIELD_COUNT }; /* TOTAL_FIELD + a field */

extern const char *const paper_words[PAPER_COUNT];
extern const char *const orientation_words[ORIENTATION_COUNT];
extern const char *const page_number_words[PAGE_NUMBER_COUNT];
extern const char *const group_words[GROUP_BENCHMARKS + 1]; /* enum chart_group_kind */
extern const char *const target_words[TARGET_SHOW_COUNT];
extern const char *const benchmark_words[BENCHMARKS_LINES + 1];
extern const char *const extent_words[EXTENT_BY_COUNT];
extern const char *const axis_words[AXIS_COUNT];
extern const char *const headline_words[HEADLINE_COUNT];
extern const char *const arrow_words[ARROW_COUNT];
extern const char *const target_of_words[TARGET_OF_COUNT];
extern const char *const judge_words[JUDGE_COUNT];
extern const char *const judges_words[JUDGES_COUNT];
extern const char *const compare_words[COMPARE_COUNT];
extern const char *const match_words[MATCH_COUNT];
extern const char *const total_words[TOTAL_COUNT];
enum { EXPLAINED_ON_PAGES, EXPLAINED_IN_GLOSSARY, EXPLAINED_COUNT };
extern const char *const abbreviations_words[EXPLAINED_COUNT];
enum { KEY_OF_PAGE, KEY_OF_PACK, KEY_OF_COUNT };
extern const char *const key_words[KEY_OF_COUNT];

enum { TEXT_BODY, TEXT_NOTE, TEXT_SIZE_COUNT };
extern const char *const text_size_words[TEXT_SIZE_COUNT];

/* What figures of a column are coloured by. */
enum { COLOURED_BY_RAG, COLOURED_BY_COUNT };
extern const char *const coloured_by_words[COLOURED_BY_COUNT];

/* What contents show: letters of some periods beside figures, or those of each page's measures in place of these. */
enum { CONTENTS_SHOW_HISTORY, CONTENTS_SHOW_LETTERS, CONTENTS_SHOW_COUNT };
extern const char *const contents_show_words[CONTENTS_SHOW_COUNT];

extern const char *const since_words[SINCE_COUNT];
extern const char *const align_words[PICTURE_ALIGN_COUNT];
extern const char *const title_at_words[TITLE_AT_COUNT];
extern const char *const divider_words[DIVIDER_SIZE_COUNT];

#endif

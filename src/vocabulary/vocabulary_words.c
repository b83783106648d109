#include "vocabulary_words.h"

const char *const paper_words[PAPER_COUNT] = {
    [PAPER_A4] = "A4", [PAPER_A5] = "A5", [PAPER_A3] = "A3", [PAPER_LETTER] = "Letter"};
const char *const orientation_words[ORIENTATION_COUNT] = {
    [ORIENTATION_PORTRAIT] = "portrait", [ORIENTATION_LANDSCAPE] = "landscape"};
const char *const page_number_words[PAGE_NUMBER_COUNT] = {
    [PAGE_NUMBER_ALONE] = "number", [PAGE_NUMBER_OF_PAGES] = "of-pages"};
const char *const group_words[GROUP_BENCHMARKS + 1] = {
    [GROUP_YEARS] = "years", [GROUP_PERIODS] = "periods", [GROUP_TO_DATE] = "ytd", [GROUP_BENCHMARKS] = "benchmarks"};
const char *const target_words[TARGET_SHOW_COUNT] = {[TARGET_SHOW_NONE] = "none", [TARGET_SHOW_STEP] = "step"};
const char *const benchmark_words[BENCHMARKS_LINES + 1] = {
    [BENCHMARKS_NONE] = "none", [BENCHMARKS_YEARS] = "years", [BENCHMARKS_LINES] = "lines"};
const char *const extent_words[EXTENT_BY_COUNT] = {[EXTENT_BY_PERIOD] = "period", [EXTENT_BY_DUE] = "due"};
const char *const axis_words[AXIS_COUNT] = {[AXIS_FIRST] = "first", [AXIS_SECOND] = "second"};
const char *const headline_words[HEADLINE_COUNT] = {[HEADLINE_VALUE] = "value", [HEADLINE_YTD_VALUE] = "ytd_value"};
const char *const arrow_words[ARROW_COUNT] = {
    [ARROW_PERFORMANCE] = "performance", [ARROW_NUMBER] = "number", [ARROW_NONE] = "none"};
const char *const target_of_words[TARGET_OF_COUNT] = {[TARGET_OF_PERIOD] = "period", [TARGET_OF_YEAR] = "year"};
const char *const judge_words[JUDGE_COUNT] = {[JUDGE_PRINTED] = "printed", [JUDGE_UNROUNDED] = "unrounded"};
const char *const judges_words[JUDGES_COUNT] = {[JUDGES_BOTH] = "both", [JUDGES_HEADLINE] = "headline"};
const char *const compare_words[COMPARE_COUNT] = {
    [COMPARE_PRINTED] = "printed", [COMPARE_UNROUNDED] = "unrounded", [COMPARE_USUAL] = "usual"};
const char *const match_words[MATCH_COUNT] = {[MATCH_ONE] = "one", [MATCH_FIRST] = "first"};
#define FIELD(name, word, ...) [TOTAL_FIELD + FIELD_##name] = word,
const char *const total_words[TOTAL_COUNT] = {
    [TOTAL_NO] = "no",
    [TOTAL_YES] = "yes",
#include "field.def"
};
#undef FIELD
const char *const since_words[SINCE_COUNT] = {"period before", "last issue", "last year"};
const char *const align_words[PICTURE_ALIGN_COUNT] = {
    [PICTURE_LEFT] = "left", [PICTURE_CENTRE] = "centre", [PICTURE_RIGHT] = "right"};
const char *const title_at_words[TITLE_AT_COUNT] = {[TITLE_ABOVE] = "above", [TITLE_LEFT] = "left"};
const char *const divider_words[DIVIDER_SIZE_COUNT] = {[DIVIDER_BAND] = "band", [DIVIDER_PAGE] = "page"};
const char *const coloured_by_words[COLOURED_BY_COUNT] = {[COLOURED_BY_RAG] = "rag"};
const char *const contents_show_words[CONTENTS_SHOW_COUNT] = {
    [CONTENTS_SHOW_HISTORY] = "rag-history", [CONTENTS_SHOW_LETTERS] = "rag"};
const char *const text_size_words[TEXT_SIZE_COUNT] = {[TEXT_BODY] = "body", [TEXT_NOTE] = "note"};
const char *const abbreviations_words[EXPLAINED_COUNT] = {
    [EXPLAINED_ON_PAGES] = "pages", [EXPLAINED_IN_GLOSSARY] = "glossary"};
const char *const key_words[KEY_OF_COUNT] = {[KEY_OF_PAGE] = "page", [KEY_OF_PACK] = "pack"};

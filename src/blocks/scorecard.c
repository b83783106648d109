#include "scorecard.h"

const char *const show_words[SHOW_WORD_COUNT] = {
    [SHOW_REFERENCE] = "reference",
    [SHOW_TITLE] = "title",
    [SHOW_SHORT_TITLE] = "short-title",
    [SHOW_SECTION] = "section",
    [SHOW_UNIT] = "unit",
    [SHOW_POLARITY] = "polarity",
    [SHOW_PERCENT_MARK] = "percent-mark",
    [SHOW_COMMENTARY] = "commentary",
    [SHOW_SPARKLINE] = "sparkline",
    [SHOW_RAG_HISTORY] = "rag-history",
    [SHOW_PAGE] = "page",
};

const char *const score_icon_words[SCORE_ICON_COUNT] = {
    [SCORE_ICON_NONE] = "none",         [SCORE_ICON_ARROW] = "arrow", [SCORE_ICON_TREND] = "trend",
    [SCORE_ICON_TRIANGLE] = "triangle", [SCORE_ICON_LINE] = "line",
};

const char *const score_labels_words[LABELS_COUNT] = {[LABELS_VERTICAL] = "vertical", [LABELS_ABOVE] = "above"};

int scorecard_period(struct score_when when, int period) {
    return when.absolute ? when.period : period + when.period;
}

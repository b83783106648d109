#include "block.h"

const char *const block_words[BLOCK_KIND_COUNT] = {
    [BLOCK_ROW] = "row",
    [BLOCK_STACK] = "stack",
    [BLOCK_HEADING] = "heading",
    [BLOCK_STATUS_LINE] = "status-line",
    [BLOCK_TABLE] = "table",
    [BLOCK_TREND_CHART] = "trend-chart",
    [BLOCK_COMMENTARY] = "commentary",
    [BLOCK_DEFINITION] = "definition",
    [BLOCK_RAG_KEY] = "rag-key",
    [BLOCK_BENCHMARK_BOX] = "benchmark-box",
    [BLOCK_CONTENTS] = "contents",
    [BLOCK_TEXT] = "text",
    [BLOCK_COVER] = "cover",
    [BLOCK_DOCUMENT_CONTROL] = "document-control",
    [BLOCK_DIVIDER] = "divider",
    [BLOCK_PICTURE] = "picture",
    [BLOCK_TILES] = "tiles",
    [BLOCK_SELECTION_PANEL] = "selection-panel",
    [BLOCK_KEY] = "key",
    [BLOCK_NOTES] = "notes",
    [BLOCK_SCORECARD] = "scorecard",
    [BLOCK_TOPIC_TABLE] = "topic-table",
    [BLOCK_MEASURE_HEADING] = "measure-heading",
    [BLOCK_KEY_FIGURES] = "key-figures",
    [BLOCK_PAGE_BREAK] = "page-break",
};

const struct commentary *layout_commentary(const struct layout *layout, const struct indicator *indicator) {
    for (size_t i = 0; i < layout->commentary_count; i++)
        if (layout->commentaries[i].indicator == indicator)
            return &layout->commentaries[i];
    return NULL;
}

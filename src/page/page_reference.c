#include "page_reference.h"

#include "pen.h"

void page_reference_fill(const struct composer *composer, struct page_reference *reference, size_t page,
                         const char *label) {
    struct element_link *link = &reference->link->link;
    link->page = page;
    link->words =
        words_format(composer->arena, composer->words, WORD_LINK_TO_PAGE, "title", link->words, "page", label, NULL);
    if (reference->number == NULL)
        return;
    if (!reference->titled)
        link->words = words_format(composer->arena, composer->words, WORD_PAGE_NUMBER, "page", label, NULL);
    pen_refill(composer, reference->number, label);
    reference->number->x -= reference->number->width;
}

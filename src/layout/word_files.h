#ifndef LAYOUT_WORD_FILES_H
#define LAYOUT_WORD_FILES_H

#include "embedded.h"

/* The message files of layouts/words, a language each: layouts/words/cy.xml. */
extern const struct embedded_file word_files[];

#endif

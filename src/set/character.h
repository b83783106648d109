#ifndef SET_CHARACTER_H
#define SET_CHARACTER_H

#include "composer.h"

/* Report characters that no font has or that must not be printed. True where all can be shown. */

/* One, which stands at `at`. */
bool character_check(struct composer *composer, const char *at, uint32_t codepoint, struct source_pos pos);

/* Those of a string; a soft hyphen is never printed as such. */
bool characters_check(struct composer *composer, const char *string, struct source_pos pos);

#endif

#ifndef PDF_SYNTAX_H
#define PDF_SYNTAX_H

#include <stdint.h>

#include "text.h"

/* How things are spelt in a PDF file. Each function appends to a text that is being put together. */

/* A real with at most `decimals` (0 to 4) places and no trailing zeros; |value| is below 1e9. */
void syntax_number(struct text *text, double value, int decimals);

/* An integer followed by a blank. */
void syntax_integer(struct text *text, long long value);

/* `12 0 R ` */
void syntax_reference(struct text *text, int object);

/* /Name with everything outside printable ASCII escaped; `name` comes without its slash. */
void syntax_name(struct text *text, const char *name);

/* A text string from UTF-8: (plain) where it is ASCII, else UTF-16 in hexadecimal. */
void syntax_string(struct text *text, const char *utf8);

/* Bytes as a (literal) string: for addresses, which are ASCII. Other bytes are percent-encoded. */
void syntax_address(struct text *text, const char *uri);

/* Four hexadecimal digits. */
void syntax_hex4(struct text *text, uint32_t value);

#endif

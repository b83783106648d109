#ifndef PDF_HARU_H
#define PDF_HARU_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "text.h"

/*
 * One PDF document being made with libharu, whose internals stay in haru.c and haru_font.c.
 *
 * libharu keeps the pages, their tree and the catalogue. Any other object is text that we write ourselves: its entries,
 * without the << >> around them. An object is known by its number. The first failure sticks and is told by haru_error;
 * running out of memory ends the run.
 */
struct haru;

struct haru *haru_create(struct arena *arena); /* objects live in the arena */
void haru_destroy(struct haru *haru);          /* accepts NULL */

/* libharu's error number, 0 while all is well. */
unsigned long haru_error(const struct haru *haru);

/* A dictionary: first its number, for others to point at, then its entries, once. */
int haru_reserve(struct haru *haru);
void haru_fill(struct haru *haru, int object, const struct text *entries);
int haru_add(struct haru *haru, const struct text *entries);

/* A stream, in the same way. Bytes are deflated here where asked, and the entries for that and for /Length added. What
 * other files of the process are likely to have too (deflated.h) is HARU_DEFLATE_SHARED. */
enum haru_packing { HARU_AS_IS, HARU_DEFLATE, HARU_DEFLATE_SHARED };
void haru_fill_stream(struct haru *haru, int object, const struct text *entries, const void *bytes, size_t length,
                      enum haru_packing packing);
int haru_add_stream(struct haru *haru, const struct text *entries, const void *bytes, size_t length,
                    enum haru_packing packing);

/* Further entries of the catalogue and of the information dictionary; each called once. */
void haru_set_catalog(struct haru *haru, const struct text *entries);
void haru_set_info(struct haru *haru, const struct text *entries);

/* Pages, counted from 0 in the order of adding: before any other object. */
void haru_add_page(struct haru *haru, double width_pt, double height_pt);
/* A box such as TrimBox, which leaves so much of the page at left and right, and at top and bottom. */
void haru_page_box(struct haru *haru, size_t page, const char *name, double slug_x_pt, double slug_y_pt);
int haru_page_object(const struct haru *haru, size_t page);
const char *haru_page_font(struct haru *haru, size_t page, int font);    /* its name in the page's resources */
const char *haru_page_drawing(struct haru *haru, size_t page, int form); /* likewise */
void haru_page_annotate(struct haru *haru, size_t page, int annotation);
void haru_page_content(struct haru *haru, size_t page, const struct text *operators, enum haru_packing packing);

/* Writes the file; its ID is a hash of all that stands before the trailer. False where the stream failed (errno) or
 * libharu did. The caller flushes and closes. */
bool haru_save(struct haru *haru, FILE *stream);

/*
 * A TrueType font, embedded with the glyphs that were used. A character's code in a string is its Unicode number
 * (two bytes), so that one glyph can stand for several characters. The file was checked before (font_file_check).
 */
struct haru_font;

struct haru_font *haru_font_load(struct haru *haru, const char *path); /* NULL: see haru_error */
int haru_font_object(const struct haru_font *font);
bool haru_font_use(struct haru_font *font, uint32_t codepoint); /* false: the font has no such character */
void haru_font_finish(struct haru_font *font);                  /* writes its objects; after the last use */
void haru_font_destroy(struct haru_font *font);                 /* accepts NULL; before haru_destroy */

#endif

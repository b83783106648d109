#include "png_file.h"

#include <math.h>
#include <png.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static const double inch_m = 0.0254;

enum { BITS = 8, CHANNELS = 3, PACKING = 6 };

/* A failed stream ends in a jump to whoever called setjmp; what the library says of it is not the user's language. */
static void keep_quiet(png_structp png, png_const_charp message) {
    (void)png;
    (void)message;
}

static void fail(png_structp png, png_const_charp message) {
    (void)message;
    png_longjmp(png, 1);
}

static png_text text_chunk(const char *key, const char *words, const char *language) {
    return (png_text){
        .compression = PNG_ITXT_COMPRESSION_NONE,
        .key = (char *)key,
        .text = (char *)words,
        .itxt_length = strlen(words),
        .lang = (char *)language,
        .lang_key = (char *)"",
    };
}

static void set_texts(png_structp png, png_infop info, const struct picture_text *words) {
    enum { TEXTS = 4 };
    png_text texts[TEXTS];
    int count = 0;
    texts[count++] = text_chunk("Title", words->title, words->language);
    texts[count++] = text_chunk("Description", words->description, words->language);
    if (words->author != NULL)
        texts[count++] = text_chunk("Author", words->author, words->language);
    if (words->software != NULL)
        texts[count++] = text_chunk("Software", words->software, "");
    png_set_text(png, info, texts, count);
}

/* cairo keeps a pixel as one number, whose bytes lie as the machine has them. */
static void fill_row(unsigned char *row, const unsigned char *pixels, int width) {
    for (int x = 0; x < width; x++) {
        uint32_t pixel;
        memcpy(&pixel, pixels + 4 * x, sizeof pixel);
        row[CHANNELS * x] = (unsigned char)(pixel >> 16);
        row[CHANNELS * x + 1] = (unsigned char)(pixel >> 8);
        row[CHANNELS * x + 2] = (unsigned char)pixel;
    }
}

static void write_image(png_structp png, png_infop info, cairo_surface_t *surface, unsigned char *row) {
    int width = cairo_image_surface_get_width(surface), height = cairo_image_surface_get_height(surface);
    const unsigned char *pixels = cairo_image_surface_get_data(surface);
    png_set_IHDR(png, info, (png_uint_32)width, (png_uint_32)height, BITS, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    /* Flat fields and letters pack best and fastest as they are. */
    png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
    png_set_compression_level(png, PACKING);
    png_write_info(png, info);
    for (int y = 0; y < height; y++) {
        fill_row(row, pixels + (size_t)y * (size_t)cairo_image_surface_get_stride(surface), width);
        png_write_row(png, row);
    }
    png_write_end(png, NULL);
}

bool png_file_write(FILE *stream, cairo_surface_t *surface, double dpi, const struct picture_text *words) {
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, fail, keep_quiet);
    png_infop info = png != NULL ? png_create_info_struct(png) : NULL;
    unsigned char *row = memory_alloc((size_t)cairo_image_surface_get_width(surface) * CHANNELS);
    volatile bool written = false; /* set behind setjmp */
    if (info != NULL && setjmp(png_jmpbuf(png)) == 0) {
        png_init_io(png, stream);
        png_uint_32 per_metre = (png_uint_32)lround(dpi / inch_m);
        png_set_pHYs(png, info, per_metre, per_metre, PNG_RESOLUTION_METER);
        png_set_sRGB(png, info, PNG_sRGB_INTENT_PERCEPTUAL);
        set_texts(png, info, words);
        write_image(png, info, surface, row);
        written = true;
    }
    free(row);
    png_destroy_write_struct(&png, &info);
    return written;
}

#ifndef PDF_PROFILE_H
#define PDF_PROFILE_H

#include "text.h"

/* Appends an ICC profile (version 2, display) of the sRGB colour space, which PDF/A asks for. Always the same bytes. */
void profile_srgb(struct text *bytes);

#endif

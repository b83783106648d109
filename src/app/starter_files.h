#ifndef APP_STARTER_FILES_H
#define APP_STARTER_FILES_H

#include "embedded.h"

/* The files of a pack to start from: those of data/starter, and the fonts and the theme of the project. */
extern const struct embedded_file starter_files[];

#endif

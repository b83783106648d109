#include "arguments.h"

#include <string.h>

#include "dump.h"

bool arguments_of_pages(const struct arguments *arguments) {
    bool of_pages = arguments->dump == NULL || dump_is_of_pages(arguments->dump);
    return of_pages && (arguments->page != NULL || strcmp(arguments->format, "pdf") != 0);
}

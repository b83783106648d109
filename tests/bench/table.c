#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include "source.h"

/* What a large file costs of which few rows are kept: table ROWS. Processor time, and memory at its peak. */

enum { AREAS = 500 };

static void write_rows(FILE *file, int rows) {
    fputs("Indicator ID,Indicator Name,Area Code,Area Name,Area Type,Sex,Age,Time period,Value,Count\n", file);
    srand(1);
    for (int i = 0; i < rows; i++) {
        int area = i % AREAS, month = i / AREAS;
        fprintf(file, "90284,\"Admissions, under 15\",E%08d,Area %03d,District,Persons,<15 yrs,%04d-%02d,%.7f,%d\n",
                area, area, 1900 + month / 12, month % 12 + 1, rand() / 1e6, rand() % 100000);
    }
}

int main(int argc, char **argv) {
    int rows = argc > 1 ? atoi(argv[1]) : 1000000;
    char path[] = "/tmp/boardpack-bench-XXXXXX";
    FILE *file = fdopen(mkstemp(path), "w");
    if (file == NULL)
        return 1;
    write_rows(file, rows);
    fclose(file);
    struct arena *arena = arena_create();
    struct diag diag;
    diag_init(&diag, arena);
    const struct table_request request = {
        .path = path, .from = {.file = path}, .where = {.text = "Area Name=Area 123"}};
    clock_t before = clock();
    const struct table *table = source_read(arena, &request, &diag);
    double seconds = (double)(clock() - before) / CLOCKS_PER_SEC;
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    printf("%zu of %d rows kept: %.3f s, %ld MB\n", table == NULL ? 0 : table->row_count, rows, seconds,
           usage.ru_maxrss >> 10);
    diag_print(&diag, stderr, false);
    unlink(path);
    arena_destroy(arena);
    return diag_failed(&diag);
}

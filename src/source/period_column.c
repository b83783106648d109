#include "period_column.h"

#include <string.h>

#include "period_usual.h"

enum {
    TEXTS_TOLD = 10,      /* so many texts that are not read are told one by one */
    TEXTS_WEIGHED = 1000, /* so many say which pattern a column fits best */
    MEANINGS_TOLD = 4,
    HINT_MAX = 60,
};
/* Days that a number of five digits may stand for without anybody saying so. */
static const int serial_years_first = 1950, serial_years_last = 2099;

/* A reading that a column may have. */
struct candidate {
    struct period_reading reading;
    const char *pattern;                /* as the catalogue would say it */
    const char *usual;                  /* its row of the table; NULL where the catalogue says the pattern */
    bool fits;                          /* as far as the column was looked at */
    size_t read, coarse, wrong, unread; /* of those that were weighed; unread: of those that the best does not read */
};

/* A column while it is read. */
struct column_reader {
    struct arena *arena;
    struct diag *diag;
    const struct period_style *style;
    const struct period_text *texts;
    size_t count;
    const char *name;
    struct candidate *candidates;
    size_t candidate_count, candidate_capacity;
};

/* True where there is something to read that is not the text before. */
static bool is_new(const struct column_reader *reader, size_t i) {
    return reader->texts[i].text[0] != '\0' &&
           (i == 0 || strcmp(reader->texts[i].text, reader->texts[i - 1].text) != 0);
}

/* ------------------------------------------------------------------ candidates */

static void add_candidate(struct column_reader *reader, struct candidate candidate) {
    candidate.fits = true;
    arena_append(reader->arena, reader->candidates, reader->candidate_count, reader->candidate_capacity) = candidate;
}

/* One for each way in which the year's name may be meant. */
static void add_years(struct column_reader *reader, struct candidate candidate) {
    candidate.reading.year_named = reader->style->year_named;
    if (candidate.reading.year_named != YEAR_NAMED_UNSAID || !period_reading_needs_year_named(&candidate.reading)) {
        add_candidate(reader, candidate);
        return;
    }
    for (enum year_named named = YEAR_NAMED_START; named <= YEAR_NAMED_END; named++) {
        candidate.reading.year_named = named;
        add_candidate(reader, candidate);
    }
}

/* One for each way in which quarters may be meant. */
static void add_readings(struct column_reader *reader, const char *text, const struct period_pattern *pattern,
                         const char *usual) {
    struct candidate candidate = {.reading = {reader->style->calendar, pattern, .quarters = reader->style->quarters},
                                  .pattern = text,
                                  .usual = usual};
    if (candidate.reading.quarters != QUARTERS_UNSAID || !period_reading_needs_quarters(&candidate.reading)) {
        add_years(reader, candidate);
        return;
    }
    for (enum quarters_of quarters = QUARTERS_OF_YEAR; quarters <= QUARTERS_OF_CALENDAR; quarters++) {
        candidate.reading.quarters = quarters;
        add_years(reader, candidate);
    }
}

static const char *first_text(const struct column_reader *reader) {
    for (size_t i = 0; i < reader->count; i++)
        if (reader->texts[i].text[0] != '\0')
            return reader->texts[i].text;
    return "";
}

/* A year of two digits among numbers says too little in other text. */
static bool is_vague(const char *pattern) {
    return strstr(pattern, "yyyy") == NULL && strstr(pattern, "mmm") == NULL && strpbrk(pattern, "FQ") == NULL;
}

static void add_usual(struct column_reader *reader) {
    const char *lead = period_usual_lead(first_text(reader)), *around = reader->style->inside ? "*" : "";
    const char *quote = lead[0] == '\0' ? "" : "'";
    for (const struct period_usual *usual = period_usual; usual->pattern != NULL; usual++) {
        if (usual->only != GRAIN_COUNT && usual->only != reader->style->calendar.grain)
            continue;
        if ((around[0] != '\0' && is_vague(usual->pattern)) ||
            (lead[0] != '\0' && strcmp(usual->pattern, "serial") == 0))
            continue;
        const char *problem, *text = usual->pattern;
        if (around[0] != '\0' || lead[0] != '\0')
            text = arena_printf(reader->arena, "%s%s%s%s%s%s", around, quote, lead, quote, text, around);
        add_readings(reader, text, period_pattern_read(reader->arena, text, &problem), usual->pattern);
    }
}

/* False, reported, where the catalogue's pattern is none. */
static bool add_said(struct column_reader *reader) {
    const char *problem = NULL;
    const struct period_pattern *pattern = period_pattern_read(reader->arena, reader->style->pattern, &problem);
    if (pattern == NULL)
        diag_error(reader->diag, reader->style->from, "the pattern %s", problem);
    else
        add_readings(reader, reader->style->pattern, pattern, NULL);
    return pattern != NULL;
}

/* ------------------------------------------------------------------ readings */

/* A number that nobody said is a day is one only where it is whole, and of our times. */
static bool is_likely_day(const struct period_read *read, const char *text) {
    int year = calendar_date(read->thing).year;
    const char *point = strchr(text, '.');
    return year >= serial_years_first && year <= serial_years_last &&
           (point == NULL || strspn(point + 1, "0") == strlen(point + 1));
}

static struct period_read read_by(const struct candidate *candidate, const char *text) {
    struct period_read read = period_reading_read(&candidate->reading, text);
    if (candidate->usual != NULL && candidate->reading.pattern->has[PART_SERIAL] && read.thing != PERIOD_NONE &&
        !is_likely_day(&read, text)) {
        read.outcome = PERIOD_UNLIKE;
        read.period = PERIOD_NONE;
    }
    return read;
}

/* Leaves those that read every text; gives how many they are. */
static size_t drop_those_that_fail(struct column_reader *reader) {
    size_t left = reader->candidate_count;
    struct candidate **fitting = arena_new_array(reader->arena, left, struct candidate *);
    for (size_t k = 0; k < left; k++)
        fitting[k] = &reader->candidates[k];
    for (size_t i = 0; i < reader->count && left > 0; i++) {
        if (!is_new(reader, i))
            continue;
        size_t kept = 0;
        for (size_t k = 0; k < left; k++) {
            fitting[k]->fits = read_by(fitting[k], reader->texts[i].text).outcome == PERIOD_READ;
            if (fitting[k]->fits)
                fitting[kept++] = fitting[k];
        }
        left = kept;
    }
    return left;
}

/* In other text a year alone is read in every month too: what is part of a longer pattern that fits is no reading. */
static void drop_parts_of_others(struct column_reader *reader) {
    for (size_t k = 0; k < reader->candidate_count; k++)
        for (size_t i = 0; i < reader->candidate_count; i++) {
            const struct candidate *whole = &reader->candidates[i];
            struct candidate *part = &reader->candidates[k];
            if (whole->fits && part->fits && strlen(whole->usual) > strlen(part->usual) &&
                strstr(whole->usual, part->usual) != NULL)
                part->fits = false;
        }
}

static struct candidate *first_that_fits(const struct column_reader *reader) {
    for (size_t k = 0; k < reader->candidate_count; k++)
        if (reader->candidates[k].fits)
            return &reader->candidates[k];
    return NULL;
}

/* ------------------------------------------------------------------ two that fit */

/* What a text may mean: readings that differ. */
struct meanings {
    const struct candidate *by[MEANINGS_TOLD];
    struct period_read reads[MEANINGS_TOLD];
    size_t count;
};

static void add_meaning(struct meanings *meanings, const struct candidate *candidate, const char *text) {
    struct period_read read = read_by(candidate, text);
    if (!candidate->fits || read.outcome != PERIOD_READ || meanings->count == MEANINGS_TOLD)
        return;
    for (size_t i = 0; i < meanings->count; i++)
        if (meanings->reads[i].period == read.period)
            return;
    meanings->by[meanings->count] = candidate;
    meanings->reads[meanings->count++] = read;
}

static struct meanings meanings_of(const struct column_reader *reader, const char *text) {
    struct meanings meanings = {.count = 0};
    for (size_t k = 0; k < reader->candidate_count; k++)
        if (reader->candidates[k].fits)
            add_meaning(&meanings, &reader->candidates[k], text);
    return meanings;
}

/* What the catalogue says to have the first of some readings, as far as it sets it apart from the others. */
static const char *remedy(struct arena *arena, const struct candidate *candidate, const struct meanings *others) {
    static const char *const named[] = {"", "start", "end"}, *const quarters[] = {"", "year", "calendar"};
    const struct period_reading *reading = &candidate->reading;
    bool pattern_differs = false, quarters_differ = false, year_differs = false;
    for (size_t i = 0; i < others->count; i++) {
        const struct period_reading *other = &others->by[i]->reading;
        pattern_differs |= reading->pattern != other->pattern;
        quarters_differ |= reading->quarters != other->quarters && reading->quarters != QUARTERS_UNSAID;
        year_differs |= reading->year_named != other->year_named && reading->year_named != YEAR_NAMED_UNSAID;
    }
    return arena_printf(arena, "%s%s%s%s%s%s%s%s%s", pattern_differs ? " period-pattern=\"" : "",
                        pattern_differs ? candidate->pattern : "", pattern_differs ? "\"" : "",
                        quarters_differ ? " quarters=\"" : "", quarters_differ ? quarters[reading->quarters] : "",
                        quarters_differ ? "\"" : "", year_differs ? " year-named=\"" : "",
                        year_differs ? named[reading->year_named] : "", year_differs ? "\"" : "");
}

/* `a`, ` or b`, between ` , `. */
static const char *joined(struct arena *arena, const char *all, const char *next, size_t i, size_t count) {
    return arena_printf(arena, "%s%s%s", all, i == 0 ? "" : i + 1 == count ? " or " : ", ", next);
}

static void report_meanings(const struct column_reader *reader, const struct period_text *text,
                            const struct meanings *meanings) {
    const char *words = "", *remedies = "";
    for (size_t i = 0; i < meanings->count; i++) {
        const struct period_read *read = &meanings->reads[i];
        const char *what = period_reading_words(reader->arena, read->thing_calendar, read->thing);
        words = joined(reader->arena, words, what, i, meanings->count);
        const char *say = remedy(reader->arena, meanings->by[i], meanings);
        remedies = joined(reader->arena, remedies, say + (say[0] == ' '), i, meanings->count);
    }
    diag_error(reader->diag, text->pos, "%s: %s may be %s, and nothing there settles it; say which: %s", reader->name,
               text->text, words, remedies);
}

/* True where all that fit mean the same by every text; else reported at the first by which they do not. */
static bool means_one_thing(const struct column_reader *reader) {
    for (size_t i = 0; i < reader->count; i++) {
        if (!is_new(reader, i))
            continue;
        struct meanings meanings = meanings_of(reader, reader->texts[i].text);
        if (meanings.count > 1) {
            report_meanings(reader, &reader->texts[i], &meanings);
            return false;
        }
    }
    return true;
}

/* ------------------------------------------------------------------ none that fits */

static void weigh(struct column_reader *reader) {
    size_t weighed = 0;
    for (size_t i = 0; i < reader->count && weighed < TEXTS_WEIGHED; i++) {
        if (!is_new(reader, i))
            continue;
        weighed++;
        for (size_t k = 0; k < reader->candidate_count; k++) {
            struct candidate *candidate = &reader->candidates[k];
            enum period_outcome outcome = read_by(candidate, reader->texts[i].text).outcome;
            candidate->read += outcome == PERIOD_READ;
            candidate->coarse += outcome == PERIOD_COARSE || outcome == PERIOD_SPLIT;
            candidate->wrong += outcome == PERIOD_WRONG;
        }
    }
}

static bool is_better(const struct candidate *a, const struct candidate *b) {
    if (a->read != b->read)
        return a->read > b->read;
    return a->coarse != b->coarse ? a->coarse > b->coarse : a->wrong > b->wrong;
}

static struct candidate *best(struct column_reader *reader) {
    struct candidate *best = &reader->candidates[0];
    for (size_t k = 1; k < reader->candidate_count; k++)
        if (is_better(&reader->candidates[k], best))
            best = &reader->candidates[k];
    return best;
}

/* The first text that a reads, and b too or not. */
static const struct period_text *find(const struct column_reader *reader, const struct candidate *a,
                                      const struct candidate *b, bool both) {
    for (size_t i = 0; i < reader->count; i++)
        if (is_new(reader, i) && read_by(a, reader->texts[i].text).outcome == PERIOD_READ &&
            (read_by(b, reader->texts[i].text).outcome == PERIOD_READ) == both)
            return &reader->texts[i];
    return NULL;
}

/* The candidate that reads all texts that another does not, as far as they are weighed; NULL for none. */
static const struct candidate *complement(struct column_reader *reader, const struct candidate *of) {
    size_t unread = 0;
    for (size_t i = 0; i < reader->count && unread < TEXTS_WEIGHED; i++) {
        if (!is_new(reader, i) || read_by(of, reader->texts[i].text).outcome == PERIOD_READ)
            continue;
        unread++;
        for (size_t k = 0; k < reader->candidate_count; k++)
            reader->candidates[k].unread +=
                read_by(&reader->candidates[k], reader->texts[i].text).outcome == PERIOD_READ;
    }
    for (size_t k = 0; k < reader->candidate_count; k++)
        if (reader->candidates[k].unread == unread && find(reader, of, &reader->candidates[k], false) != NULL)
            return &reader->candidates[k];
    return NULL;
}

/* `2018-07 in line 3`, or in a column where it shares its line with another. */
static const char *placed(struct arena *arena, const struct period_text *text, const struct period_text *other) {
    if (text->pos.line == 0 || (text->pos.line == other->pos.line && text->pos.column == other->pos.column))
        return text->text;
    bool across = text->pos.line == other->pos.line;
    if (across && text->pos.sheet == NULL)
        return arena_printf(arena, "%s in column %d", text->text, text->pos.column);
    return arena_printf(arena, "%s in %s", text->text,
                        across ? diag_cell_words(arena, text->pos) : diag_line_words(arena, text->pos));
}

/* Two ways of writing in one column. */
static void report_two_ways(const struct column_reader *reader, const struct candidate *a, const struct candidate *b) {
    const struct period_text *one = find(reader, a, b, false), *other = find(reader, b, a, false);
    if (one > other) {
        report_two_ways(reader, b, a);
        return;
    }
    const char *first = placed(reader->arena, one, other), *second = placed(reader->arena, other, one);
    const struct period_text *both = find(reader, a, b, true);
    if (both == NULL)
        diag_error(reader->diag, other->pos,
                   "%s: periods are written in two ways, %s, %s; name both: "
                   "period-pattern=\"%s | %s\"",
                   reader->name, first, second, a->pattern, b->pattern);
    else
        diag_error(reader->diag, other->pos,
                   "%s: %s is written as %s and %s as %s, so that %s may be either; write all periods in one way",
                   reader->name, first, a->pattern, second, b->pattern, both->text);
}

/* Where notes stand below the last period of a column, or totals beside the last of a row of headings. */
static const char *end_hint(const struct column_reader *reader, size_t i) {
    const struct period_text *text = &reader->texts[i];
    bool across = reader->count > 1 && reader->texts[0].pos.line == text->pos.line;
    if (reader->style->inside || strlen(text->text) > HINT_MAX || strchr(text->text, '"') != NULL)
        return "";
    if (across)
        return arena_printf(reader->arena, "; if it is none, leave it out with without=\"%s\"", text->text);
    if (text->pos.column != 1 || strpbrk(text->text, "0123456789") != NULL || strstr(reader->name, " + ") != NULL)
        return "";
    return arena_printf(reader->arena, "; if the table ends here, say until=\"%s\"", text->text);
}

/* The first of the texts behind the last one that is read. */
static size_t tail(const struct column_reader *reader, const struct candidate *by) {
    size_t i = reader->count;
    while (i > 0 && read_by(by, reader->texts[i - 1].text).outcome == PERIOD_UNLIKE)
        i--;
    return i;
}

static void report_unread(const struct column_reader *reader, const struct candidate *by) {
    size_t unread = 0, end = tail(reader, by);
    const struct period_text *last = NULL;
    for (size_t i = 0; i < reader->count; i++) {
        const struct period_text *text = &reader->texts[i];
        if (!is_new(reader, i) || read_by(by, text->text).outcome == PERIOD_READ)
            continue;
        last = text;
        if (++unread <= TEXTS_TOLD)
            diag_error(reader->diag, text->pos, "%s: %s%s", reader->name,
                       period_reading_problem(reader->arena, &by->reading, text->text),
                       i == end && i > 0 ? end_hint(reader, i) : "");
    }
    if (unread > TEXTS_TOLD)
        diag_error(reader->diag, last->pos, "%s: %zu more are not read, this the last of them", reader->name,
                   unread - TEXTS_TOLD);
}

static void report_unknown(const struct column_reader *reader, const char *text) {
    const struct period_text *first = &reader->texts[0];
    while (first->text != text)
        first++;
    diag_error(reader->diag, first->pos,
               "%s: \"%.60s\" is written in no way that is recognised; say how, such as period-pattern=\"dd/mm/yyyy\"",
               reader->name, text);
}

/* Reports what is not read, and leaves the reading that fits best, and those that read as much. */
static void settle_for_best(struct column_reader *reader) {
    weigh(reader);
    const struct candidate *chosen = best(reader), *other = chosen->read > 0 ? complement(reader, chosen) : NULL;
    if (other != NULL)
        report_two_ways(reader, chosen, other);
    else if (reader->style->pattern == NULL && chosen->read + chosen->coarse + chosen->wrong == 0)
        report_unknown(reader, first_text(reader));
    else
        report_unread(reader, chosen);
    for (size_t k = 0; k < reader->candidate_count; k++)
        reader->candidates[k].fits = &reader->candidates[k] == chosen ||
                                     (chosen->read > 0 && reader->candidates[k].read == chosen->read && other == NULL);
}

/* ------------------------------------------------------------------ all of it */

static void fill(const struct column_reader *reader, const struct candidate *by, int *periods) {
    for (size_t i = 0; i < reader->count; i++) {
        if (is_new(reader, i))
            periods[i] = read_by(by, reader->texts[i].text).period;
        else
            periods[i] = reader->texts[i].text[0] == '\0' ? PERIOD_NONE : periods[i - 1];
    }
}

struct period_column period_column_read(struct arena *arena, const struct period_style *style,
                                        const struct period_text *texts, size_t count, const char *name,
                                        struct diag *diag) {
    struct column_reader reader = {
        .arena = arena, .diag = diag, .style = style, .texts = texts, .count = count, .name = name};
    struct period_column column = {.periods = arena_new_array(arena, count + 1, int)};
    for (size_t i = 0; i < count; i++)
        column.periods[i] = PERIOD_NONE;
    if (style->pattern == NULL)
        add_usual(&reader);
    else if (!add_said(&reader))
        return column;
    if (first_text(&reader)[0] == '\0')
        return column;
    size_t fitting = drop_those_that_fail(&reader);
    if (fitting == 0 && style->tentative)
        return column;
    if (fitting == 0)
        settle_for_best(&reader);
    if (style->inside && style->pattern == NULL)
        drop_parts_of_others(&reader);
    if (fitting != 1 && !means_one_thing(&reader))
        return column;
    const struct candidate *chosen = first_that_fits(&reader);
    fill(&reader, chosen, column.periods);
    column.pattern = fitting > 0 || chosen->read > 0 ? chosen->pattern : NULL;
    return column;
}

#include "proposal.h"

#include <ctype.h>
#include <string.h>

#include "cell.h"
#include "file.h"
#include "index.h"
#include "row_choice.h"
#include "text.h"

enum { COLUMNS_MAX = 40, NAME_LENGTH = 40 };

/* A proposal while it is written. */
struct proposal {
    struct arena *arena;
    const struct survey *survey;
    struct text text;
};

/* The heading of a column, or the last part of it where that is enough; NULL where others have it too, or none. */
static const char *heading_of(const struct proposal *proposal, size_t column) {
    const struct table *table = proposal->survey->table;
    const struct table_heading *heading = &table->header[column];
    if (heading->part[0] != '\0' && table_column(table, heading->part) == (int)column)
        return heading->part;
    return heading->text[0] != '\0' && table_column(table, heading->text) == (int)column ? heading->text : NULL;
}

/* How an attribute refers to a column: by its heading, or by its place where that has signs of its own. */
static const char *reference_to(const struct proposal *proposal, size_t column) {
    const char *heading = heading_of(proposal, column);
    return heading != NULL && strpbrk(heading, "[+=;{}") == NULL
               ? heading
               : arena_printf(proposal->arena, "[%s]", table_letters(proposal->arena, column));
}

static void add_attribute(struct proposal *proposal, const char *name, const char *value) {
    text_printf(&proposal->text, " %s=\"", name);
    text_add_xml(&proposal->text, value);
    text_add(&proposal->text, "\"");
}

/* A name to compute with: `Cum 2018, flag` is `cum_2018_flag`. */
static const char *series_name(const struct proposal *proposal, size_t column) {
    const struct table_heading *headings = &proposal->survey->table->header[column];
    const char *heading = heading_of(proposal, column) == NULL ? headings->part : heading_of(proposal, column);
    char *name = arena_new_array(proposal->arena, NAME_LENGTH + 1, char);
    size_t length = 0;
    for (; *heading != '\0' && length < NAME_LENGTH; heading++)
        if (isalnum((unsigned char)*heading))
            name[length++] = (char)tolower((unsigned char)*heading);
        else if (length > 0 && name[length - 1] != '_')
            name[length++] = '_';
    while (length > 0 && name[length - 1] == '_')
        length--;
    name[length] = '\0';
    return length > 0 ? name : arena_printf(proposal->arena, "column_%s", table_letters(proposal->arena, column));
}

/* A name that none of the columns before has. */
static const char *own_name(const struct proposal *proposal, size_t column) {
    const char *name = series_name(proposal, column);
    for (size_t i = 0; i < column; i++)
        if (proposal->survey->columns[i].kind == COLUMN_FIGURES && strcmp(series_name(proposal, i), name) == 0)
            return arena_printf(proposal->arena, "%s_%s", name, table_letters(proposal->arena, column));
    return name;
}

static void add_table(struct proposal *proposal) {
    const struct table_request *request = &proposal->survey->request;
    add_attribute(proposal, "file", path_name(request->path));
    if (request->table.text != NULL)
        add_attribute(proposal, "table", request->table.text);
    else if (request->sheet.text != NULL)
        add_attribute(proposal, "sheet", request->sheet.text);
    if (request->separator > SEPARATOR_COMMA)
        add_attribute(proposal, "separator", separator_words[request->separator]);
    if (request->skip > 0)
        add_attribute(proposal, "skip", arena_printf(proposal->arena, "%d", request->skip));
    if (request->from_heading.text != NULL)
        add_attribute(proposal, "from-heading", request->from_heading.text);
    if (request->heading_rows > 1)
        add_attribute(proposal, "heading-rows", arena_printf(proposal->arena, "%d", request->heading_rows));
    if (request->until.text != NULL)
        add_attribute(proposal, "until", request->until.text);
}

/* What has a sign of conditions in it stands in quotes, a quote in it doubled. */
static void add_value(struct text *text, const char *value) {
    if (strpbrk(value, ";|='{}") == NULL) {
        text_add(text, value);
        return;
    }
    text_add(text, "'");
    for (; *value != '\0'; value++)
        text_append(text, *value == '\'' ? "''" : value, *value == '\'' ? 2 : 1);
    text_add(text, "'");
}

static void add_where(struct proposal *proposal, const struct row_choice *choice) {
    struct text where = {0};
    for (size_t i = 0; i < choice->count; i++) {
        text_printf(&where, "%s%s=", i > 0 ? "; " : "", reference_to(proposal, choice->conditions[i].column));
        add_value(&where, choice->conditions[i].value);
    }
    if (choice->count > 0)
        add_attribute(proposal, "where", text_string(&where));
    text_free(&where);
}

static void add_pattern(struct proposal *proposal, const struct period_guess *guess) {
    if (guess->found)
        add_attribute(proposal, "period-pattern", guess->pattern);
}

/* Names of rows, where periods are not in a column. */
static void add_names(struct proposal *proposal, const struct row_choice *choice) {
    if (choice->id < proposal->survey->table->column_count)
        add_attribute(proposal, "id", reference_to(proposal, choice->id));
}

static void add_form(struct proposal *proposal, const struct row_choice *choice) {
    const struct survey *survey = proposal->survey;
    if (survey->across.found) {
        add_attribute(proposal, "form", "across");
        add_names(proposal, choice);
        add_pattern(proposal, &survey->across);
    } else if (survey->period_column_count == 0) {
        add_attribute(proposal, "form", "single");
        add_attribute(proposal, survey->in_name.found ? "period-from" : "of", survey->in_name.found ? "file" : "?");
        add_names(proposal, choice);
    } else {
        const char *columns = reference_to(proposal, survey->period_columns[0]);
        if (survey->period_column_count > 1)
            columns =
                arena_printf(proposal->arena, "%s + %s", columns, reference_to(proposal, survey->period_columns[1]));
        add_attribute(proposal, "period", columns);
        add_pattern(proposal, &survey->periods);
    }
}

/* A part of the period, such as the number of a week, is no figure. */
static bool holds_figures(const struct survey *survey, size_t column) {
    for (size_t i = 0; i < survey->period_column_count; i++)
        if (survey->period_columns[i] == column)
            return false;
    return survey->columns[column].kind == COLUMN_FIGURES;
}

static void add_columns(struct proposal *proposal) {
    size_t added = 0, more = 0;
    for (size_t k = 0; k < proposal->survey->table->column_count; k++) {
        if (!holds_figures(proposal->survey, k))
            continue;
        if (added == COLUMNS_MAX) {
            more++;
            continue;
        }
        added++;
        text_add(&proposal->text, "    <column");
        add_attribute(proposal, "heading", reference_to(proposal, k));
        if (proposal->survey->period_column_count > 0)
            add_attribute(proposal, "series", own_name(proposal, k));
        text_add(&proposal->text, "/>\n");
    }
    if (more > 0)
        text_printf(&proposal->text, "    <!-- and %zu columns more -->\n", more);
}

/* Whether a word in place of a figure is one that needs no saying. */
static bool is_usual(const struct proposal *proposal, const char *word) {
    struct diag unheard;
    diag_init(&unheard, proposal->arena);
    struct cell_text text = {.text = word, .name = "", .pos = {.file = ""}};
    cell_read(&cell_style_usual, &text, proposal->arena, &unheard);
    return unheard.errors == 0;
}

/* Words in place of figures that are still to be explained, each once. */
static void add_words(struct proposal *proposal) {
    struct index added = {0};
    for (size_t k = 0; k < proposal->survey->table->column_count; k++) {
        const struct column_survey *column = &proposal->survey->columns[k];
        for (size_t i = 0; column->kind == COLUMN_FIGURES && i < column->word_count; i++) {
            const char *word = cell_trim(proposal->arena, column->words[i].text);
            if (is_usual(proposal, word) || index_find(&added, word) != NULL)
                continue;
            index_add(proposal->arena, &added, word, proposal);
            text_add(&proposal->text, "    <word");
            add_attribute(proposal, "text", word);
            add_attribute(proposal, "status", "missing");
            text_add(&proposal->text, "/>\n");
        }
    }
}

/* Where the periods are guessed from. */
static const struct period_guess *guess_of(const struct survey *survey) {
    return survey->across.found              ? &survey->across
           : survey->period_column_count > 0 ? &survey->periods
                                             : &survey->in_name;
}

/* What somebody has to settle before the source is right. */
static void add_open_question(struct proposal *proposal) {
    const struct period_guess *guess = guess_of(proposal->survey);
    const char *question = guess->problem;
    if (proposal->survey->period_column_count == 0 && !guess->found)
        question = "no column has periods; of says of which period all figures are";
    if (question == NULL || !(guess->found || guess->ambiguous || guess == &proposal->survey->in_name))
        return;
    text_add(&proposal->text, "  <!-- ");
    for (; *question != '\0'; question++)
        text_append(&proposal->text, question[0] == '-' && question[1] == '-' ? " " : question, 1);
    text_add(&proposal->text, " -->\n");
}

char *proposal_source(struct arena *arena, const struct survey *survey) {
    struct proposal proposal = {.arena = arena, .survey = survey}, inside = proposal;
    struct row_choice choice = row_choice_make(arena, survey);
    add_open_question(&proposal);
    text_add(&proposal.text, "  <source");
    add_table(&proposal);
    add_form(&proposal, &choice);
    add_where(&proposal, &choice);
    if (!survey->across.found)
        add_columns(&inside);
    add_words(&inside);
    if (inside.text.length == 0)
        text_add(&proposal.text, "/>\n");
    else
        text_printf(&proposal.text, ">\n%s  </source>\n", text_string(&inside.text));
    char *source = arena_strdup(arena, text_string(&proposal.text));
    text_free(&inside.text);
    text_free(&proposal.text);
    return source;
}

/* The month that years start in. */
static int first_month(struct calendar calendar) {
    struct calendar months = calendar_in(calendar, GRAIN_MONTH);
    int first = calendar_year_first(months, calendar_year(calendar_usual, calendar_parse(calendar_usual, "2018-07")));
    return calendar_date(calendar_first_day(months, first)).month;
}

char *proposal_catalogue(struct arena *arena, const struct survey *survey) {
    const struct period_guess *guess = guess_of(survey);
    struct calendar calendar = guess->found || guess->ambiguous ? guess->calendar : calendar_usual;
    return arena_printf(arena, "grain=\"%s\" year-start=\"%d\"", grain_words[calendar.grain], first_month(calendar));
}

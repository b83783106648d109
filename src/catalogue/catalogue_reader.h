#ifndef CATALOGUE_CATALOGUE_READER_H
#define CATALOGUE_CATALOGUE_READER_H

#include "catalogue_read.h"
#include "table_request.h"
#include "xml.h"

/* A series that is worked out, and the text that says how. */
struct worked_out {
    struct series *series;
    const char *text;
    struct source_pos pos;
    bool is_sum;           /* names with blanks between */
    const char *otherwise; /* the name of the series that a period is taken from where it is missing; NULL for none */
    struct source_pos otherwise_pos;
};

/* What the steps of reading one catalogue share. */
struct catalogue_reader {
    struct arena *arena;
    struct diag *diag;
    const struct path_scope *scope;
    const struct xml_element *root;
    struct catalogue *catalogue;
    int period;                       /* that was asked for; PERIOD_NONE: nobody said one, or it is of another grain */
    struct table_cache *tables;       /* that many packs share; NULL where the catalogue is for one */
    const struct request_word *words; /* for conditions, up to one without a name */
    const char *const *letters;       /* the series that indicators take RAG letters from, up to NULL */
    const struct xml_element **elements; /* of the catalogue's indicators, by their index */
    size_t element_count, element_capacity;
    struct worked_out *worked_out;
    size_t worked_out_count, worked_out_capacity;
};

/* comparator; organisations must be there, from which some are computed */
void comparator_read(struct catalogue_reader *reader, const struct xml_element *element);

/* Makes abbreviations of the short titles of comparators that do not say by themselves what they stand for, as
 * `Nbrs` of statistical neighbours. */
void comparators_abbreviate(struct catalogue *catalogue);

/* among, inside an indicator */
void comparator_groups_read(struct catalogue_reader *reader, struct indicator *indicator,
                            const struct xml_element *element);

/* statuses: what is withheld, left blank, provisional. Sources must be there. */
void statuses_read(struct catalogue_reader *reader);

/* source, series, constant */
void sources_read(struct catalogue_reader *reader);

/* note: into the cells of series, which must be there */
void notes_read(struct catalogue_reader *reader);

/* indicator, without what is inside but its definition */
void indicators_read(struct catalogue_reader *reader);

/* unit and what goes with it, of one indicator */
void unit_read(const struct catalogue_reader *reader, const struct xml_element *element, struct indicator *indicator);

/* What indicators count: their numerators, denominators and published figures. All indicators must be there. */
void measures_read(struct catalogue_reader *reader);

/* Makes a series one that is worked out; how is read by expressions_read, when all names are known. */
void expressions_add(struct catalogue_reader *reader, struct worked_out worked_out);
void expressions_read(struct catalogue_reader *reader);

/* Figures below zero, of indicators that do not allow them. What indicators count must be there. */
void signs_check(const struct catalogue_reader *reader);

/* bands inside indicators; benchmarks must be there, which bands may be counted from */
void bands_read(struct catalogue_reader *reader);

/* control-chart inside an indicator */
void control_chart_read(struct catalogue_reader *reader, struct indicator *indicator,
                        const struct xml_element *element);

/* Adds an attribute; one of the same name is reported at its place. */
void attributes_add(struct catalogue_reader *reader, struct indicator *indicator, struct attribute attribute);

/* attributes; indicators must be there. */
void attributes_read(struct catalogue_reader *reader);

/* target and targets, benchmark and benchmarks, annual; indicators must be there. */
void targets_read(struct catalogue_reader *reader);
void benchmarks_read(struct catalogue_reader *reader);
void annuals_read(struct catalogue_reader *reader);

/* Counts that are judged by their share; targets and bands must be there. */
void shares_find(struct catalogue_reader *reader);

/* actions: what is done about indicators, which must be there */
void actions_read(struct catalogue_reader *reader);

#endif

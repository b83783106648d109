#ifndef WORKBOOK_NUMBER_FORMAT_H
#define WORKBOOK_NUMBER_FORMAT_H

/* What a number of a sheet is by the format that it is shown in: a number, a day, a time of day. */
enum number_kind { NUMBER_PLAIN, NUMBER_DATE, NUMBER_TIME, NUMBER_DATE_TIME };

/* By the code of a format: `dd/mm/yyyy`, `[$-409]d-mmm-yy;@`, `0.0"m"`. Hours that run on, `[h]:mm`, are a plain number
 * of days. */
enum number_kind number_format_kind(const char *code);

/* By the number of a format that every workbook has. */
enum number_kind number_format_built_in(int number);

#endif

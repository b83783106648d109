#include "table_fixture.h"

#include <uchar.h>

/* The heads and ends of tables as public bodies publish them. */

static void waiting_times_have_titles_groups_and_notes(void **state) {
    struct fixture *fixture = *state;
    const struct table *table = read_text(
        fixture,
        ",,,,,\n,\"Title: Referral to Treatment (RTT) Waiting Times, England\",,,,\n,Revised: ,-,,,\n,,,,,\n"
        ",Year,Month,Incomplete RTT pathways,,\"Unique Patients\n\"\n"
        ",,,Median wait (weeks),No. within 18 weeks,Estimated number of unique patients (mil)\n"
        ",2007/08,Apr-07,-,-,-\n,,Aug-07,14.3,\"2,395,656\",-\n,2025/26,Apr-25,13.3,\"4,413,743\",6.2\n,,Oct-25,,,-\n"
        ",Notes:,,,,\n,\"1. Note text, shortened here.\",,,,\n",
        (struct table_request){
            .skip = 4, .heading_rows = 2, .until = said("Notes"), .fill_down = said("Year"), .where = said("Month!=")});
    assert_quiet(fixture);
    assert_string_equal(headings_of(fixture, table), "|Year|Month|Incomplete RTT pathways / Median wait (weeks)|"
                                                     "Incomplete RTT pathways / No. within 18 weeks|"
                                                     "Unique Patients / Estimated number of unique patients (mil)");
    assert_string_equal(rows_of(fixture, table),
                        "|2007/08|Apr-07|-|-|-\n|2007/08|Aug-07|14.3|2,395,656|-\n|2025/26|Apr-25|13.3|4,413,743|6.2\n"
                        "|2025/26|Oct-25|||-\n");
    assert_int_equal(table->rows[1].line, 9);
}

static void a_printed_report_has_line_ends_in_headings(void **state) {
    struct fixture *fixture = *state;
    const struct table *table = read_text(
        fixture,
        "City Monthly Revenue Collections,,,,\r\nJune FY 2016,,,,\r\n,,,,\r\nTax,Kind,\"June\nFY 2016\",% Budgeted,\r\n"
        "Real Estate,current,\"($1,533,913)\",97.72%,\r\nOther Taxes,total,-,115.34%,\r\n,,,,\r\n"
        "* Amounts in dollars; parentheses are negative.,,,,\r\n",
        (struct table_request){.from_heading = said("Tax"), .until = said("*")});
    assert_quiet(fixture);
    assert_string_equal(headings_of(fixture, table), "Tax|Kind|June FY 2016|% Budgeted|");
    assert_string_equal(rows_of(fixture, table),
                        "Real Estate|current|($1,533,913)|97.72%|\nOther Taxes|total|-|115.34%|\n");
}

static void weekly_deaths_are_unicode_text_of_a_spreadsheet(void **state) {
    static const char16_t text[] =
        u"\uFEFF\"Deaths registered12 in Northern Ireland, by Local Government District (LGD), "
        u"2020P\"\t\t\t\r\n\t\t\t\r\n"
        u"\t\tLocal Government District (LGD)\t\r\n"
        u"Registration Week\tWeek Ending (Friday)\tAntrim & Newtownabbey\t\"Armagh City, Banbridge & Craigavon\"\r\n"
        u"1\t10/01/2020\t30\t42\r\n2\t17/01/2020\t21\t44\r\n\t\t\t\r\nP Weekly published data are "
        u"provisional.\t\t\t\r\n";
    struct fixture *fixture = *state;
    const struct table *table =
        read_bytes(fixture, (const char *)text, sizeof text - sizeof *text,
                   (struct table_request){.from_heading = said("Registration Week"), .until_blank = true});
    assert_quiet(fixture);
    assert_string_equal(table->header[3].text, "Armagh City, Banbridge & Craigavon");
    assert_string_equal(rows_of(fixture, table), "1|10/01/2020|30|42\n2|17/01/2020|21|44\n");
}

static void councils_stand_on_rows_beside_other_measures(void **state) {
    struct fixture *fixture = *state;
    const struct table *table = read_text(fixture,
                                          "\xEF\xBB\xBFKey,Code,LocalAuthority,Period,Value,Changes\n"
                                          "CORP 092018-19;Q1Cash,CORP 09,East Renfrewshire,2018-19;Q1,0.96,null\n"
                                          "CORP 092018-19;Q2Cash,CORP 09,East Renfrewshire,2018-19;Q2,0.88,"
                                          "\"{\"\"ScotRank\"\":5.0,\"\"Up\"\":1}\"\n"
                                          "CORP 102018-19;Q1Cash,CORP 10,East Renfrewshire,2018-19;Q1,0.91,null\n",
                                          (struct table_request){.where = said("Code=CORP 09")});
    assert_quiet(fixture);
    assert_string_equal(
        rows_of(fixture, table),
        "CORP 092018-19;Q1Cash|CORP 09|East Renfrewshire|2018-19;Q1|0.96|null\n"
        "CORP 092018-19;Q2Cash|CORP 09|East Renfrewshire|2018-19;Q2|0.88|{\"ScotRank\":5.0,\"Up\":1}\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(waiting_times_have_titles_groups_and_notes),
        TEST(a_printed_report_has_line_ends_in_headings),
        TEST(weekly_deaths_are_unicode_text_of_a_spreadsheet),
        TEST(councils_stand_on_rows_beside_other_measures),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

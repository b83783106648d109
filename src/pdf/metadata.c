#include "metadata.h"

#include <time.h>

#include "profile.h"
#include "syntax.h"

static void add_property(struct text *text, const char *before, const char *utf8, const char *after) {
    if (utf8 == NULL || *utf8 == '\0')
        return;
    text_add(text, before);
    text_add_xml(text, utf8);
    text_add(text, after);
}

static struct tm moment(const struct document *document) {
    time_t seconds = (time_t)document->created;
    struct tm parts = {.tm_year = 70, .tm_mday = 1};
    gmtime_r(&seconds, &parts);
    return parts;
}

static void add_xmp_date(struct text *text, const char *tag, const struct document *document) {
    struct tm at = moment(document);
    text_printf(text, "<%s>%04d-%02d-%02dT%02d:%02d:%02dZ</%s>\n", tag, at.tm_year + 1900, at.tm_mon + 1, at.tm_mday,
                at.tm_hour, at.tm_min, at.tm_sec, tag);
}

void metadata_add_date(struct text *text, const char *key, const struct document *document) {
    struct tm at = moment(document);
    text_printf(text, "%s (D:%04d%02d%02d%02d%02d%02dZ)\n", key, at.tm_year + 1900, at.tm_mon + 1, at.tm_mday,
                at.tm_hour, at.tm_min, at.tm_sec);
}

/* PDF/A wants every schema that is not its own described. */
static const char ua_schema[] =
    "<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\n"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "<pdfaProperty:category>internal</pdfaProperty:category>\n"
    "<pdfaProperty:description>Part of ISO 14289 that the file follows</pdfaProperty:description>\n"
    "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>\n";

static void add_xmp(struct text *xmp, const struct document *document, const char *producer, int part) {
    text_add(xmp,
             "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
             "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
             "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
             "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
             " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
             " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n");
    text_printf(xmp,
                "<pdfaid:part>%d</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>\n"
                "<pdfuaid:part>1</pdfuaid:part>\n<dc:format>application/pdf</dc:format>\n",
                part);
    add_property(xmp, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", document->title,
                 "</rdf:li></rdf:Alt></dc:title>\n");
    add_property(xmp, "<dc:creator><rdf:Seq><rdf:li>", document->author, "</rdf:li></rdf:Seq></dc:creator>\n");
    add_property(xmp, "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">", document->subject,
                 "</rdf:li></rdf:Alt></dc:description>\n");
    add_property(xmp, "<dc:language><rdf:Bag><rdf:li>", document->language, "</rdf:li></rdf:Bag></dc:language>\n");
    add_property(xmp, "<pdf:Keywords>", document->keywords, "</pdf:Keywords>\n");
    add_property(xmp, "<pdf:Producer>", producer, "</pdf:Producer>\n");
    add_property(xmp, "<xmp:CreatorTool>", producer, "</xmp:CreatorTool>\n");
    add_xmp_date(xmp, "xmp:CreateDate", document);
    add_xmp_date(xmp, "xmp:ModifyDate", document);
    text_add(xmp, "</rdf:Description>\n");
    text_add(xmp, ua_schema);
    text_add(xmp, "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>\n");
}

static int write_xmp(struct haru *haru, const struct document *document, const char *producer, int part) {
    struct text xmp = {0}, entries = {0};
    add_xmp(&xmp, document, producer, part);
    text_add(&entries, "/Type /Metadata /Subtype /XML\n");
    int object = haru_add_stream(haru, &entries, text_string(&xmp), xmp.length, HARU_AS_IS);
    text_free(&entries);
    text_free(&xmp);
    return object;
}

static int write_output_intent(struct haru *haru) {
    struct text profile = {0}, entries = {0};
    profile_srgb(&profile);
    text_add(&entries, "/N 3\n");
    int stream = haru_add_stream(haru, &entries, profile.bytes, profile.length, HARU_DEFLATE_SHARED);
    text_clear(&entries);
    text_printf(&entries,
                "/Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB)\n"
                "/Info (sRGB IEC61966-2.1) /DestOutputProfile %d 0 R\n",
                stream);
    int object = haru_add(haru, &entries);
    text_free(&entries);
    text_free(&profile);
    return object;
}

static void add_string_entry(struct text *text, const char *key, const char *value) {
    if (value == NULL || *value == '\0')
        return;
    text_add(text, key);
    syntax_string(text, value);
    text_add(text, "\n");
}

static void write_info(struct haru *haru, const struct document *document, const char *producer) {
    struct text info = {0};
    add_string_entry(&info, "/Title ", document->title);
    add_string_entry(&info, "/Author ", document->author);
    add_string_entry(&info, "/Subject ", document->subject);
    add_string_entry(&info, "/Keywords ", document->keywords);
    add_string_entry(&info, "/Creator ", producer);
    add_string_entry(&info, "/Producer ", producer);
    metadata_add_date(&info, "/CreationDate", document);
    metadata_add_date(&info, "/ModDate", document);
    haru_set_info(haru, &info);
    text_free(&info);
}

void metadata_write(struct haru *haru, const struct document *document, const char *producer, int part,
                    struct text *catalog) {
    write_info(haru, document, producer);
    text_printf(catalog, "/Metadata %d 0 R\n", write_xmp(haru, document, producer, part));
    text_printf(catalog, "/OutputIntents [%d 0 R]\n", write_output_intent(haru));
    text_printf(catalog, "/MarkInfo << /Marked true >>\n/ViewerPreferences << /DisplayDocTitle true%s >>\n",
                document->booklet ? " /Duplex /DuplexFlipShortEdge /PrintScaling /None" : "");
    add_string_entry(catalog, "/Lang ", document->language);
}

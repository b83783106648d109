#include "paragraph.h"

#include <string.h>

#include "text.h"

enum { SOFT_HYPHEN = 0xAD, INDENT_PT = 11 };

/* A stretch of one look that is never broken, and the blanks behind it. */
struct chunk {
    const char *string; /* with its blanks */
    double width;       /* without them */
    double advance;     /* with them */
    const struct rich_run *run;
    struct element **link; /* of the run, made once */
    bool glued;            /* no break before it: the same word in another look */
    bool line_break;
};

struct chunks {
    struct chunk *items;
    size_t count, capacity;
};

struct prose_style prose_style_of(const struct composer *composer, enum text_style style) {
    struct type_size type = composer->layout->theme.type[style];
    bool narrow = style == STYLE_TABLE;
    return (struct prose_style){
        .face = narrow ? FACE_TABLE : FACE_TEXT,
        .bold = narrow ? FACE_TABLE_BOLD : FACE_TEXT_BOLD,
        .italic = FACE_TEXT_ITALIC,
        .bold_italic = FACE_TEXT_BOLD_ITALIC,
        .size_pt = type.size_pt,
        .leading_pt = type.leading_pt,
        .between_pt = type.leading_pt / 2,
        .colour = style == STYLE_NOTE ? COLOUR_SECOND_TEXT : COLOUR_TEXT,
    };
}

bool prose_check(struct composer *composer, const char *string, struct source_pos pos) {
    bool good = true;
    for (const char *s = string, *start = s; *s != '\0'; start = s) {
        uint32_t c = utf8_next(&s);
        good &= c == SOFT_HYPHEN || character_check(composer, start, c, pos);
    }
    return good;
}

static enum face face_of(const struct prose_style *style, const struct rich_run *run) {
    if (run->bold)
        return run->italic ? style->bold_italic : style->bold;
    return run->italic ? style->italic : style->face;
}

static bool breaks_after(uint32_t c, uint32_t next) {
    return (c == '-' || c == 0x2013 || c == 0x2014 || c == '/') && next != ' ' && (next < '0' || next > '9');
}

/* The end of the part that starts at s and that no line end may divide. */
static const char *word_end(const char *s) {
    while (*s != '\0' && *s != ' ') {
        uint32_t c = utf8_next(&s);
        const char *ahead = s;
        if (c == SOFT_HYPHEN || breaks_after(c, utf8_next(&ahead)))
            break;
    }
    return s;
}

static void split_run(struct composer *composer, const struct rich_run *run, const struct prose_style *style,
                      struct chunks *words) {
    enum face face = face_of(style, run);
    struct element **link = arena_new(composer->arena, struct element *);
    for (const char *s = run->string; *s != '\0';) {
        const char *end = word_end(s);
        const char *after = end + strspn(end, " ");
        struct chunk word = {.run = run, .link = link};
        struct chunk *before = words->count > 0 ? &words->items[words->count - 1] : NULL;
        word.glued = s == run->string && before != NULL && before->advance == before->width && !before->line_break;
        word.string = arena_strndup(composer->arena, s, (size_t)(after - s));
        word.advance = string_width(composer, face, style->size_pt, word.string);
        word.width = string_width(composer, face, style->size_pt, arena_strndup(composer->arena, s, (size_t)(end - s)));
        arena_append(composer->arena, words->items, words->count, words->capacity) = word;
        s = after;
    }
    if (run->line_break && words->count > 0)
        words->items[words->count - 1].line_break = true;
}

/* Cuts what is wider than a line by itself between two characters, so that nothing runs off the page. */
static void cut_long_words(struct composer *composer, struct chunks *words, const struct prose_style *style,
                           double width) {
    struct chunks cut = {0};
    for (size_t i = 0; i < words->count; i++) {
        struct chunk word = words->items[i];
        enum face face = face_of(style, word.run);
        while (word.width > width) {
            const char *s = word.string, *end = s;
            double taken = 0;
            while (*s != '\0') {
                utf8_next(&s);
                double more = string_width(composer, face, style->size_pt,
                                           arena_strndup(composer->arena, word.string, (size_t)(s - word.string)));
                if (more > width && end > word.string)
                    break;
                taken = more;
                end = s;
            }
            struct chunk part = word;
            part.string = arena_strndup(composer->arena, word.string, (size_t)(end - word.string));
            part.width = part.advance = taken;
            part.line_break = false;
            arena_append(composer->arena, cut.items, cut.count, cut.capacity) = part;
            word.string = end;
            word.width -= taken;
            word.advance -= taken;
            word.glued = false;
            if (*end == '\0')
                break;
        }
        if (*word.string != '\0')
            arena_append(composer->arena, cut.items, cut.count, cut.capacity) = word;
    }
    *words = cut;
}

/* How many words from `first` on stand on one line. */
static size_t line_length(const struct chunks *words, size_t first, double width) {
    double x = 0;
    size_t last_break = first;
    for (size_t i = first; i < words->count; i++) {
        const struct chunk *word = &words->items[i];
        if (i > first && !word->glued)
            last_break = i;
        if (x + word->width > width + 0.01 && i > first)
            return (last_break > first ? last_break : i) - first;
        x += word->advance;
        if (word->line_break)
            return i + 1 - first;
    }
    return words->count - first;
}

/* A link is one element, on however many lines it stands. */
static struct element *word_element(struct composer *composer, struct element *paragraph, const struct chunk *word) {
    if (word->run->uri == NULL)
        return paragraph;
    if (*word->link == NULL) {
        *word->link = document_add_element(composer->document, paragraph, ROLE_LINK);
        (*word->link)->alt = word->run->string;
    }
    return *word->link;
}

static void set_line(struct composer *composer, struct piece *piece, struct element *paragraph,
                     const struct chunks *words, size_t first, size_t count, double x,
                     const struct prose_style *style) {
    for (size_t i = first; i < first + count; i++) {
        const struct chunk *word = &words->items[i];
        struct element *element = word_element(composer, paragraph, word);
        if (word->run->uri != NULL && *word->string != '\0') {
            struct frame *area = piece_link(composer, piece, element, x, 0, word->width, style->leading_pt);
            area->u.link.uri = word->run->uri;
            area->u.link.words = word->run->string;
        }
        piece_text(composer, piece, element, face_of(style, word->run), style->size_pt,
                   word->run->uri != NULL ? COLOUR_BRAND : style->colour, x, style->leading_pt * 0.74, word->string);
        x += word->advance;
    }
}

/* Joins the words of a line that look alike into one, so that a line is few frames. */
static void join_words(struct composer *composer, struct chunks *words, size_t first, size_t count) {
    size_t to = first;
    for (size_t i = first + 1; i < first + count; i++) {
        struct chunk *left = &words->items[to], *right = &words->items[i];
        if (left->run == right->run) {
            left->string = arena_printf(composer->arena, "%s%s", left->string, right->string);
            left->width = left->advance + right->width;
            left->advance += right->advance;
        } else {
            words->items[++to] = *right;
        }
    }
    for (size_t i = to + 1; i < first + count; i++)
        words->items[i] = (struct chunk){.string = "", .run = words->items[to].run, .link = words->items[to].link};
}

static char *without_soft_hyphens(struct composer *composer, const char *string, bool at_line_end) {
    struct text text = {0};
    for (const char *s = string, *start = s; *s != '\0'; start = s) {
        if (utf8_next(&s) != SOFT_HYPHEN)
            text_append(&text, start, (size_t)(s - start));
        else if (at_line_end && s[strspn(s, " ")] == '\0')
            text_add(&text, "-");
    }
    char *clean = arena_strdup(composer->arena, text_string(&text));
    text_free(&text);
    return clean;
}

struct lines_of {
    struct element *element;
    double indent;
    double gap; /* before the first line */
};

static struct piece *set_words(struct composer *composer, struct flow *flow, struct chunks *words,
                               struct lines_of target, const struct prose_style *style) {
    struct piece *first_piece = NULL;
    double width = flow->width_pt - target.indent;
    cut_long_words(composer, words, style, width);
    for (size_t i = 0, count; i < words->count; i += count) {
        count = line_length(words, i, width);
        for (size_t k = i; k < i + count; k++)
            words->items[k].string = without_soft_hyphens(composer, words->items[k].string, k == i + count - 1);
        struct piece *piece = flow_add(composer, flow, style->leading_pt);
        if (i == 0) {
            first_piece = piece;
            piece->gap_pt = target.gap;
        }
        /* no single line of a paragraph alone at the foot or the head of a page */
        piece->keep = (i == 0 && i + count < words->count) ||
                      (i + count < words->count && line_length(words, i + count, width) + i + count >= words->count);
        join_words(composer, words, i, count);
        set_line(composer, piece, target.element, words, i, count, target.indent, style);
    }
    return first_piece;
}

static struct chunks words_of(struct composer *composer, const struct rich_paragraph *paragraph,
                              const struct prose_style *style) {
    struct chunks words = {0};
    for (size_t i = 0; i < paragraph->run_count; i++) {
        if (prose_check(composer, paragraph->runs[i].string, paragraph->pos))
            split_run(composer, &paragraph->runs[i], style, &words);
    }
    return words;
}

/* The list element that an item belongs to: nested lists stand in the body of the item before. */
struct list_state {
    struct element *lists[8];
    struct element *bodies[8];
    int numbers[8];
    int depth;
};

enum { LIST_DEPTH_MAX = 7 };

static struct element *item_body(struct composer *composer, struct element *parent, struct list_state *state,
                                 const struct rich_paragraph *paragraph, struct element **label) {
    int depth = paragraph->depth > LIST_DEPTH_MAX ? LIST_DEPTH_MAX : paragraph->depth;
    *label = NULL;
    if (paragraph->label == NULL && state->bodies[depth] != NULL)
        return state->bodies[depth];
    if (depth > state->depth || state->numbers[depth] != paragraph->list) {
        struct element *outer = depth > 1 && state->bodies[depth - 1] != NULL ? state->bodies[depth - 1] : parent;
        state->lists[depth] = document_add_element(composer->document, outer, ROLE_LIST);
        state->numbers[depth] = paragraph->list;
    }
    state->depth = depth;
    struct element *item = document_add_element(composer->document, state->lists[depth], ROLE_LIST_ITEM);
    *label = document_add_element(composer->document, item, ROLE_LIST_LABEL);
    state->bodies[depth] = document_add_element(composer->document, item, ROLE_LIST_BODY);
    return state->bodies[depth];
}

static void set_item(struct composer *composer, struct flow *flow, struct element *parent, struct list_state *state,
                     const struct rich_paragraph *paragraph, double gap, const struct prose_style *style) {
    struct element *label;
    struct element *body = item_body(composer, parent, state, paragraph, &label);
    struct chunks words = words_of(composer, paragraph, style);
    double indent = INDENT_PT * paragraph->depth;
    struct lines_of target = {document_add_element(composer->document, body, ROLE_PARAGRAPH), indent, gap};
    struct piece *piece = set_words(composer, flow, &words, target, style);
    if (piece != NULL && label != NULL && prose_check(composer, paragraph->label, paragraph->pos))
        piece_text(composer, piece, label, style->face, style->size_pt, style->colour, indent - INDENT_PT,
                   style->leading_pt * 0.74, paragraph->label);
}

void prose_set(struct composer *composer, struct flow *flow, struct element *parent, const struct rich_text *text,
               size_t first, const struct prose_style *style) {
    struct list_state state = {0};
    for (size_t i = first; i < text->count; i++) {
        const struct rich_paragraph *paragraph = &text->paragraphs[i];
        double gap = i == first ? 0 : style->between_pt;
        if (paragraph->kind == RICH_ITEM) {
            bool follows = i > first && text->paragraphs[i - 1].kind == RICH_ITEM;
            set_item(composer, flow, parent, &state, paragraph, follows ? gap / 3 : gap, style);
            continue;
        }
        state = (struct list_state){0};
        struct prose_style look = *style;
        bool heading = paragraph->kind == RICH_HEADING;
        if (heading)
            look.face = look.bold;
        struct chunks words = words_of(composer, paragraph, &look);
        enum role role = heading ? ROLE_HEADING_3 : ROLE_PARAGRAPH;
        struct lines_of target = {document_add_element(composer->document, parent, role), 0, gap};
        struct piece *piece = set_words(composer, flow, &words, target, &look);
        if (piece != NULL && heading)
            flow_keep_last(flow);
    }
}

struct piece *prose_set_plain(struct composer *composer, struct flow *flow, struct element *parent, enum role role,
                              const char *string, struct source_pos pos, const struct prose_style *style) {
    struct rich_run run = {.string = string};
    struct rich_paragraph paragraph = {.runs = &run, .run_count = 1, .pos = pos};
    struct chunks words = words_of(composer, &paragraph, style);
    struct lines_of target = {document_add_element(composer->document, parent, role), 0, 0};
    return set_words(composer, flow, &words, target, style);
}

char **prose_lines(struct composer *composer, const char *string, enum face face, double size_pt, double width,
                   size_t *count) {
    struct prose_style style = {.face = face, .bold = face, .italic = face, .bold_italic = face, .size_pt = size_pt};
    struct rich_run run = {.string = string};
    struct chunks words = {0};
    char **lines = NULL;
    size_t capacity = 0;
    *count = 0;
    split_run(composer, &run, &style, &words);
    cut_long_words(composer, &words, &style, width);
    for (size_t i = 0, taken; i < words.count; i += taken) {
        taken = line_length(&words, i, width);
        struct text line = {0};
        for (size_t k = i; k < i + taken; k++)
            text_add(&line, words.items[k].string);
        while (line.length > 0 && line.bytes[line.length - 1] == ' ')
            line.bytes[--line.length] = '\0';
        arena_append(composer->arena, lines, *count, capacity) =
            without_soft_hyphens(composer, text_string(&line), true);
        text_free(&line);
    }
    return lines;
}

const char *prose_line_on(struct composer *composer, const char *line) {
    size_t length = strlen(line);
    bool hyphen = length > 1 && line[length - 1] == '-' && line[length - 2] != ' ';
    return hyphen ? line : arena_printf(composer->arena, "%s ", line);
}

/* Words appended with their voice: white space closed up, soft hyphens and
   Latin ligatures taken apart, runs of one voice made one span.  It changes
   nothing that is read, and knows no font and no width. */
#include "typeset/lines/para.h"

#include "base/utf8.h"
#include "typeset/lines/faces.h"
#include "base/vec.h"

#include <string.h>

enum {
	SOFT_HYPHEN = 0xAD,
	NEXT_LINE = 0x85,
	LINE_SEPARATOR = 0x2028,
	PARAGRAPH_SEPARATOR = 0x2029,
	REPLACEMENT = 0xFFFD,
	FIRST_LIGATURE = 0xFB00, /* Latin ones */
	LAST_LIGATURE = 0xFB06,
};

struct gp_voice
gp_voice_of(const struct gp_role_style *role, uint32_t element)
{
	return (struct gp_voice){
		.face = gp_face_number(role->family, role->bold, role->italic),
		.size = role->size,
		.colour = role->colour,
		.element = element,
		.link = GP_NONE,
	};
}

void
gp_para_begin(struct gp_para_builder *b, const struct gp_role_style *role)
{
	gp_buf_clear(&b->text);
	b->n_spans = 0;
	b->space = false;
	b->para = gp_arena_alloc(b->arena, sizeof *b->para);
	if (!b->para)
		return;
	b->para->align = role->align;
	b->para->leading = role->leading;
	b->para->size = role->size;
	b->para->hyphenate = role->hyphenate;
	b->para->title = role->keep;
	b->para->file = "";
}

static bool
same_voice(const struct gp_voice *a, const struct gp_voice *b)
{
	return a->face == b->face && a->size == b->size &&
	       a->colour == b->colour && a->element == b->element &&
	       a->link == b->link && a->rise == b->rise && a->line == b->line &&
	       a->added == b->added && gp_str_eq(a->lang, b->lang);
}

/* The text from `from` to its end is in this voice. */
static void
cover(struct gp_para_builder *b, const struct gp_voice *voice, size_t from)
{
	struct gp_text_span *span;

	if (from == b->text.len)
		return;
	if (b->n_spans && same_voice(&b->spans[b->n_spans - 1].voice, voice)) {
		b->spans[b->n_spans - 1].to = (uint32_t)b->text.len;
		return;
	}
	span = GP_VEC_ADD(b->arena, b->spans, b->n_spans, b->cap_spans);
	if (!span)
		return;
	*span = (struct gp_text_span){
		.from = (uint32_t)from,
		.to = (uint32_t)b->text.len,
		.voice = *voice,
	};
}

static bool
at_line_start(const struct gp_para_builder *b)
{
	return b->text.len == 0 || b->text.data[b->text.len - 1] == '\n';
}

static void
add_newline(struct gp_para_builder *b)
{
	b->space = false;
	gp_buf_putc(&b->text, '\n');
}

/* A code point, a Latin ligature as its letters (Unicode's compatibility
   decomposition): the font has its own way to join them. */
static void
add_letter(struct gp_para_builder *b, uint32_t c)
{
	static const char *const letters[] = { "ff",  "fi", "fl", "ffi",
		                               "ffl", "st", "st" };

	if (c >= FIRST_LIGATURE && c <= LAST_LIGATURE)
		gp_buf_puts(&b->text, letters[c - FIRST_LIGATURE]);
	else
		gp_buf_utf8(&b->text, c);
}

/* Code keeps its spaces; a tab is two of them. */
static void
add_verbatim(struct gp_para_builder *b, uint32_t c)
{
	if (c == '\n')
		add_newline(b);
	else if (c == '\t')
		gp_buf_puts(&b->text, "  ");
	else
		add_letter(b, c < ' ' ? ' ' : c);
}

/* A space between two voices belongs to the first, so that a link does not
   begin with one; but what is raised holds nothing that is not. */
static void
add_space(struct gp_para_builder *b, size_t *from)
{
	b->space = false;
	if (at_line_start(b))
		return;
	gp_buf_putc(&b->text, ' ');
	if (*from + 1 == b->text.len && b->n_spans &&
	    !b->spans[b->n_spans - 1].voice.rise) {
		b->spans[b->n_spans - 1].to++;
		++*from;
	}
}

void
gp_para_add(struct gp_para_builder *b, const struct gp_voice *voice,
            struct gp_str words)
{
	size_t from = b->text.len, i = 0;

	if (!b->para)
		return;
	while (i < words.n) {
		uint32_t c = gp_utf8_next(words, &i);

		if (c == GP_UTF8_BAD)
			c = REPLACEMENT;
		if (c == SOFT_HYPHEN)
			continue;
		if (b->para->verbatim)
			add_verbatim(b, c);
		else if (c == LINE_SEPARATOR || c == PARAGRAPH_SEPARATOR ||
		         c == NEXT_LINE)
			add_newline(b);
		else if (c <= ' ' || c == 0x7F)
			b->space = true;
		else {
			if (b->space)
				add_space(b, &from);
			add_letter(b, c);
		}
	}
	cover(b, voice, from);
}

void
gp_para_break(struct gp_para_builder *b)
{
	b->space = false;
	if (b->text.len == 0 || b->n_spans == 0)
		return;
	gp_buf_putc(&b->text, '\n');
	b->spans[b->n_spans - 1].to = (uint32_t)b->text.len;
}

/* Forced breaks at the end would be empty lines. */
static void
trim_end(struct gp_para_builder *b)
{
	while (b->text.len && b->text.data[b->text.len - 1] == '\n')
		b->text.len--;
	while (b->n_spans && b->spans[b->n_spans - 1].from >= b->text.len)
		b->n_spans--;
	if (b->n_spans)
		b->spans[b->n_spans - 1].to = (uint32_t)b->text.len;
}

struct gp_para *
gp_para_end(struct gp_para_builder *b)
{
	struct gp_para *para = b->para;
	struct gp_text_span *spans;

	trim_end(b);
	spans = gp_arena_array(b->arena, b->n_spans ? b->n_spans : 1,
	                       sizeof *spans);
	if (!para || !spans || b->text.failed != GP_OK)
		return NULL;
	if (b->n_spans)
		memcpy(spans, b->spans, b->n_spans * sizeof *spans);
	para->spans = spans;
	para->n_spans = b->n_spans;
	para->text = gp_arena_str(b->arena, gp_buf_view(&b->text));
	return para;
}

void
gp_para_drop(struct gp_para_builder *b)
{
	gp_buf_free(&b->text);
}

const struct gp_text_span *
gp_para_span(const struct gp_para *p, uint32_t at)
{
	size_t low = 0, high = p->n_spans;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (p->spans[middle].from <= at)
			low = middle;
		else
			high = middle;
	}
	return &p->spans[low];
}

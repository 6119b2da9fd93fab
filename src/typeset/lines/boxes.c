/* A paragraph cut at its break opportunities (libunistring), its ties and,
   when asked, the points of its words; each box is measured as it will be
   drawn.  One too wide for the line is cut between graphemes at the widths
   of its glyphs.  A box knows what may follow it, never whether it will. */
#include "typeset/lines/boxes.h"

#include "base/utf8.h"
#include "base/vec.h"
#include "typeset/lines/hang.h"
#include "typeset/lines/ties.h"

#include <stdlib.h>
#include <string.h>
#include <unictype.h>
#include <unigbrk.h>
#include <unilbrk.h>

enum {
	SHORTEST_WORD = 5,  /* letters of a word that may be divided: 2 and 3 */
	SPARE_PART = 32,    /* of a line, kept free where a word is cut */
	LONGEST_LOOK = 512, /* bytes each way to see an address whole */
	LONGEST_BOX = 2048, /* bytes shaped in one piece */
};

static void
append_box(struct gp_boxes *b, struct gp_box box)
{
	struct gp_box *row = GP_VEC_ADD(NULL, b->rows, b->count, b->cap);

	if (row)
		*row = box;
	else
		b->failed = true;
}

/* Words are measured one by one, as they are drawn. */
static uint32_t
word_stop(const struct gp_para *p, uint32_t from, uint32_t to)
{
	uint32_t at = from;

	if (p->verbatim)
		return to;
	while (at < to && p->text.p[at] != ' ')
		at++;
	return at > from ? at : at + 1;
}

/* Width of the bytes, span by span. */
static gp_len
width_of(struct gp_boxes *b, const struct gp_para *p, uint32_t from,
         uint32_t to)
{
	int64_t width = 0;

	while (from < to) {
		const struct gp_text_span *s = gp_para_span(p, from);
		uint32_t end = word_stop(p, from, s->to < to ? s->to : to);
		const struct gp_run *run =
			gp_measure_run(b->measure, s->voice.face,
		                       gp_str_sub(p->text, from, end));

		width += gp_run_width(run, s->voice.size);
		from = end > from ? end : to;
	}
	return width > INT32_MAX / 2 ? INT32_MAX / 2 : (gp_len)width;
}

/* ---- the width at each byte of a box ---- */

static void
add_advances(struct gp_boxes *b, const struct gp_run *run, gp_len size,
             size_t at)
{
	size_t i;

	for (; run; run = run->more) {
		for (i = 0; i < run->n_glyphs; i++)
			b->advances[at + run->glyphs[i].at] +=
				(gp_len)((int64_t)run->glyphs[i].advance *
			                 size / run->units);
		at += run->bytes;
	}
}

/* Fills b->advances: what each byte's cluster adds to the box's width.  They
   stay as they are for a part of the box that they were last filled for. */
static bool
fill_advances(struct gp_boxes *b, const struct gp_para *p,
              const struct gp_box *box)
{
	size_t n = box->to - box->from;
	uint32_t from = box->from;

	if (b->advances_from <= box->from && box->to <= b->advances_to)
		return true;
	if (!GP_VEC_FIT(NULL, b->advances, n + 1, b->cap_advances)) {
		b->failed = true;
		return false;
	}
	b->advances_from = box->from;
	b->advances_to = box->to;
	memset(b->advances, 0, (n + 1) * sizeof(gp_len));
	while (from < box->to) {
		const struct gp_text_span *s = gp_para_span(p, from);
		uint32_t end = s->to < box->to ? s->to : box->to;

		add_advances(b,
		             gp_measure_run(b->measure, s->voice.face,
		                            gp_str_sub(p->text, from, end)),
		             s->voice.size, from - box->from);
		from = end;
	}
	return true;
}

/* ---- last resort: cutting between graphemes ---- */

static uint32_t
grapheme_end(const struct gp_para *p, uint32_t from, uint32_t to)
{
	const uint8_t *s = (const uint8_t *)p->text.p;
	const uint8_t *next = u8_grapheme_next(s + from, s + to);

	return next ? (uint32_t)(next - s) : to;
}

static void
add_cut(struct gp_boxes *b, const struct gp_para *p, const struct gp_box *box,
        gp_len line)
{
	uint32_t from = box->from, at = box->from, end, i;
	gp_len width = 0, next;

	if (!fill_advances(b, p, box))
		return;
	b->has_wide = true;
	while (at < box->to) {
		end = grapheme_end(p, at, box->to);
		for (next = 0, i = at; i < end; i++)
			next += b->advances[i - b->advances_from];
		if (at > from && width + next > line) {
			append_box(b, (struct gp_box){ .from = from,
			                               .to = at,
			                               .width = width,
			                               .end = GP_BOX_CUT });
			from = at;
			width = 0;
		}
		width += next;
		at = end;
	}
	append_box(b, (struct gp_box){ .from = from,
	                               .to = box->to,
	                               .width = width,
	                               .after = box->after,
	                               .end = box->end });
}

/* Adds a box, in parts when it is too wide for a line (with a little to spare:
   a part alone may be shaped wider than within the whole). */
static void
add_fitting(struct gp_boxes *b, const struct gp_para *p,
            const struct gp_box *box, gp_len line)
{
	gp_len most = line - line / SPARE_PART;

	if (box->end == GP_BOX_HYPHEN)
		most -= box->after;
	if (box->width > most && box->to > box->from)
		add_cut(b, p, box, most);
	else
		append_box(b, *box);
}

/* ---- division of words ---- */

struct core {
	uint32_t from, to; /* the letters of a word, without what is round it */
	size_t letters;
};

/* True when the text between the white space round the box is an address
   ("https://...", "www....", "name@host", "host/path"): a hyphen in it would be
   read as part of it. */
static bool
in_address(const struct gp_para *p, const struct gp_box *box)
{
	size_t from = box->from, to = box->to, i;
	struct gp_str s;

	while (from > 0 && box->from - from < LONGEST_LOOK &&
	       !gp_is_space(p->text.p[from - 1]))
		from--;
	while (to < p->text.n && to - box->to < LONGEST_LOOK &&
	       !gp_is_space(p->text.p[to]))
		to++;
	s = gp_str_sub(p->text, from, to);
	for (i = 1; i + 1 < s.n; i++)
		if (s.p[i] == '/' || s.p[i] == '@' ||
		    (s.p[i] == '.' && gp_is_alpha(s.p[i - 1]) &&
		     gp_is_alpha(s.p[i + 1])))
			return true;
	return false;
}

static bool
is_apostrophe(uint32_t c)
{
	return c == '\'' || c == 0x2019;
}

/* The lower-case word inside a box; false when it holds anything else than
   one word in punctuation: addresses and numbers are not divided.  What an
   apostrophe joins to it ("minister's") stays whole. */
static bool
find_core(const struct gp_para *p, const struct gp_box *box, struct core *core)
{
	struct gp_str s = gp_str_sub(p->text, box->from, box->to);
	bool ended = false, joined = false;
	size_t i = 0, at;

	*core = (struct core){ 0 };
	if (in_address(p, box))
		return false;
	while (i < s.n) {
		uint32_t c;

		at = i;
		c = gp_utf8_next(s, &i);
		if (joined && uc_is_property_lowercase(c)) {
			continue;
		} else if (uc_is_property_lowercase(c)) {
			if (ended)
				return false;
			if (core->letters++ == 0)
				core->from = box->from + (uint32_t)at;
			core->to = box->from + (uint32_t)i;
		} else if (uc_is_general_category_withtable(
				   c, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_N |
					      UC_CATEGORY_MASK_M) ||
		           c == '/' || c == '@' || c == '_') {
			return false;
		} else {
			joined = core->letters && !ended && is_apostrophe(c);
			ended = core->letters > 0;
		}
	}
	return core->letters >= SHORTEST_WORD;
}

static uint64_t
points_of(struct gp_boxes *b, const struct gp_para *p, const struct gp_box *box,
          struct core *core, const struct gp_run **hyphen)
{
	const struct gp_text_span *span = gp_para_span(p, box->from);

	if (span->to < box->to || !find_core(p, box, core))
		return 0;
	*hyphen = gp_measure_hyphen(b->measure, span->voice.face);
	if (!*hyphen)
		return 0;
	return gp_hyphen_points(b->hyphenators,
	                        span->voice.lang.n ? span->voice.lang : p->lang,
	                        gp_str_sub(p->text, core->from, core->to));
}

/* A box while it is parted at its word's points. */
struct parting {
	const struct gp_para *para;
	gp_len line, hyphen;
	uint32_t from; /* of the next part */
	gp_len width;
};

static void
add_part(struct gp_boxes *b, struct parting *t, uint32_t to)
{
	add_fitting(b, t->para,
	            &(struct gp_box){ .from = t->from,
	                              .to = to,
	                              .width = t->width,
	                              .after = t->hyphen,
	                              .end = GP_BOX_HYPHEN },
	            t->line);
	t->from = to;
	t->width = 0;
}

static bool
begins_letter(const struct gp_para *p, uint32_t at)
{
	return ((unsigned char)p->text.p[at] & 0xC0) != 0x80;
}

/* Adds a box in the parts that its word may be divided into.  A point inside a
   ligature is not used. */
static void
add_divided(struct gp_boxes *b, const struct gp_para *p,
            const struct gp_box *box, gp_len line)
{
	struct parting t = { .para = p, .line = line, .from = box->from };
	const struct gp_run *hyphen = NULL;
	struct core core;
	uint64_t points = points_of(b, p, box, &core, &hyphen);
	struct gp_box last = *box;
	uint32_t i;

	if (!points || !fill_advances(b, p, box)) {
		add_fitting(b, p, box, line);
		return;
	}
	t.hyphen = gp_run_width(hyphen, gp_para_span(p, box->from)->voice.size);
	for (i = box->from; i < box->to; i++) {
		gp_len advance = b->advances[i - b->advances_from];

		if (i > core.from && i < core.to && begins_letter(p, i)) {
			if ((points & 1) && advance > 0)
				add_part(b, &t, i);
			points >>= 1;
		}
		t.width += advance;
	}
	last.from = t.from;
	last.width = t.width;
	add_fitting(b, p, &last, line);
}

/* ---- the paragraph ---- */

struct box_cutting {
	struct gp_boxes *b;
	const struct gp_para *para;
	gp_len line;
	bool hyphenate;
};

static void
add_box(const struct box_cutting *c, struct gp_box *box)
{
	if (c->hyphenate && !c->para->verbatim && box->to > box->from)
		add_divided(c->b, c->para, box, c->line);
	else
		add_fitting(c->b, c->para, box, c->line);
}

/* A very long piece without any opportunity is shaped in parts. */
static uint32_t
add_long(const struct box_cutting *c, uint32_t from, uint32_t to)
{
	uint32_t at = from;

	while (to - from > LONGEST_BOX) {
		while (at - from < LONGEST_BOX && at < to)
			at = grapheme_end(c->para, at, to);
		add_box(c, &(struct gp_box){
				   .from = from,
				   .to = at,
				   .width = width_of(c->b, c->para, from, at),
				   .end = GP_BOX_CUT });
		from = at;
	}
	return from;
}

/* What ends in a space when it ends as `end` says, else in nothing. */
static void
add_segment(const struct box_cutting *c, uint32_t from, uint32_t to,
            enum gp_box_end end)
{
	struct gp_box box = { .to = to, .end = end };

	while (box.to > from && c->para->text.p[box.to - 1] == ' ')
		box.to--;
	box.from = add_long(c, from, box.to);
	if (end == GP_BOX_SPACE && box.to == to)
		box.end = GP_BOX_JOINT;
	else if (end != GP_BOX_FORCED)
		box.after = width_of(c->b, c->para, box.to,
		                     c->para->verbatim ? to : box.to + 1);
	box.width = width_of(c->b, c->para, box.from, box.to);
	add_box(c, &box);
}

/* A piece up to an opportunity to break: parted at its ties. */
static void
add_tied(const struct box_cutting *c, uint32_t from, uint32_t to,
         enum gp_box_end end)
{
	uint32_t i;

	for (i = from + 1; i < to; i++)
		if (c->b->breaks[i] == GP_TIED) {
			add_segment(c, from, i, GP_BOX_TIE);
			from = i;
		}
	add_segment(c, from, to, end);
}

/* A line of code, which is only parted when it is too long, and then behind
   its spaces, however many they are; those that indent it stay before it. */
static void
add_code(const struct box_cutting *c, uint32_t from, uint32_t to)
{
	const char *text = c->para->text.p;
	bool parted = to - from > LONGEST_BOX ||
	              width_of(c->b, c->para, from, to) > c->line;
	uint32_t i = from;

	while (i < to && text[i] == ' ')
		i++;
	for (i++; parted && i < to; i++)
		if (text[i - 1] == ' ' && text[i] != ' ') {
			add_segment(c, from, i, GP_BOX_SPACE);
			from = i;
		}
	add_segment(c, from, to, GP_BOX_FORCED);
}

static bool
mark_breaks(struct gp_boxes *b, const struct gp_para *p)
{
	size_t i;

	if (!GP_VEC_FIT(NULL, b->breaks, p->text.n + 1, b->cap_breaks)) {
		b->failed = true;
		return false;
	}
	u8_possible_linebreaks((const uint8_t *)p->text.p, p->text.n, "UTF-8",
	                       b->breaks);
	if (!p->verbatim)
		gp_ties_mark(p->text, b->breaks);
	/* A number that is raised or was added stays with what it is of. */
	for (i = 0; i < p->n_spans; i++)
		if (p->spans[i].voice.rise || p->spans[i].voice.added)
			b->breaks[p->spans[i].from] = UC_BREAK_PROHIBITED;
	return true;
}

static void
hang(struct gp_boxes *b, const struct gp_para *p)
{
	size_t i;

	if (p->align != GP_ALIGN_JUSTIFY)
		return;
	for (i = 0; i < b->count; i++) {
		struct gp_box *box = &b->rows[i];

		box->left = gp_hang_left(b->measure, p, box->from);
		box->right = gp_hang_right(b->measure, p, box->to,
		                           box->end == GP_BOX_HYPHEN);
	}
}

bool
gp_boxes_cut(struct gp_boxes *b, const struct gp_para *p, gp_len line,
             bool hyphenate)
{
	const struct box_cutting c = { b, p, line, hyphenate };
	uint32_t n = (uint32_t)p->text.n, from = 0, i;

	b->count = 0;
	b->has_wide = false;
	b->advances_from = b->advances_to = 0;
	if (n == 0 || p->n_spans == 0)
		return true;
	if (!mark_breaks(b, p))
		return false;
	for (i = 0; i <= n; i++) {
		if (i == n || p->text.p[i] == '\n') {
			if (p->verbatim)
				add_code(&c, from, i);
			else
				add_tied(&c, from, i, GP_BOX_FORCED);
			from = i + 1;
		} else if (i > from && b->breaks[i] == UC_BREAK_POSSIBLE &&
		           !p->verbatim) {
			add_tied(&c, from, i, GP_BOX_SPACE);
			from = i;
		}
	}
	hang(b, p);
	return !b->failed;
}

void
gp_boxes_free(struct gp_boxes *b)
{
	free(b->rows);
	free(b->breaks);
	free(b->advances);
}

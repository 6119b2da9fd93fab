/* The levels of a paragraph by fribidi, kept while its lines are set, and
   each line's items put in their visual order by rule L2 of UAX #9: places
   change, the order in the file stays.  It knows no page and breaks no line. */
#include "typeset/pages/visual_order.h"

#include "base/text/bidi.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "typeset/lines/hang.h"

#include <fribidi.h>

/* A word, or part of one, or a space: one run of one level. */
struct gp_bidi_item {
	const struct gp_run *run;
	const struct gp_voice *voice;
	gp_len x, width;
	size_t next; /* the item that stands in this one's place */
	signed char level;
	bool space;
};

/* From here on a paragraph is not looked through anew after each page. */
enum { LONG_PARAGRAPH = 4000 };

/* In one paragraph, opened and closed. */
enum { MOST_ISOLATES = 4000 };

struct bidi_items {
	struct gp_layout *l;
	const struct gp_line_at *at;
	struct gp_bidi_item *rows; /* in the layout's room */
	size_t count;
	int64_t width;
	int64_t spaces; /* width of them */
};

/* ---- levels ---- */

/* Letters, and the marks that turn what follows. */
static bool
is_turning(uint32_t c)
{
	return gp_bidi_is_rtl(c) || c == 0x200F || c == 0x202B || c == 0x202E ||
	       c == 0x2067;
}

static bool
has_turning(struct gp_str text)
{
	size_t i = 0;

	while (i < text.n) {
		if ((unsigned char)text.p[i] < 0xD6)
			i++;
		else if (is_turning(gp_utf8_next(text, &i)))
			return true;
	}
	return false;
}

/* What fribidi knows of one letter; it wants each kind in a row. */
struct gp_bidi_letter {
	FriBidiChar c;
	FriBidiCharType type;
	FriBidiBracketType bracket;
	FriBidiLevel level;
};

struct letters {
	FriBidiChar *chars;
	FriBidiCharType *types;
	FriBidiBracketType *brackets;
	FriBidiLevel *levels;
	size_t count;
};

/* The rows lie one behind the other in the layout's room. */
static bool
take_letters(struct gp_layout *l, struct gp_str text, struct letters *t)
{
	struct gp_bidi_room *room = &l->bidi_room;
	size_t i = 0;

	if (!GP_VEC_FIT(l->arena, room->letters, text.n, room->cap_letters))
		return false;
	t->chars = (void *)room->letters;
	t->types = (void *)(t->chars + text.n);
	t->brackets = (void *)(t->types + text.n);
	t->levels = (void *)(t->brackets + text.n);
	while (i < text.n)
		t->chars[t->count++] = gp_utf8_next(text, &i);
	return true;
}

/* The levels of the bytes from those of the letters. */
static signed char *
spread(struct gp_arena *a, struct gp_str text, const struct letters *t)
{
	signed char *levels = gp_arena_array(a, text.n, 1);
	size_t i = 0, k = 0, from;

	while (levels && i < text.n) {
		from = i;
		(void)gp_utf8_next(text, &i);
		while (from < i)
			levels[from++] = t->levels[k];
		k++;
	}
	return levels;
}

/* In text that runs from right to left so does a paragraph that is of ours or
   whose letters mostly do; any other runs as its first letter does, and without
   one as the text. */
static FriBidiParType
base_of(const struct gp_para *para, bool rtl)
{
	if (!rtl)
		return FRIBIDI_PAR_ON;
	if (para->ours || gp_bidi_side(para->text) == GP_SIDE_RTL)
		return FRIBIDI_PAR_RTL;
	return FRIBIDI_PAR_WRTL;
}

/* Isolates beyond what anybody writes are passed over: each is looked for among
   all the others. */
static void
limit_isolates(struct letters *t)
{
	size_t i, n = 0;

	for (i = 0; i < t->count; i++)
		if (FRIBIDI_IS_ISOLATE(t->types[i]) ||
		    t->types[i] == FRIBIDI_TYPE_PDI)
			n++;
	for (i = 0; n > MOST_ISOLATES && i < t->count; i++)
		if (FRIBIDI_IS_ISOLATE(t->types[i]) ||
		    t->types[i] == FRIBIDI_TYPE_PDI)
			t->types[i] = FRIBIDI_TYPE_BN;
}

static void
find_levels(struct gp_layout *l, struct gp_bidi *bidi, bool rtl)
{
	struct letters t = { .count = 0 };
	struct gp_str text = bidi->para->text;
	FriBidiParType base = base_of(bidi->para, rtl);
	FriBidiStrIndex n;

	if ((!rtl && !has_turning(text)) || text.n > INT32_MAX / 2 ||
	    !take_letters(l, text, &t))
		return;
	n = (FriBidiStrIndex)t.count;
	fribidi_get_bidi_types(t.chars, n, t.types);
	limit_isolates(&t);
	fribidi_get_bracket_types(t.chars, n, t.types, t.brackets);
	if (!fribidi_get_par_embedding_levels_ex(t.types, t.brackets, n, &base,
	                                         t.levels))
		return;
	bidi->rtl = FRIBIDI_IS_RTL(base);
	bidi->levels = spread(l->arena, text, &t);
}

/* A paragraph goes on over many pages, each of which has a running head
   between: so what was found is kept where it is dear. */
static void
turn_to(struct gp_layout *l, const struct gp_para *p, bool rtl)
{
	struct gp_str key = { (const char *)&p, sizeof p };

	if (l->bidi && l->bidi->para == p)
		return;
	l->bidi_of.arena = l->arena;
	l->bidi = gp_map_find(&l->bidi_of, key);
	if (l->bidi)
		return;
	l->bidi = gp_arena_alloc(l->arena, sizeof *l->bidi);
	if (!l->bidi)
		return;
	l->bidi->para = p;
	find_levels(l, l->bidi, rtl);
	key.p = (const char *)&l->bidi->para;
	if (l->bidi->levels || p->text.n > LONG_PARAGRAPH)
		gp_map_put(&l->bidi_of, key, l->bidi);
}

/* ---- items ---- */

static void
add_item(struct bidi_items *s, const struct gp_run *run,
         const struct gp_voice *voice, signed char level, bool space)
{
	struct gp_run *alone = gp_arena_alloc(s->l->arena, sizeof *alone);
	struct gp_bidi_room *room = &s->l->bidi_room;
	struct gp_bidi_item *row = alone ? GP_VEC_ADD(s->l->arena, room->items,
	                                              s->count, room->cap_items)
	                                 : NULL;

	if (!row)
		return;
	s->rows = room->items;
	*alone = *run;
	alone->more = NULL;
	*row = (struct gp_bidi_item){
		.run = alone, .voice = voice, .level = level, .space = space
	};
	row->width = gp_run_width(alone, voice->size);
	s->width += row->width;
	s->spaces += space ? row->width : 0;
}

/* One run a face: each is placed by itself. */
static void
add_runs(struct bidi_items *s, const struct gp_voice *voice, uint32_t from,
         uint32_t to)
{
	struct gp_str text = gp_str_sub(s->at->para->text, from, to);
	signed char level = s->l->bidi->levels[from];
	bool space = gp_str_eq(text, GP_STR(" "));
	const struct gp_run *run =
		level % 2 ? gp_measure_turned(s->l->measure, voice->face, text)
			  : gp_measure_run(s->l->measure, voice->face, text);

	for (; run; run = run->more)
		add_item(s, run, voice, level, space);
}

/* Characters that only turn what is beside them have done so when levels are
   known (UAX #9, X9): their length at `from`, or 0. */
static uint32_t
turning_mark(struct gp_str text, uint32_t from)
{
	size_t i = from;
	uint32_t c;

	if ((unsigned char)text.p[from] != 0xE2)
		return 0;
	c = gp_utf8_next(text, &i);
	return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069)
	               ? (uint32_t)i - from
	               : 0;
}

/* The end of what is one item: a space, or letters of one level and voice
   without one. */
static uint32_t
item_end(const struct bidi_items *s, uint32_t from, uint32_t to)
{
	const struct gp_str text = s->at->para->text;
	const signed char *levels = s->l->bidi->levels;
	uint32_t end = from + 1;

	if (text.p[from] == ' ')
		return end;
	while (end < to && text.p[end] != ' ' && levels[end] == levels[from] &&
	       !turning_mark(text, end))
		end++;
	return end;
}

static void
take_items(struct bidi_items *s)
{
	const struct gp_para *p = s->at->para;
	uint32_t from = s->at->line->from, to = s->at->line->to;
	const struct gp_voice *voice = NULL;
	const struct gp_run *hyphen;

	while (from < to) {
		const struct gp_text_span *span = gp_para_span(p, from);
		uint32_t mark = turning_mark(p->text, from), end;

		end = mark ? from + mark
		           : item_end(s, from, span->to < to ? span->to : to);
		voice = &span->voice;
		if (!mark)
			add_runs(s, voice, from, end);
		from = end;
	}
	if (!s->at->line->hyphen || !voice)
		return;
	hyphen = gp_measure_hyphen(s->l->measure, voice->face);
	if (hyphen)
		add_item(s, hyphen, voice, s->l->bidi->levels[to - 1], false);
}

/* ---- places ---- */

static void
reverse(struct gp_bidi_item *rows, size_t from, size_t to)
{
	while (from + 1 < to) {
		size_t kept = rows[from].next;

		rows[from++].next = rows[--to].next;
		rows[to].next = kept;
	}
}

/* Rule L2: from the highest level to the lowest odd one, what stands at that
   level or above is reversed. */
static void
put_in_order(struct bidi_items *s)
{
	int level = 0, from;
	size_t i, k;

	for (i = 0; i < s->count; i++) {
		s->rows[i].next = i;
		if (s->rows[i].level > level)
			level = s->rows[i].level;
	}
	for (from = level; from > 0; from--)
		for (i = 0; i < s->count; i = k + 1) {
			for (k = i; k < s->count && s->rows[k].level >= from;)
				k++;
			reverse(s->rows, i, k);
		}
}

/* What hangs out where the line begins and where it ends, in the order of
   reading; nothing where that is not at its edge. */
static void
find_hanging(const struct bidi_items *s, gp_len *first, gp_len *last)
{
	const struct gp_line *line = s->at->line;
	const signed char *levels = s->l->bidi->levels;
	bool rtl = s->l->bidi->rtl;

	*first = *last = 0;
	if (line->to == line->from)
		return;
	if ((levels[line->from] % 2 != 0) == rtl)
		*first = gp_hang_left(s->l->measure, s->at->para, line->from);
	if ((levels[line->to - 1] % 2 != 0) == rtl)
		*last = gp_hang_right(s->l->measure, s->at->para, line->to,
		                      line->hyphen);
}

static void
place_items(struct bidi_items *s)
{
	const struct gp_para *p = s->at->para;
	int64_t slack = s->at->width - s->width, share, extra, x = s->at->x;
	gp_len first, last;
	size_t i;

	find_hanging(s, &first, &last);
	x -= s->l->bidi->rtl ? last : first;
	slack += first + last;
	extra = s->spaces ? gp_set_extra(s->at, slack, s->spaces) : 0;
	if (p->align == GP_ALIGN_CENTRE && slack > 0)
		x += slack / 2;
	else if (s->l->bidi->rtl)
		x += slack - extra;
	for (i = 0; i < s->count; i++) {
		struct gp_bidi_item *row = &s->rows[s->rows[i].next];

		row->x = (gp_len)x;
		x += row->width;
		if (!row->space)
			continue;
		share = s->spaces ? extra * row->width / s->spaces : 0;
		s->spaces -= row->width;
		extra -= share;
		x += share;
	}
}

static bool
goes_on(const struct bidi_items *s, size_t i)
{
	return i + 1 < s->count && s->rows[i + 1].voice == s->rows[i].voice;
}

/* In the order of reading. */
static void
set_items(struct bidi_items *s)
{
	struct gp_setter set = { .l = s->l, .at = s->at };
	const struct gp_voice *voice = NULL;
	size_t i;

	for (i = 0; i < s->count; i++) {
		const struct gp_bidi_item *row = &s->rows[i];

		if (row->voice != voice)
			gp_set_piece(&set, row->voice);
		voice = row->voice;
		if (s->l->n_pieces == 0)
			return;
		set.x = row->x;
		gp_set_word(&set, row->run, false);
		gp_set_missing(&set, row->run);
		set.x += row->width;
		gp_set_link(&set, voice, row->x);
		if (!row->space || goes_on(s, i))
			gp_set_word_line(&set, voice, row->x, set.x);
	}
}

bool
gp_bidi_line(struct gp_layout *l, const struct gp_line_at *at)
{
	struct bidi_items s = { .l = l, .at = at };

	turn_to(l, at->para, at->rtl);
	if (!l->bidi || !l->bidi->levels)
		return false;
	take_items(&s);
	put_in_order(&s);
	place_items(&s);
	set_items(&s);
	return true;
}

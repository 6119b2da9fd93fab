/* Each character is taken apart (NFKD), its marks and what is not seen left
   out, and put into lower case.  It compares nothing. */
#include "base/text/word_trace.h"

#include "base/entity.h"
#include "base/text/fold.h"
#include "base/utf8.h"
#include "base/vec.h"

#include <string.h>
#include <unictype.h>
#include <uninorm.h>

enum {
	MOST_PARTS = 18, /* of one character: U+FDFA */
	LOOKED_AT = 48,  /* bytes of a reference within a reference */
};

/* An odd number without a pattern (the golden ratio's, Knuth 6.4). */
static const uint64_t times = UINT64_C(0x9E3779B97F4A7C15);

struct cutting {
	struct gp_word_trace *trace;
	struct gp_traced_word word; /* at hand */
	bool is_open;
};

/* ---- hearing ---- */

static void
hear(struct gp_listener *l, struct gp_str s, size_t at)
{
	struct gp_word_trace *t = (struct gp_word_trace *)(void *)l;
	struct gp_traced_piece *piece =
		GP_VEC_ADD(t->arena, t->pieces, t->n_pieces, t->cap_pieces);

	if (piece)
		*piece = (struct gp_traced_piece){ (uint32_t)t->text.len, at };
	gp_buf_str(&t->text, s);
}

static void
part(struct gp_listener *l)
{
	struct gp_word_trace *t = (struct gp_word_trace *)(void *)l;

	if (t->text.len && t->text.data[t->text.len - 1] != '\n')
		gp_buf_putc(&t->text, '\n');
}

static void
may_part(struct gp_listener *l)
{
	struct gp_word_trace *t = (struct gp_word_trace *)(void *)l;
	uint32_t *seam =
		GP_VEC_ADD(t->arena, t->seams, t->n_seams, t->cap_seams);

	if (seam)
		*seam = (uint32_t)t->text.len;
}

void
gp_word_trace_open(struct gp_word_trace *t, struct gp_arena *a, size_t max)
{
	*t = (struct gp_word_trace){
		.listener = { .text = hear,
		              .part = part,
		              .may_part = may_part },
		.arena = a,
		.text = { .max = max },
	};
}

const struct gp_traced_piece *
gp_word_trace_piece(const struct gp_word_trace *t, uint32_t from)
{
	size_t low = 0, high = t->n_pieces, middle;

	while (high - low > 1) {
		middle = low + (high - low) / 2;
		if (t->pieces[middle].from <= from)
			low = middle;
		else
			high = middle;
	}
	return t->n_pieces ? &t->pieces[low] : NULL;
}

/* ---- cutting ---- */

static void
end_word(struct cutting *c)
{
	struct gp_word_trace *t = c->trace;
	struct gp_traced_word *w;

	if (!c->is_open)
		return;
	c->is_open = false;
	w = GP_VEC_ADD(t->arena, t->words, t->n_words, t->cap_words);
	if (w)
		*w = c->word;
}

/* Marks over letters and what only joins or parts lines are no letters, and
   end no word. */
static bool
is_unheard(uint32_t c)
{
	return c >= 0x80 &&
	       uc_is_general_category_withtable(c, UC_CATEGORY_MASK_M |
	                                                   UC_CATEGORY_MASK_Cf);
}

static void
add_char(struct cutting *c, uint32_t ch, size_t from, size_t to)
{
	uint32_t folded = gp_fold_char(ch);

	if (!folded) {
		if (!is_unheard(ch))
			end_word(c);
		return;
	}
	if (!c->is_open)
		c->word = (struct gp_traced_word){ .times = 1,
			                           .from = (uint32_t)from };
	c->is_open = true;
	c->word.sum = c->word.sum * times + folded;
	c->word.times *= times;
	c->word.to = (uint32_t)to;
}

/* Letters and digits of ASCII from byte `i` on, which most of all are; behind
   them. */
static size_t
add_plain(struct cutting *c, struct gp_str s, size_t i)
{
	struct gp_traced_word w = c->word;

	if (i == s.n || !gp_is_alnum(s.p[i]))
		return i;
	if (!c->is_open)
		w = (struct gp_traced_word){ .times = 1, .from = (uint32_t)i };
	for (; i < s.n && gp_is_alnum(s.p[i]); i++) {
		w.sum = w.sum * times + (unsigned char)gp_to_lower(s.p[i]);
		w.times *= times;
	}
	w.to = (uint32_t)i;
	c->word = w;
	c->is_open = true;
	return i;
}

static void
add_apart(struct cutting *c, uint32_t ch, size_t from, size_t to)
{
	uint32_t parts[MOST_PARTS], *all;
	size_t n = MOST_PARTS, i;

	if (ch < 0x80 || ch == GP_UTF8_BAD) {
		add_char(c, ch, from, to);
		return;
	}
	all = u32_normalize(UNINORM_NFKD, &ch, 1, parts, &n);
	if (all != parts)
		n = 0; /* none is taken apart further: no memory was asked */
	for (i = 0; i < n; i++)
		add_char(c, parts[i], from, to);
}

/* "&amp;nbsp;": what stands behind an '&' that was referred to, from `at` on,
   may make another reference of it. */
static bool
refers_again(struct gp_str s, size_t at, struct gp_ref *ref)
{
	char again[LOOKED_AT] = "&";
	struct gp_str rest = gp_str_sub(s, at, at + sizeof again - 1);

	if (ref->n != 1 || ref->text[0] != '&')
		return false;
	if (rest.n)
		memcpy(again + 1, rest.p, rest.n);
	return gp_ref_at((struct gp_str){ again, rest.n + 1 }, 0, false, ref);
}

/* The bytes of the reference at `at`; 0: there is none. */
static size_t
add_reference(struct cutting *c, struct gp_str s, size_t at)
{
	struct gp_ref ref;
	size_t end, i = 0;
	uint32_t ch;

	if (!gp_ref_at(s, at, false, &ref))
		return 0;
	end = at + ref.size;
	while (refers_again(s, end, &ref))
		end += ref.size - 1;
	while (i < ref.n) {
		ch = gp_utf8_next((struct gp_str){ ref.text, ref.n }, &i);
		add_apart(c, ch, at, end);
	}
	return end - at;
}

static void
cut(struct gp_word_trace *t, size_t i, size_t to)
{
	struct cutting c = { .trace = t };
	struct gp_str s = gp_str_sub(gp_buf_view(&t->text), 0, to);
	size_t at, size;
	uint32_t ch;

	while ((i = add_plain(&c, s, i)) < s.n) {
		at = i;
		size = s.p[i] == '&' ? add_reference(&c, s, i) : 0;
		i += size;
		if (size > 0)
			continue;
		ch = gp_utf8_next(s, &i);
		add_apart(&c, ch, at, i);
	}
	end_word(&c);
}

void
gp_word_trace_cut(struct gp_word_trace *t)
{
	cut(t, 0, t->text.len);
}

/* ---- seams ---- */

/* The first seam behind byte `from`. */
static size_t
seam_behind(const struct gp_word_trace *t, uint32_t from)
{
	size_t low = 0, high = t->n_seams, middle;

	while (low < high) {
		middle = low + (high - low) / 2;
		if (t->seams[middle] <= from)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

size_t
gp_word_trace_unseam(struct gp_word_trace *t, size_t i)
{
	uint32_t from = t->words[i].from, to = t->words[i].to;
	size_t before = t->n_words, seam = seam_behind(t, from);

	if (seam == t->n_seams || t->seams[seam] >= to)
		return 0;
	for (; seam < t->n_seams && t->seams[seam] < to; seam++) {
		cut(t, from, t->seams[seam]);
		from = t->seams[seam];
	}
	cut(t, from, to);
	return t->n_words - before;
}

/*
 * The words of one line: see text.h.  The steps stand in a table; a step
 * whose characters a line does not have is not run, so that a clean line
 * costs one look.
 */
#include "normalise/text/text.h"

#include "base/text/fold.h"
#include "base/utf8.h"
#include "normalise/text/steps.h"

/* What a line has in it. */
enum {
	HAS_HIGH = 1 << 0,  /* bytes over 127 */
	HAS_AMP = 1 << 1,   /* & */
	HAS_QUOTE = 1 << 2, /* straight quotes */
	HAS_TICK = 1 << 3,  /* ` */
	HAS_SPACE = 1 << 4, /* tabs, runs of spaces, spaces at an end */
	HAS_TAG = 1 << 5,   /* < */
	HAS_E2 = 1 << 6,    /* punctuation, of three bytes */
	HAS_EF = 1 << 7,    /* ligatures, byte order marks, of three bytes */
};

struct step {
	unsigned needs;                                  /* any of these */
	bool (*spoken_for)(const struct gp_evidence *v); /* NULL: always */
	bool (*wanted)(struct gp_str s);                 /* NULL: always */
	void (*apply)(struct gp_str s, struct gp_buf *out, unsigned *fixes);
	bool opens_eyes; /* what it made may need later steps */
};

/* What each byte adds to the look of a line; the upper half in look(). */
static const unsigned char byte_has[128] = {
	['\n'] = HAS_SPACE,
	['\r'] = HAS_SPACE,
	['\t'] = HAS_SPACE,
	['"'] = HAS_QUOTE,
	['\''] = HAS_QUOTE,
	['&'] = HAS_AMP,
	['`'] = HAS_TICK,
	['<'] = HAS_TAG,
	[GP_MARK_TEXT] = HAS_SPACE,
	[GP_MARK_TEXT + 1] = HAS_SPACE,
	[GP_MARK_TEXT + 2] = HAS_SPACE,
	[GP_MARK_TEXT + 3] = HAS_SPACE,
	[GP_MARK_TEXT + 4] = HAS_SPACE,
	[GP_MARK_TEXT + 5] = HAS_SPACE,
	[GP_MARK_GAP] = HAS_SPACE,
};

static unsigned
look_high(unsigned char c)
{
	if (c == 0xE2)
		return HAS_HIGH | HAS_E2;
	return c == 0xEF ? HAS_HIGH | HAS_EF : HAS_HIGH;
}

static unsigned
look_at(struct gp_str s)
{
	unsigned has = 0, space = 1;
	size_t i;

	for (i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		unsigned is_space = c == ' ';

		has |= c < 0x80 ? byte_has[c] : look_high(c);
		/* Two in a row, or one at the start. */
		has |= (is_space & space) * (unsigned)HAS_SPACE;
		space = is_space;
	}
	return s.n && space ? has | HAS_SPACE : has;
}

/* ---- evidence ---- */

static void
count_entities(struct gp_str s, struct gp_evidence *v)
{
	struct gp_ref ref;
	size_t i;

	for (i = 0; i < s.n; i++)
		if (s.p[i] == '&' && gp_reference_at(s, i, v->bare, &ref))
			v->entities++;
}

static void
count_tags(struct gp_str s, struct gp_evidence *v)
{
	size_t i, last = s.n;

	while (last > 0 && s.p[last - 1] != '>')
		last--;
	for (i = 0; i + 1 < last; i++)
		if (s.p[i] == '<' &&
		    (gp_is_alpha(s.p[i + 1]) ||
		     (s.p[i + 1] == '/' && gp_is_alpha(s.p[i + 2]))))
			v->tags++;
}

/* True at a letter, a mark and the end of a contraction: "it´s", "we´ve". */
static bool
is_contraction(struct gp_str s, size_t mark, size_t mark_size)
{
	static const char *const endings[] = { "s",  "t", "re", "ve",
		                               "ll", "d", "m",  NULL };
	size_t from = mark + mark_size, to = from;

	if (mark == 0 || !gp_is_alpha(s.p[mark - 1]))
		return false;
	while (to < s.n && gp_is_alpha(s.p[to]))
		to++;
	return gp_str_among_nocase(gp_str_sub(s, from, to), endings);
}

static void
count_contractions(struct gp_str s, struct gp_evidence *v)
{
	size_t i;

	for (i = 0; i < s.n; i++) {
		if (s.p[i] == '`')
			v->contractions += is_contraction(s, i, 1);
		else if (s.p[i] == '\xC2' && i + 1 < s.n &&
		         s.p[i + 1] == '\xB4')
			v->contractions += is_contraction(s, i, 2);
	}
}

/* What a line with wrongly decoded sequences would hold without them: they
   may have been made twice. */
static void
count_mojibake(struct gp_str s, struct gp_evidence *v)
{
	unsigned fixes[GP_FIX_COUNT] = { 0 };
	struct gp_buf mended = { .max = 0 };
	size_t before = v->good;

	gp_count_mojibake(s, &v->good, &v->stray);
	if (v->good == before)
		return;
	gp_fix_mojibake(s, &mended, fixes);
	gp_count_mojibake(gp_buf_view(&mended), &v->twice, &v->once);
	gp_buf_free(&mended);
}

void
gp_evidence_add(struct gp_evidence *v, struct gp_str line)
{
	unsigned has = look_at(line);

	if (has & HAS_HIGH)
		count_mojibake(line, v);
	if (has & HAS_AMP)
		count_entities(line, v);
	if (has & HAS_TAG)
		count_tags(line, v);
	if (has & (HAS_HIGH | HAS_TICK))
		count_contractions(line, v);
}

static bool
is_mojibake(const struct gp_evidence *v)
{
	return v->good >= GP_LEAST_WRONG &&
	       v->stray * GP_WRONG_TO_STRAY <= v->good;
}

static bool
is_mojibake_twice(const struct gp_evidence *v)
{
	return is_mojibake(v) && v->twice >= GP_LEAST_WRONG &&
	       v->once * GP_WRONG_TO_STRAY <= v->twice;
}

static bool
is_escaped(const struct gp_evidence *v)
{
	return v->entities > 0 && v->tags == 0;
}

static bool
is_escaped_wholly(const struct gp_evidence *v)
{
	return !v->bare && is_escaped(v);
}

static bool
is_escaped_barely(const struct gp_evidence *v)
{
	return v->bare && is_escaped(v);
}

static bool
is_accented(const struct gp_evidence *v)
{
	return v->contractions > 0;
}

/* ---- one line ---- */

static const struct step steps[] = {
	{ HAS_HIGH, is_mojibake, NULL, gp_fix_mojibake, true },
	{ HAS_HIGH, is_mojibake_twice, NULL, gp_fix_mojibake, true },
	{ HAS_AMP, is_escaped_barely, NULL, gp_fix_bare_entities, true },
	{ HAS_AMP, is_escaped_wholly, NULL, gp_fix_entities, true },
	{ HAS_EF, NULL, NULL, gp_fix_letters, false },
	{ HAS_HIGH | HAS_TICK, is_accented, NULL, gp_fix_accents, true },
	{ HAS_HIGH, NULL, gp_wants_nfc, gp_fix_nfc, true },
	{ HAS_HIGH | HAS_SPACE, NULL, gp_wants_spaces, gp_fix_spaces, false },
	{ HAS_E2 | HAS_QUOTE | HAS_TICK, NULL, gp_wants_doubled, gp_fix_doubled,
	  false },
	{ HAS_QUOTE, NULL, NULL, gp_fix_straight, false },
};

void
gp_desk_free(struct gp_desk *d)
{
	gp_buf_free(&d->a);
	gp_buf_free(&d->b);
}

struct gp_str
gp_text_set(struct gp_desk *d, const struct gp_evidence *v, struct gp_str line,
            unsigned *fixes)
{
	struct gp_buf *out = &d->a;
	unsigned has = look_at(line);
	size_t i;

	for (i = 0; i < sizeof steps / sizeof steps[0]; i++) {
		const struct step *step = &steps[i];

		if (!(has & step->needs) ||
		    (step->spoken_for && !step->spoken_for(v)) ||
		    (step->wanted && !step->wanted(line)))
			continue;
		gp_buf_clear(out);
		step->apply(line, out, fixes);
		line = gp_buf_view(out);
		if (step->opens_eyes)
			has = look_at(line);
		out = out == &d->a ? &d->b : &d->a;
	}
	return line;
}

static bool
has_controls(struct gp_str s)
{
	size_t i;

	for (i = 0; i + 1 < s.n; i++)
		if (s.p[i] == '\xC2' && (unsigned char)s.p[i + 1] < 0xA0)
			return true;
	return false;
}

void
gp_text_set_code(const struct gp_evidence *v, struct gp_str code,
                 struct gp_buf *out, unsigned *fixes)
{
	if (is_mojibake(v) && has_controls(code))
		gp_fix_mojibake(code, out, fixes);
	else
		gp_buf_str(out, code);
}

void
gp_text_fold(struct gp_str s, struct gp_buf *out)
{
	size_t i, from = 0;

	for (i = 0; i + 2 < s.n; i++) {
		unsigned char last = (unsigned char)s.p[i + 2];

		if (s.p[i] != '\xE2' || s.p[i + 1] != '\x80' ||
		    (last & 0xFA) != 0x98)
			continue;
		gp_buf_put(out, s.p + from, i - from);
		gp_buf_putc(out, last < 0x9C ? '\'' : '"');
		from = i + 3;
	}
	gp_buf_put(out, s.p + from, s.n - from);
}

/* ---- ends ---- */

static bool
is_among(uint32_t c, const uint32_t *set)
{
	while (*set && *set != c)
		set++;
	return *set != 0;
}

static bool
is_closer(uint32_t c)
{
	static const uint32_t closers[] = { '"',    '\'',   0x2019,
		                            0x201D, 0x201C, 0xBB,
		                            0x300D, 0x300F, 0 };

	return is_among(c, closers);
}

/* Of Latin, Greek and Cyrillic; then Chinese and Japanese, Arabic and Urdu,
   Hindi, Armenian, Amharic, Khmer, Burmese (Unicode, Sentence_Terminal). */
static bool
is_stop(uint32_t c)
{
	static const uint32_t stops[] = { '.',    '!',    '?',    0x3002,
		                          0xFF01, 0xFF0E, 0xFF1F, 0xFF61,
		                          0x061F, 0x06D4, 0x0964, 0x0965,
		                          0x0589, 0x1362, 0x17D4, 0x104B,
		                          0 };

	return is_among(c, stops);
}

static bool
is_bracket(uint32_t c)
{
	return c == ')' || c == ']' || c == 0xFF09 || c == 0x3011;
}

/* French sets a blank before the mark that closes: « Oui. » */
static bool
is_blank_inside(uint32_t c)
{
	return c == ' ' || c == 0xA0 || c == 0x202F;
}

static size_t
step_back(struct gp_str s, size_t end)
{
	do
		end--;
	while (end > 0 && ((unsigned char)s.p[end] & 0xC0) == 0x80);
	return end;
}

static size_t
skip_closers(struct gp_str s, size_t end, bool brackets)
{
	uint32_t c, last = 0;

	while (end > 0) {
		c = gp_utf8_before(s, end);
		if (!is_closer(c) && !(brackets && is_bracket(c)) &&
		    !(last == 0xBB && is_blank_inside(c)))
			break;
		last = c;
		end = step_back(s, end);
	}
	return end;
}

/* "... he said. (Reuters)": where the bracket begins, 0 when there is none. */
static size_t
skip_agency(struct gp_str s)
{
	size_t end = s.n;

	if (end == 0 || s.p[end - 1] != ')')
		return 0;
	end--;
	while (end > 0 && gp_is_word_char(gp_utf8_before(s, end)))
		end = step_back(s, end);
	if (end == 0 || s.p[end - 1] != '(' || end + 1 == s.n)
		return 0;
	end--;
	while (end > 0 && s.p[end - 1] == ' ')
		end--;
	return skip_closers(s, end, false);
}

/* "... to the owner.[2]": without the marks of notes behind it. */
static struct gp_str
without_notes(struct gp_str s)
{
	size_t end = s.n, i;

	while (end > 0 && s.p[end - 1] == ']') {
		for (i = end - 1; i > 0 && gp_is_digit(s.p[i - 1]);)
			i--;
		if (i == end - 1 || i == 0 || s.p[i - 1] != '[')
			break;
		end = i - 1;
	}
	return gp_str_sub(s, 0, end);
}

bool
gp_text_ends(struct gp_str s)
{
	uint32_t c;

	s = without_notes(s);
	c = gp_utf8_before(s, skip_closers(s, s.n, true));

	if (is_stop(c) || c == 0x2026 || c == ':' || c == ';' || c == 0xFF1A)
		return true;
	return is_stop(gp_utf8_before(s, skip_agency(s)));
}

/* Which lines were broken by a program: see wrap.h.  Widths are counted in
   characters, so what is set in wide ones (Han, Kana) is not judged. */
#include "base/text/wrap.h"

#include "base/utf8.h"

#include <unictype.h>

enum {
	WIDEST = 100,    /* columns; behind that a line is a paragraph */
	NARROWEST = 30,  /* columns: below are verses and lists */
	FEW_WIDER = 12,  /* one line in so many may be wider */
	TAB = 8,         /* columns */
	SET_IN = 2,      /* columns by which a first line is set in */
	TABLE_GAP = 4,   /* spaces in a line that part columns */
	LEAST_SURE = 2,  /* lines that go on beyond doubt */
	LABEL_WORDS = 4, /* before the colon of "Councillor Mary Hale:" */
};

/* ---- one line ---- */

static size_t
indent_of(struct gp_str line)
{
	size_t columns = 0, i;

	for (i = 0; i < line.n && gp_is_space(line.p[i]); i++)
		columns += line.p[i] == '\t' ? TAB : 1;
	return columns;
}

static size_t
width_of(struct gp_str line)
{
	return indent_of(line) + gp_utf8_count(gp_str_trim(line));
}

static size_t
first_word_width(struct gp_str line)
{
	struct gp_str word;

	return gp_str_word(&line, &word) ? gp_utf8_count(word) : 0;
}

/* An address or a rule: it would not have fitted on any line. */
static bool
is_one_word(struct gp_str line)
{
	struct gp_str word;

	return gp_str_word(&line, &word) && gp_str_trim(line).n == 0;
}

static uint32_t
first_char(struct gp_str line)
{
	struct gp_str s = gp_str_trim(line);
	size_t i = 0;

	return s.n > 0 ? gp_utf8_next(s, &i) : 0;
}

static bool
begins_small(struct gp_str line)
{
	return uc_is_lower(first_char(line));
}

/* A letter without case, of a script with spaces between its words: the blocks
   of Unicode from Hebrew to Sinhala. */
static bool
begins_caseless(struct gp_str line)
{
	uint32_t c = first_char(line);

	return c >= 0x0590 && c < 0x0E00 && uc_is_alpha(c);
}

static bool
has_columns(struct gp_str line)
{
	struct gp_str s = gp_str_trim(line);
	size_t i, gap = 0;

	for (i = 0; i < s.n; i++) {
		gap = s.p[i] == ' ' ? gap + 1 : 0;
		if (gap >= TABLE_GAP || s.p[i] == '\t')
			return true;
	}
	return false;
}

static bool
ends_sentence(struct gp_str line)
{
	struct gp_str s = gp_str_trim(line);

	return s.n > 0 && strchr(".!?:;", s.p[s.n - 1]);
}

/* "Chair:" and what is said; "https:" is none. */
static bool
begins_with_label(struct gp_str line)
{
	struct gp_str s = gp_str_trim(line), word;
	unsigned words = 0;

	if (!uc_is_upper(first_char(s)) && !begins_caseless(s))
		return false;
	while (words++ < LABEL_WORDS && gp_str_word(&s, &word))
		if (word.p[word.n - 1] == ':')
			return true;
	return false;
}

/* "1.", "12)", "(a)", "iv." before words. */
static bool
is_count(struct gp_str word)
{
	bool closed = false;
	size_t i = 0, n = word.n;

	if (n > 1 && strchr(".)", word.p[n - 1])) {
		closed = true;
		n--;
	}
	if (n > 0 && word.p[0] == '(')
		i = 1;
	if (!closed || n == i || n - i > 3)
		return false;
	for (; i < n; i++)
		if (!gp_is_digit(word.p[i]) &&
		    !(gp_is_lower(word.p[i]) && n - i < 4 &&
		      (word.p[0] == '(' || n == 1)))
			return false;
	return true;
}

bool
gp_wrap_begins_item(struct gp_str line)
{
	static const char *const marks[] = {
		"-",
		"*",
		"+",
		"\xE2\x80\xA2",
		"\xC2\xB7",
		"\xE2\x80\x93",
		"\xE2\x80\x94",
		"\xE2\x96\xAA",
		"\xE2\x97\xA6",
		"o",
		"\xC2\xA7",
		NULL,
	};
	struct gp_str rest = gp_str_trim(line), word;

	if (!gp_str_word(&rest, &word) || gp_str_trim(rest).n == 0)
		return false;
	return gp_str_among(word, marks) || is_count(word);
}

/* What is quoted, a heading of Markdown, a row of a drawn table. */
static bool
begins_anew(struct gp_str line)
{
	struct gp_str s = gp_str_trim(line);

	return gp_wrap_begins_item(s) || strchr(">#|", s.p[0]) ||
	       begins_with_label(s);
}

/* ---- the text ---- */

static bool
next_line(struct gp_str *text, struct gp_str *line)
{
	if (text->n == 0 || !gp_str_split(text, '\n', line))
		return false;
	if (line->n > 0 && line->p[line->n - 1] == '\r')
		line->n--;
	return true;
}

/* The width that hardly any line exceeds, 0 when it is no column's.  Some set
   first lines in when all are broken. */
static size_t
column_of(struct gp_str text)
{
	size_t by_width[WIDEST + 2] = { 0 }, lines = 0, wider, width;
	struct gp_str line;

	while (next_line(&text, &line)) {
		if (gp_utf8_blank(line) || is_one_word(line))
			continue;
		width = line.n > 4 * WIDEST ? WIDEST + 1
		                            : gp_utf8_count(gp_str_trim(line));
		by_width[width > WIDEST ? WIDEST + 1 : width]++;
		lines++;
	}
	wider = by_width[WIDEST + 1];
	if (wider * FEW_WIDER > lines)
		return 0;
	for (width = WIDEST; width >= NARROWEST; width--) {
		wider += by_width[width];
		if (wider * FEW_WIDER > lines)
			return width;
	}
	return 0;
}

/* The next word had no room. */
static bool
is_full(size_t width, struct gp_str line, struct gp_str next)
{
	return width_of(line) + 1 + first_word_width(next) > width;
}

/* In a row these are no leftovers of a line that was broken twice, but rows of
   numbers, items, verses. */
static bool
are_short(size_t width, struct gp_str line, struct gp_str next)
{
	return width_of(line) * 3 < width * 2 && width_of(next) * 3 < width * 2;
}

struct gp_wrap
gp_wrap_measure(struct gp_str text)
{
	struct gp_wrap w = { .width = column_of(text) };
	struct gp_str line, before = GP_STR("");
	size_t full = 0, early = 0, anew = 0;

	while (w.width > 0 && next_line(&text, &line)) {
		if (gp_str_trim(before).n > 0 && gp_str_trim(line).n > 0) {
			bool is_small =
				begins_small(line) || begins_caseless(line);
			bool has_room = !is_full(w.width, before, line);

			full += is_small && !has_room;
			early += is_small && has_room;
			anew += !is_small && has_room && !begins_anew(line);
		}
		before = line;
	}
	/* Verses: most lines end where their maker ended them.  Items and
	   labels begin a line in wrapped text too, and speak for neither. */
	if (full < LEAST_SURE || early * 3 > full || anew > 2 * full)
		w.width = 0;
	return w;
}

/* A soft hyphen at the end of a line says that the word goes on. */
static bool
ends_within_word(struct gp_str line)
{
	struct gp_str s = gp_str_trim(line);

	return s.n > 2 && gp_str_ends(s, GP_STR("\u00AD"));
}

bool
gp_wrap_goes_on(const struct gp_wrap *w, const struct gp_wrap_line *before,
                struct gp_str line)
{
	if (ends_within_word(before->line) && !gp_utf8_blank(line))
		return true;
	if (w->width == 0 || gp_utf8_blank(line) ||
	    gp_utf8_blank(before->line) || begins_anew(line) ||
	    has_columns(line) || has_columns(before->line))
		return false;
	if (!before->in_item &&
	    indent_of(line) >= indent_of(before->line) + SET_IN)
		return false;
	return is_full(w->width, before->line, line) ||
	       (begins_small(line) && !ends_sentence(before->line) &&
	        !are_short(w->width, before->line, line));
}

bool
gp_wrap_glues(struct gp_str line)
{
	struct gp_str s = gp_str_trim(line);

	if (ends_within_word(line))
		return true;
	return s.n > 1 && s.p[s.n - 1] == '-' &&
	       (gp_is_alnum(s.p[s.n - 2]) || (s.p[s.n - 2] & 0x80));
}

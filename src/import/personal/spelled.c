/* One character after the other, each as it is meant, goes into a window that
   moves over the text; where it holds a sign it stops.  What stands between two
   of them is forgotten but for its being there: whoever asks tries each place
   that may be an address's end. */
#include "import/personal/spelled.h"

#include "base/entity.h"
#include "base/hex.h"
#include "base/text/fold.h"
#include "base/utf8.h"

enum {
	LONGEST_NAME = 72,
	LONGEST_HOST = 256,
	LONGEST_CHAR = 4, /* bytes */
};

enum piece_kind {
	PIECE_STOPS, /* no address goes on across it */
	PIECE_IS_CHAR,
	PIECE_IS_NOTHING, /* nobody sees it */
	PIECE_IS_GAP,
	PIECE_IS_TAG,
};

/* What stands at a byte of a text. */
struct spelled_piece {
	enum piece_kind kind;
	uint32_t c;
	size_t size;
};

static bool
is_sign(char c)
{
	return c == '@' || c == '=';
}

/* A text that a reader sees, where lines and tags part what is one word. */
static bool
is_shown(const struct gp_spelled *s)
{
	return s->how == GP_SPELLED_TEXT || s->how == GP_SPELLED_WORDS;
}

/* ---- characters ---- */

static bool
in_run(uint32_t c)
{
	return gp_is_alnum((char)c) || (c && strchr("._+-'=@", (char)c));
}

/* Soft hyphen, joiners, the mark of byte order. */
static bool
is_unseen(uint32_t c)
{
	return c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 ||
	       c == 0xFEFF;
}

/* What Unicode has beside the signs of ASCII: wide ones, and the full stops
   that part labels as well (UTS #46, 4). */
static uint32_t
narrow(uint32_t c)
{
	if (c >= 0xFF01 && c <= 0xFF5E)
		return c - 0xFEE0;
	if (c == 0x3002 || c == 0xFF61 || c == 0xFE52)
		return '.';
	return c == 0xFE6B ? '@' : c;
}

static bool
is_gap(uint32_t c)
{
	return c == ' ' || (c >= '\t' && c <= '\r') || c == '"' || c == '`' ||
	       c == 0xA0 || c == 0xAB || c == 0xBB ||
	       (c >= 0x2000 && c <= 0x200A) || c == 0x202F ||
	       (c >= 0x2018 && c <= 0x201F) || c == 0x3000;
}

static struct spelled_piece
piece_of(const struct gp_spelled *s, uint32_t c, size_t size)
{
	struct spelled_piece p = { PIECE_STOPS, narrow(c), size };

	if (p.c < 0x80 ? in_run(p.c) : gp_fold_char(p.c) != 0)
		p.kind = PIECE_IS_CHAR;
	else if (is_unseen(p.c))
		p.kind = PIECE_IS_NOTHING;
	else if (is_shown(s) && is_gap(p.c))
		p.kind = PIECE_IS_GAP;
	return p;
}

/* ---- tags ---- */

/* Behind the next `mark` at or after byte `i`, which *known remembers, or 0: a
   text is looked through once, whatever it opens. */
static size_t
behind(struct gp_str text, size_t i, struct gp_str mark, size_t *known)
{
	size_t at;

	if (*known < i + mark.n && *known <= text.n) {
		at = gp_str_find(text, mark, i);
		*known = at < text.n ? at + mark.n : text.n + 1;
	}
	return *known <= text.n ? *known : 0;
}

/* "<!-->" and "<!--->" are whole comments (HTML, 13.2.5.43). */
static size_t
comment_end(struct gp_spelled *s)
{
	struct gp_str rest = gp_str_sub(s->text, s->i, s->i + 6);

	if (!gp_str_starts(rest, GP_STR("<!--")))
		return 0;
	if (gp_str_starts(rest, GP_STR("<!-->")))
		return s->i + 5;
	return gp_str_eq(rest, GP_STR("<!--->"))
	               ? s->i + 6
	               : behind(s->text, s->i + 4, GP_STR("-->"),
	                        &s->comment_end);
}

static struct spelled_piece
tag_piece(struct gp_spelled *s)
{
	char next = s->i + 1 < s->text.n ? s->text.p[s->i + 1] : ' ';
	size_t end = comment_end(s);

	if (!end && (gp_is_alpha(next) || next == '/'))
		end = behind(s->text, s->i + 1, GP_STR(">"), &s->tag_end);
	return end ? (struct spelled_piece){ PIECE_IS_TAG, 0, end - s->i }
	           : (struct spelled_piece){ PIECE_STOPS, '<', 1 };
}

/* ---- other spellings ---- */

static struct spelled_piece
reference_piece(const struct gp_spelled *s)
{
	struct gp_ref ref;
	size_t k = 0;
	uint32_t c;

	if (!gp_ref_at(s->text, s->i, false, &ref))
		return (struct spelled_piece){ PIECE_STOPS, '&', 1 };
	c = gp_utf8_next((struct gp_str){ ref.text, ref.n }, &k);
	return piece_of(s, k == ref.n ? c : '&', ref.size);
}

/* "%40", and "%2540" for what was escaped twice; UTF-8 in escapes.  A '%' that
   begins none gives one that nothing goes on across. */
static size_t
escaped_byte(struct gp_str s, size_t i, char *byte)
{
	size_t at = i + 1;

	if (i >= s.n || s.p[i] != '%')
		return 0;
	while (gp_str_eq(gp_str_sub(s, at, at + 2), GP_STR("25")) &&
	       gp_hex_byte(s, at + 2) >= 0)
		at += 2;
	if (gp_hex_byte(s, at) <= 0)
		return 0;
	*byte = (char)gp_hex_byte(s, at);
	return at + 2 - i;
}

static struct spelled_piece
escape_piece(const struct gp_spelled *s)
{
	char bytes[4];
	size_t n = 0, k = 0, size = 0, more, first = 0;
	uint32_t c;

	while (n < sizeof bytes &&
	       (more = escaped_byte(s->text, s->i + size, &bytes[n])) > 0) {
		size += more;
		first = first ? first : size;
		if ((unsigned char)bytes[n++] < 0x80)
			break;
		k = 0;
		c = gp_utf8_next((struct gp_str){ bytes, n }, &k);
		if (c != GP_UTF8_BAD && k == n)
			return piece_of(s, c, size);
	}
	return n && (unsigned char)bytes[0] < 0x80
	               ? piece_of(s, (unsigned char)bytes[0], first)
	               : (struct spelled_piece){ PIECE_STOPS, '%',
		                                 first ? first : 1 };
}

/* "--at--" of lists, "\u0040" of JSON. */
static bool
written_sign(const struct gp_spelled *s, struct spelled_piece *p)
{
	struct gp_str rest = gp_str_sub(s->text, s->i, s->i + 6);

	if (!gp_str_eq(rest, GP_STR("--at--")) &&
	    !gp_str_eq(rest, GP_STR("\\u0040")))
		return false;
	*p = (struct spelled_piece){ PIECE_IS_CHAR, '@', rest.n };
	return true;
}

/* Marks of quotation before a line that goes on with the one before it. */
static bool
is_quote_mark(const struct gp_spelled *s, char c)
{
	return s->how == GP_SPELLED_TEXT && s->lines && (c == '>' || c == '|');
}

static struct spelled_piece
read_piece(struct gp_spelled *s)
{
	struct spelled_piece p;
	char c = s->text.p[s->i];
	size_t next = s->i;
	uint32_t code;

	if (c == '<' && s->how == GP_SPELLED_WORDS)
		return tag_piece(s);
	if (c == '&' &&
	    (s->how == GP_SPELLED_MARKUP || s->how == GP_SPELLED_WORDS))
		return reference_piece(s);
	if (c == '%')
		return escape_piece(s);
	if ((c == '-' || c == '\\') && written_sign(s, &p))
		return p;
	if (is_quote_mark(s, c))
		return (struct spelled_piece){ PIECE_IS_GAP, ' ', 1 };
	code = gp_utf8_next(s->text, &next);
	p = piece_of(s, code, next - s->i);
	/* A paragraph ends with its second line end. */
	if (c == '\n' && s->how == GP_SPELLED_TEXT && s->lines++)
		p.kind = PIECE_STOPS;
	return p;
}

/* ---- words for signs ---- */

/* " at ", "(at)", " [at] ": the bytes of such a word at byte `i`, which must be
   set apart; 0 for none. */
static size_t
apart_word(struct gp_str s, size_t i, struct gp_str word)
{
	size_t k = i;
	bool marked, blank = k < s.n && s.p[k] == ' ';

	k += blank;
	marked = k < s.n && (s.p[k] == '(' || s.p[k] == '[' || s.p[k] == '{');
	k += marked;
	if ((!marked && !blank) ||
	    !gp_str_eq_nocase(gp_str_sub(s, k, k + word.n), word))
		return 0;
	k += word.n;
	if (marked)
		k += k < s.n &&
		     (s.p[k] == ')' || s.p[k] == ']' || s.p[k] == '}');
	blank = k < s.n && s.p[k] == ' ';
	return marked || blank ? k + blank - i : 0;
}

/* Words of English, German, Spanish, French and Italian; one that is a word of
   other sentences only in brackets. */
static bool
spoken_sign(const struct gp_spelled *s, struct spelled_piece *p)
{
	static const struct {
		struct gp_str word;
		char sign;
	} words[] = {
		{ { "at", 2 }, '@' },          { { "ät", 3 }, '@' },
		{ { "arroba", 6 }, '@' },      { { "arobase", 7 }, '@' },
		{ { "chiocciola", 10 }, '@' }, { { "a", 1 }, '@' },
		{ { "dot", 3 }, '.' },         { { "punkt", 5 }, '.' },
		{ { "punto", 5 }, '.' },       { { "point", 5 }, '.' },
	};
	struct gp_str two = gp_str_sub(s->text, s->i, s->i + 2);
	bool marked = strchr("([{", two.p[two.p[0] == ' ' && two.n > 1]);
	size_t k, n;

	if (s->how == GP_SPELLED_VALUE || s->n == 0 ||
	    !(marked || two.p[0] == ' '))
		return false;
	for (k = 0; k < sizeof words / sizeof words[0]; k++) {
		n = apart_word(s->text, s->i, words[k].word);
		if (n == 0 || (words[k].word.n == 1 && !marked))
			continue;
		*p = (struct spelled_piece){ PIECE_IS_CHAR,
			                     (unsigned char)words[k].sign, n };
		return true;
	}
	return false;
}

/* ---- the window ---- */

static void
forget(struct gp_spelled *s, size_t n)
{
	memmove(s->chars, s->chars + n, (s->n - n) * sizeof s->chars[0]);
	s->n -= n;
}

static bool
is_ascii(char c)
{
	return (unsigned char)c < 0x80;
}

/* Scripts that are written without spaces part words where others begin. */
static bool
is_edge(const struct gp_spelled *s, uint32_t c)
{
	const struct gp_spelled_char *last;

	if (s->after_edge || s->n == 0)
		return true;
	last = &s->chars[s->n - 1];
	return is_sign(last->c) || (c < 0x80) != is_ascii(last->c) ||
	       (last->is_edge && strchr("'.-", last->c));
}

static void
put(struct gp_spelled *s, const struct spelled_piece *p)
{
	bool edge = is_edge(s, p->c);
	char bytes[4];
	size_t n = gp_utf8_put(bytes, p->c < 0x80 ? (unsigned char)gp_to_lower(
							    (char)p->c)
	                                          : gp_fold_char(p->c)),
	       k;

	for (k = 0; k < n && s->n < GP_LONGEST_RUN; k++)
		s->chars[s->n++] = (struct gp_spelled_char){
			.c = bytes[k],
			.is_edge = edge && k == 0,
			.is_tagged = s->after_tag && k == 0,
			.from = s->i,
			.to = s->i + p->size,
		};
	s->after_edge = s->after_tag = false;
	s->lines = 0;
}

/* Takes what stands at the byte under way; false when nothing goes on across
   it, or at the end. */
static bool
take(struct gp_spelled *s)
{
	struct spelled_piece p;
	bool spoken;

	if (s->i >= s->text.n)
		return false;
	spoken = spoken_sign(s, &p);
	if (!spoken)
		p = read_piece(s);
	if (p.kind == PIECE_IS_CHAR)
		put(s, &p);
	s->i += p.size;
	if (p.kind == PIECE_STOPS)
		s->lines = s->after_edge = s->after_tag = 0;
	s->after_edge |=
		spoken || p.kind == PIECE_IS_GAP || p.kind == PIECE_IS_TAG;
	s->after_tag |= p.kind == PIECE_IS_TAG;
	return p.kind != PIECE_STOPS;
}

static bool
find_sign(struct gp_spelled *s, size_t from)
{
	for (s->at = from; s->at < s->n; s->at++)
		if (is_sign(s->chars[s->at].c))
			return true;
	return false;
}

/* The host, up to the next sign. */
static void
read_host(struct gp_spelled *s)
{
	while (s->n - s->at <= LONGEST_HOST &&
	       !(s->n > s->at + 1 && is_sign(s->chars[s->n - 1].c))) {
		s->ended = !take(s);
		if (s->ended)
			return;
	}
}

bool
gp_spelled_next(struct gp_spelled *s)
{
	size_t looked = 0;

	if (s->found)
		forget(s, s->ended ? s->n : s->at + 1);
	s->found = s->ended = false;
	while (!find_sign(s, looked)) {
		if (s->n > GP_LONGEST_RUN - LONGEST_CHAR)
			forget(s, s->n - LONGEST_NAME);
		looked = s->n;
		if (take(s))
			continue;
		if (s->i >= s->text.n)
			return false;
		s->n = looked = 0;
	}
	if (s->at > LONGEST_NAME)
		forget(s, s->at - LONGEST_NAME);
	s->at = s->at > LONGEST_NAME ? LONGEST_NAME : s->at;
	read_host(s);
	return s->found = true;
}

/* ---- where an address may begin and end ---- */

/* Of a name in the name of another (VERP) '+' and '-' tell. */
bool
gp_spelled_begins(const struct gp_spelled *s, size_t *from)
{
	bool other = s->chars[s->at].c == '=';
	size_t k = *from;

	while (k && !is_sign(s->chars[k - 1].c)) {
		k--;
		if (!s->chars[k].is_edge &&
		    !(other && k && strchr("+-", s->chars[k - 1].c)))
			continue;
		*from = k;
		return true;
	}
	return false;
}

static bool
in_host(char c)
{
	return gp_is_alnum(c) || c == '.' || c == '-' || !is_ascii(c);
}

bool
gp_spelled_ends(const struct gp_spelled *s, size_t *to)
{
	size_t k = *to;

	while (k < s->n && in_host(s->chars[k].c)) {
		k++;
		if (k < s->n && in_host(s->chars[k].c) &&
		    !s->chars[k].is_edge && s->chars[k].c != '.')
			continue;
		*to = k;
		return true;
	}
	return false;
}

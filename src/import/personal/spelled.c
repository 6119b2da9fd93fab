/* One character after the other, each as it is meant, is put into a run until
   one comes that no address holds.  Quoted names (RFC 5322, 3.2.4) and letters
   beyond ASCII (RFC 6531) are not known: no run holds them. */
#include "import/personal/spelled.h"

#include "base/entity.h"
#include "base/hex.h"

enum {
	LONGEST_TAG = 1024, /* a line or two, with styles */
	EDGES = 4,          /* other ends of a part that are tried */
};

/* A character as it is meant: 0 for one that nobody sees. */
struct spelled_char {
	char c;
	size_t size;
	bool is_tag;
};

size_t
gp_unseen(struct gp_str s, size_t i)
{
	static const char *const unseen[] = {
		"\xE2\x80\x8B", "\xE2\x80\x8C", "\xE2\x80\x8D", "\xE2\x81\xA0",
		"\xEF\xBB\xBF", "\xC2\xAD",     NULL,
	};
	size_t k;

	if (i >= s.n || (unsigned char)s.p[i] < 0x80)
		return 0;
	for (k = 0; unseen[k]; k++) {
		struct gp_str u = gp_str(unseen[k]);

		if (gp_str_eq(gp_str_sub(s, i, i + u.n), u))
			return u.n;
	}
	return 0;
}

size_t
gp_tag_end(struct gp_str s, size_t i)
{
	char next = i + 1 < s.n ? s.p[i + 1] : ' ';
	struct gp_str near = gp_str_sub(s, i, i + LONGEST_TAG);
	size_t end;

	if (!gp_is_alpha(next) && next != '/')
		return i;
	end = gp_str_find(near, GP_STR(">"), 0);
	return end < near.n ? i + end + 1 : i;
}

/* Words go on across these. */
static bool
is_inline_tag(struct gp_str tag)
{
	size_t from = tag.n > 1 && tag.p[1] == '/' ? 2 : 1, to = from;

	while (to < tag.n && gp_is_alnum(tag.p[to]))
		to++;
	return gp_is_word_of(
		gp_str_sub(tag, from, to),
		" a abbr b bdi bdo big cite code em font i ins "
		"kbd mark nobr s samp small span strong sub sup tt "
		"u var wbr A B EM FONT I SPAN STRONG U WBR ");
}

/* Behind the comment that begins at byte `i`; `i` when there is none. */
static size_t
comment_end(struct gp_str s, size_t i)
{
	struct gp_str near = gp_str_sub(s, i, i + LONGEST_TAG);
	size_t end;

	if (!gp_str_starts(near, GP_STR("<!--")))
		return i;
	end = gp_str_find(near, GP_STR("-->"), 4);
	return end < near.n ? i + end + 3 : i;
}

static void
read_tag(struct gp_str s, size_t i, struct spelled_char *out)
{
	size_t comment = comment_end(s, i);
	size_t end = gp_tag_end(s, i);

	if (comment > i)
		*out = (struct spelled_char){ '\0', comment - i, true };
	else if (end > i && is_inline_tag(gp_str_sub(s, i, end)))
		*out = (struct spelled_char){ '\0', end - i, true };
}

static void
read_reference(struct gp_str s, size_t i, struct spelled_char *out)
{
	struct gp_ref ref;
	struct gp_str means;

	if (!gp_ref_at(s, i, false, &ref))
		return;
	means = (struct gp_str){ ref.text, ref.n };
	*out = (struct spelled_char){ ' ', ref.size, false };
	if (ref.n == 1)
		out->c = ref.text[0];
	else if (gp_unseen(means, 0) == ref.n)
		out->c = '\0';
}

/* "%40", and "%2540" for what was escaped twice. */
static void
read_escape(struct gp_str s, size_t i, struct spelled_char *out)
{
	size_t at = i + 1;
	int byte;

	while (gp_str_eq(gp_str_sub(s, at, at + 2), GP_STR("25")) &&
	       gp_hex_byte(s, at + 2) >= 0)
		at += 2;
	byte = gp_hex_byte(s, at);
	if (byte > 0 && byte < 0x80)
		*out = (struct spelled_char){ (char)byte, at + 2 - i, false };
}

static void
read_other(struct gp_str s, size_t i, struct spelled_char *out)
{
	size_t n = gp_unseen(s, i);

	if (n)
		*out = (struct spelled_char){ '\0', n, false };
	else if (gp_str_starts(gp_str_sub(s, i, s.n), GP_STR("\uFF20")))
		*out = (struct spelled_char){ '@', 3, false };
	else if (gp_str_starts(gp_str_sub(s, i, s.n), GP_STR("--at--")))
		*out = (struct spelled_char){ '@', 6, false };
	else if (gp_str_starts(gp_str_sub(s, i, s.n), GP_STR("\\u0040")))
		*out = (struct spelled_char){ '@', 6, false };
}

static struct spelled_char
read_char(struct gp_str s, size_t i, enum gp_spelling how)
{
	struct spelled_char c = { s.p[i], 1, false };

	if (how == GP_SPELLED_WORDS && c.c == '<')
		read_tag(s, i, &c);
	else if (how != GP_SPELLED_PLAIN && c.c == '&')
		read_reference(s, i, &c);
	else if (c.c == '%')
		read_escape(s, i, &c);
	else if (c.c == '\\' || c.c == '-' || (unsigned char)c.c >= 0x80)
		read_other(s, i, &c);
	return c;
}

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

static bool
in_run(char c)
{
	return gp_is_alnum(c) || (c && strchr("._+-'=@", c));
}

static void
put(struct gp_spelled *run, char c, size_t from, size_t to, bool tagged)
{
	size_t n = run->n++;

	run->text[n] = gp_to_lower(c);
	run->tagged[n] = tagged;
	run->from[n] = from;
	run->to[n] = to;
}

/* Reads on from *i to the end of the run; *joined is where to go on when it was
   joined at a word. */
static void
read_run(struct gp_str s, enum gp_spelling how, size_t *i, size_t *joined,
         struct gp_spelled *run)
{
	bool tagged = false;

	while (*i < s.n && run->n < GP_LONGEST_RUN) {
		struct spelled_char c = read_char(s, *i, how);
		size_t at = 0, dot = 0;

		if (c.c && !in_run(c.c) && run->n) {
			at = *joined ? 0 : apart_word(s, *i, GP_STR("at"));
			dot = apart_word(s, *i, GP_STR("dot"));
		}
		if (c.c && !in_run(c.c) && !at && !dot)
			return;
		c.size = at ? at : dot ? dot : c.size;
		if (c.c)
			put(run,
			    at    ? '@'
			    : dot ? '.'
			          : c.c,
			    *i, *i + c.size, tagged);
		tagged = c.is_tag || (tagged && !c.c);
		*i += c.size;
		*joined = at ? *i : *joined;
	}
}

static bool
has_sign(const struct gp_spelled *run)
{
	return memchr(run->text, '@', run->n) || memchr(run->text, '=', run->n);
}

bool
gp_run_next(struct gp_str text, enum gp_spelling how, size_t *i,
            struct gp_spelled *run)
{
	while (*i < text.n) {
		size_t joined = 0;

		run->n = 0;
		read_run(text, how, i, &joined, run);
		if (run->n == 0 && *i < text.n)
			*i += read_char(text, *i, how).size;
		if (joined)
			*i = joined;
		if (run->n && has_sign(run))
			return true;
	}
	return false;
}

/* ---- parts ---- */

static bool
in_host(char c)
{
	return gp_is_alnum(c) || c == '.' || c == '-';
}

/* Where a host that begins at `from` may end, the farthest first. */
static size_t
find_ends(const struct gp_spelled *run, size_t from, size_t *ends)
{
	size_t to = from, n = 0, k;

	while (to < run->n && in_host(run->text[to]))
		to++;
	k = to;
	while (to > from && !gp_is_alnum(run->text[to - 1]))
		to--;
	ends[n++] = to;
	for (; k > from && n < EDGES; k--)
		if (k < to && (run->tagged[k] || run->text[k] == '.'))
			ends[n++] = k;
	return n;
}

/* Where a name that ends before `at` may begin.  Behind a '=' it begins anew;
   of a name in the name of another (VERP) only '+' and '-' tell. */
static size_t
find_starts(const struct gp_spelled *run, size_t at, size_t *starts)
{
	bool other = run->text[at] == '=';
	size_t from = at, n = 0, k;

	while (from && run->text[from - 1] != '=' && run->text[from - 1] != '@')
		from--;
	while (from < at && strchr("'.-", run->text[from]))
		from++;
	starts[n++] = from;
	for (k = at; k > from && n < EDGES; k--)
		if (k < at && (run->tagged[k] ||
		               (other && strchr("+-", run->text[k - 1]))))
			starts[n++] = k;
	return n;
}

size_t
gp_run_parts(const struct gp_spelled *run, struct gp_spelled_part *parts)
{
	size_t starts[EDGES], ends[EDGES], at, s, e, n = 0;

	for (at = 1; at < run->n; at++) {
		size_t n_starts, n_ends;

		if (run->text[at] != '@' && run->text[at] != '=')
			continue;
		n_starts = find_starts(run, at, starts);
		n_ends = find_ends(run, at + 1, ends);
		for (s = 0; s < n_starts; s++)
			for (e = 0; e < n_ends && n < GP_MOST_PARTS; e++)
				if (starts[s] < at && ends[e] > at + 1)
					parts[n++] = (struct gp_spelled_part){
						starts[s], at, ends[e]
					};
	}
	return n;
}

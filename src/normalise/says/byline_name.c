/*
 * Names as pages and programs give them: "Jane Smith", "by jane smith on 3
 * June 2019", "Smith, Jane", "admin".  What names nobody is refused: a byline
 * is never invented.  See byline.h.
 */
#include "normalise/says/byline.h"
#include "normalise/says/byline_words.h"
#include "normalise/says/date_words.h"
#include "normalise/says/dateline.h"

#include "base/text/fold.h"
#include "base/text/name_opening.h"
#include "base/utf8.h"

#include <unictype.h>

enum {
	MOST_BYTES = 200,
	MOST_WORDS = 6,
	MOST_AUTHORS = 12,
	MOST_LOWER = 3,
	MOST_SIGNED = 14,
	MOST_DATES = 3,
	SHORTEST_DAY = 6,  /* bytes, in full */
	SHORTEST_VERB = 4, /* bytes, with its stop */
};

/* ---- nobody ---- */

/* As much of it as there is room for. */
static struct gp_str
fold(struct gp_str s, char out[MOST_BYTES])
{
	size_t i = 0, n = 0;
	uint32_t c;

	while (n + 4 <= MOST_BYTES && (c = gp_fold_next(s, &i)) != 0)
		n += gp_utf8_put(out + n, c);
	return (struct gp_str){ out, n };
}

static bool
is_listed(struct gp_str s)
{
	char space[MOST_BYTES];
	struct gp_str folded = fold(s, space);

	return folded.n < 2 || gp_byline_is_stand_in(folded) ||
	       gp_byline_is_manner(folded);
}

bool
gp_byline_of_manner(struct gp_str name)
{
	char space[MOST_BYTES];

	return gp_byline_is_manner(fold(name, space));
}

/* A day of the week; "Sam" and "Don" are people, though they begin one. */
static bool
names_day(struct gp_str s)
{
	static const char *const days[] = { "mon", "tue",   "tues", "wed",
		                            "thu", "thurs", "fri",  "sat",
		                            "sun", NULL };

	while (s.n > 0 && (s.p[s.n - 1] == ',' || s.p[s.n - 1] == '.'))
		s.n--;
	if (s.n < SHORTEST_DAY)
		return gp_str_among_nocase(s, days);
	return gp_str_words(s) == 1 && gp_is_weekday(s);
}

static bool
has_any(struct gp_str s, const char *const *parts)
{
	for (; *parts; parts++)
		if (gp_str_find(s, gp_str(*parts), 0) < s.n)
			return true;
	return false;
}

/* A capital, or a letter of a script without them. */
static bool
has_capital(struct gp_str s)
{
	size_t i = 0;
	uint32_t c;

	while (i < s.n) {
		c = gp_utf8_next(s, &i);
		if (c != GP_UTF8_BAD && uc_is_alpha(c) && !uc_is_lower(c))
			return true;
	}
	return false;
}

static bool
cut_end(struct gp_str *s, struct gp_str end)
{
	if (s->n <= end.n ||
	    !gp_str_eq_nocase(gp_str_sub(*s, s->n - end.n, s->n), end))
		return false;
	*s = gp_str_trim(gp_str_sub(*s, 0, s->n - end.n));
	return true;
}

bool
gp_byline_is_account(struct gp_str name)
{
	return gp_str_words(name) == 1 &&
	       (gp_str_has_digit(name) || !has_capital(name));
}

/* "paper.example": the site signs with its own address. */
static bool
is_host(struct gp_str s)
{
	static const char *const ends[] = {
		".com", ".org", ".net", ".info", ".news", ".de", ".at", ".ch",
		".fr",  ".it",  ".es",  ".nl",   ".be",   ".uk", ".ie", ".eu",
		".pt",  ".br",  ".mx",  ".ar",   ".cl",   ".pl", ".dk", ".se",
		".no",  ".fi",  ".cz",  ".au",   ".ca",   ".us", ".nz", NULL,
	};
	size_t i;

	for (i = 0; gp_str_words(s) == 1 && ends[i]; i++)
		if (cut_end(&s, gp_str(ends[i])))
			return true;
	return false;
}

/* "3 Comments" */
static bool
begins_with_number(struct gp_str s)
{
	size_t i = 0;

	while (i < s.n && gp_is_digit(s.p[i]))
		i++;
	return i > 0 && (i == s.n || s.p[i] == ' ');
}

/* Words of buttons and links, in no one's name. */
static bool
is_button(struct gp_str s)
{
	static const char *const words[] = {
		"author",      "authors",    "follow",    "view",
		"rss",         "feed",       "archive",   "stories",
		"posts",       "articles",   "share",     "comments",
		"email",       "contact",    "posted",    "twitter",
		"facebook",    "linkedin",   "instagram", "youtube",
		"whatsapp",    "print",      "published", "updated",
		"subscribe",   "profile",    "website",   "read",
		"click",       "kommentare", "kommentar", "commentaires",
		"comentarios", "bluesky",    "mastodon",  "threads",
		"tiktok",      "pinterest",  "reddit",    "telegram",
		"xing",        "reacties",   "commenti",  "beitr\u00E4ge",
		NULL,
	};
	char space[MOST_BYTES];
	struct gp_str rest = fold(s, space), word;

	while (gp_str_word(&rest, &word))
		if (gp_str_among(word, words))
			return true;
	return false;
}

/* "Easter Johnson had left.": a small word before the stop, and no "et al." */
static bool
is_sentence(struct gp_str s)
{
	struct gp_str word, last = GP_STR("");

	if (!gp_str_ends(s, GP_STR(".")))
		return false;
	while (gp_str_word(&s, &word))
		last = word;
	return last.n > SHORTEST_VERB && !has_capital(last);
}

bool
gp_byline_nobody(struct gp_str name)
{
	static const char *const marks[] = {
		"@", "http:", "https:", "www.",   "://",
		"{", "<",     "?",      "\u00A9", NULL
	};

	return name.n >= MOST_BYTES || is_listed(name) || names_day(name) ||
	       begins_with_number(name) || gp_name_opening_alone(name) ||
	       is_button(name) || is_sentence(name) || has_any(name, marks) ||
	       is_host(name);
}

/* ---- cleaning ---- */

/* Where words lead up to a name: at the start, or surely anywhere else.  Its n
   is the length of all that stands before the name. */
static struct gp_opening
find_opening(struct gp_str s)
{
	struct gp_opening o = gp_name_opening(s);
	size_t i;

	if (o.opens != GP_OPENS_NOT)
		return o;
	for (i = 1; i < s.n; i++) {
		if (gp_is_word_char((unsigned char)s.p[i - 1]) ||
		    gp_is_space(s.p[i]))
			continue;
		o = gp_name_opening(gp_str_sub(s, i, s.n));
		o.n += i;
		if (o.opens == GP_OPENS_ANYWHERE)
			return o;
	}
	return (struct gp_opening){ .opens = GP_OPENS_NOT };
}

/* Without what parts a date from a name, at the start. */
static struct gp_str
without_marks(struct gp_str s)
{
	size_t i = 0, at = 0;

	while (i < s.n && !gp_is_word_char(gp_utf8_next(s, &i)))
		at = i;
	return gp_str_sub(s, at, s.n);
}

/* Nothing but what a date is called: "Posted on", "Monday". */
static bool
leads_date(struct gp_str s)
{
	enum gp_date_role role;

	return s.n == 0 || gp_name_is_over(s) || gp_dateline_label(s, &role) ||
	       names_day(s);
}

/* "Posted on 3 June 2019 by Jane Smith": behind the dates, where nothing but
   their label stands before them. */
static struct gp_str
behind_dates(struct gp_str s)
{
	struct gp_found_date date;
	size_t i, at;

	for (i = 0; i < MOST_DATES; i++) {
		if (!gp_dateline_find(s, GP_DAY_FIRST, &date, NULL))
			break;
		at = (size_t)(date.raw.p - s.p);
		if (!leads_date(gp_str_trim(gp_str_sub(s, 0, at))))
			break;
		s = without_marks(gp_str_sub(s, at + date.raw.n, s.n));
	}
	return s;
}

struct gp_opening
gp_byline_opened(struct gp_str line, struct gp_str *name)
{
	struct gp_str s = gp_str_trim(line);
	struct gp_opening o = find_opening(s);

	if (o.opens == GP_OPENS_NOT) {
		s = behind_dates(s);
		o = find_opening(s);
	}
	*name = gp_str_trim(gp_str_sub(s, o.n, s.n));
	return o;
}

/* Up to a bar, a dot in the middle, a date, or words that end a name. */
static struct gp_str
first_part(struct gp_str s)
{
	static const char *const bars[] = { "|",   "\u00B7",   "\u2022",
		                            " / ", " \u2014 ", " \u2013 ",
		                            " - ", "\u203A",   NULL };
	struct gp_found_date date;
	size_t i, at;

	for (i = 0; bars[i]; i++) {
		at = gp_str_find(s, gp_str(bars[i]), 0);
		if (at > 0)
			s = gp_str_trim(gp_str_sub(s, 0, at));
	}
	if (gp_dateline_find(s, GP_DAY_FIRST, &date, NULL))
		s = gp_str_sub(s, 0, (size_t)(date.raw.p - s.p));
	return gp_str_trim(gp_str_sub(s, 0, gp_name_length(s)));
}

/* Takes the day of the week off the end. */
static bool
cut_weekday(struct gp_str *s)
{
	size_t at = s->n;

	while (at > 0 && s->p[at - 1] != ' ')
		at--;
	if (at == 0 || !names_day(gp_str_sub(*s, at, s->n)))
		return false;
	*s = gp_str_trim(gp_str_sub(*s, 0, at));
	return true;
}

/* What stood between the name and the date. */
static struct gp_str
without_joints(struct gp_str s)
{
	static const char *const ends[] = {
		",",   ":",   ";",   "-",   "\u2013", "\u2014",
		" on", " at", " am", " um", " vom",   " le",
		" el", " il", " op", " em", NULL,
	};
	bool again = true;
	size_t i;

	while (again) {
		again = false;
		for (i = 0; ends[i]; i++)
			again |= cut_end(&s, gp_str(ends[i]));
		again |= cut_weekday(&s);
	}
	return s;
}

/* ---- reading ---- */

static void
one_author(struct gp_arena *a, struct gp_str name, struct gp_byline *out)
{
	out->authors = gp_arena_array(a, 1, sizeof *out->authors);
	if (!out->authors)
		return;
	out->authors[0] = (struct gp_author){ .name = name, .display = name };
	out->n_authors = 1;
}

/* Two digits: a date or a time. */
static bool
has_digits(struct gp_str s)
{
	size_t i, n = 0;

	for (i = 0; i < s.n; i++)
		n += gp_is_digit(s.p[i]);
	return n > 1;
}

static void
remove_nobodies(struct gp_byline *b)
{
	size_t i, n = 0;

	for (i = 0; i < b->n_authors; i++)
		if (!gp_byline_nobody(b->authors[i].name) &&
		    !has_digits(b->authors[i].name))
			b->authors[n++] = b->authors[i];
	b->n_authors = n;
}

/* Names with "de la" and the like in them, which byline.c takes for one. */
static struct gp_str
next_name(struct gp_str *s)
{
	static const char *const joints[] = { ", ",    " and ", " & ", " et ",
		                              " und ", " y ",   " e ", NULL };
	size_t best = s->n, width = 0, at, i;
	struct gp_str part;

	for (i = 0; joints[i]; i++) {
		at = gp_str_find(*s, gp_str(joints[i]), 0);
		if (at < best) {
			best = at;
			width = gp_str(joints[i]).n;
		}
	}
	part = gp_str_trim(gp_str_sub(*s, 0, best));
	*s = gp_str_trim(gp_str_sub(*s, best + width, s->n));
	return part;
}

/* "Jane Smith und Jo Bo, NDR": for whom they work. */
static bool
is_employer(struct gp_str s, size_t named)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if (!gp_is_upper(s.p[i]))
			return false;
	return named > 1 && s.n > 1;
}

/* A list of which each part is a name alone. */
static bool
read_list(struct gp_arena *a, struct gp_str list, struct gp_byline *out)
{
	struct gp_str rest = list, name;
	size_t n = 0;

	for (; rest.n > 0; n++) {
		name = next_name(&rest);
		if (rest.n == 0 && is_employer(name, n))
			break;
		if (n == MOST_AUTHORS ||
		    gp_str_find(name, GP_STR(" in "), 0) < name.n ||
		    gp_byline_is_post(name) || !gp_byline_maybe(name))
			return false;
	}
	out->authors = gp_arena_array(a, n, sizeof *out->authors);
	if (n < 2 || !out->authors)
		return false;
	for (out->n_authors = 0; out->n_authors < n;) {
		name = next_name(&list);
		out->authors[out->n_authors++] =
			(struct gp_author){ .name = name, .display = name };
	}
	return true;
}

/* "by a block": what a sentence goes on with is no name.  A program may leave
   the capitals out. */
static size_t
most_words(struct gp_str s, enum gp_opens opens)
{
	if (has_capital(s))
		return MOST_WORDS;
	return opens == GP_OPENS_NOT ? MOST_LOWER : 1;
}

bool
gp_byline_read(struct gp_arena *a, struct gp_str given, struct gp_byline *out)
{
	struct gp_str s, signed_by;
	struct gp_opening o = gp_byline_opened(given, &s);

	s = without_joints(first_part(s));
	*out = (struct gp_byline){ .text = s };
	if (gp_byline_nobody(s) ||
	    (gp_str_has_digit(s) && gp_byline_is_account(s)))
		return false;
	signed_by = gp_arena_printf(a, "By %.*s", GP_ARG(s));
	if (!read_list(a, s, out) && !gp_byline_parse(a, signed_by, out) &&
	    gp_str_words(s) <= most_words(s, o.opens))
		one_author(a, s, out);
	out->text = s;
	remove_nobodies(out);
	return out->n_authors > 0;
}

bool
gp_byline_signs(struct gp_arena *a, struct gp_str line, struct gp_byline *out)
{
	struct gp_str name;
	size_t i;

	if (gp_str_words(line) > MOST_SIGNED ||
	    gp_byline_opened(line, &name).opens == GP_OPENS_NOT ||
	    !gp_byline_read(a, line, out))
		return false;
	for (i = 0; i < out->n_authors; i++)
		if (out->authors[i].kind != GP_PERSON ||
		    !gp_byline_maybe(out->authors[i].name))
			return false;
	return true;
}

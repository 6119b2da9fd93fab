/* Notices of an embargo: an opening ("embargoed", "Sperrfrist"), what it is for
   ("for release"), a word before a time ("until"), the time.  A noun alone may
   be any embargo, so it needs a time or the end of its line; "embargoed" and
   what is set in capitals may stand before a title.  It does not know where in
   its text a line stands. */
#include "normalise/says/embargo_notice.h"

#include "base/limits.h"
#include "base/text/fold.h"
#include "normalise/says/date_take.h"
#include "normalise/says/embargo_time.h"

enum {
	MOST_BEFORE = 14,  /* words before an opening */
	MOST_BETWEEN = 10, /* words of "not for ... before" */
	MOST_NOTICE = 400, /* bytes of a title with one */
	LEAST_TITLE = 3,   /* words */
};

/* A noun names what may be another embargo; a participle is said of the text
   itself. */
enum strength { NOUN, SAID };

struct opening {
	const char *words;
	enum strength strength;
};

/* A longer one before one that begins it. */
static const struct opening openings[] = {
	{ "strictly embargoed", SAID },
	{ "strictly under embargo", SAID },
	{ "embargoed", SAID },
	{ "under a strict embargo", NOUN },
	{ "under strict embargo", NOUN },
	{ "under an embargo", NOUN },
	{ "under embargo", NOUN },
	{ "strict embargo", NOUN },
	{ "press embargo", NOUN },
	{ "media embargo", NOUN },
	{ "embargo", NOUN },
	{ "sperrfrist", NOUN },
	{ "sperrvermerk", NOUN },
	{ "gesperrt", NOUN },
	{ "sous embargo strict", NOUN },
	{ "sous embargo", NOUN },
	{ "bajo embargo", NOUN },
	{ "embargado", NOUN },
	{ "embargada", NOUN },
	{ "sob embargo", NOUN },
	{ "sotto embargo", NOUN },
	{ "onder embargo", NOUN },
	{ "o dan embargo", NOUN },
	{ "dan embargo", NOUN },
	{ "pod embargiem", NOUN },
	{ "obj\u0119te embargiem", NOUN },
	{ "klausuleret", NOUN },
	{ "sperrefrist", NOUN },
	{ "faoi l\u00E1nchosc", NOUN },
	{ NULL, NOUN },
};

/* Between an opening and its time. */
static const char *const scopes[] = { "for release",
	                              "for publication",
	                              "for broadcast",
	                              "for use",
	                              "for media use",
	                              "press release",
	                              "news release",
	                              "media release",
	                              "press notice",
	                              "news",
	                              "release",
	                              "copy",
	                              "advance copy",
	                              "story",
	                              "report",
	                              "time",
	                              "date",
	                              "details",
	                              "not for publication",
	                              "strictly",
	                              "is in place",
	                              "applies",
	                              "in force",
	                              "para la prensa",
	                              "presse",
	                              "pers",
	                              NULL };

static const char *const connectors[] = { "until after",  "until",
	                                  "till",         "til",
	                                  "lifts",        "lifted",
	                                  "ends",         "expires",
	                                  "before",       "up to",
	                                  "to",           "for",
	                                  "bis zum",      "bis",
	                                  "jusqu'au",     "jusqu\u2019au",
	                                  "jusqu'\u00E0", "jusqu\u2019\u00E0",
	                                  "jusqu",        "hasta",
	                                  "at\u00E9",     "fino",
	                                  "sino",         "tot en met",
	                                  "tot",          "do",
	                                  "indtil",       "tan",
	                                  "go dt\u00ED",  "przed",
	                                  "from",         "ab",
	                                  "endet",        NULL };

/* "Not for publication, broadcast or use before 00.01": two ends. */
struct ban {
	const char *words, *before;
};

static const struct ban bans[] = {
	{ "not for publication", "before until prior till" },
	{ "not for release", "before until prior till" },
	{ "not for broadcast", "before until prior till" },
	{ "not for use", "before until prior till" },
	{ "not to be published", "before until prior till" },
	{ "not to be released", "before until prior till" },
	{ "not to be broadcast", "before until prior till" },
	{ "not to be used", "before until prior till" },
	{ "no publication", "before until prior till" },
	{ "do not publish", "before until prior till" },
	{ "do not release", "before until prior till" },
	{ "hold for release", "until before at on" },
	{ "hold", "until" },
	{ "nicht ver\u00F6ffentlichen", "vor bis" },
	{ "nicht zur ver\u00F6ffentlichung", "vor bis" },
	{ "ver\u00F6ffentlichung nicht", "vor" },
	{ "ver\u00F6ffentlichung", "ab" },
	{ "frei", "ab" },
	{ "freigabe", "ab" },
	{ "ne pas publier", "avant" },
	{ "ne pas diffuser", "avant" },
	{ "\u00E0 ne pas publier", "avant" },
	{ "\u00E0 ne pas diffuser", "avant" },
	{ "publication interdite", "avant" },
	{ "no publicar", "antes hasta" },
	{ "no difundir", "antes hasta" },
	{ "n\u00E3o publicar", "antes at\u00E9" },
	{ "n\u00E3o divulgar", "antes at\u00E9" },
	{ "non pubblicare", "prima" },
	{ "non divulgare", "prima" },
	{ "da non pubblicare", "prima" },
	{ "niet publiceren", "voor v\u00F3\u00F3r tot" },
	{ "niet voor publicatie", "voor v\u00F3\u00F3r" },
	{ "ddim i'w gyhoeddi", "cyn tan" },
	{ "nid i'w gyhoeddi", "cyn tan" },
	{ "peidiwch \u00E2 chyhoeddi", "cyn tan" },
	{ "nie publikowa\u0107", "przed do" },
	{ "f\u00E5r ej publiceras", "f\u00F6re" },
	{ "f\u00E5r inte publiceras", "f\u00F6re" },
	{ "m\u00E5 ikke offentligg\u00F8res", "f\u00F8r" },
	{ NULL, NULL },
};

/* "Embargo: none" */
static const char *const nones[] = {
	"none",      "no",   "nil",   "n",    "not",     "keine",
	"keiner",    "ohne", "aucun", "sans", "ninguno", "sin",
	"nessuno",   "geen", "dim",   "brak", "lifted",  "aufgehoben",
	"immediate", "for",  "false", "off",  "nenhum",  "ingen",
	"non",       NULL
};

/* Of what stands before a notice and is no title. */
static const char *const senders[] = { "release",
	                               "notice",
	                               "pressemitteilung",
	                               "communiqu\u00E9",
	                               "press",
	                               "prensa",
	                               "stampa",
	                               "persbericht",
	                               "statement",
	                               "news",
	                               "presseinformation",
	                               "medienmitteilung",
	                               "wasg",
	                               NULL };

/* Nothing holds any more. */
static const char *const overs[] = { "lifted",     "over",       "ended",
	                             "aufgehoben", "abgelaufen", "lev\u00E9",
	                             NULL };

/* A sentence that begins so speaks of its own text. */
static const char *const selves[] = {
	"this",  "these",  "please", "note",      "contents", "all",
	"diese", "dieser", "dieses", "bitte",     "f\u00FCr", "ce",
	"cette", "este",   "esta",   "questo",    "questa",   "dit",
	"deze",  "mae'r",  "mae",    "embargoed", "strictly", NULL
};

static const char *const others[] = { "the", "der", "die", "das", "le",
	                              "la",  "el",  "il",  "het", "de",
	                              "lo",  "os",  "o",   NULL };

/* ---- small things ---- */

static void
skip_spaces(struct gp_str *s)
{
	while (gp_eat_spaces(s) || gp_eat_char(s, '\t'))
		;
}

/* What a line is decorated with. */
static void
skip_marks(struct gp_str *s)
{
	while (gp_eat_spaces(s) || gp_eat_dash(s) || gp_eat_char(s, '*') ||
	       gp_eat_char(s, '=') || gp_eat_char(s, '[') ||
	       gp_eat_char(s, '(') || gp_eat_char(s, '>') ||
	       gp_eat_char(s, '#') || gp_eat_char(s, '_') ||
	       gp_eat_char(s, '!') || gp_eat_char(s, '"') ||
	       gp_eat_char(s, ':') || gp_eat_char(s, '|') ||
	       gp_eat_bytes(s, GP_STR("\u201C")) ||
	       gp_eat_bytes(s, GP_STR("\u2022")))
		;
}

/* Parts a notice from what stands behind it. */
static bool
eat_parting(struct gp_str *s)
{
	struct gp_str from = *s;

	while (gp_eat_spaces(s) || gp_eat_dash(s) || gp_eat_char(s, ':') ||
	       gp_eat_char(s, ']') || gp_eat_char(s, ')') ||
	       gp_eat_char(s, '|') || gp_eat_char(s, '*') ||
	       gp_eat_char(s, '.') || gp_eat_char(s, ';') ||
	       gp_eat_char(s, ',') || gp_eat_char(s, '!') ||
	       gp_eat_char(s, '/') || gp_eat_char(s, '=') ||
	       gp_eat_char(s, '"') || gp_eat_char(s, '_') ||
	       gp_eat_bytes(s, GP_STR("\u201D")))
		;
	return s->n < from.n;
}

/* The sign itself: a blank alone parts nothing. */
static bool
parts(struct gp_str s)
{
	(void)gp_eat_spaces(&s);
	return s.n == 0 || (eat_parting(&s) && s.n != 0) || s.n == 0;
}

static bool
eat_one_of(struct gp_str *s, const char *const *words)
{
	struct gp_str rest = *s;

	skip_spaces(&rest);
	for (; *words; words++)
		if (gp_eat_words(&rest, *words)) {
			*s = rest;
			return true;
		}
	return false;
}

static bool
is_capitals(struct gp_str s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if (gp_is_lower(s.p[i]))
			return false;
	return true;
}

static struct gp_str
first_word(struct gp_str s)
{
	struct gp_str word = GP_STR("");

	(void)gp_str_word(&s, &word);
	while (word.n && !gp_is_alnum(word.p[word.n - 1]) &&
	       (unsigned char)word.p[word.n - 1] < 0x80)
		word.n--;
	return word;
}

/* ---- behind an opening ---- */

struct embargo_found {
	struct gp_embargo_time time;
	struct gp_str behind; /* the time */
	bool connected;       /* "until" stands before it */
	bool scoped;
};

static struct embargo_found
read_time(struct gp_str s)
{
	struct embargo_found f = { .connected = false };
	struct gp_str colon;

	while (eat_one_of(&s, scopes))
		f.scoped = true;
	while (eat_one_of(&s, connectors))
		f.connected = true;
	while (f.connected && eat_one_of(&s, scopes))
		;
	colon = s;
	skip_spaces(&colon);
	while (gp_eat_char(&colon, ':') || gp_eat_dash(&colon) ||
	       gp_eat_spaces(&colon))
		;
	while (eat_one_of(&colon, connectors))
		f.connected = true;
	gp_take_embargo_time(&colon, &f.time);
	f.behind = f.time.any ? colon : s;
	return f;
}

static void
settle(const struct embargo_found *f, struct gp_embargo_notice *out)
{
	out->what.kind = GP_EMBARGO_OPEN;
	if (f->time.until.precision != GP_NO_DATE)
		out->what =
			(struct gp_embargo){ GP_EMBARGO_UNTIL, f->time.until };
}

/* Behind an opening without a time. */
static bool
read_timeless(struct gp_str opening, enum strength strength,
              const struct embargo_found *f, struct gp_embargo_notice *out)
{
	struct gp_str rest = f->behind;
	bool parted = eat_parting(&rest) &&
	              gp_str_trim(gp_str_sub(f->behind, 0,
	                                     (size_t)(rest.p - f->behind.p)))
	                              .n > 0;

	out->what.kind = GP_EMBARGO_OPEN;
	if (rest.n == 0) {
		out->waits = true;
		return true;
	}
	if (!parted || f->connected ||
	    gp_str_among_nocase(first_word(rest), nones) ||
	    (strength == NOUN && !is_capitals(opening)))
		return false;
	out->rest = rest;
	return true;
}

static bool
read_behind(struct gp_str opening, enum strength strength, struct gp_str s,
            struct gp_embargo_notice *out)
{
	struct embargo_found f = read_time(s);
	struct gp_str rest = f.behind;
	bool parted = parts(rest);

	*out = (struct gp_embargo_notice){ .rest = GP_STR("") };
	if (!f.time.any)
		return !gp_str_among_nocase(first_word(s), overs) &&
		       read_timeless(opening, strength, &f, out);
	settle(&f, out);
	if (!parted && (strength == NOUN || out->what.kind != GP_EMBARGO_UNTIL))
		return false;
	(void)eat_parting(&rest);
	out->in_sentence = !parted;
	if (parted)
		out->rest = rest;
	return true;
}

/* ---- bans ---- */

static bool
is_one_of(struct gp_str word, const char *list)
{
	struct gp_str rest = gp_str(list), one;

	while (gp_str_word(&rest, &one))
		if (gp_str_eq_nocase(word, one))
			return true;
	return false;
}

static bool
read_ban(struct gp_str s, struct gp_embargo_notice *out)
{
	const struct ban *b;
	struct gp_str rest, word;
	struct embargo_found f;
	size_t n;

	for (b = bans; b->words; b++) {
		rest = s;
		if (!gp_eat_words(&rest, b->words))
			continue;
		for (n = 0; n < MOST_BETWEEN && gp_str_word(&rest, &word); n++)
			if (is_one_of(first_word(word), b->before))
				break;
		if (n == MOST_BETWEEN || rest.n == 0)
			continue;
		f = read_time(rest);
		*out = (struct gp_embargo_notice){ .rest = GP_STR("") };
		settle(&f, out);
		out->in_sentence = !parts(f.behind);
		(void)eat_parting(&f.behind);
		if (!out->in_sentence)
			out->rest = f.behind;
		return f.time.any;
	}
	return false;
}

/* "For release at 9 am on 10 November 2015": only with an hour. */
static bool
read_release(struct gp_str s, struct gp_embargo_notice *out)
{
	static const char *const words[] = { "for release", "for publication",
		                             "for broadcast", "for use", NULL };
	static const char *const ats[] = { "at",    "on",         "from",
		                           "after", "not before", NULL };
	struct embargo_found f;

	if (!eat_one_of(&s, words))
		return false;
	(void)eat_one_of(&s, ats);
	f = read_time(s);
	*out = (struct gp_embargo_notice){ .rest = GP_STR("") };
	settle(&f, out);
	(void)eat_parting(&f.behind);
	return out->what.kind == GP_EMBARGO_UNTIL && f.time.has_clock &&
	       f.behind.n == 0;
}

/* ---- the place of an opening ---- */

static bool
read_opening(struct gp_str s, struct gp_embargo_notice *out)
{
	const struct opening *o;
	struct gp_str rest;

	for (o = openings; o->words; o++) {
		rest = s;
		if (gp_eat_words(&rest, o->words))
			return read_behind(gp_str_sub(s, 0, s.n - rest.n),
			                   o->strength, rest, out);
	}
	return read_ban(s, out);
}

/* Without the signs at its end; the same view when there are none. */
static struct gp_str
without_signs(struct gp_str s)
{
	static const char *const signs[] = { ":", "-", "\u2013", "\u2014",
		                             "|", "*", "(",      "[",
		                             "/", ".", NULL };
	size_t i = 0;

	s = gp_str_trim(s);
	while (signs[i])
		if (gp_str_ends(s, gp_str(signs[i]))) {
			s.n -= gp_str(signs[i]).n;
			s = gp_str_trim(s);
			i = 0;
		} else {
			i++;
		}
	return s;
}

static bool
ends_in_sign(struct gp_str before)
{
	return without_signs(before).n < gp_str_trim(before).n;
}

/* What stands before a notice at the end of a title, if it is one. */
static struct gp_str
title_before(struct gp_str before)
{
	struct gp_str rest, word;

	before = without_signs(before);
	rest = before;
	while (gp_str_word(&rest, &word))
		if (gp_str_among_nocase(first_word(word), senders))
			return GP_STR("");
	return gp_str_words(before) >= LEAST_TITLE ? before : GP_STR("");
}

static bool
is_self(struct gp_str before)
{
	return gp_str_among_nocase(first_word(before), selves);
}

/* An opening behind other words: behind a sign, or in a sentence that speaks
   of its own text. */
static bool
read_within(struct gp_str line, struct gp_str s, struct gp_embargo_notice *out)
{
	struct gp_str before = gp_str_sub(line, 0, line.n - s.n);
	bool timed;

	if (!read_opening(s, out))
		return false;
	timed = out->what.kind == GP_EMBARGO_UNTIL;
	if (ends_in_sign(before)) {
		if (out->rest.n == 0)
			out->rest = title_before(before);
		return true;
	}
	if (is_self(before)) {
		out->in_sentence = out->in_sentence || out->rest.n > 0;
		out->rest = GP_STR("");
		return timed || !out->waits;
	}
	out->in_sentence = true;
	return timed && gp_str_among_nocase(first_word(before), others);
}

bool
gp_embargo_notice_read(struct gp_str line, struct gp_embargo_notice *out)
{
	struct gp_str s = line, word;
	size_t n;

	skip_marks(&s);
	if (read_opening(s, out) || read_release(s, out))
		return true;
	for (n = 0; n < MOST_BEFORE && gp_str_word(&s, &word); n++) {
		skip_marks(&s);
		if (read_within(line, s, out))
			return true;
	}
	return false;
}

struct gp_str
gp_embargo_without(struct gp_str line)
{
	struct gp_embargo_notice n;

	if (line.n > MOST_NOTICE || !gp_embargo_notice_read(line, &n) ||
	    n.in_sentence)
		return line;
	return gp_str_trim(n.rest);
}

bool
gp_embargo_is_time(struct gp_str line, struct gp_embargo *out)
{
	struct gp_embargo_time t;

	gp_take_embargo_time(&line, &t);
	(void)eat_parting(&line);
	*out = (struct gp_embargo){ .kind = GP_EMBARGO_OPEN };
	if (t.until.precision != GP_NO_DATE)
		*out = (struct gp_embargo){ GP_EMBARGO_UNTIL, t.until };
	return t.any && line.n == 0;
}

struct gp_embargo
gp_embargo_value(struct gp_str value)
{
	struct gp_embargo_notice n;
	struct gp_embargo said;

	value = gp_str_trim(value);
	if (value.n == 0 || gp_str_among_nocase(first_word(value), nones))
		return (struct gp_embargo){ .kind = GP_EMBARGO_NONE };
	if (gp_embargo_notice_read(value, &n))
		return n.what;
	(void)gp_embargo_is_time(value, &said);
	return said;
}

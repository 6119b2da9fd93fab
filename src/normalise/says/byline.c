/*
 * Bylines: see byline.h.  Only what a line says of itself: a name is not
 * looked up anywhere, an organisation shows by its words.
 */
#include "normalise/says/byline.h"

#include "base/text/name_opening.h"
#include "base/utf8.h"

#include <unictype.h>

enum {
	MOST_WORDS = 30,
	SENTENCE_WORDS = 6,
	MOST_AUTHORS = 12,
	MOST_BARE = 4,
	MOST_MAYBE = 10
};

/* The parts of a line that has the shape of a byline. */
struct parts {
	struct gp_str all; /* all behind the opening that may be names */
	struct gp_str name, rest;
	bool of_person; /* the opening asks for one */
	bool user_name; /* first.last */
};

static const char *const particles[] = {
	"de", "da", "van", "von", "der", "den", "bin", "al", "el",
	"la", "le", "of",  "the", "and", "&",   "for", NULL,
};
static const char *const suffixes[] = {
	"MP",  "MSP", "MS",  "MLA", "QC", "KC", "OBE",
	"CBE", "MBE", "PhD", "MD",  "Jr", "Sr", NULL,
};
static const char *const organisation_words[] = {
	"World",      "News",      "Team",       "Staff",    "Desk",
	"Editorial",  "Agency",    "Press",      "Office",   "Association",
	"Department", "Reuters",   "AFP",        "Magazine", "Times",
	"Group",      "Reporter",  "Reporters",  "Editor",   "Editors",
	"Ministry",   "Institute", "University", "Council",  "Committee",
	"Foundation", "Service",   "Authority",  "Bureau",   "Trust",
	NULL,
};
/* The law's words behind the name of a company. */
static const char *const firm_words[] = {
	"Ltd",  "Ltd.",  "Limited",     "Inc",    "Inc.", "LLC",
	"Corp", "Corp.", "Corporation", "plc",    "GmbH", "AG",
	"KG",   "mbH",   "e.V.",        "S.A.",   "S.L.", "B.V.",
	"SAS",  "SARL",  "S.p.A.",      "S.r.l.", NULL,
};
/* What a post is called: no second author then. */
static const char *const post_words[] = {
	"Editor",   "Correspondent", "Reporter", "Minister",  "Secretary",
	"Director", "Chief",         "Head",     "Officer",   "Leader",
	"Chair",    "Chairman",      "Manager",  "Professor", "President",
	"Fellow",   "Columnist",     "Writer",   "Analyst",   "Adviser",
	"Advisor",  "Executive",     "Member",   "Lecturer",  NULL,
};

static bool
has_word_of(struct gp_str s, const char *const *words)
{
	struct gp_str word;

	while (gp_str_word(&s, &word))
		if (gp_str_among(word, words))
			return true;
	return false;
}

static uint32_t
first_char(struct gp_str s)
{
	size_t i = 0;

	return gp_utf8_next(s, &i);
}

static bool
is_capital(struct gp_str s)
{
	uint32_t c = first_char(s);

	return c != GP_UTF8_BAD && uc_is_upper(c);
}

/* A capital, then letters, digits, and . ' - within. */
static bool
is_name_word(struct gp_str word)
{
	size_t i = 0;
	uint32_t c;

	if (!is_capital(word))
		return false;
	while (i < word.n) {
		c = gp_utf8_next(word, &i);
		if (c != '.' && c != '\'' && c != 0x2019 && c != '-' &&
		    c != '_' && (c == GP_UTF8_BAD || !uc_is_alnum(c)))
			return false;
	}
	return true;
}

static bool
is_user_name(struct gp_str word)
{
	size_t i, dots = 0;

	for (i = 0; i < word.n; i++) {
		if (word.p[i] == '.')
			dots++;
		else if (!gp_is_lower(word.p[i]))
			return false;
	}
	return dots == 1 && word.n > 2 && word.p[0] != '.' &&
	       word.p[word.n - 1] != '.';
}

static bool
is_break(struct gp_str word)
{
	return gp_str_eq(word, GP_STR("-")) || gp_str_eq(word, GP_STR("|")) ||
	       gp_str_eq(word, GP_STR("\u2013")) ||
	       gp_str_eq(word, GP_STR("\u2014"));
}

/* ---- names ---- */

/* A given name and a surname at least, all capitals, and no post. */
static bool
is_person(struct gp_str s)
{
	struct gp_str rest = s, word;

	while (gp_str_word(&rest, &word))
		if (!is_name_word(word))
			return false;
	return gp_str_words(s) >= 2 && gp_str_words(s) <= 4 &&
	       !has_word_of(s, organisation_words) &&
	       !has_word_of(s, post_words);
}

/* Cuts at the next ", ", " and " or " & ". */
static struct gp_str
next_person(struct gp_str *s)
{
	static const char *const joints[] = { ", ", " and ", " & " };
	size_t best = s->n, width = 0, at, i;
	struct gp_str part;

	for (i = 0; i < 3; i++) {
		at = gp_str_find(*s, gp_str(joints[i]), 0);
		if (at < best) {
			best = at;
			width = gp_str(joints[i]).n;
		}
	}
	part = gp_str_sub(*s, 0, best);
	*s = gp_str_sub(*s, best + width, s->n);
	return gp_str_trim(part);
}

/* Fills `people` with the names of a list; 0 when one of them is none. */
static size_t
list_people(struct gp_str s, struct gp_str people[MOST_AUTHORS])
{
	size_t n = 0;

	while (s.n > 0) {
		if (n == MOST_AUTHORS)
			return 0;
		people[n] = next_person(&s);
		if (!is_person(people[n++]))
			return 0;
	}
	return n;
}

/* All names, but for what stands between names. */
static bool
is_name_like(struct gp_str s)
{
	static const char *const between[] = { "the",    "of",       "in",
		                               "and",    "for",      "at",
		                               "agency", "agencies", NULL };
	struct gp_str rest = s, word;
	size_t n = 0;

	for (; gp_str_word(&rest, &word); n++) {
		if (gp_str_ends(word, GP_STR(",")))
			word = gp_str_sub(word, 0, word.n - 1);
		if (!is_name_word(word) && !gp_str_among(word, particles) &&
		    !gp_str_among(word, between))
			return false;
	}
	return n > 0;
}

/* ---- the shape of the line ---- */

static bool
take_opening(struct gp_str *s, bool *of_person)
{
	struct gp_opening o = gp_name_opening(*s);

	if (o.opens == GP_OPENS_NOT || o.n == s->n)
		return false;
	*s = gp_str_trim(gp_str_sub(*s, o.n, s->n));
	*of_person = o.of_person;
	return true;
}

/* "Jane Smith in Brussels", "Jane Smith and agency", "Jane Smith for The
   Times": the names, where that is what it is. */
static struct gp_str
without_place(struct gp_str s)
{
	static const char *const joints[] = { " in ", " for ", " at ", NULL };
	static const char *const ends[] = { " and agency", " and agencies",
		                            " and agency staff", NULL };
	struct gp_str people[MOST_AUTHORS], head;
	size_t i, at;

	for (i = 0; ends[i]; i++)
		if (gp_str_ends(s, gp_str(ends[i])))
			s = gp_str_sub(s, 0, s.n - gp_str(ends[i]).n);
	for (i = 0; joints[i]; i++) {
		at = gp_str_find(s, gp_str(joints[i]), 0);
		head = gp_str_sub(s, 0, at);
		if (at < s.n && list_people(head, people) > 0 &&
		    is_name_like(gp_str_sub(s, at + gp_str(joints[i]).n, s.n)))
			return head;
	}
	return s;
}

/* Words of a name up to a comma, a dash or the end; the last one may be no
   particle. */
static bool
take_name(struct gp_str s, struct parts *p)
{
	struct gp_str rest = s, word, after = s;
	bool comma = false, name_word = false;

	while (!comma && gp_str_word(&rest, &word)) {
		if (is_break(word) && after.p != s.p)
			break;
		comma = gp_str_ends(word, GP_STR(","));
		if (comma)
			word = gp_str_sub(word, 0, word.n - 1);
		p->user_name = after.p == s.p && is_user_name(word);
		name_word = p->user_name || is_name_word(word);
		if (!name_word &&
		    (after.p == s.p || !gp_str_among(word, particles)))
			return false;
		p->name =
			(struct gp_str){ s.p, (size_t)(word.p + word.n - s.p) };
		after = rest;
		if (p->user_name)
			break;
	}
	p->rest = gp_str_trim(after);
	return name_word;
}

static bool
names_person(const struct parts *p)
{
	struct gp_str people[MOST_AUTHORS];

	return list_people(p->name, people) > 0 ||
	       list_people(p->all, people) > 0;
}

static bool
take_parts(struct gp_str line, struct parts *p)
{
	struct gp_str s = line;
	struct gp_str word;
	bool stopped = line.n > 0 &&
	               (line.p[line.n - 1] == '.' ||
	                line.p[line.n - 1] == '!' || line.p[line.n - 1] == '?');
	size_t words;

	*p = (struct parts){ .user_name = false };
	if (!take_opening(&s, &p->of_person))
		return false;
	s = p->all = without_place(s);
	if (!take_name(s, p) || (p->of_person && !names_person(p)))
		return false;
	words = gp_str_words(line);
	if (words > MOST_WORDS || (stopped && words > SENTENCE_WORDS))
		return false;
	/* What follows a name is set off from it. */
	s = p->rest;
	if (p->user_name && gp_str_word(&s, &word) && !is_break(word))
		return false;
	if (is_break(gp_str_sub(p->rest, 0, 1)))
		p->rest = gp_str_trim(gp_str_sub(p->rest, 1, p->rest.n));
	else if (is_break(gp_str_sub(p->rest, 0, 3)))
		p->rest = gp_str_trim(gp_str_sub(p->rest, 3, p->rest.n));
	return true;
}

bool
gp_byline_is(struct gp_str line)
{
	struct parts p;

	return take_parts(line, &p);
}

/* ---- a name alone ---- */

/* Capitals, and small words of names only in the middle. */
static bool
is_bare_name(struct gp_str s)
{
	static const char *const of_names[] = { "de",  "da",  "van", "von",
		                                "der", "den", "bin", "al",
		                                "el",  "la",  "le",  NULL };
	struct gp_str rest = s, word;
	bool last = false;
	size_t n = 0;

	for (; gp_str_word(&rest, &word); n++) {
		last = is_name_word(word);
		if (!last && (n == 0 || !gp_str_among(word, of_names)))
			return false;
	}
	return last && n >= 2 && n <= MOST_BARE;
}

bool
gp_byline_maybe(struct gp_str line)
{
	static const char *const joints[] = { ", ", " in ", " and ", " for ",
		                              NULL };
	size_t end = line.n, width = 0, at, i;
	struct gp_str rest;
	bool of_person;

	if (gp_str_words(line) > MOST_MAYBE)
		return false;
	(void)take_opening(&line, &of_person);
	end = line.n;
	for (i = 0; joints[i]; i++) {
		at = gp_str_find(line, gp_str(joints[i]), 0);
		if (at < end) {
			end = at;
			width = gp_str(joints[i]).n;
		}
	}
	rest = gp_str_sub(line, end + width, line.n);
	return is_bare_name(gp_str_sub(line, 0, end)) &&
	       (rest.n == 0 || is_name_like(rest));
}

bool
gp_byline_is_post(struct gp_str name)
{
	return has_word_of(name, organisation_words) ||
	       has_word_of(name, post_words);
}

bool
gp_byline_is_firm(struct gp_str name)
{
	return has_word_of(name, firm_words);
}

/* ---- authors ---- */

/* "matt.foster" as "Matt Foster" */
static struct gp_str
derive(struct gp_arena *a, struct gp_str user)
{
	char *p = gp_arena_alloc(a, user.n + 1);
	size_t i;

	for (i = 0; p && i < user.n; i++) {
		bool initial = i == 0 || user.p[i - 1] == '.';

		p[i] = initial ? gp_to_upper(user.p[i]) : user.p[i];
		if (p[i] == '.')
			p[i] = ' ';
	}
	return p ? (struct gp_str){ p, user.n } : GP_STR("");
}

/* Takes letters behind a name ("MP OBE") off it. */
static void
split_suffix(struct gp_author *a)
{
	size_t end = a->name.n, at;
	struct gp_str word;

	for (;;) {
		at = end;
		while (at > 0 && a->name.p[at - 1] != ' ')
			at--;
		word = gp_str_sub(a->name, at, end);
		if (at == 0 || !gp_str_among(word, suffixes))
			break;
		end = at - 1;
	}
	if (end == a->name.n)
		return;
	a->suffix = gp_str_sub(a->name, end + 1, a->name.n);
	a->name = gp_str_sub(a->name, 0, end);
}

static void
name_author(struct gp_author *a, struct gp_str name)
{
	*a = (struct gp_author){ .name = name, .display = name };
	if (has_word_of(name, organisation_words) || gp_byline_is_firm(name) ||
	    gp_str_starts(name, GP_STR("The ")))
		a->kind = GP_ORGANISATION;
	else
		split_suffix(a);
}

static void
add_authors(struct gp_arena *a, const struct gp_str *names, size_t n,
            struct gp_byline *out)
{
	size_t i;

	out->authors = gp_arena_array(a, n, sizeof *out->authors);
	if (!out->authors)
		return;
	out->n_authors = n;
	for (i = 0; i < n; i++)
		name_author(&out->authors[i], names[i]);
}

/* ---- roles ---- */

/* Where the next post ends: at ", " or " and the " before a capital. */
static size_t
post_end(struct gp_str s, size_t *next)
{
	static const char *const joints[] = { ", ", " and the " };
	size_t i, k;

	for (i = 0; i < s.n; i++)
		for (k = 0; k < 2; k++) {
			struct gp_str joint = gp_str(joints[k]);

			if (!gp_str_starts(gp_str_sub(s, i, s.n), joint))
				continue;
			*next = i + joint.n;
			if (is_capital(gp_str_sub(s, *next, s.n)))
				return i;
		}
	*next = s.n;
	return s.n;
}

static void
give_role(struct gp_arena *a, struct gp_author *author, struct gp_str role)
{
	struct gp_str rest = role;
	size_t n, end, next;

	author->role = role;
	for (n = 0; rest.n > 0; n++) {
		(void)post_end(rest, &next);
		rest = gp_str_sub(rest, next, rest.n);
	}
	author->roles = gp_arena_array(a, n, sizeof *author->roles);
	while (author->roles && role.n > 0) {
		end = post_end(role, &next);
		author->roles[author->n_roles++] = gp_str_sub(role, 0, end);
		role = gp_str_sub(role, next, role.n);
	}
}

void
gp_byline_drop_role(struct gp_byline *b)
{
	struct gp_author *last;

	if (b->n_authors == 0)
		return;
	last = &b->authors[b->n_authors - 1];
	last->role = GP_STR("");
	last->n_roles = 0;
}

/* ---- the byline ---- */

bool
gp_byline_parse(struct gp_arena *a, struct gp_str line, struct gp_byline *out)
{
	struct gp_str people[MOST_AUTHORS];
	struct parts p;
	size_t n;

	if (!take_parts(line, &p))
		return false;
	*out = (struct gp_byline){ .text = line };
	/* "A B, C D and E F": all of it names? */
	n = list_people(p.all, people);
	if (n == 0)
		n = list_people(p.name, people);
	else
		p.rest = GP_STR("");
	if (n < 2) {
		n = 1;
		people[0] = p.name;
	}
	add_authors(a, people, n, out);
	if (out->n_authors == 0)
		return true;
	if (p.user_name) {
		out->authors[0].raw = p.name;
		out->authors[0].derived = true;
		out->authors[0].name = derive(a, p.name);
		out->authors[0].display = out->authors[0].name;
	}
	if (p.rest.n > 0)
		give_role(a, &out->authors[n - 1], p.rest);
	return true;
}

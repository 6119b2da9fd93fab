/* Tables, and a look in them at each word's beginning.  What a table does not
   have is an ordinary link, to be told by its address. */
#include "import/personal/link_words.h"

#include "base/text/uri.h"
#include "import/personal/link_value.h"

#include <string.h>

static const struct link_words_row {
	const char *words;
	enum gp_link_kind kind;
} rows[] = {
#define OFF(words) { words, GP_LINK_OFF },
#define VIEW(words) { words, GP_LINK_VIEW },
#include "import/personal/link_words.def"
#undef OFF
#undef VIEW
};

enum { ROWS = sizeof rows / sizeof rows[0] };

/* Scripts without spaces begin a word anywhere. */
static bool
has_no_spaces(char c)
{
	return (unsigned char)c >= 0xE3;
}

static bool
begins_word(struct gp_str words, size_t at)
{
	return at == 0 || words.p[at - 1] == ' ' || has_no_spaces(words.p[at]);
}

static bool
ends_word(struct gp_str words, size_t to)
{
	return to >= words.n || words.p[to] == ' ' ||
	       has_no_spaces(words.p[to]) || has_no_spaces(words.p[to - 1]);
}

/* The row is said by the words that begin at `at`; it ends with '-' when it is
   the beginning of a word only. */
static bool
says_at(struct gp_str words, size_t at, const char *row)
{
	for (; *row && at < words.n && *row == words.p[at]; row++)
		at++;
	return *row == '-' || (!*row && ends_word(words, at));
}

/* The first row that does not begin with less than `c`. */
static size_t
first_row(char c)
{
	size_t low = 0, high = ROWS, middle;

	while (low < high) {
		middle = (low + high) / 2;
		if ((unsigned char)rows[middle].words[0] < (unsigned char)c)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static enum gp_link_kind
kind_at(struct gp_str words, size_t at)
{
	enum gp_link_kind kind = GP_LINK_ORDINARY;
	size_t i;

	for (i = first_row(words.p[at]);
	     i < ROWS && rows[i].words[0] == words.p[at]; i++)
		if (rows[i].kind > kind && says_at(words, at, rows[i].words))
			kind = rows[i].kind;
	return kind;
}

/* Leaving a site, or what it may keep of its visitors, is another matter. */
static bool
is_other_matter(struct gp_str words)
{
	static const char *const matters[] = { "privacy", "cookie",
		                               "cookies", "log out",
		                               "logout",  "datenschutz",
		                               NULL };
	size_t at, i;

	for (at = 0; at < words.n; at++)
		for (i = 0; begins_word(words, at) && matters[i]; i++)
			if (says_at(words, at, matters[i]))
				return true;
	return false;
}

enum gp_link_kind
gp_link_kind_of_words(struct gp_str words)
{
	enum gp_link_kind kind = GP_LINK_ORDINARY, said;
	size_t at;

	for (at = 0; at < words.n && kind != GP_LINK_OFF; at++) {
		if (!begins_word(words, at))
			continue;
		said = kind_at(words, at);
		kind = said > kind ? said : kind;
	}
	return kind == GP_LINK_OFF && is_other_matter(words) ? GP_LINK_ORDINARY
	                                                     : kind;
}

const char *
gp_link_words_fault(void)
{
	size_t i;

	for (i = 1; i < ROWS; i++)
		if (strcmp(rows[i - 1].words, rows[i].words) >= 0)
			return rows[i].words;
	return NULL;
}

/* ---- addresses ---- */

static bool
begins_any(struct gp_str s, const char *const *beginnings)
{
	while (*beginnings && !gp_str_begins_nocase(s, *beginnings))
		beginnings++;
	return *beginnings != NULL;
}

static enum gp_link_kind
kind_of_piece(struct gp_str s)
{
	static const char *const off[] = {
		"unsub",          "optout",        "opt-out",
		"opt_out",        "preferences",   "prefs",
		"preference-",    "emailpref",     "email-pref",
		"email_pref",     "disable_email", "disable-email",
		"update-profile", "updateprofile", "manage-",
		"manage_",        "desabon",       "desinscri",
		"abmelden",       "abmeld",        "afmeld",
		"uitschrijven",   "disiscri",      "cancel-sub",
		"one-click",      "oneclick",      NULL,
	};
	static const char *const view[] = {
		"view-in-browser", "viewinbrowser", "view_online",
		"view-online",     "viewonline",    "webversion",
		"web-version",     "vib",           "forward-to",
		"forwardtofriend", "onlineversion", NULL,
	};

	if (gp_is_slug(s) && gp_str_find(s, GP_STR("-"), 12) < s.n)
		return GP_LINK_ORDINARY;
	if (begins_any(s, off))
		return GP_LINK_OFF;
	return begins_any(s, view) ? GP_LINK_VIEW : GP_LINK_ORDINARY;
}

enum gp_link_kind
gp_link_kind_of_url(struct gp_str url)
{
	struct gp_link_pieces pieces = gp_link_pieces(url);
	struct gp_link_value v;
	enum gp_link_kind kind = GP_LINK_ORDINARY, k;

	while (gp_link_next(&pieces, &v)) {
		k = kind_of_piece(v.name.n ? v.name : v.whole);
		if (k == GP_LINK_ORDINARY && v.name.n)
			k = kind_of_piece(v.text);
		kind = k > kind ? k : kind;
	}
	return kind;
}

static bool
leads_on(struct gp_str piece)
{
	static const char *const words[] = {
		"c",        "cl",    "click", "clicks",   "clickthrough",
		"ct",       "cta",   "e3t",   "go",       "l",
		"link",     "links", "lk",    "ls",       "lt",
		"mk",       "open",  "opens", "out",      "pixel",
		"r",        "rd",    "redir", "redirect", "rdr",
		"ss",       "t",     "tr",    "track",    "tracker",
		"tracking", "trk",   "wf",    NULL,
	};
	size_t dot = gp_str_find(piece, GP_STR("."), 0);

	/* "click.php" */
	return gp_str_among_nocase(gp_str_sub(piece, 0, dot), words);
}

bool
gp_link_leaves_site(struct gp_str url)
{
	static const char *const words[] = { "logout",   "log-out",  "signout",
		                             "sign-out", "wp-login", "login",
		                             NULL };
	struct gp_link_pieces pieces = gp_link_pieces(url);
	struct gp_link_value v;

	while (gp_link_next(&pieces, &v))
		if (begins_any(v.text, words))
			return true;
	return false;
}

bool
gp_link_leads_on(struct gp_str url)
{
	struct gp_str host = gp_web_host(url), label, path = GP_STR("");
	struct gp_link_pieces pieces = gp_link_pieces(url);
	struct gp_link_value v;

	/* "t.example" is a site, "t.news.example" is not. */
	(void)gp_str_split(&host, '.', &label);
	if (gp_str_find(host, GP_STR("."), 0) < host.n && leads_on(label))
		return true;
	while (gp_link_next(&pieces, &v) && !v.is_parameter) {
		if (leads_on(v.whole))
			return true;
		path = v.whole;
	}
	return gp_str_ends(path, GP_STR(".aspx")) && gp_is_opaque(path);
}

bool
gp_link_says_what(struct gp_str piece)
{
	static const char *const words[] = {
		"app",          "apps",     "channel",   "groups",
		"maps",         "place",    "playlist",  "product",
		"products",     "article",  "articles",  "artikel",
		"book",         "books",    "d",         "doc",
		"docs",         "document", "documents", "download",
		"event",        "events",   "file",      "files",
		"id",           "image",    "images",    "issue",
		"item",         "media",    "meldung",   "msgid",
		"news",         "p",        "page",      "pages",
		"podcast",      "post",     "posts",     "publication",
		"publications", "report",   "reports",   "stories",
		"story",        "topic",    "uploads",   "v",
		"video",        "videos",   "watch",     NULL,
	};
	size_t dot = gp_str_find(piece, GP_STR("."), 0);

	return gp_str_among_nocase(gp_str_sub(piece, 0, dot), words);
}

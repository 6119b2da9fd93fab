/*
 * Names: see html_tags.h.  A class is cut into words at '-', '_' and where a
 * capital follows a small letter; one, two or three neighbouring words,
 * written as one, are looked up.  The vocabulary was gathered from saved
 * pages of many publishers; it names no publisher.
 */
#include "import/html/page/html_tags.h"

#include <string.h>

enum {
	MOST_WORDS = 16,  /* of one class name that are looked at */
	LONGEST_RUN = 40, /* bytes of one look-up */
	RUN = 3,          /* words in one look-up */
	SHORTEST = 2,     /* bytes of an entry */
};

struct el_row {
	const char *name;
	unsigned is;
};

/* A name that ends in '*' stands for all that begin so. */
struct word_row {
	const char *name;
	unsigned hints;
};

static const struct el_row els[] = {
	{ "", 0 },
#define GP_EL(NAME, name, what) { (name), (what) },
#include "import/html/page/html_tags.def"
#undef GP_EL
};

static const unsigned char els_by_name[GP_N_COUNT] = {
#define GP_EL(NAME, name, what) [GP_N_##NAME] = GP_EL_##NAME,
#include "import/html/page/html_tags.def"
#undef GP_EL
};

/* By its name alone. */
static enum gp_el
named(const struct gp_flat_node *n)
{
	if (n->kind == GP_FLAT_HTML && n->name < GP_N_COUNT)
		return (enum gp_el)els_by_name[n->name];
	if (n->kind == GP_FLAT_SVG && n->name == GP_N_SVG)
		return GP_EL_SVG;
	return n->kind == GP_FLAT_MATHML && n->name == GP_N_MATH ? GP_EL_MATH
	                                                         : GP_EL_OTHER;
}

enum gp_el
gp_el_of(const struct gp_flat *d, uint32_t i)
{
	const struct gp_flat_node *n = &d->nodes[i];
	enum gp_el el = named(n);

	if ((n->is & GP_FLAT_CLOSED) || !(els[el].is & GP_EL_PAIRED))
		return el;
	return els[el].is & GP_EL_BLOCK ? GP_EL_DIV : GP_EL_SPAN;
}

unsigned
gp_el_is(enum gp_el el)
{
	return els[el].is;
}

const char *
gp_el_name(enum gp_el el)
{
	return el == GP_EL_OTHER ? "*" : els[el].name;
}

/* ---- words in classes ---- */

#define S GP_HINT_STRONG
#define W GP_HINT_WEAK
#define C GP_HINT_CAPTION
#define K GP_HINT_SKIP
#define N GP_HINT_NOTICE

/* In the order of bytes; found by bisection. */
static const struct word_row words[] = {
	{ "abonnement", S },
	{ "aboutauthor", S },
	{ "abouttheauthor", S },
	{ "ad", S },
	{ "adbox", S },
	{ "adcontainer", S },
	{ "addthis", S },
	{ "ads", S },
	{ "adslot", S },
	{ "adunit", S },
	{ "advert", S },
	{ "advertisement", S },
	{ "advertisements", S },
	{ "adverts", S },
	{ "adwrapper", S },
	{ "anzeige", S },
	{ "authorbio", S },
	{ "authorbox", S },
	{ "authorcard", S },
	{ "authorinfo", S },
	{ "banner", W },
	{ "bio", W },
	{ "breadcrumb", S },
	{ "breadcrumbs", S },
	{ "byline", W },
	{ "caption", W | C },
	{ "captiontext", C },
	{ "cli", S | N },
	{ "comentario", S },
	{ "comentarios", S },
	{ "comment", S | N },
	{ "commentaire", S },
	{ "commentaires", S },
	{ "commentarea", S | N },
	{ "commentform", S | N },
	{ "commentlist", S | N },
	{ "commentrespond", S | N },
	{ "comments", S | N },
	{ "commentsection", S | N },
	{ "commentwrap", S | N },
	{ "commentwrapper", S | N },
	{ "compartir", S },
	{ "consent", S | N },
	{ "cookie*", S | N },
	{ "copyright", S },
	{ "credit", W | C },
	{ "dateline", W },
	{ "disqus", S },
	{ "entrymeta", W },
	{ "extra", W },
	{ "figcaption", C },
	{ "foot", W | N },
	{ "footer", S | N },
	{ "footnav", S | N },
	{ "gallery", W },
	{ "gdpr", S | N },
	{ "hidden", W },
	{ "imagecaption", C },
	{ "jprelatedposts", S },
	{ "keywords", W },
	{ "komentar*", S },
	{ "kommentar", S },
	{ "kommentare", S },
	{ "lireaussi", S },
	{ "login", S },
	{ "meistgelesen", S },
	{ "menu", W },
	{ "meta", W },
	{ "modal", S },
	{ "morearticles", S },
	{ "morefrom", S },
	{ "morenews", S },
	{ "moreon", S },
	{ "morestories", S },
	{ "mostpopular", S },
	{ "mostread", S },
	{ "mostshared", S },
	{ "mostviewed", S },
	{ "nav", W },
	{ "navbar", S },
	{ "navigation", S },
	{ "navmenu", S },
	{ "newsletter", S },
	{ "outbrain", S },
	{ "overlay", W },
	{ "pager", S },
	{ "pagination", S },
	{ "partage", S },
	{ "paywall", S },
	{ "photocaption", S | C },
	{ "photocredit", S | C },
	{ "photoinfo", C },
	{ "popular", W },
	{ "popup", S },
	{ "postmeta", W },
	{ "print", W },
	{ "printonly", S },
	{ "promo", W },
	{ "promotion", W },
	{ "publicidad", S },
	{ "publicite", S },
	{ "rail", W },
	{ "reacties", S },
	{ "readmore", W },
	{ "readnext", S },
	{ "recommend", W },
	{ "recommendation", S },
	{ "recommendations", S },
	{ "recommended", S },
	{ "reklama", S },
	{ "relacionadas", S },
	{ "relacionados", S },
	{ "related*", S },
	{ "respond", S },
	{ "rightcol", W },
	{ "screenreader*", S | K },
	{ "share", S },
	{ "sharedaddy", S },
	{ "sharing", S },
	{ "sidebar", S },
	{ "signup", S },
	{ "skip", W },
	{ "skiplink", S },
	{ "slideshow", W },
	{ "social", W },
	{ "socialbar", S },
	{ "socialbutton", S },
	{ "socialbuttons", S },
	{ "socialicons", S },
	{ "sociallinks", S },
	{ "socialmedia", S },
	{ "socialshare", S },
	{ "sponsor", W },
	{ "sponsored", S },
	{ "sronly", S | K },
	{ "subscribe", S },
	{ "subscription", S },
	{ "taboola", S },
	{ "tag", W },
	{ "taglist", W },
	{ "tags", W },
	{ "teaser", W },
	{ "teasers", W },
	{ "teilen", S },
	{ "timestamp", W },
	{ "tool", W },
	{ "toolbar", W },
	{ "tools", W },
	{ "topic", W },
	{ "topics", W },
	{ "trending", S },
	{ "upnext", S },
	{ "visuallyhidden", S | K },
	{ "werbung", S },
	{ "widget", W },
	{ "wpcaptiontext", S | C },
};

#undef S
#undef W
#undef C
#undef K
#undef N

enum { WORDS = sizeof words / sizeof words[0] };

/* Less than, equal to or greater than zero as `s`, which holds no sign of
   ASCII but letters and digits, stands to a row. */
static int
compare_word(struct gp_str s, const char *name)
{
	size_t i = 0;

	while (i < s.n && s.p[i] == name[i])
		i++;
	if (name[i] == '*')
		return 0;
	return (i < s.n ? (unsigned char)s.p[i] : 0) - (unsigned char)name[i];
}

static unsigned
hints_of(struct gp_str s)
{
	size_t low = 0, high = WORDS, middle;
	int order;

	if (s.n < SHORTEST)
		return 0;
	while (low < high) {
		middle = (low + high) / 2;
		order = compare_word(s, words[middle].name);
		if (order == 0)
			return words[middle].hints;
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return 0;
}

/* The words of one class name, in small letters, one behind the other. */
struct run {
	char text[MOST_WORDS * LONGEST_RUN];
	size_t ends[MOST_WORDS + 1]; /* ends[0] is 0 */
	size_t n;
};

static void
cut_words(struct gp_str name, struct run *r)
{
	size_t i, at = 0;
	bool apart = true;

	r->n = 0;
	r->ends[0] = 0;
	for (i = 0; i < name.n && at < sizeof r->text; i++) {
		char c = name.p[i];
		bool letter = gp_is_alnum(c) || (c & 0x80);

		if (i > 0 && gp_is_upper(c) && gp_is_lower(name.p[i - 1]))
			apart = true;
		if (!letter) {
			apart = true;
			continue;
		}
		if (apart && r->n == MOST_WORDS)
			return;
		r->n += apart;
		apart = false;
		r->text[at++] = gp_to_lower(c);
		r->ends[r->n] = at;
	}
}

/* ---- the article's own names ---- */

/* "article-body", "storyText", "postcontent": what stands before what. */
static const struct pair {
	struct gp_str first, second;
} pairs[] = {
	{ { "article", 7 }, { "body", 4 } },
	{ { "article", 7 }, { "content", 7 } },
	{ { "article", 7 }, { "text", 4 } },
	{ { "body", 4 }, { "content", 7 } },
	{ { "body", 4 }, { "copy", 4 } },
	{ { "body", 4 }, { "text", 4 } },
	{ { "content", 7 }, { "body", 4 } },
	{ { "entry", 5 }, { "content", 7 } },
	{ { "main", 4 }, { "content", 7 } },
	{ { "post", 4 }, { "body", 4 } },
	{ { "post", 4 }, { "content", 7 } },
	{ { "post", 4 }, { "text", 4 } },
	{ { "rich", 4 }, { "text", 4 } },
	{ { "story", 5 }, { "body", 4 } },
	{ { "story", 5 }, { "content", 7 } },
	{ { "story", 5 }, { "text", 4 } },
};

static bool
has_pair_at(struct gp_str s, size_t i)
{
	struct gp_str before = gp_str_sub(s, 0, i);
	struct gp_str from = gp_str_sub(s, i, s.n);
	size_t k;

	if (!strchr("oe", s.p[i + 1]))
		return false;
	for (k = 0; k < sizeof pairs / sizeof pairs[0]; k++)
		if (gp_str_starts(from, pairs[k].second) &&
		    gp_str_ends(before, pairs[k].first))
			return true;
	return false;
}

/* Within longer names too: "blocknodearticlebody". */
static bool
names_article(struct gp_str s)
{
	size_t i;

	for (i = 4; i + 4 <= s.n; i++)
		if ((s.p[i] == 'b' || s.p[i] == 'c' || s.p[i] == 't') &&
		    has_pair_at(s, i))
			return true;
	return false;
}

static unsigned
hints_of_name(struct gp_str name)
{
	struct run r;
	unsigned found = 0;
	size_t i, k;

	cut_words(name, &r);
	for (i = 0; i < r.n; i++)
		for (k = i + 1; k <= r.n && k <= i + RUN; k++)
			found |= hints_of((struct gp_str){
				r.text + r.ends[i], r.ends[k] - r.ends[i] });
	if (names_article((struct gp_str){ r.text, r.ends[r.n] }))
		found |= GP_HINT_GOOD;
	return found;
}

unsigned
gp_hints_in(struct gp_str names)
{
	struct gp_str name;
	unsigned found = 0;
	size_t n = 0;

	while (n++ < GP_HINT_NAMES && gp_str_word(&names, &name))
		found |= hints_of_name(name);
	return found;
}

/*
 * What class names and ids say in the habits of publishing systems: names
 * are cut into words at dashes, underscores and capitals, and the words are
 * looked up.  No site is named here.
 */
#include "import/html/page/html_meta_words.h"

#include <stdlib.h>

enum { LONGEST = 24 };

struct word {
	const char *word;
	unsigned says;
};

/* In order of bytes. */
static const struct word words[] = {
	{ "about", GP_WORDS_NOT },
	{ "ad", GP_WORDS_AWAY },
	{ "ads", GP_WORDS_AWAY },
	{ "advert", GP_WORDS_AWAY },
	{ "archive", GP_WORDS_AWAY },
	{ "author", GP_WORDS_AUTHOR },
	{ "authors", GP_WORDS_AUTHOR },
	{ "autor", GP_WORDS_AUTHOR },
	{ "avatar", GP_WORDS_NOT },
	{ "bio", GP_WORDS_NOT },
	{ "biography", GP_WORDS_NOT },
	{ "box", GP_WORDS_NOT },
	{ "breadcrumb", GP_WORDS_AWAY },
	{ "breadcrumbs", GP_WORDS_AWAY },
	{ "byline", GP_WORDS_AUTHOR },
	{ "bylines", GP_WORDS_AUTHOR },
	{ "caption", GP_WORDS_NOT },
	{ "card", GP_WORDS_AWAY },
	{ "cards", GP_WORDS_AWAY },
	{ "columnist", GP_WORDS_AUTHOR },
	{ "comment", GP_WORDS_AWAY },
	{ "commentlist", GP_WORDS_AWAY },
	{ "comments", GP_WORDS_AWAY },
	{ "consent", GP_WORDS_AWAY },
	{ "contact", GP_WORDS_AWAY },
	{ "contributor", GP_WORDS_AUTHOR },
	{ "contributors", GP_WORDS_AUTHOR },
	{ "cookie", GP_WORDS_AWAY },
	{ "count", GP_WORDS_NOT },
	{ "createdby", GP_WORDS_AUTHOR },
	{ "credit", GP_WORDS_NOT },
	{ "date", GP_WORDS_DATE },
	{ "dateline", GP_WORDS_DATE },
	{ "datepublished", GP_WORDS_DATE },
	{ "datetime", GP_WORDS_DATE },
	{ "datum", GP_WORDS_DATE },
	{ "deck", GP_WORDS_STANDFIRST },
	{ "dek", GP_WORDS_STANDFIRST },
	{ "description", GP_WORDS_NOT },
	{ "disqus", GP_WORDS_AWAY },
	{ "email", GP_WORDS_NOT },
	{ "event", GP_WORDS_NOT },
	{ "events", GP_WORDS_AWAY },
	{ "facebook", GP_WORDS_NOT },
	{ "fecha", GP_WORDS_DATE },
	{ "follow", GP_WORDS_NOT },
	{ "form", GP_WORDS_AWAY },
	{ "headline", GP_WORDS_TITLE },
	{ "hentry", GP_WORDS_ARTICLE },
	{ "icon", GP_WORDS_NOT },
	{ "image", GP_WORDS_NOT },
	{ "img", GP_WORDS_NOT },
	{ "instagram", GP_WORDS_NOT },
	{ "job", GP_WORDS_NOT },
	{ "label", GP_WORDS_NOT },
	{ "latest", GP_WORDS_AWAY },
	{ "login", GP_WORDS_AWAY },
	{ "masthead", GP_WORDS_AWAY },
	{ "menu", GP_WORDS_AWAY },
	{ "meta", GP_WORDS_META },
	{ "metadata", GP_WORDS_META },
	{ "modal", GP_WORDS_AWAY },
	{ "modified", GP_WORDS_MODIFIED },
	{ "more", GP_WORDS_AWAY },
	{ "nav", GP_WORDS_AWAY },
	{ "navbar", GP_WORDS_AWAY },
	{ "navigation", GP_WORDS_AWAY },
	{ "newsletter", GP_WORDS_AWAY },
	{ "pager", GP_WORDS_AWAY },
	{ "pagination", GP_WORDS_AWAY },
	{ "photo", GP_WORDS_NOT },
	{ "picture", GP_WORDS_NOT },
	{ "pingback", GP_WORDS_AWAY },
	{ "popular", GP_WORDS_AWAY },
	{ "popup", GP_WORDS_AWAY },
	{ "postdate", GP_WORDS_DATE },
	{ "posted", GP_WORDS_DATE },
	{ "profile", GP_WORDS_NOT },
	{ "promo", GP_WORDS_AWAY },
	{ "pubdate", GP_WORDS_DATE },
	{ "publicado", GP_WORDS_DATE },
	{ "publish", GP_WORDS_DATE },
	{ "published", GP_WORDS_DATE },
	{ "pubtime", GP_WORDS_DATE },
	{ "pullquote", GP_WORDS_AWAY },
	{ "quote", GP_WORDS_AWAY },
	{ "rail", GP_WORDS_AWAY },
	{ "recent", GP_WORDS_AWAY },
	{ "recirc", GP_WORDS_AWAY },
	{ "recommended", GP_WORDS_AWAY },
	{ "related", GP_WORDS_AWAY },
	{ "replies", GP_WORDS_AWAY },
	{ "reply", GP_WORDS_AWAY },
	{ "reporter", GP_WORDS_AUTHOR },
	{ "respond", GP_WORDS_AWAY },
	{ "search", GP_WORDS_AWAY },
	{ "share", GP_WORDS_NOT },
	{ "sharing", GP_WORDS_NOT },
	{ "sidebar", GP_WORDS_AWAY },
	{ "signup", GP_WORDS_AWAY },
	{ "social", GP_WORDS_NOT },
	{ "sponsor", GP_WORDS_AWAY },
	{ "sponsored", GP_WORDS_AWAY },
	{ "standfirst", GP_WORDS_STANDFIRST },
	{ "strapline", GP_WORDS_STANDFIRST },
	{ "subhead", GP_WORDS_STANDFIRST },
	{ "subheading", GP_WORDS_STANDFIRST },
	{ "subheadline", GP_WORDS_STANDFIRST },
	{ "submitted", GP_WORDS_DATE | GP_WORDS_AUTHOR },
	{ "subscribe", GP_WORDS_AWAY },
	{ "subtitle", GP_WORDS_STANDFIRST },
	{ "tag", GP_WORDS_NOT },
	{ "tags", GP_WORDS_NOT },
	{ "teaser", GP_WORDS_AWAY },
	{ "teasers", GP_WORDS_AWAY },
	{ "testimonial", GP_WORDS_AWAY },
	{ "testimonials", GP_WORDS_AWAY },
	{ "thumb", GP_WORDS_NOT },
	{ "thumbnail", GP_WORDS_NOT },
	{ "time", GP_WORDS_DATE },
	{ "timestamp", GP_WORDS_DATE },
	{ "trending", GP_WORDS_AWAY },
	{ "twitter", GP_WORDS_NOT },
	{ "updated", GP_WORDS_MODIFIED },
	{ "upsell", GP_WORDS_AWAY },
	{ "url", GP_WORDS_NOT },
	{ "username", GP_WORDS_AUTHOR },
	{ "widget", GP_WORDS_AWAY },
	{ "writer", GP_WORDS_AUTHOR },
};

/* Whole names, in order of bytes: what their words do not say alone. */
static const struct word names[] = {
	{ "article", GP_WORDS_ARTICLE },
	{ "article-content", GP_WORDS_ARTICLE },
	{ "article-title", GP_WORDS_TITLE },
	{ "article__title", GP_WORDS_TITLE },
	{ "author", GP_WORDS_AUTHOR },
	{ "blog-post", GP_WORDS_ARTICLE },
	{ "dt-published", GP_WORDS_DATE },
	{ "dt-updated", GP_WORDS_MODIFIED },
	{ "entry", GP_WORDS_ARTICLE },
	{ "entry-summary", GP_WORDS_STANDFIRST },
	{ "entry-title", GP_WORDS_TITLE },
	{ "fn", GP_WORDS_AUTHOR },
	{ "gh-article", GP_WORDS_ARTICLE },
	{ "h-entry", GP_WORDS_ARTICLE },
	{ "hentry", GP_WORDS_ARTICLE },
	{ "item-page", GP_WORDS_ARTICLE },
	{ "p-author", GP_WORDS_AUTHOR },
	{ "p-name", GP_WORDS_TITLE },
	{ "page-title", GP_WORDS_TITLE },
	{ "post", GP_WORDS_ARTICLE },
	{ "post-title", GP_WORDS_TITLE },
	{ "single-post", GP_WORDS_ARTICLE },
	{ "story", GP_WORDS_ARTICLE },
	{ "storypage", GP_WORDS_ARTICLE },
	{ "vcard", 0 },
};

static int
compare(const void *key, const void *row)
{
	const struct gp_str *word = key;
	const struct word *known = row;

	return gp_str_cmp_row(*word, known->word);
}

static unsigned
look_up(struct gp_str word, const struct word *in, size_t n)
{
	const struct word *found = bsearch(&word, in, n, sizeof *in, compare);

	return found ? found->says : 0;
}

/* True where a new word begins: "entryDate", "post-date", "byline__name". */
static bool
is_cut(struct gp_str s, size_t i)
{
	return gp_is_upper(s.p[i]) && i > 0 && gp_is_lower(s.p[i - 1]);
}

/* One word, unless "no" or "has" stands before it: "no-sidebar".  Elementor
   calls everything that it sets a widget. */
static unsigned
say(const char *word, size_t n, bool *denied)
{
	struct gp_str s = { word, n };
	unsigned says =
		*denied ? 0 : look_up(s, words, sizeof words / sizeof words[0]);

	*denied = gp_str_eq(s, GP_STR("no")) || gp_str_eq(s, GP_STR("has")) ||
	          gp_str_eq(s, GP_STR("with")) ||
	          gp_str_eq(s, GP_STR("without")) ||
	          gp_str_eq(s, GP_STR("elementor"));
	return says;
}

static unsigned
name_says(struct gp_str name)
{
	char word[LONGEST];
	bool denied = false;
	unsigned says;
	size_t i, n = 0;

	says = look_up(name, names, sizeof names / sizeof names[0]);
	for (i = 0; i < name.n; i++) {
		if (n > 0 && (!gp_is_alnum(name.p[i]) || is_cut(name, i))) {
			says |= say(word, n, &denied);
			n = 0;
		}
		if (gp_is_alnum(name.p[i]) && n < sizeof word)
			word[n++] = gp_to_lower(name.p[i]);
	}
	says |= say(word, n, &denied);
	/* "author-bio" is no author, "related-date" no date of this. */
	if (says & GP_WORDS_AWAY)
		return GP_WORDS_AWAY;
	return says & GP_WORDS_NOT ? GP_WORDS_NOT : says;
}

unsigned
gp_meta_words(struct gp_str list)
{
	struct gp_str name;
	unsigned says = 0;
	size_t n = 0;

	while (n++ < GP_META_NAMES && gp_str_word(&list, &name))
		if (name.n <= 80)
			says |= name_says(name);
	return says;
}

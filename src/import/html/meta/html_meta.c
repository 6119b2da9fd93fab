/*
 * The claims of an HTML page: one walk over the tree, and what the head says.
 * This file does not know which claim is right.
 */
#include "import/html/meta/html_meta.h"

#include "base/text/name_opening.h"
#include "base/text/uri.h"
#include "import/html/meta/html_meta_parts.h"
#include "import/html/page/html_page.h"

#include <string.h>

struct name {
	const char *name;
	enum gp_claim_kind kind;
	enum gp_claim_place place;
	bool modified;
};

#define META(name, kind)                                      \
	{                                                     \
		name, GP_CLAIM_##kind, GP_SAID_IN_META, false \
	}
#define LOOSE(name, kind)                                    \
	{                                                    \
		name, GP_CLAIM_##kind, GP_SAID_NEARBY, false \
	}
#define CHANGED(name)                                      \
	{                                                  \
		name, GP_CLAIM_DATE, GP_SAID_IN_META, true \
	}

static const struct name metas[] = {
	META("og:title", TITLE),
	META("twitter:title", TITLE),
	META("dc.title", TITLE),
	META("dcterms.title", TITLE),
	META("citation_title", TITLE),
	META("parsely-title", TITLE),
	META("sailthru.title", TITLE),
	META("headline", TITLE),
	META("hdl", TITLE),
	LOOSE("title", TITLE),

	META("og:description", STANDFIRST),
	META("description", STANDFIRST),
	META("twitter:description", STANDFIRST),
	META("dc.description", STANDFIRST),
	META("dcterms.description", STANDFIRST),
	META("sailthru.description", STANDFIRST),

	META("author", BYLINE),
	META("authors", BYLINE),
	META("article:author", BYLINE),
	META("article.author", BYLINE),
	META("og:article:author", BYLINE),
	META("og:author", BYLINE),
	META("book:author", BYLINE),
	META("dc.creator", BYLINE),
	META("dcterms.creator", BYLINE),
	META("dc.contributor", BYLINE),
	META("citation_author", BYLINE),
	META("parsely-author", BYLINE),
	META("sailthru.author", BYLINE),
	META("cxenseparse:author", BYLINE),
	META("byl", BYLINE),
	META("byline", BYLINE),

	/* Most of these names after htmldate's list (Apache-2.0). */
	META("article:published_time", DATE),
	META("article:published", DATE),
	META("article:published_date", DATE),
	META("article.published", DATE),
	META("article.created", DATE),
	META("article:publicationdate", DATE),
	META("article:post_date", DATE),
	META("article_date_original", DATE),
	META("analyticsattributes.articledate", DATE),
	META("og:article:published_time", DATE),
	META("og:article:published", DATE),
	META("og:published_time", DATE),
	META("og:publish_date", DATE),
	META("og:datepublished", DATE),
	META("og:pubdate", DATE),
	META("og:regdate", DATE),
	META("og:question:published_time", DATE),
	META("datepublished", DATE),
	META("date_published", DATE),
	META("date_created", DATE),
	META("dateposted", DATE),
	META("date", DATE),
	META("dc.date", DATE),
	META("dc.created", DATE),
	META("dc.issued", DATE),
	META("dc.date.issued", DATE),
	META("dc.date.created", DATE),
	META("dc.date.publication", DATE),
	META("dc.date.published", DATE),
	META("dcterms.date", DATE),
	META("dcterms.issued", DATE),
	META("dcterms.created", DATE),
	META("dcsext.articlefirstpublished", DATE),
	META("pubdate", DATE),
	META("pub_date", DATE),
	META("pdate", DATE),
	META("ptime", DATE),
	META("publishdate", DATE),
	META("publish-date", DATE),
	META("publish_date", DATE),
	META("publish_time", DATE),
	META("published-date", DATE),
	META("published_date", DATE),
	META("publication_date", DATE),
	META("publication-date", DATE),
	META("publisheddate", DATE),
	META("published_time", DATE),
	META("citation_publication_date", DATE),
	META("citation_date", DATE),
	META("citation_online_date", DATE),
	META("bt:pubdate", DATE),
	META("parsely-pub-date", DATE),
	META("sailthru.date", DATE),
	META("cxenseparse:recs:publishtime", DATE),
	META("rnews:datepublished", DATE),
	META("rbpubdate", DATE),
	META("release_date", DATE),
	META("shareaholic:article_published_time", DATE),
	META("mediator_published_time", DATE),
	META("twt-published-at", DATE),
	META("vr:published_time", DATE),
	META("video:release_date", DATE),
	META("prism.publicationdate", DATE),
	META("bepress_citation_date", DATE),
	META("eprints.date", DATE),
	META("displaydate", DATE),
	META("originalpublicationdate", DATE),
	META("govuk:first-published-at", DATE),
	CHANGED("article:modified_time"),
	CHANGED("article:modified"),
	CHANGED("article.updated"),
	CHANGED("og:updated_time"),
	CHANGED("og:modified_time"),
	CHANGED("og:article:modified_time"),
	CHANGED("datemodified"),
	CHANGED("date_modified"),
	CHANGED("dateupdate"),
	CHANGED("dcterms.modified"),
	CHANGED("dc.modified"),
	CHANGED("dc.date.modified"),
	CHANGED("last-modified"),
	CHANGED("last_modified"),
	CHANGED("lastmod"),
	CHANGED("moddate"),
	CHANGED("bt:moddate"),
	CHANGED("modified_time"),
	CHANGED("revised"),
	CHANGED("revision_date"),
	CHANGED("shareaholic:article_modified_time"),
	CHANGED("govuk:public-updated-at"),

	META("og:site_name", SOURCE),
	META("dc.publisher", SOURCE),
	META("dcterms.publisher", SOURCE),
	META("citation_journal_title", SOURCE),
	META("publisher", SOURCE),
	LOOSE("application-name", SOURCE),

	META("og:url", URL),
	META("twitter:url", URL),
	META("parsely-link", URL),
	META("citation_public_url", URL),

	META("embargo", EMBARGO),
	META("embargoed", EMBARGO),
	META("embargo_date", EMBARGO),
	META("embargo-date", EMBARGO),
	META("embargo_until", EMBARGO),
	META("embargo-until", EMBARGO),

	META("protective-marking", MARKING),
	META("protective_marking", MARKING),
	META("protectivemarking", MARKING),
	META("x-protective-marking", MARKING),
	META("security-marking", MARKING),
	META("security-classification", MARKING),
	META("security_classification", MARKING),
	META("securityclassification", MARKING),
	/* AGLS Metadata Standard (AS 5044), of protected documents. */
	META("aglsterms.protectivemarking", MARKING),
	/* Of most pages the subject. */
	LOOSE("classification", MARKING),

	META("og:locale", LANG),
	META("content-language", LANG),
	META("dc.language", LANG),
	META("dcterms.language", LANG),
	META("language", LANG),
	{ NULL, GP_CLAIM_TITLE, GP_SAID_IN_META, false },
};

/* ---- the head ---- */

static void
take_meta(struct gp_html_claims *p, uint32_t node, struct gp_str key)
{
	struct gp_str content = gp_flat_attr(p->flat, node, GP_N_CONTENT);
	struct gp_claim *claim;
	const struct name *m;

	for (m = metas; m->name; m++)
		if (gp_str_eq_nocase(key, gp_str(m->name)))
			break;
	if (gp_str_eq_nocase(key, GP_STR("article:content_tier")))
		p->draft->is_paid |=
			gp_str_eq_nocase(content, GP_STR("locked"));
	if (!m->name && gp_str_eq_nocase(key, GP_STR("generator")))
		p->draft->generator = gp_arena_str(p->draft->arena, content);
	if (!m->name)
		return;
	claim = gp_meta_claim(p, m->kind, m->place, content, gp_str(m->name),
	                      p->flat->nodes[node].line);
	if (claim) {
		claim->modified = m->modified;
		claim->in_article = true;
	}
	if (m->kind == GP_CLAIM_TITLE)
		gp_meta_called(p, content);
}

/* twitter:label1 says what twitter:data1 is; programs put an author there. */
static void
take_pair(struct gp_html_claims *p, uint32_t node, struct gp_str key)
{
	static const struct gp_str label = { "twitter:label", 13 },
				   data = { "twitter:data", 12 };
	struct gp_str content = gp_flat_attr(p->flat, node, GP_N_CONTENT);
	struct gp_claim *c;
	size_t i = key.n > 0 ? (size_t)(key.p[key.n - 1] - '1') : 2;

	if (i > 1)
		return;
	key = gp_str_sub(key, 0, key.n - 1);
	if (gp_str_eq_nocase(key, label))
		p->labelled[i] = gp_name_opening_alone(content);
	if (!gp_str_eq_nocase(key, data) || !p->labelled[i])
		return;
	c = gp_meta_claim(p, GP_CLAIM_BYLINE, GP_SAID_IN_META, content,
	                  GP_STR("twitter:data"), p->flat->nodes[node].line);
	if (c)
		c->in_article = true;
}

/* schema.org's isAccessibleForFree, as microdata. */
static bool
says_paid(const struct gp_html_claims *p, uint32_t node)
{
	return gp_str_eq(gp_flat_attr(p->flat, node, GP_N_ITEMPROP),
	                 GP_STR("isAccessibleForFree")) &&
	       gp_str_eq_nocase(gp_flat_attr(p->flat, node, GP_N_CONTENT),
	                        GP_STR("false"));
}

static void
read_meta(struct gp_html_claims *p, uint32_t node)
{
	static const enum gp_name keys[] = { GP_N_PROPERTY, GP_N_NAME,
		                             GP_N_HTTP_EQUIV };
	struct gp_str list, key;
	size_t i;

	for (i = 0; i < sizeof keys / sizeof keys[0]; i++) {
		list = gp_flat_attr(p->flat, node, keys[i]);
		while (gp_str_word(&list, &key)) {
			take_meta(p, node, key);
			take_pair(p, node, key);
		}
	}
	p->draft->is_paid |= says_paid(p, node);
	/* Microdata of the article, not of its publisher. */
	if (gp_flat_attr(p->flat, node, GP_N_ITEMPROP).n)
		gp_meta_mark(p, node);
}

static void
read_link(struct gp_html_claims *p, uint32_t node)
{
	struct gp_str rel = gp_flat_attr(p->flat, node, GP_N_REL),
		      href = gp_str_trim(
			      gp_flat_attr(p->flat, node, GP_N_HREF)),
		      word;

	if (gp_flat_attr(p->flat, node, GP_N_ITEMPROP).n)
		gp_meta_mark(p, node);
	while (gp_str_word(&rel, &word)) {
		if (!gp_str_eq_nocase(word, GP_STR("canonical")))
			continue;
		if (p->canonical.n == 0)
			p->canonical = gp_arena_str(p->draft->arena, href);
		(void)gp_meta_claim(p, GP_CLAIM_URL, GP_SAID_IN_META, href,
		                    GP_STR("rel=canonical"),
		                    p->flat->nodes[node].line);
	}
}

static void
read_title(struct gp_html_claims *p, uint32_t node)
{
	struct gp_str text;

	/* Only the first counts, and what else stands in the head. */
	if (p->is_titled &&
	    !gp_flat_is(p->flat, p->flat->nodes[node].parent, GP_N_HEAD))
		return;
	p->is_titled = true;
	text = gp_meta_text(p, node);
	gp_meta_called(p, text);
	(void)gp_meta_claim(p, GP_CLAIM_TITLE, GP_SAID_NEARBY, text,
	                    GP_STR("title"), p->flat->nodes[node].line);
}

static void
read_lang(struct gp_html_claims *p, uint32_t node)
{
	(void)gp_meta_claim(p, GP_CLAIM_LANG, GP_SAID_IN_PAGE,
	                    gp_html_page_lang(p->flat, node),
	                    GP_STR("html lang"), p->flat->nodes[node].line);
}

static void
note_script(struct gp_html_claims *p, uint32_t node)
{
	struct gp_str type = gp_flat_attr(p->flat, node, GP_N_TYPE);

	if (p->n_scripts < GP_META_TITLES &&
	    gp_str_find(type, GP_STR("ld+json"), 0) < type.n)
		p->scripts[p->n_scripts++] = node;
}

/* ---- pages that were never published as an article ---- */

/* "page" among the classes of <body> is WordPress's word (body_class()) for a
   page that stands outside the order of posts: its dates are those of the
   system's own books. */
static bool
is_standing(const struct gp_html_claims *p, uint32_t body)
{
	struct gp_str list = gp_flat_attr(p->flat, body, GP_N_CLASS), word;

	while (gp_str_word(&list, &word))
		if (gp_str_eq(word, GP_STR("page")))
			return true;
	return false;
}

/* When such a page was changed, if only its head says so. */
static void
doubt_changes(struct gp_html_claims *p)
{
	struct gp_claim *c;

	for (c = p->draft->claims; c && p->is_standing; c = c->next)
		if (c->kind == GP_CLAIM_DATE && c->modified &&
		    c->place == GP_SAID_IN_META)
			c->in_article = false;
}

/* ---- the walk ---- */

/* <meta>, <link>, <title>, <html>; true when `node` was one of them. */
static bool
take_head(struct gp_html_claims *p, uint32_t node)
{
	switch ((unsigned)gp_el_of(p->flat, node)) {
	case GP_EL_META:
		read_meta(p, node);
		break;
	case GP_EL_LINK:
		read_link(p, node);
		break;
	case GP_EL_TITLE:
		read_title(p, node);
		break;
	case GP_EL_HTML:
		read_lang(p, node);
		break;
	case GP_EL_SCRIPT:
		note_script(p, node);
		break;
	case GP_EL_BODY:
		p->is_standing |= is_standing(p, node);
		return false;
	default:
		return false;
	}
	return true;
}

enum { RUNNING_TEXT = 60 };

/* By its attributes, or by what it is: where the <h1> is the site's, an <h2>
   bears the title. */
static bool
may_be_marked(const struct gp_flat *d, uint32_t n)
{
	return d->nodes[n].size > 0 || gp_flat_is(d, n, GP_N_H1) ||
	       gp_flat_is(d, n, GP_N_H2) || gp_flat_is(d, n, GP_N_TIME);
}

static void
walk(struct gp_html_claims *p)
{
	const struct gp_flat *d = p->flat;
	struct gp_str text;
	uint32_t n = 0;

	while (n < d->n_nodes) {
		if (gp_flat_is_text(d, n)) {
			text = gp_flat_text(d, n);
			p->prose += text.n > RUNNING_TEXT ? text.n : 0;
			if (text.n > 1)
				gp_meta_mark_text(p, n, text);
			n++;
			continue;
		}
		if (!take_head(p, n) && may_be_marked(d, n))
			gp_meta_mark(p, n);
		n = gp_meta_is_silent(d, n) ? gp_flat_skip(d, n) : n + 1;
	}
}

/* ---- the page's own name and address ---- */

/* An address may hold the day; whether it does is asked by others. */
static void
note_dated(struct gp_html_claims *p, struct gp_str url, const char *from)
{
	struct gp_claim *c;

	if (!gp_web_scheme(url) || !gp_meta_reads_dated(url))
		return;
	c = gp_meta_claim(p, GP_CLAIM_DATE, GP_SAID_IN_ADDRESS, url,
	                  gp_str(from), 0);
	if (c)
		c->in_article = true;
}

static void
find_url(struct gp_html_claims *p)
{
	const struct gp_claim *c;
	struct gp_str url = p->canonical;

	for (c = p->draft->claims; c && !gp_web_scheme(url); c = c->next)
		if (c->kind == GP_CLAIM_URL && c->place != GP_SAID_BY_FILE)
			url = c->value;
	if (!gp_web_scheme(url))
		url = p->html->given_url;
	p->html->url = gp_web_scheme(url) ? gp_arena_str(p->draft->arena, url)
	                                  : GP_STR("");
	note_dated(p, p->html->url, "address");
	if (!gp_str_eq(p->html->given_url, p->html->url))
		note_dated(p, p->html->given_url, "given address");
}

/* The heading that bears it, else what the data say, else the head. */
static void
find_title(struct gp_html_claims *p)
{
	static const enum gp_claim_place order[] = { GP_SAID_IN_PAGE,
		                                     GP_SAID_IN_DATA,
		                                     GP_SAID_IN_META,
		                                     GP_SAID_NEARBY };
	const struct gp_claim *c;
	size_t i;

	for (i = 0; i < 4 && p->html->title.n == 0; i++)
		for (c = p->draft->claims; c; c = c->next)
			if (c->kind == GP_CLAIM_TITLE && c->place == order[i] &&
			    (i > 0 || c->in_article)) {
				p->html->title = c->value;
				break;
			}
}

bool
gp_html_meta_read(struct gp_html *h, struct gp_err *e)
{
	struct gp_html_claims p = {
		.html = h, .flat = h->flat, .draft = h->draft, .diag = h->d
	};
	bool ok;

	p.marks =
		gp_arena_array(p.draft->arena, GP_META_MARKS, sizeof *p.marks);
	p.says = gp_arena_array(h->arena, p.flat->n_nodes, sizeof *p.says);
	if (p.marks && p.says) {
		walk(&p);
		gp_meta_json(&p);
		gp_meta_page(&p);
		doubt_changes(&p);
		find_url(&p);
		find_title(&p);
	}
	ok = gp_buf_ok(&p.buf, e) && gp_arena_ok(p.draft->arena, e) &&
	     gp_arena_ok(h->arena, e);
	gp_buf_free(&p.buf);
	return ok;
}

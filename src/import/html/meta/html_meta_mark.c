/*
 * What of a page may be a claim: elements that are marked as a title, a
 * byline or a date by microdata, RDFa, rel, class or their own name, and short
 * texts that read so.  Where they stand is html_meta_page.c's matter.
 */
#include "import/html/meta/html_meta_parts.h"

#include "base/text/name_opening.h"
#include "import/html/page/html_meta_words.h"
#include "import/html/page/html_tags.h"

#include <string.h>

enum {
	LONGEST_LINE = 80, /* that reads as a date or a byline */
	LONGEST_NAME = 60, /* bytes behind its label */
	LONGEST_WEAK = 4,  /* bytes of "by", "von", "door" */
	OPENING = 60,      /* bytes of a longer text that may hold a date */
	DEEP = 8,          /* elements round the word "updated" */
};

struct property {
	const char *name;
	enum gp_claim_kind kind;
	enum gp_claim_place place;
	bool modified;
};

/* schema.org in microdata and RDFa, and Dublin Core in RDFa. */
static const struct property properties[] = {
	{ "headline", GP_CLAIM_TITLE, GP_SAID_IN_DATA, false },
	{ "author", GP_CLAIM_BYLINE, GP_SAID_IN_DATA, false },
	{ "creator", GP_CLAIM_BYLINE, GP_SAID_IN_DATA, false },
	{ "datepublished", GP_CLAIM_DATE, GP_SAID_IN_DATA, false },
	{ "datecreated", GP_CLAIM_DATE, GP_SAID_IN_PAGE, false },
	{ "date", GP_CLAIM_DATE, GP_SAID_IN_PAGE, false },
	{ "created", GP_CLAIM_DATE, GP_SAID_IN_PAGE, false },
	{ "datemodified", GP_CLAIM_DATE, GP_SAID_IN_DATA, true },
	{ "issued", GP_CLAIM_DATE, GP_SAID_IN_DATA, false },
	{ "modified", GP_CLAIM_DATE, GP_SAID_IN_DATA, true },
	{ "publisher", GP_CLAIM_SOURCE, GP_SAID_IN_DATA, false },
	{ "inlanguage", GP_CLAIM_LANG, GP_SAID_IN_DATA, false },
	{ NULL, GP_CLAIM_TITLE, GP_SAID_IN_DATA, false },
};

bool
gp_meta_is_root(const struct gp_flat *d, uint32_t node)
{
	return gp_flat_is(d, node, GP_N_BODY) || gp_flat_is(d, node, GP_N_HTML);
}

/* ---- what is marked ---- */

static void
note(struct gp_html_claims *p, uint32_t node, enum gp_claim_kind kind,
     enum gp_claim_place place, const char *from)
{
	struct gp_html_marked *m;

	if (p->n_marks == GP_META_MARKS)
		return;
	m = &p->marks[p->n_marks++];
	m->node = node;
	m->kind = kind;
	m->place = place;
	m->from = gp_str(from);
	m->prose = p->prose;
}

static void
mark_modified(struct gp_html_claims *p, bool modified)
{
	if (modified && p->n_marks > 0)
		p->marks[p->n_marks - 1].modified = true;
}

struct gp_str
gp_meta_local(struct gp_str s)
{
	size_t at = gp_str_find(s, GP_STR(":"), 0), slash = s.n;

	while (slash > 0 && s.p[slash - 1] != '/')
		slash--;
	if (slash > 0)
		return gp_str_sub(s, slash, s.n);
	return at < s.n ? gp_str_sub(s, at + 1, s.n) : s;
}

static bool
mark_properties(struct gp_html_claims *p, uint32_t node, struct gp_str list,
                const char *from)
{
	const struct property *r;
	struct gp_str word;
	bool any = false;

	while (gp_str_word(&list, &word)) {
		for (r = properties; r->name; r++)
			if (gp_str_eq_nocase(gp_meta_local(word),
			                     gp_str(r->name)))
				break;
		if (!r->name)
			continue;
		note(p, node, r->kind, r->place, from);
		mark_modified(p, r->modified);
		any = true;
	}
	return any;
}

/* "Updated" before a <time>, or before the element that holds only it. */
static bool
reads_updated(const struct gp_flat *d, uint32_t time)
{
	static const char *const words[] = {
		"updated",         "modified",
		"edited",          "mis \u00E0 jour",
		"Updated",         "Modified",
		"UPDATED",         "aktualisiert",
		"Edited",          "changed",
		"reviewed",        "Aktualisiert",
		"ge\u00E4ndert",   "nderung",
		"ctualizado",      "ggiornato",
		"ijgewerkt",       "tualizado",
		"Mis \u00E0 jour", NULL
	};
	uint32_t before = time - 1;
	struct gp_str text;
	size_t i;

	if (before == d->nodes[time].parent && before > 0)
		before--;
	text = gp_flat_text(d, before);
	for (i = 0; text.n < 60 && words[i]; i++)
		if (gp_str_find(text, gp_str(words[i]), 0) < text.n)
			return true;
	return false;
}

static void
mark_time(struct gp_html_claims *p, uint32_t node, unsigned says)
{
	bool stated = says & (GP_WORDS_DATE | GP_WORDS_MODIFIED) ||
	              gp_flat_has_attr(p->flat, node, GP_N_PUBDATE);

	note(p, node, GP_CLAIM_DATE, stated ? GP_SAID_IN_PAGE : GP_SAID_NEARBY,
	     "time");
	mark_modified(p,
	              (says & GP_WORDS_MODIFIED && !(says & GP_WORDS_DATE)) ||
	                      reads_updated(p->flat, node));
}

static bool
is_heading(enum gp_el el)
{
	return el >= GP_EL_H1 && el <= GP_EL_H4;
}

static void
mark_heading(struct gp_html_claims *p, uint32_t node, unsigned says)
{
	if (gp_flat_is(p->flat, node, GP_N_H1))
		note(p, node, GP_CLAIM_TITLE, GP_SAID_IN_PAGE, "h1");
	else if (says & GP_WORDS_TITLE)
		note(p, node, GP_CLAIM_TITLE, GP_SAID_IN_PAGE, "class title");
	else
		note(p, node, GP_CLAIM_TITLE, GP_SAID_NEARBY, "h2");
}

static void
mark_class(struct gp_html_claims *p, uint32_t node, unsigned says)
{
	if (says & GP_WORDS_AUTHOR)
		note(p, node, GP_CLAIM_BYLINE, GP_SAID_IN_PAGE, "class byline");
	if (says & (GP_WORDS_DATE | GP_WORDS_MODIFIED)) {
		note(p, node, GP_CLAIM_DATE, GP_SAID_IN_PAGE, "class date");
		mark_modified(p, !(says & GP_WORDS_DATE));
	}
	if (says & GP_WORDS_META && !(says & GP_WORDS_AUTHOR)) {
		note(p, node, GP_CLAIM_BYLINE, GP_SAID_NEARBY, "class meta");
		note(p, node, GP_CLAIM_DATE, GP_SAID_NEARBY, "class meta");
	}
	if (says & GP_WORDS_STANDFIRST)
		note(p, node, GP_CLAIM_STANDFIRST, GP_SAID_IN_PAGE,
		     "class standfirst");
}

/* "/author/jane-smith": the page of somebody who writes. */
static bool
leads_to_author(struct gp_str href)
{
	static const char *const folders[26] = {
		['a' - 'a'] = "auteur auteurs author authors autor autore "
			      "autoren autores autori autorin awdur",
		['b' - 'a'] = "byline bylines",
		['c' - 'a'] = "columnist columnists contributor contributors",
		['j' - 'a'] = "journalist journalists",
		['p' - 'a'] = "people person personen profil profile profiles",
		['r' - 'a'] = "redakteure redaktion reporter reporters",
		['s' - 'a'] = "staff",
		['w' - 'a'] = "writer writers",
	};
	struct gp_str folder;

	(void)gp_str_split(&href, '/', &folder);
	while (gp_str_split(&href, '/', &folder) && href.n > 0)
		if (folder.n > 0 && gp_is_lower(folder.p[0]) &&
		    folders[folder.p[0] - 'a'] &&
		    gp_is_word_of(folder, folders[folder.p[0] - 'a']))
			return true;
	return false;
}

static void
mark_author_link(struct gp_html_claims *p, uint32_t node)
{
	if (gp_flat_is(p->flat, node, GP_N_A) &&
	    leads_to_author(gp_flat_attr(p->flat, node, GP_N_HREF)))
		note(p, node, GP_CLAIM_BYLINE, GP_SAID_IN_PAGE, GP_META_LINKED);
}

void
gp_meta_mark(struct gp_html_claims *p, uint32_t node)
{
	unsigned says =
		gp_meta_is_root(p->flat, node)
			? 0
			: gp_class_of(&p->html->classes,
	                              gp_flat_attr(p->flat, node, GP_N_CLASS))
				  .says;
	struct gp_str rel = gp_flat_attr(p->flat, node, GP_N_REL), word;
	bool done;

	done = mark_properties(p, node,
	                       gp_flat_attr(p->flat, node, GP_N_ITEMPROP),
	                       "itemprop");
	if (!gp_flat_is(p->flat, node, GP_N_META))
		done |= mark_properties(
			p, node, gp_flat_attr(p->flat, node, GP_N_PROPERTY),
			"property");
	while (gp_str_word(&rel, &word))
		if (gp_str_eq_nocase(gp_meta_local(word), GP_STR("author")) &&
		    !gp_flat_is(p->flat, node, GP_N_LINK))
			note(p, node, GP_CLAIM_BYLINE, GP_SAID_IN_PAGE,
			     "rel=author");
	mark_author_link(p, node);
	if (is_heading(gp_el_of(p->flat, node)) &&
	    !(says & (GP_WORDS_AUTHOR | GP_WORDS_DATE)))
		mark_heading(p, node, says);
	else if (gp_flat_is(p->flat, node, GP_N_TIME) && !done)
		mark_time(p, node, says);
	else if (!done)
		mark_class(p, node, says);
}

/* ---- what reads so ---- */

bool
gp_meta_reads_dated(struct gp_str s)
{
	size_t i;

	for (i = 0; i + 4 <= s.n; i++)
		if ((s.p[i] == '1' || s.p[i] == '2') &&
		    (s.p[i + 1] == '9' || s.p[i + 1] == '0') &&
		    gp_is_digit(s.p[i + 2]) && gp_is_digit(s.p[i + 3]))
			return true;
	return false;
}

/* As the last thing before its text. */
static bool
is_marked(const struct gp_html_claims *p, uint32_t node,
          enum gp_claim_kind kind)
{
	size_t i = p->n_marks;

	while (i-- > 0 && p->marks[i].node == node)
		if (p->marks[i].kind == kind)
			return true;
	return false;
}

/* "Bonn, 4 March 2021 - The minister": the text itself is not between the
   title and its date. */
static void
mark_opening(struct gp_html_claims *p, uint32_t node, struct gp_str s)
{
	if (!gp_meta_reads_dated(gp_str_sub(s, 0, OPENING)) ||
	    is_marked(p, node, GP_CLAIM_DATE))
		return;
	note(p, node, GP_CLAIM_DATE, GP_SAID_IN_OPENING, "opening");
	if (p->n_marks > 0)
		p->marks[p->n_marks - 1].prose -= s.n;
}

/* "Written by" in an element of its own: the name is in the next.  "By" and
   its like lead to much else. */
static void
mark_labelled(struct gp_html_claims *p, uint32_t node, struct gp_str s)
{
	if (p->leads_name && s.n <= LONGEST_NAME && !gp_str_has_digit(s) &&
	    !is_marked(p, node, GP_CLAIM_BYLINE))
		note(p, node, GP_CLAIM_BYLINE, GP_SAID_IN_PAGE, "label");
	p->leads_name = s.n > LONGEST_WEAK && s.n <= LONGEST_NAME &&
	                gp_name_opening_alone(s);
}

void
gp_meta_mark_text(struct gp_html_claims *p, uint32_t text, struct gp_str s)
{
	uint32_t node = p->flat->nodes[text].parent;

	s = gp_str_trim(s);
	if (s.n > 0)
		mark_labelled(p, node, s);
	if (s.n > LONGEST_LINE)
		mark_opening(p, node, s);
	if (s.n < 2 || s.n > LONGEST_LINE)
		return;
	if (gp_name_opening(s).opens != GP_OPENS_NOT &&
	    !is_marked(p, node, GP_CLAIM_BYLINE))
		note(p, node, GP_CLAIM_BYLINE, GP_SAID_NEARBY, GP_META_READ);
	else if (!is_marked(p, node, GP_CLAIM_DATE) && s.n >= 8 &&
	         gp_str_has_digit(s) && gp_meta_reads_dated(s))
		note(p, node, GP_CLAIM_DATE, GP_SAID_NEARBY, GP_META_READ);
}

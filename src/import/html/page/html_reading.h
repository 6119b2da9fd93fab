/*
 * A parsed page while it is read: what its readers are told, and what they
 * find out for each other.  Knows none of them.  Private to import/html/.
 */
#ifndef GP_IMPORT_HTML_HTML_READING_H
#define GP_IMPORT_HTML_HTML_READING_H

#include "config/sitefile.h"
#include "import/html/page/html_class.h"
#include "model/draft.h"

/* A page while it is read. */
struct gp_html {
	const struct gp_flat *flat; /* no control characters in it */
	struct gp_arena *arena;     /* as long as the page is read */
	struct gp_classes classes;
	struct gp_draft *draft;
	struct gp_diag *d;
	const char *name;        /* for messages */
	struct gp_str given_url; /* what the caller says; "" when nothing */
	const struct gp_site_file *site; /* NULL: nothing is known of it */
	bool is_letter; /* no page, or one saved from a list: what hides in
	                   it may be its reader's, and stays hidden */

	/* Set when the text stands in <noscript> only; and how many words of
	   an article were found without it. */
	bool is_in_noscript;
	unsigned words_scripted;

	/* Set when it stands in <noframes>. */
	bool is_in_noframes;

	/* Set by gp_html_meta_read(), in the draft's arena; "" when the page
	   does not say. */
	struct gp_str url;          /* the page's own address, absolute */
	struct gp_str title;        /* the best of the title claims */
	struct gp_str article_body; /* JSON-LD's articleBody, as it stands */

	/* Set before the body is read: what links are absolute against. */
	struct gp_str base;
};

#endif

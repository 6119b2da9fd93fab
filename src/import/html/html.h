/*
 * HTML inside import/: a parsed page and what is read out of it.  The parts:
 * html.c opens and parses, html_meta*.c reads what the page says about itself,
 * html_body.c finds the article, html_tree.c makes trees of its blocks.
 * Nobody outside import/ knows that there was markup.
 */
#ifndef GP_IMPORT_HTML_HTML_H
#define GP_IMPORT_HTML_HTML_H

#include "config/sitefile.h"
#include "import/html/html_class.h"
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

	/* Set by gp_html_claims(), in the draft's arena; "" when the page does
	   not say. */
	struct gp_str url;          /* the page's own address, absolute */
	struct gp_str title;        /* the best of the title claims */
	struct gp_str article_body; /* JSON-LD's articleBody, as it stands */

	/* Set before the body is read: what links are absolute against. */
	struct gp_str base;
};

/* Reads what the page says about itself into draft->claims and the fields of
   `h` above.  Runs before the body is read: spans of claims are 0, `from`
   tells the place.  Errors: GP_LIMIT, GP_NOMEM. */
bool
gp_html_claims(struct gp_html *h, struct gp_err *e);

/* Appends the blocks of a fragment (UTF-8, as feeds and Markdown hold it) to
   the draft, the whole of it taken as the article; `base` (may be "") is what
   links are absolute against, `name` is for messages.  One block is one line
   of draft->lines.  Errors: GP_LIMIT, GP_NOMEM. */
bool
gp_html_fragment(struct gp_draft *draft, const char *name, struct gp_str html,
                 struct gp_str base, struct gp_diag *d, struct gp_err *e);

#endif

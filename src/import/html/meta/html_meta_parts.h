/*
 * What the readers of a page's claims share: the claims so far, the words
 * under a node, what the page goes by.  Which claim is right is not known
 * here.  Private to import/html/.
 */
#ifndef GP_IMPORT_HTML_HTML_META_PARTS_H
#define GP_IMPORT_HTML_HTML_META_PARTS_H

#include "base/buf.h"
#include "import/html/page/html_reading.h"
#include "import/html/parse/flat.h"

enum {
	GP_META_TITLES = 12, /* texts that a heading is compared with */
	GP_META_MARKS = 1500,
	GP_META_OUTSIDE = 40, /* marks outside the article that are noted */
	GP_META_TEXT = 400,   /* bytes of one marked text */
};

/* Something in the page that may be a claim. */
struct gp_html_marked {
	uint32_t node;
	enum gp_claim_kind kind;
	enum gp_claim_place place;
	struct gp_str from;
	bool modified;
	size_t prose; /* bytes of running text before it */
};

struct gp_html_claims {
	struct gp_html *html;
	const struct gp_flat *flat;
	struct gp_draft *draft;
	struct gp_diag *diag;
	struct gp_buf buf; /* the last text that was gathered */
	/* what the page is called: folded texts of <title> and its like */
	struct gp_str titles[GP_META_TITLES];
	size_t n_titles;
	struct gp_str canonical;
	uint32_t scripts[GP_META_TITLES]; /* of JSON-LD */
	size_t n_scripts;
	struct gp_html_marked *marks;
	size_t n_marks;
	uint16_t *says; /* by node: bits of enum gp_word_class */
	size_t prose;
	bool leads_name;  /* the last text was a label: "Written by" */
	bool is_titled;   /* a <title> was met */
	bool is_standing; /* no article with a day of its own, nor are goods */
	bool labelled[2]; /* twitter:label1, label2 say "Written by" */
};

/* A claim that stands on no line of the draft, but on one of the page. */
struct gp_claim *
gp_meta_claim(struct gp_html_claims *p, enum gp_claim_kind kind,
              enum gp_claim_place place, struct gp_str value,
              struct gp_str from, unsigned line);

/* The node behind `node` in document order, inside `root`; GP_FLAT_NONE: none.
   `into`: its children too. */
static inline uint32_t
gp_meta_next(const struct gp_flat *d, uint32_t node, uint32_t root, bool into)
{
	uint32_t next = into ? node + 1 : gp_flat_skip(d, node);

	return next < d->nodes[root].end ? next : GP_FLAT_NONE;
}

/* Scripts, styles, buttons and the like: nobody reads what is in them. */
bool
gp_meta_is_silent(const struct gp_flat *d, uint32_t node);

/* The words under a node, spaces collapsed, at most GP_META_TEXT bytes; a
   view of p->buf, good until the next call. */
struct gp_str
gp_meta_text(struct gp_html_claims *p, uint32_t node);

/* The same of a heading, without a date in it and the line over the headline;
   with them when there is nothing else. */
struct gp_str
gp_meta_headline(struct gp_html_claims *p, uint32_t heading);

/* Its words as gp_fold_words() has them. */
struct gp_str
gp_meta_fold(struct gp_arena *a, struct gp_str s);

/* Notes a text that the page goes by. */
void
gp_meta_called(struct gp_html_claims *p, struct gp_str title);
/* True when the page goes by a text that holds this one. */
bool
gp_meta_is_called(const struct gp_html_claims *p, struct gp_str title);

/* True when such a text begins with it. */
bool
gp_meta_begins_title(const struct gp_html_claims *p, struct gp_str title);

/* Counts the words of some length in `title`, and those of them that the page
   goes by or its main headings have.  False when the page goes by nothing. */
bool
gp_meta_shares_title(struct gp_html_claims *p, struct gp_str title,
                     size_t *shared, size_t *words);

/* The scripts, when all else of the head is known. */
void
gp_meta_json(struct gp_html_claims *p);
/* Days that other scripts call those of publication, as astray. */
void
gp_meta_scripts(struct gp_html_claims *p);
/* Notes what a node is marked as. */
void
gp_meta_mark(struct gp_html_claims *p, uint32_t node);
/* The same for words that are not marked: "By ", "3 June 2019". */
void
gp_meta_mark_text(struct gp_html_claims *p, uint32_t text, struct gp_str s);
/* What a mark says, the words for machines before those for readers; a view,
   good until the next text is gathered.  "" when it is too long for what it is
   marked as. */
struct gp_str
gp_meta_value(struct gp_html_claims *p, const struct gp_html_marked *m);
/* The date that a reader sees at a mark whose words for machines do not settle
   the day for all: none that is ISO 8601, or one in UTC.  "" else. */
struct gp_str
gp_meta_shown_date(struct gp_html_claims *p, const struct gp_html_marked *m);
/* True when the words beside a date, or its class, say that it is the day of
   something else, or it stands in a sentence. */
bool
gp_meta_day_is_other(struct gp_html_claims *p, const struct gp_html_marked *m);
/* True when a label before it says that it is the day of the page. */
bool
gp_meta_day_is_called(struct gp_html_claims *p, const struct gp_html_marked *m);
/* Claims of the marks, when all of them are known. */
void
gp_meta_page(struct gp_html_claims *p);

/* The claims of what is not marked, but reads so, say they are from here;
   they are believed at the title only. */
#define GP_META_READ "text"
#define GP_META_LINKED "author link"

/* <html> and <body>, whose names speak of the whole page. */
bool
gp_meta_is_root(const struct gp_flat *d, uint32_t node);
/* "schema:author" as "author". */
struct gp_str
gp_meta_local(struct gp_str name);
/* A year of four digits is in it. */
bool
gp_meta_reads_dated(struct gp_str s);

#endif

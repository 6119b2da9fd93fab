/*
 * A page of the catalogue as it is said in both versions of OPDS: books with
 * what a reader chooses by and the ways to them, or doors to other pages.  Made
 * of the ledger alone; how it is written down is not known here.  Private to
 * series/.
 */
#ifndef GP_SERIES_SITE_OPDS_PAGE_H
#define GP_SERIES_SITE_OPDS_PAGE_H

#include "series/site/feed_head.h"
#include "series/site/site_shelves.h"

/* A file that a page leads to; its address is whole. */
struct gp_opds_link {
	const char *rel;
	struct gp_str type, href;
	long bytes;
};

enum { GP_OPDS_FORMS = 4 };

struct gp_opds_book {
	struct gp_str id, title, updated;
	struct gp_str published; /* its first edition */
	struct gp_str issued;    /* the day that it is of, ISO 8601 */
	struct gp_str lang, marking;
	struct gp_str summary; /* plain text, at most GP_OPDS_SUMMARY bytes */
	size_t position;       /* in the series, from 1 */
	struct gp_opds_link forms[GP_OPDS_FORMS]; /* EPUB and PDF */
	size_t n_forms;
	struct gp_opds_link cover, small; /* no address: it has none */
	struct gp_opds_link page; /* for a browser; no address: it has none */
};

enum { GP_OPDS_SUMMARY = 700, GP_OPDS_TITLE = 400 };

/* A way to another page. */
struct gp_opds_door {
	const char *rel;
	struct gp_str id, title, updated, text;
	struct gp_str page; /* its name, without ".xml" */
};

struct gp_opds_page {
	const struct gp_feed_head *head;
	struct gp_str name; /* of its file, without ".xml" */
	struct gp_str next; /* the page that goes on, or "" */
	struct gp_str id, title, updated;
	const struct gp_opds_book *books; /* or */
	size_t n_books;
	const struct gp_opds_door *doors; /* both may be none */
	size_t n_doors;
	bool is_navigation;
};

/* What the pages are called in the folder of the catalogue. */
#define GP_OPDS_FOLDER "opds/"
#define GP_OPDS_INDEX "index"

/* "new", "new-0001", kept in `a`. */
struct gp_str
gp_opds_shelf_page(struct gp_arena *a, const struct gp_shelf *s, size_t page);
/* "index", "index-2": page 0 is the first. */
struct gp_str
gp_opds_index_page(struct gp_arena *a, size_t page);

/* The whole address of a page of the catalogue; `suffix` is ".xml" or
   ".json". */
struct gp_str
gp_opds_address(struct gp_arena *a, const struct gp_feed_head *h,
                struct gp_str page, const char *suffix);

/* A page of a shelf, its newest pack first; packs without a book are left
   out. */
struct gp_opds_page
gp_opds_books(struct gp_arena *a, const struct gp_feed_head *h,
              const struct gp_shelf *s, size_t page);

/* Months of one page of the index. */
enum { GP_OPDS_MONTHS = 120 };
size_t
gp_opds_index_pages(const struct gp_shelves *s);
/* A page of the index; the first one begins with the newest packs. */
struct gp_opds_page
gp_opds_index(struct gp_arena *a, const struct gp_feed_head *h,
              const struct gp_shelves *s, size_t page);

#endif

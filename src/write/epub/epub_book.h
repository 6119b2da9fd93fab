/*
 * Shared by the files of this folder: one EPUB in the making, its pages, and
 * small things that every page needs.  Knows no other format.  Private to
 * write/epub/.
 */
#ifndef GP_WRITE_EPUB_EPUB_BOOK_H
#define GP_WRITE_EPUB_EPUB_BOOK_H

#include "write/epub/epub_fonts.h"
#include "write/xhtml/page_elements.h"
#include "write/xhtml/shown_pictures.h"
#include "write/xhtml/xhtml.h"
#include "write/xhtml/xhtml_about.h"
#include "write/xhtml/xhtml_related.h"
#include "wording/printed_fields.h"
#include "typeset/paginate.h"
#include "pack/job.h"

enum { GP_EPUB_PATH = 40 }; /* room for the longest path */

/* Articles from `first` to before `end`. */
struct gp_epub_part {
	size_t first, end;
};

struct gp_epub {
	const struct gp_write_job *job;
	const struct gp_pack *pack;
	struct gp_arena *arena;  /* for what lives as long as the making */
	struct gp_str lang;      /* of the pack, well-formed */
	size_t minutes;          /* to read all of it */
	struct gp_date modified; /* when the book last changed */
	bool has_last;           /* there is an earlier one */

	struct gp_epub_part *parts; /* of a large pack */
	size_t n_parts;             /* 0: one list holds all articles */

	struct gp_shown_pictures shown; /* under names of ours,
	                                   "images/p001.jpg" */

	struct gp_page_starts print; /* pages of the digest; none when they
	                                are not wanted */
	size_t *first_page;          /* of each article, and the end */
	struct gp_buf cover;         /* a PNG */
	struct gp_epub_fonts fonts;  /* none unless they are wanted */
};

/* Lays the digest out for its pages, unless the pack wants none, and draws
   the cover (epub_print.c).  The caller frees ep->cover. */
bool
gp_epub_print(struct gp_epub *ep, struct gp_err *e);

/* Parts (epub_parts.c): of a large pack the articles are in parts, each with a
   page of contents of its own that stands before them.  Finds the parts. */
void
gp_epub_find_parts(struct gp_epub *ep);
/* The part that an article is in. */
size_t
gp_epub_part_of(const struct gp_epub *ep, size_t article);
/* "contents-001", and with ".xhtml". */
void
gp_epub_part_id(size_t part, char out[GP_EPUB_PATH]);
void
gp_epub_part_path(size_t part, char out[GP_EPUB_PATH]);
/* "sources-001", and with ".xhtml", of the page "sources". */
void
gp_epub_piece_id(const char *page, size_t piece, char out[GP_EPUB_PATH]);
void
gp_epub_piece_path(const char *page, size_t piece, char out[GP_EPUB_PATH]);
/* "Ministers, 201–400". */
struct gp_str
gp_epub_part_label(const struct gp_epub *ep, size_t part);
/* Whether the navigation names each article, and not its part alone. */
bool
gp_epub_nav_in_full(const struct gp_epub *ep);

/* A page before or after the articles. */
struct gp_epub_page {
	const char *id;       /* and the name of its file, without ".xhtml" */
	const char *landmark; /* what it is among landmarks; NULL: nothing */
	enum gp_word title;
	bool listed; /* in the table of contents */
	bool (*wanted)(const struct gp_epub *ep);
	void (*write)(const struct gp_epub *ep, struct gp_xml *x);
	/* Further pages that its lists go on in, in a large pack; NULL: none.
	   They follow it in the reading order, and it links to each. */
	size_t (*pieces)(const struct gp_epub *ep);
	void (*write_piece)(const struct gp_epub *ep, struct gp_xml *x,
	                    size_t piece);
};

enum { GP_EPUB_FRONT = 7, GP_EPUB_BACK = 3 };
extern const struct gp_epub_page gp_epub_front[GP_EPUB_FRONT];
extern const struct gp_epub_page gp_epub_back[GP_EPUB_BACK];

/* What the package calls an article, and its file: "a001", made from the place
   in the pack alone; of a series "a-0123abcd-4567", made from its URI. */
void
gp_epub_article_id(const struct gp_epub *ep, size_t i, char out[GP_EPUB_PATH]);
void
gp_epub_article_path(const struct gp_epub *ep, size_t i,
                     char out[GP_EPUB_PATH]);
/* What the pack tells of itself, for a page beside the folder of articles; it
   has the addresses of articles in ep->arena, for gp_xml_need_arena(). */
struct gp_xhtml_about
gp_epub_about(const struct gp_epub *ep);

/* Begins a page in the folder `root` away from the package document ("" or
   "../"), up to the marking at its top; and ends it. */
void
gp_epub_open_page(const struct gp_epub *ep, struct gp_xml *x, const char *root,
                  struct gp_str lang, struct gp_str title);
void
gp_epub_close_page(const struct gp_epub *ep, struct gp_xml *x);
/* The same beginning without the marking. */
void
gp_epub_open_bare(const struct gp_epub *ep, struct gp_xml *x, const char *root,
                  struct gp_str lang, struct gp_str title);

/* <section class="TYPE" epub:type="TYPE" role="ROLE">, named by the heading
   that follows it; the role may be NULL. */
void
gp_epub_open_section(struct gp_xml *x, const char *type, const char *role);
/* The files, each into `x`. */
void
gp_epub_package(const struct gp_epub *ep, struct gp_xml *x);
void
gp_epub_nav(const struct gp_epub *ep, struct gp_xml *x);
void
gp_epub_contents(const struct gp_epub *ep, struct gp_xml *x);
void
gp_epub_part(const struct gp_epub *ep, struct gp_xml *x, size_t part);
void
gp_epub_article(const struct gp_epub *ep, struct gp_xml *x, size_t i);
/* The summary, and whether the pack has one (epub_summary.c). */
void
gp_epub_summary(const struct gp_epub *ep, struct gp_xml *x);
bool
gp_epub_has_summary(const struct gp_epub *ep);
/* What is new (epub_since.c): the page, told against the last pack or else the
   first edition; the line that a later edition leads with, "" for others. */
void
gp_epub_since(const struct gp_epub *ep, struct gp_xml *x);
bool
gp_epub_since_pack(const struct gp_epub *ep);
bool
gp_epub_since_edition(const struct gp_epub *ep);
struct gp_str
gp_epub_lead(const struct gp_epub *ep);
/* <nav> with a link back to a table of contents. */
void
gp_epub_back_link(const struct gp_epub *ep, struct gp_xml *x, const char *href);
/* <meta property="PROPERTY"> of the package document, and all
   that it says of accessibility (accessibility.c). */
void
gp_epub_meta(struct gp_xml *x, const char *property, struct gp_str value);
void
gp_epub_accessibility(const struct gp_epub *ep, struct gp_xml *x);
void
gp_epub_page_list(const struct gp_epub *ep, struct gp_xml *x);
void
gp_epub_ncx(const struct gp_epub *ep, struct gp_xml *x);

/* What the tables of pages name: title page and so on (epub_front.c), those at
   the end (epub_back.c). */
bool
gp_epub_always(const struct gp_epub *ep);
struct gp_str
gp_epub_title(const struct gp_epub *ep);

#endif

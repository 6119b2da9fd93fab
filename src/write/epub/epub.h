/*
 * Shared by the files of this folder: one EPUB in the making, its pages, and
 * small things that every page needs.
 */
#ifndef GP_WRITE_EPUB_EPUB_H
#define GP_WRITE_EPUB_EPUB_H

#include "write/html.h"
#include "write/words.h"
#include "write/write.h"

struct gp_epub {
	const struct gp_write_job *job;
	const struct gp_pack *pack;
	struct gp_arena *arena; /* for what lives as long as the making */
	struct gp_str lang;     /* of the pack, well-formed */
	bool has_figures;
	size_t minutes; /* to read all of it */
};

/* A page before or after the articles. */
struct gp_epub_page {
	const char *id;       /* and the name of its file, without ".xhtml" */
	const char *landmark; /* what it is among landmarks; NULL: nothing */
	enum gp_word title;
	bool listed; /* in the table of contents */
	bool (*wanted)(const struct gp_epub *ep);
	void (*write)(const struct gp_epub *ep, struct gp_xml *x);
};

extern const struct gp_epub_page gp_epub_front[3];
extern const struct gp_epub_page gp_epub_back[1];
enum { GP_EPUB_FRONT = 3, GP_EPUB_BACK = 1 };

/* "text/a001.xhtml": made from the place in the pack alone. */
enum { GP_EPUB_PATH = 40 };
void
gp_epub_article_path(size_t i, char out[GP_EPUB_PATH]);

/* Begins a page in the folder `root` away from the package document ("" or
   "../"), up to the marking at its top; and ends it. */
void
gp_epub_open_page(const struct gp_epub *ep, struct gp_xml *x, const char *root,
                  struct gp_str lang, struct gp_str title);
void
gp_epub_close_page(const struct gp_epub *ep, struct gp_xml *x);

/* An element on a line of its own; nothing when `text` is empty.  `class` may
   be NULL. */
void
gp_epub_line(struct gp_xml *x, const char *element, const char *class,
             struct gp_str text);
/* A start tag and a line end; an end tag and a line end. */
void
gp_epub_open(struct gp_xml *x, const char *element);
void
gp_epub_close(struct gp_xml *x);

/* lang and xml:lang, where the document's differs from the pack's. */
void
gp_epub_doc_lang(const struct gp_epub *ep, struct gp_xml *x,
                 const struct gp_doc *doc);

/* The files, each into `x`. */
void
gp_epub_package(const struct gp_epub *ep, struct gp_xml *x);
void
gp_epub_nav(const struct gp_epub *ep, struct gp_xml *x);
void
gp_epub_article(const struct gp_epub *ep, struct gp_xml *x, size_t i);
void
gp_epub_about(const struct gp_epub *ep, struct gp_xml *x);

#endif

/*
 * Shared by the files of this folder: the web edition of one pack in the
 * making, its pages, and what every page has in common.  Knows no server and
 * no other pack.  Private to write/web/.
 */
#ifndef GP_WRITE_WEB_WEB_SITE_H
#define GP_WRITE_WEB_WEB_SITE_H

#include "pack/job.h"
#include "write/web/web_names.h"
#include "write/xhtml/shown_pictures.h"
#include "write/xhtml/xhtml.h"
#include "write/xhtml/xhtml_about.h"

#define GP_WEB_INDEX "index.html"
#define GP_WEB_STYLE "style.css"
#define GP_WEB_ACCESSIBILITY "accessibility.html"

struct gp_web {
	const struct gp_write_job *job;
	const struct gp_pack *pack;
	struct gp_arena *arena; /* for what lives as long as the making */
	struct gp_str lang;     /* of the pack, well-formed */
	size_t minutes;         /* to read all of it */
	struct gp_str common;   /* where the style stands and what is said of
	                           all pages, from this one: "" or a folder */
	struct gp_shown_pictures shown; /* under names made of their bytes */
};

/* The page of article `i`, as gp_web_page_name() calls it. */
void
gp_web_article_name(const struct gp_web *w, size_t i, char out[GP_WEB_NAME]);

/* The title of the pack, or a word for the lack of one. */
struct gp_str
gp_web_title(const struct gp_web *w);

/* A page, as far as what stands round its text goes. */
struct gp_web_frame {
	struct gp_str lang; /* "": the pack's */
	struct gp_str title;
	bool is_index;        /* the page that the others lead back to */
	struct gp_str onward; /* the address that it leads on to at once, or
	                         "" */
};

/* Begins a page up to <main>, which is open, and ends it from there on, with
   the marking at head and foot. */
void
gp_web_open_page(const struct gp_web *w, struct gp_xml *x,
                 const struct gp_web_frame *f);
void
gp_web_close_page(const struct gp_web *w, struct gp_xml *x,
                  const struct gp_web_frame *f);

/* The address of another output, from the pages. */
struct gp_str
gp_web_way_to(const struct gp_web *w, const struct gp_made *made);
/* True for what people subscribe to. */
bool
gp_web_is_feed(const struct gp_made *made);

/* The pages, each into `x`. */
void
gp_web_index(const struct gp_web *w, struct gp_xml *x);
void
gp_web_article(const struct gp_web *w, struct gp_xml *x, size_t i);
/* What stands at the address of each article that was withdrawn. */
void
gp_web_gone(const struct gp_web *w, struct gp_xml *x);
void
gp_web_accessibility(const struct gp_web *w, struct gp_xml *x);
/* Pages about the pack (web_about.c): the name of one, NULL when this pack has
   nothing for it. */
enum { GP_WEB_ABOUT_PAGES = 3 };
const char *
gp_web_about_name(const struct gp_web *w, size_t page);
void
gp_web_about(const struct gp_web *w, struct gp_xml *x, size_t page);
/* What the pack tells of itself; the addresses of articles are in w->arena. */
struct gp_xhtml_about
gp_web_about_of(const struct gp_web *w);
/* Links to those that there are; and a line with the one to what is new. */
void
gp_web_about_links(const struct gp_web *w, struct gp_xml *x);
void
gp_web_since_link(const struct gp_web *w, struct gp_xml *x);
/* " · EPUB, 230 KB" on a line of its pack, whose title is the rest of the
   link's name; nothing for what is no book. */
void
gp_web_form(const struct gp_web *w, struct gp_xml *x, const struct gp_made *m,
            struct gp_str pack);
/* The section of the index that leads to the other outputs, under `heading`;
   nothing when there are none. */
void
gp_web_forms(const struct gp_web *w, struct gp_xml *x, enum gp_word heading);

#endif

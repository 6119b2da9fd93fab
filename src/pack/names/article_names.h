/*
 * What the world calls an article: its address and the id that its feed gave
 * it, in the form in which two of them are the same.  Who an article is, is
 * for others to conclude.
 */
#ifndef GP_PACK_ARTICLE_NAMES_H
#define GP_PACK_ARTICLE_NAMES_H

#include "model/doc.h"

/* Of the article's address what stays when a site moves to https, drops "www."
   or names a place within the page; "" when it has none, or one that many
   pages name as theirs.  Kept in `a`. */
struct gp_str
gp_article_address(struct gp_arena *a, const struct gp_doc *doc);

/* What its feed calls it, which is one everywhere when it is a URI, and else
   one within its source, which stands on the line before; "" when it has none.
   Kept in `a`. */
struct gp_str
gp_article_feed_name(struct gp_arena *a, const struct gp_doc *doc);

#endif

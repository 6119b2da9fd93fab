/*
 * What the pages of articles are called.  Knows no page and no folder.
 */
#ifndef GP_WRITE_WEB_WEB_NAMES_H
#define GP_WRITE_WEB_WEB_NAMES_H

#include "base/str.h"

enum { GP_WEB_NAME = 40 }; /* room for the longest name of a page */

/* The page of the article with this URI, "a-0123abcd-4567.html": made from who
   it is, so that its address stays when others come or go and when its title
   changes. */
void
gp_web_page_name(struct gp_str uri, char out[GP_WEB_NAME]);

#endif

/*
 * The pages of a file in their order, with the content of those that are set
 * from the type case made and deflated on all threads of the host.  It knows
 * nothing of what is around a page's content.  Private to write/pdf/tags/.
 */
#ifndef GP_WRITE_PDF_TAGS_SET_PAGES_H
#define GP_WRITE_PDF_TAGS_SET_PAGES_H

#include "write/pdf/tags/postjob.h"

struct gp_page_taker {
	void *user;
	/* Takes page 0, 1, 2 and so on, on the caller's thread: its content
	   deflated, or a NULL where cairo painted it.  False ends it all. */
	bool (*take)(void *user, size_t page, struct gp_str content);
};

/* False after a failure, which is in p->e. */
bool
gp_pages_set(struct gp_post_job *p, const struct gp_page_taker *to);

#endif

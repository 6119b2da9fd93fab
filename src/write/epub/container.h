/*
 * The ZIP container of an EPUB (OCF 3.3): entries in the order they are
 * added, deflated as they come, with the pack's date.  No folder entries, no
 * extra fields, nothing of the machine.  Sticky: one question at the end.
 * It does not know what an EPUB holds.
 */
#ifndef GP_WRITE_EPUB_CONTAINER_H
#define GP_WRITE_EPUB_CONTAINER_H

#include "base/buf.h"
#include "base/date.h"

struct gp_container;

/* A new container whose entries all carry `date`, as UTC and within the years
   1980 to 2107; NULL when out of memory.  The caller frees it. */
struct gp_container *
gp_container_new(const struct gp_date *date);
void
gp_container_free(struct gp_container *c);

/* Adds an entry; `name` must live as long as the container, the data need
   not.  Stored as it is, or deflated when that makes it smaller. */
void
gp_container_store(struct gp_container *c, const char *name,
                   struct gp_str data);
void
gp_container_deflate(struct gp_container *c, const char *name,
                     struct gp_str data);

/* Appends the whole archive to `out`.  Errors: GP_NOMEM, GP_LIMIT,
   GP_INTERNAL. */
bool
gp_container_write(struct gp_container *c, struct gp_buf *out,
                   struct gp_err *e);

#endif

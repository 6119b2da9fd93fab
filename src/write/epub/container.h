/*
 * The ZIP container of an EPUB (OCF 3.3): entries in the order they are
 * added, deflated, with the pack's date.  No folder entries, no extra fields,
 * nothing of the machine, and the same bytes on any number of threads.  What
 * it keeps is the compressed entries and at most one batch of plain ones.
 * Sticky: one question at the end.  It does not know what an EPUB holds.
 * Private to write/epub/.
 */
#ifndef GP_WRITE_EPUB_CONTAINER_H
#define GP_WRITE_EPUB_CONTAINER_H

#include "base/buf.h"
#include "base/date.h"

struct gp_container;

/* Of libdeflate, by the articles in content/: 8 takes twice as long for one
   part in two hundred less. */
enum { GP_CONTAINER_LEVEL = 5 };

/* A new container whose entries all carry `date`, as UTC and within the years
   1980 to 2107, and are deflated on up to `threads` threads; NULL when out of
   memory.  The caller frees it. */
struct gp_container *
gp_container_new(const struct gp_date *date, unsigned threads);
void
gp_container_free(struct gp_container *c);

/* Adds an entry; `name` must live as long as the container, the data need
   not.  Stored as it is, or deflated when that makes it smaller.  A name is
   made of a-z, A-Z, 0-9, '.', '-', '_' and '/', each part beginning with a
   letter or a digit: any file system takes it. */
void
gp_container_store(struct gp_container *c, const char *name,
                   struct gp_str data);
void
gp_container_deflate(struct gp_container *c, const char *name,
                     struct gp_str data);

/* Other data for the deflated entry of this name, which was added. */
void
gp_container_replace(struct gp_container *c, const char *name,
                     struct gp_str data);

/* True when `old` is an archive of what was added so far, but for its
   dates. */
bool
gp_container_is(struct gp_container *c, struct gp_str old);

/* Appends the whole archive to `out`, once: what was added is gone then.  An
   archive of over 65,535 entries is a Zip64 one (APPNOTE 6.3.10, 4.4.1.4).
   Errors: GP_NOMEM, GP_LIMIT, GP_INTERNAL. */
bool
gp_container_write(struct gp_container *c, struct gp_buf *out,
                   struct gp_err *e);

#endif

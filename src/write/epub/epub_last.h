/*
 * The EPUB of the last run: the only memory that the writer has of when its
 * book last changed.  Anybody may have changed it: it is read with limits, and
 * what cannot be read is no error but no memory.  Private to write/epub/.
 */
#ifndef GP_WRITE_EPUB_EPUB_LAST_H
#define GP_WRITE_EPUB_EPUB_LAST_H

#include "base/date.h"
#include "base/err.h"
#include "base/str.h"

/* The dcterms:modified of an EPUB of ours with this dc:identifier; GP_NO_DATE
   for any other bytes. */
struct gp_date
gp_epub_last_modified(struct gp_str last, struct gp_str identifier);

#endif

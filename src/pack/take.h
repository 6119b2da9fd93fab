/*
 * The turn of a source: what was read of it is taken in.  Knows no order of
 * sources and opens no file but those of pictures.  Private to pack/.
 */
#ifndef GP_PACK_TAKE_H
#define GP_PACK_TAKE_H

#include "pack/context.h"
#include "pack/reading.h"

/* The documents of one source, in its order. */
struct gp_docs {
	const struct gp_doc **rows; /* the first `count` are owned */
	size_t count;
	bool container; /* named "FILE#PART" each, however few */
	bool held;      /* an embargo holds some of them back */
	bool withdrawn; /* some of them are, and have no pictures */
};

/* Takes in what was read of a source: its documents with their pictures, its
   warnings to the findings.  `name` is its base name, `path` what messages
   call it.  The caller ends `out`, also after an error, with
   gp_docs_clear(), and `r` as well.  Errors: r->err, those of pictures. */
bool
gp_docs_take(struct gp_context *c, const char *name, const char *path,
             struct gp_reading *r, struct gp_docs *out, struct gp_err *e);
void
gp_docs_clear(struct gp_docs *docs);

#endif

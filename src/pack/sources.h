/*
 * The files of a content folder read on several threads and handed over in
 * their order, one at a time, as one thread would have come to them.  What an
 * article of theirs is worth, or a file that cannot be read, is not known
 * here.  Private to pack/.
 */
#ifndef GP_PACK_SOURCES_H
#define GP_PACK_SOURCES_H

#include "pack/context.h"
#include "pack/reading.h"

struct gp_source_file {
	size_t at;                  /* of the names of the folder */
	size_t size;                /* bytes */
	char sha256[GP_SHA256_HEX]; /* of them */
	struct gp_reading reading;
	struct gp_err err; /* it could not be opened: nothing else is said */
};

/* Who is handed them: borrowed until it returns, and may be emptied.  False
   stops. */
struct gp_source_taker {
	bool (*take)(void *user, struct gp_source_file *f);
	void *user;
};

/* Reads every file of c->files that pack.yaml does not skip, on as many threads
   as the settings allow.  False when take() was. */
bool
gp_sources_read(const struct gp_context *c, const struct gp_source_taker *to);

/* True when pack.yaml skips the file, or nothing of it was picked. */
bool
gp_sources_skip(const struct gp_context *c, struct gp_str file);

#endif

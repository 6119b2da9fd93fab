/*
 * Importers: bytes to a draft, one file a source format, one row each in
 * importers.c.  An importer decides nothing: it decodes, finds the lines or
 * blocks, and notes what the source says about itself.  No network, no other
 * file is ever read.
 */
#ifndef GP_IMPORT_IMPORT_H
#define GP_IMPORT_IMPORT_H

#include "model/draft.h"

/* One source as it came. */
struct gp_source_bytes {
	const char *name; /* for messages, and its suffix for sniffing */
	struct gp_str data;
};

struct gp_importer {
	const char *kind;     /* "plain-text" */
	const char *suffixes; /* " .txt .text ", spaces around each */
	/* 0: not mine; 100: by its content certainly mine.  NULL: by suffix
	   only. */
	int (*sniff)(const struct gp_source_bytes *source);
	bool (*read)(const struct gp_source_bytes *source,
	             struct gp_draft *draft, struct gp_diag *d,
	             struct gp_err *e);
};

extern const struct gp_importer gp_import_text;

/* Picks the importer (content first, then suffix, then plain text) and runs
   it.  NULL on error; the caller frees the draft.
   Errors: GP_INPUT (empty, binary), GP_LIMIT, GP_NOMEM; always with the
   source's name. */
struct gp_draft *
gp_import(const struct gp_source_bytes *source, struct gp_diag *d,
          struct gp_err *e);

/* True when a file of this name is taken from a content folder. */
bool
gp_import_takes(const char *name);

#endif

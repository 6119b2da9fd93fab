/*
 * What every output of a pack is made with: the pack, the host, the pack's
 * date and design, the output of the last run, and the files of the data folder
 * (styles/, fonts/), each noted as it is read.  Knows no format.
 */
#ifndef GP_PACK_JOB_H
#define GP_PACK_JOB_H

#include "base/buf.h"
#include "base/host.h"
#include "model/pack.h"
#include "pack/names/reference_text.h"

struct gp_style;

/* What pages can lead to: another output of the run, or a feed that was made
   elsewhere. */
struct gp_made {
	struct gp_str path; /* from the folder of the outputs */
	const char *type;
	struct gp_str title; /* of a feed made elsewhere; else "" */
	size_t bytes;
	size_t pages; /* printed; 0: it has none */
};

/* Covers in dots; the small one is what lists of books show. */
enum {
	GP_COVER_WIDTH = 1600,
	GP_COVER_HEIGHT = 2560,
	GP_SMALL_COVER_WIDTH = 300,
	GP_SMALL_COVER_HEIGHT = 480,
};

/* What lists of books show of one: PNG files, empty where nobody draws them. */
struct gp_covers {
	struct gp_buf whole, small;
};

struct gp_write_job {
	const struct gp_host *host;
	const struct gp_pack *pack;
	struct gp_date date;               /* of the pack, resolved */
	const struct gp_style *design;     /* of the pack, resolved; NULL for a
	                                    format that has none */
	char reference[GP_REFERENCE_TEXT]; /* of the pack in this design; "":
	                                      it has none, as a draft */
	const struct gp_bytes *previous;   /* the last output or NULL */
	struct gp_diag *diag;
	struct gp_ingredients *used; /* what shaped the bytes; may be NULL */
	size_t *pages; /* where one that prints tells how many; may be NULL */
	struct gp_covers *covers; /* where a book that has one leaves its cover;
	                             may be NULL */
	const struct gp_made *made; /* so far, for one that leads to others */
	size_t n_made;
	const char *way_out; /* from its files to the folder of the outputs,
	                        "" or "../"; NULL for one file */
};

/* What shaped the bytes of an output, for manifest.json: files of the data
   folder with their digests, libraries with their versions. */
struct gp_ingredients {
	struct gp_arena *arena;
	struct gp_ingredient *files;
	size_t n_files, cap_files;
	struct gp_str (*libraries)[2]; /* name, version */
	size_t n_libraries, cap_libraries;
};

/* Notes a library once; both strings are copied.  `u` may be NULL. */
void
gp_used_library(struct gp_ingredients *u, const char *name,
                const char *version);

/* Reads the file `path` of the host's data folder, notes it in job->used.
   Errors: GP_INPUT, GP_LIMIT, GP_NOMEM. */
bool
gp_data_read(const struct gp_write_job *job, const char *path, size_t limit,
             struct gp_bytes *out, struct gp_err *e);

#endif

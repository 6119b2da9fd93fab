/*
 * Writers: a sealed pack in, bytes out; one folder or file a format, one row
 * each in writers.c.  A writer changes nothing of the pack and reads no file
 * but those of the data folder (styles/, fonts/), through gp_data_read().
 */
#ifndef GP_WRITE_WRITE_H
#define GP_WRITE_WRITE_H

#include "base/buf.h"
#include "model/pack.h"

struct gp_write_job {
	const struct gp_pack *pack;
	struct gp_date date;             /* of the pack, resolved */
	const struct gp_bytes *previous; /* the last output or NULL */
	struct gp_diag *diag;
	struct gp_ingredients *used; /* what shaped the bytes; may be NULL */
};

struct gp_writer {
	const char *name;   /* "epub" */
	const char *suffix; /* ".epub": the file is NAME.epub */
	const char *file;   /* or a fixed name, "feed.xml"; NULL: none */
	const char *type;   /* media type */
	bool has_state;     /* looks at its last output */
	bool (*write)(const struct gp_write_job *job, struct gp_buf *out,
	              struct gp_err *e);
};

extern const struct gp_writer gp_write_epub;
extern const struct gp_writer gp_write_pdf;
extern const struct gp_writer gp_write_atom;

/* Every writer in the order of their outputs; NULL at the end. */
extern const struct gp_writer *const gp_writers[];
const struct gp_writer *
gp_writer_find(const char *name);

/* Documents as text for people and programs: "json", "text", "tree", "html",
   "explain", "rules"; see gp_doc_print(). */
struct gp_printer {
	const char *name;
	bool (*print)(const struct gp_doc *doc, bool colour, struct gp_buf *out,
	              struct gp_err *e);
};
extern const struct gp_printer gp_print_json;
extern const struct gp_printer gp_print_text;
extern const struct gp_printer gp_print_tree;
extern const struct gp_printer gp_print_html;
extern const struct gp_printer gp_print_explain;
extern const struct gp_printer gp_print_rules;

/* Every printer; NULL at the end. */
extern const struct gp_printer *const gp_printers[];
const struct gp_printer *
gp_printer_find(const char *name);

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

/* Reads the file `path` of the pack's data folder, notes it in job->used.
   Errors: GP_INPUT, GP_LIMIT, GP_NOMEM. */
bool
gp_data_read(const struct gp_write_job *job, const char *path, size_t limit,
             struct gp_bytes *out, struct gp_err *e);

#endif

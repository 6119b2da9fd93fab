/*
 * Writers: a sealed pack in, bytes out, of one file or of several; one folder
 * or file a format, one row each in writers.def.  A writer changes nothing of
 * the pack and reads no file but those of the data folder (styles/, fonts/),
 * through gp_data_read().
 */
#ifndef GP_WRITE_WRITE_H
#define GP_WRITE_WRITE_H

#include "pack/job.h"

/* Takes a file of several; `name` has no slash, and the bytes are taken out of
   `bytes`. */
struct gp_file_sink {
	bool (*take)(void *user, struct gp_str name, const char *type,
	             struct gp_buf *bytes, struct gp_err *e);
	void *user;
};

struct gp_writer {
	struct gp_format_row format; /* what users are told of it */
	bool is_feed; /* people subscribe to it: of a series there is one over
	                 all packs instead */
	bool (*write)(const struct gp_write_job *job, struct gp_buf *out,
	              struct gp_err *e);
	/* Or several files: `folder` is theirs, with a slash behind, in the
	   folder of all outputs.  Such writers are made along with the others
	   and cannot be asked for alone. */
	const char *folder;
	bool (*write_files)(const struct gp_write_job *job,
	                    const struct gp_file_sink *to, struct gp_err *e);
	/* Notes the libraries that shape its bytes; NULL: none does. */
	void (*libraries)(struct gp_ingredients *used);
};

#define GP_WRITER(name) extern const struct gp_writer gp_write_##name;
#include "write/writers.def"
#undef GP_WRITER

/* Every writer in the order of their outputs; NULL at the end. */
extern const struct gp_writer *const gp_writers[];
const struct gp_writer *
gp_writer_find(const char *name);

#endif

/*
 * Writers: a sealed pack in, bytes out; one folder or file a format, one row
 * each in writers.def.  A writer changes nothing of the pack and reads no file
 * but those of the data folder (styles/, fonts/), through gp_data_read().
 */
#ifndef GP_WRITE_WRITE_H
#define GP_WRITE_WRITE_H

#include "pack/job.h"

struct gp_writer {
	struct gp_format_row format; /* what users are told of it */
	bool is_feed; /* people subscribe to it: of a series there is one over
	                 all packs instead */
	bool (*write)(const struct gp_write_job *job, struct gp_buf *out,
	              struct gp_err *e);
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

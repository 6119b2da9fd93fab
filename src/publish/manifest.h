/*
 * What a pack is made of, for people and programs that must trust it:
 * manifest.json (inputs, outputs, libraries, fonts, with SHA-256) and
 * SHA256SUMS in the form that `sha256sum -c` reads.
 * Says nothing of the machine, the user or the time of the run.
 */
#ifndef GP_PUBLISH_MANIFEST_H
#define GP_PUBLISH_MANIFEST_H

#include "pack/job.h"

struct gp_output {
	const char *name;
	const char *type; /* media type */
	struct gp_bytes bytes;
};

/* Of the job count pack, reference and what was used.
   Errors: GP_LIMIT, GP_NOMEM. */
bool
gp_manifest(const struct gp_write_job *job, const struct gp_output *outputs,
            size_t n, struct gp_buf *out, struct gp_err *e);

/* One line an output, in their order. */
void
gp_checksums(const struct gp_output *outputs, size_t n, struct gp_buf *out);

#endif

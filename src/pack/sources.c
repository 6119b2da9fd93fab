/* A thread opens a file, reads it and lays the result in its place; the
   caller's takes what is due.  Only that one writes to the pack.  A skipped
   file has its place and its turn too, but is not opened. */
#include "pack/sources.h"
#include "pack/picked.h"

#include "base/file.h"
#include "base/limits.h"

#include <string.h>

struct sources {
	const struct gp_context *context;
	const struct gp_source_taker *taker;
	struct gp_source_file places[GP_AHEAD];
};

bool
gp_sources_skip(const struct gp_context *c, struct gp_str file)
{
	const struct gp_override *row = gp_packfile_find(c->packfile, file);

	if (gp_context_withdrawn(c, file))
		return false;
	return (row && row->skip) || gp_picked_spares(c, file);
}

static bool
open_source(const struct gp_context *c, struct gp_str file,
            struct gp_bytes *bytes, struct gp_err *e)
{
	const struct gp_override *row = gp_packfile_find(c->packfile, file);
	struct gp_buf path = { .max = 0 };
	bool ok;

	if (row && row->from.n)
		gp_buf_str(&path, row->from);
	else
		gp_buf_printf(&path, "%s/%.*s", c->settings->folder,
		              GP_ARG(file));
	gp_buf_putc(&path, '\0');
	ok = gp_buf_ok(&path, e) &&
	     gp_read(path.data, GP_MAX_SOURCE_BYTES, bytes, e);
	gp_buf_free(&path);
	return ok;
}

/* A source that is one article was digested for it already. */
static void
digest(struct gp_source_file *f, const struct gp_bytes *bytes)
{
	const struct gp_reading *r = &f->reading;
	const struct gp_unpictured *only =
		r->n == 1 && !r->all.container ? r->rows[0].doc : NULL;

	f->size = bytes->size;
	if (only)
		memcpy(f->sha256, gp_unpictured_doc(only)->input.sha256,
		       sizeof f->sha256);
	else
		gp_sha256_hex(bytes->data, bytes->size, f->sha256);
}

static void
read_source(void *user, size_t i, unsigned worker)
{
	struct sources *s = user;
	const struct gp_context *c = s->context;
	struct gp_source_file *f = &s->places[i % GP_AHEAD];
	struct gp_bytes bytes;

	(void)worker;
	*f = (struct gp_source_file){ .at = i };
	if (gp_sources_skip(c, c->files.names[i]) ||
	    !open_source(c, c->files.names[i], &bytes, &f->err))
		return;
	gp_reading_make(c, c->files.names[i].p,
	                (struct gp_str){ (char *)bytes.data, bytes.size },
	                &f->reading);
	digest(f, &bytes);
	gp_bytes_free(&bytes);
}

static bool
take_source(void *user, size_t i)
{
	struct sources *s = user;
	struct gp_source_file *f = &s->places[i % GP_AHEAD];
	bool goes_on =
		gp_sources_skip(s->context, s->context->files.names[i]) ||
		s->taker->take(s->taker->user, f);

	gp_reading_free(&f->reading);
	return goes_on;
}

bool
gp_sources_read(const struct gp_context *c, const struct gp_source_taker *to)
{
	struct sources s = { .context = c, .taker = to };
	const struct gp_line_of_work how = { &s, read_source, take_source };
	bool all = gp_in_order(c->files.count, c->settings->threads, &how);
	size_t i;

	/* What was read and not taken. */
	for (i = 0; i < GP_AHEAD; i++)
		gp_reading_free(&s.places[i].reading);
	return all;
}

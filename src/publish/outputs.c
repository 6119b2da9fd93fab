/* Every writer run over a pack, and the two files that describe what came of
   it, in memory.  It knows no format, and neither where the bytes go nor what
   becomes of those that were there. */
#include "publish/outputs.h"

#include "base/file.h"
#include "base/limits.h"
#include "base/vec.h"
#include "pack/design.h"
#include "pack/names/reference.h"
#include "write/write.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <jansson.h>
#include <nettle/version.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

static const char manifest_name[] = "manifest.json";
static const char checksums_name[] = "SHA256SUMS";

struct outputs_run {
	struct gp_write_job job; /* all but the last output */
	struct gp_style design;
	struct gp_ingredients used;
	const char *last; /* the folder of the last outputs */
	bool feeds;       /* they are wanted */
	bool covers;      /* so are those of the book, beside it */
	bool flat;        /* no folder in the folder */
	bool draft;       /* nobody is to refer to it */
	struct gp_outputs *out;
	struct gp_made *made; /* what pages can lead to */
	size_t n_made, made_room;
};

static void
file_name(const struct gp_pack *pack, const struct gp_writer *w,
          char out[GP_FILE_NAME])
{
	if (w->format.file)
		(void)snprintf(out, GP_FILE_NAME, "%s", w->format.file);
	else
		(void)snprintf(out, GP_FILE_NAME, "%.*s%s",
		               GP_ARG(pack->info.name), w->format.suffix);
}

bool
gp_pack_file_name(const struct gp_pack *pack, const char *format,
                  char out[GP_FILE_NAME])
{
	const struct gp_writer *w = gp_writer_find(format);

	bool found = w && w->write;

	if (found)
		file_name(pack, w, out);
	return found;
}

/* What every output of a run has in common: the date and, where a format asks
   for it, the design, which is kept in `design`, and the reference to both. */
static bool
settle_job(struct gp_write_job *job, bool has_design, struct gp_style *design,
           struct gp_err *e)
{
	if (!gp_pack_date(job->pack, &job->date, e))
		return false;
	job->design = has_design ? design : NULL;
	return !has_design ||
	       (gp_design_read(job, design, e) &&
	        gp_pack_reference(job->pack, design, job->reference, e));
}

static bool
write_one(const struct gp_writer *w, const struct gp_write_job *job,
          struct gp_bytes *out, struct gp_err *e)
{
	struct gp_buf buf = { 0 };
	bool ok = w->write(job, &buf, e) && gp_buf_ok(&buf, e);

	*out = (struct gp_bytes){ NULL, 0 };
	if (ok)
		*out = gp_buf_take(&buf);
	gp_buf_free(&buf);
	return ok;
}

bool
gp_write(const struct gp_settings *settings, const struct gp_pack *pack,
         const char *format, const struct gp_bytes *previous,
         struct gp_bytes *out, struct gp_diag *d, struct gp_err *e)
{
	const struct gp_writer *w = gp_writer_find(format);
	struct gp_host host = gp_host_of(settings);
	struct gp_write_job job = {
		.host = &host, .pack = pack, .previous = previous, .diag = d
	};
	struct gp_style design;

	*out = (struct gp_bytes){ NULL, 0 };
	if (!w || !w->write)
		return gp_fail(e, GP_USAGE, "there is no format `%s`", format);
	return settle_job(&job, w->format.has_design, &design, e) &&
	       write_one(w, &job, out, e);
}

/* The last output under this name; no bytes when there is none.  False when
   there is one that cannot be read. */
static bool
read_last(struct outputs_run *r, const char *name, struct gp_bytes *bytes,
          struct gp_err *e)
{
	struct gp_err why = { 0 };
	struct gp_str path;

	*bytes = (struct gp_bytes){ NULL, 0 };
	if (!r->last)
		return true;
	path = gp_arena_printf(r->out->arena, "%s/%s", r->last, name);
	if (!gp_arena_ok(r->out->arena, e))
		return false;
	if (gp_read(path.p, GP_MAX_SOURCE_BYTES, bytes, &why) ||
	    !gp_file_exists(path.p))
		return true;
	return gp_fail_at(e, why.code == GP_NOMEM ? GP_NOMEM : GP_OUTPUT,
	                  path.p, 0, 0, "the last output %s", why.msg);
}

/* One more, which takes the bytes. */
static bool
add_output(struct outputs_run *r, struct gp_str name, const char *type,
           struct gp_bytes bytes, struct gp_err *e)
{
	struct gp_outputs *all = r->out;
	struct gp_output *o =
		GP_VEC_ADD(all->arena, all->rows, all->n, all->room);

	if (!o) {
		gp_bytes_free(&bytes);
		return gp_arena_ok(all->arena, e);
	}
	*o = (struct gp_output){ .name = gp_arena_str(all->arena, name).p,
		                 .type = type,
		                 .bytes = bytes };
	return gp_arena_ok(all->arena, e);
}

static bool
note_made(struct outputs_run *r, struct gp_made what, struct gp_err *e)
{
	struct gp_made *row =
		GP_VEC_ADD(r->out->arena, r->made, r->n_made, r->made_room);

	if (row)
		*row = what;
	return gp_arena_ok(r->out->arena, e);
}

static bool
add_cover(struct outputs_run *r, const char *name, struct gp_buf *png,
          struct gp_err *e)
{
	bool ok = gp_buf_ok(png, e) &&
	          (png->len == 0 || add_output(r, gp_str(name), "image/png",
	                                       gp_buf_take(png), e));

	gp_buf_free(png);
	return ok;
}

/* Takes what the book left there, if this output was one. */
static bool
add_covers(struct outputs_run *r, struct gp_covers *c, struct gp_err *e)
{
	bool ok = add_cover(r, GP_COVER_FILE, &c->whole, e);

	return add_cover(r, GP_SMALL_COVER_FILE, &c->small, e) && ok;
}

static bool
make_file(struct outputs_run *r, const struct gp_writer *w, struct gp_err *e)
{
	struct gp_write_job job = r->job;
	struct gp_bytes previous = { NULL, 0 }, bytes = { NULL, 0 };
	struct gp_made what = { .type = w->format.type };
	struct gp_covers covers = { .whole = { .max = 0 } };
	char name[GP_FILE_NAME];
	bool ok;

	file_name(r->job.pack, w, name);
	what.path = gp_arena_cstr(r->out->arena, name);
	ok = gp_arena_ok(r->out->arena, e) &&
	     (!w->format.has_state || read_last(r, name, &previous, e));
	job.previous = previous.data ? &previous : NULL;
	job.pages = &what.pages;
	job.covers = r->covers ? &covers : NULL;
	ok = ok && write_one(w, &job, &bytes, e);
	gp_bytes_free(&previous);
	what.bytes = bytes.size;
	ok = ok && note_made(r, what, e) &&
	     add_output(r, what.path, what.type, bytes, e);
	return add_covers(r, &covers, e) && ok;
}

/* ---- writers of several files ---- */

struct folder_taking {
	struct outputs_run *run;
	const char *folder;
};

static bool
take_file(void *user, struct gp_str name, const char *type,
          struct gp_buf *bytes, struct gp_err *e)
{
	struct folder_taking *t = user;
	struct gp_str path = gp_arena_printf(t->run->out->arena, "%s%.*s",
	                                     t->folder, GP_ARG(name));

	return gp_arena_ok(t->run->out->arena, e) && gp_buf_ok(bytes, e) &&
	       add_output(t->run, path, type, gp_buf_take(bytes), e);
}

static bool
make_files(struct outputs_run *r, const struct gp_writer *w, struct gp_err *e)
{
	struct folder_taking taking = { r, r->flat ? "" : w->folder };
	const struct gp_file_sink sink = { take_file, &taking };
	struct gp_write_job job = r->job;

	job.made = r->made;
	job.n_made = r->n_made;
	job.way_out = r->flat ? "" : "../";
	return w->write_files(&job, &sink, e);
}

/* ---- all of them ---- */

static bool
run_writer(struct outputs_run *r, const struct gp_writer *w, struct gp_err *e)
{
	bool ok = w->write ? make_file(r, w, e) : make_files(r, w, e);

	if (w->libraries)
		w->libraries(&r->used);
	return ok;
}

static bool
run_writers(struct outputs_run *r, struct gp_err *e)
{
	size_t i, n = 0;
	bool has_design = false;

	for (; gp_writers[n]; n++)
		has_design |= gp_writers[n]->format.has_design;
	if (!settle_job(&r->job, has_design, &r->design, e))
		return false;
	if (r->draft)
		r->job.reference[0] = '\0';
	memcpy(r->out->reference, r->job.reference, GP_REFERENCE_TEXT);
	for (i = 0; i < n; i++)
		if ((r->feeds || !gp_writers[i]->is_feed) &&
		    (!gp_host_progress(r->job.host, gp_writers[i]->format.name,
		                       i, n, e) ||
		     !run_writer(r, gp_writers[i], e)))
			return false;
	return gp_host_progress(r->job.host, "write", n, n, e);
}

/* Those that shape every pack, whatever its formats. */
static void
note_libraries(struct gp_ingredients *used)
{
	char pcre2[64] = "", nettle[32];

	(void)pcre2_config(PCRE2_CONFIG_VERSION, pcre2);
	(void)snprintf(nettle, sizeof nettle, "%d.%d", NETTLE_VERSION_MAJOR,
	               NETTLE_VERSION_MINOR);
	gp_used_library(used, "PCRE2", pcre2);
	gp_used_library(used, "jansson", JANSSON_VERSION);
	gp_used_library(used, "libyaml", yaml_get_version_string());
	gp_used_library(used, "nettle", nettle);
}

static bool
describe(struct outputs_run *r, struct gp_err *e)
{
	struct gp_buf manifest = { 0 }, sums = { 0 };
	bool ok;

	note_libraries(&r->used);
	ok = gp_manifest(&r->job, r->out->rows, r->out->n, &manifest, e);

	ok = ok && add_output(r, gp_str(manifest_name), "application/json",
	                      gp_buf_take(&manifest), e);
	gp_checksums(r->out->rows, r->out->n, &sums);
	ok = ok && gp_buf_ok(&sums, e) &&
	     add_output(r, gp_str(checksums_name), "text/plain",
	                gp_buf_take(&sums), e);
	gp_buf_free(&manifest);
	gp_buf_free(&sums);
	return ok;
}

bool
gp_outputs_make(const struct gp_outputs_wanted *w, struct gp_outputs *out,
                struct gp_diag *d, struct gp_err *e)
{
	struct gp_host host = gp_host_of(w->settings);
	struct outputs_run r = {
		.job = { .host = &host, .pack = w->pack, .diag = d },
		.last = w->last,
		.feeds = !w->no_feeds,
		.covers = w->covers,
		.flat = w->flat,
		.draft = w->draft,
		.out = out,
	};
	size_t i;

	*out = (struct gp_outputs){ .arena = gp_arena_new(GP_MAX_PACK_ARENA) };
	if (!out->arena)
		return gp_fail(e, GP_NOMEM, "out of memory");
	r.used.arena = out->arena;
	r.job.used = &r.used;
	for (i = 0; i < w->n_feeds; i++)
		if (!note_made(&r, w->feeds[i], e))
			return false;
	return run_writers(&r, e) && describe(&r, e);
}

void
gp_outputs_free(struct gp_outputs *out)
{
	size_t i;

	for (i = 0; i < out->n; i++)
		gp_bytes_free(&out->rows[i].bytes);
	gp_arena_free(out->arena);
	*out = (struct gp_outputs){ .n = 0 };
}

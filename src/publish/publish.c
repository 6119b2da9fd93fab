/*
 * The whole run: every writer, the manifest, the checksums, all at once into
 * the output folder.  Knows no format.
 */
#include "base/file.h"
#include "base/limits.h"
#include "pack/design.h"
#include "publish/manifest.h"
#include "publish/retire.h"
#include "publish/staging.h"
#include "write/write.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <jansson.h>
#include <nettle/version.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <yaml.h>

enum { N_DESCRIPTIONS = 2 };

static const char manifest_name[] = "manifest.json";
static const char checksums_name[] = "SHA256SUMS";

struct publish_run {
	struct gp_write_job job; /* all but the last output */
	struct gp_style design;
	struct gp_ingredients used;
	const char *folder;
	struct gp_arena *arena;
	struct gp_output *outputs; /* a row for each, and for descriptions */
	size_t n_outputs;
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

	if (w)
		file_name(pack, w, out);
	return w != NULL;
}

/* What every output of a run has in common: the date and, where a format asks
   for it, the design, which is kept in `design`. */
static bool
settle_job(struct gp_write_job *job, bool has_design, struct gp_style *design,
           struct gp_err *e)
{
	if (!gp_pack_date(job->pack, &job->date, e))
		return false;
	job->design = has_design ? design : NULL;
	return !has_design || gp_design_read(job, design, e);
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
	if (!w)
		return gp_fail(e, GP_USAGE, "there is no format `%s`", format);
	return settle_job(&job, w->format.has_design, &design, e) &&
	       write_one(w, &job, out, e);
}

/* The last output under this name; no bytes when there is none.  False when
   there is one that cannot be read. */
static bool
read_last(struct publish_run *r, const char *name, struct gp_bytes *bytes,
          struct gp_err *e)
{
	struct gp_str path =
		gp_arena_printf(r->arena, "%s/%s", r->folder, name);
	struct gp_err why = { 0 };

	*bytes = (struct gp_bytes){ NULL, 0 };
	if (!gp_arena_ok(r->arena, e))
		return false;
	if (gp_read(path.p, GP_MAX_SOURCE_BYTES, bytes, &why) ||
	    !gp_file_exists(path.p))
		return true;
	return gp_fail_at(e, why.code == GP_NOMEM ? GP_NOMEM : GP_OUTPUT,
	                  path.p, 0, 0, "the last output %s", why.msg);
}

static struct gp_output *
next_output(struct publish_run *r, const char *name, const char *type)
{
	struct gp_output *o = &r->outputs[r->n_outputs++];

	*o = (struct gp_output){ .name = name, .type = type };
	return o;
}

static bool
run_writer(struct publish_run *r, const struct gp_writer *w, struct gp_err *e)
{
	struct gp_write_job job = r->job;
	struct gp_bytes previous = { NULL, 0 };
	char name[GP_FILE_NAME];
	struct gp_output *o;
	bool ok;

	file_name(r->job.pack, w, name);
	o = next_output(r, gp_arena_cstr(r->arena, name).p, w->format.type);
	ok = gp_arena_ok(r->arena, e) &&
	     (!w->format.has_state || read_last(r, o->name, &previous, e));
	job.previous = previous.data ? &previous : NULL;
	ok = ok && write_one(w, &job, &o->bytes, e);
	if (w->libraries)
		w->libraries(&r->used);
	gp_bytes_free(&previous);
	return ok;
}

static bool
run_writers(struct publish_run *r, struct gp_err *e)
{
	size_t i, n = 0;
	bool has_design = false;

	for (; gp_writers[n]; n++)
		has_design |= gp_writers[n]->format.has_design;
	r->outputs = gp_arena_array(r->arena, n + N_DESCRIPTIONS,
	                            sizeof *r->outputs);
	if (!gp_arena_ok(r->arena, e) ||
	    !settle_job(&r->job, has_design, &r->design, e))
		return false;
	for (i = 0; i < n; i++)
		if (!gp_host_progress(r->job.host, gp_writers[i]->format.name,
		                      i, n, e) ||
		    !run_writer(r, gp_writers[i], e))
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
describe(struct publish_run *r, struct gp_err *e)
{
	struct gp_buf manifest = { 0 }, sums = { 0 };
	bool ok;

	note_libraries(&r->used);
	ok = gp_manifest(r->job.pack, &r->used, r->outputs, r->n_outputs,
	                 &manifest, e);

	if (ok)
		next_output(r, manifest_name, "application/json")->bytes =
			gp_buf_take(&manifest);
	gp_checksums(r->outputs, r->n_outputs, &sums);
	ok = ok && gp_buf_ok(&sums, e);
	if (ok)
		next_output(r, checksums_name, "text/plain")->bytes =
			gp_buf_take(&sums);
	gp_buf_free(&manifest);
	gp_buf_free(&sums);
	return ok;
}

/* The sources would stand among the outputs, and might be replaced. */
static bool
is_one_folder(const char *of_articles, const char *of_outputs)
{
	struct stat content, out;

	return of_articles && stat(of_articles, &content) == 0 &&
	       stat(of_outputs, &out) == 0 && content.st_ino == out.st_ino &&
	       content.st_dev == out.st_dev;
}

static bool
commit(struct publish_run *r, struct gp_published *done, struct gp_err *e)
{
	struct gp_staging *s = gp_staging_open(r->folder, e);
	bool ok = s != NULL;
	size_t i;

	for (i = 0; ok && i < r->n_outputs; i++)
		ok = gp_staging_add(s, r->outputs[i].name, &r->outputs[i].bytes,
		                    e);
	ok = ok && gp_retire_old(r->folder, s, r->job.diag, e) &&
	     gp_host_progress(r->job.host, "publish", 0, 1, e) &&
	     gp_staging_commit(s, done, e);
	gp_staging_free(s);
	return ok;
}

bool
gp_publish(const struct gp_settings *settings, const struct gp_pack *pack,
           const char *out, struct gp_published *done, struct gp_diag *d,
           struct gp_err *e)
{
	struct gp_host host = gp_host_of(settings);
	struct publish_run r = {
		.job = { .host = &host, .pack = pack, .diag = d }, .folder = out
	};
	bool ok;
	size_t i;

	*done = (struct gp_published){ 0, 0 };
	if (is_one_folder(settings->folder, out))
		return gp_fail_at(e, GP_USAGE, out, 0, 0,
		                  "is the folder of the articles; give "
		                  "another with -o");
	r.arena = gp_arena_new(GP_MAX_PACK_ARENA);
	if (!r.arena)
		return gp_fail(e, GP_NOMEM, "out of memory");
	r.used.arena = r.arena;
	r.job.used = &r.used;
	ok = run_writers(&r, e) && describe(&r, e) && commit(&r, done, e);
	for (i = 0; i < r.n_outputs; i++)
		gp_bytes_free(&r.outputs[i].bytes);
	gp_arena_free(r.arena);
	return ok;
}

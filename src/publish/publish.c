/*
 * The whole run: every writer, the manifest, the checksums, all at once into
 * the output folder.  Knows no format.
 */
#include "base/file.h"
#include "base/limits.h"
#include "publish/manifest.h"
#include "publish/staging.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_OUTPUTS = 16 };

static const char manifest_name[] = "manifest.json";
static const char checksums_name[] = "SHA256SUMS";

struct run {
	const struct gp_pack *pack;
	const char *folder;
	struct gp_arena *arena;
	struct gp_ingredients used;
	struct gp_diag *diag;
	struct gp_output outputs[MAX_OUTPUTS];
	size_t n_outputs;
};

static struct gp_str
file_name(struct gp_arena *a, const struct gp_pack *pack,
          const struct gp_writer *w)
{
	if (w->file)
		return gp_str(w->file);
	return gp_arena_printf(a, "%.*s%s", GP_ARG(pack->info.name), w->suffix);
}

const char *
gp_pack_file_name(const struct gp_pack *pack, const char *format)
{
	const struct gp_writer *w = gp_writer_find(format);

	return w ? file_name(pack->arena, pack, w).p : NULL;
}

static bool
write_one(const struct gp_writer *w, const struct gp_pack *pack,
          const struct gp_bytes *previous, struct gp_ingredients *used,
          struct gp_bytes *out, struct gp_diag *d, struct gp_err *e)
{
	struct gp_write_job job = {
		.pack = pack,
		.previous = previous,
		.diag = d,
		.used = used,
	};
	struct gp_buf buf = { 0 };
	bool ok = gp_pack_date(pack, &job.date, e) && w->write(&job, &buf, e) &&
	          gp_buf_ok(&buf, e);

	*out = (struct gp_bytes){ NULL, 0 };
	if (ok)
		*out = gp_buf_take(&buf);
	gp_buf_free(&buf);
	return ok;
}

bool
gp_write(const struct gp_pack *pack, const char *format,
         const struct gp_bytes *previous, struct gp_bytes *out,
         struct gp_diag *d, struct gp_err *e)
{
	const struct gp_writer *w = gp_writer_find(format);

	if (!w)
		return gp_fail(e, GP_USAGE, "there is no format `%s`", format);
	return write_one(w, pack, previous, NULL, out, d, e);
}

/* The last output under this name; no bytes when there is none.  False when
   there is one that cannot be read. */
static bool
read_last(struct run *r, struct gp_str name, struct gp_bytes *bytes,
          struct gp_err *e)
{
	struct gp_str path =
		gp_arena_printf(r->arena, "%s/%.*s", r->folder, GP_ARG(name));
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

static struct gp_bytes
last_output(struct run *r, struct gp_str name)
{
	struct gp_err ignored = { 0 };
	struct gp_bytes bytes;

	(void)read_last(r, name, &bytes, &ignored);
	return bytes;
}

static struct gp_output *
next_output(struct run *r, const char *name, const char *type)
{
	struct gp_output *o = &r->outputs[r->n_outputs++];

	*o = (struct gp_output){ .name = name, .type = type };
	return o;
}

static bool
run_writer(struct run *r, const struct gp_writer *w, struct gp_err *e)
{
	struct gp_str name = file_name(r->arena, r->pack, w);
	struct gp_output *o = next_output(r, name.p, w->type);
	struct gp_bytes previous = { NULL, 0 };
	bool ok = (!w->has_state || read_last(r, name, &previous, e)) &&
	          write_one(w, r->pack, previous.data ? &previous : NULL,
	                    &r->used, &o->bytes, r->diag, e);

	gp_bytes_free(&previous);
	return ok;
}

static bool
run_writers(struct run *r, struct gp_err *e)
{
	size_t i, n = 0;

	while (gp_writers[n])
		n++;
	for (i = 0; i < n; i++)
		if (!gp_pack_progress(r->pack, gp_writers[i]->name, i, n, e) ||
		    !run_writer(r, gp_writers[i], e))
			return false;
	return gp_pack_progress(r->pack, "write", n, n, e);
}

static bool
describe(struct run *r, struct gp_err *e)
{
	struct gp_buf manifest = { 0 }, sums = { 0 };
	bool ok = gp_manifest(r->pack, &r->used, r->outputs, r->n_outputs,
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

/* True when the file still has the bytes that a row of SHA256SUMS names: then
   govpub made it, and nobody changed it since. */
static bool
is_ours(struct run *r, struct gp_str name, struct gp_str sha256)
{
	struct gp_bytes bytes = last_output(r, name);
	char hex[GP_SHA256_HEX];

	if (!bytes.data)
		return false;
	gp_sha256_hex(bytes.data, bytes.size, hex);
	gp_bytes_free(&bytes);
	return gp_str_eq(gp_str(hex), sha256);
}

/* Retires what an earlier run made under names that are no longer in use,
   such as the EPUB of a pack that had another title. */
static bool
retire_old(struct run *r, struct gp_staging *s, struct gp_err *e)
{
	struct gp_bytes old = last_output(r, GP_STR("SHA256SUMS"));
	struct gp_str rest = { (const char *)old.data, old.size }, line;
	bool ok = true;

	while (ok && rest.n && gp_str_split(&rest, '\n', &line)) {
		struct gp_str sha256 = gp_str_sub(line, 0, GP_SHA256_HEX - 1);
		struct gp_str name =
			gp_str_sub(line, GP_SHA256_HEX + 1, line.n);

		if (name.n == 0 ||
		    gp_str_find(name, GP_STR("/"), 0) != name.n ||
		    !is_ours(r, name, sha256))
			continue;
		ok = gp_staging_retire(s, gp_arena_str(r->arena, name).p, e);
	}
	gp_bytes_free(&old);
	return ok;
}

static bool
commit(struct run *r, struct gp_published *done, struct gp_err *e)
{
	struct gp_staging *s = gp_staging_open(r->folder, e);
	bool ok = s != NULL;
	size_t i;

	for (i = 0; ok && i < r->n_outputs; i++)
		ok = gp_staging_add(s, r->outputs[i].name, &r->outputs[i].bytes,
		                    e);
	ok = ok && retire_old(r, s, e) &&
	     gp_pack_progress(r->pack, "publish", 0, 1, e) &&
	     gp_staging_commit(s, done, e);
	gp_staging_free(s);
	return ok;
}

bool
gp_publish(const struct gp_pack *pack, const char *out,
           struct gp_published *done, struct gp_diag *d, struct gp_err *e)
{
	struct run r = { .pack = pack, .folder = out, .diag = d };
	bool ok;
	size_t i;

	*done = (struct gp_published){ 0, 0 };
	r.arena = gp_arena_new(GP_MAX_PACK_ARENA);
	if (!r.arena)
		return gp_fail(e, GP_NOMEM, "out of memory");
	r.used.arena = r.arena;
	ok = run_writers(&r, e) && describe(&r, e) && commit(&r, done, e);
	for (i = 0; i < r.n_outputs; i++)
		gp_bytes_free(&r.outputs[i].bytes);
	gp_arena_free(r.arena);
	return ok;
}

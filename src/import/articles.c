/*
 * What one source holds: see import.h.  The names of parts are made here, so
 * that nothing of a container's own naming reaches a path, an address or a
 * message as it was.
 */
#include "import/articles.h"

#include "base/buf.h"
#include "base/file_name.h"
#include "base/limits.h"
#include "base/text/uri.h"
#include "base/vec.h"

#include <stdlib.h>
#include <string.h>

enum { SHOWN_NAME = 512, DIGEST = 12, NUMBER = 24 };

void
gp_articles_free(struct gp_articles *a)
{
	size_t i;

	for (i = 0; i < a->count; i++)
		gp_draft_free(a->drafts[i]);
	free(a->drafts);
	gp_arena_free(a->arena);
	*a = (struct gp_articles){ .arena = NULL };
}

/* ---- names ---- */

static bool
is_plain(char c)
{
	return gp_is_alnum(c) || c == '.' || c == '_';
}

/* Letters, digits, '.' and '_', with one '-' for anything between them; what
   is too long ends in a digest, so that two names stay two. */
static void
plain_name(struct gp_str part, char out[GP_MAX_PART_NAME + 1])
{
	char hex[GP_SHA256_HEX];
	size_t i, n = 0, most = GP_MAX_PART_NAME - DIGEST - 8;
	bool gap = false;

	for (i = 0; i < part.n && n < most; i++) {
		if (!is_plain(part.p[i])) {
			gap = n > 0;
			continue;
		}
		if (gap)
			out[n++] = '-';
		gap = false;
		out[n++] = part.p[i];
	}
	out[n] = '\0';
	if (n > 0 && i == part.n)
		return;
	gp_sha256_hex(part.p, part.n, hex);
	gp_format(out + n, GP_MAX_PART_NAME - n, "%s%.*s", n ? "-" : "part-",
	          DIGEST, hex);
}

/* A name that an article has, and the last number that was tried behind it
   for another article. */
struct taken {
	size_t number;
};

static void
take_name(struct gp_articles *a, struct gp_str name)
{
	struct taken *t = gp_arena_alloc(a->arena, sizeof *t);

	if (t)
		t->number = 1;
	gp_map_put(&a->parts, name, t);
}

/* The first of NAME-2, NAME-3 and so on that is free.  No number is tried
   behind a name twice, and what is taken is NAME-NUMBER in one way only, so
   that all tries together are no more than twice the names. */
static void
number_name(struct gp_articles *a, char *name, size_t room, struct taken *t)
{
	size_t length = strlen(name);

	do
		gp_format(name + length, room - length, "-%zu", ++t->number);
	while (gp_map_find(&a->parts, gp_str(name)));
}

struct gp_str
gp_articles_name(struct gp_articles *a, const char *file, struct gp_str part)
{
	char plain[GP_MAX_PART_NAME + 1], shown[SHOWN_NAME];
	char name[SHOWN_NAME + GP_MAX_PART_NAME + NUMBER];
	struct gp_str kept;
	struct taken *t;

	plain_name(part, plain);
	gp_format(shown, sizeof shown, "%s", file ? file : "");
	gp_format(name, sizeof name, "%s#%s", shown, plain);
	t = gp_map_find(&a->parts, gp_str(name));
	if (t)
		number_name(a, name, sizeof name, t);
	kept = gp_arena_cstr(a->arena, name);
	take_name(a, kept);
	return kept;
}

/* ---- drafts ---- */

/* Appends a draft, which is the list's from then on. */
static bool
append_draft(struct gp_articles *a, struct gp_draft *draft, struct gp_err *e)
{
	struct gp_draft **row = GP_VEC_ADD(NULL, a->drafts, a->count, a->room);

	if (!row)
		return gp_fail(e, GP_NOMEM, "out of memory");
	*row = draft;
	return true;
}

struct gp_draft *
gp_articles_take(struct gp_articles *a)
{
	return a->count ? a->drafts[--a->count] : NULL;
}

void
gp_articles_undo(struct gp_articles *out)
{
	gp_draft_free(gp_articles_take(out));
}

struct gp_draft *
gp_articles_new(struct gp_articles *out, const struct gp_source_bytes *source,
                struct gp_err *e)
{
	struct gp_draft *draft;

	if (out->count >= GP_MAX_PARTS) {
		gp_fail(e, GP_LIMIT, "holds more than %zu articles",
		        GP_MAX_PARTS);
		return NULL;
	}
	draft = gp_draft_new(GP_MAX_DOC_ARENA);
	if (!draft || !append_draft(out, draft, e)) {
		gp_fail(e, GP_NOMEM, "out of memory");
		gp_draft_free(draft);
		return NULL;
	}
	draft->input.file = gp_name_shown(draft->arena, gp_str(source->name));
	draft->input.bytes = source->data.n;
	return draft;
}

struct gp_draft *
gp_articles_add(struct gp_articles *out, const struct gp_source_bytes *source,
                struct gp_str part, struct gp_err *e)
{
	struct gp_draft *draft = gp_articles_new(out, source, e);
	struct gp_str name;

	if (!draft)
		return NULL;
	if (part.n == 0)
		return draft;
	name = gp_articles_name(out, source->name, part);
	draft->input.file = gp_arena_str(draft->arena, name);
	if (!gp_arena_ok(out->arena, e) || !gp_arena_ok(draft->arena, e))
		return NULL;
	return draft;
}

/* ---- members ---- */

bool
gp_articles_count(struct gp_articles *out, size_t bytes, struct gp_err *e)
{
	if (bytes > GP_MAX_UNPACKED - out->unpacked)
		return gp_fail(e, GP_LIMIT,
		               "holds more than %zu MiB when unpacked",
		               GP_MAX_UNPACKED / GP_MIB);
	out->unpacked += bytes;
	return true;
}

bool
gp_articles_attach(struct gp_articles *out,
                   const struct gp_source_bytes *container, struct gp_str id,
                   struct gp_str name, struct gp_str data, struct gp_err *e)
{
	struct gp_attachment *f;

	if (out->n_files++ >= GP_MAX_PARTS)
		return gp_fail(e, GP_LIMIT, "holds more than %zu files",
		               GP_MAX_PARTS);
	f = gp_arena_alloc(out->arena, sizeof *f);
	if (!f)
		return gp_arena_ok(out->arena, e);
	f->scope = gp_arena_cstr(out->arena,
	                         container->name ? container->name : "");
	f->id = gp_arena_str(out->arena, id);
	f->name = gp_arena_str(out->arena, name);
	f->data = gp_arena_str(out->arena, data);
	if (out->last_file)
		out->last_file->next = f;
	else
		out->files = f;
	out->last_file = f;
	return gp_arena_ok(out->arena, e);
}

/* ---- pictures ---- */

struct gp_str
gp_picture_path(struct gp_str target, struct gp_str beside, struct gp_buf *out)
{
	size_t end = gp_str_find(target, GP_STR("?"), 0), dir = beside.n;
	size_t hash = gp_str_find(target, GP_STR("#"), 0);

	gp_buf_clear(out);
	while (dir > 0 && beside.p[dir - 1] != '/')
		dir--;
	while (gp_str_starts(target, GP_STR("./")) && end > 2) {
		target = gp_str_sub(target, 2, target.n);
		end -= 2;
		hash -= 2;
	}
	gp_buf_str(out, gp_str_sub(beside, 0, dir));
	gp_uri_unescape(gp_str_sub(target, 0, end < hash ? end : hash), out);
	return gp_buf_view(out);
}

/* A mail's own pictures, not those of another mail in the same archive. */
static bool
is_within(const struct gp_draft *draft, struct gp_str scope)
{
	struct gp_str file = draft->input.file;

	return gp_str_starts(file, scope) &&
	       (file.n == scope.n || file.p[scope.n] == '#');
}

static bool
is_meant(const struct gp_attachment *f, struct gp_str target,
         struct gp_str origin, struct gp_str path)
{
	if (gp_str_eq_nocase(gp_str_sub(target, 0, 4), GP_STR("cid:")))
		return f->id.n && gp_str_eq(f->id, path);
	return f->name.n &&
	       (gp_str_eq(f->name, path) || gp_str_eq(f->name, target) ||
	        gp_str_eq(f->name, origin));
}

const struct gp_attachment *
gp_articles_find(const struct gp_articles *all, const struct gp_draft *draft,
                 struct gp_str target, struct gp_str origin)
{
	const struct gp_attachment *f, *best = NULL;
	bool by_id = gp_str_eq_nocase(gp_str_sub(target, 0, 4), GP_STR("cid:"));
	struct gp_buf buf = { .max = GP_MAX_LINE_BYTES };
	struct gp_str path = gp_picture_path(
		by_id ? gp_str_sub(target, 4, target.n) : target,
		by_id ? GP_STR("") : draft->part, &buf);

	for (f = all->files; target.n && f; f = f->next)
		if ((!best || f->scope.n > best->scope.n) &&
		    is_within(draft, f->scope) &&
		    is_meant(f, target, origin, path))
			best = f;
	gp_buf_free(&buf);
	return best;
}

/* Sources read by themselves, outside of any pack: by the rules of a folder
   that are read once, and in a context of their own for what only a pack
   would keep, their pictures and what was left out.  How a source becomes
   documents is not known here. */
#include "pack/take.h"

#include "base/limits.h"

#include <stdlib.h>
#include <string.h>

/* All is const here but for what one call leaves behind: see branch(). */
struct gp_folder_rules {
	struct gp_context shared;
};

struct gp_folder_rules *
gp_folder_rules_read(const struct gp_settings *settings, struct gp_err *e)
{
	struct gp_folder_rules *r = calloc(1, sizeof *r);

	if (!r) {
		gp_fail(e, GP_NOMEM, "out of memory");
		return NULL;
	}
	if (gp_context_open(&r->shared, settings, NULL, e) &&
	    gp_context_read(&r->shared, e))
		return r;
	gp_folder_rules_free(r);
	return NULL;
}

void
gp_folder_rules_free(struct gp_folder_rules *r)
{
	if (!r)
		return;
	gp_context_free(&r->shared);
	free(r);
}

/* The context of one call: what it writes to is its own. */
static bool
branch(const struct gp_folder_rules *r, struct gp_diag *d,
       struct gp_context *own, struct gp_err *e)
{
	*own = r->shared;
	own->diag = d;
	own->arena = gp_arena_new(GP_MAX_PACK_ARENA);
	own->inputs = (struct gp_inputs){ .arena = own->arena,
		                          .seen.arena = own->arena };
	own->held.names = (struct gp_map){ .arena = own->arena };
	own->left_out = (struct gp_left_outs){ .arena = own->arena };
	if (!gp_pictures_open(&own->pictures, e))
		return false;
	return own->arena || gp_fail(e, GP_NOMEM, "out of memory");
}

static void
end_branch(struct gp_context *own)
{
	gp_pictures_free(&own->pictures);
	gp_arena_free(own->arena);
}

struct gp_docs *
gp_docs_read_by(const struct gp_folder_rules *r, const char *name,
                const void *data, size_t size, struct gp_diag *d,
                struct gp_err *e)
{
	const char *slash = strrchr(name, '/'),
		   *base = slash ? slash + 1 : name;
	struct gp_docs *docs = calloc(1, sizeof *docs);
	struct gp_reading reading;
	struct gp_context own;
	bool ok;

	if (!docs) {
		gp_fail(e, GP_NOMEM, "out of memory");
		return NULL;
	}
	ok = branch(r, d, &own, e);
	if (ok) {
		gp_reading_make(&own, base, (struct gp_str){ data, size },
		                &reading);
		ok = gp_docs_take(&own, base, name, &reading, docs, e);
		gp_reading_free(&reading);
		gp_left_outs_say(&own.left_out, 0, d);
	}
	end_branch(&own);
	if (ok)
		return docs;
	gp_docs_free(docs);
	return NULL;
}

struct gp_docs *
gp_docs_read(const struct gp_settings *settings, const char *name,
             const void *data, size_t size, struct gp_diag *d, struct gp_err *e)
{
	struct gp_folder_rules *r = gp_folder_rules_read(settings, e);
	struct gp_docs *docs =
		r ? gp_docs_read_by(r, name, data, size, d, e) : NULL;

	gp_folder_rules_free(r);
	return docs;
}

void
gp_docs_free(struct gp_docs *docs)
{
	if (!docs)
		return;
	gp_docs_clear(docs);
	free(docs);
}

size_t
gp_docs_count(const struct gp_docs *docs)
{
	return docs->count;
}

const struct gp_doc *
gp_docs_at(const struct gp_docs *docs, size_t i)
{
	return i < docs->count ? docs->rows[i] : NULL;
}

const struct gp_doc *
gp_doc_read(const struct gp_settings *settings, const char *name,
            const void *data, size_t size, struct gp_diag *d, struct gp_err *e)
{
	struct gp_docs *docs = gp_docs_read(settings, name, data, size, d, e);
	const struct gp_doc *doc = NULL;

	if (docs && docs->count == 1)
		doc = docs->rows[--docs->count];
	else if (docs)
		gp_fail_at(e, GP_INPUT, name, 0, 0,
		           "holds %zu articles, not one", docs->count);
	gp_docs_free(docs);
	return doc;
}

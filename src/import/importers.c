/*
 * The table of importers, made of importers.def, and the choice among them.
 * Knows no format but plain text, which takes what nobody else wants.
 */
#include "import/articles.h"

#include "base/limits.h"

#include <string.h>

static const struct gp_importer *const importers[] = {
#define GP_IMPORTER(name) &gp_import_##name,
#include "import/importers.def"
#undef GP_IMPORTER
	NULL,
};

static struct gp_str
suffix_of(const char *name)
{
	const char *slash = name ? strrchr(name, '/') : NULL;
	const char *base = slash ? slash + 1 : name;
	const char *dot = base ? strrchr(base, '.') : NULL;

	return dot && dot != base ? gp_str(dot) : GP_STR("");
}

static bool
has_suffix(const struct gp_importer *i, struct gp_str suffix)
{
	struct gp_str rest = gp_str(i->suffixes), word;

	while (suffix.n && gp_str_word(&rest, &word))
		if (gp_str_eq_nocase(word, suffix))
			return true;
	return false;
}

static const struct gp_importer *
by_suffix(const char *name)
{
	const struct gp_importer *const *i;
	struct gp_str suffix = suffix_of(name);

	for (i = importers; *i; i++)
		if (has_suffix(*i, suffix))
			return *i;
	return NULL;
}

/* Content first, then suffix, then plain text. */
static const struct gp_importer *
importer_of(const struct gp_source_bytes *source)
{
	const struct gp_importer *const *i, *best = NULL;
	int sure, surest = 0;

	for (i = importers; *i; i++) {
		sure = (*i)->sniff ? (*i)->sniff(source) : 0;
		if (sure > surest) {
			surest = sure;
			best = *i;
		}
	}
	if (!best)
		best = by_suffix(source->name);
	return best ? best : &gp_import_text;
}

static bool
read_one(const struct gp_importer *importer,
         const struct gp_source_bytes *source, struct gp_articles *out,
         struct gp_diag *d, struct gp_err *e)
{
	struct gp_draft *draft = gp_articles_new(out, source, e);

	if (!draft)
		return false;
	draft->input.kind = gp_str(importer->kind);
	/* Digesting what is refused anyway would be wasted time. */
	if (!importer->read(source, draft, d, e)) {
		gp_articles_undo(out);
		return false;
	}
	gp_sha256_hex(source->data.p, source->data.n, draft->input.sha256);
	return true;
}

static bool
read_container(const struct gp_importer *importer,
               const struct gp_source_bytes *source, struct gp_articles *out,
               struct gp_diag *d, struct gp_err *e)
{
	char digest[GP_SHA256_HEX];
	size_t before = out->count, i;
	bool ok;

	out->container = true;
	out->depth++;
	ok = importer->unpack(source, out, d, e);
	out->depth--;
	if (ok && out->count == before)
		ok = gp_fail(e, GP_INPUT, "holds no article");
	while (!ok && out->count > before)
		gp_articles_undo(out);
	if (!ok || out->count == before)
		return ok;
	gp_sha256_hex(source->data.p, source->data.n, digest);
	for (i = before; i < out->count; i++) {
		struct gp_input *in = &out->drafts[i]->input;

		/* A file inside it has facts of its own. */
		if (in->sha256[0])
			continue;
		memcpy(in->sha256, digest, sizeof digest);
		in->kind = gp_str(importer->kind);
	}
	return true;
}

/* Appends every article of `source` to `out`.  A failed source leaves none
   of its own behind. */
static bool
import_into(const struct gp_source_bytes *source, struct gp_articles *out,
            struct gp_diag *d, struct gp_err *e)
{
	const struct gp_importer *importer = importer_of(source);

	return importer->unpack ? read_container(importer, source, out, d, e)
	                        : read_one(importer, source, out, d, e);
}

bool
gp_import_all(const struct gp_source_bytes *source, struct gp_articles *out,
              struct gp_diag *d, struct gp_err *e)
{
	*out = (struct gp_articles){
		.arena = gp_arena_new(GP_MAX_UNPACKED + GP_MAX_DOC_ARENA),
	};
	if (!out->arena)
		return gp_fail(e, GP_NOMEM, "out of memory");
	out->parts.arena = out->arena;
	if (import_into(source, out, d, e))
		return true;
	return gp_fail_in(e, source->name ? source->name : "");
}

struct gp_draft *
gp_import(const struct gp_source_bytes *source, struct gp_diag *d,
          struct gp_err *e)
{
	struct gp_articles all;
	struct gp_draft *draft = NULL;

	if (gp_import_all(source, &all, d, e) && all.count > 1)
		gp_fail_at(e, GP_INPUT, source->name, 0, 0,
		           "holds %zu articles, not one", all.count);
	else if (e->code == GP_OK)
		draft = gp_articles_take(&all);
	gp_articles_free(&all);
	return draft;
}

bool
gp_import_takes(const char *name)
{
	return by_suffix(name) != NULL;
}

/* A member that is no article is no reason to refuse the others. */
static bool
excuse(const char *name, struct gp_diag *d, struct gp_err *e,
       const struct gp_err *what)
{
	if (what->code == GP_INPUT || what->code == GP_SYNTAX ||
	    what->code == GP_LIMIT) {
		gp_diag_add(d, GP_WARNING, "left-out", name, what->line,
		            "left out of the pack: %s", what->msg);
		return true;
	}
	return gp_fail_at(e, what->code, name, what->line, what->column, "%s",
	                  what->msg);
}

bool
gp_import_member(struct gp_articles *out,
                 const struct gp_source_bytes *container, struct gp_str part,
                 struct gp_str data, struct gp_str url, struct gp_diag *d,
                 struct gp_err *e)
{
	struct gp_str name = gp_articles_name(out, container->name, part);
	struct gp_source_bytes member = { name.p, data, url, container->site };
	struct gp_err own = { 0 };
	size_t i = out->count;
	bool ok;

	if (!gp_arena_ok(out->arena, e))
		return false;
	if (out->depth >= GP_MAX_CONTAINERS && importer_of(&member)->unpack) {
		gp_fail(&own, GP_INPUT,
		        "it lies too deep, in a container in a container");
		return excuse(name.p, d, e, &own);
	}
	ok = import_into(&member, out, d, &own);
	for (; ok && i < out->count; i++)
		if (out->drafts[i]->part.n == 0)
			out->drafts[i]->part =
				gp_arena_str(out->drafts[i]->arena, part);
	return ok || excuse(name.p, d, e, &own);
}

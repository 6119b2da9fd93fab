/*
 * The registry of importers and the choice among them.  A new source format
 * is one row here; nothing else of this file knows any format.
 */
#include "import/import.h"

#include "base/limits.h"

#include <string.h>

enum { SHOWN_NAME = 512 };

static const struct gp_importer *const importers[] = {
	&gp_import_text,
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

static const struct gp_importer *
choose(const struct gp_source_bytes *source)
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

struct gp_draft *
gp_import(const struct gp_source_bytes *source, struct gp_diag *d,
          struct gp_err *e)
{
	const struct gp_importer *importer = choose(source);
	struct gp_draft *draft = gp_draft_new(GP_MAX_DOC_ARENA);
	const char *name = source->name ? source->name : "";
	char shown[SHOWN_NAME];

	if (!draft) {
		gp_fail(e, GP_NOMEM, "out of memory");
		return NULL;
	}
	/* A file name is bytes; what outputs show of it is clean UTF-8. */
	gp_format(shown, sizeof shown, "%s", name);
	draft->input.file = gp_arena_cstr(draft->arena, shown);
	draft->input.bytes = source->data.n;
	draft->input.kind = gp_str(importer->kind);
	/* Digesting what is refused anyway would be wasted time. */
	if (importer->read(source, draft, d, e)) {
		gp_sha256_hex(source->data.p, source->data.n,
		              draft->input.sha256);
		return draft;
	}
	gp_fail_in(e, name);
	gp_draft_free(draft);
	return NULL;
}

bool
gp_import_takes(const char *name)
{
	return by_suffix(name) != NULL;
}

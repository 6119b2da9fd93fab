/* What a run reads before its articles: see context.h. */
#include "publish/context.h"

#include "base/file.h"
#include "base/limits.h"
#include "import/import.h"

#include <string.h>

enum { SHOWN_NAME = 512 };

static const char rules_path[] = "styles/boilerplate.tsv";

bool
gp_context_open(struct gp_context *c, const struct gp_settings *s,
                struct gp_diag *d, struct gp_err *e)
{
	*c = (struct gp_context){ .settings = s, .diag = d };
	c->arena = gp_arena_new(GP_MAX_PACK_ARENA);
	c->packfile = gp_packfile_new();
	if (!c->arena || !c->packfile)
		return gp_fail(e, GP_NOMEM, "out of memory");
	if (!s->data)
		return gp_fail(e, GP_USAGE, "no data folder was given");
	return true;
}

void
gp_context_free(struct gp_context *c)
{
	gp_arena_free(c->arena);
	gp_packfile_free(c->packfile);
	gp_rules_free(c->rules);
}

/* A file name is bytes; what outputs show of it is clean UTF-8. */
static struct gp_str
shown_name(struct gp_arena *a, struct gp_str name)
{
	char shown[SHOWN_NAME];

	gp_format(shown, sizeof shown, "%.*s", GP_ARG(name));
	return gp_arena_cstr(a, shown);
}

void
gp_context_input(struct gp_context *c, struct gp_str path,
                 const struct gp_bytes *b)
{
	struct gp_ingredient *row;

	if (c->n_inputs == c->cap_inputs)
		return;
	row = &c->inputs[c->n_inputs++];
	row->path = shown_name(c->arena, path);
	row->bytes = b->size;
	gp_sha256_hex(b->data, b->size, row->sha256);
}

/* Reads folder/pack.yaml when it is there. */
static bool
read_packfile(struct gp_context *c, struct gp_err *e)
{
	struct gp_bytes text;
	struct gp_str path;
	bool ok;

	if (!c->settings->folder)
		return true;
	path = gp_arena_printf(c->arena, "%s/pack.yaml", c->settings->folder);
	if (!gp_arena_ok(c->arena, e))
		return false;
	if (!gp_file_exists(path.p))
		return true;
	if (!gp_read(path.p, GP_MAX_PACKFILE_BYTES, &text, e))
		return false;
	gp_context_input(c, GP_STR("pack.yaml"), &text);
	ok = gp_packfile_read(c->packfile, path.p,
	                      (struct gp_str){ (char *)text.data, text.size },
	                      e);
	gp_bytes_free(&text);
	return ok;
}

static bool
read_rules(struct gp_context *c, struct gp_err *e)
{
	struct gp_str path = gp_arena_printf(c->arena, "%s/%s",
	                                     c->settings->data, rules_path);
	struct gp_bytes tsv;

	if (!gp_arena_ok(c->arena, e) ||
	    !gp_read(path.p, GP_MAX_STYLE_BYTES, &tsv, e))
		return false;
	gp_context_input(c, gp_str(rules_path), &tsv);
	c->rules = gp_rules_new(path.p,
	                        (struct gp_str){ (char *)tsv.data, tsv.size },
	                        c->packfile, e);
	gp_bytes_free(&tsv);
	return c->rules != NULL;
}

bool
gp_context_read(struct gp_context *c, size_t articles, struct gp_err *e)
{
	c->cap_inputs = articles + 2;
	c->inputs = gp_arena_array(c->arena, c->cap_inputs, sizeof *c->inputs);
	if (!gp_arena_ok(c->arena, e))
		return false;
	return read_packfile(c, e) && read_rules(c, e);
}

static void
forward_warnings(const struct gp_doc *doc, const char *path, struct gp_diag *d)
{
	const struct gp_warning *w;

	for (w = doc->warnings; w; w = w->next)
		gp_diag_add(d, GP_WARNING, w->code, path, w->line, "%s",
		            w->text.p);
}

/* An error about a base name is an error about that file. */
static void
name_fully(struct gp_err *e, const char *path)
{
	if (!strchr(e->file, '/'))
		e->file[0] = '\0';
	gp_fail_in(e, path);
}

struct gp_doc *
gp_context_article(struct gp_context *c, const char *name, const char *path,
                   struct gp_str bytes, struct gp_err *e)
{
	struct gp_source_bytes source = { .name = name, .data = bytes };
	struct gp_normaliser how = {
		.rules = c->rules,
		.override = gp_packfile_find(c->packfile, gp_str(name)),
		.lang = c->packfile->info.lang.n ? c->packfile->info.lang
		                                 : GP_STR("en-GB"),
		.keep_all = c->settings->keep_all,
	};
	struct gp_draft *draft = gp_import(&source, c->diag, e);
	struct gp_doc *doc = NULL;

	if (draft)
		doc = gp_normalise(draft, &how, e);
	gp_draft_free(draft);
	if (!doc) {
		name_fully(e, path);
		return NULL;
	}
	forward_warnings(doc, path, c->diag);
	return doc;
}

struct gp_doc *
gp_doc_read(const struct gp_settings *settings, const char *name,
            const void *data, size_t size, struct gp_diag *d, struct gp_err *e)
{
	struct gp_context c;
	struct gp_doc *doc = NULL;
	const char *base = strrchr(name, '/');

	if (gp_context_open(&c, settings, d, e) && gp_context_read(&c, 0, e))
		doc = gp_context_article(&c, base ? base + 1 : name, name,
		                         (struct gp_str){ data, size }, e);
	gp_context_free(&c);
	return doc;
}

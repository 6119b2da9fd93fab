/* `govpub normalise`: articles read and printed one after the other, or kept
   for one report on all of them.  It chooses where text goes and in which
   format, by what standard output is; it reads no document itself. */
#include "cli/cli.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { PATH_SIZE = 4096 };

/* What was read; kept to the end for a report only. */
struct readings {
	struct gp_docs **sources;
	size_t n_sources;
	const struct gp_doc **docs;
	size_t n, room;
};

/* For a person at a terminal the explanation, for a pipe JSON. */
static const char *
chosen_format(const struct cli_options *o)
{
	if (o->explain)
		return "explain";
	if (o->format)
		return o->format;
	return isatty(STDOUT_FILENO) ? "explain" : "json";
}

/* With a report nothing else is printed unless it is asked for. */
static bool
is_printed(const struct cli_options *o)
{
	return !o->report || o->explain || o->format;
}

static bool
wants_colour(void)
{
	const char *no = getenv("NO_COLOR"), *term = getenv("TERM");

	return isatty(STDOUT_FILENO) && !(no && no[0]) &&
	       !(term && strcmp(term, "dumb") == 0);
}

static bool
out_of_memory(struct cli_run *r)
{
	r->err.code = GP_NOMEM;
	(void)snprintf(r->err.msg, sizeof r->err.msg, "out of memory");
	return false;
}

static bool
keep_doc(struct cli_run *r, struct readings *all, const struct gp_doc *doc)
{
	size_t room = all->room ? all->room * 2 : 64;
	const struct gp_doc **more;

	if (all->n == all->room) {
		more = realloc(all->docs, room * sizeof *more);
		if (!more)
			return out_of_memory(r);
		all->docs = more;
		all->room = room;
	}
	all->docs[all->n++] = doc;
	return true;
}

static bool
show_doc(struct cli_run *r, struct readings *all, const struct gp_doc *doc)
{
	struct gp_bytes out;
	bool ok = true;

	if (is_printed(r->options)) {
		ok = gp_doc_print(doc, chosen_format(r->options),
		                  wants_colour(), &out, &r->err) &&
		     cli_print(r, &out);
		gp_bytes_free(&out);
	}
	return ok && (!r->options->report || keep_doc(r, all, doc));
}

/* The folder whose pack.yaml speaks for a file: its own. */
static void
folder_of(const char *file, char folder[PATH_SIZE])
{
	const char *slash = strrchr(file, '/');
	int n = slash ? (int)(slash - file) : 1;

	(void)snprintf(folder, PATH_SIZE, "%.*s", n, slash ? file : ".");
	if (slash == file)
		(void)snprintf(folder, PATH_SIZE, "/");
}

static struct gp_docs *
read_source(struct cli_run *r, const char *file)
{
	bool from_input = strcmp(file, "-") == 0;
	struct gp_bytes bytes = { NULL, 0 };
	struct gp_docs *docs = NULL;
	char folder[PATH_SIZE];

	folder_of(file, folder);
	r->settings.folder = from_input ? NULL : folder;
	if (from_input ? cli_read_input(r, CLI_READ_LIMIT, &bytes)
	               : gp_read(file, CLI_READ_LIMIT, &bytes, &r->err))
		docs = gp_docs_read(&r->settings, file, bytes.data, bytes.size,
		                    r->diag, &r->err);
	gp_bytes_free(&bytes);
	r->settings.folder = NULL;
	return docs;
}

static bool
normalise_one(struct cli_run *r, struct readings *all, const char *file)
{
	struct gp_docs *docs = read_source(r, file);
	bool ok = docs != NULL;
	size_t i;

	for (i = 0; ok && i < gp_docs_count(docs); i++)
		ok = show_doc(r, all, gp_docs_at(docs, i));
	if (docs && r->options->report)
		all->sources[all->n_sources++] = docs;
	else
		gp_docs_free(docs);
	return ok;
}

static bool
save_report(struct cli_run *r, const struct readings *all)
{
	const char *path = r->options->report;
	struct gp_bytes page = { NULL, 0 };
	bool ok = gp_docs_report(all->docs, all->n, &page, &r->err);

	if (ok)
		ok = strcmp(path, "-") == 0 ? cli_print(r, &page)
		                            : gp_save(path, &page, &r->err);
	gp_bytes_free(&page);
	return ok;
}

static bool
normalise_pack(struct cli_run *r, struct readings *all)
{
	struct gp_pack *pack;
	size_t i;
	bool ok;

	r->settings.folder = "content";
	pack = gp_pack_open(&r->settings, r->diag, &r->err);
	ok = pack != NULL;
	for (i = 0; ok && i < gp_pack_count(pack); i++)
		ok = show_doc(r, all, gp_pack_article(pack, i));
	if (ok && r->options->report)
		ok = save_report(r, all);
	gp_pack_free(pack);
	return ok;
}

static bool
normalise_files(struct cli_run *r, struct readings *all)
{
	const struct cli_options *o = r->options;
	bool ok = true;
	int i;

	all->sources = calloc((size_t)o->n_operands, sizeof *all->sources);
	if (!all->sources)
		return out_of_memory(r);
	for (i = 0; ok && i < o->n_operands; i++)
		ok = normalise_one(r, all, o->operands[i]) || cli_run_go_on(r);
	if (!ok || !o->report || (all->n == 0 && r->failed))
		return ok;
	return save_report(r, all);
}

int
cli_run_normalise(const struct cli_options *o)
{
	struct readings all = { .n = 0 };
	struct cli_run r;
	bool ok = cli_run_begin(&r, o);

	r.progress = false;
	if (ok && o->n_operands == 0)
		(void)normalise_pack(&r, &all);
	else if (ok)
		(void)normalise_files(&r, &all);
	while (all.n_sources > 0)
		gp_docs_free(all.sources[--all.n_sources]);
	free(all.sources);
	free(all.docs);
	return cli_run_end(&r);
}

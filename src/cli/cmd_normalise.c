/* `govpub normalise`: files read on several threads and their articles printed
   one after the other, or kept for one report on all of them.  It chooses
   where text goes and in which format, by what standard output is; it reads
   no document itself. */
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

/* A thread, with the rules of the folder that its last file lay in. */
struct reading_thread {
	char folder[PATH_SIZE];
	struct gp_settings settings;
	struct gp_folder_rules *rules;
};

/* What became of one file, until it is its turn. */
struct file_result {
	struct gp_docs *docs; /* NULL: none, for `err` */
	struct gp_diag *found;
	struct gp_err err;
};

/* The files that were named: struct gp_line_of_work. */
struct named_files {
	struct cli_run *run;
	struct readings *all;
	struct reading_thread *workers;
	struct file_result places[GP_AHEAD];
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
out_of_memory(struct gp_err *e)
{
	e->code = GP_NOMEM;
	(void)snprintf(e->msg, sizeof e->msg, "out of memory");
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
			return out_of_memory(&r->err);
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

/* ---- reading ---- */

/* The folder whose pack.yaml speaks for a file: its own; none for standard
   input. */
static void
folder_of(const char *file, char folder[PATH_SIZE])
{
	const char *slash = strrchr(file, '/');
	int n = slash ? (int)(slash - file) : 1;

	(void)snprintf(folder, PATH_SIZE, "%.*s", n, slash ? file : ".");
	if (slash == file)
		(void)snprintf(folder, PATH_SIZE, "/");
	if (strcmp(file, "-") == 0)
		folder[0] = '\0';
}

/* Those of the last file, where this one lies beside it. */
static const struct gp_folder_rules *
rules_for(struct reading_thread *w, const char *file, struct gp_err *e)
{
	char folder[PATH_SIZE];

	folder_of(file, folder);
	if (w->rules && strcmp(folder, w->folder) == 0)
		return w->rules;
	gp_folder_rules_free(w->rules);
	memcpy(w->folder, folder, sizeof folder);
	w->settings.folder = folder[0] ? w->folder : NULL;
	w->rules = gp_folder_rules_read(&w->settings, e);
	return w->rules;
}

static void
read_file(void *user, size_t i, unsigned worker)
{
	struct named_files *q = user;
	struct file_result *p = &q->places[i % GP_AHEAD];
	const char *file = q->run->options->operands[i];
	const struct gp_folder_rules *rules = NULL;
	struct gp_bytes bytes = { NULL, 0 };

	*p = (struct file_result){ .found = gp_diag_new() };
	if (!p->found)
		(void)out_of_memory(&p->err);
	else if (strcmp(file, "-") == 0
	                 ? cli_read_input(CLI_READ_LIMIT, &bytes, &p->err)
	                 : gp_read(file, CLI_READ_LIMIT, &bytes, &p->err))
		rules = rules_for(&q->workers[worker], file, &p->err);
	if (rules)
		p->docs = gp_docs_read_by(rules, file, bytes.data, bytes.size,
		                          p->found, &p->err);
	gp_bytes_free(&bytes);
}

static bool
show_docs(struct cli_run *r, struct readings *all, struct gp_docs *docs)
{
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
show_file(void *user, size_t i)
{
	struct named_files *q = user;
	struct file_result *p = &q->places[i % GP_AHEAD];
	struct gp_docs *docs = p->docs;

	if (p->found)
		gp_diag_append(q->run->diag, p->found);
	gp_diag_free(p->found);
	q->run->err = p->err;
	*p = (struct file_result){ .docs = NULL };
	return show_docs(q->run, q->all, docs) || cli_run_go_on(q->run);
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

/* Standard input is read when its turn has come, so by one thread. */
static unsigned
threads_for(const struct cli_run *r)
{
	const struct cli_options *o = r->options;
	int i;

	for (i = 0; i < o->n_operands; i++)
		if (strcmp(o->operands[i], "-") == 0)
			return 1;
	return r->settings.threads;
}

static bool
read_files(struct cli_run *r, struct readings *all, unsigned threads)
{
	struct named_files q = { .run = r, .all = all };
	const struct gp_line_of_work how = { &q, read_file, show_file };
	unsigned i;
	bool ok;

	q.workers = calloc(threads, sizeof *q.workers);
	if (!q.workers)
		return out_of_memory(&r->err);
	for (i = 0; i < threads; i++)
		q.workers[i].settings = r->settings;
	ok = gp_in_order((size_t)r->options->n_operands, threads, &how);
	for (i = 0; i < threads; i++)
		gp_folder_rules_free(q.workers[i].rules);
	free(q.workers);
	for (i = 0; i < GP_AHEAD; i++) {
		gp_docs_free(q.places[i].docs);
		gp_diag_free(q.places[i].found);
	}
	return ok;
}

static bool
normalise_files(struct cli_run *r, struct readings *all)
{
	const struct cli_options *o = r->options;

	all->sources = calloc((size_t)o->n_operands, sizeof *all->sources);
	if (!all->sources)
		return out_of_memory(&r->err);
	if (!read_files(r, all, threads_for(r)))
		return false;
	if (!o->report || (all->n == 0 && r->failed))
		return true;
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

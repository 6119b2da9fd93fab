/* Sources read on several threads: a pack, its findings and what ends it are
   those of one thread, whatever is wrong with the folder; and sources read by
   rules that are shared become what each becomes alone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "govpub.h"

enum { MOST_FILES = 100, PATH_SIZE = 300 };

static const char pages[] = "tests/golden/html";

/* ---- all that is said ---- */

static void
put_doc(struct gp_buf *to, const struct gp_doc *doc)
{
	struct gp_bytes out = { NULL, 0 };
	struct gp_err e = { 0 };

	assert_true(gp_doc_print(doc, "json", false, &out, &e));
	gp_buf_put(to, out.data, out.size);
	gp_bytes_free(&out);
}

static void
put_findings(struct gp_buf *to, const struct gp_diag *d)
{
	const struct gp_finding *f;
	size_t i;

	for (i = 0; (f = gp_diag_at(d, i)) != NULL; i++)
		gp_buf_printf(to, "%d %s:%u %s %s\n", f->level, f->file,
		              f->line, f->code, f->text);
}

static void
put_error(struct gp_buf *to, const struct gp_err *e)
{
	gp_buf_printf(to, "%d %s:%u:%u %s\n", e->code, e->file, e->line,
	              e->column, e->msg);
}

static void
is_said_again(struct gp_buf *first, struct gp_buf *again)
{
	assert_string_equal(first->data, again->data);
	gp_buf_free(again);
}

/* ---- packs ---- */

static struct gp_buf
said_of_folder(const char *folder, unsigned threads)
{
	const struct gp_settings settings = { .folder = folder,
		                              .data = ".",
		                              .threads = threads };
	struct gp_diag *d = gp_diag_new();
	struct gp_err e = { 0 };
	struct gp_pack *pack = gp_pack_open(&settings, d, &e);
	struct gp_buf all = { .max = 0 };
	size_t i;

	for (i = 0; pack && i < gp_pack_count(pack); i++)
		put_doc(&all, gp_pack_article(pack, i));
	put_findings(&all, d);
	put_error(&all, &e);
	gp_pack_free(pack);
	gp_diag_free(d);
	return all;
}

static void
packs_do_not_depend_on_threads(void **state)
{
	/* Good; two of one id; containers, some of which are; none. */
	static const char *const folders[] = { "content", pages,
		                               "tests/golden/import",
		                               "tests/golden/designs" };
	static const unsigned threads[] = { 2, 5, 64 };
	size_t i, k;

	(void)state;
	for (i = 0; i < sizeof folders / sizeof *folders; i++) {
		struct gp_buf one = said_of_folder(folders[i], 1);

		for (k = 0; k < sizeof threads / sizeof *threads; k++) {
			struct gp_buf more =
				said_of_folder(folders[i], threads[k]);

			is_said_again(&one, &more);
		}
		gp_buf_free(&one);
	}
}

/* ---- single sources ---- */

struct shelf {
	char paths[MOST_FILES][PATH_SIZE];
	size_t n;
	struct gp_settings settings;
	struct gp_folder_rules *rules;
	struct gp_buf said[MOST_FILES];
};

static int
by_name(const void *a, const void *b)
{
	return strcmp(a, b);
}

static void
list_pages(struct shelf *s)
{
	DIR *dir = opendir(pages);
	struct dirent *entry;

	assert_non_null(dir);
	while (s->n < MOST_FILES && (entry = readdir(dir)) != NULL)
		if (entry->d_name[0] != '.')
			(void)snprintf(s->paths[s->n++], PATH_SIZE, "%s/%s",
			               pages, entry->d_name);
	(void)closedir(dir);
	qsort(s->paths, s->n, sizeof *s->paths, by_name);
	assert_true(s->n > 20);
}

static void
put_docs(struct gp_buf *to, struct gp_docs *docs, struct gp_diag *d,
         const struct gp_err *e)
{
	size_t i;

	for (i = 0; docs && i < gp_docs_count(docs); i++)
		put_doc(to, gp_docs_at(docs, i));
	put_findings(to, d);
	put_error(to, e);
	gp_docs_free(docs);
	gp_diag_free(d);
}

static void
read_page(void *user, size_t i, unsigned worker)
{
	struct shelf *s = user;
	struct gp_diag *d = gp_diag_new();
	struct gp_err e = { 0 };
	struct gp_docs *docs = NULL;
	struct gp_bytes bytes;

	(void)worker;
	if (gp_read(s->paths[i], 1 << 20, &bytes, &e))
		docs = gp_docs_read_by(s->rules, s->paths[i], bytes.data,
		                       bytes.size, d, &e);
	gp_bytes_free(&bytes);
	put_docs(&s->said[i], docs, d, &e);
}

static bool
compare_page(void *user, size_t i)
{
	struct shelf *s = user;
	struct gp_diag *d = gp_diag_new();
	struct gp_err e = { 0 };
	struct gp_docs *docs = NULL;
	struct gp_buf alone = { .max = 0 };
	struct gp_bytes bytes;

	if (gp_read(s->paths[i], 1 << 20, &bytes, &e))
		docs = gp_docs_read(&s->settings, s->paths[i], bytes.data,
		                    bytes.size, d, &e);
	gp_bytes_free(&bytes);
	put_docs(&alone, docs, d, &e);
	is_said_again(&s->said[i], &alone);
	gp_buf_free(&s->said[i]);
	return true;
}

static void
shared_rules_are_the_same_rules(void **state)
{
	struct shelf *s = calloc(1, sizeof *s);
	const struct gp_line_of_work how = { s, read_page, compare_page };
	struct gp_err e = { 0 };

	(void)state;
	assert_non_null(s);
	s->settings = (struct gp_settings){ .folder = pages, .data = "." };
	list_pages(s);
	s->rules = gp_folder_rules_read(&s->settings, &e);
	assert_non_null(s->rules);
	assert_true(gp_in_order(s->n, 4, &how));
	gp_folder_rules_free(s->rules);
	free(s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(packs_do_not_depend_on_threads),
		cmocka_unit_test(shared_rules_are_the_same_rules),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

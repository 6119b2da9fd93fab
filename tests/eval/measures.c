/*
 * Prints what is measured of the leaves of saved pages, a line each: 1 where
 * the choice may still be made and 0 where it is settled, the measures in
 * their order, the leaf's words.  Usage: eval_measures PAGE, the page in UTF-8
 * or as it says of itself.  What is right of a page is not known here; see
 * tests/eval/fit.
 */
#include "base/limits.h"
#include "base/text/fold.h"
#include "import/html/choose/html_body.h"
#include "import/html/choose/html_measures.h"
#include "import/html/meta/html_meta.h"
#include "import/html/page/html_charset.h"

#include <stdio.h>

static void
print_row(const int *row)
{
	int k;

	for (k = 0; k < GP_MEASURE_COUNT; k++)
		(void)printf("\t%d", row[k]);
}

static void
print_leaf(const struct gp_html_page *p, unsigned i, const int *row)
{
	const struct gp_html_leaf *l = &p->leaves[i];
	struct gp_buf text = { .max = 0 };

	gp_html_leaf_text(p, l, &text);
	(void)printf("%d", !(l->is_aside || l->in_caption || l->is_settled));
	print_row(row);
	(void)printf("\t%.*s\n", (int)text.len, gp_buf_view(&text).p);
	gp_buf_free(&text);
}

static bool
print_leaves(struct gp_html_page *p, struct gp_err *e)
{
	struct gp_buf title = { .max = 0 };
	struct gp_measures *m;
	int row[GP_MEASURE_COUNT];
	unsigned i;

	gp_fold_words(p->html->title, &title);
	m = gp_measures_of(p, p->core, gp_buf_view(&title));
	for (i = 0; m && i < p->n_leaves; i++) {
		gp_measure_leaf(m, i, row);
		print_leaf(p, i, row);
	}
	gp_buf_free(&title);
	return m || gp_arena_ok(p->arena, e);
}

static bool
read_page(struct gp_html *h, struct gp_str text, struct gp_err *e)
{
	struct gp_flat_options options = { .is_scripted = true };
	struct gp_flat *flat = NULL;
	struct gp_html_page page = { .html = h, .arena = h->arena };
	unsigned words = 0;

	if (!gp_flat_parse(text, &options, h->arena, &flat, e))
		return false;
	h->flat = page.flat = flat;
	for (page.root = 1; page.root < flat->n_nodes;
	     page.root = gp_flat_skip(flat, page.root))
		if (gp_flat_is(flat, page.root, GP_N_BODY))
			break;
	if (page.root >= flat->n_nodes)
		page.root = 0;
	if (!gp_html_meta_read(h, e) || !gp_html_page_index(&page, e))
		return false;
	gp_html_open_panels(&page);
	return gp_html_page_sum(&page, e) && gp_html_choose(&page, &words, e) &&
	       print_leaves(&page, e);
}

static bool
read_file(const char *path, struct gp_err *e)
{
	struct gp_bytes bytes = { NULL, 0 };
	struct gp_decoded in = { .bom = false };
	struct gp_diag *d = gp_diag_new();
	struct gp_html h = { .d = d, .name = path };
	bool ok;

	if (!gp_read(path, GP_MAX_HTML_BYTES, &bytes, e))
		return false;
	h.draft = gp_draft_new(GP_MAX_DOC_ARENA);
	h.arena = gp_arena_new(GP_MAX_DOC_ARENA);
	h.classes.map.arena = h.arena;
	ok = d && h.draft && h.arena &&
	     gp_html_decode((struct gp_str){ (char *)bytes.data, bytes.size },
	                    &in, e) &&
	     read_page(&h, gp_buf_view(&in.text), e);
	gp_buf_free(&in.text);
	gp_arena_free(h.arena);
	gp_draft_free(h.draft);
	gp_diag_free(d);
	gp_bytes_free(&bytes);
	return ok;
}

int
main(int argc, char **argv)
{
	struct gp_err e = { 0 };

	if (argc == 2 && read_file(argv[1], &e))
		return 0;
	(void)fprintf(stderr, "eval_measures: %s\n",
	              argc == 2 ? e.msg : "give one page");
	return 1;
}

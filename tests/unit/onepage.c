/* PDFs of one page: see onepage.h. */
#include "onepage.h"

#include "base/arena.h"
#include "write/pdf/tags/post.h"

#include <string.h>

enum { MOST = 16, ARENA = 64 << 20 };

const char *const onepage_objects[ONEPAGE_OBJECTS] = {
	"<< /Type /Catalog\n   /Pages 2 0 R\n>>",
	"<< /Type /Pages\n   /Kids [ 3 0 R ]\n   /Count 1\n>>",
	"<< /Type /Page % 1\n   /Parent 2 0 R\n"
	"   /MediaBox [ 0 0 595.275589 841.889771 ]\n   /Contents 4 0 R\n"
	"   /Group <<\n      /Type /Group\n      /S /Transparency\n"
	"      /I true\n      /CS /DeviceRGB\n   >>\n   /Resources 6 0 R\n"
	"   /StructParents 0\n>>",
	"<< /Length 5 0 R\n>>\nstream\n"
	"/Span << /MCID 0 >> BDC\nBT\n/f-0-0 1 Tf\n(word)Tj\nET\nEMC\n"
	"\nendstream",
	"55",
	"<<\n   /Font <<\n      /f-0-0 7 0 R\n   >>\n>>",
	"<< /Type /Font\n   /Subtype /Type1\n   /BaseFont /Helvetica\n>>",
};

/* ---- files ---- */

static void
put_object(struct gp_buf *out, size_t number, const char *text)
{
	gp_buf_printf(out, "%zu 0 obj\n%s\nendobj\n", number, text);
}

void
onepage_file(struct gp_buf *out, const char *const *objects, size_t n)
{
	size_t at[MOST], table, i;

	gp_buf_puts(out, "%PDF-1.5\n%\xB5\xED\xAE\xFB\n");
	for (i = 0; i < n; i++) {
		at[i] = out->len;
		put_object(out, i + 1, objects[i]);
	}
	table = out->len;
	gp_buf_printf(out, "xref\n0 %zu\n0000000000 65535 f \n", n + 1);
	for (i = 0; i < n; i++)
		gp_buf_printf(out, "%010zu 00000 n \n", at[i]);
	gp_buf_printf(out,
	              "trailer\n<< /Size %zu\n   /Root 1 0 R\n>>\n"
	              "startxref\n%zu\n%%%%EOF\n",
	              n + 1, table);
}

static bool
has_stream(const char *object)
{
	return strstr(object, "endstream") != NULL;
}

static void
put_row(struct gp_buf *b, int kind, size_t where, size_t index)
{
	gp_buf_putc(b, (char)kind);
	gp_buf_putc(b, (char)(where >> 8 & 0xFF));
	gp_buf_putc(b, (char)(where & 0xFF));
	gp_buf_putc(b, (char)(index >> 8 & 0xFF));
	gp_buf_putc(b, (char)(index & 0xFF));
}

/* An object stream of those that have no stream: how many they are. */
static size_t
put_pack(struct gp_buf *out, const char *const *objects, size_t n)
{
	struct gp_buf head = { .max = 0 }, body = { .max = 0 };
	size_t count = 0, i;

	for (i = 0; i < n; i++) {
		if (has_stream(objects[i]))
			continue;
		gp_buf_printf(&head, "%zu %zu ", i + 1, body.len);
		gp_buf_printf(&body, "%s\n", objects[i]);
		count++;
	}
	gp_buf_printf(out,
	              "%zu 0 obj\n<< /Type /ObjStm\n   /Length %zu\n"
	              "   /N %zu\n   /First %zu\n>>\nstream\n%s%s\nendstream\n"
	              "endobj\n",
	              n + 1, head.len + body.len, count, head.len, head.data,
	              body.data);
	gp_buf_free(&head);
	gp_buf_free(&body);
	return count;
}

void
onepage_packed(struct gp_buf *out, const char *const *objects, size_t n)
{
	struct gp_buf rows = { .max = 0 };
	size_t table, index = 0, i;

	gp_buf_puts(out, "%PDF-1.5\n%\xB5\xED\xAE\xFB\n");
	put_row(&rows, 0, 0, 0xFFFF);
	for (i = 0; i < n; i++) {
		if (has_stream(objects[i])) {
			put_row(&rows, 1, out->len, 0);
			put_object(out, i + 1, objects[i]);
		} else {
			put_row(&rows, 2, n + 1, index++);
		}
	}
	put_row(&rows, 1, out->len, 0);
	(void)put_pack(out, objects, n);
	table = out->len;
	put_row(&rows, 1, table, 0);
	gp_buf_printf(out,
	              "%zu 0 obj\n<< /Type /XRef\n   /Length %zu\n"
	              "   /Size %zu\n   /W [1 2 2]\n   /Root 1 0 R\n>>\n"
	              "stream\n",
	              n + 2, rows.len, n + 3);
	gp_buf_str(out, gp_buf_view(&rows));
	gp_buf_printf(out, "\nendstream\nendobj\nstartxref\n%zu\n%%%%EOF\n",
	              table);
	gp_buf_free(&rows);
}

/* ---- the pass ---- */

bool
onepage_post(struct gp_str plain, struct gp_buf *out, struct gp_err *e)
{
	static const struct gp_style style = { .width = 595 * GP_PT,
		                               .height = 841 * GP_PT };
	struct gp_pack pack = { .info = { .title = GP_STR("One page"),
		                          .lang = GP_STR("en-GB") } };
	struct gp_write_job job = { .pack = &pack,
		                    .date = { .precision = GP_DAY,
		                              .year = 2015,
		                              .month = 11,
		                              .day = 9 } };
	struct gp_page page = { .n_leaves = 1, .body = true, .number = 1 };
	struct gp_arena *arena = gp_arena_new(ARENA);
	struct gp_flow flow = { .arena = arena, .style = &style };
	struct gp_layout l = {
		.arena = arena, .flow = &flow, .pages = &page, .n_pages = 1
	};
	bool ok;

	if (!arena)
		return gp_fail(e, GP_NOMEM, "out of memory");
	flow.tree.arena = arena;
	gp_tree_leaf(&flow.tree, 0,
	             gp_tree_element(&flow.tree,
	                             gp_tree_element(&flow.tree, GP_NONE,
	                                             GP_TAG_DOCUMENT),
	                             GP_TAG_P));
	ok = gp_post(&l, &job, plain, NULL, out, e);
	gp_arena_free(arena);
	return ok;
}

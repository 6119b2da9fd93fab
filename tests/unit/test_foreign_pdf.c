/* The reader of foreign PDFs: on sane files it sees what qpdf sees, whatever
   shape they have; and wherever its steps or its memory run out, it ends. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <qpdf/qpdf-c.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fixture.h"
#include "laidout.h"
#include "verify/pdf/foreign_pdf.h"

enum { ARENA = 64 << 20, STEPS = 100000000 };

/* ---- files ---- */

static void
ours(struct gp_buf *out)
{
	struct gp_diag *diag = gp_diag_new();
	struct gp_pack *pack = fixture_pack();
	struct gp_err e = { 0 };

	assert_true(write_pdf(pack, ".", diag, out, &e));
	gp_pack_free(pack);
	gp_diag_free(diag);
}

static qpdf_data
opened(const char *data, size_t size)
{
	qpdf_data q = qpdf_init();

	qpdf_silence_errors(q);
	assert_int_equal(qpdf_read_memory(q, "x", data, size, NULL),
	                 QPDF_SUCCESS);
	return q;
}

/* The same document in a shape of qpdf's. */
static qpdf_data
rewritten(const struct gp_buf *pdf, enum qpdf_object_stream_e packed,
          enum qpdf_stream_data_e data, bool linear)
{
	qpdf_data q = opened(pdf->data, pdf->len);

	assert_int_equal(qpdf_init_write_memory(q), QPDF_SUCCESS);
	qpdf_set_object_stream_mode(q, packed);
	qpdf_set_stream_data_mode(q, data);
	qpdf_set_linearization(q, linear);
	qpdf_set_static_ID(q, QPDF_TRUE);
	assert_int_equal(qpdf_write(q), QPDF_SUCCESS);
	return q;
}

/* ---- the oracle ---- */

struct both {
	struct gp_pdf *p;
	qpdf_data q;
	size_t compared;
};

static void
same_value(struct both *b, struct gp_pdf_value *v, qpdf_oh oh);

static void
same_text(struct gp_str a, const char *text, size_t size)
{
	assert_int_equal(a.n, size);
	assert_true(size == 0 || memcmp(a.p, text, size) == 0);
}

static void
same_items(struct both *b, struct gp_pdf_value *v, qpdf_oh oh)
{
	int i, n = qpdf_oh_get_array_n_items(b->q, oh);
	qpdf_oh item;

	assert_true(gp_pdf_is_array(v));
	v = gp_pdf_items(v);
	for (i = 0; i < n; i++, v = v->next) {
		assert_non_null(v);
		item = qpdf_oh_get_array_item(b->q, oh, i);
		same_value(b, v, item);
	}
	assert_null(v);
}

/* qpdf keeps no key whose value is null. */
static void
same_keys(struct both *b, struct gp_pdf_value *v, qpdf_oh oh)
{
	struct gp_pdf_value *item;
	char key[128];
	size_t n = 0;

	assert_true(gp_pdf_is_dict(v));
	for (item = gp_pdf_items(v); item; item = item->next) {
		(void)snprintf(key, sizeof key, "/%.*s", GP_ARG(item->key));
		same_value(b, item, qpdf_oh_get_key(b->q, oh, key));
		n++;
	}
	qpdf_oh_begin_dict_key_iter(b->q, oh);
	for (; qpdf_oh_dict_more_keys(b->q); n--)
		(void)qpdf_oh_dict_next_key(b->q);
	assert_int_equal(n, 0);
}

/* Only what both unpack: Flate and nothing. */
static void
same_stream(struct both *b, struct gp_pdf_value *v, qpdf_oh oh)
{
	struct gp_pdf_value *filter = gp_pdf_find(b->p, v, "Filter");
	struct gp_buf out = { .max = 0 };
	unsigned char *data = NULL;
	size_t size = 0;

	same_keys(b, v, qpdf_oh_get_dict(b->q, oh));
	assert_non_null(gp_pdf_stream(v).p);
	if (filter && !gp_pdf_is_name(filter, "FlateDecode"))
		return;
	assert_int_equal(qpdf_oh_get_stream_data(b->q, oh, qpdf_dl_generalized,
	                                         NULL, &data, &size),
	                 QPDF_SUCCESS);
	assert_true(gp_pdf_unpack(b->p, v, &out));
	same_text(gp_buf_view(&out), (const char *)data, size);
	free(data);
	gp_buf_free(&out);
}

static void
same_simple(struct both *b, struct gp_pdf_value *v, qpdf_oh oh)
{
	const char *text;
	size_t size;

	if (qpdf_oh_is_string(b->q, oh)) {
		text = qpdf_oh_get_binary_string_value(b->q, oh, &size);
		same_text(gp_pdf_string(v), text, size);
	} else if (qpdf_oh_is_name(b->q, oh)) {
		text = qpdf_oh_get_name(b->q, oh) + 1;
		same_text(gp_pdf_name(v), text, strlen(text));
	} else if (qpdf_oh_is_integer(b->q, oh)) {
		assert_int_equal(v->type, GP_PDF_INT);
		assert_true(v->as.integer == qpdf_oh_get_int_value(b->q, oh));
	} else if (qpdf_oh_is_bool(b->q, oh)) {
		assert_int_equal(v->type, GP_PDF_BOOL);
		assert_int_equal(v->as.integer,
		                 qpdf_oh_get_bool_value(b->q, oh));
	} else {
		assert_int_equal(v->type, qpdf_oh_is_null(b->q, oh)
		                                  ? GP_PDF_NULL
		                                  : GP_PDF_REAL);
	}
}

static void
same_value(struct both *b, struct gp_pdf_value *v, qpdf_oh oh)
{
	b->compared++;
	if (v->type == GP_PDF_REF)
		assert_int_equal(v->as.integer,
		                 qpdf_oh_get_object_id(b->q, oh));
	else if (qpdf_oh_is_stream(b->q, oh))
		same_stream(b, v, oh);
	else if (qpdf_oh_is_dictionary(b->q, oh))
		same_keys(b, v, oh);
	else if (qpdf_oh_is_array(b->q, oh))
		same_items(b, v, oh);
	else
		same_simple(b, v, oh);
	qpdf_oh_release(b->q, oh);
}

/* Tables and object streams are no objects to qpdf. */
static bool
is_for_readers(struct gp_pdf *p, struct gp_pdf_value *v)
{
	struct gp_pdf_value *type = gp_pdf_raw(p, v, "Type");

	return gp_pdf_stream(v).p &&
	       (gp_pdf_is_name(type, "XRef") || gp_pdf_is_name(type, "ObjStm"));
}

/* Every object of the file; gives how many values were compared. */
static size_t
same_file(const char *data, size_t size)
{
	struct gp_err e = { 0 };
	struct gp_inspect in = { .name = "x",
		                 .err = &e,
		                 .arena = gp_arena_new(ARENA),
		                 .steps = STEPS };
	struct gp_pdf p = { .in = &in, .bytes = { data, size } };
	struct both b = { &p, opened(data, size), 0 };
	struct gp_pdf_value *v;
	size_t i;

	in.diag = gp_diag_new();
	assert_true(gp_pdf_open(&p));
	for (i = 1; i < p.n_rows; i++) {
		v = gp_pdf_object(&p, (int64_t)i);
		assert_int_equal(!v, p.rows[i].kind == GP_PDF_FREE);
		if (v && !is_for_readers(&p, v))
			same_value(&b, v,
			           qpdf_get_object_by_id(b.q, (int)i, 0));
	}
	assert_int_equal(e.code, GP_OK);
	assert_int_equal(gp_diag_count(in.diag, GP_NOTE), 0);
	qpdf_cleanup(&b.q);
	gp_diag_free(in.diag);
	gp_arena_free(in.arena);
	return b.compared;
}

static void
as_qpdf_sees_it(void **state)
{
	struct gp_buf pdf = { .max = 0 };
	size_t values, i;

	(void)state;
	ours(&pdf);
	values = same_file(pdf.data, pdf.len);
	assert_true(values > 1000);
	for (i = 0; i < 8; i++) {
		qpdf_data q = rewritten(
			&pdf, i & 1 ? qpdf_o_generate : qpdf_o_disable,
			i & 2 ? qpdf_s_compress : qpdf_s_uncompress, i & 4);

		values = same_file((const char *)qpdf_get_buffer(q),
		                   qpdf_get_buffer_length(q));
		assert_true(values > 1000);
		qpdf_cleanup(&q);
	}
	gp_buf_free(&pdf);
}

/* ---- what runs out ---- */

/* Looks with so many steps and so much memory: whether that was enough. */
static bool
suffices(const struct gp_buf *pdf, size_t steps, size_t memory)
{
	struct gp_err e = { 0 };
	struct gp_inspect in = { .name = "x", .err = &e, .steps = steps };
	bool ok;

	in.arena = gp_arena_new(memory);
	in.diag = gp_diag_new();
	ok = gp_kind_pdf.look(&in, gp_buf_view(pdf)) &&
	     gp_arena_ok(in.arena, &e);
	assert_int_equal(e.code, ok ? GP_OK : GP_LIMIT);
	gp_diag_free(in.diag);
	gp_arena_free(in.arena);
	return ok;
}

/* With nothing packed, as what is unpacked brings steps of its own. */
static void
steps_run_out(void **state)
{
	struct gp_buf pdf = { .max = 0 }, plain = { .max = 0 };
	size_t steps = 0, tries = 0;
	qpdf_data q;

	(void)state;
	ours(&pdf);
	q = rewritten(&pdf, qpdf_o_disable, qpdf_s_uncompress, false);
	gp_buf_put(&plain, qpdf_get_buffer(q), qpdf_get_buffer_length(q));
	qpdf_cleanup(&q);
	for (; !suffices(&plain, steps, ARENA); steps += steps / 64 + 1)
		tries++;
	assert_true(tries > 400);
	/* A sane file asks for less than two steps a byte. */
	assert_true(steps < 2 * plain.len);
	gp_buf_free(&plain);
	gp_buf_free(&pdf);
}

static void
memory_runs_out(void **state)
{
	struct gp_buf pdf = { .max = 0 };
	size_t memory = 64, tries = 0;

	(void)state;
	ours(&pdf);
	for (; !suffices(&pdf, STEPS, memory); memory += memory / 32)
		tries++;
	assert_true(tries > 100);
	gp_buf_free(&pdf);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(as_qpdf_sees_it),
		cmocka_unit_test(steps_run_out),
		cmocka_unit_test(memory_runs_out),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* PDF objects: see objects.h. */
#include "write/pdf/objects.h"

#include "base/buf.h"
#include "base/utf8.h"

#include <libdeflate.h>
#include <stdio.h>
#include <stdlib.h>

enum { DEFLATE_LEVEL = 9 };

qpdf_oh
gp_obj_dict(struct gp_objects *o)
{
	return qpdf_oh_new_dictionary(o->file);
}

qpdf_oh
gp_obj_array(struct gp_objects *o)
{
	return qpdf_oh_new_array(o->file);
}

qpdf_oh
gp_obj_name(struct gp_objects *o, const char *name)
{
	return qpdf_oh_new_name(o->file, name);
}

qpdf_oh
gp_obj_int(struct gp_objects *o, long long value)
{
	return qpdf_oh_new_integer(o->file, value);
}

/* Digits by hand: printf's point depends on the locale. */
qpdf_oh
gp_obj_length(struct gp_objects *o, gp_len length)
{
	long long hundredths = ((long long)length * 100 + GP_PT / 2) / GP_PT;
	char text[40];

	if (length < 0)
		hundredths = 0;
	(void)snprintf(text, sizeof text, "%lld.%02lld", hundredths / 100,
	               hundredths % 100);
	return qpdf_oh_new_real_from_string(o->file, text);
}

/* Well-formed, on one line, without controls. */
qpdf_oh
gp_obj_text(struct gp_objects *o, struct gp_str text)
{
	struct gp_buf clean = { .max = 0 };
	qpdf_oh made;
	size_t i = 0;

	gp_buf_puts(&clean, "");
	while (i < text.n) {
		uint32_t c = gp_utf8_next(text, &i);

		if (c == GP_UTF8_BAD)
			c = 0xFFFD;
		gp_buf_utf8(&clean, c < ' ' || c == 0x7F ? ' ' : c);
	}
	if (clean.failed != GP_OK)
		o->failed = true;
	made = qpdf_oh_new_unicode_string(o->file,
	                                  clean.data ? clean.data : "");
	gp_buf_free(&clean);
	return made;
}

qpdf_oh
gp_obj_bytes(struct gp_objects *o, const char *bytes)
{
	return qpdf_oh_new_string(o->file, bytes);
}

qpdf_oh
gp_obj_ref(struct gp_objects *o, qpdf_oh object)
{
	return qpdf_oh_new_object(o->file, object);
}

qpdf_oh
gp_obj_indirect(struct gp_objects *o, qpdf_oh object)
{
	qpdf_oh made = qpdf_make_indirect_object(o->file, object);

	qpdf_oh_release(o->file, object);
	return made;
}

static void *
deflated(struct gp_objects *o, struct gp_str data, size_t *size)
{
	struct libdeflate_compressor *c =
		libdeflate_alloc_compressor(DEFLATE_LEVEL);
	size_t room = libdeflate_zlib_compress_bound(c, data.n);
	void *out = c ? malloc(room) : NULL;

	*size = out ? libdeflate_zlib_compress(c, data.p, data.n, out, room)
	            : 0;
	if (*size == 0)
		o->failed = true;
	libdeflate_free_compressor(c);
	return out;
}

void
gp_obj_fill(struct gp_objects *o, qpdf_oh stream, struct gp_str data)
{
	qpdf_oh filter = gp_obj_name(o, "/FlateDecode");
	qpdf_oh none = qpdf_oh_new_null(o->file);
	size_t size;
	void *bytes = deflated(o, data, &size);

	if (bytes)
		qpdf_oh_replace_stream_data(o->file, stream, bytes, size,
		                            filter, none);
	free(bytes);
	gp_obj_release(o, filter);
	gp_obj_release(o, none);
}

qpdf_oh
gp_obj_stream(struct gp_objects *o, struct gp_str data, bool deflate)
{
	qpdf_oh stream = qpdf_oh_new_stream(o->file);
	qpdf_oh none;

	if (deflate) {
		gp_obj_fill(o, stream, data);
		return stream;
	}
	none = qpdf_oh_new_null(o->file);
	qpdf_oh_replace_stream_data(o->file, stream,
	                            (const unsigned char *)data.p, data.n, none,
	                            none);
	gp_obj_release(o, none);
	return stream;
}

void
gp_obj_set(struct gp_objects *o, qpdf_oh dict, const char *key, qpdf_oh value)
{
	qpdf_oh_replace_key(o->file, dict, key, value);
	qpdf_oh_release(o->file, value);
}

void
gp_obj_add(struct gp_objects *o, qpdf_oh array, qpdf_oh value)
{
	qpdf_oh_append_item(o->file, array, value);
	qpdf_oh_release(o->file, value);
}

void
gp_obj_release(struct gp_objects *o, qpdf_oh object)
{
	qpdf_oh_release(o->file, object);
}

qpdf_oh
gp_obj_goal(struct gp_objects *o, qpdf_oh page, gp_len height, gp_len y)
{
	qpdf_oh goal = gp_obj_array(o);

	gp_obj_add(o, goal, gp_obj_ref(o, page));
	gp_obj_add(o, goal, gp_obj_name(o, "/XYZ"));
	gp_obj_add(o, goal, qpdf_oh_new_null(o->file));
	gp_obj_add(o, goal, gp_obj_length(o, height - y));
	gp_obj_add(o, goal, qpdf_oh_new_null(o->file));
	return goal;
}

/* The pass after painting, the order of its steps: see post.h. */
#include "write/pdf/post.h"

#include "write/pdf/content.h"
#include "write/pdf/postjob.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- cairo's own structure ---- */

void
gp_post_forget(struct gp_buf *plain)
{
	static const char begin[] = " obj\n<< /Type /StructElem\n";
	static const char end[] = "\nendobj", nothing[] = "null";
	struct gp_str all = gp_buf_view(plain);
	size_t at = 0, stop;

	for (;;) {
		at = gp_str_find(all, gp_str(begin), at);
		stop = at < all.n ? gp_str_find(all, gp_str(end), at) : all.n;
		if (stop >= all.n)
			return;
		at += strlen(" obj\n");
		memset(plain->data + at, ' ', stop - at);
		memcpy(plain->data + at, nothing, strlen(nothing));
		at = stop;
	}
}

/* ---- pages ---- */

static bool
read_content(struct gp_post_job *p, qpdf_oh stream, struct gp_bytes *out)
{
	QPDF_BOOL filtered = QPDF_FALSE;

	*out = (struct gp_bytes){ NULL, 0 };
	if (qpdf_oh_get_stream_data(p->objects.file, stream,
	                            qpdf_dl_generalized, &filtered, &out->data,
	                            &out->size) &
	    QPDF_ERRORS)
		return gp_fail(p->e, GP_INTERNAL,
		               "qpdf cannot read the page that cairo drew");
	return true;
}

static bool
mark_page(struct gp_post_job *p, size_t i, struct gp_buf *room)
{
	struct gp_tree *t = &p->layout->flow->tree;
	const struct gp_page *page = &p->layout->pages[i];
	qpdf_oh stream =
		qpdf_oh_get_key(p->objects.file, p->pages[i], "/Contents");
	struct gp_bytes plain;
	uint32_t marks = 0;
	bool ok = read_content(p, stream, &plain);

	gp_buf_clear(room);
	ok = ok &&
	     gp_content_mark(
		     t, t->leaves + page->first_leaf, page->n_leaves,
		     (struct gp_str){ (const char *)plain.data, plain.size },
		     room, &marks, p->e) &&
	     gp_buf_ok(room, p->e);
	if (ok)
		gp_obj_fill(&p->objects, stream, gp_buf_view(room));
	free(plain.data);
	gp_obj_release(&p->objects, stream);
	return ok;
}

static bool
mark_pages(struct gp_post_job *p)
{
	struct gp_buf room = { .max = 0 };
	size_t i;
	bool ok = true;

	for (i = 0; i < p->layout->n_pages && ok; i++) {
		p->pages[i] = qpdf_get_page_n(p->objects.file, i);
		ok = mark_page(p, i, &room);
	}
	gp_buf_free(&room);
	return ok;
}

/* ---- fonts ---- */

/* cairo numbers the glyphs of a subset anew, so that CID and glyph are one;
   the standards want it said. */
static void
name_mapping(struct gp_objects *o, qpdf_oh font)
{
	qpdf_oh list, cid, type;

	if (!qpdf_oh_has_key(o->file, font, "/DescendantFonts"))
		return;
	list = qpdf_oh_get_key(o->file, font, "/DescendantFonts");
	cid = qpdf_oh_get_array_item(o->file, list, 0);
	type = qpdf_oh_get_key(o->file, cid, "/Subtype");
	if (qpdf_oh_is_name_and_equals(o->file, type, "/CIDFontType2"))
		gp_obj_set(o, cid, "/CIDToGIDMap", gp_obj_name(o, "/Identity"));
	gp_obj_release(o, type);
	gp_obj_release(o, cid);
	gp_obj_release(o, list);
}

enum { MOST_FONTS = 512 };

struct seen {
	int ids[MOST_FONTS];
	size_t count;
};

/* Once for each font, but to do it again is no fault. */
static bool
is_new(struct seen *s, int id)
{
	size_t i;

	for (i = 0; i < s->count; i++)
		if (s->ids[i] == id)
			return false;
	if (s->count < MOST_FONTS)
		s->ids[s->count++] = id;
	return true;
}

static void
mend_fonts_of(struct gp_objects *o, qpdf_oh page, struct seen *seen)
{
	qpdf_oh resources = qpdf_oh_get_key(o->file, page, "/Resources");
	qpdf_oh fonts = qpdf_oh_get_key(o->file, resources, "/Font");
	char key[64];

	if (qpdf_oh_is_dictionary(o->file, fonts)) {
		qpdf_oh_begin_dict_key_iter(o->file, fonts);
		while (qpdf_oh_dict_more_keys(o->file)) {
			qpdf_oh font;

			(void)snprintf(key, sizeof key, "%s",
			               qpdf_oh_dict_next_key(o->file));
			font = qpdf_oh_get_key(o->file, fonts, key);
			if (is_new(seen, qpdf_oh_get_object_id(o->file, font)))
				name_mapping(o, font);
			gp_obj_release(o, font);
		}
	}
	gp_obj_release(o, fonts);
	gp_obj_release(o, resources);
}

static void
mend_fonts(struct gp_post_job *p)
{
	struct seen seen = { .count = 0 };
	size_t i;

	for (i = 0; i < p->layout->n_pages; i++)
		mend_fonts_of(&p->objects, p->pages[i], &seen);
}

/* ---- the file ---- */

static bool
qpdf_failed(struct gp_post_job *p)
{
	qpdf_data file = p->objects.file;

	if (!qpdf_has_error(file))
		return gp_fail(p->e, GP_INTERNAL, "qpdf failed");
	return gp_fail(p->e, GP_INTERNAL, "qpdf: %s",
	               qpdf_get_error_full_text(file, qpdf_get_error(file)));
}

static bool
open_file(struct gp_post_job *p, struct gp_str plain)
{
	qpdf_data file = p->objects.file;

	qpdf_silence_errors(file);
	qpdf_set_suppress_warnings(file, QPDF_TRUE);
	if (qpdf_read_memory(file, "cairo.pdf", plain.p, plain.n, NULL) &
	    QPDF_ERRORS)
		return qpdf_failed(p);
	if (qpdf_get_num_pages(file) != (int)p->layout->n_pages)
		return gp_fail(p->e, GP_INTERNAL, "cairo drew %d pages of %zu",
		               qpdf_get_num_pages(file), p->layout->n_pages);
	p->root = qpdf_get_root(file);
	p->pages = gp_arena_array(p->arena, p->layout->n_pages + 1,
	                          sizeof *p->pages);
	return gp_arena_ok(p->arena, p->e);
}

/* A fault of qpdf's that no call reported, or ours. */
static bool
all_well(struct gp_post_job *p)
{
	if (p->objects.failed)
		return gp_fail(p->e, GP_NOMEM, "out of memory");
	if (qpdf_has_error(p->objects.file))
		return qpdf_failed(p);
	return p->e->code == GP_OK && gp_arena_ok(p->arena, p->e);
}

static bool
write_file(struct gp_post_job *p, struct gp_buf *out)
{
	qpdf_data file = p->objects.file;

	if (qpdf_init_write_memory(file) & QPDF_ERRORS)
		return qpdf_failed(p);
	qpdf_set_deterministic_ID(file, QPDF_TRUE);
	qpdf_set_object_stream_mode(file, qpdf_o_generate);
	qpdf_set_decode_level(file, qpdf_dl_none);
	qpdf_set_compress_streams(file, QPDF_TRUE);
	qpdf_set_minimum_pdf_version(file, "1.7");
	qpdf_set_newline_before_endstream(file, QPDF_TRUE);
	if (qpdf_write(file) & QPDF_ERRORS)
		return qpdf_failed(p);
	gp_buf_put(out, qpdf_get_buffer(file), qpdf_get_buffer_length(file));
	return gp_buf_ok(out, p->e);
}

bool
gp_post(struct gp_layout *l, const struct gp_write_job *job,
        struct gp_str plain, struct gp_buf *out, struct gp_err *e)
{
	struct gp_post_job p = {
		.objects = { .file = qpdf_init(), .arena = l->arena },
		.layout = l,
		.job = job,
		.arena = l->arena,
		.e = e,
	};
	bool ok = open_file(&p, plain) && mark_pages(&p);

	if (ok) {
		mend_fonts(&p);
		gp_post_structure(&p);
		ok = all_well(&p);
	}
	if (ok) {
		gp_post_outline(&p);
		gp_post_metadata(&p);
		ok = all_well(&p) && write_file(&p, out);
	}
	qpdf_cleanup(&p.objects.file);
	return ok;
}

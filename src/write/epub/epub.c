/* EPUB 3.3: which files there are, in which order, and nothing of what
   stands in them.  Each is written into the same buffer and handed to the
   container; the characters met are noted where fonts are carried. */
#include "write/epub/epub_book.h"

#include "base/text/lang.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "write/epub/container.h"
#include "write/xhtml/design_css.h"
#include "write/epub/epub_last.h"
#include "write/paint/paint.h"
#include "write/write.h"

#include <libdeflate.h>
#include <stdio.h>
#include <zip.h>

#define FOLDER "EPUB/"
#define PACKAGE "package.opf"

static const char container_xml[] =
	"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	"<container version=\"1.0\" "
	"xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\">\n"
	"\t<rootfiles>\n"
	"\t\t<rootfile full-path=\"" FOLDER PACKAGE "\" "
	"media-type=\"application/oebps-package+xml\"/>\n"
	"\t</rootfiles>\n"
	"</container>\n";

/* One EPUB being put together. */
struct making {
	struct gp_epub *ep;
	struct gp_container *zip;
	struct gp_buf page; /* used again and again */
	hb_set_t *used;     /* characters, where fonts are carried */
};

static struct gp_xml *
begin_file(struct making *m, bool indent)
{
	gp_buf_clear(&m->page);
	return gp_xml_new(&m->page, indent);
}

static void
note_characters(struct making *m)
{
	struct gp_str text = gp_buf_view(&m->page);
	size_t i = 0;

	while (m->used && i < text.n)
		hb_set_add(m->used, gp_utf8_next(text, &i));
}

static bool
end_file(struct making *m, struct gp_xml *x, const char *name, struct gp_err *e)
{
	struct gp_str full = gp_arena_printf(m->ep->arena, FOLDER "%s", name);

	if (!gp_xml_finish(x, e) || !gp_arena_ok(m->ep->arena, e))
		return false;
	note_characters(m);
	gp_container_deflate(m->zip, full.p, gp_buf_view(&m->page));
	return true;
}

static bool
package_and_nav(struct making *m, struct gp_err *e)
{
	struct gp_xml *x = begin_file(m, true);

	if (x)
		gp_epub_package(m->ep, x);
	if (!end_file(m, x, PACKAGE, e))
		return false;
	x = begin_file(m, false);
	if (x)
		gp_epub_nav(m->ep, x);
	if (!end_file(m, x, "nav.xhtml", e))
		return false;
	x = begin_file(m, true);
	if (x)
		gp_epub_ncx(m->ep, x);
	return end_file(m, x, "toc.ncx", e);
}

static bool
pieces(struct making *m, const struct gp_epub_page *page, struct gp_err *e)
{
	size_t n = page->pieces ? page->pieces(m->ep) : 0, i;
	char name[GP_EPUB_PATH];
	struct gp_xml *x;

	for (i = 0; i < n; i++) {
		x = begin_file(m, false);
		if (x)
			page->write_piece(m->ep, x, i);
		gp_epub_piece_path(page->id, i, name);
		if (!end_file(m, x, name, e))
			return false;
	}
	return true;
}

static bool
pages(struct making *m, const struct gp_epub_page *page, size_t n,
      struct gp_err *e)
{
	char name[GP_EPUB_PATH];
	struct gp_xml *x;
	size_t i;

	for (i = 0; i < n; i++) {
		if (!page[i].wanted(m->ep))
			continue;
		x = begin_file(m, false);
		if (x)
			page[i].write(m->ep, x);
		(void)snprintf(name, sizeof name, "%s.xhtml", page[i].id);
		if (!end_file(m, x, name, e) || !pieces(m, &page[i], e))
			return false;
	}
	return true;
}

/* The page of the part that begins with article `i`, if one does. */
static bool
part(struct making *m, size_t i, struct gp_err *e)
{
	size_t n = m->ep->n_parts ? gp_epub_part_of(m->ep, i) : 0;
	char name[GP_EPUB_PATH];
	struct gp_xml *x;

	if (m->ep->n_parts == 0 || m->ep->parts[n].first != i)
		return true;
	x = begin_file(m, false);
	if (x)
		gp_epub_part(m->ep, x, n);
	gp_epub_part_path(n, name);
	return end_file(m, x, name, e);
}

static bool
articles(struct making *m, struct gp_err *e)
{
	const struct gp_pack *pack = m->ep->pack;
	char name[GP_EPUB_PATH];
	struct gp_xml *x;
	size_t i;

	for (i = 0; i < pack->n_entries; i++) {
		if (!gp_host_progress(m->ep->job->host, "epub", i,
		                      pack->n_entries, e) ||
		    !part(m, i, e))
			return false;
		x = begin_file(m, false);
		if (x)
			gp_epub_article(m->ep, x, i);
		gp_epub_article_path(m->ep, i, name);
		if (!end_file(m, x, name, e))
			return false;
	}
	return gp_host_progress(m->ep->job->host, "epub", i, pack->n_entries,
	                        e);
}

static bool
style(struct making *m, struct gp_err *e)
{
	static const char path[] = "styles/epub.css";
	struct gp_bytes css = { NULL, 0 };
	struct gp_str text;
	bool ok = gp_data_read(m->ep->job, path, GP_MAX_STYLE_BYTES, &css, e);

	gp_buf_clear(&m->page);
	text = (struct gp_str){ (const char *)css.data, css.size };
	ok = ok && gp_design_css_check(path, text, e) &&
	     gp_design_css(m->ep->job->design, path, text, &m->page, e);
	if (m->ep->fonts.count)
		gp_epub_fonts_css(&m->ep->fonts, &m->page);
	ok = ok && gp_buf_ok(&m->page, e);
	if (ok)
		gp_container_deflate(m->zip, FOLDER "css/epub.css",
		                     gp_buf_view(&m->page));
	gp_bytes_free(&css);
	return ok;
}

/* They are compressed already. */
static bool
pictures(struct making *m, struct gp_err *e)
{
	const struct gp_shown_picture *p;
	struct gp_str full;

	gp_container_store(m->zip, FOLDER "images/cover.png",
	                   gp_buf_view(&m->ep->cover));
	for (p = m->ep->shown.first; p; p = p->next) {
		full = gp_arena_printf(m->ep->arena, FOLDER "%.*s",
		                       GP_ARG(p->path));
		if (!gp_arena_ok(m->ep->arena, e))
			return false;
		gp_container_store(m->zip, full.p, p->image->data);
	}
	return true;
}

static bool
add_font(struct making *m, const struct gp_epub_font *f, struct gp_err *e)
{
	struct gp_str name =
		gp_arena_printf(m->ep->arena, FOLDER "%s", f->name);

	gp_buf_clear(&m->page);
	if (!gp_arena_ok(m->ep->arena, e) ||
	    !gp_epub_font_cut(m->ep->job, f, m->used, &m->page, e))
		return false;
	gp_container_deflate(m->zip, name.p, gp_buf_view(&m->page));
	if (f->variant != GP_REGULAR)
		return true;
	name = gp_arena_printf(m->ep->arena, FOLDER "%s.txt", f->name);
	gp_buf_clear(&m->page);
	if (!gp_arena_ok(m->ep->arena, e) ||
	    !gp_epub_font_licence(m->ep->job, f, &m->page, e))
		return false;
	gp_container_deflate(m->zip, name.p, gp_buf_view(&m->page));
	return true;
}

static bool
fonts(struct making *m, struct gp_err *e)
{
	size_t i;

	if (m->used && !hb_set_allocation_successful(m->used))
		return gp_fail(e, GP_NOMEM, "out of memory");
	for (i = 0; i < m->ep->fonts.count; i++)
		if (!add_font(m, &m->ep->fonts.rows[i], e))
			return false;
	return true;
}

/* ---- when it changed ---- */

static struct gp_str
last_book(const struct making *m)
{
	const struct gp_bytes *last = m->ep->job->previous;

	return last ? (struct gp_str){ (const char *)last->data, last->size }
	            : GP_STR("");
}

/* As the last book of this identifier says, as if nothing were new. */
static void
settle_modified(struct making *m)
{
	struct gp_date last = gp_epub_last_modified(
		last_book(m), m->ep->pack->info.identifier);

	m->ep->has_last = last.precision != GP_NO_DATE;
	m->ep->modified = m->ep->has_last ? last : m->ep->job->date;
}

/* A book that differs from the last one is younger, on the same day too
   (EPUB 3.3, 5.5.4). */
static bool
move_modified(struct making *m, struct gp_err *e)
{
	struct gp_date next;
	struct gp_xml *x;

	if (!m->ep->has_last || gp_container_is(m->zip, last_book(m)))
		return true;
	next = m->ep->job->date;
	if (gp_date_cmp(&next, &m->ep->modified) <= 0 &&
	    !gp_date_from_seconds(gp_date_seconds(&m->ep->modified) + 1, &next))
		return true;
	m->ep->modified = next;
	x = begin_file(m, true);
	if (x)
		gp_epub_package(m->ep, x);
	if (!gp_xml_finish(x, e))
		return false;
	gp_container_replace(m->zip, FOLDER PACKAGE, gp_buf_view(&m->page));
	return true;
}

/* The order of the container is that of reading. */
static bool
make_book(struct making *m, struct gp_buf *out, struct gp_err *e)
{
	settle_modified(m);
	gp_container_store(m->zip, "mimetype", GP_STR("application/epub+zip"));
	gp_container_deflate(m->zip, "META-INF/container.xml",
	                     gp_str(container_xml));
	return package_and_nav(m, e) &&
	       pages(m, gp_epub_front, GP_EPUB_FRONT, e) && articles(m, e) &&
	       pages(m, gp_epub_back, GP_EPUB_BACK, e) && pictures(m, e) &&
	       style(m, e) && fonts(m, e) && move_modified(m, e) &&
	       gp_container_write(m->zip, out, e);
}

static struct gp_epub
look_at_pack(const struct gp_write_job *job)
{
	struct gp_epub ep = { .job = job, .pack = job->pack };
	size_t words = 0, i;

	ep.lang = gp_lang_ok(ep.pack->info.lang) ? ep.pack->info.lang
	                                         : GP_STR("und");
	for (i = 0; i < ep.pack->n_entries; i++)
		words += gp_doc_words_to_read(ep.pack->entries[i].doc);
	ep.minutes = gp_reading_minutes(words);
	return ep;
}

static struct gp_str
name_picture(struct gp_arena *a, const struct gp_image *image, size_t nth,
             const char *suffix)
{
	(void)image;
	return gp_arena_printf(a, "images/p%03zu%s", nth, suffix);
}

static bool
prepare(struct gp_epub *ep, struct gp_err *e)
{
	gp_epub_find_parts(ep);
	gp_shown_find(ep->arena, ep->pack, name_picture, &ep->shown);
	if (ep->pack->info.embed_fonts)
		gp_epub_fonts_list(ep->job->design, &ep->fonts);
	return gp_epub_print(ep, e);
}

static void
note_libraries(struct gp_ingredients *used)
{
	char xml[GP_XML_VERSION];

	gp_xml_version(xml);
	gp_used_library(used, "libxml2", xml);
	gp_used_library(used, "libzip", zip_libzip_version());
	gp_used_library(used, "libdeflate", LIBDEFLATE_VERSION_STRING);
	gp_paint_note(used);
}

static bool
write_epub(const struct gp_write_job *job, struct gp_buf *out, struct gp_err *e)
{
	struct gp_epub ep = look_at_pack(job);
	struct making m = { .ep = &ep };
	bool ok;

	ep.arena = gp_arena_new(GP_MAX_PACK_ARENA);
	m.zip = gp_container_new(&job->date, job->host->threads);
	if (job->pack->info.embed_fonts)
		m.used = hb_set_create();
	if (ep.arena && m.zip)
		ok = prepare(&ep, e) && make_book(&m, out, e);
	else
		ok = gp_fail(e, GP_NOMEM, "out of memory");
	gp_buf_free(&ep.cover);
	hb_set_destroy(m.used);
	gp_container_free(m.zip);
	gp_shown_free(&ep.shown);
	gp_arena_free(ep.arena);
	gp_buf_free(&m.page);
	return ok;
}

const struct gp_writer gp_write_epub = {
	.format = {
		.name = "epub",
		.summary = "the EPUB alone",
		.about = "Writes the pack as an EPUB 3.3. One that is already "
			 "there keeps its date of\nchange when nothing in it "
			 "did.",
		.type = "application/epub+zip",
		.suffix = ".epub",
		.has_design = true,
		.has_state = true,
	},
	.write = write_epub,
	.libraries = note_libraries,
};

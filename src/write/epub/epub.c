/* EPUB 3.3: which files there are, in which order, and nothing of what stands
   in them. */
#include "write/epub/epub.h"

#include "base/limits.h"
#include "write/design.h"
#include "write/epub/container.h"
#include "write/epub/css.h"

#include <libdeflate.h>
#include <stdio.h>
#include <zip.h>

#define FOLDER "EPUB/"

static const char container_xml[] =
	"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	"<container version=\"1.0\" "
	"xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\">\n"
	"\t<rootfiles>\n"
	"\t\t<rootfile full-path=\"" FOLDER "package.opf\" "
	"media-type=\"application/oebps-package+xml\"/>\n"
	"\t</rootfiles>\n"
	"</container>\n";

/* One EPUB being put together. */
struct making {
	const struct gp_epub *ep;
	struct gp_container *zip;
	struct gp_buf page; /* used again and again */
};

static struct gp_xml *
begin(struct making *m, bool indent)
{
	gp_buf_clear(&m->page);
	return gp_xml_new(&m->page, indent);
}

static bool
end(struct making *m, struct gp_xml *x, const char *name, struct gp_err *e)
{
	struct gp_str full = gp_arena_printf(m->ep->arena, FOLDER "%s", name);

	if (!gp_xml_finish(x, e) || !gp_arena_ok(m->ep->arena, e))
		return false;
	gp_container_deflate(m->zip, full.p, gp_buf_view(&m->page));
	return true;
}

static bool
package_and_nav(struct making *m, struct gp_err *e)
{
	struct gp_xml *x = begin(m, true);

	if (x)
		gp_epub_package(m->ep, x);
	if (!end(m, x, "package.opf", e))
		return false;
	x = begin(m, false);
	if (x)
		gp_epub_nav(m->ep, x);
	return end(m, x, "nav.xhtml", e);
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
		x = begin(m, false);
		if (x)
			page[i].write(m->ep, x);
		(void)snprintf(name, sizeof name, "%s.xhtml", page[i].id);
		if (!end(m, x, name, e))
			return false;
	}
	return true;
}

static bool
articles(struct making *m, struct gp_err *e)
{
	const struct gp_pack *pack = m->ep->pack;
	char name[GP_EPUB_PATH];
	struct gp_xml *x;
	size_t i;

	for (i = 0; i < pack->n_entries; i++) {
		if (!gp_pack_progress(pack, "epub", i, pack->n_entries, e))
			return false;
		x = begin(m, false);
		if (x)
			gp_epub_article(m->ep, x, i);
		gp_epub_article_path(i, name);
		if (!end(m, x, name, e))
			return false;
	}
	return gp_pack_progress(pack, "epub", i, pack->n_entries, e);
}

static bool
style(struct making *m, struct gp_err *e)
{
	static const char path[] = "styles/epub.css";
	struct gp_bytes css = { NULL, 0 };
	struct gp_style look;
	bool ok = gp_data_read(m->ep->job, path, GP_MAX_STYLE_BYTES, &css, e) &&
	          gp_design_read(m->ep->job, &look, e);

	gp_buf_clear(&m->page);
	ok = ok &&
	     gp_epub_css(&look, path,
	                 (struct gp_str){ (const char *)css.data, css.size },
	                 &m->page, e);
	if (ok)
		gp_container_deflate(m->zip, FOLDER "css/epub.css",
		                     gp_buf_view(&m->page));
	gp_bytes_free(&css);
	return ok;
}

/* The order of the container is that of reading. */
static bool
make(struct making *m, struct gp_buf *out, struct gp_err *e)
{
	gp_container_store(m->zip, "mimetype", GP_STR("application/epub+zip"));
	gp_container_deflate(m->zip, "META-INF/container.xml",
	                     gp_str(container_xml));
	return package_and_nav(m, e) &&
	       pages(m, gp_epub_front, GP_EPUB_FRONT, e) && articles(m, e) &&
	       pages(m, gp_epub_back, GP_EPUB_BACK, e) && style(m, e) &&
	       gp_container_write(m->zip, out, e);
}

static bool
has_figure(const struct gp_doc *doc)
{
	struct gp_walk w = gp_walk_from(doc->body);

	while (gp_walk_next(&w))
		if (w.node->kind == GP_FIGURE)
			return true;
	return false;
}

static struct gp_epub
look(const struct gp_write_job *job)
{
	struct gp_epub ep = { .job = job, .pack = job->pack };
	const struct gp_doc *doc;
	size_t words = 0, i;

	ep.lang = gp_lang_ok(ep.pack->info.lang) ? ep.pack->info.lang
	                                         : GP_STR("und");
	for (i = 0; i < ep.pack->n_entries; i++) {
		doc = ep.pack->entries[i].doc;
		ep.has_figures = ep.has_figures || has_figure(doc);
		words += gp_doc_words(doc);
	}
	ep.minutes = gp_reading_minutes(words);
	return ep;
}

static void
note_libraries(struct gp_ingredients *used)
{
	char xml[GP_XML_VERSION];

	gp_xml_version(xml);
	gp_used_library(used, "libxml2", xml);
	gp_used_library(used, "libzip", zip_libzip_version());
	gp_used_library(used, "libdeflate", LIBDEFLATE_VERSION_STRING);
}

static bool
write_epub(const struct gp_write_job *job, struct gp_buf *out, struct gp_err *e)
{
	struct gp_epub ep = look(job);
	struct making m = { .ep = &ep };
	bool ok;

	ep.arena = gp_arena_new(GP_MAX_PACK_ARENA);
	m.zip = gp_container_new(&job->date);
	if (ep.arena && m.zip)
		ok = make(&m, out, e);
	else
		ok = gp_fail(e, GP_NOMEM, "out of memory");
	gp_container_free(m.zip);
	gp_arena_free(ep.arena);
	gp_buf_free(&m.page);
	note_libraries(job->used);
	return ok;
}

const struct gp_writer gp_write_epub = {
	.name = "epub",
	.suffix = ".epub",
	.type = "application/epub+zip",
	.write = write_epub,
};

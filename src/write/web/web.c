/* The web edition: which files there are, and nothing of what stands in them.
   Pages, their one style sheet and the pictures are in one folder, so that it
   works from wherever it is put, a file share included. */
#include "write/web/web_site.h"

#include "base/hash.h"
#include "base/limits.h"
#include "base/text/lang.h"
#include "write/write.h"
#include "write/xhtml/design_css.h"

#include <stdio.h>

static const char html[] = "text/html";

struct web_making {
	struct gp_web *web;
	const struct gp_file_sink *to;
};

/* ---- files ---- */

/* Hands over what was written into `page` under a name that it is known by. */
static bool
put(const struct web_making *m, struct gp_xml *x, struct gp_buf *page,
    const char *name, struct gp_err *e)
{
	bool ok = gp_xml_finish(x, e) &&
	          m->to->take(m->to->user, gp_str(name), html, page, e);

	gp_buf_free(page);
	return ok;
}

static bool
single_page(const struct web_making *m, const char *name,
            void (*write)(const struct gp_web *w, struct gp_xml *x),
            struct gp_err *e)
{
	struct gp_buf page = { .max = 0 };
	struct gp_xml *x = gp_xml_new(&page, false);

	if (x)
		write(m->web, x);
	return put(m, x, &page, name, e);
}

static bool
articles(const struct web_making *m, struct gp_err *e)
{
	size_t n = m->web->pack->n_entries, i;
	char name[GP_WEB_NAME];

	for (i = 0; i < n; i++) {
		struct gp_buf page = { .max = 0 };
		struct gp_xml *x = gp_xml_new(&page, false);

		if (x)
			gp_web_article(m->web, x, i);
		gp_web_article_name(m->web, i, name);
		if (!put(m, x, &page, name, e) ||
		    !gp_host_progress(m->web->job->host, "web", i + 1, n, e))
			return false;
	}
	return true;
}

/* Their addresses stay. */
static bool
gone(const struct web_making *m, struct gp_err *e)
{
	const struct gp_pack *pack = m->web->pack;
	char name[GP_WEB_NAME];
	size_t i;

	for (i = 0; i < pack->n_gone; i++) {
		gp_web_page_name(pack->gone[i], name);
		if (!single_page(m, name, gp_web_gone, e))
			return false;
	}
	return true;
}

static bool
about(const struct web_making *m, struct gp_err *e)
{
	const char *name;
	size_t i;

	for (i = 0; i < GP_WEB_ABOUT_PAGES; i++) {
		struct gp_buf page = { .max = 0 };
		struct gp_xml *x;

		name = gp_web_about_name(m->web, i);
		if (!name)
			continue;
		x = gp_xml_new(&page, false);
		if (x)
			gp_web_about(m->web, x, i);
		if (!put(m, x, &page, name, e))
			return false;
	}
	return true;
}

static bool
style(const struct web_making *m, struct gp_err *e)
{
	static const char path[] = "styles/web.css";
	struct gp_bytes css = { NULL, 0 };
	struct gp_buf out = { .max = 0 };
	struct gp_str text;
	bool ok = gp_data_read(m->web->job, path, GP_MAX_STYLE_BYTES, &css, e);

	text = (struct gp_str){ (const char *)css.data, css.size };
	ok = ok && gp_design_css_check(path, text, e) &&
	     gp_design_css(m->web->job->design, path, text, &out, e) &&
	     m->to->take(m->to->user, GP_STR(GP_WEB_STYLE), "text/css", &out,
	                 e);
	gp_buf_free(&out);
	gp_bytes_free(&css);
	return ok;
}

static bool
pictures(const struct web_making *m, struct gp_err *e)
{
	const struct gp_shown_picture *p;

	for (p = m->web->shown.first; p; p = p->next) {
		struct gp_buf bytes = { .max = 0 };
		bool ok;

		gp_buf_str(&bytes, p->image->data);
		ok = m->to->take(m->to->user, p->path, p->type, &bytes, e);
		gp_buf_free(&bytes);
		if (!ok)
			return false;
	}
	return true;
}

/* ---- all of them ---- */

/* Made of its bytes: another picture never takes its address. */
static struct gp_str
name_picture(struct gp_arena *a, const struct gp_image *image, size_t nth,
             const char *suffix)
{
	char hex[GP_SHA256_HEX];

	(void)nth;
	gp_sha256_hex(image->data.p, image->data.n, hex);
	return gp_arena_printf(a, "p-%.16s%s", hex, suffix);
}

static void
look_at_pack(struct gp_web *w)
{
	struct gp_str lang = w->pack->info.lang;
	size_t words = 0, i;

	w->lang = gp_lang_ok(lang) ? lang : GP_STR("und");
	for (i = 0; i < w->pack->n_entries; i++)
		words += gp_doc_words_to_read(w->pack->entries[i].doc);
	w->minutes = gp_reading_minutes(words);
	gp_shown_find(w->arena, w->pack, name_picture, &w->shown);
}

static bool
write_web(const struct gp_write_job *job, const struct gp_file_sink *to,
          struct gp_err *e)
{
	struct gp_web web = { .job = job, .pack = job->pack };
	const struct web_making m = { &web, to };
	bool ok;

	web.arena = gp_arena_new(GP_MAX_PACK_ARENA);
	if (!web.arena)
		return gp_fail(e, GP_NOMEM, "out of memory");
	look_at_pack(&web);
	ok = gp_arena_ok(web.arena, e) &&
	     single_page(&m, GP_WEB_INDEX, gp_web_index, e) &&
	     articles(&m, e) && gone(&m, e) && about(&m, e) &&
	     single_page(&m, GP_WEB_ACCESSIBILITY, gp_web_accessibility, e) &&
	     style(&m, e) && pictures(&m, e);
	gp_shown_free(&web.shown);
	gp_arena_free(web.arena);
	return ok;
}

static void
note_libraries(struct gp_ingredients *used)
{
	char xml[GP_XML_VERSION];

	gp_xml_version(xml);
	gp_used_library(used, "libxml2", xml);
}

const struct gp_writer gp_write_web = {
	.format = {
		.name = "web",
		.summary = "pages for a browser",
		.about = "Writes the pack as pages for a browser.",
		.type = "text/html",
		.suffix = ".html",
		.has_design = true,
	},
	.folder = "web/",
	.write_files = write_web,
	.libraries = note_libraries,
};

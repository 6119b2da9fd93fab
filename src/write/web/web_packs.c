/* Packs under the names of their months, in the frame that all pages have; and
   the page that a browser leaves at once.  It opens no file and orders
   nothing. */
#include "write/web/web_packs.h"

#include "base/limits.h"
#include "base/text/lang.h"
#include "wording/web_words.h"
#include "write/web/web_site.h"
#include "write/xhtml/page_elements.h"

#include <string.h>

enum { MONTH = 64 };

/* The frame of a page of the series, made in `arena`. */
struct series_page {
	const struct gp_web_series *series;
	struct gp_pack pack; /* none, but for what all its packs have */
	struct gp_write_job job;
	struct gp_web web;
};

static bool
open_page(struct series_page *p, const struct gp_web_series *s,
          const char *way_out, struct gp_err *e)
{
	struct gp_str lang = s->info->lang;
	struct gp_arena *a = gp_arena_new(GP_MAX_PACK_ARENA);

	if (!a)
		return gp_fail(e, GP_NOMEM, "out of memory");
	p->series = s;
	p->pack = (struct gp_pack){ .info = *s->info };
	p->pack.info.issue.for_public = s->for_public;
	p->job = (struct gp_write_job){ .pack = &p->pack,
		                        .date = s->packs[0].date,
		                        .made = s->feeds,
		                        .n_made = s->n_feeds,
		                        .way_out = way_out };
	p->web = (struct gp_web){ .job = &p->job,
		                  .pack = &p->pack,
		                  .arena = a,
		                  .lang = gp_lang_ok(lang) ? lang
		                                           : GP_STR("und") };
	p->web.common = gp_arena_printf(a, "%s%.*s/", way_out,
	                                GP_ARG(s->packs[0].folder));
	return true;
}

/* ---- by month ---- */

/* "November 2015"; "" without a month. */
static void
month_of(const struct gp_web_pack *p, char out[GP_DATE_TEXT])
{
	struct gp_date month = p->date;

	out[0] = '\0';
	if (month.precision < GP_MONTH)
		return;
	month.precision = GP_MONTH;
	gp_date_long(&month, out);
}

static void
row(const struct series_page *s, struct gp_xml *x, const struct gp_web_pack *p)
{
	struct gp_str href = gp_arena_printf(s->web.arena, "%.*s/" GP_WEB_INDEX,
	                                     GP_ARG(p->folder));
	size_t i;

	gp_xhtml_open(x, "li");
	gp_xml_open(x, "h3");
	gp_xml_open(x, "a");
	gp_xml_attr(x, "href", href);
	gp_xml_text(x, p->title);
	gp_xml_close_full(x);
	gp_xhtml_close(x);
	gp_xml_open(x, "p");
	gp_xml_attrz(x, "class", "dateline");
	gp_xhtml_date(x, &p->date);
	for (i = 0; i < p->n_forms; i++)
		gp_web_form(&s->web, x, &p->forms[i], p->title);
	gp_xhtml_close(x);
	gp_xhtml_close(x);
}

/* A month and its packs; returns the place after it. */
static size_t
month(const struct series_page *s, struct gp_xml *x, size_t i)
{
	const struct gp_web_pack *packs = s->series->packs;
	char name[GP_DATE_TEXT], other[GP_DATE_TEXT];

	month_of(&packs[i], name);
	gp_xml_open(x, "section");
	gp_xml_attrz(x, "class", "toc");
	gp_xml_text(x, GP_STR("\n"));
	gp_xhtml_line(x, "h2", NULL,
	              name[0] ? gp_str(name) : gp_web_word(GP_WW_NO_MONTH));
	gp_xml_open(x, "ol");
	gp_xml_attrz(x, "class", "contents");
	gp_xml_text(x, GP_STR("\n"));
	do {
		row(s, x, &packs[i++]);
		if (i < s->series->n_packs)
			month_of(&packs[i], other);
	} while (i < s->series->n_packs && strcmp(name, other) == 0);
	gp_xhtml_close(x);
	gp_xhtml_close(x);
	return i;
}

static void
write_packs(const struct series_page *s, struct gp_xml *x)
{
	const struct gp_web_frame frame = {
		.lang = s->web.lang,
		.title = gp_web_title(&s->web),
		.is_index = true,
	};
	size_t i = 0;

	gp_web_open_page(&s->web, x, &frame);
	gp_xml_open(x, "header");
	gp_xml_attrz(x, "class", "cover");
	gp_xml_text(x, GP_STR("\n"));
	gp_xhtml_line(x, "p", "organisation", s->pack.info.organisation);
	gp_xhtml_heading(x, frame.title);
	gp_xhtml_line(x, "p", "subtitle", s->pack.info.subtitle);
	gp_xhtml_close(x);
	while (i < s->series->n_packs)
		i = month(s, x, i);
	gp_web_forms(&s->web, x, GP_WW_FEEDS);
	gp_web_close_page(&s->web, x, &frame);
}

bool
gp_web_packs(const struct gp_web_series *s, struct gp_buf *out,
             struct gp_err *e)
{
	struct series_page page;
	struct gp_xml *x;
	bool ok;

	if (!open_page(&page, s, "", e))
		return false;
	x = gp_xml_new(out, false);
	if (x)
		write_packs(&page, x);
	ok = gp_xml_finish(x, e);
	gp_arena_free(page.web.arena);
	return ok;
}

/* ---- the newest ---- */

static void
write_latest(const struct series_page *s, struct gp_xml *x)
{
	const struct gp_web_pack *newest = &s->series->packs[0];
	struct gp_str href = gp_arena_printf(
		s->web.arena, "../%.*s/" GP_WEB_INDEX, GP_ARG(newest->folder));
	const struct gp_web_frame frame = {
		.lang = s->web.lang,
		.title = newest->title,
		.is_index = true,
		.onward = href,
	};

	gp_web_open_page(&s->web, x, &frame);
	gp_xml_open(x, "h1");
	gp_xml_attrz(x, "id", "title");
	gp_xml_open(x, "a");
	gp_xml_attr(x, "href", href);
	gp_xml_text(x, newest->title);
	gp_xml_close_full(x);
	gp_xhtml_close(x);
	gp_web_close_page(&s->web, x, &frame);
}

bool
gp_web_latest(const struct gp_web_series *s, struct gp_buf *out,
              struct gp_err *e)
{
	struct series_page page;
	struct gp_xml *x;
	bool ok;

	if (!open_page(&page, s, "../", e))
		return false;
	x = gp_xml_new(out, false);
	if (x)
		write_latest(&page, x);
	ok = gp_xml_finish(x, e);
	gp_arena_free(page.web.arena);
	return ok;
}

/* Packs under the names of their months, in the frame that all pages have; and
   the page that a browser leaves at once.  It opens no file and orders
   nothing. */
#include "write/web/web_packs.h"

#include "base/limits.h"
#include "base/text/lang.h"
#include "wording/day_words.h"
#include "write/web/web_site.h"
#include "write/xhtml/page_elements.h"

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
	p->pack = (struct gp_pack){ .info = *s->info, .labels = s->labels };
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

/* "November 2015", or that there is none. */
static struct gp_str
month_words(const struct series_page *s, const struct gp_date *day)
{
	struct gp_date month = *day;

	if (month.precision < GP_MONTH)
		return gp_word(s->pack.labels, GP_W_NO_MONTH);
	month.precision = GP_MONTH;
	return gp_day_words(s->pack.labels, &month, s->web.arena);
}

static bool
is_same_month(const struct gp_date *a, const struct gp_date *b)
{
	if (a->precision < GP_MONTH || b->precision < GP_MONTH)
		return a->precision < GP_MONTH && b->precision < GP_MONTH;
	return a->year == b->year && a->month == b->month;
}

static void
row(const struct series_page *s, struct gp_xml *x, const struct gp_web_pack *p,
    const char *heading)
{
	struct gp_str href = gp_arena_printf(s->web.arena, "%.*s/" GP_WEB_INDEX,
	                                     GP_ARG(p->folder));
	size_t i;

	gp_xhtml_open(x, "li");
	gp_xml_open(x, heading);
	gp_xhtml_side(x, p->title);
	gp_xml_open(x, "a");
	gp_xml_attr(x, "href", href);
	gp_xml_text(x, p->title);
	gp_xml_close_full(x);
	gp_xhtml_close(x);
	gp_xml_open(x, "p");
	gp_xml_attrz(x, "class", "dateline");
	gp_xhtml_date(x, &p->date, s->pack.labels);
	for (i = 0; i < p->n_forms; i++)
		gp_web_form(&s->web, x, &p->forms[i], p->title);
	gp_xhtml_close(x);
	gp_xhtml_close(x);
}

static void
open_list(struct gp_xml *x)
{
	gp_xml_open(x, "ol");
	gp_xml_attrz(x, "class", "contents");
	gp_xml_text(x, GP_STR("\n"));
}

static void
open_month(struct gp_xml *x)
{
	gp_xml_open(x, "section");
	gp_xml_attrz(x, "class", "toc");
	gp_xml_text(x, GP_STR("\n"));
}

/* A month and its packs; returns the place after it. */
static size_t
month(const struct series_page *s, struct gp_xml *x, size_t i)
{
	const struct gp_web_pack *packs = s->series->packs;
	const struct gp_date *first = &packs[i].date;

	open_month(x);
	gp_xhtml_line(x, "h2", NULL, month_words(s, first));
	open_list(x);
	do
		row(s, x, &packs[i++], "h3");
	while (i < s->series->n_packs && is_same_month(first, &packs[i].date));
	gp_xhtml_close(x);
	gp_xhtml_close(x);
	return i;
}

/* "November 2015 · 4 packs" */
static void
way_to_month(const struct series_page *s, struct gp_xml *x,
             const struct gp_web_month *m)
{
	gp_xml_open(x, "li");
	gp_xml_open(x, "a");
	gp_xml_attr(x, "href", m->file);
	gp_xml_text(x, month_words(s, &m->month));
	gp_xml_close_full(x);
	gp_xml_text(x, GP_STR(" · "));
	gp_xhtml_count(x, s->pack.labels, GP_W_PACKS, m->n_packs);
	gp_xhtml_close(x);
}

static void
all_months(const struct series_page *s, struct gp_xml *x)
{
	size_t i;

	if (s->series->n_months == 0)
		return;
	gp_xml_open(x, "section");
	gp_xml_attrz(x, "class", "months");
	gp_xml_attrz(x, "aria-labelledby", "months");
	gp_xml_text(x, GP_STR("\n"));
	gp_xml_open(x, "h2");
	gp_xml_attrz(x, "id", "months");
	gp_xhtml_own_words(x, s->pack.labels, s->web.lang);
	gp_xml_text(x, gp_word(s->pack.labels, GP_W_PACKS_BY_MONTH));
	gp_xhtml_close(x);
	gp_xhtml_open(x, "ul");
	for (i = 0; i < s->series->n_months; i++)
		way_to_month(s, x, &s->series->months[i]);
	gp_xhtml_close(x);
	gp_xhtml_close(x);
}

static void
write_packs(struct series_page *s, struct gp_xml *x)
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
	all_months(s, x);
	gp_web_forms(&s->web, x, GP_W_FEEDS);
	gp_web_close_page(&s->web, x, &frame);
}

/* Appends what `write` makes of the series, from `way_out` of its folder. */
static bool
write_page(const struct gp_web_series *s, const char *way_out,
           void (*write)(struct series_page *s, struct gp_xml *x),
           struct gp_buf *out, struct gp_err *e)
{
	struct series_page page;
	struct gp_xml *x;
	bool ok;

	if (!open_page(&page, s, way_out, e))
		return false;
	x = gp_xml_new(out, false);
	if (x)
		write(&page, x);
	ok = gp_xml_finish(x, e);
	gp_arena_free(page.web.arena);
	return ok;
}

bool
gp_web_packs(const struct gp_web_series *s, struct gp_buf *out,
             struct gp_err *e)
{
	return write_page(s, "", write_packs, out, e);
}

/* ---- one month ---- */

static void
write_month(struct series_page *s, struct gp_xml *x)
{
	struct gp_web_frame frame = { .lang = s->web.lang };
	size_t i;

	frame.title = month_words(s, &s->series->packs[0].date);
	if (s->job.date.precision > GP_MONTH)
		s->job.date.precision = GP_MONTH;
	gp_web_open_page(&s->web, x, &frame);
	gp_xml_open(x, "header");
	gp_xml_attrz(x, "class", "cover");
	gp_xml_text(x, GP_STR("\n"));
	gp_xhtml_heading(x, frame.title);
	gp_xhtml_close(x);
	open_month(x);
	open_list(x);
	for (i = 0; i < s->series->n_packs; i++)
		row(s, x, &s->series->packs[i], "h2");
	gp_xhtml_close(x);
	gp_xhtml_close(x);
	gp_web_close_page(&s->web, x, &frame);
}

bool
gp_web_month(const struct gp_web_series *s, struct gp_buf *out,
             struct gp_err *e)
{
	return write_page(s, "", write_month, out, e);
}

/* ---- the newest ---- */

static void
write_latest(struct series_page *s, struct gp_xml *x)
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
	return write_page(s, "../", write_latest, out, e);
}

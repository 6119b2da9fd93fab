/*
 * What the editor says in pack.yaml, over what was found.  The line that held
 * what is replaced goes to dropped[]; saying the same again changes nothing.
 */
#include "normalise/byline.h"
#include "normalise/work.h"

static const struct gp_span nowhere = { 0, 0 };

/* The words of pack.yaml in the house's typography. */
static struct gp_str
set(struct gp_work *w, struct gp_str given, struct gp_err *e)
{
	static const struct gp_evidence none;
	struct gp_desk desk = { .a.max = 0 };
	unsigned fixes[GP_FIX_COUNT] = { 0 };
	struct gp_str text = gp_text_set(&desk, &none, given, fixes);

	text = gp_arena_str(w->doc->arena, text);
	if (!gp_buf_ok(&desk.a, e) || !gp_buf_ok(&desk.b, e))
		text = GP_STR("");
	gp_desk_free(&desk);
	return text;
}

/* The lines of a field that is replaced. */
static void
release(struct gp_work *w, struct gp_span at)
{
	size_t i;

	for (i = 0; i < w->n; i++) {
		struct gp_unit *u = &w->units[i];

		if (u->at.first < at.first || u->at.first > at.last ||
		    gp_unit_stays(u) || u->fate == GP_DROPPED)
			continue;
		gp_work_consume(w, i, &gp_rule_overridden);
	}
}

static void
give_title(struct gp_work *w, struct gp_str given)
{
	struct gp_field *title = &w->doc->title;

	if (given.n == 0 || gp_str_eq(given, title->text))
		return;
	release(w, title->at);
	*title = (struct gp_field){ given, nowhere };
}

static void
give_standfirst(struct gp_work *w, struct gp_str given)
{
	struct gp_standfirst *s = &w->doc->standfirst;

	if (given.n == 0)
		return;
	if (!gp_str_eq(given, s->text)) {
		release(w, s->at);
		*s = (struct gp_standfirst){ .text = given };
	}
	s->confidence = GP_STR("given");
	s->alternative = GP_STR("");
}

/* A name alone will do. */
static void
give_byline(struct gp_work *w, struct gp_str given)
{
	struct gp_byline *b = &w->doc->byline;
	struct gp_arena *a = w->doc->arena;
	struct gp_str signed_by;

	if (given.n == 0 || gp_str_eq(given, b->text))
		return;
	release(w, b->at);
	*b = (struct gp_byline){ .text = given };
	signed_by = gp_arena_printf(a, "By %.*s", GP_ARG(given));
	if (gp_byline_parse(a, given, b) || gp_byline_parse(a, signed_by, b)) {
		b->text = given;
		return;
	}
	b->authors = gp_arena_array(a, 1, sizeof *b->authors);
	if (!b->authors)
		return;
	b->n_authors = 1;
	b->authors[0] = (struct gp_author){ .name = given, .display = given };
}

static void
give_date(struct gp_work *w, const struct gp_date *given)
{
	struct gp_dateline *d = &w->doc->date;
	char was[GP_DATE_TEXT], is[GP_DATE_TEXT];

	if (given->precision == GP_NO_DATE)
		return;
	gp_date_iso(&d->date, was);
	gp_date_iso(given, is);
	if (!gp_str_eq(gp_str(was), gp_str(is))) {
		release(w, d->at);
		*d = (struct gp_dateline){ .date = *given };
	}
	d->role = GP_PUBLISHED;
}

static void
give_source(struct gp_work *w, struct gp_str given)
{
	struct gp_source *s = &w->doc->source;

	if (given.n == 0)
		return;
	if (!gp_str_eq(given, s->name))
		s->n_evidence = 0;
	s->name = given;
	s->confidence = GP_STR("given");
	s->n_candidates = 0;
	w->source_line = 0;
}

static void
give_url(struct gp_work *w, struct gp_str given)
{
	struct gp_field *url = &w->doc->url;

	if (given.n == 0 || gp_str_eq(given, url->text))
		return;
	release(w, url->at);
	*url = (struct gp_field){ given, nowhere };
}

bool
gp_pass_overrides(struct gp_work *w, struct gp_err *e)
{
	const struct gp_override *o = w->how->override;

	if (!o)
		return true;
	give_title(w, set(w, o->title, e));
	give_standfirst(w, set(w, o->standfirst, e));
	give_byline(w, set(w, o->byline, e));
	give_date(w, &o->date);
	give_source(w, set(w, o->source, e));
	give_url(w, gp_arena_str(w->doc->arena, o->url));
	if (o->lang.n > 0)
		w->doc->lang = gp_arena_str(w->doc->arena, o->lang);
	return e->code == GP_OK && gp_arena_ok(w->doc->arena, e);
}

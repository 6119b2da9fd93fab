/*
 * What the editor says in pack.yaml, over what was found.  The line that held
 * what is replaced goes to dropped[], but for a guess that may as well be a
 * paragraph: that one goes back to the body.  A line that says the same as
 * the editor is not printed a second time.
 */
#include "normalise/says/byline.h"
#include "normalise/work.h"

static const struct gp_span nowhere = { 0, 0 };

/* The words of pack.yaml in the house's typography. */
static struct gp_str
set_words(struct gp_work *w, struct gp_str given, struct gp_err *e)
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

/* The lines of a field that is taken away. */
static void
give_back(struct gp_work *w, struct gp_span at)
{
	size_t i;

	for (i = 0; i < w->n; i++) {
		struct gp_unit *u = &w->units[i];

		if (u->at.first >= at.first && u->at.first <= at.last &&
		    !gp_unit_stays(u) &&
		    (u->fate != GP_DROPPED || u->why == &gp_rule_repeated))
			u->fate = GP_KEPT;
	}
}

/* ---- lines that say what the editor says ---- */

static bool
is_free(const struct gp_unit *u)
{
	return gp_unit_stays(u) || u->fate == GP_AS_STANDFIRST ||
	       (u->fate == GP_DROPPED && u->why == &gp_rule_overridden);
}

/* Takes the lines of the front, the first paragraph among them, that read
   `given` out of the body.  The place of the first, or nowhere. */
static struct gp_span
take_given_lines(struct gp_work *w, struct gp_str given, enum gp_fate fate,
                 struct gp_err *e)
{
	struct gp_buf buf = { .max = 0 };
	struct gp_span at = nowhere;
	size_t i;

	gp_text_fold(given, &buf);
	for (i = 0; i < w->n && i <= w->first_prose; i++) {
		struct gp_unit *u = &w->units[i];

		if (!is_free(u) || !gp_str_eq(u->folded, gp_buf_view(&buf)))
			continue;
		if (u->fate == GP_AS_STANDFIRST)
			w->doc->standfirst = (struct gp_standfirst){ .at = at };
		if (at.first > 0) {
			gp_work_consume(w, i, &gp_rule_repeated);
			continue;
		}
		u->fate = fate;
		at = u->at;
	}
	(void)gp_buf_ok(&buf, e);
	gp_buf_free(&buf);
	return at;
}

static void
give_title(struct gp_work *w, struct gp_str given, struct gp_err *e)
{
	struct gp_field *title = &w->doc->title;

	if (given.n == 0 || gp_str_eq(given, title->text))
		return;
	release(w, title->at);
	*title = (struct gp_field){ given, take_given_lines(w, given,
		                                            GP_AS_TITLE, e) };
}

static void
give_standfirst(struct gp_work *w, struct gp_str given, struct gp_err *e)
{
	struct gp_standfirst *s = &w->doc->standfirst;

	if (given.n == 0)
		return;
	if (!gp_str_eq(given, s->text)) {
		if (s->alternative.n > 0)
			give_back(w, s->at);
		else
			release(w, s->at);
		*s = (struct gp_standfirst){ .text = given };
		s->at = take_given_lines(w, given, GP_AS_STANDFIRST, e);
		s->text = given;
	}
	s->confidence = GP_STR("given");
	s->alternative = GP_STR("");
}

/* A name alone will do. */
static void
read_given(struct gp_work *w, struct gp_str given)
{
	struct gp_byline *b = &w->doc->byline;
	struct gp_arena *a = w->doc->arena;
	struct gp_str signed_by = gp_arena_printf(a, "By %.*s", GP_ARG(given));

	*b = (struct gp_byline){ .text = given };
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
give_byline(struct gp_work *w, struct gp_str given, struct gp_err *e)
{
	struct gp_byline *b = &w->doc->byline;
	struct gp_span at;

	if (given.n == 0 || gp_str_eq(given, b->text))
		return;
	release(w, b->at);
	at = take_given_lines(w, given, GP_AS_METADATA, e);
	if (at.first == 0 && gp_str_starts(given, GP_STR("By ")))
		at = take_given_lines(w, gp_str_sub(given, 3, given.n),
		                      GP_AS_METADATA, e);
	read_given(w, given);
	b->at = at;
}

/* What the editor says there is none of. */
static void
take_away(struct gp_work *w, const struct gp_override *o)
{
	if (o->no_standfirst) {
		give_back(w, w->doc->standfirst.at);
		w->doc->standfirst = (struct gp_standfirst){ .at = nowhere };
	}
	if (o->no_byline) {
		give_back(w, w->doc->byline.at);
		w->doc->byline = (struct gp_byline){ .at = nowhere };
	}
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

static void
give_printed_place(struct gp_work *w, const struct gp_override *o)
{
	struct gp_printed_place *p = &w->doc->printed;

	p->page = gp_arena_str(w->doc->arena, o->page);
	p->circulation = gp_arena_str(w->doc->arena, o->circulation);
}

bool
gp_pass_overrides(struct gp_work *w, struct gp_err *e)
{
	const struct gp_override *o = w->how->override;

	if (!o)
		return true;
	take_away(w, o);
	give_title(w, set_words(w, o->title, e), e);
	give_standfirst(w, set_words(w, o->standfirst, e), e);
	give_byline(w, set_words(w, o->byline, e), e);
	give_date(w, &o->date);
	give_source(w, set_words(w, o->source, e));
	give_url(w, gp_arena_str(w->doc->arena, o->url));
	give_printed_place(w, o);
	if (o->lang.n > 0)
		w->doc->lang = gp_arena_str(w->doc->arena, o->lang);
	w->lines_given = true;
	return e->code == GP_OK && gp_arena_ok(w->doc->arena, e);
}

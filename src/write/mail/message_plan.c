/* The rows of a message.  A first edition has its articles by section; a later
   one has what is new in front and of all else the headlines.  Where several
   messages make a pack, each lists what is in it.  What a reader may not have
   was left out of the pack before it came here. */
#include "write/mail/message_plan.h"

#include "base/text/lang.h"
#include "wording/day_words.h"
#include "wording/issue_words.h"
#include "wording/line_parts.h"
#include "wording/printed_fields.h"
#include "wording/since_words.h"

#include <stdio.h>

/* Rows of a message beside those of articles and forms. */
enum { PREVIEWED = 3, OTHER_ROWS = 40 };

struct planning {
	const struct gp_message *m;
	const struct gp_message_part *part;
	const struct gp_pack *pack;
	struct gp_message_plan *plan;
	const size_t *order;
	size_t n, n_lead, minutes;
};

/* ---- rows ---- */

static void
make_room(struct gp_message_plan *p, size_t articles, size_t forms)
{
	size_t room = OTHER_ROWS + 4 * articles + forms;

	p->rows = gp_arena_array(p->arena, room, sizeof *p->rows);
	p->room = p->rows ? room : 0;
}

static struct gp_message_row *
add(struct gp_message_plan *p, enum gp_message_kind kind, struct gp_str text)
{
	struct gp_message_row *row =
		p->n < p->room ? &p->rows[p->n++] : &p->spare;

	*row = (struct gp_message_row){ .kind = kind, .text = text };
	return row;
}

static void
add_given(struct gp_message_plan *p, enum gp_message_kind kind,
          struct gp_str text)
{
	text = gp_str_trim(text);
	if (text.n)
		(void)add(p, kind, text);
}

static void
add_own(struct gp_message_plan *p, enum gp_message_kind kind,
        struct gp_str text)
{
	if (text.n)
		add(p, kind, text)->is_own = true;
}

static void
add_link(struct gp_message_plan *p, struct gp_str words,
         struct gp_message_place to)
{
	struct gp_message_row *row;

	if (to.address.n + to.file.n == 0)
		return;
	row = add(p, GP_MESSAGE_LINK, words);
	row->is_own = true;
	row->to = to;
}

/* ---- what is known of the pack ---- */

static struct gp_str
title_of(const struct gp_pack *pack)
{
	struct gp_str title = gp_str_trim(pack->info.title);

	return title.n ? title : gp_word(pack->labels, GP_W_UNTITLED);
}

static size_t
minutes_of(const struct gp_pack *pack)
{
	size_t words = 0, i;

	for (i = 0; i < pack->n_entries; i++)
		words += gp_doc_words_to_read(pack->entries[i].doc);
	return gp_reading_minutes(words);
}

/* "10 November 2015 · Edition 2 · 5 articles · 18 min read" */
static struct gp_str
particulars_of_pack(const struct planning *g)
{
	const struct gp_pack *pack = g->pack;
	const struct gp_labels *l = pack->labels;
	unsigned edition = pack->info.issue.edition;
	struct gp_buf out = { .max = 0 };

	gp_line_add(&out, l, gp_day_words(l, &g->m->job->date, g->plan->arena));
	if (edition > 1)
		gp_line_count(&out, l, GP_W_EDITION_NUMBER, edition);
	gp_line_count(&out, l, GP_W_ARTICLES, g->n);
	if (g->minutes)
		gp_line_count(&out, l, GP_W_MINUTES, g->minutes);
	return gp_arena_buf(g->plan->arena, &out);
}

struct gp_str
gp_message_particulars(const struct gp_doc *doc, const struct gp_labels *l,
                       struct gp_arena *a)
{
	size_t minutes = gp_reading_minutes(gp_doc_words_to_read(doc));
	struct gp_buf out = { .max = 0 }, printed = { .max = 0 };

	gp_line_add(&out, l, doc->source.name);
	gp_line_add(&out, l, gp_day_words(l, &doc->date.date, a));
	gp_printed_place_put(doc, l, &printed);
	gp_line_add(&out, l, gp_buf_view(&printed));
	gp_buf_inherit(&out, &printed);
	gp_buf_free(&printed);
	if (minutes)
		gp_line_count(&out, l, GP_W_MINUTES, minutes);
	return gp_arena_buf(a, &out);
}

/* ---- order ---- */

/* A place whose article was withdrawn has nothing to lead to. */
static bool
is_listed(const struct gp_message *m, size_t i, bool leading)
{
	bool leads = !m->leads || m->leads[i];

	return leads == leading && !m->job->pack->entries[i].withdrawn;
}

void
gp_message_whole(const struct gp_message *m, struct gp_arena *a,
                 struct gp_message_whole *out)
{
	size_t n = m->job->pack->n_entries, i, at = 0;
	size_t *order = gp_arena_array(a, n + 1, sizeof *order);

	*out = (struct gp_message_whole){ .m = m };
	if (!order)
		return;
	for (i = 0; i < n; i++)
		if (is_listed(m, i, true))
			order[at++] = i;
	out->n_lead = at;
	for (i = 0; i < n; i++)
		if (is_listed(m, i, false))
			order[at++] = i;
	out->order = order;
	out->n = at;
	out->minutes = minutes_of(m->job->pack);
}

/* ---- articles ---- */

static struct gp_message_row *
add_item(const struct planning *g, size_t at)
{
	struct gp_message_plan *p = g->plan;
	size_t i = g->order[at];
	const struct gp_doc *doc = g->pack->entries[i].doc;
	struct gp_message_row *row =
		add(p, GP_MESSAGE_ITEM, gp_title_text(doc, g->pack->labels));

	row->lang = gp_lang_ok(doc->lang) ? doc->lang : GP_STR("");
	row->to = g->m->articles[i];
	row->article = i;
	row->number = at + 1;
	if (g->m->bare)
		return row;
	row->mark = gp_since_mark(g->pack, i, p->arena);
	row->is_long = at < g->n_lead;
	if (row->is_long)
		row->below =
			gp_message_particulars(doc, g->pack->labels, p->arena);
	return row;
}

static struct gp_str
section_of(const struct planning *g, size_t at)
{
	size_t place = g->pack->entries[g->order[at]].section;

	return place == GP_NO_SECTION ? GP_STR("") : g->pack->sections[place];
}

/* By section, as the editor has them, or under one heading. */
static void
add_sections(const struct planning *g, size_t from, size_t to)
{
	struct gp_str last = GP_STR(""), section;
	size_t i;

	for (i = from; i < to; i++) {
		section = section_of(g, i);
		if (section.n && (i == from || !gp_str_eq(section, last)))
			add_given(g->plan, GP_MESSAGE_HEADING, section);
		else if (i == from || !gp_str_eq(section, last))
			add_own(g->plan, GP_MESSAGE_HEADING,
			        gp_word(g->pack->labels, GP_W_CONTENTS));
		last = section;
		(void)add_item(g, i);
	}
}

static void
add_list(const struct planning *g, enum gp_word heading, size_t from, size_t to)
{
	size_t i;

	if (from < to)
		add_own(g->plan, GP_MESSAGE_HEADING,
		        gp_word(g->pack->labels, heading));
	for (i = from; i < to; i++)
		(void)add_item(g, i);
}

static size_t
least(size_t a, size_t b)
{
	return a < b ? a : b;
}

static void
add_contents(const struct planning *g)
{
	const struct gp_message_part *part = g->part;
	size_t lead_end = least(part->to, g->n_lead);
	size_t rest = part->from > lead_end ? part->from : lead_end;

	if (part->of > 1)
		add_list(g, GP_W_MAIL_IN_THIS_MESSAGE, part->from, part->to);
	else if (!g->m->leads)
		add_sections(g, part->from, part->to);
	else {
		add_list(g, GP_W_MAIL_IN_THIS_EDITION, part->from, lead_end);
		add_list(g, GP_W_MAIL_AS_BEFORE, rest, part->to);
	}
}

static void
add_articles(const struct planning *g)
{
	size_t end = least(g->part->to, g->n_lead), i;

	if (!g->m->full || g->m->bare)
		return;
	for (i = g->part->from; i < end; i++)
		add_item(g, i)->kind = GP_MESSAGE_ARTICLE;
}

/* ---- head and foot ---- */

/* "OFFICIAL: UPDATE 1: Cuttings, 10 November 2015 (part 1 of 3)" */
static struct gp_str
subject_of(const struct planning *g)
{
	const struct gp_pack_info *info = &g->pack->info;
	struct gp_buf out = { .max = 0 };
	struct gp_str plain = gp_str_trim(info->issue.plain);

	if (info->marking.n)
		gp_buf_printf(&out, "%.*s: ", GP_ARG(info->marking));
	if (g->m->mark.n)
		gp_buf_printf(&out, "%.*s: ", GP_ARG(g->m->mark));
	gp_buf_str(&out, plain.n ? plain : g->plan->title);
	if (g->part->of > 1)
		gp_buf_printf(&out, " (%zu/%zu)", g->part->number, g->part->of);
	return gp_arena_buf(g->plan->arena, &out);
}

static struct gp_str
preview_of(const struct planning *g)
{
	struct gp_buf out = { .max = 0 };
	size_t end = least(g->part->to, g->part->from + PREVIEWED), i;

	for (i = g->part->from; i < end; i++)
		gp_line_add(&out, g->pack->labels,
		            gp_title_text(g->pack->entries[g->order[i]].doc,
		                          g->pack->labels));
	return gp_arena_buf(g->plan->arena, &out);
}

static struct gp_str
part_line(const struct planning *g)
{
	const struct gp_hole holes[] = {
		{ "n",
		  gp_arena_printf(g->plan->arena, "%zu", g->part->number) },
		{ "all", gp_arena_printf(g->plan->arena, "%zu", g->part->of) },
	};
	struct gp_buf out = { .max = 0 };

	gp_word_fill(g->pack->labels, GP_W_MAIL_PART, holes,
	             sizeof holes / sizeof *holes, &out);
	return gp_arena_buf(g->plan->arena, &out);
}

static void
add_head(const struct planning *g)
{
	const struct gp_pack_info *info = &g->pack->info;
	struct gp_message_plan *p = g->plan;

	add_given(p, GP_MESSAGE_MARKING, info->marking);
	add_given(p, GP_MESSAGE_HANDLING, info->handling);
	add_given(p, GP_MESSAGE_ORGANISATION, info->organisation);
	(void)add(p, GP_MESSAGE_TITLE, p->title);
	add_given(p, GP_MESSAGE_SUBTITLE, info->subtitle);
	add_own(p, GP_MESSAGE_PARTICULARS, particulars_of_pack(g));
	add_own(p, GP_MESSAGE_LEAD,
	        gp_issue_line(g->pack, &g->m->job->date, p->arena));
	add_own(p, GP_MESSAGE_LEAD, gp_issue_readers(g->pack, p->arena));
	if (g->part->of > 1)
		add_own(p, GP_MESSAGE_LEAD, part_line(g));
	add_own(p, GP_MESSAGE_LEAD,
	        gp_since_lead(&g->pack->since, &info->date, g->pack->labels,
	                      p->arena));
	add_link(p,
	         gp_word(g->pack->labels, g->m->pack.address.n
	                                          ? GP_W_MAIL_ON_THE_WEB
	                                          : GP_W_MAIL_FILE),
	         g->m->pack);
	if (!g->pack->note || g->m->bare || g->part->number > 1)
		return;
	add_own(p, GP_MESSAGE_HEADING,
	        gp_word(g->pack->labels, GP_W_EDITORS_NOTE));
	(void)add(p, GP_MESSAGE_NOTE, GP_STR(""));
}

static const char *
form_name(const struct gp_made *form)
{
	return gp_str_eq(gp_str(form->type), GP_STR("application/pdf"))
	               ? "PDF"
	               : "EPUB";
}

/* "EPUB, 230 KB" */
static struct gp_str
form_words(const struct planning *g, const struct gp_made *form)
{
	struct gp_buf out = { .max = 0 };

	gp_buf_puts(&out, form_name(form));
	gp_buf_str(&out, gp_word(g->pack->labels, GP_W_COMMA));
	gp_word_count(g->pack->labels, GP_W_KILOBYTES,
	              (form->bytes + 999) / 1000, &out);
	return gp_arena_buf(g->plan->arena, &out);
}

static void
add_forms(const struct planning *g)
{
	const struct gp_message *m = g->m;
	struct gp_message_place to = { GP_STR(""), GP_STR("") };
	size_t i;

	if (m->n_forms == 0)
		return;
	add_own(g->plan, GP_MESSAGE_HEADING,
	        gp_word(g->pack->labels, GP_W_OTHER_FORMS));
	for (i = 0; i < m->n_forms; i++) {
		to.address = m->forms[i].path;
		add_link(g->plan, form_words(g, &m->forms[i]), to);
	}
}

static void
add_statement(struct gp_message_plan *p, const struct gp_labels *l,
              enum gp_word heading, struct gp_str text)
{
	if (gp_str_trim(text).n == 0)
		return;
	add_own(p, GP_MESSAGE_HEADING, gp_word(l, heading));
	add_given(p, GP_MESSAGE_TEXT, text);
}

static void
add_foot(const struct planning *g)
{
	const struct gp_pack_info *info = &g->pack->info;
	const struct gp_message_place leave = { g->m->leave, GP_STR("") };

	add_forms(g);
	add_statement(g->plan, g->pack->labels, GP_W_RIGHTS, info->rights);
	add_statement(g->plan, g->pack->labels, GP_W_LICENCE,
	              gp_issue_licence(g->pack, g->plan->arena));
	add_statement(g->plan, g->pack->labels, GP_W_CONTACT, info->contact);
	add_statement(g->plan, g->pack->labels, GP_W_REFERENCE,
	              g->m->reference);
	add_link(g->plan, gp_word(g->pack->labels, GP_W_MAIL_LEAVE), leave);
	add_given(g->plan, GP_MESSAGE_MARKING, info->marking);
}

/* ---- plans ---- */

static void
begin(struct gp_message_plan *p, const struct gp_pack *pack)
{
	struct gp_str lang = pack->info.lang;

	p->lang = gp_lang_ok(lang) ? lang : GP_STR("und");
	p->n = 0;
}

void
gp_message_plan(const struct gp_message_whole *whole,
                const struct gp_message_part *part,
                struct gp_message_plan *plan)
{
	const struct gp_message *m = whole->m;
	const struct planning g = {
		.m = m,
		.part = part,
		.pack = m->job->pack,
		.plan = plan,
		.order = whole->order,
		.n = whole->n,
		.n_lead = whole->n_lead,
		.minutes = whole->minutes,
	};

	begin(plan, g.pack);
	plan->title = title_of(g.pack);
	make_room(plan, part->to - part->from, m->n_forms);
	plan->subject = subject_of(&g);
	plan->preview = preview_of(&g);
	add_head(&g);
	add_contents(&g);
	add_articles(&g);
	add_foot(&g);
}

static struct gp_str
recall_subject(const struct gp_message_recall *r, struct gp_arena *a)
{
	const struct gp_labels *l = r->job->pack->labels;
	const struct gp_pack_info *info = &r->job->pack->info;
	bool marked = info->marking.n > 0;

	return gp_arena_printf(
		a, "%.*s%s%.*s%.*s%.*s", GP_ARG(info->marking),
		marked ? ": " : "", GP_ARG(gp_word(l, GP_W_MAIL_RECALL)),
		GP_ARG(gp_word(l, GP_W_COLON)), GP_ARG(r->title));
}

void
gp_message_plan_recall(const struct gp_message_recall *r,
                       struct gp_message_plan *plan)
{
	const struct gp_labels *l = r->job->pack->labels;
	const struct gp_pack_info *info = &r->job->pack->info;
	struct gp_str what = gp_word(l, r->gone > 1 ? GP_W_MAIL_SOME_ARE_OUT
	                                            : GP_W_MAIL_ONE_IS_OUT);

	begin(plan, r->job->pack);
	make_room(plan, 0, 0);
	plan->title = r->title;
	plan->subject = recall_subject(r, plan->arena);
	plan->preview = what;
	add_given(plan, GP_MESSAGE_MARKING, info->marking);
	add_given(plan, GP_MESSAGE_HANDLING, info->handling);
	add_given(plan, GP_MESSAGE_ORGANISATION, info->organisation);
	(void)add(plan, GP_MESSAGE_TITLE, r->title);
	if (r->gone == 0) {
		plan->preview = gp_word(l, GP_W_PACK_IS_OUT);
		add_own(plan, GP_MESSAGE_TEXT, plan->preview);
	} else {
		add_own(plan, GP_MESSAGE_TEXT, what);
	}
	add_own(plan, GP_MESSAGE_TEXT, gp_word(l, GP_W_MAIL_DELETE));
	add_link(plan, gp_word(l, GP_W_MAIL_WHAT_IS_LEFT), r->pack);
	add_statement(plan, l, GP_W_CONTACT, info->contact);
	add_given(plan, GP_MESSAGE_MARKING, info->marking);
}

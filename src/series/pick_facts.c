/* Facts from three places: the candidates compared with each other, the ledger,
   and the findings of their reading.  It writes no file. */
#include "series/pick_facts.h"

#include "base/limits.h"
#include "pack/editor/pick_file.h"
#include "series/known/recognise.h"

#include <string.h>

enum { MOST_DOUBTS = 4 }; /* in one line */

struct fact_maker {
	struct gp_pick_facts *out;
	struct gp_arena *arena;
	struct gp_series *s;
	const struct gp_pack *pack;
	struct gp_str name;
	const struct gp_diag *found;
	struct gp_known **who; /* NULL: nobody is known */
	struct gp_str *doubts; /* of each entry */
	int64_t now;
};

static void
part(struct gp_buf *to)
{
	gp_buf_puts(to, gp_buf_view(to).n ? " | " : "");
}

/* ---- compared ---- */

static void
put_same(const struct fact_maker *m, size_t i, struct gp_buf *to)
{
	const struct gp_across *a = &m->pack->across;
	const struct gp_same *same;
	size_t other;

	if (!a->same_of || a->same_of[i] >= a->n_same)
		return;
	same = &a->same[a->same_of[i]];
	other = same->articles[0] == i ? same->articles[1] : same->articles[0];
	part(to);
	gp_buf_printf(to, "same story as %.*s",
	              GP_ARG(m->pack->entries[other].doc->input.file));
	if (same->n > 2)
		gp_buf_printf(to, " and %zu more", same->n - 2);
}

/* ---- known ---- */

static void
put_ran(const struct fact_maker *m, const struct gp_known *who,
        struct gp_buf *to)
{
	part(to);
	if (who->row->state == GP_ARTICLE_WITHDRAWN)
		gp_buf_puts(to, "was withdrawn");
	else if (gp_str_eq(who->last->pack, m->name))
		gp_buf_printf(to, "in edition %u", who->last->edition);
	else
		gp_buf_printf(to, "ran on %.*s",
		              GP_ARG(who->last->date.n ? who->last->date
		                                       : who->last->pack));
}

static void
put_embargo(const struct fact_maker *m, const struct gp_embargo *embargo,
            struct gp_buf *to)
{
	char until[GP_DATE_TEXT];

	if (!gp_embargo_holds(embargo, m->now))
		return;
	part(to);
	if (embargo->kind == GP_EMBARGO_OPEN) {
		gp_buf_puts(to, "embargoed, no time is given");
		return;
	}
	gp_date_utc(&embargo->until, until);
	gp_buf_printf(to, "embargo until %.10s %.5s UTC", until, until + 11);
}

static void
put_licence(const struct fact_maker *m, struct gp_str source, struct gp_buf *to)
{
	static const char *const uses[] = { [GP_USE_UNSAID] = "",
		                            [GP_USE_FULL] = "",
		                            [GP_USE_EXTRACT] = ", extract only",
		                            [GP_USE_LINK] = ", link only" };
	const struct gp_series_source *row = m->s ? m->s->file.sources : NULL;
	size_t i;

	for (i = 0; m->s && i < m->s->file.n_sources; i++, row++) {
		if (!gp_str_eq_nocase(row->name, source))
			continue;
		part(to);
		gp_buf_puts(to, "licence ");
		gp_pick_put(to, row->licence.n ? row->licence
		                               : GP_STR("not named"));
		gp_buf_puts(to, uses[row->use]);
	}
}

static struct gp_str
remarks_of(const struct fact_maker *m, size_t i)
{
	const struct gp_entry *entry = &m->pack->entries[i];
	struct gp_buf text = { .max = 0 };

	put_embargo(m, &entry->embargo, &text);
	if (m->who && m->who[i])
		put_ran(m, m->who[i], &text);
	put_same(m, i, &text);
	put_licence(m, entry->doc->source.name, &text);
	if (entry->doc->section.text.n) {
		part(&text);
		gp_buf_puts(&text, "for ");
		gp_pick_put(&text, entry->doc->section.text);
	}
	if (m->doubts[i].n) {
		part(&text);
		gp_buf_printf(&text, "doubts: %.*s", GP_ARG(m->doubts[i]));
	}
	return gp_arena_buf(m->arena, &text);
}

/* ---- doubts ---- */

static bool
is_doubt(const struct gp_finding *f)
{
	static const char *const told[] = { "embargo", "repost", "left-out",
		                            "same-text", NULL };

	return f->level != GP_NOTE && !gp_str_among(gp_str(f->code), told);
}

static size_t
count_doubts(struct gp_str list)
{
	size_t i, n = list.n > 0;

	for (i = 0; i < list.n; i++)
		n += list.p[i] == ',';
	return n;
}

static void
add_doubt(const struct fact_maker *m, size_t i, const char *code)
{
	struct gp_str *list = &m->doubts[i];

	if (gp_str_find(*list, gp_str(code), 0) < list->n ||
	    count_doubts(*list) >= MOST_DOUBTS)
		return;
	*list = gp_arena_printf(m->arena, "%.*s%s%s", GP_ARG(*list),
	                        list->n ? ", " : "", code);
}

/* Findings name an article by its path, or as the pack does. */
static bool
collect_doubts(const struct fact_maker *m)
{
	struct gp_map names = { .arena = m->arena };
	const struct gp_finding *f;
	struct gp_str file, *at;
	size_t i, n = m->pack->n_entries;

	for (i = 0; i < n; i++)
		gp_map_put(&names, m->pack->entries[i].doc->input.file,
		           &m->doubts[i]);
	for (i = 0; (f = gp_diag_at(m->found, i)) != NULL; i++) {
		file = gp_str(f->file);
		at = is_doubt(f) ? gp_map_find(&names, file) : NULL;
		if (!at && is_doubt(f))
			at = gp_map_find(&names, gp_str_base(file));
		if (at)
			add_doubt(m, (size_t)(at - m->doubts), f->code);
	}
	return true;
}

/* ---- all of them ---- */

static void
add_article(const struct fact_maker *m, size_t i)
{
	const struct gp_entry *entry = &m->pack->entries[i];
	const struct gp_known *who = m->who ? m->who[i] : NULL;
	struct gp_pick_fact *f = &m->out->rows[m->out->n++];

	*f = (struct gp_pick_fact){
		.name = entry->doc->input.file,
		.title = entry->doc->title.text,
		.source = entry->doc->source.name,
		.words = gp_doc_words(entry->doc),
		.remarks = remarks_of(m, i),
		.chosen = entry->is_named ||
		          (who && gp_str_eq(who->last->pack, m->name)),
	};
	if (entry->section < m->pack->n_given_sections)
		f->section = m->pack->sections[entry->section];
	gp_map_put(&m->out->by_name, f->name, f);
}

/* Those that are one text stand together. */
static void
add_articles(const struct fact_maker *m, bool *done)
{
	const struct gp_across *a = &m->pack->across;
	const struct gp_same *same;
	size_t i, k;

	for (i = 0; i < m->pack->n_entries; i++) {
		if (done[i])
			continue;
		add_article(m, i);
		if (!a->same_of || a->same_of[i] >= a->n_same)
			continue;
		same = &a->same[a->same_of[i]];
		for (k = 0; k < same->n; k++) {
			if (same->articles[k] != i && !done[same->articles[k]])
				add_article(m, same->articles[k]);
			done[same->articles[k]] = true;
		}
	}
}

static struct gp_str
why_unread(const struct fact_maker *m, const struct gp_left_out *row)
{
	struct gp_buf text = { .max = 0 };

	gp_pick_put(&text, gp_str_sub(row->why, 0, 160));
	return gp_arena_buf(m->arena, &text);
}

static void
add_unread(const struct fact_maker *m)
{
	const struct gp_left_out *row = m->pack->left_out;
	struct gp_pick_fact *f;
	size_t i;

	for (i = 0; i < m->pack->n_left_out; i++, row++) {
		f = &m->out->rows[m->out->n++];
		*f = (struct gp_pick_fact){
			.name = row->file,
			.title = GP_STR("(cannot be read)"),
			.remarks = why_unread(m, row),
		};
		gp_map_put(&m->out->by_name, f->name, f);
	}
}

/* By the places of the pack: nobody is known of one that is withdrawn. */
static bool
take_who(struct fact_maker *m, const struct gp_recognising *how,
         struct gp_known *const *who, struct gp_err *e)
{
	size_t i;

	m->who = gp_arena_array(m->arena, m->pack->n_entries + 1,
	                        sizeof *m->who);
	for (i = 0; m->who && i < how->n; i++)
		m->who[how->facts[i].at] = who[i];
	return gp_arena_ok(m->arena, e);
}

static bool
recognise(struct fact_maker *m, struct gp_err *e)
{
	struct gp_known_all *known = gp_arena_alloc(m->arena, sizeof *known);
	struct gp_article_facts *facts;
	struct gp_recognising how;
	struct gp_known **who;
	size_t n;

	if (!m->s)
		return true;
	if (!known || !gp_article_facts(m->arena, m->pack, &facts, &n, e) ||
	    !gp_known_read(m->arena, &m->s->ledger, known, e))
		return gp_arena_ok(m->arena, e) && e->code == GP_OK;
	how = (struct gp_recognising){
		.arena = m->arena,
		.ledger = &m->s->ledger,
		.known = known,
		.pack = m->name,
		.facts = facts,
		.n = n,
		.folder = "",
	};
	return gp_date_from_seconds(m->now, &how.now) &&
	       gp_recognise(&how, &who, e) && take_who(m, &how, who, e);
}

bool
gp_pick_facts(struct gp_pick_facts *out, struct gp_series *s,
              const struct gp_pack *pack, struct gp_str name,
              const struct gp_diag *found, int64_t now, struct gp_err *e)
{
	struct fact_maker m = { .out = out,
		                .arena = out->arena,
		                .s = s,
		                .pack = pack,
		                .name = name,
		                .found = found,
		                .now = now };
	size_t n = pack->n_entries;
	bool *done = gp_arena_array(m.arena, n + 1, sizeof *done);

	m.doubts = gp_arena_array(m.arena, n + 1, sizeof *m.doubts);
	out->rows = gp_arena_array(m.arena, n + pack->n_left_out + 1,
	                           sizeof *out->rows);
	out->by_name = (struct gp_map){ .arena = m.arena };
	if (!gp_arena_ok(m.arena, e) || !recognise(&m, e) ||
	    !collect_doubts(&m))
		return false;
	add_articles(&m, done);
	add_unread(&m);
	return gp_arena_ok(m.arena, e);
}

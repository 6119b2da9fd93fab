/* What a notice says is taken from the ledger alone: the folder of the pack may
   be gone, and what was withdrawn has no name here.  It tells of all editions
   together, as nobody knows which of them somebody has. */
#include "series/mail/mail_kinds.h"

#include "base/limits.h"
#include "pack/design.h"

struct recall_counts {
	size_t gone;
	const struct gp_release_entry *last; /* that withdrew something */
};

static void
count_row(const struct gp_release_entry *r, struct recall_counts *c)
{
	size_t i, n = 0;

	for (i = 0; i < r->n_articles; i++)
		n += r->articles[i].state == GP_ARTICLE_WITHDRAWN;
	if (n)
		c->last = r;
	c->gone += n;
}

static struct recall_counts
count_gone(const struct gp_mailing *m)
{
	const struct gp_ledger *l = &m->s->ledger;
	struct recall_counts c = { 0, NULL };
	size_t i;

	for (i = 0; i < l->n; i++)
		if (gp_release_counts(&l->rows[i]) &&
		    gp_str_eq(l->rows[i].pack, m->pack))
			count_row(&l->rows[i], &c);
	return c;
}

/* When the release of a pack was taken back; NULL: it is out. */
static const struct gp_release_entry *
undone_by(const struct gp_mailing *m)
{
	const struct gp_ledger *l = &m->s->ledger;
	size_t i;

	for (i = l->n; m->row->undone && i-- > 0;)
		if (l->rows[i].undoes == m->row->number)
			return &l->rows[i];
	return NULL;
}

static bool
is_whole(const struct gp_mailing *m)
{
	return m->row->undone || gp_release_is_withdrawal(m->row);
}

/* A pack that has a head and nothing else. */
static struct gp_pack
head_of(const struct gp_mailing *m)
{
	struct gp_pack pack = { .info = m->s->file.info };

	pack.info.marking = m->first->marking;
	if (m->row->marking.n)
		pack.info.marking = m->row->marking;
	if (m->first->lang.n)
		pack.info.lang = m->first->lang;
	if (pack.info.design.n == 0)
		pack.info.design = GP_STR("reading");
	(void)gp_date_parse(m->first->date, &pack.info.date);
	return pack;
}

static bool
write_notice(struct gp_mailing *m, const struct gp_message_recall *recall,
             const struct gp_release_entry *when, struct gp_err *e)
{
	const struct gp_mail_which which = { m->row->edition, 0,
		                             m->wanted->attempt };
	struct gp_str before[GP_MAIL_MOST_BEFORE];
	struct gp_buf bytes = { .max = 0 };
	struct gp_message_head head;
	bool ok;

	gp_mailing_head(m, &which, &head, before);
	(void)gp_date_parse(when->time, &head.date);
	ok = gp_arena_ok(m->s->arena, e) &&
	     gp_message_write_recall(recall, &head, &bytes, e);
	if (ok)
		gp_mailing_add(m, 0, &bytes);
	gp_buf_free(&bytes);
	return ok;
}

static struct gp_message_place
what_is_left(const struct gp_mailing *m)
{
	struct gp_str base = m->s->file.info.base_url;
	struct gp_message_place to = { GP_STR(""), GP_STR("") };

	if (base.n && !m->row->undone && m->row->n_files)
		to.address = gp_arena_printf(m->s->arena, "%.*s%.*s/",
		                             GP_ARG(base), GP_ARG(m->pack));
	return to;
}

bool
gp_mail_recall(struct gp_mailing *m, struct gp_err *e)
{
	const struct recall_counts c = count_gone(m);
	const struct gp_release_entry *undo = undone_by(m);
	const struct gp_release_entry *when = undo ? undo : c.last;
	struct gp_host host = gp_host_of(m->s->settings);
	struct gp_pack pack = head_of(m);
	struct gp_write_job job = { .host = &host, .pack = &pack };
	struct gp_message_recall recall = {
		.job = &job,
		.title = m->first->title.n ? m->first->title : pack.info.title,
		.gone = is_whole(m) ? 0 : c.gone,
		.pack = what_is_left(m),
	};
	struct gp_style design;

	if (!when && !is_whole(m))
		return gp_fail_at(e, GP_INPUT, m->s->folder, 0, 0,
		                  "nothing of %.*s was withdrawn, so there is "
		                  "nothing to recall",
		                  GP_ARG(m->pack));
	if (!gp_label_files_find(&m->s->labels, pack.info.lang, &pack.labels,
	                         e) ||
	    !gp_design_read(&job, &design, e))
		return false;
	job.design = &design;
	job.date = pack.info.date;
	return write_notice(m, &recall, when ? when : m->row, e);
}

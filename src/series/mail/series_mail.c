/* A pack that is out as messages: which release is told of, who gets it, and
   the files.  Everything is made and every address looked at before the first
   file is written; nothing of ledger, records and site is touched, and nothing
   is sent. */
#include "series/mail/mail_kinds.h"

#include "base/file.h"
#include "base/limits.h"

#include <stdio.h>

/* Addresses of an envelope that every mailer takes (RFC 5321, 4.5.3.1.8). */
enum { USUAL_BATCH = 100 };

#define MAX_RECIPIENTS (16 * GP_MIB) /* bytes of the file */

/* ---- which release ---- */

/* The last that was released, be it taken back. */
static const struct gp_release_entry *
last_at_all(const struct gp_mailing *m)
{
	const struct gp_ledger *l = &m->s->ledger;
	size_t i = l->n;

	while (i-- > 0)
		if (!l->rows[i].undoes && gp_str_eq(l->rows[i].pack, m->pack))
			return &l->rows[i];
	return NULL;
}

/* The thread begins with the first that is out; where none is, with the first
   that was. */
static void
look_back(struct gp_mailing *m)
{
	const struct gp_ledger *l = &m->s->ledger;
	const struct gp_release_entry *r;

	for (r = l->rows; r < m->row; r++) {
		if (r->undoes || !gp_str_eq(r->pack, m->pack) ||
		    (r->undone && !m->row->undone))
			continue;
		if (!m->first)
			m->first = r;
		m->later++;
	}
	if (!m->first)
		m->first = m->row;
}

static bool
find_row(struct gp_mailing *m, struct gp_err *e)
{
	m->row = gp_ledger_last_of(&m->s->ledger, m->pack);
	if (!m->row && m->wanted->recall)
		m->row = last_at_all(m);
	if (!m->row)
		return gp_fail_at(e, GP_INPUT, m->s->folder, 0, 0,
		                  "%.*s is not released, and only what was "
		                  "released goes to people; `govpub preview` "
		                  "shows it",
		                  GP_ARG(m->pack));
	look_back(m);
	return true;
}

static void
settle_names(struct gp_mailing *m)
{
	struct gp_arena *a = m->s->arena;
	unsigned attempt = m->wanted->attempt;

	m->thread = (struct gp_mail_thread){
		.arena = a,
		.to = &m->s->file.mail,
		.pack = m->first->identifier,
		.first = m->first->edition,
	};
	m->stem = gp_arena_printf(a, "%.*s-e%u%s", GP_ARG(m->pack),
	                          m->row->edition,
	                          m->wanted->recall ? "-recall" : "");
	if (attempt > 1)
		m->stem = gp_arena_printf(a, "%.*s-attempt%u", GP_ARG(m->stem),
		                          attempt);
}

/* ---- many recipients ---- */

static bool
read_people(struct gp_mailing *m, struct gp_err *e)
{
	const struct gp_mail_settings *to = &m->s->file.mail;
	struct gp_str path;

	if (to->recipients.n == 0)
		return true;
	path = gp_arena_printf(m->s->arena, "%s/%.*s", m->s->folder,
	                       GP_ARG(to->recipients));
	if (!gp_arena_ok(m->s->arena, e) ||
	    !gp_read_inside(m->s->folder, to->recipients, MAX_RECIPIENTS,
	                    &m->people_text, e))
		return false;
	return gp_mail_people_read(
		(struct gp_str){ (const char *)m->people_text.data,
	                         m->people_text.size },
		path.p, to, m->s->arena, &m->people, e);
}

/* One file for each time that the message is handed over. */
static void
add_envelopes(struct gp_mailing *m)
{
	size_t batch = m->wanted->batch ? m->wanted->batch : USUAL_BATCH;
	size_t i, number = 0;

	for (i = 0; i < m->people.n; number++) {
		struct gp_buf lines = { .max = 0 };
		size_t end = i + batch;

		for (; i < end && i < m->people.n; i++) {
			gp_buf_str(&lines, m->people.rows[i]);
			gp_buf_putc(&lines, '\n');
		}
		gp_mailing_file(m,
		                gp_arena_printf(m->s->arena,
		                                "%.*s.recipients-%03zu",
		                                GP_ARG(m->stem), number + 1),
		                &lines);
		gp_buf_free(&lines);
	}
}

/* ---- the call ---- */

static void
free_files(struct gp_mailing *m)
{
	size_t i;

	for (i = 0; i < m->n_files; i++)
		gp_bytes_free(&m->files[i].bytes);
	gp_bytes_free(&m->people_text);
}

static bool
check_settings(const struct gp_series *s, struct gp_err *e)
{
	return s->file.mail.is_given ||
	       gp_fail_at(e, GP_INPUT, s->file_path.p, 0, 0,
	                  "does not say who gets its packs: give `mail:` with "
	                  "`from`, `to` and `domains`");
}

static bool
make(struct gp_mailing *m, struct gp_err *e)
{
	if (!check_settings(m->s, e) || !find_row(m, e))
		return false;
	settle_names(m);
	if (!gp_arena_ok(m->s->arena, e) || !read_people(m, e))
		return false;
	add_envelopes(m);
	return (m->wanted->recall ? gp_mail_recall(m, e)
	                          : gp_mail_edition(m, e)) &&
	       gp_arena_ok(m->s->arena, e) &&
	       gp_mail_files_put(m->s, m->stem, m->files, m->n_files, e);
}

static void
tell(const struct gp_mailing *m, struct gp_mailed *done)
{
	done->edition = m->row->edition;
	done->messages = m->n_messages;
	done->recipients = m->people.n;
	done->envelopes = m->n_files - m->n_messages;
	(void)snprintf(done->path, sizeof done->path, "%s/mail/%.*s",
	               m->s->folder, GP_ARG(m->files[done->envelopes].name));
}

bool
gp_series_mail(const struct gp_settings *settings,
               const struct gp_series_call *call, const char *pack,
               const struct gp_mail_wanted *wanted, struct gp_mailed *done,
               struct gp_diag *d, struct gp_err *e)
{
	struct gp_mail_wanted as = *wanted;
	struct gp_series s;
	struct gp_mailing m = { .s = &s, .wanted = &as, .pack = gp_str(pack) };
	bool ok;

	*done = (struct gp_mailed){ .messages = 0 };
	if (as.attempt == 0)
		as.attempt = 1;
	ok = gp_series_look(&s, settings, call, d, e) && make(&m, e);
	if (ok)
		tell(&m, done);
	free_files(&m);
	gp_series_close(&s);
	return ok;
}

/* The head that all messages of a call have in common, and the files that they
   become, kept until all of them are made.  Neither what a message says nor who
   gets it is decided here. */
#include "series/mail/mailing.h"

void
gp_mailing_head(struct gp_mailing *m, const struct gp_mail_which *which,
                struct gp_message_head *out,
                struct gp_str before[GP_MAIL_MOST_BEFORE])
{
	const struct gp_mail_settings *to = &m->s->file.mail;

	*out = (struct gp_message_head){
		.from = to->from,
		.to = to->to,
		.reply = to->reply,
		.list = m->s->file.info.title,
		.list_id = to->list_id,
		.leave = to->leave,
		.n_leave = to->n_leave,
		.id = gp_mail_id(&m->thread, which),
		.answers = gp_mail_answers(&m->thread, which),
		.before = before,
		.n_before = gp_mail_before(&m->thread, which, before),
	};
	if (!gp_date_parse(m->row->moment, &out->date))
		(void)gp_date_parse(m->row->time, &out->date);
}

/* A row for one more file; NULL after a failure of the arena. */
static struct gp_mail_file *
next_file(struct gp_mailing *m)
{
	size_t n = m->n_files;

	/* Doubled whenever it is full: 1, 2, 4 ... */
	if ((n & (n - 1)) == 0) {
		size_t size = sizeof *m->files;

		m->files = gp_arena_resize(m->s->arena, m->files, n * size,
		                           (n ? 2 * n : 1) * size);
	}
	return m->files ? &m->files[m->n_files++] : NULL;
}

void
gp_mailing_file(struct gp_mailing *m, struct gp_str name, struct gp_buf *bytes)
{
	struct gp_mail_file *file = next_file(m);

	if (file)
		*file = (struct gp_mail_file){ name, gp_buf_take(bytes) };
}

void
gp_mailing_add(struct gp_mailing *m, size_t part, struct gp_buf *bytes)
{
	struct gp_arena *a = m->s->arena;
	struct gp_str name =
		part ? gp_arena_printf(a, "%.*s-part%zu.eml", GP_ARG(m->stem),
	                               part)
		     : gp_arena_printf(a, "%.*s.eml", GP_ARG(m->stem));

	m->bytes += bytes->len;
	m->n_messages++;
	gp_mailing_file(m, name, bytes);
}

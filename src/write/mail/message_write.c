/* The message put together: its head, the text and the page as two forms of
   one thing, pictures beside the page, files beside all of it (RFC 2046, 5.1;
   RFC 2387).  Boundaries are made of the message's id and begin as no line of
   an encoded body does (RFC 2045, 6.7).  Nothing is read or sent. */
#include "write/mail/message.h"

#include "base/hash.h"
#include "base/limits.h"
#include "write/mail/head_field.h"
#include "write/mail/message_html.h"
#include "write/mail/message_text.h"
#include "write/mail/part_body.h"

#include <stdio.h>

enum { BOUNDARY = 40 };

/* One message in the making. */
struct message_writing {
	const struct gp_message_head *head;
	const struct gp_message_plan *plan;
	const struct gp_pack *pack;
	const struct gp_shown_pictures *shown; /* NULL: no pictures */
	const struct gp_message_file *files;
	size_t n_files;
	struct gp_str text, html;
	struct gp_buf *out;
};

/* ---- the head ---- */

static void
thread_fields(const struct gp_message_head *h, struct gp_buf *out)
{
	gp_field_angles(out, "Message-ID", &h->id, 1, "");
	if (h->answers.n)
		gp_field_angles(out, "In-Reply-To", &h->answers, 1, "");
	if (h->n_before)
		gp_field_angles(out, "References", h->before, h->n_before, "");
}

/* RFC 2919, 3: a phrase and an id. */
static void
list_fields(const struct gp_message_head *h, struct gp_buf *out)
{
	const struct gp_mailbox id = { h->list, h->list_id };

	if (h->list_id.n && h->list.n)
		gp_field_mailbox(out, "List-Id", &id);
	else if (h->list_id.n)
		gp_field_angles(out, "List-Id", &h->list_id, 1, "");
	if (h->n_leave)
		gp_field_angles(out, "List-Unsubscribe", h->leave, h->n_leave,
		                ",");
}

/* RFC 5322, 3.6; RFC 3834, 5; nobody by name is an empty group (3.4). */
static void
head_fields(const struct message_writing *w)
{
	const struct gp_message_head *h = w->head;
	struct gp_buf *out = w->out;

	gp_field_mailbox(out, "From", &h->from);
	if (h->to.address.n)
		gp_field_mailbox(out, "To", &h->to);
	else
		gp_buf_puts(out, "To: undisclosed-recipients:;\n");
	if (h->reply.address.n)
		gp_field_mailbox(out, "Reply-To", &h->reply);
	gp_field_words(out, "Subject", w->plan->subject);
	gp_field_date(out, &h->date);
	thread_fields(h, out);
	gp_buf_puts(out, "Auto-Submitted: auto-generated\n");
	list_fields(h, out);
	gp_field_words(out, "Content-Language", w->plan->lang);
	gp_buf_puts(out, "MIME-Version: 1.0\n");
}

/* ---- parts ---- */

static void
boundary(const struct message_writing *w, const char *of, char out[BOUNDARY])
{
	char hex[GP_SHA256_HEX];

	gp_sha256_hex(w->head->id.p, w->head->id.n, hex);
	(void)snprintf(out, BOUNDARY, "=_%s_%.24s", of, hex);
}

static void
open_multipart(const struct message_writing *w, const char *kind,
               const char *mark)
{
	gp_buf_printf(w->out, "Content-Type: multipart/%s;\n boundary=\"%s\"\n",
	              kind, mark);
}

static void
next_part(const struct message_writing *w, const char *mark)
{
	gp_buf_printf(w->out, "\n--%s\n", mark);
}

static void
close_multipart(const struct message_writing *w, const char *mark)
{
	gp_buf_printf(w->out, "\n--%s--\n", mark);
}

static void
put_html(const struct message_writing *w)
{
	gp_buf_puts(w->out, "Content-Type: text/html; charset=utf-8\n");
	gp_body_text(w->out, w->html);
}

static void
put_picture(const struct message_writing *w, const struct gp_shown_picture *p)
{
	gp_buf_printf(w->out, "Content-Type: %s\n", p->type);
	gp_field_angles(w->out, "Content-ID", &p->path, 1, "");
	gp_buf_puts(w->out, "Content-Disposition: inline\n");
	gp_body_bytes(w->out, p->image->data);
}

/* The page with its pictures. */
static void
put_page(const struct message_writing *w)
{
	const struct gp_shown_picture *p;
	char mark[BOUNDARY];

	if (!w->shown || !w->shown->first) {
		put_html(w);
		return;
	}
	boundary(w, "page", mark);
	gp_buf_printf(w->out,
	              "Content-Type: multipart/related; type=\"text/html\";\n"
	              " boundary=\"%s\"\n",
	              mark);
	next_part(w, mark);
	put_html(w);
	for (p = w->shown->first; p; p = p->next) {
		if (!gp_message_shows(p))
			continue;
		next_part(w, mark);
		put_picture(w, p);
	}
	close_multipart(w, mark);
}

static void
put_forms(const struct message_writing *w)
{
	char mark[BOUNDARY];

	boundary(w, "forms", mark);
	open_multipart(w, "alternative", mark);
	next_part(w, mark);
	gp_buf_puts(w->out, "Content-Type: text/plain; charset=utf-8; "
	                    "format=flowed\n");
	gp_body_text(w->out, w->text);
	next_part(w, mark);
	put_page(w);
	close_multipart(w, mark);
}

static void
put_file(const struct message_writing *w, const struct gp_message_file *f)
{
	gp_buf_printf(w->out,
	              "Content-Type: %s\n"
	              "Content-Disposition: attachment;\n"
	              " filename=\"%.*s\"\n",
	              f->type, GP_ARG(f->name));
	gp_body_bytes(w->out, f->bytes);
}

static void
put_message(const struct message_writing *w)
{
	char mark[BOUNDARY];
	size_t i;

	head_fields(w);
	if (w->n_files == 0) {
		put_forms(w);
		return;
	}
	boundary(w, "all", mark);
	open_multipart(w, "mixed", mark);
	next_part(w, mark);
	put_forms(w);
	for (i = 0; i < w->n_files; i++) {
		next_part(w, mark);
		put_file(w, &w->files[i]);
	}
	close_multipart(w, mark);
}

/* ---- one of them ---- */

/* Text and page of a plan, and the whole round them. */
static bool
write_plan(struct message_writing *w, const struct gp_style *design,
           struct gp_err *e)
{
	struct gp_buf text = { .max = 0 }, html = { .max = 0 };
	struct gp_message_styles styles;
	bool ok =
		gp_arena_ok(w->plan->arena, e) &&
		gp_message_styles(design, w->plan->arena, &styles, e) &&
		gp_message_html(w->plan, w->pack, &styles, w->shown, &html, e);

	if (ok)
		gp_message_text(w->plan, w->pack, &text);
	ok = ok && gp_buf_ok(&text, e) && gp_buf_ok(&html, e) &&
	     gp_arena_ok(w->plan->arena, e);
	if (ok) {
		w->text = gp_buf_view(&text);
		w->html = gp_buf_view(&html);
		put_message(w);
	}
	gp_buf_free(&text);
	gp_buf_free(&html);
	return ok && gp_buf_ok(w->out, e);
}

/* "p-0123456789abcdef", a name within the message. */
static struct gp_str
name_picture(struct gp_arena *a, const struct gp_image *image, size_t nth,
             const char *suffix)
{
	char hex[GP_SHA256_HEX];

	(void)nth;
	gp_sha256_hex(image->data.p, image->data.n, hex);
	return gp_arena_printf(a, "p-%.16s%s@pictures.invalid", hex, suffix);
}

/* Of the articles that are in this message alone. */
static void
find_pictures(const struct gp_message_whole *whole,
              const struct gp_message_part *part, struct gp_arena *a,
              struct gp_shown_pictures *shown)
{
	struct gp_pack some = *whole->m->job->pack;
	size_t i, n = 0;

	some.entries = gp_arena_array(a, part->to - part->from + 1,
	                              sizeof *some.entries);
	for (i = part->from; some.entries && i < part->to && i < whole->n_lead;
	     i++)
		some.entries[n++] =
			whole->m->job->pack->entries[whole->order[i]];
	some.n_entries = n;
	some.note = NULL;
	gp_shown_find(a, &some, name_picture, shown);
}

bool
gp_message_write(const struct gp_message *m, const struct gp_message_head *head,
                 const struct gp_message_part *part, struct gp_buf *out,
                 struct gp_err *e)
{
	struct gp_message_plan plan = { .arena = gp_arena_new(
						GP_MAX_PACK_ARENA) };
	struct gp_shown_pictures shown = { .first = NULL };
	struct gp_message_whole whole;
	struct message_writing w = { .head = head, .plan = &plan, .out = out };
	bool ok;

	if (!plan.arena)
		return gp_fail(e, GP_NOMEM, "out of memory");
	w.pack = m->job->pack;
	w.files = m->files;
	w.n_files = part->number == 1 ? m->n_files : 0;
	gp_message_whole(m, plan.arena, &whole);
	if (m->full && m->pictures && !m->bare) {
		find_pictures(&whole, part, plan.arena, &shown);
		w.shown = &shown;
	}
	ok = gp_arena_ok(plan.arena, e);
	if (ok) {
		gp_message_plan(&whole, part, &plan);
		ok = write_plan(&w, m->job->design, e);
	}
	gp_shown_free(&shown);
	gp_arena_free(plan.arena);
	return ok;
}

bool
gp_message_write_recall(const struct gp_message_recall *r,
                        const struct gp_message_head *head, struct gp_buf *out,
                        struct gp_err *e)
{
	struct gp_message_plan plan = { .arena = gp_arena_new(
						GP_MAX_PACK_ARENA) };
	struct message_writing w = {
		.head = head, .plan = &plan, .pack = r->job->pack, .out = out
	};
	bool ok;

	if (!plan.arena)
		return gp_fail(e, GP_NOMEM, "out of memory");
	gp_message_plan_recall(r, &plan);
	ok = write_plan(&w, r->job->design, e);
	gp_arena_free(plan.arena);
	return ok;
}

/* How many messages a pack makes.  What an article takes is measured by making
   a page of it alone, so that articles are put together until the next one has
   no room; each is made twice, whatever their number.  Where one is to be cut
   is nobody's to say: one that is too large is an error. */
#include "write/mail/message_html.h"

#include "base/limits.h"

/* Digits of a part's number, and what else differs from the page of one. */
enum { SLACK = 500 };

struct message_parting {
	const struct gp_message_whole *whole;
	const struct gp_message_styles *styles;
	struct gp_message_part *rows;
	size_t n;
	size_t frame; /* bytes of a page without articles */
};

/* Bytes of the page of some articles. */
static bool
measure(const struct message_parting *p, const struct gp_message_part *part,
        size_t *size, struct gp_err *e)
{
	const struct gp_pack *pack = p->whole->m->job->pack;
	struct gp_message_plan plan = { .arena = gp_arena_new(
						GP_MAX_PACK_ARENA) };
	struct gp_buf html = { .max = 0 };
	bool ok;

	if (!plan.arena)
		return gp_fail(e, GP_NOMEM, "out of memory");
	gp_message_plan(p->whole, part, &plan);
	ok = gp_arena_ok(plan.arena, e) &&
	     gp_message_html(&plan, pack, p->styles, NULL, &html, e) &&
	     gp_buf_ok(&html, e);
	*size = html.len;
	gp_buf_free(&html);
	gp_arena_free(plan.arena);
	return ok;
}

static size_t
kilobytes(size_t bytes)
{
	return (bytes + 999) / 1000;
}

static bool
fail_one(const struct message_parting *p, size_t at, size_t size,
         struct gp_err *e)
{
	const struct gp_message *m = p->whole->m;
	size_t i = p->whole->order[at];
	const struct gp_doc *doc = m->job->pack->entries[i].doc;

	return gp_fail_at(e, GP_LIMIT, doc->input.file.p, 0, 0,
	                  "makes a message of %zu KB by itself, and programs "
	                  "show some %d: mail the headlines, without `full`",
	                  kilobytes(size), GP_MESSAGE_HTML / 1000);
}

/* Articles from p->rows[n - 1].from on, as many as there is room for. */
static bool
fill(struct message_parting *p, struct gp_message_part *row, struct gp_err *e)
{
	const size_t room = GP_MESSAGE_HTML - SLACK;
	size_t total = p->frame, size;

	while (row->to < p->whole->n) {
		struct gp_message_part one = {
			.from = row->to, .to = row->to + 1, .number = 1, .of = 2
		};

		if (!measure(p, &one, &size, e))
			return false;
		if (size > room && row->to == row->from)
			return fail_one(p, row->to, size, e);
		total += size > p->frame ? size - p->frame : 0;
		if (total > room && row->to > row->from)
			return true;
		row->to++;
	}
	return true;
}

static bool
split_all(struct message_parting *p, struct gp_err *e)
{
	struct gp_message_part none = { .number = 1, .of = 2 };
	size_t from = 0, i;

	if (!measure(p, &none, &p->frame, e))
		return false;
	do {
		struct gp_message_part *row = &p->rows[p->n++];

		row->from = row->to = from;
		row->number = p->n;
		if (!fill(p, row, e))
			return false;
		from = row->to;
	} while (from < p->whole->n);
	for (i = 0; i < p->n; i++)
		p->rows[i].of = p->n;
	return true;
}

static bool
one_part(struct message_parting *p, struct gp_err *e)
{
	size_t size;

	p->rows[0] = (struct gp_message_part){ .to = p->whole->n,
		                               .number = 1,
		                               .of = 1 };
	p->n = 1;
	if (!measure(p, &p->rows[0], &size, e))
		return false;
	return size <= GP_MESSAGE_HTML ||
	       gp_fail(e, GP_LIMIT,
	               "the message would have %zu KB of HTML, and programs "
	               "show some %d: make several with --split",
	               kilobytes(size), GP_MESSAGE_HTML / 1000);
}

bool
gp_message_parts(const struct gp_message *m, bool split, struct gp_arena *a,
                 struct gp_message_part **parts, size_t *n, struct gp_err *e)
{
	struct gp_message_styles styles;
	struct gp_message_whole whole;
	struct message_parting p = { .whole = &whole, .styles = &styles };
	bool ok;

	gp_message_whole(m, a, &whole);
	p.rows = gp_arena_array(a, whole.n + 1, sizeof *p.rows);
	ok = gp_arena_ok(a, e) &&
	     gp_message_styles(m->job->design, a, &styles, e) &&
	     (!split || split_all(&p, e));
	if (ok && p.n <= 1)
		ok = one_part(&p, e);
	*parts = p.rows;
	*n = ok ? p.n : 0;
	return ok;
}

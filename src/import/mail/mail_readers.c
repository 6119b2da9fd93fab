/* Fields by their names, and labels of quoted heads by a table.  Which mail
   programs write which label is no matter: a label counts behind one for a
   sender only, so that "To:" in a sentence is none. */
#include "import/mail/mail_readers.h"

#include "base/limits.h"
#include "import/mail/mime_field.h"

enum {
	HEAD_BYTES = 2000, /* from "From:" to "To:", in a head */
	LABEL_BYTES = 24,
	FIELD_BYTES = 4000, /* what a label labels */
};

static const char *const to_fields[] = {
	"To",
	"Cc",
	"Bcc",
	"Delivered-To",
	"X-Original-To",
	"Envelope-To",
	"X-Envelope-To",
	"X-Delivered-To",
	"X-Forwarded-To",
	"X-Forwarded-For",
	"X-Rcpt-To",
	"X-Receiver",
	"Apparently-To",
	"Resent-To",
	"Resent-Cc",
	"Resent-Bcc",
	"Original-Recipient",
	"Final-Recipient",
	"X-Apple-Original-To",
	"X-Original-Delivered-To",
	NULL,
};

/* An address in these may hold a reader's. */
static const char *const return_fields[] = {
	"Return-Path",     "Sender",   "Errors-To",  "Reply-To",
	"X-Envelope-From", "X-Sender", "Bounces-To", NULL,
};

/* Only letters to many have these. */
static const char *const bulk_fields[] = {
	"List-Unsubscribe",
	"List-Id",
	"List-Post",
	"List-Help",
	"Feedback-ID",
	"X-Campaign",
	"X-Campaign-Id",
	"X-Mailer-Campaign",
	"X-CSA-Complaints",
	"X-MC-User",
	NULL,
};

/* ---- fields ---- */

/* All fields of a name, in one line each, behind each other. */
static void
put_fields(struct gp_str header, const char *name, struct gp_buf *out)
{
	struct gp_str key = gp_str(name), line;
	bool mine = false;

	while (header.n && gp_str_split(&header, '\n', &line)) {
		bool folded =
			line.n && gp_is_space(line.p[0]) && gp_str_trim(line).n;
		bool named = !folded && line.n > key.n &&
		             line.p[key.n] == ':' &&
		             gp_str_eq_nocase(gp_str_sub(line, 0, key.n), key);

		mine = named || (folded && mine);
		if (!mine)
			continue;
		gp_buf_puts(out, named ? ", " : "");
		gp_buf_str(out, gp_str_trim(gp_str_sub(
					line, named ? key.n + 1 : 0, line.n)));
	}
}

static struct gp_str
fields(struct gp_arena *a, struct gp_str header, const char *const *names)
{
	struct gp_buf all = { .max = GP_MAX_SOURCE_BYTES };

	for (; *names; names++)
		put_fields(header, *names, &all);
	return gp_mime_words(a, gp_arena_buf(a, &all), GP_STR(""));
}

static struct gp_str
field(struct gp_arena *a, struct gp_str header, const char *name)
{
	const char *const names[] = { name, NULL };

	return fields(a, header, names);
}

static bool
is_bulk(struct gp_arena *a, struct gp_str header)
{
	struct gp_str precedence = gp_mime_field(a, header, "Precedence");

	return fields(a, header, bulk_fields).n ||
	       gp_str_eq_nocase(precedence, GP_STR("bulk")) ||
	       gp_str_eq_nocase(precedence, GP_STR("list"));
}

/* "Received: from ... for <ann@dept.example>; Wed, ...". */
static struct gp_str
received_for(struct gp_arena *a, struct gp_str header)
{
	struct gp_str rest = field(a, header, "Received"), part;
	struct gp_buf all = { .max = GP_MAX_SOURCE_BYTES };

	while (gp_str_split(&rest, ';', &part)) {
		size_t at = gp_str_find(part, GP_STR(" for "), 0);

		gp_buf_str(&all, gp_str_sub(part, at, part.n));
	}
	return gp_arena_buf(a, &all);
}

/* ---- heads of quoted letters ---- */

enum head_label { FROM, TO, DATE, SUBJECT, REST };

static bool
is_label_of(struct gp_str label, enum head_label what)
{
	static const struct {
		enum head_label what;
		const char *word;
	} rows[] = {
#define LABEL(what, word) { what, word },
#include "import/mail/head_labels.def"
#undef LABEL
	};
	size_t i;

	for (i = 0; i < sizeof rows / sizeof rows[0]; i++)
		if (rows[i].what == what &&
		    gp_str_eq_nocase(label, gp_str(rows[i].word)))
			return true;
	return false;
}

static bool
ends_label(char c)
{
	return (c && strchr("*>|\"\n\r\t,;<", c)) || !c;
}

/* The words before a colon at byte `at`: the last one, or the last two. */
static struct gp_str
label_before(struct gp_str s, size_t at, bool two)
{
	size_t to = at, from;

	while (to && (s.p[to - 1] == ' ' || s.p[to - 1] == '*'))
		to--;
	from = to;
	while (from && to - from < LABEL_BYTES && !ends_label(s.p[from - 1])) {
		if (s.p[from - 1] == ' ' && !two)
			break;
		two = two && s.p[from - 1] != ' ';
		from--;
	}
	return gp_str_sub(s, from, to);
}

static bool
is_label(struct gp_str s, size_t at, enum head_label what)
{
	return is_label_of(label_before(s, at, false), what) ||
	       is_label_of(label_before(s, at, true), what);
}

/* The next colon at or after byte `at`, of one byte or the wide one of Chinese
   and Japanese; its size is *n. */
static size_t
next_colon(struct gp_str s, size_t at, size_t *n)
{
	for (; at < s.n; at++) {
		*n = s.p[at] == ':' ? 1 : 3;
		if (s.p[at] == ':' ||
		    gp_str_eq(gp_str_sub(s, at, at + 3), GP_STR("\uFF1A")))
			return at;
	}
	return s.n;
}

/* What a label labels: up to the next label, which is a word and a colon but
   no "mailto:". */
static struct gp_str
labelled(struct gp_str s, size_t from)
{
	struct gp_str near = gp_str_sub(s, from, from + FIELD_BYTES);
	size_t n, at = next_colon(near, 0, &n);

	while (at < near.n && gp_str_eq_nocase(label_before(near, at, false),
	                                       GP_STR("mailto")))
		at = next_colon(near, at + n, &n);
	return gp_str_sub(near, 0, at);
}

static struct gp_str
joined(struct gp_arena *a, struct gp_str all, struct gp_str one)
{
	return gp_arena_printf(a, "%.*s, %.*s", GP_ARG(all), GP_ARG(one));
}

static void
put(struct gp_buf *all, struct gp_str one)
{
	all->max = GP_MAX_SOURCE_BYTES;
	gp_buf_puts(all, ", ");
	gp_buf_str(all, one);
}

void
gp_mail_readers_quoted(struct gp_mail_readers *r, struct gp_str text)
{
	size_t n, at = next_colon(text, 0, &n), sender = text.n, begins = 0;

	for (; at < text.n; at = next_colon(text, at + n, &n)) {
		if (is_label(text, at, FROM)) {
			sender = at;
			begins = at + n;
		} else if (sender < at && at - sender < HEAD_BYTES &&
		           is_label(text, at, TO)) {
			struct gp_str to = labelled(text, at + n);

			if (gp_str_find(to, GP_STR("@"), 0) == to.n)
				continue;
			put(&r->to, to);
			if (begins)
				put(&r->author, labelled(text, begins));
			begins = 0;
			r->is_forwarded = true;
		}
	}
}

/* ---- the whole ---- */

struct gp_str
gp_mail_readers_all(const struct gp_mail_readers *r)
{
	struct gp_arena *a = r->arena;

	return joined(
		a,
		joined(a, fields(a, r->header, to_fields), gp_buf_view(&r->to)),
		joined(a, r->around,
	               joined(a, received_for(a, r->header),
	                      r->is_forwarded ? r->from : GP_STR(""))));
}

void
gp_mail_readers_tell(const struct gp_mail_readers *r, struct gp_withholding *w)
{
	struct gp_arena *a = w->arena;
	struct gp_recipients *who = &w->recipients;
	struct gp_str back = fields(a, r->header, return_fields);

	who->arena = a;
	w->leave = field(a, r->header, "List-Unsubscribe");
	w->is_bulk = is_bulk(a, r->header);
	gp_recipients_keep(who,
	                   r->is_forwarded ? gp_buf_view(&r->author) : r->from);
	gp_recipients_add(who, gp_mail_readers_all(r));
	gp_recipients_add_verp(who, back);
	gp_recipients_add_verp(who, w->leave);
	gp_recipients_add_marked(who, back);
	gp_recipients_add_marked(who, w->leave);
	gp_recipients_add_hidden(who, w->leave);
}

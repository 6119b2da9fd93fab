/* The head of a mail that was passed on: lines "From: ...", "Date: ..." and the
   like, in the languages of mailers, often under a line that says what follows.
   A head alone may as well be that of a mail that is answered: then the subject
   and what is longer decide.  It knows no markup but line breaks. */
#include "import/mail/forward.h"

#include "base/buf.h"
#include "base/limits.h"
#include "base/vec.h"
#include "base/text/fold.h"
#include "import/feed/feed.h"
#include "import/mail/mail_claims.h"
#include "model/walk.h"

enum {
	LABEL_BYTES = 40,  /* before its colon */
	HEAD_LINES = 24,   /* with those of many recipients */
	FOLDED_LINES = 4,  /* that go on with a field */
	MARK_BYTES = 120,  /* of a line that says what follows */
	MARK_DISTANCE = 2, /* lines from it to the head */
	MOST_INNER = 8,    /* mails in mails */
};

/* ---- lines ---- */

struct text_line {
	struct gp_str text;
	struct gp_draft_block *block;
	size_t words;
};

struct text_lines {
	struct text_line *all;
	size_t n, room;
};

static void
put_line(struct text_lines *l, struct gp_arena *a, struct gp_buf *text,
         struct gp_draft_block *b)
{
	struct text_line *row = GP_VEC_ADD(a, l->all, l->n, l->room);
	struct gp_str line = gp_str_trim(gp_arena_buf(a, text));

	if (row)
		*row = (struct text_line){ line, b, gp_str_words(line) };
	*text = (struct gp_buf){ .max = GP_MAX_LINE_BYTES };
}

/* The lines of a block, which line breaks part; rows, of a table. */
static void
put_block(struct text_lines *l, struct gp_arena *a, struct gp_draft_block *b)
{
	struct gp_buf text = { .max = GP_MAX_LINE_BYTES };
	struct gp_walk w = gp_walk_from(b->tree);

	while (gp_walk_next(&w)) {
		if (w.event == GP_LEAVE) {
			if (w.node->kind == GP_ROW)
				put_line(l, a, &text, b);
			continue;
		}
		if (w.node->kind == GP_BREAK)
			put_line(l, a, &text, b);
		else
			gp_buf_str(&text, gp_node_text(w.node));
	}
	put_line(l, a, &text, b);
}

static struct text_lines
lines_of(struct gp_draft *draft, struct gp_arena *a)
{
	struct text_lines l = { .n = 0 };
	struct gp_draft_block *b;

	for (b = draft->first; b; b = b->next)
		if (b->why.n == 0 && b->tree)
			put_block(&l, a, b);
	return l;
}

/* ---- fields ---- */

/* OTHER: a label, of what does not matter. */
enum head_field { NO_FIELD, FROM, DATE, SUBJECT, TO, OTHER, FIELDS };

struct label {
	enum head_field field;
	const char *word;
};

/* That a head has more fields is all that others say. */
enum { REST = TO };

static const struct label labels[] = {
#define LABEL(what, word) { (enum head_field)what, word },
#include "import/mail/head_labels.def"
#undef LABEL
};

/* The colon behind a label, or its wide form; its bytes are *n. */
static size_t
colon_in(struct gp_str s, size_t *n)
{
	size_t i;

	for (i = 0; i < s.n && i < LABEL_BYTES; i++) {
		*n = s.p[i] == ':' ? 1 : 3;
		if (s.p[i] == ':' ||
		    gp_str_eq(gp_str_sub(s, i, i + 3), GP_STR("\uFF1A")))
			return i;
	}
	return s.n;
}

/* A label without stars round it, and the space that is set before a colon in
   French. */
static struct gp_str
bare(struct gp_str label)
{
	static const struct gp_str spaces[] = { { "\u00A0", 2 },
		                                { "\u202F", 3 },
		                                { "*", 1 } };
	size_t i;

	label = gp_str_trim(label);
	for (i = 0; i < sizeof spaces / sizeof spaces[0]; i++)
		if (gp_str_ends(label, spaces[i]))
			label = gp_str_sub(label, 0, label.n - spaces[i].n);
	if (gp_str_starts(label, GP_STR("*")))
		label = gp_str_sub(label, 1, label.n);
	return gp_str_trim(label);
}

/* What a line of a head says; NO_FIELD when it is none. */
static enum head_field
field_of(struct gp_str line, struct gp_str *value)
{
	size_t n = 0, at = colon_in(line, &n), i;
	struct gp_str label = bare(gp_str_sub(line, 0, at));

	if (at == line.n)
		return NO_FIELD;
	*value = gp_str_trim(gp_str_sub(line, at + n, line.n));
	if (gp_str_starts(*value, GP_STR("*")))
		*value = gp_str_trim(gp_str_sub(*value, 1, value->n));
	for (i = 0; i < sizeof labels / sizeof labels[0]; i++)
		if (gp_str_eq_nocase(label, gp_str(labels[i].word)))
			return labels[i].field;
	return label.n > 0 ? OTHER : NO_FIELD;
}

/* ---- heads ---- */

struct head {
	size_t mark;      /* the line that says what follows, or `from` */
	size_t from, end; /* its lines */
	bool is_marked;   /* a mail was passed on, that line says */
	bool has[FIELDS]; /* a value may have been withheld */
	struct gp_str values[FIELDS];
};

/* Lines that are no fields count as part of one when one follows soon in their
   block. */
static bool
is_folded(const struct text_lines *l, size_t i)
{
	const struct gp_draft_block *b = l->all[i].block;
	struct gp_str ignored;
	size_t end = i + FOLDED_LINES;

	for (; i > 0 && i < l->n && i < end && l->all[i].block == b; i++)
		if (field_of(l->all[i].text, &ignored))
			return l->all[i - 1].block == b;
	return false;
}

/* As the line before it. */
static bool
is_same_block(const struct text_lines *l, size_t i)
{
	return i > 0 && l->all[i].block == l->all[i - 1].block;
}

/* A label that means nothing here counts in the block of those that do. */
static bool
goes_on(const struct text_lines *l, size_t i, enum head_field field,
        const struct head *h)
{
	if (field == NO_FIELD)
		return is_folded(l, i);
	if (field == OTHER)
		return is_same_block(l, i);
	/* A second sender is that of another mail. */
	return field != FROM || !h->has[FROM];
}

static void
read_fields(const struct text_lines *l, struct head *h)
{
	struct gp_str value;
	enum head_field field;
	size_t i;

	for (i = h->from; i < l->n && i < h->from + HEAD_LINES; i++) {
		if (l->all[i].text.n == 0) {
			h->end += h->end == i && is_same_block(l, i);
			continue;
		}
		field = field_of(l->all[i].text, &value);
		if (!goes_on(l, i, field, h))
			break;
		if (!h->has[field])
			h->values[field] = value;
		h->has[field] = true;
		h->end = i + 1;
	}
}

static bool
read_head(const struct text_lines *l, size_t i, struct head *h)
{
	struct gp_str ignored;
	enum head_field field = field_of(l->all[i].text, &ignored);

	*h = (struct head){ .mark = i, .from = i, .end = i };
	if (field != FROM && field != DATE && field != SUBJECT)
		return false;
	read_fields(l, h);
	return h->has[FROM] && h->has[DATE] + h->has[SUBJECT] + h->has[TO] >= 2;
}

/* What mailers write over a mail that is passed on, folded, without the ends
   that languages give it. */
static bool
says_passed_on(struct gp_str line)
{
	static const char *const stems[] = {
		"forwarded",   "weitergeleitet", "transféré",
		"transmis",    "reenviad",       "inoltrat",
		"encaminhad",  "doorgestuurd",   "vidarebefordra",
		"videresendt", "przekazan",      "пересыла",
		"пересланн",   "edelleen",       "iletilen",
		"转发",        "轉寄",           "転送",
		"přeposlan",   "továbbított",    "réexpédi",
		NULL,
	};
	struct gp_buf folded = { .max = GP_MAX_LINE_BYTES };
	bool found = false;
	size_t i;

	if (line.n > MARK_BYTES)
		return false;
	gp_fold_words(line, &folded);
	for (i = 0; stems[i] && !found; i++)
		found = gp_str_find(gp_buf_view(&folded), gp_str(stems[i]), 0) <
		        folded.len;
	gp_buf_free(&folded);
	return found;
}

/* "-----Original Message-----", "________". */
static bool
is_rule(struct gp_str line)
{
	return gp_str_starts(line, GP_STR("---")) ||
	       gp_str_starts(line, GP_STR("___")) ||
	       gp_str_starts(line, GP_STR("***")) ||
	       gp_str_starts(line, GP_STR("==="));
}

/* A line right over the head that belongs to it. */
static void
find_mark(const struct text_lines *l, struct head *h)
{
	size_t i = h->from, seen = 0;

	while (i > 0 && seen < MARK_DISTANCE) {
		struct gp_str line = l->all[--i].text;

		seen += line.n > 0;
		if (line.n == 0 || line.n > MARK_BYTES)
			continue;
		if (!is_rule(line) && !gp_str_ends(line, GP_STR(":")))
			break;
		h->is_marked = h->is_marked || says_passed_on(line);
		if (is_rule(line) || h->is_marked)
			h->mark = i;
	}
}

/* ---- passed on, or answered? ---- */

static size_t
words_in(const struct text_lines *l, size_t from, size_t to)
{
	size_t n = 0;

	for (; from < to; from++)
		n += l->all[from].words;
	return n;
}

static bool
is_answer(struct gp_str subject)
{
	bool forwarded = false;
	struct gp_str rest = gp_mail_subject(subject, &forwarded);

	return !forwarded && rest.n < gp_str_trim(subject).n;
}

static bool
is_passed_on(const struct text_lines *l, size_t above, const struct head *h,
             struct gp_str subject)
{
	bool forwarded = false;

	(void)gp_mail_subject(subject, &forwarded);
	if (words_in(l, h->end, l->n) == 0 || is_answer(subject))
		return false;
	return forwarded || h->is_marked ||
	       words_in(l, above, h->mark) < words_in(l, h->end, l->n);
}

/* The first head of lines from `i` on. */
static bool
next_head(const struct text_lines *l, size_t i, struct head *h)
{
	for (; i < l->n; i++)
		if (read_head(l, i, h)) {
			find_mark(l, h);
			return true;
		}
	return false;
}

/* ---- the whole ---- */

static bool
ends_before(const struct text_lines *l, size_t i, size_t end)
{
	return end == l->n || l->all[i].block != l->all[end].block;
}

/* A block that goes on with words of the article stays whole. */
static void
leave_out(const struct text_lines *l, const struct head *h)
{
	size_t i;

	for (i = 0; i < h->end; i++) {
		struct gp_draft_block *b = l->all[i].block;

		if (!ends_before(l, i, h->end))
			return;
		b->why = i < h->mark ? GP_STR("covering-letter")
		                     : GP_STR("forwarding-head");
		b->rule = GP_STR("forwarded");
		b->confidence = 100;
	}
}

/* Some mailers quote what they pass on. */
static void
unquote(const struct text_lines *l, const struct head *h)
{
	const struct gp_draft_frame *quote = l->all[h->from].block->in;
	size_t i;

	if (!quote || quote->node.kind != GP_QUOTE)
		return;
	for (i = h->end; i < l->n; i++)
		if (l->all[i].block->in == quote)
			l->all[i].block->in = quote->in;
}

static void
claim(struct gp_draft *draft, const struct head *h)
{
	bool forwarded = false;
	struct gp_str from = h->values[FROM];

	/* "Ann Moss [mailto:ann@lowmoor.example]" */
	from = gp_str_sub(from, 0, gp_str_find(from, GP_STR(" ["), 0));
	from = gp_mailbox_name(from);
	gp_mail_claim_one(draft, GP_CLAIM_TITLE,
	                  gp_mail_subject(h->values[SUBJECT], &forwarded),
	                  "Subject");
	gp_mail_claim_one(draft, GP_CLAIM_DATE, h->values[DATE], "Date");
	if (gp_str_find(from, GP_STR("@"), 0) == from.n)
		gp_mail_claim_one(draft, GP_CLAIM_BYLINE, from, "From");
}

bool
gp_forward_find(struct gp_draft *draft, struct gp_str subject,
                struct gp_arena *a)
{
	struct text_lines l = lines_of(draft, a);
	struct head h, inner;
	size_t above = 0;
	unsigned n;

	for (n = 0; n < MOST_INNER && next_head(&l, above, &h); n++) {
		if (!is_passed_on(&l, above, &h, subject))
			break;
		inner = h;
		above = h.end;
		if (h.values[SUBJECT].n)
			subject = h.values[SUBJECT];
	}
	if (n == 0)
		return false;
	leave_out(&l, &inner);
	unquote(&l, &inner);
	claim(draft, &inner);
	return true;
}

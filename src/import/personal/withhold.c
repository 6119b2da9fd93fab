/* In this order: links are judged and replaced; marks of them that stand among
   the words go; addresses go last, so that a link that held one is known as
   such.  It does not know what a letter says. */
#include "import/personal/withhold.h"

#include "base/entity.h"
#include "base/limits.h"
#include "base/text/uri.h"
#include "import/personal/link_judge.h"
#include "import/personal/links_found.h"

enum {
	MOST_AROUND = 1024, /* bytes of an address on a side of a mark */
	LEAST_CODE = 16,    /* digits of base64 that hold an address */
	MOST_CODE = 1024,
};

struct withheld_text {
	struct gp_withholding *w;
	struct gp_link_judge judge;
	struct gp_found_links links;
	bool is_html;
};

/* ---- links ---- */

/* What stands round an address as one pair of brackets: "<...>", "(...)". */
static bool
is_bracketed(struct gp_str s, size_t from, size_t to)
{
	static const char opens[] = "<([{", closes[] = ">)]}";
	const char *open =
		from && s.p[from - 1] ? strchr(opens, s.p[from - 1]) : NULL;

	return open && to < s.n && s.p[to] == closes[open - opens];
}

static void
put_target(const struct withheld_text *t, struct gp_str target,
           struct gp_buf *out)
{
	size_t i;

	if (!t->is_html) {
		gp_buf_str(out, target);
		return;
	}
	for (i = 0; i < target.n; i++) {
		if (strchr("'\"<> ", target.p[i]))
			gp_buf_printf(out, "%%%02X", target.p[i]);
		else
			gp_ref_escape(gp_str_sub(target, i, i + 1), out);
	}
}

/* Appends what is left of the link; *done moves behind it. */
static void
put_link(struct withheld_text *t, struct gp_str text,
         const struct gp_found_link *l, size_t *done, struct gp_buf *out)
{
	struct gp_str target = GP_STR("");
	enum gp_link_verdict verdict = gp_link_judge(&t->judge, l, &target);
	bool goes = verdict == GP_LINK_GOES;
	size_t from = goes && l->in_tag ? l->attr : l->from;
	size_t to = goes && l->in_tag ? l->attr_end : l->to;

	if (verdict == GP_LINK_STAYS || from < *done ||
	    (t->w->only_in_tags && !l->in_tag))
		return;
	if (goes && !l->in_tag && from > *done &&
	    is_bracketed(text, from, to)) {
		from--;
		to++;
	}
	gp_buf_str(out, gp_str_sub(text, *done, from));
	if (verdict == GP_LINK_LEADS_TO)
		put_target(t, target, out);
	t->w->links += goes;
	*done = to;
}

static void
put_links(struct withheld_text *t, struct gp_str text, struct gp_buf *out)
{
	size_t done = 0, k;

	for (k = 0; k < t->links.count; k++)
		put_link(t, text, &t->links.rows[k], &done, out);
	gp_buf_str(out, gp_str_sub(text, done, text.n));
}

/* ---- marks among the words ---- */

static bool
in_mark(char c)
{
	return gp_is_alnum(c) || c == '-' || c == '_';
}

/* A mark that links have, or an address in a code, or its digest. */
static bool
is_personal_word(const struct withheld_text *t, struct gp_str word)
{
	return gp_link_marks_tell(&t->judge.marks, word) ||
	       (word.n >= LEAST_CODE && word.n <= MOST_CODE &&
	        gp_recipients_named(&t->w->recipients, word));
}

static bool
ends_word(char c)
{
	return gp_is_space(c) || !c || strchr("<>\"'()[]", c);
}

/* The word round the bytes from `from` to `to`, when it looks like an address
   whose scheme was left out; else those bytes.  A word may hold many marks, so
   no more of it is looked at than an address has. */
static void
widen(struct gp_str s, size_t least, size_t *from, size_t *to)
{
	size_t a = *from, b = *to;
	struct gp_str word;

	while (a > least && *from - a < MOST_AROUND && !ends_word(s.p[a - 1]))
		a--;
	while (b < s.n && b - *to < MOST_AROUND && !ends_word(s.p[b]))
		b++;
	word = gp_str_sub(s, a, b);
	if (gp_str_find(word, GP_STR("/"), 0) == word.n)
		return;
	*from = a;
	*to = b;
}

static void
put_unmarked(struct withheld_text *t, struct gp_str text, struct gp_buf *out)
{
	size_t i = 0, done = 0, from, to;

	while (i < text.n) {
		from = i;
		while (i < text.n && in_mark(text.p[i]))
			i++;
		to = i;
		i += i == from;
		if (!is_personal_word(t, gp_str_sub(text, from, to)))
			continue;
		widen(text, done, &from, &to);
		gp_buf_str(out, gp_str_sub(text, done, from));
		t->w->links++;
		i = done = to;
	}
	gp_buf_str(out, gp_str_sub(text, done, text.n));
}

/* ---- the whole ---- */

/* A link to leave a list: of most pages no more is asked. */
static bool
says_leave(struct gp_withholding *w, struct gp_str html)
{
	struct gp_found_links links = { .arena = w->arena, .only_links = true };

	gp_links_in_markup(html, &links);
	return gp_link_judge_says_leave(&links);
}

static void
open_text(struct gp_withholding *w, struct gp_str text, bool is_html,
          struct withheld_text *t)
{
	*t = (struct withheld_text){
		.w = w,
		.is_html = is_html,
		.links = { .arena = w->arena },
		.judge = { .arena = w->arena,
		           .recipients = &w->recipients,
		           .is_bulk = w->is_bulk },
	};
	if (is_html)
		gp_links_in_markup(text, &t->links);
	else
		gp_links_in_text(text, &t->links);
	gp_link_judge_leave(&t->judge, w->leave);
}

static void
put_text(struct withheld_text *t, struct gp_str text, struct gp_buf *out)
{
	struct gp_buf unlinked = { .max = out->max };
	struct gp_buf unmarked = { .max = out->max };

	if (t->w->only_in_tags) {
		put_links(t, text, out);
		return;
	}
	put_links(t, text, &unlinked);
	put_unmarked(t, gp_buf_view(&unlinked), &unmarked);
	t->w->addresses += gp_recipients_take_out(
		&t->w->recipients, gp_buf_view(&unmarked), t->is_html, out);
	gp_buf_inherit(out, &unlinked);
	gp_buf_inherit(out, &unmarked);
	gp_buf_free(&unlinked);
	gp_buf_free(&unmarked);
}

void
gp_withhold(struct gp_withholding *w, struct gp_str text, bool is_html,
            struct gp_buf *out)
{
	struct withheld_text t;

	open_text(w, text, is_html, &t);
	gp_link_judge_learn(&t.judge, &t.links);
	put_text(&t, text, out);
}

struct gp_str
gp_withhold_line(struct gp_withholding *w, struct gp_str line)
{
	struct gp_buf out = { .max = GP_MAX_SOURCE_BYTES };
	size_t n = gp_recipients_take_out(&w->recipients, line, false, &out);

	w->addresses += n;
	if (n)
		line = gp_arena_buf(w->arena, &out);
	gp_buf_free(&out);
	return line;
}

/* Who has the page at an address has it as if he had followed a link. */
static struct gp_str
judge_place(struct withheld_text *t, struct gp_str url)
{
	const struct gp_found_link link = { .address = url,
		                            .words =
		                                    GP_STR("view in browser") };
	struct gp_str target = url;

	if (gp_link_judge(&t->judge, &link, &target) != GP_LINK_GOES)
		return target;
	t->w->links++;
	return GP_STR("");
}

bool
gp_withhold_page(struct gp_withholding *w, struct gp_str html,
                 struct gp_str *url, struct gp_buf *out)
{
	struct withheld_text t;
	size_t k;

	w->recipients.arena = w->arena;
	if (!says_leave(w, html))
		return false;
	open_text(w, html, true, &t);
	gp_link_judge_learn(&t.judge, &t.links);
	if (!t.judge.is_newsletter)
		return false;
	for (k = 0; k < t.links.count; k++)
		if (gp_link_judge_leaves(&t.links.rows[k]))
			gp_recipients_add_hidden(&w->recipients,
			                         t.links.rows[k].address);
	*url = judge_place(&t, *url);
	put_text(&t, html, out);
	return true;
}

static void
list_one(struct gp_draft *draft, size_t count, const char *what,
         const char *rule)
{
	if (count == 0)
		return;
	gp_draft_leave_out(draft,
	                   gp_arena_printf(draft->arena, "(%s, %zu %s)", what,
	                                   count,
	                                   count == 1 ? "time" : "times"),
	                   GP_STR("withheld"), gp_str(rule));
}

void
gp_withheld_list(const struct gp_withholding *w, struct gp_draft *draft)
{
	list_one(draft, w->addresses, "the recipient's address", "recipient");
	list_one(draft, w->links, "links that are one reader's alone",
	         "personal-link");
}

/* A letter in plain text as HTML: its lines as paragraphs, quotations and
   lists.  A mark makes an item where it is one of several, or can be nothing
   else.  It does not know what a letter is about, nor in what part of a
   message it came. */
#include "import/mail/letter.h"

#include "base/entity.h"
#include "base/utf8.h"
#include "base/text/wrap.h"

/* What begins an item. */
enum mark_kind {
	NO_MARK,
	SURE_BULLET, /* nothing but a bullet */
	BULLET,      /* a dash, a star or a letter that stands for one */
	COUNT,       /* "1.", "(a)" */
};

struct mark {
	enum mark_kind kind;
	struct gp_str sign;
	size_t indent; /* columns before it */
	size_t size;   /* bytes of the line up to the end of it */
};

enum {
	DEEPEST_LIST = 6,
	TAB = 8, /* columns */
	FAR = 8, /* paragraphs that are looked at for another item */
};

struct writing {
	const struct gp_letter_lines *lines;
	struct gp_buf *html;
	unsigned depth;                  /* quotations that are open */
	struct mark lists[DEEPEST_LIST]; /* that are open, by their last item */
	size_t n_lists;
	bool in_block;    /* the next line may stand in the last one's block */
	struct mark last; /* of the last paragraph, if it has one */
};

/* ---- marks ---- */

static bool
is_sure_bullet(struct gp_str sign)
{
	static const char *const signs[] = { "\u2022", "\u25AA", "\u25E6",
		                             "\u25CF", "\u25CB", "\u25A0",
		                             "\uF0B7", "\uF0A7", NULL };

	return gp_str_among(sign, signs);
}

/* "·<tab>": nobody but a program that makes text of a list writes it. */
static bool
has_tab(struct gp_str line, struct gp_str sign)
{
	size_t at = (size_t)(sign.p - line.p) + sign.n;

	return at < line.n && line.p[at] == '\t';
}

static size_t
indent_of(struct gp_str line)
{
	size_t columns = 0, i;

	for (i = 0; i < line.n && gp_is_space(line.p[i]); i++)
		columns += line.p[i] == '\t' ? TAB : 1;
	return columns;
}

static struct mark
mark_of(struct gp_str line)
{
	struct mark m = { .kind = NO_MARK };
	struct gp_str rest = line;

	if (!gp_str_word(&rest, &m.sign) || gp_utf8_blank(rest))
		return m;
	if (is_sure_bullet(m.sign))
		m.kind = SURE_BULLET;
	else if (!gp_wrap_begins_item(line))
		return m;
	else if (strchr(".)", m.sign.p[m.sign.n - 1]))
		m.kind = COUNT;
	else
		m.kind = has_tab(line, m.sign) ? SURE_BULLET : BULLET;
	m.indent = indent_of(line);
	m.size = (size_t)(m.sign.p - line.p) + m.sign.n;
	return m;
}

static bool
is_one_list(const struct mark *a, const struct mark *b)
{
	if (a->kind == COUNT || b->kind == COUNT)
		return a->kind == b->kind &&
		       (a->sign.p[0] == '(') == (b->sign.p[0] == '(');
	return a->kind != NO_MARK && gp_str_eq(a->sign, b->sign);
}

/* The line that begins the next paragraph of the same quotation. */
static size_t
next_beginning(const struct writing *w, size_t i)
{
	const struct gp_letter_line *all = w->lines->all;
	unsigned depth = all[i].depth;

	do
		i++;
	while (i < w->lines->n && all[i].depth == depth &&
	       (all[i].blank || all[i].joins));
	return i < w->lines->n && all[i].depth == depth && !all[i].signature
	               ? i
	               : w->lines->n;
}

/* One of the next paragraphs has such a mark, and those before it are items or
   set in under one. */
static bool
is_repeated(const struct writing *w, size_t i, const struct mark *m)
{
	unsigned seen;
	struct mark behind;

	for (seen = 0; seen < FAR; seen++) {
		i = next_beginning(w, i);
		if (i == w->lines->n)
			return false;
		behind = mark_of(w->lines->all[i].words);
		if (is_one_list(m, &behind))
			return true;
		if (behind.kind == NO_MARK &&
		    indent_of(w->lines->all[i].words) <= m->indent)
			return false;
	}
	return false;
}

static bool
is_item(const struct writing *w, size_t i, const struct mark *m)
{
	size_t k;

	if (m->kind == NO_MARK || m->kind == SURE_BULLET)
		return m->kind == SURE_BULLET;
	/* Set in under an item. */
	if (w->n_lists > 0 && m->kind == BULLET &&
	    m->indent > w->lists[w->n_lists - 1].indent + 1)
		return true;
	for (k = 0; k < w->n_lists; k++)
		if (is_one_list(&w->lists[k], m))
			return true;
	return is_one_list(&w->last, m) || is_repeated(w, i, m);
}

/* ---- elements ---- */

static const char *
element_of(const struct mark *m)
{
	return m->kind == COUNT ? "ol" : "ul";
}

/* Closes lists until `n` are open. */
static void
end_lists(struct writing *w, size_t n)
{
	w->in_block = w->in_block && w->n_lists <= n;
	while (w->n_lists > n)
		gp_buf_printf(w->html, "</%s>\n",
		              element_of(&w->lists[--w->n_lists]));
}

static void
set_depth(struct writing *w, unsigned depth)
{
	if (w->depth == depth)
		return;
	end_lists(w, 0);
	w->in_block = false;
	w->last.kind = NO_MARK;
	for (; w->depth < depth; w->depth++)
		gp_buf_puts(w->html, "<blockquote>\n");
	for (; w->depth > depth; w->depth--)
		gp_buf_puts(w->html, "</blockquote>\n");
}

/* Numbers may stand to the right of one column. */
static bool
goes_on(const struct mark *list, const struct mark *m)
{
	return is_one_list(list, m) && m->indent <= list->indent + 1 &&
	       list->indent <= m->indent + 1;
}

/* How many lists stay open round an item: those down to the one that it goes
   on; all, when it is set in or stands right under an item of another mark. */
static size_t
lists_round(const struct writing *w, const struct mark *m)
{
	size_t n = w->n_lists;

	for (; n > 0; n--)
		if (goes_on(&w->lists[n - 1], m))
			return n;
	n = w->n_lists;
	if (n == 0 || n == DEEPEST_LIST)
		return 0;
	return w->in_block || m->indent > w->lists[n - 1].indent ? n : 0;
}

/* A number stays as it was written, brackets and all. */
static void
begin_item(struct writing *w, const struct mark *m)
{
	size_t n = lists_round(w, m);

	end_lists(w, n);
	if (n == 0 || !goes_on(&w->lists[n - 1], m)) {
		gp_buf_printf(w->html, "<%s>\n", element_of(m));
		w->n_lists++;
	}
	w->lists[w->n_lists - 1] = *m;
	if (m->kind == COUNT)
		gp_buf_printf(w->html, "<li style=\"list-style-type:'%.*s'\">",
		              GP_ARG(m->sign));
	else
		gp_buf_puts(w->html, "<li>");
	w->in_block = true;
}

/* Words that are set in under an item are its own, whoever broke the line. */
static bool
is_under_item(const struct writing *w, struct gp_str words)
{
	return w->n_lists > 0 &&
	       indent_of(words) > w->lists[w->n_lists - 1].indent;
}

static void
begin_paragraph(struct writing *w, struct gp_str words)
{
	bool under = is_under_item(w, words);

	if (!under)
		end_lists(w, 0);
	if (gp_letter_begins_rule(words))
		w->in_block = false;
	gp_buf_puts(w->html, !w->in_block ? "<p>" : under ? " " : "<br>");
	w->in_block = true;
}

/* What of a line are its words: all but the mark of an item. */
static struct gp_str
begin_line(struct writing *w, size_t i)
{
	struct gp_str words = w->lines->all[i].words;
	struct mark m = mark_of(words);

	if (is_item(w, i, &m)) {
		begin_item(w, &m);
		words = gp_str_sub(words, m.size, words.n);
	} else {
		m.kind = NO_MARK;
		begin_paragraph(w, words);
	}
	if (m.kind != NO_MARK || w->n_lists == 0)
		w->last = m;
	return words;
}

static void
put_line(struct writing *w, size_t i)
{
	const struct gp_letter_line *line = &w->lines->all[i];
	struct gp_str words = line->words;

	if (!line->joins)
		words = begin_line(w, i);
	else if (!line->glues)
		gp_buf_putc(w->html, ' ');
	gp_ref_escape(gp_str_trim(words), w->html);
}

/* One line each. */
static void
put_signature(const struct gp_letter_lines *lines, size_t i,
              struct gp_buf *signatures)
{
	if (i == 0 || !lines->all[i - 1].signature)
		gp_buf_puts(signatures, signatures->len ? "\n" : "");
	else
		gp_buf_putc(signatures, ' ');
	gp_buf_str(signatures, gp_str_trim(lines->all[i].words));
}

static void
put_lines(struct writing *w, struct gp_buf *signatures)
{
	const struct gp_letter_line *line;
	size_t i;

	for (i = 0; i < w->lines->n; i++) {
		line = &w->lines->all[i];
		if (line->signature) {
			w->in_block = false;
			put_signature(w->lines, i, signatures);
			continue;
		}
		set_depth(w, line->depth);
		if (line->blank)
			w->in_block = false;
		else
			put_line(w, i);
	}
	end_lists(w, 0);
	set_depth(w, 0);
}

bool
gp_letter_html(const struct gp_letter *l, struct gp_str text,
               struct gp_buf *html, struct gp_buf *signatures, struct gp_err *e)
{
	struct gp_letter_lines lines;
	struct writing w = { .lines = &lines, .html = html };

	if (!gp_letter_lines(l, text, &lines, e))
		return false;
	put_lines(&w, signatures);
	return gp_buf_ok(html, e) && gp_buf_ok(signatures, e);
}

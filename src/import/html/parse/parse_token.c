/* The tokenizer's loop: text is cut where a tag may begin and taken as it
   lies there; comments are passed over.  What a tag does to the tree, and
   how the text behind it is to be read, it is told and does not know. */
#include "import/html/parse/parse_scan.h"

#include <string.h>

enum { COMMENT_START = 4, CDATA_START = 9, CDATA_END = 3, DOCTYPE_START = 9 };

/* ---- comments and what is read as one ---- */

static uint32_t
find_byte(const struct gp_scan *s, char c, uint32_t from)
{
	const char *at =
		from < s->n ? memchr(s->p + from, c, s->n - from) : NULL;

	return at ? (uint32_t)(at - s->p) : s->n;
}

/* "-->" and "--!>", but not with dashes of the "<!--" at `from` - 4. */
static bool
ends_comment(const struct gp_scan *s, uint32_t from, uint32_t at)
{
	if (at >= from + 1 && s->p[at - 1] == '!')
		at--;
	return at >= from + 2 && s->p[at - 1] == '-' && s->p[at - 2] == '-';
}

static void
skip_comment(struct gp_scan *s)
{
	uint32_t from = s->at + COMMENT_START, end = find_byte(s, '>', from);

	if (end > from && !(end == from + 1 && s->p[from] == '-'))
		while (end < s->n && !ends_comment(s, from, end))
			end = find_byte(s, '>', end + 1);
	s->at = end < s->n ? end + 1 : s->n;
}

static void
skip_to_greater(struct gp_scan *s)
{
	uint32_t end = find_byte(s, '>', s->at);

	s->at = end < s->n ? end + 1 : s->n;
}

static bool
is_at(const struct gp_scan *s, struct gp_str what)
{
	return s->n - s->at >= what.n &&
	       gp_str_eq_nocase((struct gp_str){ s->p + s->at, what.n }, what);
}

static void
take_doctype(struct gp_scan *s, struct gp_html_token *t)
{
	uint32_t from = s->at + DOCTYPE_START, end = find_byte(s, '>', from);

	t->kind = GP_TOKEN_DOCTYPE;
	t->is_quirky = gp_doctype_is_quirky(
		(struct gp_str){ s->p + from, end - from }, end == s->n);
	s->at = end < s->n ? end + 1 : s->n;
}

static void
begin_cdata(struct gp_scan *s)
{
	struct gp_str all = { s->p, s->n };
	uint32_t end = find_byte(s, ']', s->at + CDATA_START);

	while (end < s->n &&
	       !gp_str_eq(gp_str_sub(all, end, end + CDATA_END), GP_STR("]]>")))
		end = find_byte(s, ']', end + 1);
	s->is_cdata = true;
	s->cdata_end = end;
	s->at += CDATA_START;
}

/* At "<!". */
static void
take_declaration(struct gp_scan *s, struct gp_html_token *t)
{
	t->kind = GP_TOKEN_COMMENT;
	if (is_at(s, GP_STR("<!--"))) {
		skip_comment(s);
	} else if (is_at(s, GP_STR("<!DOCTYPE"))) {
		take_doctype(s, t);
	} else if (s->is_foreign && s->n - s->at >= CDATA_START &&
	           memcmp(s->p + s->at, "<![CDATA[", CDATA_START) == 0) {
		begin_cdata(s);
	} else {
		skip_to_greater(s);
	}
}

/* ---- tags ---- */

/* The line of byte `at`; asked for in order. */
static uint32_t
line_at(struct gp_scan *s, uint32_t at)
{
	const char *p = s->p + s->counted, *end = s->p + at;

	while (p < end && (p = memchr(p, '\n', (size_t)(end - p)))) {
		s->line++;
		p++;
	}
	s->counted = at;
	return s->line;
}

/* What the file ends in is no tag. */
static void
take_tag(struct gp_scan *s, struct gp_html_token *t, uint32_t name_at)
{
	t->kind = name_at == s->at + 1 ? GP_TOKEN_START : GP_TOKEN_END;
	t->at = s->at;
	s->at = name_at;
	t->name = gp_scan_name(s, false);
	if (s->at < s->n && s->p[s->at] == '>')
		s->at++;
	else if (!gp_scan_attributes(s, t))
		t->kind = GP_TOKEN_END_OF_FILE;
	if (t->kind == GP_TOKEN_START)
		t->line = line_at(s, t->at);
}

/* At a '<' that gp_scan_is_markup(). */
static void
take_markup(struct gp_scan *s, struct gp_html_token *t)
{
	char c = s->p[s->at + 1];

	t->first = s->n_attributes;
	if (gp_is_alpha(c)) {
		take_tag(s, t, s->at + 1);
	} else if (c == '/' && gp_is_alpha(s->p[s->at + 2])) {
		take_tag(s, t, s->at + 2);
	} else if (c == '!') {
		take_declaration(s, t);
	} else {
		t->kind = GP_TOKEN_COMMENT;
		skip_to_greater(s);
	}
}

/* ---- the next token ---- */

static void
begin_text(struct gp_scan *s, struct gp_html_token *t)
{
	t->kind = GP_TOKEN_TEXT;
	t->at = s->at;
	t->line = line_at(s, s->at);
}

static void
take_nul(struct gp_scan *s, struct gp_html_token *t)
{
	begin_text(s, t);
	t->kind = GP_TOKEN_NUL;
	s->at++;
}

/* The next piece before the "]]>" that was found, which goes too; false when
   nothing stands before it. */
static bool
take_cdata(struct gp_scan *s, struct gp_html_token *t)
{
	uint32_t end = s->cdata_end;
	const char *nul;

	if (s->at == end) {
		s->is_cdata = false;
		s->at += end < s->n ? CDATA_END : 0;
		return false;
	}
	if (s->p[s->at] == '\0') {
		take_nul(s, t);
		return true;
	}
	begin_text(s, t);
	nul = memchr(s->p + s->at, '\0', end - s->at);
	t->is_copied = gp_scan_run(s, nul ? (uint32_t)(nul - s->p) : end,
	                           GP_CHAR_RAW, &t->text);
	return true;
}

/* All text up to an element's end tag; false when there is none. */
static bool
take_raw(struct gp_scan *s, struct gp_html_token *t)
{
	uint32_t end = gp_scan_raw_end(s);
	enum gp_scan_how how = s->how;

	s->how = GP_SCAN_DATA;
	if (s->at == end)
		return false;
	begin_text(s, t);
	t->is_raw = how == GP_SCAN_SCRIPT || how == GP_SCAN_VIEW;
	if (t->is_raw) {
		t->text = (struct gp_str){ s->p + s->at, end - s->at };
		s->at = end;
	} else {
		t->is_copied = gp_scan_run(
			s, end,
			how == GP_SCAN_RCDATA ? GP_CHAR_RCDATA : GP_CHAR_RAW,
			&t->text);
	}
	return true;
}

/* "</>" is nothing at all, not even a comment. */
static void
skip_empty_tags(struct gp_scan *s)
{
	while (s->n - s->at >= 3 && memcmp(s->p + s->at, "</>", 3) == 0)
		s->at += 3;
}

void
gp_scan_next(struct gp_scan *s, struct gp_html_token *t)
{
	*t = (struct gp_html_token){ .kind = GP_TOKEN_END_OF_FILE,
		                     .at = s->at };
	if (s->is_cdata && take_cdata(s, t))
		return;
	if (s->how != GP_SCAN_DATA && take_raw(s, t))
		return;
	skip_empty_tags(s);
	t->at = s->at;
	if (s->at >= s->n)
		return;
	if (s->p[s->at] == '<' && gp_scan_is_markup(s, s->at)) {
		take_markup(s, t);
	} else if (s->p[s->at] == '\0') {
		take_nul(s, t);
	} else {
		begin_text(s, t);
		t->is_copied = gp_scan_run(s, s->n, GP_CHAR_TEXT, &t->text);
	}
}

/* One content stream (ISO 32000-1, 7.8.2 and 14.6): which marked content it
   holds, and whether everything that paints is marked.  Operators are told
   by name; what they paint, and where, is not worked out. */
#include "verify/pdf/check_pdf.h"

enum { MAX_MARKS = 1 << 20, MAX_OPEN = 64 };

/* What marked content is for. */
enum role { PLAIN, TAGGED, ARTIFACT };

struct scan {
	struct gp_pdf *p;
	struct gp_pdf_page *page;
	struct gp_pdf_lexer lexer;
	enum role open[MAX_OPEN];
	size_t n_open, n_saved;
	bool in_text, bad, bare;
	struct gp_str names[2];    /* the last operands that are names */
	struct gp_pdf_value *dict; /* the last that is a dictionary */
};

static void
bad_content(struct scan *s, const char *why)
{
	if (!s->bad)
		gp_found(s->p->in, GP_CHECK_PDF_CONTENT,
		         gp_pdf_place(s->p, s->page->number), 0, "%s", why);
	s->bad = true;
}

/* ---- marked content ---- */

static void
note_mark(struct scan *s, int64_t mcid)
{
	struct gp_pdf_page *page = s->page;
	struct gp_arena *a = s->p->in->arena;
	struct gp_pdf_mark *marks;
	size_t size = page->n_marks, i;

	if (mcid >= MAX_MARKS) {
		bad_content(s, "an MCID is larger than is looked at");
		return;
	}
	if ((size_t)mcid >= size) {
		size = size * 2 > (size_t)mcid + 16 ? size * 2
		                                    : (size_t)mcid + 16;
		marks = gp_arena_array(a, size, sizeof *marks);
		if (!marks)
			return;
		for (i = 0; i < page->n_marks; i++)
			marks[i] = page->marks[i];
		page->marks = marks;
		page->n_marks = size;
	}
	if (page->marks[mcid].uses++ == 1)
		gp_found(s->p->in, GP_CHECK_PDF_MCID,
		         gp_pdf_place(s->p, page->number), 0,
		         "the page uses MCID %lld twice", (long long)mcid);
}

/* The properties: a dictionary here, or one of the resources. */
static struct gp_pdf_value *
properties_of(struct scan *s)
{
	struct gp_pdf_value *list;
	struct gp_arena *a = s->p->in->arena;

	if (s->dict)
		return s->dict;
	list = gp_pdf_find(s->p, s->page->resources, "Properties");
	return gp_pdf_find(s->p, list, gp_arena_str(a, s->names[1]).p);
}

static void
open_marked(struct scan *s, bool with_properties)
{
	enum role role = s->n_open ? s->open[s->n_open - 1] : PLAIN;
	struct gp_str tag =
		with_properties && !s->dict ? s->names[0] : s->names[1];
	int64_t mcid = -1;

	if (with_properties)
		mcid = gp_pdf_int(gp_pdf_raw(properties_of(s), "MCID"));
	if (mcid >= 0) {
		note_mark(s, mcid);
		if (role == ARTIFACT)
			bad_content(s, "tagged content lies in an artifact");
		role = TAGGED;
	} else if (gp_str_eq(tag, GP_STR("Artifact"))) {
		if (role == TAGGED)
			bad_content(s, "an artifact lies in marked content");
		role = ARTIFACT;
	}
	if (s->n_open == MAX_OPEN) {
		bad_content(s, "marked content is nested too deep");
		return;
	}
	s->open[s->n_open++] = role;
}

static void
op_bmc(struct scan *s)
{
	open_marked(s, false);
}

static void
op_bdc(struct scan *s)
{
	open_marked(s, true);
}

static void
op_emc(struct scan *s)
{
	if (s->n_open == 0)
		bad_content(s, "marked content ends that did not begin");
	else
		s->n_open--;
}

/* ---- state ---- */

static void
op_save(struct scan *s)
{
	s->n_saved++;
}

static void
op_restore(struct scan *s)
{
	if (s->n_saved == 0)
		bad_content(s, "Q stands without q");
	else
		s->n_saved--;
}

static void
op_begin_text(struct scan *s)
{
	if (s->in_text)
		bad_content(s, "BT stands in a text object");
	s->in_text = true;
}

static void
op_end_text(struct scan *s)
{
	if (!s->in_text)
		bad_content(s, "ET stands without BT");
	s->in_text = false;
}

/* ---- painting ---- */

static void
op_paint(struct scan *s)
{
	if (!s->bare && (s->n_open == 0 || s->open[s->n_open - 1] == PLAIN)) {
		gp_found(s->p->in, GP_CHECK_PDF_UNTAGGED,
		         gp_pdf_place(s->p, s->page->number), 0,
		         "the page paints what is neither tagged nor an "
		         "artifact");
		s->bare = true;
	}
}

static struct gp_pdf_value *
resource(struct scan *s, const char *kind)
{
	struct gp_pdf_value *list = gp_pdf_find(s->p, s->page->resources, kind);
	struct gp_str name = gp_arena_str(s->p->in->arena, s->names[1]);
	struct gp_pdf_value *v = gp_pdf_find(s->p, list, name.p);

	if (!v)
		gp_found(s->p->in, GP_CHECK_PDF_RESOURCE,
		         gp_pdf_place(s->p, s->page->number), 0,
		         "%.*s is not among the resources as %s", GP_ARG(name),
		         kind);
	return v;
}

/* A form with marked content of its own speaks for itself; its fonts are
   looked at wherever it is. */
static void
op_xobject(struct scan *s)
{
	struct gp_pdf_value *v = resource(s, "XObject");
	struct gp_str key;

	if (!v)
		return;
	if (!gp_pdf_raw(v, "StructParents"))
		op_paint(s);
	key = gp_pdf_key(s->p, v->number);
	if (!v->number || gp_map_find(&s->p->seen, key))
		return;
	gp_map_put(&s->p->seen, key, v);
	gp_pdf_fonts(s->p, gp_pdf_find(s->p, v, "Resources"));
}

static void
op_font(struct scan *s)
{
	(void)resource(s, "Font");
}

/* The bytes of a picture in the content are no tokens. */
static void
op_inline(struct scan *s)
{
	struct gp_str text = s->lexer.text;
	size_t at = s->lexer.at;

	op_paint(s);
	do {
		at = gp_str_find(text, GP_STR("EI"), at + 1);
	} while (at < text.n &&
	         !(gp_pdf_is_space(text.p[at - 1]) &&
	           (at + 2 >= text.n || gp_pdf_is_space(text.p[at + 2]))));
	if (at == text.n)
		bad_content(s, "a picture in the content does not end");
	s->lexer.at = at < text.n ? at + 2 : at;
}

static const struct {
	const char *name;
	void (*run)(struct scan *s);
} operators[] = {
	{ "Tj", op_paint },      { "TJ", op_paint },    { "Tf", op_font },
	{ "BDC", op_bdc },       { "EMC", op_emc },     { "q", op_save },
	{ "Q", op_restore },     { "f", op_paint },     { "S", op_paint },
	{ "BT", op_begin_text }, { "ET", op_end_text }, { "Do", op_xobject },
	{ "BMC", op_bmc },       { "'", op_paint },     { "\"", op_paint },
	{ "F", op_paint },       { "f*", op_paint },    { "B", op_paint },
	{ "B*", op_paint },      { "b", op_paint },     { "b*", op_paint },
	{ "s", op_paint },       { "sh", op_paint },    { "ID", op_inline },
};

static void
run(struct scan *s, struct gp_str word)
{
	size_t i;

	for (i = 0; i < sizeof operators / sizeof operators[0]; i++)
		if (gp_str_eq(word, gp_str(operators[i].name))) {
			operators[i].run(s);
			break;
		}
	s->names[0] = s->names[1] = (struct gp_str){ NULL, 0 };
	s->dict = NULL;
}

/* ---- the stream ---- */

static void
take_token(struct scan *s, struct gp_pdf_value *token, size_t start)
{
	if (token->type == GP_PDF_WORD) {
		run(s, token->text);
	} else if (token->type == GP_PDF_NAME) {
		s->names[0] = s->names[1];
		s->names[1] = token->text;
	} else if (token->type == GP_PDF_OPEN_DICT) {
		s->lexer.at = start;
		s->dict = gp_pdf_parse(&s->lexer);
		if (!s->dict)
			bad_content(s, "a dictionary is malformed");
	} else if (token->type == GP_PDF_BAD) {
		bad_content(s, "there is what is no operand or operator");
	}
}

/* Strings of text are not kept: they lie in an arena that goes. */
void
gp_pdf_content(struct gp_pdf *p, struct gp_pdf_page *page,
               struct gp_str content)
{
	struct gp_arena *a = gp_arena_new(4 * GP_MAX_CHECKED_STREAM);
	struct scan s = { .p = p, .page = page, .lexer = { a, content, 0 } };
	struct gp_pdf_value token;
	size_t start;

	if (!a) {
		(void)gp_fail(p->in->err, GP_NOMEM, "out of memory");
		return;
	}
	do {
		start = s.lexer.at;
		(void)gp_pdf_token(&s.lexer, &token);
		take_token(&s, &token, start);
	} while (token.type != GP_PDF_END && !s.bad);
	if (s.n_open || s.n_saved || s.in_text)
		bad_content(&s, "the page does not close what it opens");
	(void)gp_arena_ok(a, p->in->err);
	gp_arena_free(a);
}

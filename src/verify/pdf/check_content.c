/* One content stream (ISO 32000-1, 7.8.2 and 14.6): which marked content it
   holds, and whether everything that paints is marked.  Operators are told
   by name; what they paint, and where, is not worked out. */
#include "verify/pdf/foreign_pdf.h"

enum { MAX_MARKS = 1 << 20, MAX_OPEN = 64 };

/* What marked content is for. */
enum role { PLAIN, TAGGED, ARTIFACT };

struct scan {
	struct gp_pdf *p;
	struct gp_pdf_page *page;
	struct gp_str text;
	size_t at;
	enum role open[MAX_OPEN];
	size_t n_open, n_saved;
	bool in_text, bad, bare;
	struct gp_str names[2]; /* the last operands that are names */
	bool has_dict;          /* there is one that is a dictionary... */
	int64_t mcid;           /* ...and has this MCID; -1: none */
};

static void
bad_content(struct scan *s, const char *why)
{
	if (!s->bad)
		gp_pdf_found(s->p, GP_CHECK_PDF_CONTENT, s->page->number, "%s",
		             why);
	s->bad = true;
}

/* ---- marked content ---- */

/* Room for marks up to `mcid`; each new one is a step, so that few bytes do
   not ask for much. */
static bool
have_marks(struct scan *s, size_t mcid)
{
	struct gp_pdf_page *page = s->page;
	size_t size = page->n_marks, i;
	struct gp_pdf_mark *marks;

	if (mcid < size)
		return true;
	size = size * 2 > mcid + 16 ? size * 2 : mcid + 16;
	if (!gp_spend(s->p->in, size))
		return false;
	marks = gp_arena_array(s->p->in->arena, size, sizeof *marks);
	if (!marks)
		return false;
	for (i = 0; i < page->n_marks; i++)
		marks[i] = page->marks[i];
	page->marks = marks;
	page->n_marks = size;
	return true;
}

static void
note_mark(struct scan *s, int64_t mcid)
{
	if (mcid >= MAX_MARKS) {
		bad_content(s, "an MCID is larger than is looked at");
		return;
	}
	if (have_marks(s, (size_t)mcid) && s->page->marks[mcid].uses++ == 1)
		gp_pdf_found(s->p, GP_CHECK_PDF_MCID, s->page->number,
		             "the page uses MCID %lld twice", (long long)mcid);
}

/* In the properties: a dictionary here, or one of the resources. */
static int64_t
mcid_of(struct scan *s)
{
	struct gp_pdf_value *list;

	if (s->has_dict)
		return s->mcid;
	list = gp_pdf_find(s->p, s->page->resources, "Properties");
	list = gp_pdf_named(s->p, list, s->names[1]);
	return gp_pdf_int(gp_pdf_raw(s->p, list, "MCID"));
}

static void
open_marked(struct scan *s, bool with_properties)
{
	enum role role = s->n_open ? s->open[s->n_open - 1] : PLAIN;
	struct gp_str tag =
		with_properties && !s->has_dict ? s->names[0] : s->names[1];
	int64_t mcid = with_properties ? mcid_of(s) : -1;

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
		gp_pdf_found(s->p, GP_CHECK_PDF_UNTAGGED, s->page->number,
		             "the page paints what is neither tagged nor an "
		             "artifact");
		s->bare = true;
	}
}

static struct gp_pdf_value *
resource(struct scan *s, const char *kind)
{
	struct gp_pdf_value *list = gp_pdf_find(s->p, s->page->resources, kind);
	struct gp_pdf_value *v = gp_pdf_named(s->p, list, s->names[1]);

	if (!v)
		gp_pdf_found(s->p, GP_CHECK_PDF_RESOURCE, s->page->number,
		             "%.*s is not among the resources as %s",
		             GP_ARG(s->names[1]), kind);
	return v;
}

/* A form with marked content of its own speaks for itself; its fonts are
   looked at wherever it is. */
static void
op_xobject(struct scan *s)
{
	struct gp_pdf_value *v = resource(s, "XObject");

	if (!v)
		return;
	if (!gp_pdf_raw(s->p, v, "StructParents"))
		op_paint(s);
	if (gp_pdf_first_look(v))
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
	struct gp_str text = s->text;
	size_t at = s->at;

	op_paint(s);
	do {
		at = gp_str_find(text, GP_STR("EI"), at + 1);
	} while (at < text.n &&
	         !(gp_tokens_is_white(text.p[at - 1]) &&
	           (at + 2 >= text.n || gp_tokens_is_white(text.p[at + 2]))));
	if (at == text.n)
		bad_content(s, "a picture in the content does not end");
	s->at = at < text.n ? at + 2 : at;
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
		if (word.p[0] == operators[i].name[0] &&
		    gp_tokens_is(word, operators[i].name)) {
			operators[i].run(s);
			break;
		}
	s->names[0] = s->names[1] = (struct gp_str){ NULL, 0 };
	s->has_dict = false;
}

/* ---- the stream ---- */

/* A dictionary from `start` on: nothing of it is kept but its MCID. */
static void
take_dict(struct scan *s, size_t start)
{
	struct gp_tokens_walk w = { .text = s->text,
		                    .at = start,
		                    .foreign = true };
	struct gp_str token;
	enum gp_token kind;
	bool is_mcid = false;
	size_t n;

	s->has_dict = true;
	s->mcid = -1;
	do {
		kind = gp_tokens_step(&w, &token);
		if (is_mcid && kind == GP_TOKEN_NUMBER &&
		    gp_tokens_number(token, INT64_MAX, &n))
			s->mcid = (int64_t)n;
		is_mcid = kind == GP_TOKEN_KEY && w.depth == 1 && s->mcid < 0 &&
		          gp_tokens_is(token, "/MCID");
	} while (kind != GP_TOKEN_NONE && w.depth > 0);
	s->at = w.at;
	if (kind == GP_TOKEN_NONE)
		bad_content(s, "a dictionary is malformed");
}

static void
take_token(struct scan *s, struct gp_str token)
{
	enum gp_token kind = gp_tokens_kind(token);

	if (kind == GP_TOKEN_WORD) {
		run(s, token);
	} else if (kind == GP_TOKEN_NAME) {
		s->names[0] = s->names[1];
		s->names[1] = gp_pdf_name_of(s->p->in->arena, token);
	} else if (kind == GP_TOKEN_OPEN_DICT) {
		take_dict(s, (size_t)(token.p - s->text.p));
	}
}

void
gp_pdf_content(struct gp_pdf *p, struct gp_pdf_page *page,
               struct gp_str content)
{
	struct scan s = { .p = p, .page = page, .text = content };
	struct gp_str token;

	if (!gp_spend(p->in, content.n))
		return;
	do {
		token = gp_tokens_next(content, &s.at);
		take_token(&s, token);
	} while (token.n > 0 && !s.bad);
	if (s.at < content.n)
		bad_content(&s, "there is what is no operand or operator");
	if (s.n_open || s.n_saved || s.in_text)
		bad_content(&s, "the page does not close what it opens");
}

/* What is kept is taken over field by field: one that is added to documents
   stays out until somebody has thought about it.  An extract is words without
   their markup, since a link or a note may lead to what is not shown. */
#include "normalise/cut_doc.h"

#include "base/text/lang.h"
#include "base/text/uri.h"
#include "model/node_words.h"

/* Of an extract: a standfirst with a paragraph or two, as feeds have carried
   them; and never most of a text, however short it is. */
enum { EXTRACT_WORDS = 80, EXTRACT_PART = 2 };

static const struct gp_span nowhere = { 0, 0 };

/* ---- the sentence ---- */

static void
add_words(const struct gp_cutting *c, struct gp_node *to, struct gp_str words)
{
	(void)gp_node_append(to, gp_node_new_text(c->arena, words, nowhere));
}

static struct gp_node *
add_paragraph(const struct gp_cutting *c, struct gp_doc *doc)
{
	struct gp_node *p = gp_node_new(c->arena, GP_PARAGRAPH, nowhere);

	(void)gp_node_append(doc->body, p);
	return p;
}

static struct gp_node *
add_statement(const struct gp_cutting *c, struct gp_doc *doc)
{
	struct gp_node *p = add_paragraph(c, doc);
	struct gp_str lang = gp_labels_lang(c->labels);

	if (p && !gp_lang_is_same(doc->lang, lang))
		p->lang = lang;
	return p;
}

static struct gp_str
address_of(const struct gp_cutting *c, const struct gp_doc *doc)
{
	struct gp_buf url = { .max = 0 };
	struct gp_str is = GP_STR("");

	if (gp_url(doc->url.text, &url) && gp_web_scheme(gp_buf_view(&url)))
		is = gp_arena_str(c->arena, gp_buf_view(&url));
	gp_buf_free(&url);
	return is;
}

static void
add_link(const struct gp_cutting *c, struct gp_node *to, struct gp_str url,
         struct gp_str name)
{
	struct gp_node *link;

	if (url.n == 0) {
		add_words(c, to, name);
		return;
	}
	link = gp_node_new(c->arena, GP_LINK, nowhere);
	if (link)
		link->as.link.target = url;
	(void)gp_node_append(to, link);
	add_words(c, link, name);
}

/* "The text of this article is no longer shown here. Read this article at The
   Daily News." */
static void
add_where(const struct gp_cutting *c, struct gp_doc *doc)
{
	enum gp_word word =
		c->share == GP_SHARE_EXTRACT ? GP_W_REST_AT : GP_W_READ_AT;
	struct gp_str url = address_of(c, doc), name = doc->source.name;
	struct gp_node *p = add_statement(c, doc);

	if (name.n == 0)
		name = gp_web_authority(url);
	if (c->is_expired) {
		add_words(c, p, gp_word(c->labels, GP_W_NO_LONGER));
		add_words(c, p, GP_STR(" "));
	}
	if (name.n == 0) {
		if (!c->is_expired)
			add_words(c, p, gp_word(c->labels, GP_W_NOT_SHOWN));
		return;
	}
	add_words(c, p, gp_word(c->labels, word));
	add_words(c, p, GP_STR(" "));
	add_link(c, p, url, name);
	add_words(c, p, GP_STR("."));
}

/* ---- an extract ---- */

/* The bytes of the first `*most` words of `s`, which are taken off it. */
static size_t
cut_words(struct gp_str s, size_t *most)
{
	size_t i = 0, end = 0;

	while (i<s.n && * most> 0) {
		while (i < s.n && s.p[i] == ' ')
			i++;
		if (i == s.n)
			break;
		while (i < s.n && s.p[i] != ' ')
			i++;
		end = i;
		(*most)--;
	}
	return gp_str_trim(gp_str_sub(s, end, s.n)).n ? end : s.n;
}

static void
add_opening(const struct gp_cutting *c, struct gp_doc *doc, struct gp_str text,
            size_t *left)
{
	size_t end = cut_words(text, left);
	struct gp_node *p;

	if (end == 0)
		return;
	p = add_paragraph(c, doc);
	add_words(c, p, gp_arena_str(c->arena, gp_str_sub(text, 0, end)));
	if (end < text.n)
		add_words(c, p, GP_STR("…"));
}

static void
add_extract(const struct gp_cutting *c, struct gp_doc *doc,
            const struct gp_doc *whole)
{
	size_t left = gp_doc_words(whole) / EXTRACT_PART;
	struct gp_buf text = { .max = 0 };
	const struct gp_node *n;

	if (doc->standfirst.text.n)
		return;
	if (left > EXTRACT_WORDS)
		left = EXTRACT_WORDS;
	for (n = whole->body->first; n && left > 0; n = n->next) {
		if (n->kind != GP_PARAGRAPH)
			continue;
		gp_buf_clear(&text);
		gp_node_words(n, &text);
		add_opening(c, doc, gp_buf_view(&text), &left);
	}
	gp_buf_free(&text);
}

/* ---- the document ---- */

static void
keep_names(struct gp_doc *doc, const struct gp_doc *whole)
{
	doc->input = whole->input;
	doc->lang = whole->lang;
	doc->title = whole->title;
	doc->date = whole->date;
	doc->source = whole->source;
	doc->url = whole->url;
	doc->printed = whole->printed;
	doc->section = whole->section;
	doc->feed_id = whole->feed_id;
}

static void
keep_opening(struct gp_doc *doc, const struct gp_doc *whole)
{
	doc->standfirst = whole->standfirst;
	doc->byline = whole->byline;
}

static void
set_licence(const struct gp_cutting *c, struct gp_doc *doc)
{
	if (c->licence.n == 0)
		return;
	doc->licence.words = gp_arena_printf(
		c->arena, "%.*s%.*s%.*s",
		GP_ARG(gp_word(c->labels, GP_W_LICENCE)),
		GP_ARG(gp_word(c->labels, GP_W_COLON)), GP_ARG(c->licence));
	doc->licence.lang = gp_labels_lang(c->labels);
}

const struct gp_doc *
gp_cut_doc(const struct gp_cutting *c, const struct gp_doc *whole)
{
	struct gp_doc *doc = gp_arena_alloc(c->arena, sizeof *doc);

	if (!doc)
		return NULL;
	if (c->share == GP_SHARE_FULL) {
		*doc = *whole;
		doc->arena = NULL;
		set_licence(c, doc);
		return doc;
	}
	keep_names(doc, whole);
	doc->body = gp_node_new(c->arena, GP_BODY, nowhere);
	if (!doc->body)
		return NULL;
	doc->stands_in = c->share == GP_SHARE_LINK;
	if (c->share == GP_SHARE_EXTRACT) {
		keep_opening(doc, whole);
		add_extract(c, doc, whole);
	}
	add_where(c, doc);
	set_licence(c, doc);
	return doc;
}

const struct gp_doc *
gp_headline_doc(const struct gp_cutting *c, const struct gp_headline *of)
{
	struct gp_doc *doc = gp_arena_alloc(c->arena, sizeof *doc);

	if (!doc)
		return NULL;
	doc->title.text = of->title;
	doc->source.name = of->source;
	doc->url.text = of->address;
	doc->lang = of->lang;
	doc->date.date = of->published;
	return gp_cut_doc(c, doc);
}

const struct gp_doc *
gp_blank_doc(struct gp_arena *a)
{
	struct gp_doc *doc = gp_arena_alloc(a, sizeof *doc);

	if (doc)
		doc->body = gp_node_new(a, GP_BODY, nowhere);
	return doc && doc->body ? doc : NULL;
}

/* The other outputs of a run as links that say what comes: its kind, its size,
   its pages.  It has no file in hand, only what others told of theirs. */
#include "write/web/web_site.h"

#include "write/xhtml/page_elements.h"

enum { KILO = 1000, MEGA = 1000 * 1000 };

static const struct form_kind {
	const char *type, *name;
	enum gp_word use;
} kinds[] = {
	{ "application/epub+zip", "EPUB", GP_W_FOR_READERS },
	{ "application/pdf", "PDF", GP_W_FOR_PRINTING },
};

static const struct form_kind *
kind_of(const struct gp_made *m)
{
	size_t i;

	for (i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (gp_str_eq(gp_str(m->type), gp_str(kinds[i].type)))
			return &kinds[i];
	return NULL;
}

/* "230 KB", "1.2 MB", which no line breaks; no file has none. */
static struct gp_str
size_words(const struct gp_web *w, size_t bytes)
{
	const struct gp_labels *l = w->pack->labels;
	size_t tenths = (bytes + MEGA / 20) / (MEGA / 10);
	struct gp_str number;

	if (bytes < MEGA)
		return gp_word_number(l, GP_W_KILOBYTES,
		                      (bytes + KILO - 1) / KILO, w->arena);
	number = gp_arena_printf(w->arena, "%zu%.*s%zu", tenths / 10,
	                         GP_ARG(gp_word(l, GP_W_DECIMAL)), tenths % 10);
	return gp_word_with(l, GP_W_MEGABYTES, "n", number, w->arena);
}

void
gp_web_form(const struct gp_web *w, struct gp_xml *x, const struct gp_made *m,
            struct gp_str pack)
{
	const struct form_kind *kind = kind_of(m);

	if (!kind)
		return;
	gp_xml_text(x, GP_STR(" · "));
	gp_xml_open(x, "a");
	gp_xml_attr(x, "href", gp_web_way_to(w, m));
	gp_xml_attrz(x, "type", m->type);
	gp_xml_attr(
		x, "aria-label",
		gp_arena_printf(w->arena, "%s%.*s%.*s", kind->name,
	                        GP_ARG(gp_word(w->pack->labels, GP_W_COLON)),
	                        GP_ARG(pack)));
	gp_xhtml_name(x, gp_str(kind->name));
	gp_xml_close_full(x);
	gp_xml_text(x, gp_word(w->pack->labels, GP_W_COMMA));
	gp_xhtml_name(x, size_words(w, m->bytes));
}

/* "EPUB for reading apps and e-readers, 230 KB" */
static void
form(const struct gp_web *w, struct gp_xml *x, const struct gp_made *m)
{
	const struct form_kind *kind = kind_of(m);
	const struct gp_labels *l = w->pack->labels;

	gp_xml_open(x, "li");
	gp_xml_open(x, "a");
	gp_xml_attr(x, "href", gp_web_way_to(w, m));
	gp_xml_attrz(x, "type", m->type);
	gp_xhtml_name(x, gp_str(kind->name));
	gp_xml_close_full(x);
	gp_xml_text(x, GP_STR(" "));
	gp_xml_text(x, gp_word(l, kind->use));
	gp_xml_text(x, gp_word(l, GP_W_COMMA));
	if (m->pages) {
		gp_xhtml_count(x, l, GP_W_PRINTED_PAGES, m->pages);
		gp_xml_text(x, gp_word(l, GP_W_COMMA));
	}
	gp_xhtml_name(x, size_words(w, m->bytes));
	gp_xhtml_close(x);
}

static void
feed(const struct gp_web *w, struct gp_xml *x, const struct gp_made *m)
{
	gp_xml_open(x, "li");
	gp_xml_open(x, "a");
	gp_xml_attr(x, "href", gp_web_way_to(w, m));
	gp_xml_attrz(x, "type", m->type);
	gp_xml_text(x, m->title.n ? m->title
	                          : gp_word(w->pack->labels, GP_W_FEED));
	gp_xml_close_full(x);
	gp_xhtml_close(x);
}

static void
rows(const struct gp_web *w, struct gp_xml *x, bool feeds)
{
	const struct gp_made *m = w->job->made;
	size_t i;

	for (i = 0; i < w->job->n_made; i++)
		if (feeds && gp_web_is_feed(&m[i]))
			feed(w, x, &m[i]);
		else if (!feeds && kind_of(&m[i]))
			form(w, x, &m[i]);
}

void
gp_web_forms(const struct gp_web *w, struct gp_xml *x, enum gp_word heading)
{
	if (w->job->n_made == 0)
		return;
	gp_xml_open(x, "section");
	gp_xml_attrz(x, "class", "forms");
	gp_xml_attrz(x, "aria-labelledby", "forms");
	gp_xhtml_own_words(x, w->pack->labels, w->lang);
	gp_xml_text(x, GP_STR("\n"));
	gp_xml_open(x, "h2");
	gp_xml_attrz(x, "id", "forms");
	gp_xml_text(x, gp_word(w->pack->labels, heading));
	gp_xhtml_close(x);
	gp_xhtml_open(x, "ul");
	rows(w, x, false);
	rows(w, x, true);
	gp_xhtml_close(x);
	gp_xhtml_close(x);
}

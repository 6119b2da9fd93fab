/* One element, in another where the figure is a link.  Whether there is a file
   is for others to say. */
#include "write/xhtml/xhtml_figure.h"

#include "base/text/uri.h"
#include "wording/left_out_words.h"

/* A picture that has no words is not decoration: that it has none is said. */
static struct gp_str
words_for(const struct gp_node *figure, bool plain, const struct gp_labels *l)
{
	struct gp_str alt = gp_node_figure(figure)->alt;
	bool none = gp_str_trim(alt).n == 0;

	return none && !plain ? gp_word(l, GP_W_NO_ALT) : alt;
}

/* True when the figure leads somewhere, and its link is open. */
static bool
begin_lead(struct gp_xml *x, const struct gp_node *figure)
{
	struct gp_buf url = { .max = 0 };
	bool leads = gp_url(gp_node_figure(figure)->link, &url);

	if (leads) {
		gp_xml_open(x, "a");
		gp_xml_attr(x, "href", gp_buf_view(&url));
	}
	gp_xml_need_buf(x, &url);
	gp_buf_free(&url);
	return leads;
}

static void
put_missing(struct gp_xml *x, const struct gp_node *figure,
            const struct gp_labels *l)
{
	struct gp_buf words = { .max = 0 };

	gp_missing_put(figure, l, &words);
	gp_xml_text(x, gp_buf_view(&words));
	gp_xml_need_buf(x, &words);
	gp_buf_free(&words);
}

void
gp_xhtml_figure(struct gp_xml *x, const struct gp_node *figure,
                struct gp_str src, bool plain, const struct gp_labels *l)
{
	bool leads;

	if (src.n == 0) {
		gp_xml_open(x, "p");
		if (!plain)
			gp_xml_attrz(x, "class", "image");
	}
	leads = begin_lead(x, figure);
	if (src.n) {
		gp_xml_open(x, "img");
		gp_xml_attr(x, "src", src);
		gp_xml_attr(x, "alt", words_for(figure, plain, l));
		gp_xml_close(x);
	} else {
		put_missing(x, figure, l);
	}
	if (leads)
		gp_xml_close_full(x);
	if (src.n == 0)
		gp_xml_close_full(x);
}

/* At its end or, of an exhibit, before all else. */
const char *
gp_xhtml_caption_element(const struct gp_node *n)
{
	bool first = n->parent->kind == GP_EXHIBIT && !n->prev &&
	             n->parent->last->kind != GP_CAPTION;

	return !n->next || first ? "figcaption" : "p";
}

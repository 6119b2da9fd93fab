/* The frame of every page: its head, which lets it load nothing but its own
   style and pictures, the way past what repeats, the marking at top and foot,
   and the way back.  It knows no page by name but those that all lead to. */
#include "write/web/web_site.h"

#include "base/text/lang.h"
#include "write/xhtml/page_elements.h"
#include "write/xhtml/xhtml_related.h"

/* CSP 3.  frame-ancestors has no meaning here (3.3, "the meta element"): who
   may frame the pages is for the server to say. */
static const char policy[] = "default-src 'none'; style-src 'self'; "
			     "img-src 'self'; base-uri 'none'; "
			     "form-action 'none'";

struct gp_str
gp_web_title(const struct gp_web *w)
{
	struct gp_str title = w->pack->info.title;

	return title.n ? title : gp_word(w->pack->labels, GP_W_UNTITLED);
}

void
gp_web_article_name(const struct gp_web *w, size_t i, char out[GP_WEB_NAME])
{
	gp_web_page_name(w->pack->entries[i].uri, out);
}

struct gp_str
gp_web_way_to(const struct gp_web *w, const struct gp_made *made)
{
	const char *out = w->job->way_out ? w->job->way_out : "";

	return gp_arena_printf(w->arena, "%s%.*s", out, GP_ARG(made->path));
}

bool
gp_web_is_feed(const struct gp_made *made)
{
	static const char *const types[] = { "application/atom+xml",
		                             "application/feed+json",
		                             "application/opds+json", NULL };
	struct gp_str type = gp_str(made->type);

	/* What stands behind a semicolon tells kinds of one type apart. */
	return gp_str_among(
		gp_str_sub(type, 0, gp_str_find(type, GP_STR(";"), 0)), types);
}

/* ---- the head ---- */

static void
meta(struct gp_xml *x, const char *key, const char *name, const char *content)
{
	gp_xml_open(x, "meta");
	gp_xml_attrz(x, key, name);
	gp_xml_attrz(x, "content", content);
	gp_xml_close(x);
	gp_xml_text(x, GP_STR("\n"));
}

static void
head_link(struct gp_xml *x, const char *rel, const char *type,
          struct gp_str title, struct gp_str href)
{
	gp_xml_open(x, "link");
	gp_xml_attrz(x, "rel", rel);
	if (type)
		gp_xml_attrz(x, "type", type);
	if (title.n)
		gp_xml_attr(x, "title", title);
	gp_xml_attr(x, "href", href);
	gp_xml_close(x);
	gp_xml_text(x, GP_STR("\n"));
}

static void
feed_links(const struct gp_web *w, struct gp_xml *x)
{
	const struct gp_made *m = w->job->made;
	size_t i;

	for (i = 0; i < w->job->n_made; i++)
		if (gp_web_is_feed(&m[i]))
			head_link(x, "alternate", m[i].type,
			          m[i].title.n ? m[i].title : gp_web_title(w),
			          gp_web_way_to(w, &m[i]));
}

static void
write_title(const struct gp_web *w, struct gp_xml *x,
            const struct gp_web_frame *f)
{
	gp_xml_open(x, "title");
	gp_xml_text(x, f->title);
	if (!f->is_index) {
		gp_xml_text(x, GP_STR(" – "));
		gp_xml_text(x, gp_web_title(w));
	}
	gp_xhtml_close(x);
}

static void
write_head(const struct gp_web *w, struct gp_xml *x,
           const struct gp_web_frame *f)
{
	gp_xhtml_open(x, "head");
	gp_xml_open(x, "meta");
	gp_xml_attrz(x, "charset", "UTF-8");
	gp_xml_close(x);
	gp_xml_text(x, GP_STR("\n"));
	meta(x, "http-equiv", "Content-Security-Policy", policy);
	meta(x, "name", "viewport", "width=device-width, initial-scale=1");
	meta(x, "name", "referrer", "no-referrer");
	meta(x, "name", "color-scheme", "light dark");
	if (!w->pack->info.issue.for_public)
		meta(x, "name", "robots", "noindex, nofollow");
	if (f->onward.n)
		meta(x, "http-equiv", "refresh",
		     gp_arena_printf(w->arena, "0; url=%.*s", GP_ARG(f->onward))
		             .p);
	write_title(w, x, f);
	head_link(x, "stylesheet", NULL, GP_STR(""),
	          gp_arena_printf(w->arena, "%.*s" GP_WEB_STYLE,
	                          GP_ARG(w->common)));
	feed_links(w, x);
	gp_xhtml_close(x);
}

/* ---- round the text ---- */

/* In print it stands at the top of each sheet. */
static void
masthead(const struct gp_web *w, struct gp_xml *x, const struct gp_web_frame *f)
{
	if (f->is_index && w->pack->info.marking.n == 0)
		return;
	gp_xml_open(x, "header");
	gp_xml_attrz(x, "class", "masthead");
	gp_xhtml_other_lang(x, w->lang, f->lang);
	gp_xml_text(x, GP_STR("\n"));
	gp_xhtml_line(x, "p", "marking", w->pack->info.marking);
	if (!f->is_index) {
		gp_xml_open(x, "p");
		gp_xml_attrz(x, "class", "pack");
		gp_xml_open(x, "a");
		gp_xml_attrz(x, "href", GP_WEB_INDEX);
		gp_xhtml_name(x, gp_web_title(w));
		gp_xml_close_full(x);
		gp_xml_text(x, GP_STR(" "));
		gp_xhtml_date(x, &w->job->date, w->pack->labels);
		gp_xhtml_close(x);
	}
	gp_xhtml_close(x);
}

void
gp_web_open_page(const struct gp_web *w, struct gp_xml *x,
                 const struct gp_web_frame *f)
{
	gp_xml_html(x);
	gp_xml_raw(x, "<!DOCTYPE html>\n");
	gp_xml_open(x, "html");
	gp_xhtml_lang(x, f->lang);
	gp_xml_text(x, GP_STR("\n"));
	write_head(w, x, f);
	gp_xhtml_open(x, "body");
	gp_xml_open(x, "a");
	gp_xml_attrz(x, "class", "skip");
	gp_xml_attrz(x, "href", "#main");
	gp_xhtml_own_words(x, w->pack->labels, f->lang);
	gp_xml_text(x, gp_word(w->pack->labels, GP_W_SKIP));
	gp_xhtml_close(x);
	masthead(w, x, f);
	gp_xml_open(x, "main");
	gp_xml_attrz(x, "id", "main");
	gp_xml_text(x, GP_STR("\n"));
}

void
gp_web_close_page(const struct gp_web *w, struct gp_xml *x,
                  const struct gp_web_frame *f)
{
	gp_xhtml_close(x);
	gp_xml_open(x, "footer");
	gp_xml_attrz(x, "class", "foot");
	gp_xml_text(x, GP_STR("\n"));
	gp_xml_open(x, "p");
	gp_xml_attrz(x, "class", "about");
	gp_xhtml_own_words(x, w->pack->labels, f->lang);
	gp_xml_open(x, "a");
	gp_xml_attr(x, "href",
	            gp_arena_printf(w->arena, "%.*s" GP_WEB_ACCESSIBILITY,
	                            GP_ARG(w->common)));
	gp_xml_text(x, gp_word(w->pack->labels, GP_W_ACCESSIBILITY));
	gp_xml_close_full(x);
	gp_xhtml_close(x);
	gp_xhtml_line(x, "p", "marking", w->pack->info.marking);
	gp_xhtml_close(x);
	gp_xhtml_close(x);
	gp_xml_need_arena(x, w->arena);
}

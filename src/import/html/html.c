/*
 * HTML pages, as saved from a browser or written by a program: found by their
 * first tags, decoded, parsed, asked what they say about themselves, and cut
 * into blocks.  What a page would have fetched is counted, never fetched.
 */
#include "import/html/html.h"

#include "base/limits.h"
#include "import/guard/guard.h"
#include "import/html/page/html_address.h"
#include "import/html/tree/html_blocks.h"
#include "import/html/choose/html_body.h"
#include "import/html/page/html_charset.h"
#include "import/html/meta/html_meta.h"
#include "import/import.h"

#include <string.h>

enum {
	SNIFFED = 4096,     /* bytes that are looked at */
	FEW_TAGS = 3,       /* among them, without a doctype */
	OPINION_WORDS = 60, /* of a body that stands in the page's data only */
};

/* ---- sniffing ---- */

/* Behind a comment, which `<!-->` ends too (HTML 13.2.5.43), or behind an
   instruction. */
static struct gp_str
skip_mark(struct gp_str s)
{
	bool comment = gp_str_starts(s, GP_STR("<!--"));
	struct gp_str end = comment ? GP_STR("-->") : GP_STR(">");
	size_t at = gp_str_find(s, end, 2);

	return gp_str_sub(s, at + end.n, s.n);
}

static struct gp_str
skip_marks(struct gp_str s)
{
	if (gp_str_starts(s, GP_STR("\xEF\xBB\xBF")))
		s = gp_str_sub(s, 3, s.n);
	for (;;) {
		s = gp_str_trim(s);
		if (!gp_str_starts(s, GP_STR("<!--")) &&
		    !gp_str_starts(s, GP_STR("<?")))
			return s;
		s = skip_mark(s);
	}
}

static bool
begins_tag(struct gp_str s, const char *name)
{
	size_t n = strlen(name);
	char next = s.n > n + 1 ? s.p[n + 1] : ' ';

	return s.n > n && s.p[0] == '<' &&
	       gp_str_eq_nocase(gp_str_sub(s, 1, n + 1), gp_str(name)) &&
	       (gp_is_space(next) || next == '>' || next == '/');
}

static bool
begins_any(struct gp_str s, const char *const *names)
{
	for (; *names; names++)
		if (begins_tag(s, *names))
			return true;
	return false;
}

static bool
has_tag(struct gp_str s, const char *name)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if (s.p[i] == '<' && begins_tag(gp_str_sub(s, i, s.n), name))
			return true;
	return false;
}

/* Closing tags, and those that need none. */
static unsigned
count_tags(struct gp_str s)
{
	static const char *const single[] = { "p", "br", "hr", "li", NULL };
	unsigned n = 0;
	size_t i;

	for (i = 0; i + 2 < s.n; i++)
		n += s.p[i] == '<' &&
		     (s.p[i + 1] == '/'
		              ? gp_is_alpha(s.p[i + 2])
		              : begins_any(gp_str_sub(s, i, s.n), single));
	return n;
}

static int
sniff(const struct gp_source_bytes *source)
{
	static const char *const sure[] = { "html", "head", "body", NULL };
	static const char *const likely[] = {
		"meta", "title",   "link",       "script", "div",    "article",
		"main", "section", "header",     "table",  "center", "p",
		"h1",   "h2",      "style",      "base",   "nav",    "figure",
		"ul",   "ol",      "blockquote", "br",     "hr",     "font",
		"form", "aside",   "footer",     "dl",     "h3",     NULL,
	};
	/* A licence in a comment may be longer than what is looked at. */
	struct gp_str s = gp_str_sub(skip_marks(source->data), 0, SNIFFED);

	if (gp_str_eq_nocase(gp_str_sub(s, 0, 14), GP_STR("<!doctype html")))
		return 90;
	if (begins_any(s, sure))
		return 90;
	if (s.n == 0 || s.p[0] != '<')
		return 0;
	if (has_tag(s, "html") && has_tag(s, "head"))
		return 80;
	return begins_any(s, likely) && count_tags(s) >= FEW_TAGS ? 50 : 0;
}

/* ---- what a page would have fetched ---- */

struct fetched {
	size_t images, scripts, frames, styles, media;
};

static void
count_fetch(const struct gp_flat *d, uint32_t i, struct fetched *f)
{
	switch ((unsigned)gp_el_of(d, i)) {
	case GP_EL_IMG:
		f->images += gp_flat_has_attr(d, i, GP_N_SRC) ||
		             gp_flat_has_attr(d, i, GP_N_SRCSET);
		break;
	case GP_EL_SCRIPT:
		f->scripts += gp_flat_has_attr(d, i, GP_N_SRC);
		break;
	case GP_EL_IFRAME:
	case GP_EL_FRAME:
	case GP_EL_OBJECT:
	case GP_EL_EMBED:
		f->frames++;
		break;
	case GP_EL_LINK:
		f->styles += gp_str_eq_nocase(gp_flat_attr(d, i, GP_N_REL),
		                              GP_STR("stylesheet"));
		break;
	case GP_EL_VIDEO:
	case GP_EL_AUDIO:
		f->media++;
		break;
	default:
		break;
	}
}

static void
report_fetches(const struct gp_html *h)
{
	struct fetched f = { 0 };
	uint32_t i;

	for (i = 0; i < h->flat->n_nodes; i++)
		count_fetch(h->flat, i, &f);
	if (f.images + f.scripts + f.frames + f.styles + f.media)
		gp_diag_add(h->d, GP_NOTE, "would-fetch", h->name, 0,
		            "the page would have fetched %zu images, %zu "
		            "scripts, %zu frames, %zu style sheets, %zu films "
		            "or sounds (nothing was)",
		            f.images, f.scripts, f.frames, f.styles, f.media);
}

/* ---- reading ---- */

/* Frames and fragments have no body. */
static unsigned
body_of(const struct gp_flat *d)
{
	uint32_t i;

	for (i = 1; i < d->n_nodes; i = gp_flat_skip(d, i))
		if (gp_flat_is(d, i, GP_N_BODY))
			return i;
	return 0;
}

/* <base href>, else the page's own address, else where it was found. */
static void
find_base(struct gp_html *h)
{
	const struct gp_flat *d = h->flat;
	uint32_t i;
	struct gp_str href = GP_STR("");

	for (i = 0; i < d->n_nodes && href.n == 0; i++)
		if (gp_flat_is(d, i, GP_N_BASE))
			href = gp_flat_attr(d, i, GP_N_HREF);
	h->base = h->given_url.n ? h->given_url : h->url;
	h->base = gp_html_address(h, h->base);
	href = gp_html_address(h, href);
	if (href.n)
		h->base = href;
}

/* Some pages hold their text only as data, for a script to show. */
static bool
is_only_data(const struct gp_html *h, unsigned words)
{
	unsigned said = gp_count_words(h->article_body);

	return said > OPINION_WORDS && said / 2 > words;
}

/* One paragraph a line, where it is no HTML anyway. */
static bool
add_data(struct gp_html *h, struct gp_err *e)
{
	struct gp_str rest = h->article_body, line;
	struct gp_draft_block *b = h->draft->last;
	struct gp_buf html = { .max = GP_MAX_HTML_BYTES };
	bool ok;

	while (gp_str_split(&rest, '\n', &line)) {
		gp_buf_puts(&html, "<p>");
		gp_buf_str(&html, line);
	}
	ok = gp_buf_ok(&html, e) &&
	     gp_html_fragment(h->draft, h->name, gp_buf_view(&html), h->base,
	                      h->d, e);
	gp_buf_free(&html);
	for (b = b ? b->next : h->draft->first; ok && b; b = b->next) {
		b->path = GP_STR("articleBody of JSON-LD");
		if (b->tree)
			b->tree->path = b->path;
	}
	return ok;
}

static bool
read_body(struct gp_html *h, bool whole, struct gp_err *e)
{
	struct gp_html_page page = { .html = h,
		                     .flat = h->flat,
		                     .arena = h->arena,
		                     .root = body_of(h->flat) };
	unsigned words = 0;

	if (!gp_html_page_index(&page, e))
		return false;
	gp_html_open_panels(&page);
	if (!gp_html_page_sum(&page, e))
		return false;
	if (whole)
		return gp_html_choose_all(&page, e) &&
		       gp_html_add_blocks(&page, e);
	if (!gp_html_choose(&page, &words, e))
		return false;
	if (!is_only_data(h, words))
		return gp_html_add_blocks(&page, e);
	gp_html_choose_none(&page);
	return gp_html_add_blocks(&page, e) && add_data(h, e);
}

static bool
read_parsed(struct gp_html *h, struct gp_err *e)
{
	if (!gp_html_meta_read(h, e))
		return false;
	find_base(h);
	report_fetches(h);
	if (!read_body(h, false, e))
		return false;
	if (h->draft->n_blocks == 0)
		return gp_fail(
			e, GP_INPUT,
			"holds no text; take it away, or skip it in pack.yaml");
	return true;
}

static bool
read_fragment(struct gp_html *h, struct gp_err *e)
{
	find_base(h);
	return read_body(h, true, e);
}

static void
note_input(struct gp_draft *draft, const struct gp_decoded *in,
           struct gp_str bytes)
{
	draft->input.encoding = gp_str(in->encoding);
	draft->input.bom = in->bom;
	draft->input.final_newline = gp_str_ends(bytes, GP_STR("\n"));
	draft->input.controls_removed = in->controls_removed;
}

/* What `read` does with the nodes of `text`, which live no longer. */
static bool
with_nodes(struct gp_html *h, struct gp_str text, bool is_fragment,
           bool (*read)(struct gp_html *h, struct gp_err *e), struct gp_err *e)
{
	struct gp_flat_options options = { .is_fragment = is_fragment,
		                           .is_scripted = true };
	struct gp_flat *flat = NULL;
	bool ok;

	h->arena = gp_arena_new(GP_MAX_DOC_ARENA);
	if (!h->arena)
		return gp_fail(e, GP_NOMEM, "out of memory");
	h->classes.map.arena = h->arena;
	ok = gp_flat_parse(text, &options, h->arena, &flat, e);
	h->flat = flat;
	ok = ok && read(h, e) && gp_arena_ok(h->arena, e);
	gp_arena_free(h->arena);
	return ok;
}

static bool
read_html(const struct gp_source_bytes *source, struct gp_draft *draft,
          struct gp_diag *d, struct gp_err *e)
{
	struct gp_html h = { .draft = draft,
		             .d = d,
		             .name = source->name ? source->name : "",
		             .given_url = source->url,
		             .site = source->site };
	struct gp_decoded decoded = { .bom = false };
	bool ok;

	if (source->data.n > GP_MAX_HTML_BYTES)
		return gp_fail(e, GP_LIMIT, "is a page larger than %zu MiB",
		               GP_MAX_HTML_BYTES / GP_MIB);
	ok = gp_html_decode(source->data, &decoded, e);
	if (ok)
		note_input(draft, &decoded, source->data);
	ok = ok &&
	     with_nodes(&h, gp_buf_view(&decoded.text), false, read_parsed,
	                e) &&
	     gp_guard_html(draft, NULL, gp_buf_view(&decoded.text), false, e);
	gp_buf_free(&decoded.text);
	return ok;
}

bool
gp_html_fragment(struct gp_draft *draft, const char *name, struct gp_str html,
                 struct gp_str base, struct gp_diag *d, struct gp_err *e)
{
	struct gp_html h = {
		.draft = draft, .d = d, .name = name, .given_url = base
	};
	const struct gp_draft_block *last = draft->last;

	if (gp_str_trim(html).n == 0)
		return true;
	return with_nodes(&h, html, true, read_fragment, e) &&
	       gp_guard_html(draft, last, html, true, e);
}

const struct gp_importer gp_import_html = {
	.kind = "html",
	.suffixes = " .html .htm .xhtml ",
	.sniff = sniff,
	.read = read_html,
};

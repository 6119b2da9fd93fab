/*
 * What a page would have fetched from elsewhere, had a browser opened it: a
 * note for whoever reads it, since nothing is fetched here.  Which of it the
 * article needs is not known.
 */
#include "import/html/html_fetches.h"

#include "base/text/uri.h"
#include "import/html/page/html_tags.h"

struct fetched {
	size_t images, scripts, frames, styles, media;
};

/* Whether it leads away from the folder that the page was saved in: to a host,
   or to the root of one. */
static bool
leads_away(struct gp_str address)
{
	address = gp_str_trim(address);
	return gp_web_scheme(address) || gp_str_starts(address, GP_STR("/"));
}

static void
count_fetch(const struct gp_flat *d, uint32_t i, struct fetched *f)
{
	switch ((unsigned)gp_el_of(d, i)) {
	case GP_EL_IMG:
		f->images += leads_away(gp_flat_attr(d, i, GP_N_SRC)) ||
		             leads_away(gp_flat_attr(d, i, GP_N_SRCSET));
		break;
	case GP_EL_SCRIPT:
		f->scripts += leads_away(gp_flat_attr(d, i, GP_N_SRC));
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

/* "2 images", behind a comma where something stands before it. */
static void
put_count(struct gp_buf *out, size_t n, const char *what)
{
	if (n == 0)
		return;
	if (out->len > 0)
		gp_buf_str(out, GP_STR(", "));
	gp_buf_printf(out, "%zu ", n);
	gp_buf_str(out, gp_str(what));
	if (n == 1)
		return;
	gp_buf_putc(out, 's');
}

void
gp_html_note_fetches(const struct gp_html *h)
{
	struct gp_buf text = { .max = 200 };
	struct fetched f = { 0 };
	uint32_t i;

	for (i = 0; i < h->flat->n_nodes; i++)
		count_fetch(h->flat, i, &f);
	put_count(&text, f.images, "image");
	put_count(&text, f.scripts, "script");
	put_count(&text, f.frames, "frame");
	put_count(&text, f.styles, "style sheet");
	put_count(&text, f.media, "film or sound file");
	if (text.len > 0)
		gp_diag_add(h->d, GP_NOTE, "would-fetch", h->name, 0,
		            "in a browser the page would fetch %.*s; nothing "
		            "was fetched",
		            GP_ARG(gp_buf_view(&text)));
	gp_buf_free(&text);
}

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

void
gp_html_note_fetches(const struct gp_html *h)
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

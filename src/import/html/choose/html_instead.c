/* What servers, and what stands before them, call the pages that they send
   when there is none.  Only the page's title is asked; what the page says
   further is not looked at. */
#include "import/html/choose/html_instead.h"

#include "base/text/fold.h"

enum {
	MOST_WORDS = 120, /* of such a page: an excuse and where to go on */
	MOST_BESIDE = 5,  /* of its title: the site's name */
};

/* Folded: letters and digits, one space between words. */
static const char *const names[] = { "access denied",
	                             "access to this page has been denied",
	                             "acc\u00E8s refus\u00E9",
	                             "acceso denegado",
	                             "accesso negato",
	                             "acesso negado",
	                             "are you a robot",
	                             "attention required",
	                             "bad gateway",
	                             "bad request",
	                             "checking your browser",
	                             "error 403",
	                             "error 404",
	                             "error 500",
	                             "error 503",
	                             "fehler 404",
	                             "forbidden",
	                             "gateway timeout",
	                             "gateway time out",
	                             "human verification",
	                             "internal server error",
	                             "just a moment",
	                             "one moment please",
	                             "page cannot be found",
	                             "page does not exist",
	                             "page introuvable",
	                             "page no longer available",
	                             "page non trouv\u00E9e",
	                             "page not found",
	                             "page unavailable",
	                             "p\u00E1gina n\u00E3o encontrada",
	                             "p\u00E1gina no encontrada",
	                             "pagina non trovata",
	                             "pagina niet gevonden",
	                             "please verify you are human",
	                             "request blocked",
	                             "robot check",
	                             "security check",
	                             "seite nicht gefunden",
	                             "service temporarily unavailable",
	                             "service unavailable",
	                             "sidan hittades inte",
	                             "siden ble ikke funnet",
	                             "siden blev ikke fundet",
	                             "site under maintenance",
	                             "strona nie zosta\u0142a znaleziona",
	                             "too many requests",
	                             "unsupported browser",
	                             "verify you are human",
	                             "you have been blocked",
	                             "zugriff verweigert",
	                             NULL };

/* At a word's beginning, and up to a word's end. */
static bool
says(struct gp_str title, struct gp_str name)
{
	size_t at = gp_str_find(title, name, 0), end = at + name.n;

	if (at == title.n || (at && title.p[at - 1] != ' ') ||
	    (end < title.n && title.p[end] != ' '))
		return false;
	return gp_str_words(title) <= gp_str_words(name) + MOST_BESIDE;
}

static bool
is_name(struct gp_str title)
{
	size_t i;

	for (i = 0; names[i]; i++)
		if (says(title, gp_str(names[i])))
			return true;
	return false;
}

static bool
is_called_so(struct gp_str title)
{
	struct gp_buf folded = { .max = 0 };
	bool is;

	gp_fold_words(title, &folded);
	is = is_name(gp_str_trim(gp_buf_view(&folded)));
	gp_buf_free(&folded);
	return is;
}

/* What <title> says, not what was made of it. */
static struct gp_str
title_of(const struct gp_html_page *p)
{
	uint32_t text = p->title + 1;

	if (p->title == GP_FLAT_NONE || text >= p->flat->nodes[p->title].end)
		return GP_STR("");
	return gp_flat_is_text(p->flat, text) ? gp_flat_text(p->flat, text)
	                                      : GP_STR("");
}

void
gp_html_warn_instead(const struct gp_html_page *p, unsigned words)
{
	if (words > MOST_WORDS ||
	    (!is_called_so(title_of(p)) && !is_called_so(p->html->title)))
		return;
	gp_diag_add(p->html->d, GP_WARNING, "page-instead", p->html->name, 0,
	            "is called like a page that a server sends instead of an "
	            "article; look at it, and save the article again");
}

/* DOCTYPEs: which of them ask for the mode of old browsers, in which a table
   does not end a paragraph.  HTML Living Standard, 13.2.5.53 to 13.2.5.68 and
   13.2.6.4.1.  See parse_scan.h. */
#include "import/html/parse/parse_scan.h"

struct doctype {
	struct gp_str name, public, system;
	bool has_public, has_system;
	bool is_broken; /* the standard's force-quirks flag */
};

/* Starts of public identifiers, in small letters. */
static const char *const old[] = {
	"+//silmaril//dtd html pro v0r11 19970101//",
	"-//as//dtd html 3.0 aswedit + extensions//",
	"-//advasoft ltd//dtd html 3.0 aswedit + extensions//",
	"-//ietf//dtd html 2.0 level 1//",
	"-//ietf//dtd html 2.0 level 2//",
	"-//ietf//dtd html 2.0 strict level 1//",
	"-//ietf//dtd html 2.0 strict level 2//",
	"-//ietf//dtd html 2.0 strict//",
	"-//ietf//dtd html 2.0//",
	"-//ietf//dtd html 2.1e//",
	"-//ietf//dtd html 3.0//",
	"-//ietf//dtd html 3.2 final//",
	"-//ietf//dtd html 3.2//",
	"-//ietf//dtd html 3//",
	"-//ietf//dtd html level 0//",
	"-//ietf//dtd html level 1//",
	"-//ietf//dtd html level 2//",
	"-//ietf//dtd html level 3//",
	"-//ietf//dtd html strict level 0//",
	"-//ietf//dtd html strict level 1//",
	"-//ietf//dtd html strict level 2//",
	"-//ietf//dtd html strict level 3//",
	"-//ietf//dtd html strict//",
	"-//ietf//dtd html//",
	"-//metrius//dtd metrius presentational//",
	"-//microsoft//dtd internet explorer 2.0 html strict//",
	"-//microsoft//dtd internet explorer 2.0 html//",
	"-//microsoft//dtd internet explorer 2.0 tables//",
	"-//microsoft//dtd internet explorer 3.0 html strict//",
	"-//microsoft//dtd internet explorer 3.0 html//",
	"-//microsoft//dtd internet explorer 3.0 tables//",
	"-//netscape comm. corp.//dtd html//",
	"-//netscape comm. corp.//dtd strict html//",
	"-//o'reilly and associates//dtd html 2.0//",
	"-//o'reilly and associates//dtd html extended 1.0//",
	"-//o'reilly and associates//dtd html extended relaxed 1.0//",
	"-//sq//dtd html 2.0 hotmetal + extensions//",
	"-//softquad software//dtd hotmetal pro 6.0::19990601::"
	"extensions to html 4.0//",
	"-//softquad//dtd hotmetal pro 4.0::19971010::extensions to html 4.0//",
	"-//spyglass//dtd html 2.0 extended//",
	"-//sun microsystems corp.//dtd hotjava html//",
	"-//sun microsystems corp.//dtd hotjava strict html//",
	"-//w3c//dtd html 3 1995-03-24//",
	"-//w3c//dtd html 3.2 draft//",
	"-//w3c//dtd html 3.2 final//",
	"-//w3c//dtd html 3.2//",
	"-//w3c//dtd html 3.2s draft//",
	"-//w3c//dtd html 4.0 frameset//",
	"-//w3c//dtd html 4.0 transitional//",
	"-//w3c//dtd html experimental 19960712//",
	"-//w3c//dtd html experimental 970421//",
	"-//w3c//dtd w3 html//",
	"-//w3o//dtd w3 html 3.0//",
	"-//webtechs//dtd mozilla html 2.0//",
	"-//webtechs//dtd mozilla html//",
	NULL,
};

static const char *const old_whole[] = {
	"-//w3o//dtd w3 html strict 3.0//en//",
	"-/w3c/dtd html 4.0 transitional/en",
	"html",
	NULL,
};

/* Only without a system identifier. */
static const char *const old_alone[] = {
	"-//w3c//dtd html 4.01 frameset//",
	"-//w3c//dtd html 4.01 transitional//",
	NULL,
};

static bool
starts_nocase(struct gp_str s, struct gp_str start)
{
	return gp_str_eq_nocase(gp_str_sub(s, 0, start.n), start);
}

static bool
starts_with_one(struct gp_str s, const char *const *starts)
{
	for (; *starts; starts++)
		if (starts_nocase(s, gp_str(*starts)))
			return true;
	return false;
}

static bool
is_one(struct gp_str s, const char *const *all)
{
	for (; *all; all++)
		if (gp_str_eq_nocase(s, gp_str(*all)))
			return true;
	return false;
}

static void
skip_space(struct gp_str *s)
{
	while (s->n && gp_char_in(s->p[0], GP_CHAR_SPACE))
		*s = gp_str_sub(*s, 1, s->n);
}

/* What stands in quotation marks; without the second, the rest. */
static bool
take_quoted(struct gp_str *s, struct gp_str *out, bool *is_broken)
{
	char quote;
	size_t end;

	skip_space(s);
	quote = s->n ? s->p[0] : '\0';
	if (quote != '"' && quote != '\'')
		return false;
	for (end = 1; end < s->n && s->p[end] != quote; end++)
		;
	*out = gp_str_sub(*s, 1, end);
	*is_broken |= end == s->n;
	*s = gp_str_sub(*s, end + 1, s->n);
	return true;
}

static void
take_ids(struct gp_str s, struct doctype *d)
{
	bool is_public = starts_nocase(s, GP_STR("public"));

	if (!is_public && !starts_nocase(s, GP_STR("system"))) {
		d->is_broken = true;
		return;
	}
	s = gp_str_sub(s, 6, s.n);
	if (is_public)
		d->has_public = take_quoted(&s, &d->public, &d->is_broken);
	if (is_public && !d->has_public) {
		d->is_broken = true;
		return;
	}
	d->has_system = take_quoted(&s, &d->system, &d->is_broken);
	if (!d->has_system && (s.n || !is_public))
		d->is_broken = true;
}

bool
gp_doctype_is_quirky(struct gp_str s, bool is_cut)
{
	struct doctype d = { .is_broken = is_cut };
	size_t end = 0;

	skip_space(&s);
	while (end < s.n && !gp_char_in(s.p[end], GP_CHAR_SPACE))
		end++;
	d.name = gp_str_sub(s, 0, end);
	s = gp_str_sub(s, end, s.n);
	skip_space(&s);
	if (s.n)
		take_ids(s, &d);
	if (d.is_broken || !gp_str_eq_nocase(d.name, GP_STR("html")))
		return true;
	if (d.has_public &&
	    (is_one(d.public, old_whole) || starts_with_one(d.public, old)))
		return true;
	if (d.has_public && !d.has_system)
		return starts_with_one(d.public, old_alone);
	return d.has_system &&
	       gp_str_eq_nocase(d.system,
	                        GP_STR("http://www.ibm.com/data/dtd/v11/"
	                               "ibmxhtml1-transitional.dtd"));
}

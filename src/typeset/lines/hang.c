/* A table of marks and of how far they hang, and how wide that is in the
   face and size they stand in.  Only justified lines are asked about; where
   a line begins and ends is told by whoever set it. */
#include "typeset/lines/hang.h"

/* Thousandths of its own width that a mark hangs out of the left and of the
   right edge: the default of the LaTeX package microtype (R. Schlicht,
   microtype.dtx 2024, "Character protrusion", settings `default` and
   `T1-default`), which takes the most moderate values of all its fonts. */
enum { HANG_HYPHEN = 500 };

struct hanging_mark {
	const char *text;
	int left, right;
};

static const struct hanging_mark marks[] = {
	{ ".", 0, 700 },
	{ ",", 0, 500 },
	{ "-", HANG_HYPHEN, HANG_HYPHEN },
	{ ":", 0, 500 },
	{ ";", 0, 300 },
	{ "!", 0, 100 },
	{ "?", 0, 100 },
	{ "(", 100, 0 },
	{ ")", 0, 200 },
	{ "\"", 300, 300 }, /* as the round ones */
	{ "'", 300, 400 },
	{ "\xE2\x80\x98", 300, 400 }, /* single quotes */
	{ "\xE2\x80\x99", 300, 400 },
	{ "\xE2\x80\x9C", 300, 300 }, /* double quotes */
	{ "\xE2\x80\x9D", 300, 300 },
	{ "\xC2\xAB", 200, 200 }, /* guillemets */
	{ "\xC2\xBB", 200, 200 },
	{ "\xE2\x80\x93", 200, 200 }, /* en dash */
	{ "\xE2\x80\x94", 150, 150 }, /* em dash */
};

static gp_len
part_of(const struct gp_run *run, gp_len size, int thousandths)
{
	return (gp_len)((int64_t)gp_run_width(run, size) * thousandths / 1000);
}

static gp_len
width_of(struct gp_measure *m, const struct gp_para *p, uint32_t at,
         struct gp_str text, int thousandths)
{
	const struct gp_voice *v = &gp_para_span(p, at)->voice;

	/* A raised number at a line's end stays where it is. */
	if (thousandths == 0 || v->rise || v->added)
		return 0;
	return part_of(gp_measure_run(m, v->face, text), v->size, thousandths);
}

gp_len
gp_hang_left(struct gp_measure *m, const struct gp_para *p, uint32_t at)
{
	struct gp_str rest = gp_str_sub(p->text, at, p->text.n);
	size_t i;

	/* Most lines begin and end in letters: those are not looked for. */
	if (p->align != GP_ALIGN_JUSTIFY || p->verbatim || rest.n == 0 ||
	    gp_is_alnum(rest.p[0]))
		return 0;
	for (i = 0; i < sizeof marks / sizeof *marks; i++)
		if (gp_str_starts(rest, gp_str(marks[i].text)))
			return width_of(m, p, at, gp_str(marks[i].text),
			                marks[i].left);
	return 0;
}

gp_len
gp_hang_right(struct gp_measure *m, const struct gp_para *p, uint32_t to,
              bool hyphen)
{
	struct gp_str line = gp_str_sub(p->text, 0, to);
	const struct gp_voice *v;
	const struct gp_run *run;
	size_t i;

	if (p->align != GP_ALIGN_JUSTIFY || p->verbatim || to == 0)
		return 0;
	if (hyphen) {
		v = &gp_para_span(p, to - 1)->voice;
		run = gp_measure_hyphen(m, v->face);
		return run ? part_of(run, v->size, HANG_HYPHEN) : 0;
	}
	if (gp_is_alnum(p->text.p[to - 1]))
		return 0;
	for (i = 0; i < sizeof marks / sizeof *marks; i++)
		if (gp_str_ends(line, gp_str(marks[i].text)))
			return width_of(m, p, to - 1, gp_str(marks[i].text),
			                marks[i].right);
	return 0;
}

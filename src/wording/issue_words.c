/* Patterns filled with what pack.yaml gives, and the parts joined by a dot.
   Names and numbers stand as they were written; which of these lines an
   output shows, and where, is its own matter. */
#include "wording/issue_words.h"

#include "wording/day_words.h"
#include "wording/line_parts.h"

#include <stdlib.h>

/* "UTC", "UTC+1", "UTC−03:30" with the sign for minus */
static void
put_zone(const struct gp_date *moment, struct gp_buf *out)
{
	int hours = abs(moment->zone) / 60, minutes = abs(moment->zone) % 60;
	const char *sign = moment->zone < 0 ? "\xE2\x88\x92" : "+";

	gp_buf_puts(out, "UTC");
	if (minutes)
		gp_buf_printf(out, "%s%02d:%02d", sign, hours, minutes);
	else if (hours)
		gp_buf_printf(out, "%s%d", sign, hours);
}

void
gp_clock_put(const struct gp_date *moment, struct gp_buf *out)
{
	gp_buf_printf(out, "%02d:%02d", moment->hour, moment->minute);
	if (!moment->has_zone)
		return;
	gp_buf_putc(out, ' ');
	put_zone(moment, out);
}

/* ---- when ---- */

static bool
is_on(const struct gp_date *moment, const struct gp_date *day)
{
	return day->precision < GP_DAY ||
	       (moment->year == day->year && moment->month == day->month &&
	        moment->day == day->day);
}

/* "07:00 UTC"; of another day "9 November 2015, 07:00 UTC". */
static struct gp_str
moment_words(const struct gp_labels *l, const struct gp_date *moment,
             const struct gp_date *day, struct gp_arena *a)
{
	struct gp_buf out = { .max = 0 };

	if (!is_on(moment, day)) {
		gp_day_put(l, moment, &out);
		gp_buf_str(&out, gp_word(l, GP_W_COMMA));
	}
	gp_clock_put(moment, &out);
	return gp_arena_buf(a, &out);
}

static void
put_moments(const struct gp_pack *pack, const struct gp_date *day,
            struct gp_arena *a, struct gp_buf *out)
{
	const struct gp_issued *issued = &pack->info.issued;
	bool at = issued->at.precision != GP_NO_DATE;
	bool checked = issued->checked.precision != GP_NO_DATE;
	struct gp_hole holes[] = { { "time", GP_STR("") },
		                   { "checked", GP_STR("") } };

	if (!at && !checked)
		return;
	if (checked)
		holes[1].words = moment_words(pack->labels, &issued->checked,
		                              at ? &issued->at : day, a);
	holes[0].words = at ? moment_words(pack->labels, &issued->at, day, a)
	                    : holes[1].words;
	gp_buf_puts(out, out->len ? GP_LINE_DOT : "");
	gp_word_fill(pack->labels,
	             !checked ? GP_W_ISSUED_AT
	             : at     ? GP_W_ISSUED_AND_CHECKED
	                      : GP_W_CHECKED_AT,
	             holes, sizeof holes / sizeof *holes, out);
}

struct gp_str
gp_issue_line(const struct gp_pack *pack, const struct gp_date *day,
              struct gp_arena *a)
{
	struct gp_buf out = { .max = 0 };

	gp_line_put(&out, pack->labels, pack->info.issued.edition);
	put_moments(pack, day, a, &out);
	return gp_arena_buf(a, &out);
}

/* ---- for whom, and by what right ---- */

struct gp_str
gp_issue_readers(const struct gp_pack *pack, struct gp_arena *a)
{
	const struct gp_issued *issued = &pack->info.issued;
	struct gp_buf names = { .max = 0 };
	size_t i;

	if (issued->n_to == 0)
		return GP_STR("");
	for (i = 0; i < issued->n_to; i++) {
		if (i)
			gp_buf_str(&names, gp_word(pack->labels, GP_W_COMMA));
		gp_line_put(&names, pack->labels, issued->to[i]);
	}
	return gp_word_with(pack->labels, GP_W_FOR_WHOM, "names",
	                    gp_arena_buf(a, &names), a);
}

/* The pattern filled, behind what stands before it. */
static void
put_part(const struct gp_labels *l, enum gp_word pattern, struct gp_str n,
         struct gp_buf *out)
{
	const struct gp_hole hole = { "n", n };

	if (n.n == 0)
		return;
	gp_buf_puts(out, out->len ? GP_LINE_DOT : "");
	gp_word_fill(l, pattern, &hole, 1, out);
}

struct gp_str
gp_issue_licence(const struct gp_pack *pack, struct gp_arena *a)
{
	const struct gp_press_licence *said = &pack->info.issued.licence;
	struct gp_buf out = { .max = 0 };

	gp_line_put(&out, pack->labels, said->name);
	put_part(pack->labels, GP_W_LICENCE_NUMBER, said->number, &out);
	if (said->copies)
		put_part(pack->labels, GP_W_LICENCE_COPIES,
		         gp_arena_printf(a, "%ld", said->copies), &out);
	return gp_arena_buf(a, &out);
}

void
gp_printed_place_put(const struct gp_doc *doc, const struct gp_labels *l,
                     struct gp_buf *out)
{
	struct gp_buf words = { .max = out->max };

	put_part(l, GP_W_PRINTED_ON_PAGE, doc->printed.page, &words);
	put_part(l, GP_W_CIRCULATION, doc->printed.circulation, &words);
	gp_buf_str(out, gp_buf_view(&words));
	gp_buf_inherit(out, &words);
	gp_buf_free(&words);
}

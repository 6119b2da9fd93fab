/* A pattern for what is given, filled with the day, the month's name and the
   year.  The names stand in the files of words; no calendar is reckoned. */
#include "wording/day_words.h"

#include <stdio.h>

static void
fill_day(const struct gp_labels *l, const struct gp_date *d,
         enum gp_word pattern, enum gp_word months, struct gp_buf *out)
{
	char day[16], year[16];
	struct gp_hole holes[] = {
		{ "day", GP_STR("") },
		{ "month", GP_STR("") },
		{ "year", GP_STR("") },
	};

	(void)snprintf(day, sizeof day, "%d", d->day);
	(void)snprintf(year, sizeof year, "%d", d->year);
	holes[0].words = d->day == 1 ? gp_word(l, GP_W_FIRST_DAY) : gp_str(day);
	holes[1].words = gp_word(l, (enum gp_word)((int)months + d->month - 1));
	holes[2].words = gp_str(year);
	gp_word_fill(l, pattern, holes, sizeof holes / sizeof *holes, out);
}

void
gp_day_put(const struct gp_labels *l, const struct gp_date *d,
           struct gp_buf *out)
{
	if (d->precision >= GP_DAY)
		fill_day(l, d, GP_W_DAY_MONTH_YEAR, GP_W_MONTH_1, out);
	else if (d->precision == GP_MONTH)
		fill_day(l, d, GP_W_MONTH_YEAR, GP_W_ALONE_1, out);
	else if (d->precision == GP_YEAR)
		gp_buf_printf(out, "%d", d->year);
}

void
gp_day_fill(const struct gp_labels *l, enum gp_word pattern,
            const struct gp_date *d, struct gp_buf *out)
{
	struct gp_buf day = { .max = out->max };
	struct gp_hole hole = { "day", GP_STR("") };

	gp_day_put(l, d, &day);
	hole.words = gp_buf_view(&day);
	gp_word_fill(l, pattern, &hole, 1, out);
	gp_buf_inherit(out, &day);
	gp_buf_free(&day);
}

struct gp_str
gp_day_words(const struct gp_labels *l, const struct gp_date *d,
             struct gp_arena *a)
{
	struct gp_buf out = { .max = 0 };

	gp_day_put(l, d, &out);
	return gp_arena_buf(a, &out);
}

struct gp_str
gp_day_of_year(const struct gp_labels *l, const struct gp_date *d,
               struct gp_arena *a)
{
	struct gp_buf out = { .max = 0 };

	if (d->precision >= GP_DAY)
		fill_day(l, d, GP_W_DAY_MONTH, GP_W_MONTH_1, &out);
	else
		gp_day_put(l, d, &out);
	return gp_arena_buf(a, &out);
}

struct gp_str
gp_day_brief(const struct gp_labels *l, const struct gp_date *d, bool year,
             struct gp_arena *a)
{
	struct gp_buf out = { .max = 0 };

	if (d->precision >= GP_DAY)
		fill_day(l, d, year ? GP_W_DAY_MONTH_YEAR : GP_W_DAY_MONTH,
		         GP_W_SHORT_1, &out);
	else
		gp_day_put(l, d, &out);
	return gp_arena_buf(a, &out);
}

/* Days are those of UTC, as the ledger has its times: with a licence of 28 days
   what went out on the 1st is gone on the 29th, whatever the hour.  Whether any
   of the text is served is not known here. */
#include "series/known/expiry.h"

#include "pack/editor/share.h"

enum { A_DAY = 24 * 60 * 60 }; /* s */

void
gp_expiry_day(const struct gp_seriesfile *series, struct gp_str source,
              struct gp_str first, char out[GP_DATE_TEXT])
{
	const struct gp_series_source *row = gp_share_row(series, source);
	struct gp_date day;

	out[0] = '\0';
	if (!row || !row->days || !gp_date_parse(first, &day) ||
	    !gp_date_from_seconds(gp_date_seconds(&day) + row->days * A_DAY,
	                          &day))
		return;
	day.precision = GP_DAY;
	gp_date_iso(&day, out);
}

bool
gp_has_expired(const struct gp_seriesfile *series, struct gp_str source,
               struct gp_str first, const struct gp_date *now)
{
	struct gp_date today = *now;
	char day[GP_DATE_TEXT], is[GP_DATE_TEXT];

	gp_expiry_day(series, source, first, day);
	today.precision = GP_DAY;
	gp_date_iso(&today, is);
	return day[0] && gp_str_cmp(gp_str(day), gp_str(is)) <= 0;
}

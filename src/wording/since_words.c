/* Days and times are written as short as the pack's own day allows: whoever
   reads it knows which day it is of.  Where all articles are new they are
   listed no second time.  It counts nothing but that. */
#include "wording/since_words.h"

#include "wording/words.h"

#include <stdio.h>
#include <stdlib.h>

/* ---- days and times ---- */

/* "9 November", with its year where `other` is of another one. */
static void
short_day(const struct gp_date *day, const struct gp_date *other,
          char out[GP_DATE_TEXT])
{
	struct gp_str all;

	gp_date_long(day, out);
	all = gp_str(out);
	if (day->precision < GP_DAY || other->precision == GP_NO_DATE ||
	    day->year != other->year)
		return;
	while (all.n && all.p[all.n - 1] != ' ')
		all.n--;
	if (all.n)
		out[all.n - 1] = '\0';
}

static bool
is_day_of(const struct gp_date *moment, const struct gp_date *day)
{
	return day->precision < GP_DAY ||
	       (moment->year == day->year && moment->month == day->month &&
	        moment->day == day->day);
}

/* "UTC", "UTC+1", "UTC-03:30" */
static void
zone_text(const struct gp_date *moment, char out[GP_DATE_TEXT])
{
	int zone = moment->has_zone ? moment->zone : 0;
	int hours = abs(zone) / 60, minutes = abs(zone) % 60;

	if (zone == 0)
		(void)snprintf(out, GP_DATE_TEXT, "UTC");
	else if (minutes == 0)
		(void)snprintf(out, GP_DATE_TEXT, "UTC%c%d",
		               zone < 0 ? '-' : '+', hours);
	else
		(void)snprintf(out, GP_DATE_TEXT, "UTC%c%02d:%02d",
		               zone < 0 ? '-' : '+', hours, minutes);
}

/* ---- marks ---- */

struct gp_str
gp_since_state_mark(enum gp_entry_state state, const struct gp_date *first,
                    const struct gp_date *pack_day, struct gp_arena *a)
{
	char day[GP_DATE_TEXT];

	switch (state) {
	case GP_ENTRY_NEW:
		return gp_word(GP_W_NEW);
	case GP_ENTRY_CORRECTED:
		return gp_word(GP_W_CORRECTED);
	case GP_ENTRY_CARRIED:
		if (first->precision == GP_NO_DATE)
			return gp_word(GP_W_CARRIED);
		short_day(first, pack_day, day);
		return gp_arena_printf(a, "%s %s", gp_word(GP_W_CARRIED_FROM).p,
		                       day);
	case GP_ENTRY_UNSAID:
	case GP_ENTRY_STATES:
		break;
	}
	return GP_STR("");
}

/* "New at 08:40" */
static struct gp_str
late_mark(const struct gp_since *since, struct gp_arena *a)
{
	return gp_arena_printf(a, "%s %02d:%02d", gp_word(GP_W_NEW_AT).p,
	                       since->moment.hour, since->moment.minute);
}

struct gp_str
gp_since_mark(const struct gp_pack *pack, size_t i, struct gp_arena *a)
{
	const struct gp_entry *entry = &pack->entries[i];

	if (gp_since_in_group(pack, i, GP_SINCE_LATE))
		return late_mark(&pack->since, a);
	return gp_since_state_mark(entry->state, &entry->first,
	                           &pack->info.date, a);
}

/* ---- counts ---- */

static void
add_count(struct gp_buf *out, size_t n, enum gp_word word)
{
	if (n == 0)
		return;
	if (out->len)
		gp_buf_puts(out, ", ");
	gp_buf_printf(out, "%zu %s", n, gp_word(word).p);
}

/* "3 added, 1 corrected"; nothing when nothing is */
static struct gp_str
counts(const struct gp_changes *c, struct gp_arena *a)
{
	struct gp_buf out = { .max = 0 };

	add_count(&out, c->added, GP_W_COUNT_ADDED);
	add_count(&out, c->corrected, GP_W_COUNT_CORRECTED);
	add_count(&out, c->withdrawn, GP_W_COUNT_WITHDRAWN);
	return gp_arena_buf(a, &out);
}

struct gp_str
gp_since_lead(const struct gp_since *since, const struct gp_date *pack_day,
              struct gp_arena *a)
{
	const struct gp_date *at = &since->moment;
	struct gp_str what = counts(&since->edition, a);
	char day[GP_DATE_TEXT] = "";

	if (at->precision == GP_NO_DATE)
		return GP_STR("");
	if (!is_day_of(at, pack_day))
		short_day(at, pack_day, day);
	return gp_arena_printf(a, "%s %s%s%02d:%02d%s%.*s",
	                       gp_word(GP_W_UPDATED).p, day, day[0] ? ", " : "",
	                       at->hour, at->minute, what.n ? ": " : "",
	                       GP_ARG(what));
}

/* ---- the page ---- */

static bool
has_any(const struct gp_changes *c)
{
	return c->added + c->corrected + c->withdrawn > 0;
}

static bool
has_carried(const struct gp_pack *pack)
{
	size_t i;

	for (i = 0; i < pack->n_entries; i++)
		if (pack->entries[i].state == GP_ENTRY_CARRIED)
			return true;
	return false;
}

bool
gp_since_is_told(const struct gp_pack *pack)
{
	const struct gp_since *s = &pack->since;

	if (s->moment.precision != GP_NO_DATE)
		return true;
	return s->has_last &&
	       (has_any(&s->pack) || has_any(&s->earlier) || has_carried(pack));
}

struct gp_str
gp_since_title(const struct gp_pack *pack)
{
	return gp_word(pack->since.has_last ? GP_W_SINCE_PACK
	                                    : GP_W_SINCE_EDITION);
}

/* Those of a first edition: the contents list them. */
static bool
is_all_new(const struct gp_pack *pack)
{
	return pack->since.moment.precision == GP_NO_DATE && pack->n_entries &&
	       pack->since.pack.added == pack->n_entries;
}

static enum gp_since_group
group_of(const struct gp_pack *pack, const struct gp_entry *entry)
{
	switch (entry->state) {
	case GP_ENTRY_NEW:
		if (entry->is_late)
			return GP_SINCE_LATE;
		return is_all_new(pack) ? GP_SINCE_GROUPS : GP_SINCE_NEW;
	case GP_ENTRY_CORRECTED:
		return GP_SINCE_CORRECTED;
	case GP_ENTRY_CARRIED:
		return GP_SINCE_CARRIED;
	case GP_ENTRY_UNSAID:
	case GP_ENTRY_STATES:
		break;
	}
	return GP_SINCE_GROUPS;
}

bool
gp_since_in_group(const struct gp_pack *pack, size_t i,
                  enum gp_since_group group)
{
	return group_of(pack, &pack->entries[i]) == group;
}

static bool
is_empty(const struct gp_pack *pack, enum gp_since_group group)
{
	size_t i;

	for (i = 0; i < pack->n_entries; i++)
		if (gp_since_in_group(pack, i, group))
			return false;
	return true;
}

struct gp_str
gp_since_group_title(const struct gp_pack *pack, enum gp_since_group group,
                     struct gp_arena *a)
{
	if (is_empty(pack, group))
		return GP_STR("");
	switch (group) {
	case GP_SINCE_LATE:
		return late_mark(&pack->since, a);
	case GP_SINCE_NEW:
		return gp_word(GP_W_NEW);
	case GP_SINCE_CORRECTED:
		return gp_word(GP_W_CORRECTED);
	case GP_SINCE_CARRIED:
		return gp_word(GP_W_CARRIED);
	case GP_SINCE_GROUPS:
		break;
	}
	return GP_STR("");
}

/* "Edition 2: 10 November 2015, 08:40 UTC" */
static struct gp_str
edition_line(const struct gp_pack *pack, struct gp_arena *a)
{
	const struct gp_date *at = &pack->since.moment;
	char day[GP_DATE_TEXT], zone[GP_DATE_TEXT];

	gp_date_long(at, day);
	zone_text(at, zone);
	return gp_arena_printf(
		a, "%s %u: %s, %02d:%02d %s", gp_word(GP_W_EDITION).p,
		pack->info.issue.edition, day, at->hour, at->minute, zone);
}

size_t
gp_since_before(const struct gp_pack *pack, struct gp_arena *a,
                struct gp_str lines[GP_SINCE_LINES])
{
	size_t n = 0;

	if (pack->since.moment.precision != GP_NO_DATE)
		lines[n++] = edition_line(pack, a);
	if (is_all_new(pack))
		lines[n++] = gp_word(GP_W_ALL_NEW);
	return n;
}

/* "In this pack: 1 withdrawn." */
static size_t
tell(enum gp_word where, const struct gp_changes *c, struct gp_arena *a,
     struct gp_str *line)
{
	struct gp_str what = counts(c, a);

	*line = gp_arena_printf(a, "%s: %.*s.", gp_word(where).p, GP_ARG(what));
	return what.n > 0;
}

size_t
gp_since_behind(const struct gp_pack *pack, struct gp_arena *a,
                struct gp_str lines[GP_SINCE_LINES])
{
	struct gp_changes gone = { .withdrawn = pack->since.pack.withdrawn };
	size_t n = tell(GP_W_THIS_PACK, &gone, a, &lines[0]);

	return n + tell(GP_W_EARLIER_PACKS, &pack->since.earlier, a, &lines[n]);
}

/* Days and times are written as short as the pack's own day allows: whoever
   reads it knows which day it is of.  Where all articles are new they are
   listed no second time.  It counts nothing but that. */
#include "wording/since_words.h"

#include "wording/day_words.h"
#include "wording/issue_words.h"

/* ---- days and times ---- */

/* "9 November", with its year where `other` is of another one. */
static struct gp_str
short_day(const struct gp_date *day, const struct gp_date *other,
          const struct gp_labels *l, struct gp_arena *a)
{
	if (day->precision < GP_DAY || other->precision == GP_NO_DATE ||
	    day->year != other->year)
		return gp_day_words(l, day, a);
	return gp_day_of_year(l, day, a);
}

static struct gp_str
clock_of(const struct gp_date *moment, struct gp_arena *a)
{
	return gp_arena_printf(a, "%02d:%02d", moment->hour, moment->minute);
}

static bool
is_day_of(const struct gp_date *moment, const struct gp_date *day)
{
	return day->precision < GP_DAY ||
	       (moment->year == day->year && moment->month == day->month &&
	        moment->day == day->day);
}

/* ---- marks ---- */

struct gp_str
gp_since_state_mark(enum gp_entry_state state, const struct gp_date *first,
                    const struct gp_date *pack_day, const struct gp_labels *l,
                    struct gp_arena *a)
{
	switch (state) {
	case GP_ENTRY_NEW:
		return gp_word(l, GP_W_NEW);
	case GP_ENTRY_CORRECTED:
		return gp_word(l, GP_W_CORRECTED);
	case GP_ENTRY_CARRIED:
		if (first->precision == GP_NO_DATE)
			return gp_word(l, GP_W_CARRIED);
		return gp_word_with(l, GP_W_CARRIED_FROM, "day",
		                    short_day(first, pack_day, l, a), a);
	case GP_ENTRY_UNSAID:
	case GP_ENTRY_STATES:
		break;
	}
	return GP_STR("");
}

/* "New at 08:40" */
static struct gp_str
late_mark(const struct gp_pack *pack, struct gp_arena *a)
{
	return gp_word_with(pack->labels, GP_W_NEW_AT, "time",
	                    clock_of(&pack->since.moment, a), a);
}

struct gp_str
gp_since_mark(const struct gp_pack *pack, size_t i, struct gp_arena *a)
{
	const struct gp_entry *entry = &pack->entries[i];

	if (gp_since_in_group(pack, i, GP_SINCE_LATE))
		return late_mark(pack, a);
	return gp_since_state_mark(entry->state, &entry->first,
	                           &pack->info.date, pack->labels, a);
}

/* ---- counts ---- */

static void
add_count(struct gp_buf *out, size_t n, enum gp_word word,
          const struct gp_labels *l)
{
	if (n == 0)
		return;
	if (out->len)
		gp_buf_str(out, gp_word(l, GP_W_COMMA));
	gp_word_count(l, word, n, out);
}

/* "3 added, 1 corrected"; nothing when nothing is */
static void
put_counts(const struct gp_changes *c, const struct gp_labels *l,
           struct gp_buf *out)
{
	struct gp_buf counts = { .max = out->max };

	add_count(&counts, c->added, GP_W_COUNT_ADDED, l);
	add_count(&counts, c->corrected, GP_W_COUNT_CORRECTED, l);
	add_count(&counts, c->withdrawn, GP_W_COUNT_WITHDRAWN, l);
	if (counts.len && out->len)
		gp_buf_str(out, gp_word(l, GP_W_COLON));
	gp_buf_str(out, gp_buf_view(&counts));
	gp_buf_inherit(out, &counts);
	gp_buf_free(&counts);
}

struct gp_str
gp_since_lead(const struct gp_since *since, const struct gp_date *pack_day,
              const struct gp_labels *l, struct gp_arena *a)
{
	const struct gp_date *at = &since->moment;
	bool other = !is_day_of(at, pack_day);
	struct gp_buf out = { .max = 0 };
	struct gp_hole holes[] = {
		{ "day", GP_STR("") },
		{ "time", GP_STR("") },
	};

	if (at->precision == GP_NO_DATE)
		return GP_STR("");
	if (other)
		holes[0].words = short_day(at, pack_day, l, a);
	holes[1].words = clock_of(at, a);
	gp_word_fill(l, other ? GP_W_UPDATED_ON_AT : GP_W_UPDATED_AT, holes,
	             sizeof holes / sizeof *holes, &out);
	put_counts(&since->edition, l, &out);
	return gp_arena_buf(a, &out);
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
	return gp_word(pack->labels, pack->since.has_last ? GP_W_SINCE_PACK
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
		return late_mark(pack, a);
	case GP_SINCE_NEW:
		return gp_word(pack->labels, GP_W_NEW);
	case GP_SINCE_CORRECTED:
		return gp_word(pack->labels, GP_W_CORRECTED);
	case GP_SINCE_CARRIED:
		return gp_word(pack->labels, GP_W_CARRIED);
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
	const struct gp_labels *l = pack->labels;
	struct gp_buf out = { .max = 0 };

	gp_word_count(l, GP_W_EDITION_NUMBER, pack->info.issue.edition, &out);
	gp_buf_str(&out, gp_word(l, GP_W_COLON));
	gp_day_put(l, at, &out);
	gp_buf_str(&out, gp_word(l, GP_W_COMMA));
	gp_clock_put(at, &out);
	return gp_arena_buf(a, &out);
}

size_t
gp_since_before(const struct gp_pack *pack, struct gp_arena *a,
                struct gp_str lines[GP_SINCE_LINES])
{
	size_t n = 0;

	if (pack->since.moment.precision != GP_NO_DATE)
		lines[n++] = edition_line(pack, a);
	if (is_all_new(pack))
		lines[n++] = gp_word(pack->labels, GP_W_ALL_NEW);
	return n;
}

/* "In this pack: 1 withdrawn." */
static size_t
tell(const struct gp_pack *pack, enum gp_word where, const struct gp_changes *c,
     struct gp_arena *a, struct gp_str *line)
{
	struct gp_buf out = { .max = 0 };
	bool any = has_any(c);

	gp_buf_str(&out, gp_word(pack->labels, where));
	put_counts(c, pack->labels, &out);
	gp_buf_putc(&out, '.');
	*line = gp_arena_buf(a, &out);
	return any;
}

size_t
gp_since_behind(const struct gp_pack *pack, struct gp_arena *a,
                struct gp_str lines[GP_SINCE_LINES])
{
	struct gp_changes gone = { .withdrawn = pack->since.pack.withdrawn };
	size_t n = tell(pack, GP_W_THIS_PACK, &gone, a, &lines[0]);

	return n + tell(pack, GP_W_EARLIER_PACKS, &pack->since.earlier, a,
	                &lines[n]);
}

/* A line a note in the ledger, with the pack that has its row: what a pack says
   itself is told by its pack.yaml, which may have been put right since.  No
   text is compared here. */
#include "series/release/carried_notes.h"

/* ---- of the ledger ---- */

static bool
read_line(struct gp_str line, struct gp_str *pack, struct gp_correction *out)
{
	struct gp_str day;

	*out = (struct gp_correction){ .article = GP_STR("") };
	if (!gp_str_word(&line, &day) || !gp_date_parse(day, &out->date) ||
	    !gp_str_word(&line, pack))
		return false;
	out->note = gp_str_trim(line);
	return out->note.n > 0;
}

static void
put_line(struct gp_buf *to, struct gp_str pack, const struct gp_correction *c)
{
	char day[GP_DATE_TEXT];

	gp_date_iso(&c->date, day);
	gp_buf_printf(to, "%s%s %.*s ", to->len ? "\n" : "", day, GP_ARG(pack));
	gp_buf_str(to, c->note);
}

/* ---- both together ---- */

static void
insert(struct gp_correction *rows, size_t n, const struct gp_correction *c)
{
	while (n > 0 && gp_date_cmp(&rows[n - 1].date, &c->date) < 0) {
		rows[n] = rows[n - 1];
		n--;
	}
	rows[n] = *c;
}

static size_t
count_lines(struct gp_str text)
{
	return text.n ? gp_str_lines(text) : 0;
}

/* Those of other packs among its own, and all of them as lines. */
static void
join(struct gp_releasing *r, struct gp_str known, struct gp_entry *entry,
     struct gp_buf *text)
{
	size_t n = entry->n_notes, i;
	struct gp_correction *rows = gp_arena_array(
		r->arena, n + count_lines(known) + 1, sizeof *rows);
	struct gp_correction c;
	struct gp_str line, pack;

	if (!rows)
		return;
	for (i = 0; i < n; i++) {
		rows[i] = entry->notes[i];
		put_line(text, r->name, &rows[i]);
	}
	while (gp_str_split(&known, '\n', &line))
		if (read_line(line, &pack, &c) && !gp_str_eq(pack, r->name)) {
			put_line(text, pack, &c);
			insert(rows, n++, &c);
		}
	entry->notes = rows;
	entry->n_notes = n;
}

void
gp_release_notes(struct gp_releasing *r, size_t i, struct gp_entry *entry)
{
	const struct gp_known *who = r->who[i];
	struct gp_buf text = { .max = 0 };

	join(r, who ? who->row->notes : GP_STR(""), entry, &text);
	r->entry.articles[i].notes = gp_arena_buf(r->arena, &text);
}

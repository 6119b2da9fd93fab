/* The ledger for a person, a line a release, and for programs, the entries as
   they are but for what only recognising needs; then what is due.  It opens no
   records and says nothing of files. */
#include "series/known/due.h"
#include "series/opened/series.h"

#include <jansson.h>
#include <stdlib.h>

/* What is printed: the ledger, and what is due of it. */
struct log_printing {
	const struct gp_ledger *ledger;
	struct gp_due due;
};

struct log_counts {
	size_t added, corrected, kept, withdrawn;
};

static struct log_counts
counts_of(const struct gp_release_entry *r)
{
	struct log_counts n = { 0, 0, 0, 0 };
	size_t i;

	for (i = 0; i < r->n_articles; i++) {
		n.added += r->articles[i].state == GP_ARTICLE_NEW;
		n.corrected += r->articles[i].state == GP_ARTICLE_CORRECTED;
		n.kept += r->articles[i].state == GP_ARTICLE_KEPT;
		n.withdrawn += r->articles[i].state == GP_ARTICLE_WITHDRAWN;
	}
	return n;
}

static void
print_entry(struct gp_buf *out, const struct gp_release_entry *r)
{
	struct log_counts n = counts_of(r);
	size_t there = r->n_articles - n.withdrawn;

	gp_buf_printf(out, "%u  %.*s  %.*s  ", r->number, GP_ARG(r->time),
	              GP_ARG(r->pack));
	if (r->undoes) {
		gp_buf_printf(out, "takes release %u back\n", r->undoes);
		return;
	}
	gp_buf_printf(out,
	              "edition %u  %zu article%s: %zu new, %zu corrected, %zu "
	              "as before",
	              r->edition, there, there == 1 ? "" : "s", n.added,
	              n.corrected, n.kept);
	if (n.withdrawn)
		gp_buf_printf(out, ", %zu withdrawn", n.withdrawn);
	gp_buf_printf(out, "  %.*s%s", GP_ARG(r->title),
	              r->undone ? "  (taken back)" : "");
	if (r->approved_by.n)
		gp_buf_printf(out, "  approved by %.*s at %.*s",
		              GP_ARG(r->approved_by), GP_ARG(r->approved));
	gp_buf_putc(out, '\n');
}

static json_t *
text(struct gp_str s)
{
	return json_stringn(s.p, s.n);
}

static json_t *
article_row(const struct log_printing *p, const struct gp_release_entry *r,
            const struct gp_released_article *a)
{
	static const char *const states[GP_ARTICLE_STATES] = {
		[GP_ARTICLE_NEW] = "new",
		[GP_ARTICLE_KEPT] = "kept",
		[GP_ARTICLE_CORRECTED] = "corrected",
		[GP_ARTICLE_WITHDRAWN] = "withdrawn",
		[GP_ARTICLE_RECUT] = "recut",
	};
	json_t *row = json_pack("{s:o, s:o, s:o, s:s}", "id", text(a->id),
	                        "file", text(a->file), "title", text(a->title),
	                        "state", states[a->state]);
	char day[GP_DATE_TEXT] = "";

	if (gp_due_is_last(&p->due, r))
		gp_due_leaves(&p->due, a, day);
	if (day[0])
		json_object_set_new(row, "leaves", json_string(day));
	return row;
}

static json_t *
article_rows(const struct log_printing *p, const struct gp_release_entry *r)
{
	json_t *list = json_array();
	size_t i;

	for (i = 0; i < r->n_articles; i++)
		json_array_append_new(list, article_row(p, r, &r->articles[i]));
	return list;
}

static json_t *
entry_row(const struct log_printing *p, const struct gp_release_entry *r)
{
	json_t *row = json_pack("{s:i, s:o, s:o, s:i}", "release",
	                        (int)r->number, "time", text(r->time), "pack",
	                        text(r->pack), "edition", (int)r->edition);

	if (r->undoes) {
		json_object_set_new(row, "undoes",
		                    json_integer((int)r->undoes));
		return row;
	}
	json_object_set_new(row, "undone", json_boolean(r->undone));
	json_object_set_new(row, "identifier", text(r->identifier));
	json_object_set_new(row, "title", text(r->title));
	json_object_set_new(row, "date", text(r->date));
	if (r->approved_by.n) {
		json_object_set_new(row, "approved_by", text(r->approved_by));
		json_object_set_new(row, "approved", text(r->approved));
	}
	json_object_set_new(row, "articles", article_rows(p, r));
	if (r->held.n && gp_due_is_last(&p->due, r))
		json_object_set_new(row, "held_until", text(r->held));
	return row;
}

static void
print_json(struct gp_buf *out, const struct log_printing *p)
{
	const struct gp_ledger *l = p->ledger;
	json_t *list = json_array();
	char *dumped;
	size_t i;

	for (i = 0; i < l->n; i++)
		json_array_append_new(list, entry_row(p, &l->rows[i]));
	dumped = json_dumps(list, JSON_PRESERVE_ORDER | JSON_INDENT(1));
	json_decref(list);
	if (dumped)
		gp_buf_puts(out, dumped);
	else
		out->failed = GP_NOMEM;
	free(dumped);
	gp_buf_putc(out, '\n');
}

static bool
print_text(struct gp_buf *out, const struct log_printing *p, struct gp_err *e)
{
	size_t i;

	for (i = 0; i < p->ledger->n; i++)
		print_entry(out, &p->ledger->rows[i]);
	return gp_due_print(&p->due, out, e);
}

static bool
print_log(struct gp_series *s, bool json, struct gp_buf *out, struct gp_err *e)
{
	struct log_printing p = {
		.ledger = &s->ledger,
		.due = { .series = &s->file,
		         .ledger = &s->ledger,
		         .arena = s->arena },
	};

	if (!gp_due_begin(&p.due, e))
		return false;
	if (!json)
		return print_text(out, &p, e);
	print_json(out, &p);
	return gp_buf_ok(out, e);
}

bool
gp_series_log(const char *folder, bool json, struct gp_bytes *out,
              struct gp_err *e)
{
	struct gp_buf said = { .max = 0 };
	struct gp_series s;
	bool ok = gp_series_read(&s, folder, false, e) &&
	          gp_series_has_ledger(&s, e) && print_log(&s, json, &said, e);

	*out = (struct gp_bytes){ NULL, 0 };
	if (ok)
		*out = gp_buf_take(&said);
	gp_buf_free(&said);
	gp_series_close(&s);
	return ok;
}

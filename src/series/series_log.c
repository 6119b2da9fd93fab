/* The ledger for a person, a line a release, and for programs, the entries as
   they are but for what only recognising needs.  It opens no records and says
   nothing of files. */
#include "series/opened/series.h"

#include <jansson.h>
#include <stdlib.h>

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
article_rows(const struct gp_release_entry *r)
{
	static const char *const states[GP_ARTICLE_STATES] = {
		[GP_ARTICLE_NEW] = "new",
		[GP_ARTICLE_KEPT] = "kept",
		[GP_ARTICLE_CORRECTED] = "corrected",
		[GP_ARTICLE_WITHDRAWN] = "withdrawn",
	};
	json_t *list = json_array();
	size_t i;

	for (i = 0; i < r->n_articles; i++)
		json_array_append_new(
			list, json_pack("{s:o, s:o, s:o, s:s}", "id",
		                        text(r->articles[i].id), "file",
		                        text(r->articles[i].file), "title",
		                        text(r->articles[i].title), "state",
		                        states[r->articles[i].state]));
	return list;
}

static json_t *
entry_row(const struct gp_release_entry *r)
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
	json_object_set_new(row, "articles", article_rows(r));
	return row;
}

static void
print_json(struct gp_buf *out, const struct gp_ledger *l)
{
	json_t *list = json_array();
	char *dumped;
	size_t i;

	for (i = 0; i < l->n; i++)
		json_array_append_new(list, entry_row(&l->rows[i]));
	dumped = json_dumps(list, JSON_PRESERVE_ORDER | JSON_INDENT(1));
	json_decref(list);
	if (dumped)
		gp_buf_puts(out, dumped);
	else
		out->failed = GP_NOMEM;
	free(dumped);
	gp_buf_putc(out, '\n');
}

bool
gp_series_log(const char *folder, bool json, struct gp_bytes *out,
              struct gp_err *e)
{
	struct gp_buf said = { .max = 0 };
	struct gp_series s;
	size_t i;
	bool ok = gp_series_read(&s, folder, false, e) &&
	          gp_series_has_ledger(&s, e);

	*out = (struct gp_bytes){ NULL, 0 };
	if (ok && json)
		print_json(&said, &s.ledger);
	for (i = 0; ok && !json && i < s.ledger.n; i++)
		print_entry(&said, &s.ledger.rows[i]);
	ok = ok && gp_buf_ok(&said, e);
	if (ok)
		*out = gp_buf_take(&said);
	gp_buf_free(&said);
	gp_series_close(&s);
	return ok;
}

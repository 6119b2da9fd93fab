/* The facts are gathered into one JSON object, and the text for a terminal is
   made of that, so that both say the same.  What moved is as little as can be:
   all that is not in the longest run which kept its order. */
#include "series/preview_report.h"

#include "base/file_name.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

/* ---- what changed ---- */

struct changes {
	const struct gp_releasing *r;
	json_t *list;
	size_t *places; /* of article i in the edition that is out, from 1; 0:
	                   it is not in it */
	bool *stays;    /* it keeps its order with the others */
};

static json_t *
text(struct gp_str s)
{
	return json_stringn(s.n ? s.p : "", s.n);
}

static void
add_change(struct changes *c, const char *what,
           const struct gp_released_article *a)
{
	json_array_append_new(c->list, json_pack("{s:s, s:o, s:o}", "what",
	                                         what, "file", text(a->file),
	                                         "title", text(a->title)));
}

static void
find_places(struct changes *c)
{
	const struct gp_releasing *r = c->r;
	struct gp_map now = { .arena = r->arena };
	size_t i, *at;

	for (i = 0; i < r->n; i++)
		gp_map_put(&now, r->entry.articles[i].id, &c->places[i]);
	for (i = 0; i < r->before->n_articles; i++) {
		at = gp_map_find(&now, r->before->articles[i].id);
		if (at)
			*at = i + 1;
	}
}

/* The longest increasing run of places (Schensted 1961): `last[k]` ends the
   best run of k + 1 articles so far. */
static bool
find_stays(struct changes *c, size_t n)
{
	size_t *last = gp_arena_array(c->r->arena, n + 1, sizeof *last);
	size_t *before = gp_arena_array(c->r->arena, n + 1, sizeof *before);
	size_t i, length = 0, low, high, middle;

	for (i = 0; last && before && i < n; i++) {
		if (!c->places[i])
			continue;
		for (low = 0, high = length; low < high;) {
			middle = (low + high) / 2;
			if (c->places[last[middle]] < c->places[i])
				low = middle + 1;
			else
				high = middle;
		}
		before[i] = low ? last[low - 1] + 1 : 0;
		last[low] = i;
		length += low == length;
	}
	for (i = length ? last[length - 1] + 1 : 0; i > 0; i = before[i - 1])
		c->stays[i - 1] = true;
	return last && before;
}

static void
add_gone(struct changes *c)
{
	const struct gp_releasing *r = c->r;
	const struct gp_released_article *a = r->before->articles;
	struct gp_map now = { .arena = r->arena };
	size_t i;

	for (i = 0; i < r->entry.n_articles; i++)
		gp_map_put(&now, r->entry.articles[i].id,
		           &r->entry.articles[i]);
	for (i = 0; i < r->before->n_articles; i++) {
		const struct gp_released_article *as =
			gp_map_find(&now, a[i].id);

		if (a[i].state == GP_ARTICLE_WITHDRAWN)
			continue;
		if (!as)
			add_change(c, "removed", &a[i]);
		else if (as->state == GP_ARTICLE_WITHDRAWN)
			add_change(c, "withdrawn", &a[i]);
	}
}

static json_t *
changes_of(const struct gp_releasing *r)
{
	size_t i, n = r->n;
	struct changes c = {
		.r = r,
		.list = json_array(),
		.places = gp_arena_array(r->arena, n + 1, sizeof *c.places),
		.stays = gp_arena_array(r->arena, n + 1, sizeof *c.stays),
	};

	if (!r->before || !c.places || !c.stays)
		return c.list;
	find_places(&c);
	if (!find_stays(&c, n))
		return c.list;
	for (i = 0; i < n; i++) {
		const struct gp_released_article *a = &r->entry.articles[i];

		if (!c.places[i])
			add_change(&c, "added", a);
		else if (a->state == GP_ARTICLE_CORRECTED)
			add_change(&c, "corrected", a);
		else if (!c.stays[i])
			add_change(&c, "moved", a);
	}
	add_gone(&c);
	return c.list;
}

/* ---- the rest ---- */

static json_t *
held_of(const struct gp_previewed *p)
{
	json_t *list = json_array();
	const struct gp_finding *f;
	size_t i;

	for (i = 0; (f = gp_diag_at(p->found, i)) != NULL; i++)
		if (strcmp(f->code, "embargo") == 0)
			json_array_append_new(
				list, json_pack("{s:s, s:s}", "file",
			                        gp_str_base(gp_str(f->file)).p,
			                        "why", f->text));
	return list;
}

static json_t *
files_of(const struct gp_releasing *r)
{
	json_t *list = json_array();
	size_t i;

	for (i = 0; i < r->outputs.n; i++)
		json_array_append_new(
			list,
			json_pack("{s:s, s:I}", "file", r->outputs.rows[i].name,
		                  "bytes",
		                  (json_int_t)r->outputs.rows[i].bytes.size));
	return list;
}

/* Packs that have an article of this one already. */
static json_t *
carried_of(const struct gp_releasing *r)
{
	json_t *list = json_array();
	size_t i;

	for (i = 0; i < r->n; i++) {
		const struct gp_known *who = r->who[i];

		if (!who || gp_str_eq(who->last->pack, r->name))
			continue;
		json_array_append_new(
			list, json_pack("{s:o, s:o, s:i}", "file",
		                        text(r->entry.articles[i].file), "pack",
		                        text(who->last->pack), "edition",
		                        (int)who->last->edition));
	}
	return list;
}

static json_t *
counts_of(const struct gp_releasing *r)
{
	size_t n[GP_ARTICLE_STATES] = { 0 }, i;

	for (i = 0; i < r->entry.n_articles; i++)
		n[r->entry.articles[i].state]++;
	return json_pack("{s:I, s:I, s:I, s:I}", "new",
	                 (json_int_t)n[GP_ARTICLE_NEW], "corrected",
	                 (json_int_t)n[GP_ARTICLE_CORRECTED], "as_before",
	                 (json_int_t)n[GP_ARTICLE_KEPT], "withdrawn",
	                 (json_int_t)n[GP_ARTICLE_WITHDRAWN]);
}

/* How many articles are whole, and of how many a part or the way there. */
static json_t *
shown_of(const struct gp_pack *pack)
{
	json_int_t n[] = {
		[GP_SHARE_FULL] = 0, [GP_SHARE_EXTRACT] = 0, [GP_SHARE_LINK] = 0
	};
	size_t i;

	for (i = 0; i < pack->n_entries; i++)
		n[pack->entries[i].share] += !pack->entries[i].withdrawn;
	return json_pack("{s:I, s:I, s:I}", "full", n[GP_SHARE_FULL], "extract",
	                 n[GP_SHARE_EXTRACT], "link", n[GP_SHARE_LINK]);
}

static json_t *
readers_of(const struct gp_releasing *r)
{
	static const char *const rights[] = { [GP_FEED_FULL] = "full",
		                              [GP_FEED_EXTRACT] = "extract",
		                              [GP_FEED_LINKS] = "links" };
	const struct gp_pack_info *info = &r->sealed->info;

	return json_pack("{s:s, s:s, s:o, s:o, s:o}", "audience",
	                 r->s->file.audience == GP_AUDIENCE_PUBLIC ? "public"
	                                                           : "internal",
	                 "feeds", rights[info->feed_rights], "marking",
	                 text(info->marking), "address", text(info->base_url),
	                 "shown", shown_of(r->sealed));
}

static json_t *
object_of(const struct gp_previewed *p)
{
	const struct gp_releasing *r = p->edition;
	struct gp_str folder = gp_name_shown(r->arena, gp_str(p->folder));
	json_t *root = json_pack("{s:o, s:o, s:o, s:i, s:b}", "folder",
	                         text(folder), "pack", text(r->name), "title",
	                         text(r->entry.title), "edition",
	                         (int)r->entry.edition, "is_new", p->is_new);

	json_object_set_new(root, "goes_to", readers_of(r));
	json_object_set_new(root, "articles", counts_of(r));
	json_object_set_new(root, "changes", changes_of(r));
	json_object_set_new(root, "held", held_of(p));
	json_object_set_new(root, "carried_over", carried_of(r));
	json_object_set_new(root, "files", files_of(r));
	json_object_set_new(
		root, "approval",
		json_string(r->s->file.needs_approval ? "required" : "none"));
	return root;
}

/* ---- as text ---- */

static const char *
at(const json_t *row, const char *key)
{
	const char *s = json_string_value(json_object_get(row, key));

	return s ? s : "";
}

static long long
number(const json_t *row, const char *key)
{
	return (long long)json_integer_value(json_object_get(row, key));
}

static bool
is_cut(const json_t *shown)
{
	return number(shown, "extract") + number(shown, "link") > 0;
}

static const char *
feeds_of(const json_t *to)
{
	if (strcmp(at(to, "feeds"), "links") == 0)
		return "links";
	if (strcmp(at(to, "feeds"), "extract") == 0)
		return "extracts";
	return is_cut(json_object_get(to, "shown")) ? "as much as is shown"
	                                            : "whole texts";
}

static void
put_shown(const json_t *n, struct gp_buf *out)
{
	if (is_cut(n))
		gp_buf_printf(out,
		              "  shown: %lld in full, %lld as an extract, %lld "
		              "as a link\n",
		              number(n, "full"), number(n, "extract"),
		              number(n, "link"));
}

static void
put_readers(const json_t *root, struct gp_buf *out)
{
	const json_t *to = json_object_get(root, "goes_to");
	const json_t *n = json_object_get(root, "articles");

	gp_buf_printf(out,
	              "  goes to: %s readers; the feeds carry %s; marking: "
	              "%s\n",
	              at(to, "audience"), feeds_of(to),
	              at(to, "marking")[0] ? at(to, "marking") : "none");
	put_shown(json_object_get(to, "shown"), out);
	gp_buf_printf(out,
	              "  articles: %lld new, %lld corrected, %lld as before, "
	              "%lld withdrawn\n",
	              number(n, "new"), number(n, "corrected"),
	              number(n, "as_before"), number(n, "withdrawn"));
}

static void
put_changes(const json_t *root, struct gp_buf *out)
{
	const json_t *row, *list = json_object_get(root, "changes");
	size_t i;

	if (json_array_size(list))
		gp_buf_puts(out, "  against the edition that is out:\n");
	json_array_foreach(list, i, row)
		gp_buf_printf(out, "    %-9s  %s  %s\n", at(row, "what"),
	                      at(row, "file"), at(row, "title"));
}

static void
put_others(const json_t *root, struct gp_buf *out)
{
	const json_t *row, *list = json_object_get(root, "held");
	size_t i;

	if (json_array_size(list))
		gp_buf_puts(out, "  held:\n");
	json_array_foreach(list, i, row) gp_buf_printf(
		out, "    %s  %s\n", at(row, "file"), at(row, "why"));
	list = json_object_get(root, "carried_over");
	if (json_array_size(list))
		gp_buf_puts(out, "  carried over:\n");
	json_array_foreach(list, i, row) gp_buf_printf(
		out, "    %s  is in %s, edition %lld\n", at(row, "file"),
		at(row, "pack"), number(row, "edition"));
}

static void
put_text(const json_t *root, struct gp_buf *out)
{
	gp_buf_printf(out, "%s: %s\n", at(root, "folder"), at(root, "title"));
	if (!json_is_true(json_object_get(root, "is_new")))
		gp_buf_printf(out,
		              "  nothing is new: edition %lld is out as it "
		              "is\n",
		              number(root, "edition"));
	put_readers(root, out);
	put_changes(root, out);
	put_others(root, out);
	if (strcmp(at(root, "approval"), "required") == 0)
		gp_buf_puts(out, "  to be approved before its release\n");
}

bool
gp_preview_report(const struct gp_previewed *p, bool json, struct gp_buf *out,
                  struct gp_err *e)
{
	json_t *root = object_of(p);
	char *dumped = NULL;

	if (!root)
		return gp_fail(e, GP_NOMEM, "out of memory");
	if (json)
		dumped = json_dumps(root, JSON_PRESERVE_ORDER | JSON_INDENT(1));
	if (json && dumped)
		gp_buf_puts(out, dumped);
	else if (!json)
		put_text(root, out);
	free(dumped);
	json_decref(root);
	if (json && !dumped)
		return gp_fail(e, GP_NOMEM, "out of memory");
	return gp_arena_ok(p->edition->arena, e) && gp_buf_ok(out, e);
}

/*
 * The Atom feed (RFC 4287): the newest articles, each with the moment it last
 * changed.  That moment comes from the feed of the last run and from nothing
 * else: an entry that says the same keeps its `updated`.  What feed readers
 * make of the choices (escaped HTML, an author in each entry, plain titles,
 * one alternate link) was measured with them; the standard alone allows more.
 */
#include "base/diag.h"
#include "base/limits.h"
#include "base/version.h"
#include "write/atom/atom_entry.h"
#include "write/atom/atom_state.h"
#include "write/write.h"

#include <stdlib.h>

struct feed_making {
	const struct gp_write_job *job;
	const struct gp_pack *pack;
	struct gp_arena *arena;
	struct gp_atom_row *rows; /* newest first */
	size_t n_rows;
	struct gp_date updated;
};

/* ---- the feed as bytes ---- */

static void
write_links(struct gp_xml *x, struct gp_str base)
{
	struct gp_buf self = { .max = 0 };

	if (base.n == 0)
		return;
	gp_buf_str(&self, base);
	gp_buf_puts(&self, gp_write_atom.format.file);
	gp_atom_link(x, "self", gp_write_atom.format.type, gp_buf_view(&self));
	gp_atom_link(x, "alternate", NULL, base);
	gp_buf_free(&self);
}

static void
write_head(struct gp_xml *x, const struct feed_making *f)
{
	const struct gp_pack_info *info = &f->pack->info;
	char updated[GP_DATE_TEXT];

	gp_date_utc(&f->updated, updated);
	gp_xml_element(x, "title", info->title);
	if (info->subtitle.n)
		gp_xml_element(x, "subtitle", info->subtitle);
	gp_xml_element(x, "id", info->series_id);
	write_links(x, info->base_url);
	gp_xml_element(x, "updated", gp_str(updated));
	gp_atom_author(x, gp_atom_publisher(f->pack));
	gp_atom_marking(x, info->marking);
	if (info->rights.n)
		gp_xml_element(x, "rights", info->rights);
	gp_xml_open(x, "generator");
	gp_xml_attrz(x, "version", GP_VERSION);
	gp_xml_text(x, GP_STR("govpub"));
	gp_xml_close(x);
}

static bool
render(const struct feed_making *f, struct gp_buf *out, struct gp_err *e)
{
	struct gp_xml *x = gp_xml_new(out, true);
	size_t i;

	if (!x)
		return gp_fail(e, GP_NOMEM, "out of memory");
	gp_xml_declaration(x);
	gp_xml_open(x, "feed");
	gp_xml_attrz(x, "xmlns", "http://www.w3.org/2005/Atom");
	gp_xml_attr(x, "xml:lang", f->pack->info.lang);
	write_head(x, f);
	for (i = 0; i < f->n_rows; i++)
		gp_atom_entry(x, f->pack, &f->rows[i]);
	return gp_xml_finish(x, e);
}

/* ---- which articles ---- */

struct dated_entry {
	const struct gp_entry *entry;
	int64_t seconds;
};

/* Those without a date come last: were they to count as of the day of the
   pack, each new day would bring old ones up again.  The array is in reading
   order, and so are the addresses. */
static int
newest_first(const void *a, const void *b)
{
	const struct dated_entry *x = a, *y = b;

	if (x->seconds != y->seconds)
		return x->seconds > y->seconds ? -1 : 1;
	return (x->entry > y->entry) - (x->entry < y->entry);
}

static struct dated_entry *
sorted(const struct feed_making *f)
{
	size_t i, n = f->pack->n_entries;
	struct dated_entry *all = gp_arena_array(f->arena, n + 1, sizeof *all);

	for (i = 0; all && i < n; i++) {
		const struct gp_entry *entry = &f->pack->entries[i];

		all[i].entry = entry;
		all[i].seconds =
			entry->doc->date.date.precision == GP_NO_DATE
				? INT64_MIN
				: gp_date_seconds(&entry->doc->date.date);
	}
	if (all)
		qsort(all, n, sizeof *all, newest_first);
	return all;
}

/* How many bytes the entry takes in the feed; false over `limit`. */
static bool
measure_entry(const struct feed_making *f, const struct gp_atom_row *row,
              size_t limit, size_t *size, struct gp_err *e)
{
	struct gp_buf out = { .max = limit };
	struct gp_xml *x = gp_xml_new(&out, true);
	bool ok;

	if (x)
		gp_atom_entry(x, f->pack, row);
	ok = gp_xml_finish(x, e);
	*size = out.len;
	gp_buf_free(&out);
	return ok;
}

/* The content of a row and its size.  GP_LIMIT: does not fit. */
static bool
fill_row(struct feed_making *f, struct gp_atom_row *row, size_t limit,
         size_t *size, struct gp_err *e)
{
	struct gp_buf html = { .max = limit };
	bool ok = gp_atom_html(row, &html, e);

	row->html = GP_STR("");
	if (ok && html.len)
		row->html = gp_arena_str(f->arena, gp_buf_view(&html));
	gp_buf_free(&html);
	return ok && gp_arena_ok(f->arena, e) &&
	       measure_entry(f, row, limit, size, e);
}

/* No article may take more than half of the feed: then it gives its opening,
   and if even that is too long, nothing. */
static bool
fill_or_shorten(struct feed_making *f, struct gp_atom_row *row, size_t *size,
                struct gp_err *e)
{
	const struct gp_doc *doc = row->entry->doc;
	size_t limit = GP_MAX_FEED_BYTES / 2;
	struct gp_err first = { 0 }, second = { 0 };

	*size = 0;
	if (fill_row(f, row, limit, size, &first))
		return true;
	if (first.code == GP_LIMIT && row->part == GP_FEED_FULL) {
		row->part = GP_FEED_EXTRACT;
		gp_diag_add(f->job->diag, GP_NOTE, "feed-extract",
		            doc->input.file.p, 0,
		            "too long for the feed, which carries its "
		            "opening paragraphs only");
		if (fill_row(f, row, limit, size, &second))
			return true;
		first = second;
	}
	*size = 0;
	if (first.code != GP_LIMIT)
		return gp_fail(e, first.code, "%s", first.msg);
	gp_diag_add(f->job->diag, GP_WARNING, "feed-left-out",
	            doc->input.file.p, 0,
	            "left out of the feed: even its opening is over %zu KiB",
	            limit / GP_KIB);
	return true;
}

static void
note_missing_address(const struct feed_making *f, const struct gp_atom_row *row)
{
	struct gp_buf url = { .max = 0 };

	if (row->part == GP_FEED_LINKS &&
	    !gp_atom_address(f->pack, row->entry, &url))
		gp_diag_add(f->job->diag, GP_WARNING, "feed-no-address",
		            row->entry->doc->input.file.p, 0,
		            "the feed is to carry links only and this article "
		            "has no address; give its `url:` in pack.yaml");
	gp_buf_free(&url);
}

/* The bytes of the feed without its entries. */
static bool
measure_head(const struct feed_making *f, size_t *size, struct gp_err *e)
{
	struct gp_buf out = { .max = 0 };
	bool ok = render(f, &out, e);

	*size = out.len;
	gp_buf_free(&out);
	return ok;
}

static bool
choose_entries(struct feed_making *f, struct gp_err *e)
{
	struct dated_entry *all = sorted(f);
	size_t i, n = f->pack->n_entries, size, used;

	f->rows =
		gp_arena_array(f->arena, GP_MAX_FEED_ENTRIES, sizeof *f->rows);
	if (!all || !f->rows)
		return gp_arena_ok(f->arena, e);
	if (!measure_head(f, &used, e))
		return false;
	for (i = 0; i < n && f->n_rows < GP_MAX_FEED_ENTRIES; i++) {
		struct gp_atom_row *row = &f->rows[f->n_rows];

		row->entry = all[i].entry;
		row->part = gp_atom_part(f->pack, row->entry);
		row->marked = gp_atom_marked(f->pack);
		row->updated = f->job->date;
		row->lang = f->pack->info.lang;
		row->labels = f->pack->labels;
		if (!gp_host_progress(f->job->host, "atom", i, n, e) ||
		    !fill_or_shorten(f, row, &size, e))
			return false;
		if (used + size > GP_MAX_FEED_BYTES)
			break;
		used += size;
		if (size == 0)
			continue;
		note_missing_address(f, row);
		f->n_rows++;
	}
	if (i < n)
		gp_diag_add(f->job->diag, GP_NOTE, "feed-cut", "", 0,
		            "the feed carries the newest %zu of %zu articles: "
		            "it holds at most %zu articles and %zu KiB",
		            f->n_rows, n, GP_MAX_FEED_ENTRIES,
		            GP_MAX_FEED_BYTES / GP_KIB);
	return true;
}

/* ---- dates ---- */

static bool
read_previous(const struct feed_making *f, struct gp_atom_state *s,
              struct gp_err *e)
{
	const struct gp_bytes *b = f->job->previous;

	s->arena = f->arena;
	if (!b || b->size == 0) {
		s->broken = "there is none";
		return true;
	}
	if (!gp_atom_state_read(
		    s, (struct gp_str){ (const char *)b->data, b->size }, e))
		return false;
	if (!s->broken && !gp_str_eq(s->id, f->pack->info.series_id))
		s->broken = "it is the feed of another pack";
	if (s->broken)
		gp_diag_add(f->job->diag, GP_WARNING, "feed-previous",
		            gp_write_atom.format.file, 0,
		            "the feed of the last run is ignored, %s: all "
		            "entries count as new",
		            s->broken);
	return true;
}

/* What the entries say now, read the way the last feed was. */
static bool
read_current(const struct feed_making *f, struct gp_atom_state *s,
             struct gp_err *e)
{
	struct gp_buf draft = { .max = 0 };
	bool ok;

	s->arena = f->arena;
	ok = render(f, &draft, e) &&
	     gp_atom_state_read(s, gp_buf_view(&draft), e);
	gp_buf_free(&draft);
	if (ok && s->broken)
		return gp_fail(e, GP_INTERNAL, "the feed cannot be read: %s",
		               s->broken);
	return ok;
}

/* The article's date, or the pack's when it has none. */
static struct gp_date
date_of(const struct feed_making *f, const struct gp_entry *entry)
{
	const struct gp_date *date = &entry->doc->date.date;

	return date->precision == GP_NO_DATE ? f->job->date : *date;
}

static struct gp_date
later(const struct gp_date *a, const struct gp_date *b)
{
	return gp_date_cmp(a, b) >= 0 ? *a : *b;
}

/* A reader that has the old entry must see a later moment. */
static struct gp_date
after_change(const struct feed_making *f, const struct gp_date *previous)
{
	struct gp_date next;

	if (!gp_date_from_seconds(gp_date_seconds(previous) + 1, &next))
		next = *previous;
	return later(&f->job->date, &next);
}

/* What was corrected or withdrawn on a day changed on it. */
static struct gp_date
not_before_said(const struct gp_atom_row *row)
{
	const struct gp_entry *entry = row->entry;

	if (entry->withdrawn)
		return later(&row->updated, &entry->withdrawn->date);
	return entry->n_notes ? later(&row->updated, &entry->notes[0].date)
	                      : row->updated;
}

static void
stamp(struct feed_making *f, const struct gp_atom_state *before,
      const struct gp_atom_state *now)
{
	size_t i;

	for (i = 0; i < f->n_rows; i++) {
		struct gp_atom_row *row = &f->rows[i];
		const struct gp_atom_seen *old, *current;

		old = gp_atom_state_find(before, row->entry->uri);
		current = gp_atom_state_find(now, row->entry->uri);
		if (!old || old->updated.precision == GP_NO_DATE)
			row->updated = date_of(f, row->entry);
		else if (current && gp_str_eq(gp_str(old->digest),
		                              gp_str(current->digest)))
			row->updated = old->updated;
		else
			row->updated = after_change(f, &old->updated);
		row->updated = not_before_said(row);
		f->updated =
			i ? later(&f->updated, &row->updated) : row->updated;
	}
	if (!before->broken && before->updated.precision != GP_NO_DATE)
		f->updated = later(&f->updated, &before->updated);
}

/* ---- the writer ---- */

static bool
make_feed(struct feed_making *f, struct gp_buf *out, struct gp_err *e)
{
	struct gp_atom_state before = { .arena = NULL };
	struct gp_atom_state now = { .arena = NULL };

	f->updated = f->job->date;
	if (!choose_entries(f, e) || !read_previous(f, &before, e) ||
	    !read_current(f, &now, e))
		return false;
	stamp(f, &before, &now);
	if (f->pack->info.base_url.n == 0)
		gp_diag_add(f->job->diag, GP_NOTE, "feed-no-base-url", "", 0,
		            "the feed cannot name its own address; give "
		            "`base_url:` in pack.yaml when it is put on the "
		            "web");
	return render(f, out, e) &&
	       gp_host_progress(f->job->host, "atom", f->pack->n_entries,
	                        f->pack->n_entries, e);
}

static bool
write_atom(const struct gp_write_job *job, struct gp_buf *out, struct gp_err *e)
{
	struct feed_making f = { .job = job, .pack = job->pack };
	bool ok;

	f.arena = gp_arena_new(GP_MAX_PACK_ARENA);
	if (!f.arena)
		return gp_fail(e, GP_NOMEM, "out of memory");
	ok = make_feed(&f, out, e);
	gp_arena_free(f.arena);
	return ok;
}

static void
note_libraries(struct gp_ingredients *used)
{
	char version[GP_XML_VERSION];

	gp_xml_version(version);
	gp_used_library(used, "libxml2", version);
}

const struct gp_writer gp_write_atom = {
	.format = {
		.name = "atom",
		.summary = "the Atom feed alone",
		.about = "Writes the pack as an Atom feed (RFC 4287). A feed "
			 "that is already there\nkeeps the dates of entries "
			 "that did not change.",
		.type = "application/atom+xml",
		.suffix = ".xml",
		.file = "feed.xml",
		.has_state = true,
	},
	.is_feed = true,
	.write = write_atom,
	.libraries = note_libraries,
};

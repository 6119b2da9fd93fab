/* What is approved is told by parts, so that a refusal can name what differs:
   the head of the pack, each article with its place, pictures and rule files,
   and the program with its data.  Ids that nobody gave, times and what hangs on
   them are no part: they are settled when it goes out. */
#include "series/release/release_approval.h"

#include "base/file.h"
#include "base/hash.h"
#include "base/limits.h"
#include "series/ledger/safe_file.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_NAMED = 3 }; /* differences of one kind, in a message */

static struct gp_str
path_of(const struct gp_releasing *r, unsigned edition)
{
	return gp_arena_printf(r->arena, "%s/approvals/%.*s/%u.json",
	                       r->s->folder, GP_ARG(r->name), edition);
}

static void
put_new(json_t *to, const char *key, struct gp_str s)
{
	json_object_set_new(to, key, json_stringn(s.n ? s.p : "", s.n));
}

/* ---- what it is made of ---- */

static json_t *
digest_of(const void *data, size_t size)
{
	char hex[GP_SHA256_HEX];

	gp_sha256_hex(data, size, hex);
	return json_string(hex);
}

static void
put_issued(struct gp_buf *text, const struct gp_issued *issued)
{
	const struct gp_press_licence *l = &issued->licence;
	char at[GP_DATE_TEXT], checked[GP_DATE_TEXT];
	size_t i;

	gp_date_rfc3339(&issued->at, at);
	gp_date_rfc3339(&issued->checked, checked);
	gp_buf_printf(text, "%.*s\n%s\n%s\n", GP_ARG(issued->edition), at,
	              checked);
	for (i = 0; i < issued->n_to; i++)
		gp_buf_printf(text, "%.*s\n", GP_ARG(issued->to[i]));
	gp_buf_printf(text, "%.*s\n%.*s\n%ld\n", GP_ARG(l->name),
	              GP_ARG(l->number), l->copies);
}

static json_t *
head_of(const struct gp_releasing *r)
{
	const struct gp_pack_info *p = &r->pack.info;
	const struct gp_accessibility *a = &p->accessibility;
	const struct gp_str lines[] = {
		p->title,        p->subtitle,     p->organisation,
		p->name,         p->lang,         p->authority,
		p->base_url,     p->marking,      p->handling,
		p->design,       p->paper,        p->rights,
		p->note,         p->issue.series, a->conforms_to,
		a->certified_by, a->credential,   a->report,
		a->summary,      p->contact,      p->lines_to_take,
	};
	struct gp_buf text = { .max = 0 };
	char day[GP_DATE_TEXT];
	json_t *digest;
	size_t i;

	gp_date_iso(&p->date, day);
	gp_buf_printf(&text, "%u\n%s\n%.*s\n", r->entry.edition, day,
	              GP_ARG(r->entry.head));
	for (i = 0; i < sizeof lines / sizeof *lines; i++)
		gp_buf_printf(&text, "%.*s\n", GP_ARG(lines[i]));
	put_issued(&text, &p->issued);
	if (p->has_given_identifier)
		gp_buf_printf(&text, "%.*s\n", GP_ARG(p->identifier));
	gp_buf_printf(&text, "%d %d %d %d\n", (int)p->feed_rights,
	              (int)p->reposts, (int)p->page_list, p->embed_fonts);
	for (i = 0; i < r->pack.n_sections; i++)
		gp_buf_printf(&text, "%.*s\n", GP_ARG(r->pack.sections[i]));
	digest = gp_buf_ok(&text, &(struct gp_err){ .code = GP_OK })
	                 ? digest_of(text.data, text.len)
	                 : NULL;
	gp_buf_free(&text);
	return digest;
}

/* What pack.yaml and pick.txt say is in the articles and the head. */
static bool
is_said_elsewhere(const struct gp_ingredient *in, const struct gp_map *files)
{
	return gp_str_eq(in->path, GP_STR("pack.yaml")) ||
	       gp_str_starts(in->path, GP_STR("pack.d/")) ||
	       gp_map_find(files, in->path);
}

static json_t *
files_of(const struct gp_releasing *r)
{
	struct gp_map files = { .arena = r->arena };
	struct gp_buf text = { .max = 0 };
	json_t *digest;
	size_t i;

	for (i = 0; i < r->pack.n_entries; i++)
		gp_map_put(&files, r->pack.entries[i].doc->input.file,
		           r->arena);
	for (i = 0; i < r->pack.n_inputs; i++)
		if (!is_said_elsewhere(&r->pack.inputs[i], &files))
			gp_buf_printf(&text, "%.*s %s\n",
			              GP_ARG(r->pack.inputs[i].path),
			              r->pack.inputs[i].sha256);
	digest = digest_of(text.data ? text.data : "", text.len);
	gp_buf_free(&text);
	return digest;
}

/* The manifest says with what the outputs were made. */
static json_t *
tools_of(const struct gp_releasing *r)
{
	static const char *const keys[] = { "govpub", "data", "libraries" };
	json_t *manifest = NULL, *tools = json_object(), *digest;
	char *text;
	size_t i;

	for (i = 0; i < r->outputs.n; i++)
		if (strcmp(r->outputs.rows[i].name, "manifest.json") == 0)
			manifest = json_loadb(
				(char *)r->outputs.rows[i].bytes.data,
				r->outputs.rows[i].bytes.size, 0, NULL);
	for (i = 0; i < sizeof keys / sizeof *keys; i++)
		json_object_set(tools, keys[i],
		                json_object_get(manifest, keys[i]));
	text = json_dumps(tools, JSON_COMPACT | JSON_SORT_KEYS);
	digest = text ? digest_of(text, strlen(text)) : NULL;
	free(text);
	json_decref(tools);
	json_decref(manifest);
	return digest;
}

/* What pack.yaml and series.yaml say of it that is not in its text. */
static void
put_given(const struct gp_entry *entry, struct gp_buf *text)
{
	char day[GP_DATE_TEXT];
	size_t i;

	if (entry->has_given_id)
		gp_buf_printf(text, "%.*s\n", GP_ARG(entry->id));
	gp_buf_printf(text, "%d %d %.*s\n", (int)entry->share,
	              (int)entry->is_expired, GP_ARG(entry->licence));
	gp_buf_printf(text, "%.*s\n%.*s\n%.*s\n", GP_ARG(entry->why),
	              GP_ARG(entry->doc->printed.page),
	              GP_ARG(entry->doc->printed.circulation));
	for (i = 0; i < entry->n_notes; i++) {
		gp_date_iso(&entry->notes[i].date, day);
		gp_buf_printf(text, "%s %.*s\n", day,
		              GP_ARG(entry->notes[i].note));
	}
}

/* All that is said of it, its source's digest among it, and its place. */
static json_t *
article_of(const struct gp_releasing *r, size_t i, struct gp_err *e)
{
	const struct gp_entry *entry = &r->pack.entries[r->facts[i].at];
	struct gp_bytes json = { NULL, 0 };
	struct gp_buf text = { .max = 0 };
	json_t *row;
	size_t k;

	if (!gp_doc_print(entry->doc, "json", false, &json, e))
		return NULL;
	gp_buf_put(&text, json.data, json.size);
	gp_bytes_free(&json);
	gp_buf_printf(&text, "\n%zu %d\n", entry->section + 1,
	              (int)r->entry.articles[i].state);
	for (k = 0; k < entry->n_reposts; k++)
		gp_buf_printf(&text, "%s\n", entry->reposts[k]->input.sha256);
	put_given(entry, &text);
	row = json_object();
	put_new(row, "file", entry->doc->input.file);
	put_new(row, "title", entry->doc->title.text);
	json_object_set_new(row, "sha256", digest_of(text.data, text.len));
	gp_buf_free(&text);
	return row;
}

static json_t *
articles_of(const struct gp_releasing *r, struct gp_err *e)
{
	json_t *list = json_array();
	size_t i;

	for (i = 0; i < r->n; i++)
		json_array_append_new(list, article_of(r, i, e));
	return list;
}

static json_t *
withdrawn_of(const struct gp_releasing *r)
{
	json_t *list = json_array();
	size_t i;

	for (i = r->n; i < r->entry.n_articles; i++)
		json_array_append_new(
			list, json_stringn(r->entry.articles[i].file.p,
		                           r->entry.articles[i].file.n));
	return list;
}

static json_t *
made_of(const struct gp_releasing *r, char digest[GP_SHA256_HEX],
        struct gp_err *e)
{
	json_t *parts = json_object();
	char *text;

	json_object_set_new(parts, "head", head_of(r));
	json_object_set_new(parts, "tools", tools_of(r));
	json_object_set_new(parts, "files", files_of(r));
	json_object_set_new(parts, "articles", articles_of(r, e));
	json_object_set_new(parts, "withdrawn", withdrawn_of(r));
	text = json_dumps(parts, JSON_COMPACT | JSON_SORT_KEYS);
	if (!text || e->code != GP_OK || json_object_size(parts) != 5) {
		json_decref(parts);
		free(text);
		gp_fail(e, GP_NOMEM, "out of memory");
		return NULL;
	}
	gp_sha256_hex(text, strlen(text), digest);
	free(text);
	return parts;
}

/* ---- what differs ---- */

static const char *
text_at(const json_t *object, const char *key)
{
	const char *text = json_string_value(json_object_get(object, key));

	return text ? text : "";
}

static bool
has_same(const json_t *a, const json_t *b, const char *key)
{
	return json_equal(json_object_get(a, key), json_object_get(b, key));
}

/* The articles by their files, so that one is found among thousands; the first
   of two.  End with json_decref(). */
static json_t *
by_file(const json_t *articles)
{
	json_t *all = json_object(), *row;
	size_t i;

	json_array_foreach(articles, i, row)
	{
		if (!json_object_get(all, text_at(row, "file")))
			json_object_set(all, text_at(row, "file"), row);
	}
	return all;
}

struct difference {
	struct gp_buf *text;
	size_t n; /* of one kind so far */
};

static void
tell(struct difference *d, const char *file, const char *what)
{
	if (d->n++ >= MOST_NAMED)
		return;
	gp_buf_printf(d->text, "%s%.60s %s", d->text->len ? ", " : "", file,
	              what);
}

static void
tell_more(struct difference *d, const char *what)
{
	if (d->n > MOST_NAMED)
		gp_buf_printf(d->text, " and %zu more", d->n - MOST_NAMED);
	if (d->n > MOST_NAMED && what)
		gp_buf_printf(d->text, " %s", what);
	d->n = 0;
}

/* Those of `of` that `in` has not, or has otherwise. */
static void
tell_articles(const json_t *of, const json_t *in, const char *what,
              bool changed, struct gp_buf *text)
{
	struct difference d = { .text = text };
	const json_t *row, *other;
	json_t *others = by_file(in);
	size_t i;

	json_array_foreach(of, i, row)
	{
		other = json_object_get(others, text_at(row, "file"));
		if (changed ? other && !has_same(row, other, "sha256") : !other)
			tell(&d, text_at(row, "file"), what);
	}
	json_decref(others);
	tell_more(&d, NULL);
}

static void
put_differences(const json_t *was, const json_t *is, struct gp_buf *text)
{
	static const struct {
		const char *key, *words;
	} others[] = {
		{ "head", "the title, the marking or another line of pack.yaml "
		          "or series.yaml is changed" },
		{ "withdrawn", "something else is withdrawn" },
		{ "files", "a picture or a rule file is changed" },
		{ "tools", "the design or the program is another one" },
	};
	const json_t *a = json_object_get(was, "articles");
	const json_t *b = json_object_get(is, "articles");
	size_t i;

	tell_articles(b, a, "is added", false, text);
	tell_articles(a, b, "is gone", false, text);
	tell_articles(b, a, "is changed", true, text);
	if (text->len == 0 && !json_equal(a, b))
		gp_buf_puts(text, "the order is another one");
	for (i = 0; i < sizeof others / sizeof *others; i++)
		if (!has_same(was, is, others[i].key))
			gp_buf_printf(text, "%s%s", text->len ? ", " : "",
			              others[i].words);
}

/* ---- the file ---- */

static bool
put_file(const struct gp_releasing *r, json_t *root, struct gp_err *e)
{
	struct gp_str path = path_of(r, r->entry.edition);
	struct gp_str folder = gp_arena_printf(r->arena, "%s/approvals/%.*s",
	                                       r->s->folder, GP_ARG(r->name));
	char *text = json_dumps(root, JSON_INDENT(1) | JSON_PRESERVE_ORDER);
	bool ok;

	if (!text || !gp_arena_ok(r->arena, e)) {
		free(text);
		return gp_fail(e, GP_NOMEM, "out of memory");
	}
	ok = gp_safe_way(r->s->folder, path.p, e) &&
	     gp_safe_folder(folder.p, e) &&
	     gp_safe_put(path.p, gp_str(text), NULL, e);
	free(text);
	return ok;
}

bool
gp_approval_write(struct gp_releasing *r, struct gp_str by,
                  char digest[GP_SHA256_HEX], struct gp_err *e)
{
	json_t *parts = made_of(r, digest, e);
	json_t *root;
	bool ok;

	if (!parts)
		return false;
	root = json_object();
	put_new(root, "pack", r->name);
	json_object_set_new(root, "edition",
	                    json_integer((json_int_t)r->entry.edition));
	put_new(root, "title", r->entry.title);
	put_new(root, "by", by);
	put_new(root, "time", gp_str(r->s->time));
	if (r->s->file.sign.n)
		put_new(root, "moment", r->entry.moment);
	put_new(root, "digest", gp_str(digest));
	json_object_set_new(root, "made_of", parts);
	ok = put_file(r, root, e);
	json_decref(root);
	return ok;
}

/* NULL without an error: nobody has approved it. */
static json_t *
read_file(const struct gp_releasing *r, unsigned edition, struct gp_err *e)
{
	struct gp_str path = path_of(r, edition);
	struct gp_bytes text;
	json_t *root;

	if (!gp_arena_ok(r->arena, e) || !gp_file_exists(path.p) ||
	    !gp_read(path.p, GP_MAX_PACKFILE_BYTES, &text, e))
		return NULL;
	root = json_loadb((char *)text.data, text.size, 0, NULL);
	gp_bytes_free(&text);
	if (!json_is_object(root)) {
		json_decref(root);
		gp_fail_at(e, GP_INPUT, path.p, 0, 0,
		           "is no approval; remove it and approve again");
		return NULL;
	}
	return root;
}

static bool
refuse(const struct gp_releasing *r, const json_t *approval,
       const json_t *parts, struct gp_err *e)
{
	struct gp_buf text = { .max = 0 };

	put_differences(json_object_get(approval, "made_of"), parts, &text);
	gp_fail_at(e, GP_INPUT, r->settings.folder, 0, 0,
	           "edition %u is not what %.60s approved at %.30s: %.*s; look "
	           "at it with `govpub preview` and approve it again",
	           r->entry.edition, text_at(approval, "by"),
	           text_at(approval, "time"), GP_ARG(gp_buf_view(&text)));
	gp_buf_free(&text);
	return false;
}

static bool
compare(struct gp_releasing *r, const json_t *approval, struct gp_err *e)
{
	char digest[GP_SHA256_HEX];
	json_t *parts = made_of(r, digest, e);
	bool same = parts && strcmp(digest, text_at(approval, "digest")) == 0 &&
	            json_equal(parts, json_object_get(approval, "made_of"));
	bool ok = parts != NULL;

	if (same) {
		r->entry.approved_by =
			gp_arena_cstr(r->arena, text_at(approval, "by"));
		r->entry.approved =
			gp_arena_cstr(r->arena, text_at(approval, "time"));
	} else if (parts && r->s->file.needs_approval) {
		ok = refuse(r, approval, parts, e);
	}
	json_decref(parts);
	return ok && gp_arena_ok(r->arena, e);
}

bool
gp_approval_moment(struct gp_releasing *r, struct gp_err *e)
{
	unsigned edition = gp_ledger_editions(&r->s->ledger, r->name) + 1;
	json_t *approval;

	if (r->approving || !r->s->file.sign.n || !r->s->file.needs_approval)
		return true;
	approval = read_file(r, edition, e);
	if (approval)
		r->moment =
			gp_arena_cstr(r->arena, text_at(approval, "moment"));
	json_decref(approval);
	return e->code == GP_OK && gp_arena_ok(r->arena, e);
}

bool
gp_approval_take(struct gp_releasing *r, struct gp_err *e)
{
	json_t *approval = read_file(r, r->entry.edition, e);
	bool ok;

	if (!approval)
		return e->code == GP_OK &&
		       (!r->s->file.needs_approval ||
		        gp_fail_at(e, GP_INPUT, r->settings.folder, 0, 0,
		                   "nobody has approved edition %u; look at it "
		                   "with `govpub preview` and approve it with "
		                   "`govpub approve --as NAME %s`",
		                   r->entry.edition, r->settings.folder));
	ok = compare(r, approval, e);
	json_decref(approval);
	return ok;
}

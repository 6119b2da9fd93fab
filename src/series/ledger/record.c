/* Folders of an edition: its files, release.json, pieces.json, and undone.json
   once it was taken back.  A folder counts when the ledger has its entry, so
   the order in which its files come does not matter; which editions those are
   is not asked here. */
#include "series/ledger/record.h"

#include "base/file.h"
#include "base/hash.h"
#include "base/limits.h"
#include "base/vec.h"
#include "series/ledger/release_json.h"
#include "series/ledger/safe_file.h"

#include <stdlib.h>
#include <string.h>

static const char release_name[] = GP_RECORD_RELEASE;
static const char pieces_name[] = GP_RECORD_PIECES;
static const char undone_name[] = GP_RECORD_UNDONE;

struct gp_str
gp_record_folder(struct gp_arena *a, const char *series, struct gp_str pack,
                 unsigned edition)
{
	return gp_arena_printf(a, "%s/records/%.*s/%u", series, GP_ARG(pack),
	                       edition);
}

/* ---- writing ---- */

/* The folder of an edition that is to be written or to go. */
static bool
settle_folder(struct gp_arena *a, const char *series,
              const struct gp_release_entry *r, struct gp_str *out,
              struct gp_err *e)
{
	struct gp_str inside;

	*out = gp_record_folder(a, series, r->pack, r->edition);
	inside = gp_arena_printf(a, "%.*s/", GP_ARG(*out));
	return gp_arena_ok(a, e) && gp_safe_way(series, inside.p, e);
}

static bool
put_in(struct gp_arena *a, struct gp_str folder, struct gp_str name,
       struct gp_str bytes, struct gp_err *e)
{
	struct gp_str path =
		gp_arena_printf(a, "%.*s/%.*s", GP_ARG(folder), GP_ARG(name));

	return gp_arena_ok(a, e) && gp_safe_put(path.p, bytes, NULL, e);
}

static json_t *
piece_row(const struct gp_feed_piece *p)
{
	return json_pack("{s:s%, s:s%, s:s%, s:s%}", "id", p->id.p, p->id.n,
	                 "atom", p->atom.p, p->atom.n, "json", p->json.p,
	                 p->json.n, "words", p->words.p, p->words.n);
}

bool
gp_record_pieces_text(const struct gp_feed_piece *pieces, size_t n,
                      struct gp_buf *out, struct gp_err *e)
{
	json_t *list = json_array();
	bool ok = list != NULL;
	char *text = NULL;
	size_t i;

	for (i = 0; ok && i < n; i++)
		ok = json_array_append_new(list, piece_row(&pieces[i])) == 0;
	if (ok)
		text = json_dumps(list, JSON_PRESERVE_ORDER | JSON_INDENT(1));
	json_decref(list);
	if (!text)
		return gp_fail(e, GP_NOMEM, "out of memory");
	gp_buf_puts(out, text);
	free(text);
	return gp_buf_ok(out, e);
}

static bool
write_entry(struct gp_arena *a, struct gp_str folder, const char *name,
            const struct gp_release_entry *r, struct gp_err *e)
{
	struct gp_buf text = { .max = 0 };
	bool ok = gp_release_entry_json(r, &text, e) &&
	          put_in(a, folder, gp_str(name), gp_buf_view(&text), e);

	gp_buf_free(&text);
	return ok;
}

/* What never happened was taken back when the series was opened: a release that
   is here is one that the ledger forgot, and nothing is written over it. */
static bool
check_unused(struct gp_arena *a, struct gp_str folder, struct gp_err *e)
{
	struct gp_str path =
		gp_arena_printf(a, "%.*s/%s", GP_ARG(folder), release_name);

	if (!gp_arena_ok(a, e))
		return false;
	return !gp_file_exists(path.p) ||
	       gp_fail_at(e, GP_OUTPUT, path.p, 0, 0,
	                  "is of a release that the ledger does not have: "
	                  "`govpub series rebuild` makes the ledger again");
}

static bool
write_all(struct gp_arena *a, struct gp_str folder, const struct gp_record *r,
          struct gp_err *e)
{
	size_t i;

	if (!gp_arena_ok(a, e) || !check_unused(a, folder, e) ||
	    !gp_safe_remove_folder(folder.p, e) || !gp_safe_folder(folder.p, e))
		return false;
	for (i = 0; i < r->n_files; i++)
		if (!put_in(a, folder, r->files[i].name, r->files[i].bytes, e))
			return false;
	return put_in(a, folder, gp_str(pieces_name), r->pieces, e) &&
	       write_entry(a, folder, release_name, r->entry, e);
}

bool
gp_record_write(const char *series, const struct gp_record *r, struct gp_err *e)
{
	struct gp_arena *a = gp_arena_new(GP_MAX_PACK_ARENA);
	struct gp_str folder;
	bool ok;

	if (!a)
		return gp_fail(e, GP_NOMEM, "out of memory");
	ok = settle_folder(a, series, r->entry, &folder, e) &&
	     write_all(a, folder, r, e);
	gp_arena_free(a);
	return ok;
}

bool
gp_record_drop(const char *series, struct gp_str pack, unsigned edition,
               struct gp_err *e)
{
	const struct gp_release_entry r = { .pack = pack, .edition = edition };
	struct gp_arena *a = gp_arena_new(GP_MIB);
	struct gp_str folder;
	bool ok;

	if (!a)
		return gp_fail(e, GP_NOMEM, "out of memory");
	ok = settle_folder(a, series, &r, &folder, e) &&
	     gp_safe_remove_folder(folder.p, e);
	gp_arena_free(a);
	return ok;
}

bool
gp_record_note_undone(const char *series, const struct gp_release_entry *r,
                      const struct gp_release_entry *by, struct gp_err *e)
{
	struct gp_arena *a = gp_arena_new(GP_MIB);
	struct gp_str folder;
	bool ok;

	if (!a)
		return gp_fail(e, GP_NOMEM, "out of memory");
	ok = settle_folder(a, series, r, &folder, e) &&
	     write_entry(a, folder, undone_name, by, e);
	gp_arena_free(a);
	return ok;
}

/* ---- reading ---- */

static bool
fail_changed(const char *path, struct gp_err *e)
{
	return gp_fail_at(e, GP_INPUT, path, 0, 0,
	                  "is not what was issued: its SHA-256 is another one "
	                  "than the ledger's; put it back from a copy");
}

/* Nothing that somebody changed is ever served as what was issued. */
static bool
is_as_issued(const struct gp_bytes *b, struct gp_str sha256)
{
	char hex[GP_SHA256_HEX];

	gp_sha256_hex(b->data, b->size, hex);
	return gp_str_eq(sha256, gp_str(hex));
}

static bool
read_issued(const char *series, const struct gp_release_entry *r,
            struct gp_str name, struct gp_str sha256, struct gp_bytes *out,
            struct gp_err *e)
{
	struct gp_arena *a = gp_arena_new(GP_MIB);
	struct gp_str folder, shown;
	struct gp_err why = { 0 };
	bool ok;

	*out = (struct gp_bytes){ NULL, 0 };
	if (!a)
		return gp_fail(e, GP_NOMEM, "out of memory");
	folder = gp_record_folder(a, series, r->pack, r->edition);
	shown = gp_arena_printf(a, "%.*s/%.*s", GP_ARG(folder), GP_ARG(name));
	ok = gp_arena_ok(a, e);
	if (ok &&
	    !gp_read_inside(folder.p, name, GP_MAX_OUTPUT_BYTES, out, &why))
		ok = gp_fail_at(e, why.code, shown.p, 0, 0, "%s", why.msg);
	else if (ok && !is_as_issued(out, sha256))
		ok = fail_changed(shown.p, e);
	if (!ok)
		gp_bytes_free(out);
	gp_arena_free(a);
	return ok;
}

bool
gp_record_read(const char *series, const struct gp_release_entry *r,
               const struct gp_released_file *file, struct gp_bytes *out,
               struct gp_err *e)
{
	return read_issued(series, r, file->file, file->sha256, out, e);
}

static struct gp_str
text_of(const json_t *row, const char *key)
{
	const json_t *v = json_object_get(row, key);
	struct gp_str s = { json_string_value(v), json_string_length(v) };

	return s.p ? s : GP_STR("");
}

/* As an object, so that one is found among thousands; ends `list`. */
static json_t *
by_id(json_t *list, struct gp_err *e)
{
	json_t *all = json_object(), *row;
	bool ok = all != NULL;
	size_t i;

	json_array_foreach(list, i, row) ok =
		ok && json_object_set(all, text_of(row, "id").p, row) == 0;
	json_decref(list);
	if (ok)
		return all;
	json_decref(all);
	gp_fail(e, GP_NOMEM, "out of memory");
	return NULL;
}

/* An erasure that was killed may have left them under their other name. */
static bool
read_pieces(const char *series, const struct gp_release_entry *r,
            struct gp_bytes *text, struct gp_err *e)
{
	struct gp_err why = { 0 }, ignored = { 0 };

	if (read_issued(series, r, gp_str(pieces_name), r->pieces, text,
	                &why) ||
	    read_issued(series, r, GP_STR(GP_RECORD_PIECES_NEXT), r->pieces,
	                text, &ignored))
		return true;
	*e = why;
	return false;
}

json_t *
gp_record_pieces(const char *series, const struct gp_release_entry *r,
                 struct gp_err *e)
{
	struct gp_bytes text;
	json_t *list;

	if (!read_pieces(series, r, &text, e))
		return NULL;
	list = json_loadb((const char *)text.data, text.size, 0, NULL);
	gp_bytes_free(&text);
	if (!json_is_array(list)) {
		json_decref(list);
		gp_fail(e, GP_INPUT, "records/%.*s/%u/%s is no list",
		        GP_ARG(r->pack), r->edition, pieces_name);
		return NULL;
	}
	return by_id(list, e);
}

bool
gp_record_piece(const json_t *pieces, struct gp_str id,
                struct gp_feed_piece *out)
{
	const json_t *row = json_object_get(pieces, id.p);

	*out = (struct gp_feed_piece){
		.id = id,
		.atom = text_of(row, "atom"),
		.json = text_of(row, "json"),
		.words = text_of(row, "words"),
	};
	return row != NULL;
}

/* ---- every entry ---- */

struct entry_rows {
	struct gp_arena *arena;
	struct gp_release_entry *rows;
	size_t n, room;
};

static bool
take_entry(struct entry_rows *all, struct gp_str folder, const char *name,
           struct gp_err *e)
{
	struct gp_str path =
		gp_arena_printf(all->arena, "%.*s/%s", GP_ARG(folder), name);
	struct gp_release_entry *row;
	struct gp_entry_flaw flaw;
	struct gp_bytes text;
	bool ok;

	if (!gp_arena_ok(all->arena, e))
		return false;
	if (!gp_file_exists(path.p))
		return true;
	row = GP_VEC_ADD(all->arena, all->rows, all->n, all->room);
	if (!gp_arena_ok(all->arena, e) ||
	    !gp_read(path.p, GP_MAX_LEDGER_ENTRY, &text, e))
		return false;
	ok = gp_release_entry_read(
		all->arena, (struct gp_str){ (char *)text.data, text.size },
		row, &flaw);
	gp_bytes_free(&text);
	return ok || gp_fail_at(e, GP_INPUT, path.p, flaw.line, 0,
	                        "%s; put it back from a copy", flaw.why);
}

static bool
take_pack(struct entry_rows *all, struct gp_str folder, struct gp_err *e)
{
	struct gp_name_list editions;
	struct gp_str path;
	size_t i;

	if (!gp_safe_list(all->arena, folder.p, &editions, e))
		return false;
	for (i = 0; i < editions.n; i++) {
		path = gp_arena_printf(all->arena, "%.*s/%.*s", GP_ARG(folder),
		                       GP_ARG(editions.rows[i]));
		if (!take_entry(all, path, release_name, e) ||
		    !take_entry(all, path, undone_name, e))
			return false;
	}
	return true;
}

static int
by_number(const void *a, const void *b)
{
	const struct gp_release_entry *x = a, *y = b;

	return (x->number > y->number) - (x->number < y->number);
}

bool
gp_record_entries(struct gp_arena *a, const char *series,
                  struct gp_release_entry **rows, size_t *n, struct gp_err *e)
{
	struct entry_rows all = { .arena = a };
	struct gp_str folder = gp_arena_printf(a, "%s/records", series), path;
	struct gp_name_list packs;
	size_t i;

	if (!gp_arena_ok(a, e) || !gp_safe_list(a, folder.p, &packs, e))
		return false;
	for (i = 0; i < packs.n; i++) {
		if (!gp_is_plain_name(packs.rows[i]))
			continue;
		path = gp_arena_printf(a, "%.*s/%.*s", GP_ARG(folder),
		                       GP_ARG(packs.rows[i]));
		if (!gp_arena_ok(a, e) || !take_pack(&all, path, e))
			return false;
	}
	if (all.n)
		qsort(all.rows, all.n, sizeof *all.rows, by_number);
	*rows = all.rows;
	*n = all.n;
	return gp_arena_ok(a, e);
}

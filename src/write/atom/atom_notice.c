/* Entries of a few words: that an article was corrected, and how; that one was
   withdrawn, and nothing else of it.  Which articles these are it does not
   know, nor whether the article itself says so. */
#include "write/atom/atom_piece.h"

#include "wording/printed_fields.h"
#include "write/atom/atom_entry.h"

#include <jansson.h>
#include <stdlib.h>

struct short_entry {
	const struct gp_pack *pack;
	struct gp_str id, title, text;
	struct gp_str original; /* an address, or "" */
	char updated[GP_DATE_TEXT];
};

static void
write_fields(struct gp_xml *x, const struct short_entry *s)
{
	gp_xml_element(x, "title", s->title);
	gp_xml_element(x, "id", s->id);
	if (s->original.n)
		gp_atom_link(x, "alternate", NULL, s->original);
	gp_xml_element(x, "published", gp_str(s->updated));
	gp_xml_element(x, "updated", gp_str(s->updated));
	gp_atom_author(x, gp_atom_publisher(s->pack));
	gp_atom_marking(x, s->pack->info.marking);
	gp_xml_open(x, "content");
	gp_xml_attrz(x, "type", "text");
	gp_xml_text(x, s->text);
	gp_xml_close(x);
}

static bool
write_atom(const struct short_entry *s, struct gp_buf *out, struct gp_err *e)
{
	struct gp_xml *x = gp_xml_new(out, true);

	if (x) {
		gp_xml_open(x, "entry");
		write_fields(x, s);
		gp_xml_close(x);
	}
	return gp_xml_finish(x, e) && gp_buf_ok(out, e);
}

static bool
write_json(const struct short_entry *s, struct gp_buf *out, struct gp_err *e)
{
	json_t *item = json_pack(
		"{s:s%, s:s%, s:s%, s:s, s:s}", "id", s->id.p, s->id.n, "title",
		s->title.p, s->title.n, "content_text", s->text.p, s->text.n,
		"date_published", s->updated, "date_modified", s->updated);
	char *text =
		item ? json_dumps(item, JSON_PRESERVE_ORDER | JSON_INDENT(1))
		     : NULL;

	json_decref(item);
	if (!text)
		return gp_fail(e, GP_NOMEM, "out of memory");
	gp_buf_puts(out, text);
	free(text);
	return gp_buf_ok(out, e);
}

static bool
write_both(const struct short_entry *s, struct gp_buf *atom,
           struct gp_buf *json, struct gp_err *e)
{
	return write_atom(s, atom, e) && write_json(s, json, e);
}

bool
gp_atom_notice(const struct gp_atom_piece_of *what, struct gp_str id,
               struct gp_str note, struct gp_buf *atom, struct gp_buf *json,
               struct gp_err *e)
{
	const struct gp_doc *doc = what->entry->doc;
	struct short_entry s = { .pack = what->pack, .id = id, .text = note };
	struct gp_buf title = { .max = 0 }, url = { .max = 0 };
	bool ok;

	gp_date_utc(&what->updated, s.updated);
	gp_buf_str(&title, gp_word(what->pack->labels, GP_W_CORRECTION));
	gp_buf_str(&title, gp_word(what->pack->labels, GP_W_COLON));
	gp_buf_str(&title, gp_atom_title(what->pack, doc));
	s.title = gp_buf_view(&title);
	if (gp_atom_original(doc, &url))
		s.original = gp_buf_view(&url);
	ok = gp_buf_ok(&title, e) && gp_buf_ok(&url, e) &&
	     write_both(&s, atom, json, e);
	gp_buf_free(&title);
	gp_buf_free(&url);
	return ok;
}

static bool
write_emptied(struct short_entry *s, const struct gp_date *updated,
              struct gp_buf *atom, struct gp_buf *json, struct gp_err *e)
{
	gp_date_utc(updated, s->updated);
	return write_both(s, atom, json, e);
}

bool
gp_atom_withdrawn(const struct gp_pack *pack, struct gp_str id,
                  const struct gp_date *updated, struct gp_buf *atom,
                  struct gp_buf *json, struct gp_err *e)
{
	struct short_entry s = {
		.pack = pack,
		.id = id,
		.title = gp_word(pack->labels, GP_W_WITHDRAWN),
		.text = gp_word(pack->labels, GP_W_ARTICLE_IS_OUT),
	};

	return write_emptied(&s, updated, atom, json, e);
}

bool
gp_atom_notice_gone(const struct gp_pack *pack, struct gp_str id,
                    const struct gp_date *updated, struct gp_buf *atom,
                    struct gp_buf *json, struct gp_err *e)
{
	struct short_entry s = {
		.pack = pack,
		.id = id,
		.title = gp_word(pack->labels, GP_W_CORRECTION),
		.text = gp_word(pack->labels, GP_W_NO_LONGER),
	};

	return write_emptied(&s, updated, atom, json, e);
}

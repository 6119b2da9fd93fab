/* What was found for a tag is kept with it, also that nothing was: articles of
   a pack are in few languages.  A data folder without such files is none that
   is broken: there is English without any. */
#include "pack/label_files.h"

#include "base/file.h"
#include "base/limits.h"
#include "base/text/lang.h"
#include "config/labels/labels_file.h"

struct gp_label_file {
	char tag[GP_LANG_TAG]; /* asked for */
	const struct gp_labels *labels;
	struct gp_label_file *next;
};

static const struct gp_str usual_english = { "en-GB", 5 };

static struct gp_str
path_of(const struct gp_label_files *f, struct gp_str tag)
{
	return gp_arena_printf(f->arena, "%s/styles/labels/%.*s.yaml", f->data,
	                       GP_ARG(tag));
}

static bool
is_there(const struct gp_label_files *f, struct gp_str tag)
{
	struct gp_str path = path_of(f, tag);

	return path.n && gp_file_exists(path.p);
}

/* The tag of the file that serves `tag`; "" for none. */
static struct gp_str
served_by(const struct gp_label_files *f, struct gp_str tag)
{
	while (!is_there(f, tag))
		if (!gp_lang_widen(&tag))
			return gp_lang_is_same(tag, usual_english) &&
			                       is_there(f, usual_english)
			               ? usual_english
			               : GP_STR("");
	return tag;
}

static bool
read_file(struct gp_label_files *f, struct gp_str tag,
          const struct gp_labels **out, struct gp_err *e)
{
	struct gp_str path = path_of(f, tag);
	struct gp_bytes text;

	if (!gp_arena_ok(f->arena, e) ||
	    !gp_read(path.p, GP_MAX_STYLE_BYTES, &text, e))
		return false;
	*out = gp_labels_read(f->arena, path.p,
	                      (struct gp_str){ (char *)text.data, text.size },
	                      e);
	gp_bytes_free(&text);
	return *out != NULL;
}

/* Regions of a language share the words that they have in common. */
static bool
open_row(struct gp_label_files *f, struct gp_label_file *row, struct gp_err *e)
{
	struct gp_str tag = served_by(f, gp_str(row->tag));

	if (tag.n == 0)
		return gp_arena_ok(f->arena, e);
	if (tag.p != row->tag || tag.n != gp_str(row->tag).n)
		return gp_label_files_find(f, tag, &row->labels, e);
	return read_file(f, tag, &row->labels, e);
}

bool
gp_label_files_find(struct gp_label_files *f, struct gp_str lang,
                    const struct gp_labels **out, struct gp_err *e)
{
	char tag[GP_LANG_TAG];
	struct gp_label_file *row = f->first;

	*out = NULL;
	gp_lang_canonical(lang, tag);
	if (!tag[0] || !f->data)
		return true;
	while (row && !gp_str_eq(gp_str(row->tag), gp_str(tag)))
		row = row->next;
	if (!row) {
		row = gp_arena_alloc(f->arena, sizeof *row);
		if (!row)
			return gp_arena_ok(f->arena, e);
		gp_lang_canonical(lang, row->tag);
		if (!open_row(f, row, e))
			return false;
		row->next = f->first;
		f->first = row;
	}
	*out = row->labels;
	return true;
}

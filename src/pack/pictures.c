/* The picture of each figure of a document: out of its container, a data:
   address or a file beside the article, cleaned, named by a digest of its
   bytes and kept once however often it is shown.  What is on the web is not
   fetched; a figure without its picture stays a figure, and why is a
   finding.  What is in a picture is known to import/picture alone. */
#include "pack/pictures.h"

#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/hex.h"
#include "base/limits.h"
#include "import/picture/image.h"
#include "base/text/mimecode.h"
#include "base/text/uri.h"
#include "base/vec.h"

#include <string.h>

enum { NAME_DIGITS = 16, SHOWN = 120 };

/* One figure on its way to its picture. */
struct search {
	const struct gp_picture_place *place;
	const struct gp_node *figure;
	const struct gp_node_figure *asks; /* what the figure says */
	struct gp_str shown;               /* what messages call the picture */
	struct gp_str name; /* in the pack; "": not found so far */
	struct gp_err *e;
};

bool
gp_pictures_open(struct gp_pictures *p, struct gp_err *e)
{
	*p = (struct gp_pictures){
		.arena = gp_arena_new(GP_MAX_PICTURES_ARENA),
	};
	p->by_name.arena = p->used.arena = p->arena;
	return p->arena || gp_fail(e, GP_NOMEM, "out of memory");
}

void
gp_pictures_free(struct gp_pictures *p)
{
	gp_arena_free(p->arena);
	*p = (struct gp_pictures){ .arena = NULL };
}

bool
gp_pictures_used(const struct gp_pictures *p, struct gp_str name)
{
	return gp_map_find(&p->used, name) != NULL;
}

/* ---- findings ---- */

static void
complain(const struct search *s, enum gp_level level, const char *why)
{
	gp_diag_add(s->place->diag, level, "picture", s->place->path,
	            s->figure->at.first,
	            "the picture `%.*s` is not in the pack: it %s",
	            GP_ARG(gp_str_sub(s->shown, 0, SHOWN)), why);
}

/* ---- into the pack ---- */

static bool
refuse_more(const struct search *s)
{
	char why[SHOWN];

	gp_format(why, sizeof why,
	          "is one too many: a pack has %zu pictures at most",
	          GP_MAX_IMAGES);
	complain(s, GP_WARNING, why);
	return true;
}

/* What is not as it was, on screens and on paper. */
static void
tell_changes(const struct search *s, const struct gp_image *image)
{
	if (image->left_out.n)
		gp_diag_add(s->place->diag, GP_WARNING, "picture-part",
		            s->place->path, s->figure->at.first,
		            "the picture `%.*s` is shown without its <%.*s>",
		            GP_ARG(gp_str_sub(s->shown, 0, SHOWN)),
		            GP_ARG(image->left_out));
	if (image->undrawn.n)
		gp_diag_add(s->place->diag, GP_WARNING, "picture-screen",
		            s->place->path, s->figure->at.first,
		            "the picture `%.*s` is shown on screens alone, in "
		            "the PDF its words stand for it: it has what is "
		            "not drawn there, %.*s",
		            GP_ARG(gp_str_sub(s->shown, 0, SHOWN)),
		            GP_ARG(image->undrawn));
}

static bool
add_image(struct search *s, struct gp_image *image)
{
	struct gp_pictures *p = s->place->pictures;
	char hex[GP_SHA256_HEX];
	struct gp_image *row;

	gp_sha256_hex(image->data.p, image->data.n, hex);
	image->name = gp_arena_printf(p->arena, "%.*s%s", NAME_DIGITS, hex,
	                              gp_image_suffix(image));
	if (image->name.n && !gp_map_find(&p->by_name, image->name)) {
		if (p->count >= GP_MAX_IMAGES)
			return refuse_more(s);
		row = GP_VEC_ADD(p->arena, p->rows, p->count, p->room);
		if (!row)
			return gp_arena_ok(p->arena, s->e);
		*row = *image;
		gp_map_put(&p->by_name, image->name, p);
	}
	s->name = image->name;
	tell_changes(s, image);
	if (s->asks->alt.n == 0)
		gp_diag_add(s->place->diag, GP_WARNING, "no-alt",
		            s->place->path, s->figure->at.first,
		            "a picture has no words for those who cannot see "
		            "it");
	return gp_arena_ok(p->arena, s->e);
}

/* A picture that is damaged or over a limit costs the article no word. */
static bool
take_bytes(struct search *s, struct gp_str data)
{
	struct gp_err own = { 0 };
	struct gp_image image;

	if (gp_image_take(s->place->pictures->arena, data, &image, &own))
		return add_image(s, &image);
	if (!gp_arena_ok(s->place->pictures->arena, s->e))
		return false;
	if (own.code != GP_INPUT && own.code != GP_LIMIT)
		return gp_fail(s->e, own.code, "%s", own.msg);
	complain(s, GP_WARNING, own.msg);
	return true;
}

/* ---- where it is ---- */

/* What "%3C" stands for, where a pair of digits follows (RFC 3986, 2.1). */
static void
put_unescaped(struct gp_str s, struct gp_buf *out)
{
	size_t i;

	for (i = 0; i < s.n; i++) {
		int byte = s.p[i] == '%' ? gp_hex_byte(s, i + 1) : -1;

		gp_buf_putc(out, byte < 0 ? s.p[i] : (char)byte);
		i += byte < 0 ? 0 : 2;
	}
}

/* "data:image/png;base64,..." or, of text, "data:image/svg+xml,%3Csvg..." */
static bool
take_data(struct search *s, struct gp_str target)
{
	size_t comma = gp_str_find(target, GP_STR(","), 0);
	struct gp_str head = gp_str_sub(target, 0, comma);
	struct gp_str rest = gp_str_sub(target, comma + 1, target.n);
	struct gp_buf data = { .max = GP_MAX_IMAGE_BYTES };
	bool ok;

	s->shown = GP_STR("data:");
	if (gp_str_ends(head, GP_STR(";base64")))
		gp_base64_decode(rest, &data);
	else
		put_unescaped(rest, &data);
	ok = gp_buf_ok(&data, s->e) && take_bytes(s, gp_buf_view(&data));
	gp_buf_free(&data);
	return ok;
}

/* Why an address may not be read, or NULL. */
static const char *
path_fault(struct gp_str path)
{
	struct gp_str part;

	if (gp_uri_has(path, "file"))
		return "is a file: address, which may lead anywhere";
	if (path.n == 0 || gp_uri_scheme(path))
		return "is no file beside the article";
	if (path.p[0] == '/' || path.p[0] == '\\')
		return "is an absolute path; put the file beside the article";
	if (gp_str_find(path, GP_STR("\\"), 0) < path.n)
		return "has a backslash in its path; write /";
	while (gp_str_split(&path, '/', &part))
		if (gp_str_eq(part, GP_STR("..")))
			return "leads out of the content folder (..)";
		else if (part.n == 0 || part.p[0] == '.')
			return "is hidden or has no name";
	return NULL;
}

static void
note_used(struct gp_pictures *p, struct gp_str path)
{
	struct gp_str first =
		gp_str_sub(path, 0, gp_str_find(path, GP_STR("/"), 0));

	gp_map_put(&p->used, gp_arena_str(p->arena, first), p);
}

static bool
take_file(struct search *s, struct gp_str path)
{
	struct gp_err own = { 0 };
	struct gp_picture_file file = { .path = path };
	bool ok;

	if (!gp_read_inside(s->place->folder, path, GP_MAX_IMAGE_BYTES,
	                    &file.bytes, &own)) {
		if (own.code == GP_NOMEM)
			return gp_fail(s->e, GP_NOMEM, "out of memory");
		complain(s, GP_WARNING,
		         own.code == GP_LIMIT
		                 ? own.msg
		                 : "is no file that can be read in the content "
		                   "folder; save it there under that name "
		                   "(links are not followed)");
		return true;
	}
	note_used(s->place->pictures, path);
	if (s->place->read)
		s->place->read(s->place->user, &file);
	ok = take_bytes(
		s, (struct gp_str){ (char *)file.bytes.data, file.bytes.size });
	gp_bytes_free(&file.bytes);
	return ok;
}

static bool
search_folder(struct search *s)
{
	struct gp_buf buf = { .max = GP_MAX_LINE_BYTES };
	struct gp_str path = gp_picture_path(s->asks->image, GP_STR(""), &buf);
	const char *why = path_fault(path);
	bool ok = gp_buf_ok(&buf, s->e);

	if (ok && why)
		complain(s, GP_WARNING, why);
	else if (ok && s->place->folder && s->place->draft->part.n == 0)
		ok = take_file(s, path);
	else if (ok)
		complain(s, GP_WARNING, "came with no file of that name");
	gp_buf_free(&buf);
	return ok;
}

static bool
is_on_web(struct gp_str s)
{
	return gp_uri_has(s, "http") || gp_uri_has(s, "https") ||
	       gp_str_starts(s, GP_STR("//"));
}

/* True when a path may mean a file that lies with the article. */
static bool
is_beside(const struct gp_picture_place *place, struct gp_str target)
{
	return place->folder && !place->all->container && target.n > 0 &&
	       target.p[0] != '/';
}

static bool
find_picture(struct search *s)
{
	struct gp_str image = s->asks->image, origin = s->asks->origin;
	const struct gp_attachment *f =
		gp_articles_find(s->place->all, s->place->draft, image, origin);

	if (f)
		return take_bytes(s, f->data);
	if (gp_uri_has(image, "data"))
		return take_data(s, image);
	if (!is_on_web(image) &&
	    (!is_on_web(origin) || is_beside(s->place, image)))
		return search_folder(s);
	complain(s, GP_NOTE, "is on the web, and nothing is fetched");
	return true;
}

bool
gp_pictures_take(void *place, const struct gp_node *figure, struct gp_str *name,
                 struct gp_err *e)
{
	const struct gp_node_figure *asks = gp_node_figure(figure);
	struct search s = { .place = place,
		            .figure = figure,
		            .asks = asks,
		            .shown = asks->image,
		            .e = e };

	*name = asks->image;
	if (figure->is_other)
		return true;
	if (!find_picture(&s))
		return false;
	*name = is_on_web(asks->image) ? asks->image : asks->origin;
	if (s.name.n)
		*name = s.name;
	return true;
}

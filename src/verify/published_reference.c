/* Manifests asked for their references: that of a published folder, or those of
   the folders in it, as a copy of a site has them.  What a manifest says is
   believed; whether it is true is asked by others. */
#include "verify/published_reference.h"

#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

struct reference_look {
	struct gp_inspect in; /* its name: the folder */
	const char *reference;
	size_t found;
};

bool
gp_reference_typed(const char *typed, char out[GP_REFERENCE_TEXT],
                   struct gp_err *e)
{
	return gp_reference_read(gp_str(typed), out) ||
	       gp_fail(e, GP_USAGE,
	               "`%.60s` is no reference: it is 16 letters and digits, "
	               "as W6M6-R70A-7VNS-J1AZ",
	               typed);
}

void
gp_reference_unknown(struct gp_inspect *in, const char *reference)
{
	gp_found(in, GP_CHECK_REFERENCE_UNKNOWN, NULL, 0,
	         "no pack here has the reference %s; look at each of its signs "
	         "again",
	         reference);
}

/* ---- one manifest ---- */

static const char *
text_at(const json_t *row, const char *key)
{
	const char *text = json_string_value(json_object_get(row, key));

	return text ? text : "";
}

static void
tell_pack(struct reference_look *l, const char *place, const json_t *pack)
{
	json_int_t edition =
		json_integer_value(json_object_get(pack, "edition"));
	char which[48] = "";

	if (edition > 0)
		gp_format(which, sizeof which, "edition %lld of ",
		          (long long)edition);
	gp_found(&l->in, GP_CHECK_REFERENCE_FOUND, place, 0,
	         "%s is the reference of %s\"%s\", %s, %s", l->reference, which,
	         text_at(pack, "title"), text_at(pack, "date"),
	         text_at(pack, "identifier"));
	l->found++;
}

/* A folder without a manifest holds no pack. */
static bool
look_at_manifest(struct reference_look *l, const char *folder,
                 const char *place)
{
	struct gp_str path =
		gp_arena_printf(l->in.arena, "%s/manifest.json", folder);
	struct gp_bytes bytes = { NULL, 0 };
	json_t *root;
	const json_t *pack;

	if (!gp_arena_ok(l->in.arena, l->in.err))
		return false;
	if (!gp_file_exists(path.p))
		return true;
	if (!gp_read(path.p, GP_MAX_PACK_ARENA, &bytes, l->in.err))
		return false;
	root = json_loadb((const char *)bytes.data, bytes.size,
	                  JSON_REJECT_DUPLICATES, NULL);
	gp_bytes_free(&bytes);
	pack = json_object_get(root, "pack");
	if (strcmp(text_at(pack, "reference"), l->reference) == 0)
		tell_pack(l, place, pack);
	json_decref(root);
	return true;
}

/* ---- the folders ---- */

static bool
look_into(struct reference_look *l, const char *name)
{
	struct gp_str path =
		gp_arena_printf(l->in.arena, "%s/%s", l->in.name, name);

	return name[0] == '.' || (gp_arena_ok(l->in.arena, l->in.err) &&
	                          look_at_manifest(l, path.p, name));
}

static bool
look_into_all(struct reference_look *l)
{
	struct dirent **rows = NULL;
	int i, n = scandir(l->in.name, &rows, NULL, alphasort);
	bool ok = true;

	if (n < 0)
		return gp_fail_at(l->in.err, GP_INPUT, l->in.name, 0, 0,
		                  "cannot be read: %s", strerror(errno));
	for (i = 0; i < n; i++) {
		ok = ok && look_into(l, rows[i]->d_name);
		free(rows[i]);
	}
	free(rows);
	return ok;
}

bool
gp_reference_find(const char *out, const char *typed, struct gp_diag *d,
                  struct gp_err *e)
{
	struct reference_look l = {
		.in = { .name = out, .diag = d, .err = e },
	};
	char reference[GP_REFERENCE_TEXT];
	bool ok;

	if (!gp_reference_typed(typed, reference, e))
		return false;
	l.reference = reference;
	l.in.arena = gp_arena_new(GP_MAX_CHECK_ARENA);
	if (!l.in.arena)
		return gp_fail(e, GP_NOMEM, "out of memory");
	ok = look_at_manifest(&l, out, NULL) && look_into_all(&l);
	if (ok && l.found == 0)
		gp_reference_unknown(&l.in, reference);
	gp_arena_free(l.in.arena);
	return ok;
}

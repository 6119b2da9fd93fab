/* Told by the list alone: every line of it names PACK/SHA256SUMS. A name
   that leads elsewhere makes it no copy; whether packs are there is not
   looked at. */
#include "verify/published_copy.h"

#include "base/limits.h"
#include "verify/sums.h"

static const struct gp_str list_name = { "/SHA256SUMS", 11 };

/* The folder of the pack that a line is about, or "". */
static struct gp_str
pack_of(struct gp_str line)
{
	struct gp_str sum, name;

	if (!gp_sums_line(line, &sum, &name) || !gp_str_ends(name, list_name))
		return GP_STR("");
	name = gp_str_sub(name, 0, name.n - list_name.n);
	if (name.n == 0 || name.p[0] == '.' ||
	    gp_str_find(name, GP_STR("/"), 0) < name.n)
		return GP_STR("");
	return name;
}

static bool
is_list_of_lists(struct gp_str text)
{
	struct gp_str line;
	size_t n = 0;

	while (gp_str_split(&text, '\n', &line)) {
		if (line.n == 0)
			continue;
		if (pack_of(line).n == 0)
			return false;
		n++;
	}
	return n > 0;
}

bool
gp_published_copy(struct gp_arena *a, const char *folder,
                  bool (*take)(void *user, struct gp_str pack), void *user,
                  bool *is_copy, struct gp_err *e)
{
	struct gp_str path =
		gp_arena_printf(a, "%s%.*s", folder, GP_ARG(list_name));
	struct gp_err why = { .code = GP_OK };
	struct gp_bytes bytes;
	struct gp_str text, line;
	bool ok = true;

	*is_copy = false;
	if (!gp_arena_ok(a, e))
		return false;
	if (!gp_read(path.p, GP_MAX_PACKFILE_BYTES, &bytes, &why))
		return why.code != GP_NOMEM ||
		       gp_fail(e, GP_NOMEM, "out of memory");
	text = (struct gp_str){ (const char *)bytes.data, bytes.size };
	*is_copy = is_list_of_lists(text);
	while (ok && *is_copy && gp_str_split(&text, '\n', &line))
		ok = line.n == 0 || take(user, pack_of(line));
	gp_bytes_free(&bytes);
	return ok;
}

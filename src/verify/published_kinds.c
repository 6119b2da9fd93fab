/* manifest.json and SHA256SUMS as files that `check` is given beside the
   outputs they stand with: whether they can be read, each by itself.  It does
   not know whether what they say is true: `verify` asks that, which has the
   whole folder. */
#include "verify/inspect.h"
#include "verify/sums.h"

#include <jansson.h>

/* ---- SHA256SUMS ---- */

static bool
is_sums(struct gp_str head)
{
	struct gp_str line, sum, name;

	return gp_str_split(&head, '\n', &line) &&
	       gp_sums_line(line, &sum, &name);
}

static bool
look_at_sums(struct gp_inspect *in, struct gp_str bytes)
{
	struct gp_str line, sum, name;
	unsigned number = 0;

	while (gp_str_split(&bytes, '\n', &line)) {
		number++;
		if (line.n && !gp_sums_line(line, &sum, &name))
			gp_found(in, GP_CHECK_VERIFY_SUMS, NULL, number,
			         "the line is no checksum and name");
	}
	return true;
}

const struct gp_file_kind gp_kind_sums = {
	.name = "list of checksums",
	.is = is_sums,
	.look = look_at_sums,
};

/* ---- manifest.json ---- */

/* The first key is the program's name, as its writer has it. */
static bool
is_manifest(struct gp_str head)
{
	static const struct gp_str key = { "\"govpub\"", 8 };

	if (head.n == 0 || head.p[0] != '{')
		return false;
	return gp_str_starts(gp_str_trim(gp_str_sub(head, 1, head.n)), key);
}

static bool
look_at_manifest(struct gp_inspect *in, struct gp_str bytes)
{
	json_error_t where;
	json_t *root =
		json_loadb(bytes.p, bytes.n, JSON_REJECT_DUPLICATES, &where);

	if (!root)
		gp_found(in, GP_CHECK_VERIFY_MANIFEST, NULL,
		         where.line > 0 ? (unsigned)where.line : 0,
		         "it is no JSON: %s", where.text);
	else if (!json_is_array(json_object_get(root, "outputs")) ||
	         !json_is_array(json_object_get(root, "inputs")))
		gp_found(in, GP_CHECK_VERIFY_MANIFEST, NULL, 0,
		         "it names no outputs or no inputs");
	json_decref(root);
	return true;
}

const struct gp_file_kind gp_kind_manifest = {
	.name = "manifest",
	.is = is_manifest,
	.look = look_at_manifest,
};

/* The lists of a folder that was published, or of a copy of a site, each
   with the day of its pack as the manifest has it, since a copy knows no
   better. The files that a list names are not opened. */
#include "base/file.h"
#include "verify/published_copy.h"
#include "verify/signatures/signature_check.h"

#include <jansson.h>

struct published_lists {
	struct gp_inspect in; /* its name: the folder */
	struct gp_signature_check check;
	struct gp_date newest;
};

/* ---- when ---- */

/* The middle of a day, which is all that a manifest says. */
static struct gp_date
read_day(struct published_lists *p, const char *folder)
{
	struct gp_str path =
		gp_arena_printf(p->in.arena, "%s/manifest.json", folder);
	struct gp_date day = { .precision = GP_NO_DATE };
	struct gp_err ignored = { .code = GP_OK };
	struct gp_bytes bytes;
	const char *text;
	json_t *root;

	if (path.n == 0 ||
	    !gp_read(path.p, GP_MAX_PACK_ARENA, &bytes, &ignored))
		return day;
	root = json_loadb((const char *)bytes.data, bytes.size,
	                  JSON_REJECT_DUPLICATES, NULL);
	gp_bytes_free(&bytes);
	text = json_string_value(
		json_object_get(json_object_get(root, "pack"), "date"));
	if (text && gp_date_parse(gp_str(text), &day) &&
	    day.precision == GP_DAY) {
		day.precision = GP_SECOND;
		day.hour = 12;
	}
	json_decref(root);
	return day;
}

/* What the caller says counts for all. */
static struct gp_date
time_for(struct published_lists *p, struct gp_date day)
{
	const char *given = p->check.settings->date;
	struct gp_date date;

	return given && gp_date_parse(gp_str(given), &date) ? date : day;
}

/* ---- lists ---- */

static bool
check_folder(struct published_lists *p, struct gp_str name, struct gp_date day)
{
	struct gp_signed_list list = { .time = time_for(p, day) };
	struct gp_str path =
		gp_arena_printf(p->in.arena, "%s/%.*s%sSHA256SUMS", p->in.name,
	                        GP_ARG(name), name.n ? "/" : "");

	if (!gp_arena_ok(p->in.arena, p->in.err))
		return false;
	list.path = path.p;
	list.name = gp_str_sub(path, gp_str(p->in.name).n + 1, path.n).p;
	return gp_signature_check_list(&p->check, &list);
}

static bool
check_pack(void *user, struct gp_str name)
{
	struct published_lists *p = user;
	struct gp_str folder = gp_arena_printf(p->in.arena, "%s/%.*s",
	                                       p->in.name, GP_ARG(name));
	struct gp_date day;

	if (!gp_arena_ok(p->in.arena, p->in.err))
		return false;
	day = read_day(p, folder.p);
	if (day.precision != GP_NO_DATE && (p->newest.precision == GP_NO_DATE ||
	                                    gp_date_cmp(&p->newest, &day) < 0))
		p->newest = day;
	return check_folder(p, name, day);
}

static bool
check_lists(struct published_lists *p)
{
	bool is_copy;

	p->newest = read_day(p, p->in.name);
	if (!gp_published_copy(p->in.arena, p->in.name, check_pack, p, &is_copy,
	                       p->in.err))
		return false;
	return check_folder(p, GP_STR(""), p->newest);
}

bool
gp_signatures_verify(const struct gp_settings *settings,
                     const struct gp_signers_wanted *wanted, const char *out,
                     struct gp_diag *d, struct gp_err *e)
{
	struct published_lists p = {
		.in = { .name = out, .diag = d, .err = e },
		.check = { .settings = settings, .wanted = wanted },
	};
	bool ok;

	p.check.in = &p.in;
	p.in.arena = gp_arena_new(GP_MAX_CHECK_ARENA);
	if (!p.in.arena)
		return gp_fail(e, GP_NOMEM, "out of memory");
	ok = gp_signature_check_begin(&p.check) && check_lists(&p);
	if (ok)
		gp_signature_check_end(&p.check);
	gp_arena_free(p.in.arena);
	return ok;
}

/* The choice of the kind of file that is looked at, by its first bytes, as a
   name may lie.  What is wrong with a file is not known here but in the folder
   of its kind. */
#include "base/buf.h"
#include "verify/inspect.h"

static const struct gp_file_kind *const kinds[] = {
#define GP_FILE_KIND(name) &gp_kind_##name,
#include "verify/file_kinds.def"
#undef GP_FILE_KIND
};

enum { N_KINDS = sizeof kinds / sizeof kinds[0], HEAD_SIZE = 1024 };

static const struct gp_file_kind *
kind_of(struct gp_str bytes)
{
	struct gp_str head = gp_str_sub(bytes, 0, HEAD_SIZE);
	size_t i;

	for (i = 0; i < N_KINDS; i++)
		if (kinds[i]->is(head))
			return kinds[i];
	return NULL;
}

/* "this is no EPUB, PDF or Atom feed" */
static bool
fail_unknown(const char *name, struct gp_err *e)
{
	struct gp_buf names = { .max = 0 };
	size_t i;

	for (i = 0; i < N_KINDS; i++) {
		if (i > 0)
			gp_buf_puts(&names, i + 1 < N_KINDS ? ", " : " or ");
		gp_buf_puts(&names, kinds[i]->name);
	}
	if (gp_buf_ok(&names, e))
		gp_fail_at(e, GP_INPUT, name, 0, 0, "this is no %s",
		           names.data);
	gp_buf_free(&names);
	return false;
}

bool
gp_check(const char *name, const void *data, size_t size, struct gp_diag *d,
         struct gp_err *e)
{
	struct gp_str bytes = { data, size };
	const struct gp_file_kind *kind = kind_of(bytes);
	struct gp_inspect in = { .name = name, .diag = d, .err = e };
	bool ok;

	if (!kind)
		return fail_unknown(name, e);
	if (size > GP_MAX_CHECK_BYTES)
		return gp_fail_at(e, GP_LIMIT, name, 0, 0,
		                  "the file is larger than %zu MiB",
		                  GP_MAX_CHECK_BYTES / GP_MIB);
	in.steps = GP_MAX_CHECK_STEPS + GP_MAX_CHECK_STEPS_A_BYTE * size;
	in.arena = gp_arena_new(GP_MAX_CHECK_ARENA);
	if (!in.arena)
		return gp_fail(e, GP_NOMEM, "out of memory");
	ok = kind->look(&in, bytes) && gp_arena_ok(in.arena, e);
	gp_arena_free(in.arena);
	return ok || gp_fail_in(e, name);
}

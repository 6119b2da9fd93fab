/* The list of checks, and which of them a file goes through: told by its
   bytes, as a name may lie. */
#include "verify/inspect.h"

#define GP_CHECK(name, level, code, text) { code, level, text },
static const struct gp_check_row rows[] = {
#include "verify/checks.def"
};
#undef GP_CHECK

const struct gp_check_row *
gp_check_at(size_t i)
{
	return i < GP_N_CHECKS ? &rows[i] : NULL;
}

void
gp_found(struct gp_inspect *in, enum gp_check_id id, const char *place,
         unsigned line, const char *fmt, ...)
{
	va_list args;

	if (in->same[id]++ > GP_MAX_CHECK_SAME)
		return;
	va_start(args, fmt);
	if (in->same[id] > GP_MAX_CHECK_SAME)
		gp_diag_add(in->diag, rows[id].level, rows[id].code, in->name,
		            0, "there are more of these");
	else
		gp_diag_vadd(in->diag, rows[id].level, rows[id].code, in->name,
		             place, line, fmt, args);
	va_end(args);
}

typedef bool
look(struct gp_inspect *in, struct gp_str bytes);

enum { HEAD_SIZE = 1024 };

/* What may stand before %PDF- is junk of up to 1024 bytes (ISO 32000-1,
   Annex H, 3.4.1); before a feed a byte order mark and white space. */
static look *
kind_of(struct gp_str bytes)
{
	struct gp_str head = gp_str_sub(bytes, 0, HEAD_SIZE);

	if (gp_str_starts(head, GP_STR("PK")))
		return gp_check_epub;
	if (gp_str_find(head, GP_STR("%PDF-"), 0) < head.n)
		return gp_check_pdf;
	if (gp_str_starts(head, GP_STR("\xEF\xBB\xBF")))
		head = gp_str_sub(head, 3, head.n);
	head = gp_str_trim(head);
	return head.n && head.p[0] == '<' ? gp_check_feed : NULL;
}

bool
gp_check(const char *name, const void *data, size_t size, struct gp_diag *d,
         struct gp_err *e)
{
	struct gp_str bytes = { data, size };
	look *kind = kind_of(bytes);
	struct gp_inspect in = { .name = name, .diag = d, .err = e };
	bool ok;

	if (!kind)
		return gp_fail_at(e, GP_INPUT, name, 0, 0,
		                  "this is no EPUB, PDF or Atom feed");
	if (size > GP_MAX_CHECK_BYTES)
		return gp_fail_at(e, GP_LIMIT, name, 0, 0,
		                  "the file is larger than %zu MiB",
		                  GP_MAX_CHECK_BYTES / GP_MIB);
	in.arena = gp_arena_new(GP_MAX_CHECK_ARENA);
	if (!in.arena)
		return gp_fail(e, GP_NOMEM, "out of memory");
	ok = kind(&in, bytes) && gp_arena_ok(in.arena, e);
	gp_arena_free(in.arena);
	return ok || gp_fail_in(e, name);
}

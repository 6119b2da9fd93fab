/* Token after token; what may lie between two of one address (RFC 5322, 3.2.2)
   is left out, and a blank parts the others.  Which token is an address it does
   not say. */
#include "import/personal/address_field.h"

#include "base/buf.h"
#include "base/limits.h"

/* Behind the comment that begins at byte `i`; comments hold comments. */
static size_t
comment_end(struct gp_str s, size_t i)
{
	size_t deep = 0;

	for (; i < s.n; i++) {
		if (s.p[i] == '\\')
			i++;
		else if (s.p[i] == '(')
			deep++;
		else if (s.p[i] == ')' && --deep == 0)
			return i + 1;
	}
	return s.n;
}

static size_t
quoted_end(struct gp_str s, size_t i)
{
	for (i++; i < s.n && s.p[i] != '"'; i++)
		i += s.p[i] == '\\';
	return i < s.n ? i + 1 : s.n;
}

static size_t
skip_blanks(struct gp_str s, size_t i)
{
	while (i < s.n && (gp_is_space(s.p[i]) || s.p[i] == '('))
		i = s.p[i] == '(' ? comment_end(s, i) : i + 1;
	return i;
}

/* What a quoted name says, as a reader of a letter sees it without blanks. */
static void
put_quoted(struct gp_str quoted, struct gp_buf *out)
{
	size_t i;

	for (i = 0; i < quoted.n; i++)
		if (!strchr("\"\\", quoted.p[i]) && !gp_is_space(quoted.p[i]))
			gp_buf_putc(out, quoted.p[i]);
}

static bool
joins(char c)
{
	return c == '.' || c == '@';
}

struct gp_str
gp_address_field(struct gp_arena *a, struct gp_str field)
{
	struct gp_buf out = { .max = GP_MAX_SOURCE_BYTES };
	size_t i = 0, next, end;

	while ((next = skip_blanks(field, i)) < field.n) {
		char last = out.len ? out.data[out.len - 1] : ' ';

		if (next > i && !joins(last) && !joins(field.p[next]))
			gp_buf_putc(&out, ' ');
		i = next + 1;
		if (field.p[next] != '"') {
			gp_buf_putc(&out, field.p[next]);
			continue;
		}
		i = quoted_end(field, next);
		end = skip_blanks(field, i);
		gp_buf_putc(&out, ' ');
		if (end < field.n && field.p[end] == '@')
			put_quoted(gp_str_sub(field, next, i), &out);
	}
	return gp_arena_buf(a, &out);
}

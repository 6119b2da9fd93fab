/* A letter in plain text as paragraphs of HTML: where its lines were broken by
   a mailer and where by its writer.  It does not know what a letter is about,
   nor in what part of a message it came. */
#include "import/mail/letter.h"

#include "base/entity.h"
#include "import/mail/uuencode.h"

enum { SHORT_LINE = 55 };

static bool
begins_anew(struct gp_str line)
{
	static const char marks[] = "-*+>#\u2022";
	size_t i;

	for (i = 0; i + 1 < sizeof marks; i++)
		if (line.p[0] == marks[i])
			return true;
	return false;
}

/* Mailers break lines at 72 or 78 characters: a line that is much shorter
   was broken by a person. */
static void
put_line(struct gp_buf *out, struct gp_str line, struct gp_str before,
         bool flowed)
{
	if (before.n == 0)
		gp_buf_puts(out, "<p>");
	else if (flowed ? before.p[before.n - 1] == ' '
	                : before.n >= SHORT_LINE && !begins_anew(line))
		gp_buf_putc(out, ' ');
	else
		gp_buf_puts(out, "<br>");
	gp_ref_escape(line, out);
}

/* A mailbox file says ">From" where a line of its mail says "From", for it
   parts its mails by that word (RFC 4155, appendix A). */
static struct gp_str
unstuffed(const struct gp_letter *l, struct gp_str line)
{
	size_t i = 0;

	if (!l->in_mailbox)
		return line;
	while (i < line.n && line.p[i] == '>')
		i++;
	return i && gp_str_starts(gp_str_sub(line, i, line.n), GP_STR("From "))
	               ? gp_str_sub(line, 1, line.n)
	               : line;
}

/* Takes a file that stands among the lines off the front of *text. */
static bool
leave_out_file(const struct gp_letter *l, struct gp_str *text)
{
	struct gp_str name;
	size_t n = gp_uu_file(*text, &name);

	if (n == 0)
		return false;
	gp_diag_add(l->diag, GP_WARNING, "left-out", l->name, 0,
	            "a uuencoded file in the mail is left out: %.*s",
	            GP_ARG(gp_str_sub(name, 0, 80)));
	*text = gp_str_sub(*text, n, text->n);
	return true;
}

void
gp_letter_html(const struct gp_letter *l, struct gp_str text,
               struct gp_buf *out)
{
	struct gp_str line, before = GP_STR(""), words;

	while (text.n) {
		if (leave_out_file(l, &text) ||
		    !gp_str_split(&text, '\n', &line))
			continue;
		if (line.n && line.p[line.n - 1] == '\r')
			line.n--;
		line = unstuffed(l, line);
		words = gp_str_trim(line);
		if (words.n)
			put_line(out, words, before, l->flowed);
		else if (before.n)
			gp_buf_puts(out, "</p>\n");
		before = words.n ? l->flowed ? line : words : words;
	}
	if (before.n)
		gp_buf_puts(out, "</p>\n");
}

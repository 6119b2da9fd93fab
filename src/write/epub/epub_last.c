/* libzip takes the package document out of the old book, and two strings are
   looked for in it, as this writer writes them: no XML is parsed, and of a
   book by others nothing is known.  It compares no contents; the container
   does. */
#include "write/epub/epub_last.h"

#include "base/limits.h"

#include <stdlib.h>
#include <zip.h>

static const char package[] = "EPUB/package.opf";

static zip_t *
open_last(struct gp_str last)
{
	zip_source_t *source =
		zip_source_buffer_create(last.p, last.n, 0, NULL);
	zip_t *zip =
		source ? zip_open_from_source(source, ZIP_RDONLY, NULL) : NULL;

	if (source && !zip)
		zip_source_free(source);
	return zip;
}

/* To be freed; NULL when there is none or it is over the limit. */
static char *
read_package(zip_t *zip, size_t *n)
{
	zip_stat_t st;
	zip_file_t *file;
	char *text = NULL;

	if (zip_stat(zip, package, 0, &st) != 0 ||
	    !(st.valid & ZIP_STAT_SIZE) || st.size == 0 ||
	    st.size > GP_MAX_OLD_PACKAGE_BYTES)
		return NULL;
	file = zip_fopen(zip, package, 0);
	if (file)
		text = malloc((size_t)st.size);
	*n = (size_t)st.size;
	if (text && zip_fread(file, text, st.size) != (zip_int64_t)st.size) {
		free(text);
		text = NULL;
	}
	if (file)
		(void)zip_fclose(file);
	return text;
}

/* What stands behind `before` up to the next tag. */
static struct gp_str
text_behind(struct gp_str s, struct gp_str before)
{
	size_t at = gp_str_find(s, before, 0);

	if (at == s.n)
		return GP_STR("");
	at += before.n;
	return gp_str_sub(s, at, gp_str_find(s, GP_STR("<"), at));
}

struct gp_date
gp_epub_last_modified(struct gp_str last, struct gp_str identifier)
{
	struct gp_date date = { .precision = GP_NO_DATE };
	zip_t *zip = open_last(last);
	size_t n = 0;
	char *text = zip ? read_package(zip, &n) : NULL;
	struct gp_str s = { text, n };

	if (text &&
	    gp_str_eq(text_behind(s, GP_STR("<dc:identifier id=\"pub-id\">")),
	              identifier))
		(void)gp_date_parse(
			text_behind(s, GP_STR("\"dcterms:modified\">")), &date);
	free(text);
	if (zip)
		zip_discard(zip);
	return date;
}

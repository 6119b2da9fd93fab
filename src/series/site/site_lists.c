/* Lists told from the ledger, signatures from their folder by what a list's
   digest is: so nothing here can put one beside another's list.  No key is
   known, and nothing is signed. */
#include "series/site/site_lists.h"

#include "series/signed/list_of_lists.h"
#include "series/signed/signature_store.h"

#include <stdio.h>

enum { PATH_SIZE = 256 };

static struct gp_str
path_beside(struct gp_str list, size_t n, char out[PATH_SIZE])
{
	char suffix[GP_SIGNATURE_SUFFIX];

	gp_signature_suffix(n, suffix);
	(void)snprintf(out, PATH_SIZE, "%.*s%s", GP_ARG(list), suffix);
	return gp_str(out);
}

bool
gp_site_put_signatures(const struct gp_series_site *s, struct gp_str path,
                       struct gp_str digest, const struct gp_site_sink *to,
                       struct gp_err *e)
{
	char name[PATH_SIZE];
	struct gp_bytes bytes;
	size_t n;
	bool ok = true;

	for (n = 0; ok && n < GP_MAX_SIGNERS; n++) {
		ok = gp_signature_read(s->folder, digest, n, &bytes, e);
		if (ok && bytes.size)
			ok = to->take(to->user, path_beside(path, n, name),
			              (struct gp_str){ (char *)bytes.data,
			                               bytes.size },
			              e);
		gp_bytes_free(&bytes);
	}
	return ok;
}

bool
gp_site_drop_signatures(const struct gp_series_site *s, struct gp_str path,
                        struct gp_str digest, const struct gp_site_sink *to,
                        struct gp_err *e)
{
	char name[PATH_SIZE];
	size_t n;
	bool ok = true;

	for (n = 0; ok && n < GP_MAX_SIGNERS; n++)
		if (digest.n == 0 ||
		    !gp_signature_is_there(s->folder, digest, n))
			ok = to->take(to->user, path_beside(path, n, name),
			              GP_STR(""), e);
	return ok;
}

/* ---- the list of lists ---- */

/* Its digest; "" where it is not to be there. */
static bool
read_list(const struct gp_series_site *s, struct gp_buf *list,
          char hex[GP_SHA256_HEX], struct gp_err *e)
{
	hex[0] = '\0';
	if (!gp_list_of_lists(s->ledger, NULL, list, e))
		return false;
	if (list->len == 0)
		return true;
	gp_sha256_hex(list->data, list->len, hex);
	if (s->series->sign.n == 0 &&
	    !gp_signature_is_there(s->folder, gp_str(hex), 0))
		hex[0] = '\0';
	return true;
}

bool
gp_site_put_list(const struct gp_series_site *s, const struct gp_site_sink *to,
                 struct gp_err *e)
{
	struct gp_buf list = { .max = 0 };
	char hex[GP_SHA256_HEX];
	bool ok = read_list(s, &list, hex, e);

	if (ok && hex[0])
		ok = to->take(to->user, GP_STR(GP_SUMS_NAME),
		              gp_buf_view(&list), e) &&
		     gp_site_put_signatures(s, GP_STR(GP_SUMS_NAME),
		                            gp_str(hex), to, e);
	gp_buf_free(&list);
	return ok;
}

bool
gp_site_drop_list(const struct gp_series_site *s, const struct gp_site_sink *to,
                  struct gp_err *e)
{
	struct gp_buf list = { .max = 0 };
	char hex[GP_SHA256_HEX];
	bool ok = read_list(s, &list, hex, e) &&
	          gp_site_drop_signatures(s, GP_STR(GP_SUMS_NAME), gp_str(hex),
	                                  to, e);

	if (ok && !hex[0])
		ok = to->take(to->user, GP_STR(GP_SUMS_NAME), GP_STR(""), e);
	gp_buf_free(&list);
	return ok;
}

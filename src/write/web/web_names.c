/* Some digits of a UUID, which tell apart the articles of one series, or those
   of a digest where the URI is of another kind.  It asks nobody whether the
   page is there. */
#include "write/web/web_names.h"

#include "base/hash.h"
#include "model/pack.h"

#include <stdio.h>

void
gp_web_page_name(struct gp_str uri, char out[GP_WEB_NAME])
{
	const struct gp_entry entry = { .uri = uri };
	struct gp_str digits = gp_entry_digits(&entry);
	char hex[GP_SHA256_HEX];

	if (!gp_str_starts(uri, GP_STR("urn:uuid:"))) {
		gp_sha256_hex(uri.p, uri.n, hex);
		digits = gp_str_sub(gp_str(hex), 0, digits.n);
	}
	(void)snprintf(out, GP_WEB_NAME, "a-%.*s.html", GP_ARG(digits));
}

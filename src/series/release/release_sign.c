/* The list is found among the outputs in memory, as they will be recorded; an
   edition without a book has none.  With which keys it is signed is not known
   here. */
#include "series/release/release_sign.h"

#include "series/opened/series_sign.h"
#include "series/signed/list_of_lists.h"
#include "series/signed/signature_store.h"

#include <string.h>

/* Where it was signed as it was approved it is signed already, unless another
   release has come since. */
static void
tell_signed_now(struct gp_releasing *r, struct gp_str list)
{
	char hex[GP_SHA256_HEX];

	if (r->approving || r->again || r->s->file.sign.n == 0 ||
	    !r->s->file.needs_approval)
		return;
	gp_sha256_hex(list.p, list.n, hex);
	if (!gp_signature_is_there(r->s->folder, gp_str(hex), 0))
		gp_diag_add(r->s->diag, GP_NOTE, "signed-late",
		            r->settings.folder, 0,
		            "edition %u is signed now: something was released "
		            "since it was approved, so its files are other "
		            "ones than those that were signed then",
		            r->entry.edition);
}

static bool
sign_outputs(struct gp_releasing *r, const struct gp_output *sums,
             struct gp_err *e)
{
	const struct gp_str list = { (const char *)sums->bytes.data,
		                     sums->bytes.size };

	tell_signed_now(r, list);
	return gp_series_sign(r->s, list, e);
}

bool
gp_release_sign(struct gp_releasing *r, struct gp_err *e)
{
	const struct gp_output *o = r->outputs.rows;
	size_t i;

	for (i = 0; i < r->outputs.n; i++, o++)
		if (strcmp(o->name, GP_SUMS_NAME) == 0 &&
		    !sign_outputs(r, o, e))
			return false;
	return gp_series_sign_site(r->s, &r->entry, e);
}

/* One suffix for each place in the list of signers.  Names alone: no folder is
   looked into, and no more than the most signers are known. */
#include "verify/signature_names.h"

#include <stdio.h>

void
gp_signature_suffix(size_t n, char out[GP_SIGNATURE_SUFFIX])
{
	if (n == 0)
		(void)snprintf(out, GP_SIGNATURE_SUFFIX, ".sig");
	else
		(void)snprintf(out, GP_SIGNATURE_SUFFIX, ".%zu.sig", n + 1);
}

struct gp_str
gp_signature_of(struct gp_str name)
{
	static const struct gp_str list = { "SHA256SUMS", 10 };
	char suffix[GP_SIGNATURE_SUFFIX];
	struct gp_str of;
	size_t n;

	for (n = 0; n < GP_MAX_SIGNERS; n++) {
		gp_signature_suffix(n, suffix);
		if (!gp_str_ends(name, gp_str(suffix)))
			continue;
		of = gp_str_sub(name, 0, name.n - gp_str(suffix).n);
		if (gp_str_eq(gp_str_base(of), list))
			return of;
	}
	return GP_STR("");
}

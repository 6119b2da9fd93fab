/* The stable names of changes, which stand in documents and reports and
   never change, and what a word is made of.  No change is made here. */
#include "normalise/text/fixes.h"

static const char *const fix_names[] = {
	[GP_FIX_MOJIBAKE] = "wrong-decoding-mended",
	[GP_FIX_ENTITY] = "entity-decoded",
	[GP_FIX_LIGATURE] = "ligature-split",
	[GP_FIX_ACCENT] = "accent-to-apostrophe",
	[GP_FIX_CONTROL] = "control-removed",
	[GP_FIX_NFC] = "nfc",
	[GP_FIX_NBSP] = "nbsp-to-space",
	[GP_FIX_SPACE] = "other-space-to-space",
	[GP_FIX_INVISIBLE] = "invisible-removed",
	[GP_FIX_SPACE_RUN] = "space-run-collapsed",
	[GP_FIX_EDGE] = "edge-space-trimmed",
	[GP_FIX_DOUBLED] = "doubled-single-to-double",
	[GP_FIX_DOUBLE] = "straight-double-curled",
	[GP_FIX_SINGLE] = "straight-single-curled",
};

const char *
gp_fix_name(enum gp_fix fix)
{
	return fix_names[fix];
}

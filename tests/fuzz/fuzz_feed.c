/*
 * Any bytes as a feed, in XML or JSON: imported, normalised, their pictures
 * looked for, and given to each of the printers.  See imported.h.
 */
#include "imported.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	imported_check("fuzz.xml", (struct gp_str){ (const char *)data, size });
	return 0;
}

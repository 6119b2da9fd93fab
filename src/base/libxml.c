/* libxml2's beginning, once in the life of the process. */
#include "base/libxml.h"

#include <libxml/parser.h>
#include <pthread.h>

void
gp_libxml_begin(void)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;

	(void)pthread_once(&once, xmlInitParser);
}

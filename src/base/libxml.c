/* libxml2 is set up once in the life of the process, before two threads can
   both try to.  It does not know what is parsed, and frees nothing. */
#include "base/libxml.h"

#include <libxml/parser.h>
#include <pthread.h>

void
gp_libxml_begin(void)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;

	(void)pthread_once(&once, xmlInitParser);
}

/*
 * libxml2's own beginning.  The library sets its tables up when it is first
 * used, and its manual asks for that to happen on one thread before others
 * use it ("Thread safety"); a library cannot ask that of whoever calls it.
 * Knows nothing of what is read or written.
 */
#ifndef GP_BASE_LIBXML_H
#define GP_BASE_LIBXML_H

/* To be called before libxml2 is asked for anything, on any thread: sets it up
   once, and returns when that is done. */
void
gp_libxml_begin(void);

#endif

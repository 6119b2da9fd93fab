/*
 * The version of the program and the library (Semantic Versioning 2.0), which
 * outputs and the command line give.  It knows no date and no commit: the same
 * source gives the same bytes wherever it is built.
 */
#ifndef GP_BASE_VERSION_H
#define GP_BASE_VERSION_H

#define GP_VERSION "1.0.0"

#endif

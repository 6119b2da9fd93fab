/* The version of the program and the library (Semantic Versioning 2.0). */
#ifndef GP_BASE_VERSION_H
#define GP_BASE_VERSION_H

#define GP_VERSION "0.1.0"

#endif

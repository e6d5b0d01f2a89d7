// What glibc has of its own, and Swift does not bring in.
#include <malloc.h>

#ifndef CSYSTEM_H
#define CSYSTEM_H

/// Exchanges two paths of one file system in one step (renameat2 with RENAME_EXCHANGE).
/// Returns 0, or the errno of the failure.
int csystem_exchange(const char *first, const char *second);
#endif

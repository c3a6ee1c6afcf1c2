#pragma once

#include <stddef.h>

/// Gives up, for the rest of this process, everything that reading one open file does not need:
/// memory beyond `bytes`, processor time beyond `seconds`, files to write, other processes and, on
/// Linux, every system call but a few; none of them opens a file for writing or a connection.
///
/// Returns 0 when all of it holds. On systems without seccomp the limits alone are set, and it
/// returns 1. Anything else means that nothing may be read.
int lockdown_enter(size_t bytes, unsigned seconds);

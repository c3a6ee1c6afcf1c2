/* The compression library of gzip. */
#pragma once

#include <zlib.h>

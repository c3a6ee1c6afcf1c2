#pragma once

#include <stddef.h>
#include <stdint.h>

/// Adds to `products` the sums of products of each pair of columns of bytes, over some of their rows.
///
/// Column j starts at `slab + j * stride`; the rows are those from `start` to before `end`, at most
/// 2^39 of them. `products` holds columns x columns sums, of which those of i >= j are added to, at
/// `products[i * columns + j]`. Every sum is exact. The widest vectors that the processor has are used.
void ck_cross_products(
    const int8_t *slab, size_t stride, size_t columns, size_t start, size_t end, int64_t *products);

/// The same without wide vectors, for tests to compare with.
void ck_cross_products_plain(
    const int8_t *slab, size_t stride, size_t columns, size_t start, size_t end, int64_t *products);

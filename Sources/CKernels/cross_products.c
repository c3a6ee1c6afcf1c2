#include "ckernels.h"

// Rows that are counted in one go. A product of two bytes is at most 2^14, so that the sum over 2^10
// rows is at most 2^24 and cannot leave 32 bits.
#define BLOCK 1024

// Inlined into each of the functions below, and there compiled for the vectors that it may use.
static inline __attribute__((always_inline)) void cross_products(
    const int8_t *slab, size_t stride, size_t columns, size_t start, size_t end, int64_t *products) {
  for (size_t block = start; block < end; block += BLOCK) {
    size_t length = end - block < BLOCK ? end - block : BLOCK;
    for (size_t i = 0; i < columns; i++) {
      const int8_t *left = slab + i * stride + block;
      for (size_t j = 0; j <= i; j++) {
        const int8_t *right = slab + j * stride + block;
        int32_t sum = 0;
        for (size_t row = 0; row < length; row++) {
          sum += (int32_t)(int16_t)((int16_t)left[row] * (int16_t)right[row]);
        }
        products[i * columns + j] += sum;
      }
    }
  }
}

void ck_cross_products_plain(
    const int8_t *slab, size_t stride, size_t columns, size_t start, size_t end, int64_t *products) {
  cross_products(slab, stride, columns, start, end, products);
}

#if defined(__x86_64__)

__attribute__((target("avx2"))) static void cross_products_avx2(
    const int8_t *slab, size_t stride, size_t columns, size_t start, size_t end, int64_t *products) {
  cross_products(slab, stride, columns, start, end, products);
}

__attribute__((target("avx512bw"))) static void cross_products_avx512(
    const int8_t *slab, size_t stride, size_t columns, size_t start, size_t end, int64_t *products) {
  cross_products(slab, stride, columns, start, end, products);
}

// Asked for at each call and not by target_clones, whose resolver runs before a sanitizer is ready.
void ck_cross_products(
    const int8_t *slab, size_t stride, size_t columns, size_t start, size_t end, int64_t *products) {
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx512bw")) {
    cross_products_avx512(slab, stride, columns, start, end, products);
  } else if (__builtin_cpu_supports("avx2")) {
    cross_products_avx2(slab, stride, columns, start, end, products);
  } else {
    cross_products(slab, stride, columns, start, end, products);
  }
}

#else

// Of other processors the plain loop already has all vectors, as NEON on 64-bit ARM.
void ck_cross_products(
    const int8_t *slab, size_t stride, size_t columns, size_t start, size_t end, int64_t *products) {
  cross_products(slab, stride, columns, start, end, products);
}

#endif

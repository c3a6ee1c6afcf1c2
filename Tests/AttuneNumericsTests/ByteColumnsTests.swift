import AttuneNumerics
import CKernels
import Testing

@Suite struct ByteColumnsTests {
  // Around the block of 1024 rows, the cache line, the page, and what one processor counts.
  @Test(arguments: [0, 1, 63, 64, 1023, 1024, 1025, 4032, 5000, 65_536, 65_537])
  func countsAsTheNaiveWayDoes(rows: Int) {
    var generator = SystemRandomNumberGenerator()
    var columns = ByteColumns(rowCount: rows, columnCount: 5)
    for column in 0..<5 {
      for row in 0..<rows { columns[row, column] = Int8.random(in: -128...127, using: &generator) }
    }
    var sums = [Int64](repeating: 0, count: 5)
    var products = [Int64](repeating: 0, count: 25)
    for row in 0..<rows {
      for i in 0..<5 {
        sums[i] += Int64(columns[row, i])
        for j in 0..<5 { products[i * 5 + j] += Int64(columns[row, i]) * Int64(columns[row, j]) }
      }
    }
    #expect(columns.sums() == sums)
    #expect(columns.crossProducts() == products)
  }

  @Test func holdsTheLargestSumsThatABlockCanReach() {
    var columns = ByteColumns(rowCount: 3000, columnCount: 2)
    for row in 0..<3000 {
      columns[row, 0] = -128
      columns[row, 1] = 127
    }
    #expect(columns.sums() == [-384_000, 381_000])
    #expect(columns.crossProducts() == [49_152_000, -48_768_000, -48_768_000, 48_387_000])
  }

  // The vectors that this processor has, and the plain loop that every processor has.
  @Test func countsTheSameWithAndWithoutWideVectors() {
    let (rows, stride) = (2_049, 2_113)
    var generator = SeededGenerator(seed: 3)
    let slab = (0..<7 * stride).map { _ in Int8.random(in: -128...127, using: &generator) }
    for start in [0, 1, 1_000] {
      var wide = [Int64](repeating: 5, count: 49)
      var plain = wide
      ck_cross_products(slab, stride, 7, start, rows, &wide)
      ck_cross_products_plain(slab, stride, 7, start, rows, &plain)
      #expect(wide == plain)
      // Only the pairs of i >= j are added to.
      #expect(wide[1] == 5)
      var product: Int64 = 5
      for row in start..<rows {
        product += Int64(slab[6 * stride + row]) * Int64(slab[2 * stride + row])
      }
      #expect(wide[6 * 7 + 2] == product)
    }
  }

  @Test func lendsAColumn() {
    var columns = ByteColumns(rowCount: 3, columnCount: 2)
    columns.withMutableColumn(1) { $0[2] = 7 }
    #expect(columns.withColumn(1) { Array($0) } == [0, 0, 7])
    #expect(columns.withColumn(0) { Array($0) } == [0, 0, 0])
  }
}

import AttuneNumerics
import Testing

@Suite struct ByteColumnsTests {
  // Around the block of 1024 rows, the cache line and the page.
  @Test(arguments: [0, 1, 63, 64, 1023, 1024, 1025, 4032, 5000])
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

  @Test func lendsAColumn() {
    var columns = ByteColumns(rowCount: 3, columnCount: 2)
    columns.withMutableColumn(1) { $0[2] = 7 }
    #expect(columns.withColumn(1) { Array($0) } == [0, 0, 7])
    #expect(columns.withColumn(0) { Array($0) } == [0, 0, 0])
  }
}

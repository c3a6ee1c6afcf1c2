/// Columns of small whole numbers in one slab of bytes, and their exact sums and cross-products.
///
/// Survey answers are small integers: held as bytes they are read near memory speed, and counted
/// in integers nothing is ever rounded.
public struct ByteColumns: Sendable, Hashable {
  public let rowCount: Int
  public let columnCount: Int
  /// The distance between the starts of neighbouring columns.
  private let stride: Int
  private var slab: [Int8]

  /// Columns of zeros.
  public init(rowCount: Int, columnCount: Int) {
    self.rowCount = rowCount
    self.columnCount = columnCount
    // Columns a multiple of 4096 bytes apart would fight for one set of the first-level cache.
    let rounded = (rowCount + 63) / 64 * 64
    stride = (rounded + 64).isMultiple(of: 4096) ? rounded + 128 : rounded + 64
    slab = Array(repeating: 0, count: stride * columnCount)
  }

  public subscript(row: Int, column: Int) -> Int8 {
    get { slab[column * stride + row] }
    set { slab[column * stride + row] = newValue }
  }

  /// Lends the bytes of one column.
  public func withColumn<Result>(
    _ column: Int, _ body: (UnsafeBufferPointer<Int8>) throws -> Result
  ) rethrows -> Result {
    try slab.withUnsafeBufferPointer { slab in
      try body(UnsafeBufferPointer(rebasing: slab[column * stride..<column * stride + rowCount]))
    }
  }

  /// Lends the bytes of one column for writing.
  public mutating func withMutableColumn<Result>(
    _ column: Int, _ body: (UnsafeMutableBufferPointer<Int8>) throws -> Result
  ) rethrows -> Result {
    let range = column * stride..<column * stride + rowCount
    return try slab.withUnsafeMutableBufferPointer { slab in
      try body(UnsafeMutableBufferPointer(rebasing: slab[range]))
    }
  }

  /// The sum of each column.
  public func sums() -> [Int64] {
    (0..<columnCount).map { column in
      withColumn(column) { values in
        var total: Int64 = 0
        for start in Swift.stride(from: 0, to: rowCount, by: Self.blockLength) {
          var sum: Int32 = 0
          for row in start..<min(start + Self.blockLength, rowCount) {
            sum &+= Int32(values[row])
          }
          total += Int64(sum)
        }
        return total
      }
    }
  }

  /// The sum of products of each pair of columns, `columnCount` x `columnCount`, row by row.
  public func crossProducts() -> [Int64] {
    let k = columnCount
    var products = [Int64](repeating: 0, count: k * k)
    slab.withUnsafeBufferPointer { slab in
      guard let base = slab.baseAddress else { return }
      for start in Swift.stride(from: 0, to: rowCount, by: Self.blockLength) {
        let length = min(Self.blockLength, rowCount - start)
        for i in 0..<k {
          let left = base + i * stride + start
          for j in 0...i {
            products[i * k + j] += Self.product(left, base + j * stride + start, length)
          }
        }
      }
    }
    for i in 0..<k {
      for j in 0..<i { products[j * k + i] = products[i * k + j] }
    }
    return products
  }

  /// Rows that are counted in one go: a block of 25 columns stays in the first-level cache.
  ///
  /// A product of two bytes is at most 2^14, so the sum over 2^10 rows is at most 2^24 and cannot
  /// leave 32 bits; the totals could leave 64 bits only from 2^49 rows on. Unchecked addition is
  /// therefore exact, and lets the compiler use vector instructions.
  private static let blockLength = 1024

  private static func product(
    _ left: UnsafePointer<Int8>, _ right: UnsafePointer<Int8>, _ length: Int
  ) -> Int64 {
    var sum: Int32 = 0
    for row in 0..<length {
      sum &+= Int32(Int16(left[row]) &* Int16(right[row]))
    }
    return Int64(sum)
  }
}

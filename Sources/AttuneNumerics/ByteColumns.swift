import CKernels
import Dispatch

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
    stride = Self.stride(of: rowCount)
    slab = Array(repeating: 0, count: stride * columnCount)
  }

  /// Columns whose values `fill` puts in place, all of them.
  ///
  /// `fill` is given where the first value of the first column goes, and the distance between the
  /// starts of neighbouring columns.
  package init(
    rowCount: Int, columnCount: Int,
    filledBy fill: (_ first: UnsafeMutablePointer<Int8>, _ stride: Int) -> Void
  ) {
    self.rowCount = rowCount
    self.columnCount = columnCount
    let stride = Self.stride(of: rowCount)
    self.stride = stride
    slab = Array(unsafeUninitializedCapacity: stride * columnCount) { slab, count in
      guard let first = slab.baseAddress else { return }
      fill(first, stride)
      // What lies between columns takes part in comparisons.
      for column in 0..<columnCount {
        (first + column * stride + rowCount).initialize(repeating: 0, count: stride - rowCount)
      }
      count = stride * columnCount
    }
  }

  /// Columns a multiple of 4096 bytes apart would fight for one set of the first-level cache.
  private static func stride(of rowCount: Int) -> Int {
    let rounded = (rowCount + 63) / 64 * 64
    return (rounded + 64).isMultiple(of: 4096) ? rounded + 128 : rounded + 64
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
    // Many columns fill memory with products; one set of them has to do.
    let partLength = k > 256 ? max(rowCount, 1) : Self.partLength
    let partCount = max(1, (rowCount + partLength - 1) / partLength)
    let width = k * k
    var products = [Int64](repeating: 0, count: width * partCount)
    slab.withUnsafeBufferPointer { slab in
      products.withUnsafeMutableBufferPointer { products in
        guard let first = slab.baseAddress, let found = products.baseAddress else { return }
        // Each part adds to sums of its own.
        nonisolated(unsafe) let (columns, sums) = (first, found)
        DispatchQueue.concurrentPerform(iterations: partCount) { part in
          ck_cross_products(
            columns, stride, k, part * partLength, min((part + 1) * partLength, rowCount),
            sums + part * width)
        }
      }
    }
    for part in 1..<max(partCount, 1) {
      for pair in 0..<width { products[pair] += products[part * width + pair] }
    }
    products.removeLast(products.count - width)
    for i in 0..<k {
      for j in 0..<i { products[j * k + i] = products[i * k + j] }
    }
    return products
  }

  /// Rows that one processor counts at a time.
  private static let partLength = 1 << 16

  /// Rows that are summed in one go: fewer than could leave 32 bits, so that unchecked addition is
  /// exact and lets the compiler use vector instructions.
  private static let blockLength = 1024
}

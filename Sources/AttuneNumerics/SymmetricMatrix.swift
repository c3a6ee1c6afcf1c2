/// A square matrix that equals its transpose, such as a covariance matrix.
public struct SymmetricMatrix: Sendable, Hashable {
  /// The number of rows, and of columns.
  public let size: Int
  private var elements: [Double]

  /// Fills the matrix from its lower half: `element(i, j)` is asked for `j <= i`.
  public init(size: Int, element: (_ i: Int, _ j: Int) -> Double) {
    self.size = size
    elements = Array(repeating: 0, count: size * size)
    for i in 0..<size {
      for j in 0...i {
        let value = element(i, j)
        elements[i * size + j] = value
        elements[j * size + i] = value
      }
    }
  }

  public subscript(i: Int, j: Int) -> Double { elements[i * size + j] }

  public var diagonal: [Double] { (0..<size).map { self[$0, $0] } }

  /// The sum of the diagonal.
  public var trace: Double { diagonal.reduce(0, +) }

  /// The sum of all elements.
  public var sum: Double { elements.reduce(0, +) }

  /// The sum of the squares of all elements, which is the trace of the square.
  public var sumOfSquares: Double { elements.reduce(0) { $0 + $1 * $1 } }

  /// The sum of row `i`.
  public func rowSum(_ i: Int) -> Double {
    elements[i * size..<(i + 1) * size].reduce(0, +)
  }
}

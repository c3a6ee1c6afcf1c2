/// Householder's reflection, which turns a vector into its own axis from one place on.
///
/// - Sources: Householder (1958), doi:10.1145/320941.320947.
struct Reflection {
  private let normal: [Double]
  private let square: Double
  private let start: Int

  /// `nil` where what lies from `start` on is no longer than this share of the vector.
  init?(_ vector: [Double], from start: Int, atLeast share: Double) {
    let length = Self.norm(vector[start...])
    guard length > share * Self.norm(vector[...]) else { return nil }
    var normal = Array(vector[start...])
    normal[0] += normal[0] > 0 ? length : -length
    self.normal = normal
    self.start = start
    square = normal.reduce(0) { $0 + $1 * $1 }
  }

  func reflect(_ vector: inout [Double]) {
    var product = 0.0
    for i in normal.indices { product += normal[i] * vector[start + i] }
    let factor = 2 * product / square
    for i in normal.indices { vector[start + i] -= factor * normal[i] }
  }

  /// Scaled, so that nothing overflows.
  private static func norm(_ vector: ArraySlice<Double>) -> Double {
    let largest = vector.reduce(0) { max($0, $1.magnitude) }
    guard largest > 0 else { return 0 }
    return largest * vector.reduce(0) { $0 + ($1 / largest) * ($1 / largest) }.squareRoot()
  }
}

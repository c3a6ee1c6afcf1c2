#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The natural logarithms of 0!, 1!, … up to a largest one, found once.
public struct LogFactorials: Sendable {
  private let values: [Double]

  public init(upTo largest: Int) {
    values = (0...max(0, largest)).map { lgamma(Double($0) + 1) }
  }

  /// Of `n!`, `n` being at most the largest.
  public subscript(n: Int) -> Double { values[n] }
}

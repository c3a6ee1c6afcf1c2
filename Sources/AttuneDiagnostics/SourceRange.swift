/// A run of bytes in a text: from `lower` up to, not including, `upper`.
public struct SourceRange: Sendable, Hashable, Comparable {
  /// The UTF-8 offset of the first byte.
  public let lower: Int
  /// The UTF-8 offset after the last byte.
  public let upper: Int

  public init(_ lower: Int, _ upper: Int) {
    precondition(0 <= lower && lower <= upper, "a range runs forwards")
    self.lower = lower
    self.upper = upper
  }

  public static func < (left: SourceRange, right: SourceRange) -> Bool {
    (left.lower, left.upper) < (right.lower, right.upper)
  }
}

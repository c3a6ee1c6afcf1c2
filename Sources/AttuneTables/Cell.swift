import Foundation

/// One value of a table, at full precision, or the reason why it cannot be had.
///
/// A number is always finite. `real(_:)` turns NaN and infinity into `unavailable`, so that one
/// slip of a procedure costs a reader one cell, visibly, and never shows as `nan` or as a wrong
/// number.
public struct Cell: Sendable, Hashable {
  public enum Content: Sendable, Hashable {
    case text(String)
    case count(Int)
    case real(Double)
    /// Completes the sentence "not available because …".
    case unavailable(String)
  }

  public let content: Content
  /// How many decimals readers see, where the column's style does not say it.
  let decimals: Int?

  private init(_ content: Content, decimals: Int? = nil) {
    self.content = content
    self.decimals = decimals
  }

  public static func text(_ text: String) -> Cell { Cell(.text(text)) }
  public static func count(_ count: Int) -> Cell { Cell(.count(count)) }
  public static func unavailable(_ reason: String) -> Cell { Cell(.unavailable(reason)) }

  public static func real(_ value: Double) -> Cell {
    guard value.isFinite else { return unavailable("the calculation gave no finite number") }
    return Cell(.real(value))
  }

  /// A number that is known, or told, to so many decimals only: rounded to them for programs too.
  public static func real(_ value: Double, decimals: Int) -> Cell {
    let scale = pow(10, Double(decimals))
    let rounded = real((value * scale).rounded() / scale)
    return Cell(rounded.content, decimals: decimals)
  }
}

import AttuneTables
import Foundation

/// How many decimals of a figure are printed, in every format alike.
struct Precision: Sendable, Hashable {
  let decimals: Int

  /// Of the last decimal.
  var unit: Double { pow(10, -Double(decimals)) }

  func cell(_ value: Double) -> Cell { .real(value, decimals: decimals) }

  /// As readers see it in a sentence.
  func shown(_ value: Double) -> String { APAStyle.show(value, as: .number, decimals: decimals) }

  func rounded(_ value: Double) -> Double {
    let scale = pow(10, Double(decimals))
    return (value * scale).rounded() / scale
  }

  /// Where a value lies, for a reader of the rounded one.
  func range(of value: Double) -> ClosedRange<Double> {
    rounded(value) - unit / 2...rounded(value) + unit / 2
  }
}

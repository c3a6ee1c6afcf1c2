/// How numbers look to readers: the one place where anything is rounded.
///
/// After the Publication Manual of the American Psychological Association (7th ed., 2020), 6.36:
/// two decimals, no zero before the point where a quantity is at most 1 in size, `< .001` for a
/// smaller p, no decimals where degrees of freedom are whole, a true minus sign.
package enum APAStyle {
  package static func show(
    _ value: Double, as style: Column.Style, decimals: Int? = nil
  ) -> String {
    switch style {
    case .bounded: withoutLeadingZero(fixed(value, decimals: decimals ?? 2))
    case .pValue where value < 0.001: "< .001"
    case .pValue where value > 0.999: "> .999"
    case .pValue: withoutLeadingZero(fixed(value, decimals: 3))
    case .degrees where value == value.rounded(): fixed(value, decimals: 0)
    case .count, .number, .text, .degrees: fixed(value, decimals: decimals ?? 2)
    }
  }

  package static func show(_ count: Int) -> String {
    count < 0 ? "\u{2212}\(count.magnitude)" : "\(count)"
  }

  private static func fixed(_ value: Double, decimals: Int) -> String {
    let unit = [1.0, 10, 100, 1000][decimals]
    let scaled = (value.magnitude * unit).rounded()
    // From 2^53 on, a double has no halves left to round: its shortest form says all there is.
    guard scaled < 0x1p53 else { return (value < 0 ? "\u{2212}" : "") + "\(value.magnitude)" }
    let digits = String(Int(scaled))
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    let sign = value < 0 && scaled > 0 ? "\u{2212}" : ""
    guard decimals > 0 else { return sign + padded }
    return "\(sign)\(padded.dropLast(decimals)).\(padded.suffix(decimals))"
  }

  private static func withoutLeadingZero(_ text: String) -> String {
    if text.hasPrefix("0.") { return String(text.dropFirst()) }
    if text.hasPrefix("\u{2212}0.") { return "\u{2212}" + text.dropFirst(2) }
    return text
  }
}

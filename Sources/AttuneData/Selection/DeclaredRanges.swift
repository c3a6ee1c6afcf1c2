import AttuneDiagnostics

/// The ranges of `--range`: one for all scales, or one for a scale by name, which wins.
struct DeclaredRanges {
  private var common: ClosedRange<Double>?
  private var byScale: [String: ClosedRange<Double>] = [:]

  init(_ texts: [String], for scales: [String]) throws(ColumnSelectionError) {
    for text in texts {
      guard let (scale, range) = text.split(around: "=") else {
        guard common == nil else { throw .rangeTwice(scale: nil) }
        common = try Self.range(text)
        continue
      }
      guard scales.contains(scale) else {
        throw .unknownScale(scale, nearest: nearestName(to: scale, among: scales))
      }
      guard byScale[scale] == nil else { throw .rangeTwice(scale: scale) }
      byScale[scale] = try Self.range(range)
    }
  }

  subscript(scale: String) -> ClosedRange<Double>? { byScale[scale] ?? common }

  private static func range(_ text: String) throws(ColumnSelectionError) -> ClosedRange<Double> {
    guard let (low, high) = text.split(around: ".."), let lowest = Double(low),
      let highest = Double(high), lowest.isFinite, highest.isFinite, lowest < highest
    else { throw .notARange(text) }
    return lowest...highest
  }
}

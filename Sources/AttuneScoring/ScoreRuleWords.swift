public import AttuneData
public import AttuneInstrument

extension ScoreRule {
  /// The rule in words, as in `Mean of 5 items, at least 4 answered.`.
  public func words(itemCount: Int, isComposite: Bool = false) -> String {
    let name =
      switch combination {
      case .mean: "Mean"
      case .sum: "Sum"
      case .proratedSum: "Mean times number"
      case .count(let code): "Number of answers \(code)"
      }
    let (noun, done) = isComposite ? ("parts", "scored") : ("items", "answered")
    return "\(name) of \(itemCount) \(noun), \(minimum.map { "at least \($0)" } ?? "all") \(done)."
  }

  /// The lowest and highest score that could be had; `nil` where items differ or have no range.
  public func range(of items: [ColumnSelection.Item]) -> ClosedRange<Double>? {
    guard let range = items.first?.range, items.allSatisfy({ $0.range == range }) else {
      return nil
    }
    let count = Double(items.count)
    return switch combination {
    case .mean: range
    case .proratedSum: range.lowerBound * count...range.upperBound * count
    case .sum:
      minimum.map { $0 == items.count } ?? true
        ? range.lowerBound * count...range.upperBound * count : nil
    case .count: 0...count
    }
  }
}

import AttuneInstrument

extension Construct {
  /// The lowest and the highest score that can be had; `nil` where the items do not tell.
  func range(in instrument: Instrument) -> ClosedRange<Double>? {
    if isComposite {
      let parts = uses.map { instrument.construct(named: $0.name)?.range(in: instrument) }
      guard let first = parts.first, parts.allSatisfy({ $0 == first }) else { return nil }
      return first
    }
    let ranges = uses.compactMap { use -> ClosedRange<Double>? in
      guard let counts else { return instrument.item(named: use.name)?.declaredRange }
      guard let low = counts.values.min(), let high = counts.values.max() else { return nil }
      return low...high
    }
    guard ranges.count == uses.count, let first = ranges.first else { return nil }
    let (low, high) = (
      ranges.reduce(0) { $0 + $1.lowerBound }, ranges.reduce(0) { $0 + $1.upperBound }
    )
    switch rule.combination {
    case .mean: return ranges.allSatisfy { $0 == first } ? first : nil
    case .sum, .proratedSum: return low...high
    case .count: return 0...Double(uses.count)
    }
  }
}

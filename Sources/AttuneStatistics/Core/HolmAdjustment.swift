/// The p-values of a family of tests, made so that the chance of even one false finding in the
/// family stays below the level.
///
///     in rising order: p_(i) * (m - i + 1), never below the one before it, at most 1
///
/// - Sources: Holm (1979), Scandinavian Journal of Statistics 6, 65-70.
/// - Checked against: R 4.2.2 `p.adjust`; see `HolmAdjustmentTests`.
public func holmAdjusted(_ pValues: [Double]) -> [Double] {
  let order = pValues.indices.sorted { pValues[$0] < pValues[$1] }
  var adjusted = pValues
  var least = 0.0
  for (place, index) in order.enumerated() {
    least = max(least, min(1, pValues[index] * Double(pValues.count - place)))
    adjusted[index] = least
  }
  return adjusted
}

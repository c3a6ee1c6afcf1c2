public import AttuneData

/// What a test found of two of several occasions.
public struct ComparedOccasions<Found: Sendable & Hashable>: Sendable, Hashable {
  public let names: GroupPair<String>
  /// Or why the two cannot be compared.
  public let found: Result<Found, StatisticsError>
  /// Corrected over all pairs that can be tested; `nil` where there is no test.
  public let adjustedPValue: Double?

  /// Every two occasions, compared by `test`.
  static func all(
    of data: RepeatedMeasures, _ correction: FamilyCorrection,
    by test: (Pairs) throws(StatisticsError) -> Found, pValue: (Found) -> Double?
  ) -> [ComparedOccasions] {
    let found = data.pairs.map { pair in
      (pair.names, Result { () throws(StatisticsError) in try test(pair) })
    }
    let pValues = found.map { (try? $0.1.get()).flatMap(pValue) }
    var adjusted = correction.adjusted(pValues.compactMap { $0 })[...]
    return zip(found, pValues).map { pair, pValue in
      ComparedOccasions(
        names: pair.0, found: pair.1, adjustedPValue: pValue == nil ? nil : adjusted.removeFirst())
    }
  }
}

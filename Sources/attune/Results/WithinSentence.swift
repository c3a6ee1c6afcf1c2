import AttuneData
import AttuneStatistics
import AttuneTables

/// A comparison of the same people on several occasions in plain words, for people who do not read
/// tables of tests.
struct WithinSentence {
  let data: RepeatedMeasures
  let level: ConfidenceLevel
  let correction: FamilyCorrection

  private var errorRate: Double { 1 - level.rawValue }

  /// Of a method that leads a comparison; `nil` for others.
  func words(of method: CompareMethod) -> String? {
    switch method {
    case .friedman: try? ranks()
    case .repeatedMeasuresANOVA: try? means()
    case .pairedT: try? difference()
    case .mcNemar: try? change()
    case .cochranQ: try? shares()
    default: nil
    }
  }

  /// The pairs by ranks: how many people score higher on one than on the other.
  private func ranks() throws -> String {
    var procedure = OccasionComparisons()
    procedure.correction = correction
    let pairs = try procedure.apply(to: data).pairs
    return told(
      zip(pairs, data.pairs).map { pair, scores in
        let above = zip(scores.values.first, scores.values.second).count { $0 > $1 }
        let below = zip(scores.values.first, scores.values.second).count { $0 < $1 }
        let isHigher = pair.meanRankDifference > 0
        let (higher, lower) = isHigher ? (pair.first, pair.second) : (pair.second, pair.first)
        return (
          isClear: pair.adjustedPValue < errorRate,
          words: """
          people tend to score higher on '\(higher)' than on '\(lower)' (\(isHigher ? above : below) of \
          \(data.caseCount) do, \(isHigher ? below : above) the other way)
          """
        )
      })
  }

  private func means() throws -> String {
    var procedure = PairedComparisons()
    (procedure.level, procedure.correction) = (level, correction)
    return told(
      try procedure.apply(to: data).pairs.compactMap { pair in
        guard let found = try? pair.found.get(), let p = pair.adjustedPValue else { return nil }
        return (isClear: p < errorRate, words: "people " + PairedSentence(found: found).words)
      })
  }

  /// The differences that are clear, at most three of them, and how many are not.
  private func told(_ pairs: [(isClear: Bool, words: String)]) -> String {
    let clear = pairs.filter(\.isClear).map(\.words)
    let open = pairs.count - clear.count
    guard !clear.isEmpty else {
      return "In words: these data leave open on which occasion people score higher."
    }
    return "In words: " + [String].told(Array(clear.prefix(3)), of: clear.count) + "."
      + [String].open(open, "on which occasion people score higher")
  }

  private func difference() throws -> String {
    var test = PairedTTest()
    test.level = level
    return PairedSentence(found: try test.apply(to: data.pair(0, 1))).text
  }

  private func change() throws -> String {
    let found = try McNemarTest().apply(to: data.pair(0, 1))
    let counts = found.counts
    let pValue = try found.tests.get().exactPValue
    let more = counts.onlyFirst > counts.onlySecond ? found.names.first : found.names.second
    let conclusion =
      pValue < errorRate
      ? "more people answer so on '\(more)', and more change that way than chance would explain"
      : "these data leave open whether more change one way than the other"
    return """
      In words: \(counts.onlyFirst) of \(counts.n) people answer \(found.counted) on \
      '\(found.names.first)' alone and \(counts.onlySecond) on '\(found.names.second)' alone; \
      \(conclusion) (exact \(String.spoken(p: pValue))).
      """
  }

  private func shares() throws -> String {
    let found = try CochranQ().apply(to: data)
    let parts = zip(found.names, found.shares).map { "\($0) \($1.count)" }
    return """
      In words: of \(data.caseCount) people, so many answer \(found.counted): \
      \(parts.joined(separator: ", ")); \
      \(found.pValue < errorRate ? "the occasions differ more than chance would explain" : "these data leave open whether the occasions differ") \
      (\(String.spoken(p: found.pValue))).
      """
  }
}

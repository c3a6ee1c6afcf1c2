import AttuneData
import AttuneStatistics
import AttuneTables

extension Attune.Compare {
  /// Two scores of the same people.
  func comparePairs() throws {
    let source = try NumberColumns(data, names: scores, for: "compare")
    guard source.columns.count == 2 else { throw failure("--paired takes two columns.") }
    let (first, second) = (source.columns[0], source.columns[1])
    let pairs = try Pairs((first.name, first.values), (second.name, second.values))
    let methods: [CompareMethod] =
      tests.named.isEmpty ? [.pairedT, .wilcoxon, .sign] : tests.named
    var (tables, missing) = try gather(
      methods, of: [("\(first.name), \(second.name)", pairs)]
    ) { try self.found($0, of: $1) }
    for (title, find) in pairedBoundTests {
      do { tables += try find(pairs) } catch {
        missing.append(Caution("not-available", "\(title) is not available because \(error)."))
      }
    }
    if methods[0] == .pairedT || tests.smallest != nil, let words = try? sentence(pairs) {
      tables[0] = tables[0].adding(notes: [words])
    }
    if tests.named.isEmpty {
      var occasions = Occasions()
      occasions.level = confidence
      let both = try RepeatedMeasures(source.columns.map { ($0.name, $0.values) })
      tables = ((try? occasions.apply(to: both).tables) ?? []) + tables
    }
    let cautions =
      missing
      + [Caution.twoAnswers(pairs), tests.named.isEmpty ? disagreement(pairs) : nil]
      .compactMap { $0 }
    try deliver(
      tables, source.cautions + cautions, source.source, source.instrument,
      options: [.init("paired", .text("yes")), .init("zeros", .text(zeros.rawValue))]
        + boundSettings + drawingSettings(methods.contains(.resampledEffects)))
  }

  /// Where the test of means and that of ranks fall on different sides of the level.
  func disagreement(_ pairs: Pairs) -> Caution? {
    guard let means = try? found(.pairedT, of: pairs).first?.pValue,
      let ranks = try? found(.wilcoxon, of: pairs).first?.pValue
    else { return nil }
    return Caution.companionsDisagree(
      "\(pairs.names.first), \(pairs.names.second)", ("the paired t-test", means),
      ("the Wilcoxon signed-rank test", ranks), at: 1 - level,
      seenBy: "--within \(pairs.names.first),\(pairs.names.second) --dots")
  }

  private func sentence(_ pairs: Pairs) throws -> String {
    var test = PairedTTest()
    test.level = confidence
    let smallest = try tests.smallest.map { $0 * (try tests.bounds.size(in: pairs)) }
    return PairedSentence(found: try test.apply(to: pairs), smallest: smallest).text
  }

  /// The tables of a method for two scores of the same people.
  func found(_ method: CompareMethod, of pairs: Pairs) throws -> [Table] {
    switch method {
    case .pairedT:
      var test = PairedTTest()
      (test.level, test.alternative) = (confidence, tests.alternative)
      return try test.apply(to: pairs).tables
    case .wilcoxon:
      var test = WilcoxonSignedRank()
      (test.level, test.zeros, test.alternative) = (confidence, zeros, tests.alternative)
      return try test.apply(to: pairs).tables
    case .sign:
      var test = SignTest()
      test.alternative = tests.alternative
      return try test.apply(to: pairs).tables
    case .resampledEffects:
      var test = ResampledPairedEffect()
      if against != nil { test.effects = ResampledPairedEffect.Effect.ofOneScore }
      return try drawing { resampling in
        (test.level, test.resampling) = (confidence, resampling)
        return try test.apply(to: pairs).tables
      }
    case .bayesFactor: return try tests.bayesFactor.apply(to: pairs).tables
    default: return []
    }
  }
}

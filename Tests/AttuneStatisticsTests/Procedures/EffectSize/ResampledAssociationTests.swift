import AttuneData
import AttuneStatistics
import AttuneTestSupport
import Testing

@Suite struct ResampledAssociationTests {
  private typealias Effect = ResampledAssociation.Effect

  private static let nominal = [[9, 3, 1], [0, 1, 2], [2, 8, 4], [1, 2, 7]]
  private static let ordered = [[6, 4, 1, 0], [3, 5, 4, 2], [1, 2, 5, 7]]
  private static let fourfold = [[12, 7], [8, 13]]

  private static func table(_ counts: [[Int]]) -> ContingencyTable {
    ContingencyTable(
      names: GroupPair("x", "y"),
      categories: GroupPair(
        counts.indices.map { "x\($0)" }, (counts.first ?? []).indices.map { "y\($0)" }),
      counts: counts)
  }

  private static func procedure(
    isOrdered: Bool = true, event: String? = nil, count: Int = 499
  ) -> ResampledAssociation {
    var procedure = ResampledAssociation()
    (procedure.isOrdered, procedure.event) = (isOrdered, event)
    procedure.resampling = Resampling(count: count, seed: 6)
    return procedure
  }

  private static func found(
    _ counts: [[Int]], isOrdered: Bool = true, event: String? = nil, count: Int = 499
  ) throws -> [Effect: ResampledFinding<Effect>] {
    let outcome = try procedure(isOrdered: isOrdered, event: event, count: count)
      .apply(to: table(counts))
    return Dictionary(uniqueKeysWithValues: outcome.effects.map { ($0.effect, $0) })
  }

  private static func words(_ found: ResampledFinding<Effect>?) -> String { "\(found as Any)" }

  // R 4.2.2, boot 1.3-28.1: 999 resamples of 40 people, the same ones; percentile and BCa limits.
  @Test func agreesWithBootOnTheSameResamples() throws {
    let plan = try Golden.text("statistics/data/boot_indices_40.csv").split(separator: "\n")
      .map { line in line.split(separator: ",").compactMap { Int($0) }.map { $0 - 1 } }
    let tables = [
      "nominal": Self.nominal, "ordered": Self.ordered, "fourfold": Self.fourfold,
    ]
    let golden = Dictionary(
      grouping: try Golden.rows("statistics/resampled_tables.csv"), by: { $0["table"] ?? "" })
    var agreement = Agreement()
    var extremes = 0
    for (name, counts) in tables {
      let resampled = try Self.procedure(isOrdered: name != "nominal")
        .resampled(Self.table(counts))
      let drawn = plan.map { resampled.values(of: Self.counts(of: $0, in: counts)) }
      let estimates = resampled.estimates
      let rows = Dictionary(
        grouping: try #require(golden[name]), by: { Effect(rawValue: $0["effect"] ?? "") })
      #expect(Set(rows.keys) == Set(resampled.effects))
      for (place, effect) in resampled.effects.enumerated() {
        let estimate = try #require(estimates[place])
        let all = try drawn.map { try #require($0[place]) }
        let distribution = BootstrapDistribution(around: estimate, all)
        let percentile = try distribution.percentile(.percent90)
        let bca = Result {
          try distribution.bca(
            .percent90,
            jackknife: resampled.withoutEach.map {
              (try #require($0.values[place]), people: $0.people)
            })
        }
        let found = [
          "estimate": estimate, "resample_1": all[0], "resample_500": all[499],
          "resample_999": all[998], "percentile_lower": percentile.lower,
          "percentile_upper": percentile.upper, "bca_lower": try? bca.get().lower,
          "bca_upper": try? bca.get().upper,
        ]
        for row in try #require(rows[effect]) {
          let value = try #require(found[row["statistic"] ?? ""])
          guard row["value"] != "extreme" else {
            #expect(value == nil)
            #expect("\(bca)".contains("999 resamples are too few for its limits"))
            extremes += 1
            continue
          }
          agreement.compare(
            try #require(value), with: try #require(Double(row["value"] ?? "")), at: "\(row)")
        }
      }
    }
    #expect(agreement.count == 116)
    #expect(extremes == 4)
    #expect(agreement.largest < 1e-10, "\(agreement)")
    try Verification.record(
      "Bootstrap intervals of tables",
      against: "R 4.2.2, boot 1.3-28.1 boot.ci on the same resamples, effectsize 0.8.3", agreement)
  }

  /// How many of these people, who stand row by row, are in each cell.
  private static func counts(of people: [Int], in counts: [[Int]]) -> [[Int]] {
    let cells = counts.enumerated().flatMap { i, row in
      row.enumerated().flatMap { j, count in Array(repeating: (i, j), count: count) }
    }
    var drawn = counts.map { $0.map { _ in 0 } }
    for person in people { drawn[cells[person].0][cells[person].1] += 1 }
    return drawn
  }

  @Test func estimatesAreThoseOfTheirOwnProcedures() throws {
    for counts in [
      Self.nominal, Self.ordered, Self.fourfold, [[0, 0, 0], [5, 9, 0], [8, 2, 0]],
    ] {
      let table = Self.table(counts)
      var corrected = CramerV()
      corrected.isBiasCorrected = true
      var expected: [Effect: Double] = [
        .cramersV: try CramerV().apply(to: table).estimate,
        .biasCorrectedV: try corrected.apply(to: table).estimate,
      ]
      let ordinal = try OrdinalAssociation().apply(to: table).estimates
      for (effect, found) in zip([.gamma, .tauB, .somersColumn, .somersRow] as [Effect], ordinal) {
        expected[effect] = found.estimate.value
      }
      if let phi = try CramerV().apply(to: table).phi.value {
        expected[.phi] = phi
        expected[.difference] = try RiskDifference().apply(to: table).estimate
        expected[.ratio] = try RiskRatio().apply(to: table).estimate
        expected[.oddsRatio] = try OddsRatio().apply(to: table).estimate
        // Of two by two they are phi and the difference, and the same backwards.
        #expect(deviation(try #require(expected[.tauB]), from: phi) < 1e-14)
        for effect in [Effect.tauB, .somersColumn, .somersRow] { expected[effect] = nil }
      }
      let found = try Self.found(counts)
      #expect(found.mapValues(\.estimate) == expected.mapValues { .value($0) })
    }
  }

  /// The category that is counted may be any, and then all others are taken together.
  @Test func proportionsAreOfTheEventNamed() throws {
    let counts = [[6, 4, 10], [3, 9, 8]]
    let found = try Self.found(counts, isOrdered: false, event: "y1")
    let together = Self.table([[4, 16], [9, 11]])
    let difference = try RiskDifference().apply(to: together).estimate
    #expect(found[.difference]?.estimate == .value(difference))
    #expect(found[.oddsRatio]?.estimate == .value(try OddsRatio().apply(to: together).estimate))
    #expect(found[.gamma] == nil && found[.phi] == nil)
    let unnamed = try Self.found(counts, isOrdered: false)
    #expect(Set(unnamed.keys) == [.cramersV, .biasCorrectedV])
    let three = try Self.found(Self.nominal, event: "y1")
    #expect(Self.words(three[.ratio]).contains("there are people in 4 of 'x'"))
    #expect(three[.cramersV]?.estimate.value != nil)
  }

  /// With rows as columns only Somers' coefficients change places; with columns in reverse the measures
  /// of order change their sign, and so their limits.
  @Test func turnedRoundEffectsStayOrAreMirrored() throws {
    let table = Self.table(Self.ordered)
    let resampled = try Self.procedure().resampled(table)
    let transposed = try Self.procedure().resampled(table.transposed)
    let reversed = try Self.procedure().resampled(Self.table(Self.ordered.map { $0.reversed() }))
    let mirrored: Set<Effect> = [.gamma, .tauB, .somersColumn, .somersRow]
    let samples = (0..<200).map { seed in
      var draws = Draws(seed: UInt64(seed))
      let people = (0..<40).map { _ in draws.answer(Array(repeating: 1, count: 40)) }
      return Self.counts(of: people, in: Self.ordered)
    }
    for counts in samples + [Self.ordered] {
      let values = Dictionary(
        uniqueKeysWithValues: zip(resampled.effects, resampled.values(of: counts)))
      let columns = (0..<4).map { j in counts.map { $0[j] } }
      for (effect, value) in zip(transposed.effects, transposed.values(of: columns)) {
        let same: Effect =
          effect == .somersRow ? .somersColumn : effect == .somersColumn ? .somersRow : effect
        #expect(deviation(try #require(value), from: try #require(values[same] ?? nil)) < 1e-13)
      }
      let backwards = reversed.values(of: counts.map { $0.reversed() })
      for (effect, value) in zip(reversed.effects, backwards) {
        let sign = mirrored.contains(effect) ? -1.0 : 1
        #expect(
          deviation(sign * (try #require(value)), from: try #require(values[effect] ?? nil))
            < 1e-13)
      }
    }
    let (up, down) = try (
      Self.limits(of: .gamma, resampled, Self.ordered, samples),
      Self.limits(
        of: .gamma, reversed, Self.ordered.map { $0.reversed() },
        samples.map { $0.map { $0.reversed() } })
    )
    for (one, other) in zip(up, down) {
      #expect(deviation(one.lower, from: -other.upper) < 1e-12)
      #expect(deviation(one.upper, from: -other.lower) < 1e-12)
    }
  }

  /// The percentile and BCa limits of an effect over these samples.
  private static func limits(
    of effect: Effect, _ resampled: ResampledTable, _ counts: [[Int]], _ samples: [[[Int]]]
  ) throws -> [ConfidenceInterval] {
    let place = try #require(resampled.effects.firstIndex(of: effect))
    func value(_ counts: [[Int]]) throws -> Double {
      try #require(resampled.values(of: counts)[place])
    }
    let drawn = BootstrapDistribution(around: try value(counts), try samples.map(value))
    let without = try resampled.withoutEach.map {
      (estimate: try #require($0.values[place]), people: $0.people)
    }
    return [try drawn.percentile(.percent90), try drawn.bca(.percent90, jackknife: without)]
  }

  /// A table of 25000 times as many people is drawn as fast, and is known so much better.
  @Test func ofManyMorePeopleIntervalsAreNarrow() throws {
    let many = Self.fourfold.map { $0.map { 25_000 * $0 } }
    let (few, found) = (try Self.found(Self.fourfold), try Self.found(many))
    for (effect, found) in found where effect != .biasCorrectedV {
      let narrow = try found.bca.get()
      let wide = try #require(try few[effect]?.bca.get())
      let ratio = (wide.upper - wide.lower) / (narrow.upper - narrow.lower)
      // The square root of 25000, and what small samples skew.
      #expect((100...320).contains(ratio), "\(effect): \(ratio)")
    }
  }

  @Test func whatAResampleCannotHaveIsSaid() throws {
    // Of the first group nobody may be drawn who gave it, and then the ratio is 0, or infinite.
    let thin = try Self.found([[1, 20], [9, 12]])
    for effect in [Effect.ratio, .oddsRatio] {
      #expect(try thin[effect]?.percentile.get().lower == 0)
    }
    let upside = try Self.found([[9, 12], [1, 20]])
    for effect in [Effect.ratio, .oddsRatio] {
      #expect(upside[effect]?.estimate.value != nil)
      #expect(
        Self.words(upside[effect]).contains("resamples, and so would its limit be"), "\(effect)")
    }
    #expect(try upside[.difference]?.bca.get() != nil)
    let rare = try Self.found([[2, 1], [1, 900]])
    #expect(Self.words(rare[.oddsRatio]).contains("resamples everybody is in one row or in one"))
    #expect(Self.words(rare[.ratio]).contains("resamples nobody gave the answer, or there is"))

    let empty = try Self.found([[0, 20], [9, 12]])
    #expect(Self.words(empty[.ratio]).contains("nobody in 'x0' gave 'y0', and 0 has"))
    #expect(Self.words(empty[.oddsRatio]).contains("a cell is empty"))

    let two = try Self.found([[1, 0], [0, 1]])
    #expect(two[.cramersV]?.estimate == .value(1))
    #expect(
      Self.words(two[.phi]).contains("resamples everybody is in one row or in one"))
    #expect(Self.words(two[.gamma]).contains("no two people differ on both"))

    let angle = try Self.found([[0, 1, 0], [5, 0, 0], [0, 0, 0]])
    #expect(angle[.gamma]?.estimate == .value(-1))
    let alone = try Self.found([[5, 1, 1], [7, 0, 0]])
    #expect(alone[.gamma]?.estimate.value != nil)
  }

  @Test func aTableWithoutTwoRowsHasNoEffects() throws {
    for (counts, error) in [
      ([[3, 4], [0, 0]], StatisticsError.noVariance(in: "'x'")),
      ([[3, 0], [4, 0]], .noVariance(in: "'y'")), ([[1, 0], [0, 0]], .noVariance(in: "'x'")),
      ([[0, 0], [0, 0]], .tooFew(.cases, found: 0, needed: 2)),
    ] {
      #expect(throws: error) { try Self.found(counts) }
    }
  }
}

import AttuneData
import AttuneStatistics
import AttuneTables
import AttuneTestSupport
import Testing

@Suite struct SplitHalfTests {
  // R 4.2.2: formulas written out, 13 scales.
  @Test func agreesWithR() throws {
    var agreement = Agreement()
    for (key, rows) in try GoldenData.scales("halves") {
      let outcome = try SplitHalf().apply(to: key.items())
      for row in rows {
        let statistic = row["statistic"] ?? ""
        guard let quantity = Self.quantity(statistic, in: outcome) else { continue }
        // Horst's formula holds r only squared: of halves against each other it makes no sense.
        if quantity == .unavailable("the halves go against each other") { continue }
        guard let expected = Double(row["value"] ?? "") else {
          #expect(quantity.value == nil, "\(row)")
          continue
        }
        agreement.compare(try #require(quantity.value, "\(row)"), with: expected, at: "\(row)")
      }
    }
    #expect(agreement.count > 190)
    #expect(agreement.largest < 1e-10, "\(agreement)")
    try Verification.record(
      "Split halves", against: "R 4.2.2, formulas written out", agreement)
  }

  private static func quantity(_ statistic: String, in outcome: SplitHalf.Outcome) -> Quantity? {
    let split =
      statistic.hasPrefix("split_oddeven_") ? outcome.oddAndEven : outcome.firstAndSecond
    return switch statistic.split(separator: "_", maxSplits: 2).last ?? "" {
    case "r_between_forms": split.correlation
    case "spearman_brown_equal": split.spearmanBrown
    case "spearman_brown_unequal_horst": split.horst
    case "guttman_split_half": .value(split.guttman)
    case "alpha_form1": split.firstAlpha
    case "alpha_form2": split.secondAlpha
    case "lambda4_max": .value(outcome.best)
    case "lambda4_min": .value(outcome.worst)
    case "lambda4_mean": .value(outcome.mean)
    case "n_splits": .value(Double(outcome.splitCount))
    default: nil
    }
  }

  @Test func ofTwoItemsIsSpearmanBrownOfTheirCorrelation() throws {
    let items = try ReliabilityData.scores([[1, 2, 3, 4, 5], [2, 1, 3, 5, 4]]).complete(.forbid)
    let outcome = try SplitHalf().apply(to: items)
    let alpha = try CronbachAlpha().apply(to: items)
    let split = outcome.firstAndSecond
    #expect(outcome.splitCount == 1)
    #expect(deviation(try #require(split.spearmanBrown.value), from: alpha.standardised) < 1e-14)
    #expect(deviation(try #require(split.horst.value), from: alpha.standardised) < 1e-14)
    #expect(deviation(split.guttman, from: alpha.estimate) < 1e-14)
    #expect(split.firstAlpha == .unavailable("one item alone has no alpha"))
  }

  @Test func ofAnEvenScaleHasAlphaAsMeanOverAllSplits() throws {
    let columns: [[Double?]] = [
      [1, 2, 4, 3, 2, 5], [2, 1, 5, 2, 2, 3], [3, 3, 8, 5, 1, 4], [1, 3, 3, 2, 2, 4],
    ]
    let items = try ReliabilityData.scores(columns).complete(.forbid)
    let outcome = try SplitHalf().apply(to: items)
    #expect(deviation(outcome.mean, from: try CronbachAlpha().apply(to: items).estimate) < 1e-14)
    #expect(outcome.worst <= outcome.firstAndSecond.guttman)
    #expect(outcome.firstAndSecond.guttman <= outcome.best)
    #expect(outcome.splitCount == 3)
  }

  @Test func drawsSplitsOfALongScaleBySeed() throws {
    let columns = (0..<18).map { item -> [Double?] in
      (0..<10).map { person in
        let wobble = (person * (item + 3) * 7 + item) % 11
        return Double(wobble + person)
      }
    }
    let items = try ReliabilityData.scores(columns).complete(.forbid)
    var procedure = SplitHalf()
    procedure.sampling = Resampling(count: 300, seed: 5)
    let outcome = try procedure.apply(to: items)
    let again = try procedure.apply(to: items)
    #expect(outcome == again)
    #expect(outcome.splitCount == 300)
    #expect(outcome.tables[1].notes == ["Over 300 random splits, seed 5."])
    #expect(outcome.worst < outcome.mean && outcome.mean < outcome.best)
    // The mean over all splits of an even number of items is alpha.
    let alpha = try CronbachAlpha().apply(to: items).estimate
    #expect(abs(outcome.mean - alpha) < 0.02)
  }

  @Test func isOneForPerfectCorrelation() throws {
    let column: [Double?] = [1, 4, 2, 8, 5, 7]
    let outcome = try SplitHalf().apply(
      to: ReliabilityData.scores([column, column, column]).complete(.forbid))
    #expect(abs(try #require(outcome.firstAndSecond.spearmanBrown.value) - 1) < 1e-14)
    #expect(abs(try #require(outcome.firstAndSecond.horst.value) - 1) < 1e-7)
  }

  @Test func saysWhereTheHalvesHaveNoCoefficient() throws {
    // The first two items together are the same for everyone.
    let still = try SplitHalf().apply(
      to: ReliabilityData.scores([[1, 2, 3, 4], [4, 3, 2, 1], [1, 1, 2, 4]]).complete(.forbid))
    let reason = Quantity.unavailable("the score of one half is the same for everyone")
    #expect(still.firstAndSecond.correlation == reason)
    #expect(still.firstAndSecond.horst == reason)
    #expect(still.firstAndSecond.guttman == 0)

    let against = try SplitHalf().apply(
      to: ReliabilityData.scores([[1, 2, 3, 4], [8, 6, 4, 2]]).complete(.forbid))
    #expect(
      against.firstAndSecond.spearmanBrown
        == .unavailable("the halves go exactly against each other"))
    #expect(against.firstAndSecond.horst == .unavailable("the halves go against each other"))
  }

  @Test(arguments: ReliabilityData.withoutResult)
  func saysWhyThereIsNone(columns: [[Double?]], expected: StatisticsError) throws {
    let items = try ReliabilityData.scores(columns).complete(.listwise)
    #expect(throws: expected) { try SplitHalf().apply(to: items) }
  }
}

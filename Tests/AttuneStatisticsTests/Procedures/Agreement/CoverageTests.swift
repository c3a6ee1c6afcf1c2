import AttuneData
import AttuneNumerics
import AttuneStatistics
import Testing

/// How often intervals hold the true value, over data made with a known one.
///
/// The seeds are fixed: each run draws the same.
@Suite struct CoverageTests {
  /// 95 of 100, but for a few: with 400 samples the standard error is 1.1.
  private func expectNominal(_ hits: [Bool], sourceLocation: SourceLocation = #_sourceLocation) {
    let share = Double(hits.count { $0 }) / Double(hits.count)
    #expect((0.92...0.98).contains(share), "\(share)", sourceLocation: sourceLocation)
  }

  @Test(arguments: [-0.3, 0.6])
  func ofCorrelations(rho: Double) throws {
    var draws = Draws(seed: 11)
    var (pearson, spearman) = ([Bool](), [Bool]())
    // Of normal scores: rho of ranks = 6 / pi * asin(r / 2).
    let ofRanks = 6 / Double.pi * (rho / 2 + rho * rho * rho / 48 + 3 * power(rho, 5) / 1280)
    for _ in 0..<400 {
      let (x, y) = try draws.pairs(60, rho)
      let pairs = try Pairs(("x", x), ("y", y))
      pearson.append(holds(try PearsonCorrelation().apply(to: pairs).interval.get(), rho))
      spearman.append(holds(try SpearmanCorrelation().apply(to: pairs).interval.get(), ofRanks))
    }
    expectNominal(pearson)
    expectNominal(spearman)
  }

  @Test func ofPolychoricAndPolyserialCorrelations() throws {
    var draws = Draws(seed: 12)
    var (polychoric, polyserial) = ([Bool](), [Bool]())
    let cut = { (value: Double?) in
      value.map { $0 < -1 ? 1.0 : $0 < 0.2 ? 2 : $0 < 1.1 ? 3 : 4 }
    }
    for _ in 0..<250 {
      let (x, y) = try draws.pairs(200, 0.5)
      polychoric.append(
        holds(
          try PolychoricCorrelation().apply(
            to: CrossTable(Pairs(("x", x.map(cut)), ("y", y.map(cut))))
          ).interval, 0.5))
      polyserial.append(
        holds(
          try PolyserialCorrelation().apply(to: Pairs(("x", x), ("y", y.map(cut)))).interval, 0.5))
    }
    expectNominal(polychoric)
    expectNominal(polyserial)
  }

  /// Variances: cases 2, raters 0.5, what is left 1.
  @Test func ofIntraclassCorrelations() throws {
    var draws = Draws(seed: 13)
    var (agreement, consistency) = ([Bool](), [Bool]())
    for _ in 0..<400 {
      let raters = try (0..<6).map { _ in try draws.normal() * 0.5.squareRoot() }
      let cases = try (0..<30).map { _ in try draws.normal() * 2.0.squareRoot() }
      let columns = try raters.map { rater in
        try cases.map { Double?($0 + rater + (try draws.normal())) }
      }
      let outcome = try IntraclassCorrelation().apply(
        to: RatingData.ratings(columns).complete(.forbid))
      agreement.append(holds(try outcome.coefficients[1].interval.get(), 2 / 3.5))
      consistency.append(holds(try outcome.coefficients[2].interval.get(), 2.0 / 3))
    }
    expectNominal(agreement)
    expectNominal(consistency)
  }

  /// Two raters see the truth in 85 of 100 cases; else they say either.
  @Test func ofKappas() throws {
    var draws = Draws(seed: 14)
    var (cohen, fleiss, krippendorff) = ([Bool](), [Bool](), [Bool]())
    // Both see it with .7225, and then they agree; else they agree half the time.
    let kappa = 0.7225
    for _ in 0..<250 {
      let truth = (0..<80).map { _ in draws.uniform() < 0.5 ? 1.0 : 0 }
      let columns = (0..<2).map { _ in
        truth.map { Double?(draws.uniform() < 0.85 ? $0 : draws.uniform() < 0.5 ? 1 : 0) }
      }
      let ratings = RatingData.ratings(columns)
      let complete = try ratings.complete(.forbid)
      cohen.append(
        holds(try CohenKappa().apply(to: complete).coefficients[0].interval.get(), kappa))
      fleiss.append(holds(try FleissKappa().apply(to: complete).interval.get(), kappa))
      // Resampling takes time: fewer samples, so that the share is known to 2 in 100.
      guard krippendorff.count < 100 else { continue }
      var alpha = KrippendorffAlpha()
      alpha.metric = .nominal
      alpha.resampling = Resampling(count: 199)
      krippendorff.append(holds(try alpha.apply(to: ratings).interval.get(), kappa))
    }
    expectNominal(cohen)
    expectNominal(fleiss)
    #expect(krippendorff.count { $0 } >= 90)
  }

  @Test func ofLimitsOfAgreement() throws {
    var draws = Draws(seed: 15)
    var (upper, bias) = ([Bool](), [Bool]())
    let z = try Normal().upperQuantile(0.025)
    for _ in 0..<300 {
      let first = try (0..<15).map { _ in Double?(try draws.normal()) }
      let second = try (0..<15).map { _ in Double?(1 + (try draws.normal())) }
      let outcome = try BlandAltman().apply(
        to: RatingData.ratings([first, second]).complete(.forbid))
      upper.append(holds(outcome.upper.interval, -1 + z * 2.0.squareRoot()))
      bias.append(holds(outcome.bias.interval, -1))
    }
    expectNominal(upper)
    expectNominal(bias)
  }

  private func holds(_ interval: ConfidenceInterval, _ value: Double) -> Bool {
    interval.lower <= value && value <= interval.upper
  }

  private func power(_ value: Double, _ exponent: Int) -> Double {
    (0..<exponent).reduce(1) { product, _ in product * value }
  }
}

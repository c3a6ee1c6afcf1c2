import AttuneNumerics
import AttuneTestSupport
import Testing

@Suite struct NoncentralTTests {
  // mpmath 1.3.0, Poisson series in 150 digits: Tests/Golden/statistics/distributions.py.
  @Test func bothTailsAgreeWithMpmath() throws {
    let rows = try Golden.rows("statistics/distributions.csv").filter { $0["family"] == "nct" }
    #expect(rows.count == 48)
    var agreement = Agreement()
    for row in rows {
      let numbers = Self.numbers(in: "\(row["parameters"] ?? "");\(row["argument"] ?? "")")
      let distribution = try NoncentralT(degreesOfFreedom: numbers[0], noncentrality: numbers[1])
      let value =
        row["statistic"] == "lower"
        ? try distribution.lowerTail(numbers[2]) : try distribution.upperTail(numbers[2])
      let expected = try #require(Double(row["value"] ?? ""))
      agreement.compare(value, with: expected, at: "\(row)")
    }
    #expect(agreement.largest < 1e-12, "\(agreement)")
    try Verification.record(
      "Noncentral t distribution", against: "mpmath 1.3.0, Poisson series in 150 digits", agreement)
  }

  // mpmath 1.3.0 quadrature and scipy 1.17.1: scipy is itself 1e-15 from mpmath.
  @Test func agreesWithTheReferenceSet() throws {
    let rows = try Golden.rows("statistics/noncentral_t.csv")
    #expect(rows.count == 15)
    var agreement = Agreement()
    for row in rows {
      let numbers = Self.numbers(in: row["args"] ?? "")
      let distribution = try NoncentralT(degreesOfFreedom: numbers[1], noncentrality: numbers[2])
      let expected = try #require(Double(row["value"] ?? ""))
      agreement.compare(try distribution.lowerTail(numbers[0]), with: expected, at: "\(row)")
    }
    #expect(agreement.largest < 1e-12, "\(agreement)")
    try Verification.record(
      "Noncentral t distribution, the reference set",
      against: "mpmath 1.3.0, quadrature; scipy 1.17.1", agreement)
  }

  @Test func isStudentsWithoutNoncentrality() throws {
    for df in [1.0, 2.5, 30, 4000] {
      let central = try StudentT(degreesOfFreedom: df)
      let noncentral = try NoncentralT(degreesOfFreedom: df, noncentrality: 0)
      for t in [-20.0, -3, 0, 0.5, 6] {
        let expected = try central.lowerTail(t)
        #expect(deviation(try noncentral.lowerTail(t), from: expected) < 1e-12)
      }
    }
  }

  // The two ways of integrating meet where delta is about 100 square roots of the df.
  @Test func isSmoothWhereTheMethodChanges() throws {
    for (df, delta) in [(4.0, 200.0), (100.0, 1000.0)] {
      for ratio in [0.6, 1.0, 1.7] {
        let before = try NoncentralT(degreesOfFreedom: df, noncentrality: delta * 0.9999)
          .lowerTail(delta * ratio * 0.9999)
        let after = try NoncentralT(degreesOfFreedom: df, noncentrality: delta * 1.0001)
          .lowerTail(delta * ratio * 1.0001)
        let square = try ChiSquare(degreesOfFreedom: df)
        let limit = try square.upperTail(df / (ratio * ratio))
        #expect(abs(before - after) < 1e-6)
        #expect(abs(after - limit) < 0.01)
      }
    }
  }

  @Test(arguments: [0.025, 0.975, 1e-6, 0.5])
  func findsTheNoncentralityOfATail(p: Double) throws {
    for (t, df) in [(-1.86, 18.0), (0.0, 2.0), (45.0, 30.0), (-3e6, 8.0), (2.2, 50_000.0)] {
      let delta = try NoncentralT.noncentrality(lowerTail: p, at: t, degreesOfFreedom: df)
      let tail = try NoncentralT(degreesOfFreedom: df, noncentrality: delta).lowerTail(t)
      #expect(deviation(tail, from: p) < 1e-11, "t = \(t), df = \(df)")
    }
  }

  @Test func givesUpWhereItCannotReach() throws {
    let distribution = try NoncentralT(degreesOfFreedom: 1e-30, noncentrality: 1)
    #expect(throws: NumericsError.noConvergence(function: "the noncentral t distribution")) {
      try distribution.lowerTail(2)
    }
    #expect(throws: NumericsError.self) {
      try NoncentralT(degreesOfFreedom: 5, noncentrality: .infinity)
    }
  }

  private static func numbers(in text: String) -> [Double] {
    text.split(separator: ";").compactMap { Double($0.drop { $0 != "=" }.dropFirst()) }
  }

  @Test(arguments: [(9.0, 2.5), (29, 10.7), (119, -21.5), (3, 0)])
  func hasAQuantileThatReturnsToItsTail(df: Double, delta: Double) throws {
    let distribution = try NoncentralT(degreesOfFreedom: df, noncentrality: delta)
    for p in [0.005, 0.025, 0.5, 0.975, 0.999] {
      let t = try distribution.quantile(p)
      #expect(deviation(try distribution.lowerTail(t), from: p) < 1e-12)
    }
    #expect(throws: NumericsError.self) { try distribution.quantile(1) }
  }
}

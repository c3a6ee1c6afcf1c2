@testable import AttuneNumerics
import AttuneTestSupport
import Foundation
import Testing

@Suite struct JZSIntegralTests {
  private static func integral(_ row: [String: String]) throws -> JZSIntegral {
    try JZSIntegral(
      effectiveCount: number("effective_count", row), degreesOfFreedom: number("df", row),
      scale: number("scale", row))
  }

  private static func number(_ name: String, _ row: [String: String]) throws -> Double {
    try #require(Double(row[name] ?? ""))
  }

  // mpmath 1.3.0, 25 and 40 digits: Tests/Golden/statistics/bayes_factor.py.
  @Test func agreesWithMpmathByTwoWays() throws {
    let rows = try Golden.rows("statistics/bayes_factor.csv")
    var agreement = Agreement()
    for row in rows {
      let (integral, t) = (try Self.integral(row), try Self.number("t", row))
      let found =
        try row["alternative"] == "greater"
        ? integral.logBayesFactorAbove(t) : integral.logBayesFactor(t)
      // Of the factor itself while a double holds it with all its digits, else of the logarithm.
      let expected = try Self.number("log_bf", row)
      let size = max(1, abs(expected))
      agreement.compare(1 + (found - expected) / size, with: 1, at: "\(row)")
    }
    #expect(agreement.count == 114)
    #expect(agreement.largest < 1e-13, "\(agreement)")
    try Verification.record(
      "JZS Bayes factor, its integral", against: "mpmath 1.3.0, over g and over the difference",
      agreement)
  }

  @Test(arguments: [0.4, 3, -2, 45, -45, 1e4, -1e4])
  func theTwoHalvesMakeTheWhole(t: Double) throws {
    for (count, df) in [(2.0, 1.0), (12, 23), (5e5, 1_999_998)] {
      let integral = try JZSIntegral(effectiveCount: count, degreesOfFreedom: df, scale: 0.7)
      let whole = try integral.logBayesFactor(t)
      let (above, below) = (
        try integral.logBayesFactorAbove(t), try integral.logBayesFactorAbove(-t)
      )
      let sum = max(above, below) + log1p(exp(-abs(above - below))) - log(2)
      #expect(abs(sum - whole) < 1e-13 * max(1, abs(whole)), "\(t) \(count) \(df)")
      #expect(above.isFinite && below.isFinite)
    }
  }

  // Against the direction, a tail of e^-800 and less times as great a likelihood is of ordinary size:
  // log(2 / (pi r sqrt(N) |t|)) as t falls, the prior's density at 0 over the distance it reaches.
  @Test func isOfOrdinarySizeFarAgainstTheDirection() throws {
    let integral = try JZSIntegral(effectiveCount: 1e4, degreesOfFreedom: 1e9, scale: 1)
    let found = try integral.logBayesFactorAbove(-60)
    #expect(abs(found - log(2 / (Double.pi * 100 * 60))) < 1e-3, "\(found)")
  }

  @Test func theLogarithmOfATailContinuesIt() throws {
    let t = try StudentT(degreesOfFreedom: 40)
    for x in [5.1, 8, 60] { #expect(abs(try t.logUpperTail(x) - log(try t.upperTail(x))) < 1e-12) }
    // Mills' ratio of the normal distribution, which t nears: -x^2 / 2 - log(x sqrt(2 pi)).
    let far = try StudentT(degreesOfFreedom: 1e12).logUpperTail(60)
    #expect(abs(far + 1800 + log(60 * (2 * Double.pi).squareRoot()) + log1p(1 / 3600)) < 1e-5)
  }

  @Test func tellsWhichArgumentIsOutside() throws {
    #expect(throws: NumericsError.self) {
      try JZSIntegral(effectiveCount: 4, degreesOfFreedom: 3, scale: 0)
    }
    #expect(throws: NumericsError.self) {
      try JZSIntegral(effectiveCount: 4, degreesOfFreedom: 3, scale: 1).logBayesFactor(.nan)
    }
  }
}

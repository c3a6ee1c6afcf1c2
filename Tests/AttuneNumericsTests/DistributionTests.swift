import AttuneNumerics
import AttuneTestSupport
import Testing

@Suite struct DistributionTests {
  // mpmath 1.3.0, 60 digits: Tests/Golden/statistics/distributions.py.
  @Test(arguments: [
    ("normal", "Normal distribution"), ("t", "Student's t distribution"),
    ("f", "Fisher's F distribution"), ("chi2", "Chi-square distribution"),
  ])
  func agreesWithMpmath(family: String, title: String) throws {
    let rows = try Golden.rows("statistics/distributions.csv").filter { $0["family"] == family }
    #expect(rows.count >= 24)
    var agreement = Agreement()
    for row in rows {
      let distribution = try Self.distribution(row)
      let argument = try #require(Double(row["argument"]?.drop { $0 != "=" }.dropFirst() ?? ""))
      let expected = try #require(Double(row["value"] ?? ""))
      let value =
        switch row["statistic"] {
        case "lower": try distribution.lowerTail(argument)
        case "upper": try distribution.upperTail(argument)
        case "quantile": try distribution.quantile(argument)
        default: try distribution.upperQuantile(argument)
        }
      agreement.compare(value, with: expected, at: "\(row)")
    }
    #expect(agreement.largest < 1e-12, "\(agreement)")
    try Verification.record(title, against: "mpmath 1.3.0, 60 digits", agreement)
  }

  @Test func theTwoTailsMakeOne() throws {
    let distributions: [any ContinuousDistribution] = [
      Normal(), try StudentT(degreesOfFreedom: 3.7), try FisherF(numerator: 3, denominator: 11.5),
      try ChiSquare(degreesOfFreedom: 6),
    ]
    for distribution in distributions {
      for x in [-2.5, 0.3, 1.0, 7.0] {
        let sum = try distribution.lowerTail(x) + distribution.upperTail(x)
        #expect(abs(sum - 1) < 1e-14)
      }
    }
  }

  @Test func tellsWhichArgumentIsOutside() throws {
    #expect(
      throws: NumericsError.undefined(
        function: "the F distribution", argument: "the numerator's df", value: 0)
    ) { try FisherF(numerator: 0, denominator: 5) }
    #expect(throws: NumericsError.self) { try StudentT(degreesOfFreedom: .nan) }
    #expect(throws: NumericsError.self) { try ChiSquare(degreesOfFreedom: .infinity) }
    #expect(throws: NumericsError.self) { try Normal().quantile(1) }
    #expect(throws: NumericsError.self) { try Normal().quantile(0) }
    #expect(throws: NumericsError.self) { try Normal().lowerTail(.nan) }
  }

  @Test func staysFiniteFarOut() throws {
    let t = try StudentT(degreesOfFreedom: 4)
    #expect(try t.upperTail(1e200) == 0)
    #expect(try t.lowerTail(1e200) == 1)
    #expect(try t.upperTail(1e60) > 0)
  }

  private static func distribution(
    _ row: [String: String]
  ) throws -> any ContinuousDistribution {
    let parameters = (row["parameters"] ?? "").split(separator: ";").compactMap {
      Double($0.drop { $0 != "=" }.dropFirst())
    }
    switch row["family"] {
    case "normal": return Normal()
    case "t": return try StudentT(degreesOfFreedom: parameters[0])
    case "f": return try FisherF(numerator: parameters[0], denominator: parameters[1])
    default: return try ChiSquare(degreesOfFreedom: parameters[0])
    }
  }
}

import AttuneNumerics
import AttuneTestSupport
import Testing

@Suite struct BivariateNormalTests {
  // mpmath 1.3.0, 40 digits: Tests/Golden/statistics/bivariate_normal.py.
  @Test func agreesWithMpmath() throws {
    let rows = try Golden.rows("statistics/bivariate_normal.csv")
    #expect(rows.count > 300)
    var worst = (distance: 0.0, row: rows[0])
    for row in rows {
      let numbers = try ["h", "k", "r", "lower"].map { try #require(Double(row[$0] ?? "")) }
      let value = try BivariateNormal(correlation: numbers[2]).lowerTail(numbers[0], numbers[1])
      if abs(value - numbers[3]) > worst.distance { worst = (abs(value - numbers[3]), row) }
    }
    // Probabilities are differences of these, so that the absolute distance counts.
    #expect(worst.distance < 1e-15, "\(worst)")
  }

  // mpmath 1.3.0 `quad`, of the reference set.
  @Test func agreesWithQuadrature() throws {
    var agreement = Agreement()
    for row in try Golden.rows("statistics/bivariate_normal_quadrature.csv") {
      let numbers = (row["args"] ?? "").split(separator: ";").compactMap {
        Double($0.drop { $0 != "=" }.dropFirst())
      }
      agreement.compare(
        try BivariateNormal(correlation: numbers[2]).lowerTail(numbers[0], numbers[1]),
        with: try #require(Double(row["value"] ?? "")), at: row["id"] ?? "")
    }
    #expect(agreement.count == 10)
    #expect(agreement.largest < 1e-12, "\(agreement)")
    try Verification.record(
      "Bivariate normal distribution", against: "mpmath 1.3.0 quad", agreement)
  }

  @Test func knowsTheQuadrantInClosedForm() throws {
    // P(X <= 0, Y <= 0) = 1/4 + asin(r) / (2 pi); asin(1/2) = pi / 6.
    #expect(abs(try BivariateNormal(correlation: 0.5).lowerTail(0, 0) - 1.0 / 3) < 1e-15)
    #expect(abs(try BivariateNormal(correlation: -0.5).lowerTail(0, 0) - 1.0 / 6) < 1e-15)
  }

  @Test(arguments: [-1, -0.95, -0.3, 0, 0.7, 0.93, 1])
  func isOneLimitAtATimeWhereTheOtherIsInfinite(r: Double) throws {
    let normal = try BivariateNormal(correlation: r)
    #expect(try normal.lowerTail(0.4, .infinity) == Normal().lowerTail(0.4))
    #expect(try normal.lowerTail(.infinity, -1.2) == Normal().lowerTail(-1.2))
    #expect(normal.lowerTail(-.infinity, 3) == 0)
    #expect(abs(normal.lowerTail(0.4, 0.9) - normal.lowerTail(0.9, 0.4)) < 1e-16)
  }

  @Test func isTheSmallerOrTheOverlapWhereThePairGoesExactlyTogether() throws {
    let lower = try Normal().lowerTail(-0.4)
    #expect(abs(try BivariateNormal(correlation: 1).lowerTail(-0.4, 0.9) - lower) < 1e-16)
    #expect(try BivariateNormal(correlation: -1).lowerTail(-0.4, -0.9) == 0)
    let overlap = try Normal().lowerTail(0.9) - Normal().upperTail(0.4)
    #expect(abs(try BivariateNormal(correlation: -1).lowerTail(0.4, 0.9) - overlap) < 1e-15)
  }

  @Test func hasADensityThatIsTheSlopeOfTheDistributionInTheCorrelation() throws {
    // Plackett (1954): the derivative of P in r is the density.
    let step = 1e-5
    for (x, y, r) in [(0.3, -1.1, 0.4), (1.2, -0.9, -0.97), (-0.5, -0.6, 0.96)] {
      let above = try BivariateNormal(correlation: r + step).lowerTail(x, y)
      let below = try BivariateNormal(correlation: r - step).lowerTail(x, y)
      let density = try BivariateNormal(correlation: r).density(x, y)
      #expect(deviation((above - below) / (2 * step), from: density) < 1e-6)
    }
    #expect(try BivariateNormal(correlation: 0.3).density(.infinity, 0) == 0)
  }

  @Test func isNotDefinedBeyondOne() {
    #expect(throws: NumericsError.self) { try BivariateNormal(correlation: 1.01) }
    #expect(throws: NumericsError.self) { try BivariateNormal(correlation: .nan) }
  }
}

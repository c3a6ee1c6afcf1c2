import AttuneNumerics
import AttuneTestSupport
import Testing

@Suite struct NoncentralFTests {
  // mpmath 1.3.0, a Poisson mixture at 40 digits.
  @Test func agreesWithMpmath() throws {
    var agreement = Agreement()
    for row in try Golden.rows("statistics/noncentral.csv") {
      let arguments = Dictionary(
        uniqueKeysWithValues: (row["args"] ?? "").split(separator: ";").map { part in
          let pair = part.split(separator: "=")
          return (String(pair[0]), Double(pair[1]) ?? .nan)
        })
      let x = try #require(arguments["x"])
      let lambda = try #require(arguments["ncp"])
      let (lower, upper): (Double, Double)
      if row["statistic"] == "ncf_cdf" {
        let distribution = try NoncentralF(
          numerator: try #require(arguments["df1"]), denominator: try #require(arguments["df2"]),
          noncentrality: lambda)
        (lower, upper) = (try distribution.lowerTail(x), try distribution.upperTail(x))
      } else {
        let distribution = try NoncentralChiSquare(
          degreesOfFreedom: try #require(arguments["df"]), noncentrality: lambda)
        (lower, upper) = (try distribution.lowerTail(x), try distribution.upperTail(x))
      }
      let expected = try #require(Double(row["value"] ?? ""))
      agreement.compare(lower, with: expected, at: "\(row)")
      #expect(deviation(upper, from: 1 - expected) < 1e-12, "\(row)")
    }
    #expect(agreement.count == 15)
    #expect(agreement.largest < 1e-12, "\(agreement)")
  }

  @Test func withoutNoncentralityIsCentral() throws {
    let central = try FisherF(numerator: 3, denominator: 20).lowerTail(1.7)
    let other = try NoncentralF(numerator: 3, denominator: 20, noncentrality: 0).lowerTail(1.7)
    #expect(deviation(other, from: central) < 1e-14)
  }

  // A squared noncentral t is a noncentral F with one degree of freedom above.
  @Test func isTheSquareOfNoncentralT() throws {
    let t = try NoncentralT(degreesOfFreedom: 12, noncentrality: 1.5)
    let f = try NoncentralF(numerator: 1, denominator: 12, noncentrality: 2.25)
    let inside = try t.lowerTail(2) - t.lowerTail(-2)
    #expect(deviation(try f.lowerTail(4), from: inside) < 1e-12)
  }

  @Test(arguments: [0.025, 0.05, 0.5, 0.975])
  func findsTheNoncentralityOfATail(p: Double) throws {
    let lambda = try NoncentralF.noncentrality(
      lowerTail: p, at: 6, numerator: 2, denominator: 30)
    if lambda > 0 {
      let tail = try NoncentralF(numerator: 2, denominator: 30, noncentrality: lambda).lowerTail(6)
      #expect(deviation(tail, from: p) < 1e-12)
    } else {
      #expect(try FisherF(numerator: 2, denominator: 30).lowerTail(6) <= p)
    }
  }

  @Test func keepsAFarTail() throws {
    let distribution = try NoncentralF(numerator: 2, denominator: 60, noncentrality: 1)
    let far = try distribution.upperTail(80)
    #expect(far > 0 && far < 1e-14)
  }
}

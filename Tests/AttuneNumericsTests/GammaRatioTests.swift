import AttuneNumerics
import AttuneTestSupport
import Testing

@Suite struct GammaRatioTests {
  // mpmath 1.3.0: gamma(a) / (sqrt(a) * gamma(a - 1/2)), 40 digits.
  @Test(arguments: [
    (1.0, 0.56418958354775629), (0.75, 0.39027621886917631), (9.0, 0.9576464270237181),
    (1400.5, 0.99973221060118926), (5e7, 0.99999999249999998),
  ])
  func agreesWithMpmath(a: Double, expected: Double) throws {
    #expect(deviation(try halfStepGammaRatio(a), from: expected) < 1e-14)
  }

  @Test func isNotDefinedAtAHalf() {
    #expect(throws: NumericsError.self) { try halfStepGammaRatio(0.5) }
  }
}

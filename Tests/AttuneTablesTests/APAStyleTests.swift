import AttuneTables
import Testing

@Suite struct APAStyleTests {
  @Test(arguments: [
    (1.234, "1.23"), (-1.861, "\u{2212}1.86"), (0, "0.00"), (-0.0, "0.00"), (-0.004, "0.00"),
    (-0.006, "\u{2212}0.01"), (3.125, "3.13"), (0.995, "1.00"), (1e9, "1000000000.00"),
    (1e300, "1e+300"), (1e-300, "0.00"),
  ])
  func showsTwoDecimals(value: Double, expected: String) {
    #expect(APAStyle.show(value, as: .number) == expected)
  }

  @Test(arguments: [
    (0.843, ".84"), (-0.126, "\u{2212}.13"), (1, "1.00"), (0.999, "1.00"), (0, ".00"),
    (-1.442, "\u{2212}1.44"),
  ])
  func leavesOutTheZeroOfWhatCannotPassOne(value: Double, expected: String) {
    #expect(APAStyle.show(value, as: .bounded) == expected)
  }

  @Test(arguments: [
    (0.0009, "< .001"), (1e-300, "< .001"), (0.001, ".001"), (0.0785, ".079"), (0.9994, "> .999"),
    (1, "> .999"),
  ])
  func showsProbabilitiesWithThreeDecimals(value: Double, expected: String) {
    #expect(APAStyle.show(value, as: .pValue) == expected)
  }

  @Test(arguments: [(34, "34"), (17.776, "17.78"), (33.999, "34.00"), (0, "0")])
  func showsWholeDegreesOfFreedomWithoutDecimals(value: Double, expected: String) {
    #expect(APAStyle.show(value, as: .degrees) == expected)
  }

  @Test func givesCountsTheSameMinus() {
    #expect(APAStyle.show(-3) == "\u{2212}3")
    #expect(APAStyle.show(1_000_000) == "1000000")
  }
}

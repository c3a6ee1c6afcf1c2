import AttuneData
import AttuneStatistics
import AttuneTestSupport
import Testing

@Suite struct ResampledEffectTests {
  private func apply(
    _ first: [Double], _ second: [Double], count: Int = 499, seed: UInt64 = 3
  ) throws -> [ResampledEffect.Effect: ResampledEffect.Found] {
    var procedure = ResampledEffect()
    procedure.resampling = Resampling(count: count, seed: seed)
    let found = try procedure.apply(to: IndependentGroupsTests.groups(first, second)).effects
    return Dictionary(uniqueKeysWithValues: found.map { ($0.effect, $0) })
  }

  private let first = [3.1, 4.5, 2.2, 5.0, 3.3, 4.1, 2.8, 6.0]
  private let second = [2.0, 1.1, 3.0, 2.4, 0.5, 3.9, 1.7]

  @Test func estimatesAreThoseOfTheirOwnProcedures() throws {
    let found = try apply(first, second)
    let groups = try IndependentGroupsTests.groups(first, second)
    let differences = try StandardizedDifferences().apply(to: groups)
    let delta = try CliffsDelta().apply(to: groups)
    let expected: [ResampledEffect.Effect: Double] = [
      .meanDifference: try WelchTTest().apply(to: groups).meanDifference, .medianDifference: 1.7,
      .cohensD: differences.d.estimate, .hedgesG: differences.g.estimate,
      .dWelch: differences.dWelch.estimate, .glassDelta: try differences.glassDelta.get().estimate,
      .cliffsDelta: delta.estimate, .superiority: delta.probabilityOfSuperiority,
    ]
    for effect in ResampledEffect.Effect.allCases {
      let value = try #require(found[effect]?.estimate.value)
      #expect(deviation(value, from: try #require(expected[effect])) < 1e-12, "\(effect)")
      let interval = try #require(try found[effect]?.bca.get())
      #expect(interval.lower < value && value < interval.upper, "\(effect)")
    }
  }

  /// g is d by a constant, and the probability of superiority is delta on another scale: so are their
  /// percentile intervals.
  @Test func whatIsTheSameOnAnotherScaleHasTheSameInterval() throws {
    let found = try apply(first, second)
    func interval(_ effect: ResampledEffect.Effect) throws -> ConfidenceInterval {
      try #require(try found[effect]?.percentile.get())
    }
    let (d, g) = (try interval(.cohensD), try interval(.hedgesG))
    #expect(deviation(g.lower / d.lower, from: g.upper / d.upper) < 1e-12)
    let (delta, superiority) = (try interval(.cliffsDelta), try interval(.superiority))
    #expect(abs(superiority.lower - (delta.lower + 1) / 2) < 1e-14)
    #expect(abs(superiority.upper - (delta.upper + 1) / 2) < 1e-14)
  }

  @Test func anEffectThatCannotBeFoundLeavesTheOthers() throws {
    let found = try apply(first, [2, 2, 2])
    #expect(found[.glassDelta]?.estimate.value == nil)
    #expect(found[.meanDifference]?.estimate.value != nil)
    #expect(found[.hedgesG]?.estimate.value != nil)
    #expect(throws: StatisticsError.tooFew(.casesInGroup("b"), found: 1, needed: 2)) {
      try apply(first, [2])
    }
  }
}

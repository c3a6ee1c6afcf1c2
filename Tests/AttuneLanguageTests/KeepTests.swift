import AttuneInstrument
import Testing

/// What `instruments/keep.instrument` has of its own.
@Suite struct KeepTests {
  private let keep: Instrument

  init() throws { keep = try Instrument.delivered("keep") }

  @Test func scoresTheAreasWhereHelpWasWanted() {
    let met = keep.construct(named: "met")
    #expect(met?.counts == [1: 0, 2: 50, 3: 100])
    #expect(met?.uses.map(\.name) == (1...9).map { "area\($0)" })
  }

  @Test func showsHelplinesOfTheNation() {
    let scotland = keep.support.lines.filter { line in
      guard case .contact(_, let when?) = line else { return true }
      return when.truth { _ in .answer(.value(.choice(2))) } != .no
    }
    #expect(keep.support.lines.count == 7)
    #expect(scotland.count == 6)
  }

  @Test func plansWhatTheBlueprintPlans() {
    #expect(
      keep.plans.filter { $0.family == .primary }.map(\.question)
        == ["rel", "prio", "med", "prac"].map { .compare(scores: [$0], by: "contact") })
  }
}

import AttuneInstrument
import Testing

/// What `instruments/selfhelp.instrument` has of its own.
@Suite struct SelfhelpTests {
  private let selfhelp: Instrument

  init() throws { selfhelp = try Instrument.delivered("selfhelp") }

  @Test func countsWhatIsCalledSelfHelp() {
    for (name, things, minimum) in [
      ("breadth", 1...14, 10), ("breadth_own", 1...7, 5), ("breadth_tool", 8...12, 4),
    ] {
      let construct = selfhelp.construct(named: name)
      #expect(construct?.uses.map(\.name) == things.map { "mean\($0)" })
      #expect(construct?.rule == ScoreRule(.count(of: 1), atLeast: minimum))
      #expect(construct?.isIndex == true)
    }
  }

  @Test func readsTheMeaningsFirst() {
    #expect(
      selfhelp.plans.filter { $0.isReadFirst == true }.map(\.name)
        == ["hs1", "hs1_breadth", "hp3", "hp4"])
  }

  @Test func asksEachRoleAboutItsOwnOffers() {
    let section = selfhelp.sections.first { $0.name == "part_off" }
    #expect(section?.paragraphs.compactMap(\.role) == ["person", "worker"])
  }
}

import AttuneInstrument
import AttuneLanguage
import AttuneSimulation
import Testing

@Suite struct SimulationTests {
  @Test func asksEverybodyOfTheDesign() throws {
    let outcome = try Designs.simulation("keep_study", of: "keep").run()
    #expect(outcome.first.submissions.count + outcome.first.deleted == 48)
    #expect(outcome.first.truths.count == outcome.first.submissions.count)
  }
}

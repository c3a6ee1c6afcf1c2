import AttuneInstrument
import AttuneLanguage
import AttuneSimulation
import Testing

@Suite struct SimulationTests {
  @Test func asksEverybodyOfTheDesign() throws {
    let outcome = try Designs.simulation("keep_study", of: "keep").run()
    #expect(outcome.submissions.count + outcome.deleted == 48)
    #expect(outcome.truths.count == outcome.submissions.count)
  }
}

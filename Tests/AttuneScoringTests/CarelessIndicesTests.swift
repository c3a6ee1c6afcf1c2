import AttuneInstrument
import AttuneScoring
import Testing

@Suite struct CarelessIndicesTests {
  private var instrument: Instrument {
    var instrument = Instrument(
      name: "i", title: "I", version: "1", status: .draft, language: "en-GB", author: "A",
      licence: "CC BY 4.0", consent: Consent(), support: Support())
    let points = (1...5).map { Choice(code: $0, label: "\($0)") }
    let names = (1...20).map { "q\($0)" }
    instrument.sections = [
      Section(
        name: "s", title: "S",
        items: names.map {
          Item(name: $0, wordings: [.init(InsertText("?"))], format: .chooseOne(points), scale: "a")
        })
    ]
    instrument.constructs = [
      Construct(
        name: "x", title: "X",
        uses: names.enumerated().map { .init($1, isReversed: $0.isMultiple(of: 4)) },
        rule: .init(.mean))
    ]
    return instrument
  }

  private func indices(_ answer: (Int) -> Int?) -> CarelessIndices {
    var answers: [String: Answer] = [:]
    for number in 1...20 {
      answers["q\(number)"] = answer(number).map { .value(.choice($0)) } ?? .missing(.skipped)
    }
    return CarelessIndices(of: Submission(answers: answers), in: instrument)
  }

  @Test func findsALongString() {
    let straight = indices { _ in 3 }
    #expect(straight.longString == 20)
    #expect(straight.isFlagged)
    #expect(straight.variability == 0)
    // Two answers by turns never stand twice in a row.
    #expect(indices { 2 + $0 % 2 }.longString == 1)
  }

  @Test func aBlankNeitherEndsARunNorAddsToIt() {
    #expect(indices { $0 == 10 ? nil : 4 }.longString == 19)
  }

  @Test func agreeingBothWaysIsFarApart() {
    // q1, q5, … are reversed: 5 on all of them is 1 the right way round.
    let bothWays = indices { _ in 5 }
    #expect(bothWays.bothWays == 1)
    #expect(bothWays.goesBothWays)
    let consistent = indices { $0 % 4 == 1 ? 2 : 4 }
    #expect(consistent.bothWays == 0)
    #expect(!consistent.goesBothWays)
  }

  @Test func nothingIsSaidOfNobodysAnswers() {
    let blank = indices { _ in nil }
    #expect(blank.longString == 0 && blank.bothWays == nil && blank.variability == nil)
    #expect(!blank.isFlagged)
  }
}
